"""Family `classics`: the problems that every beginner meets. The tables are in its siblings."""

from lsp_server.starter.curriculum.classics_arrays import OPS as ARRAYS
from lsp_server.starter.curriculum.classics_more import OPS as MORE
from lsp_server.starter.curriculum.classics_numbers import OPS as NUMBERS
from lsp_server.starter.curriculum.classics_products import OPS as PRODUCTS
from lsp_server.starter.curriculum.classics_ranking import OPS as RANKING
from lsp_server.starter.curriculum.classics_short import OPS as SHORT
from lsp_server.starter.curriculum.classics_sorting import OPS as SORTING
from lsp_server.starter.curriculum.classics_strings import OPS as STRINGS
from lsp_server.starter.curriculum.table import family

FAMILY = family("classics", (*ARRAYS, *STRINGS, *NUMBERS, *SORTING, *PRODUCTS, *RANKING, *MORE, *SHORT))
