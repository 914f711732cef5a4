"""Statements as they are copied from sites, `tests/data/wild/`, with an accepted and a wrong solution of each.

A file `NAME.txt` holds the language, what is to be understood (JSON on one line) and the text. `solutions.<ending>` has
a section for each that can be judged, headed by `// ==== NAME`; a line that ends in `//~ other` is `other` in the wrong
solution, or not there at all when nothing follows.
"""

import json
import re
from pathlib import Path
from typing import Any

from lsp_server.judge.verdict import Verdict
from lsp_server.problem.locate import find_problems
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.check import check

WILD = Path(__file__).parent / "data" / "wild"
STATEMENTS = sorted(path.stem for path in WILD.glob("*.txt"))
_SECTION = re.compile(r"^(?://|#) ==== (\w+)\n", re.MULTILINE)
_CHANGED = re.compile(r"^([ \t]*)(.*?) *(?://|#)~ ?(.*)\n", re.MULTILINE)


def load(name: str) -> tuple[Document, dict[str, Any]]:
    """The file as its owner has it before it is solved, and what is to be understood of it."""
    language, wanted, text = (WILD / f"{name}.txt").read_bytes().decode().split("\n", 2)
    return Document(text, language), json.loads(wanted)


def solutions() -> dict[str, tuple[str, str]]:
    """By name of the statement: an accepted solution and a wrong one."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(WILD.glob("solutions.*"))]
    parts = [part for text in texts for part in _SECTION.split(text)[1:]]
    return {
        name: (_CHANGED.sub(r"\1\2\n", text), _CHANGED.sub(r"\1\3\n", text))
        for name, text in zip(parts[::2], parts[1::2], strict=True)
    }


async def verdict_on(name: str, solution: str) -> Verdict:
    """What `vibe-lsp check` says when `solution` stands in the file; the problem is found anew, as a user's is."""
    document, _ = load(name)
    (asked,) = find_problems(document)
    solved = Document(splice(document.text, place(document, asked, solution)), document.language)
    (found,) = find_problems(solved)
    return await check(solved, found, Settings())
