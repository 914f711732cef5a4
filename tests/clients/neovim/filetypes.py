"""The file types for which Neovim starts the server, written from `problem/languages.py` into `lsp/vibe_lsp.lua`.

`python -m tests.clients.neovim.filetypes` rewrites that line; a test checks that it is current.
"""

import re
from pathlib import Path

from lsp_server.problem.languages import LANGUAGES, TEXTS

FILE = Path(__file__).parents[3] / "clients" / "neovim" / "lsp" / "vibe_lsp.lua"
NEOVIM_SAYS = {"latex": "tex"}
LINE = re.compile(r"^  filetypes = \{.*\},.*$", re.MULTILINE)


def config() -> str:
    """The file as it should be."""
    names = ", ".join(f"'{NEOVIM_SAYS.get(language, language)}'" for language in (*LANGUAGES, *TEXTS))
    return LINE.sub(f"  filetypes = {{ {names} }},", FILE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    FILE.write_text(config(), encoding="utf-8")
