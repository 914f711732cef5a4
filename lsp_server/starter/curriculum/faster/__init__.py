"""Slow functions and the faster ones that do the same. No family: `starter/slow.py` draws pairs from these tables.

Each `code` is the fast body and then, below lines of MARK and their growth, slow ones; what they say of themselves is
in `faster.toml`.
"""

from lsp_server.starter.curriculum.faster import counting, growing, ranges, recursive, searching, sums
from lsp_server.starter.curriculum.table import wordings

MARK = "#: "
OPS = (*searching.OPS, *counting.OPS, *sums.OPS, *growing.OPS, *recursive.OPS, *ranges.OPS)
WORDINGS = wordings("faster")
