"""Finds the equations in a derivation that a model wrote. Reads text; works nothing out.

An equation is two sides in LaTeX. `a = b = c` is two of them; a row of an `align` that starts with `=` goes on from the
row before. Comparisons, congruences and approximations are no equations, and neither is prose with a sign in it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lsp_server.problem.maths.box import BOXED, boxed
from lsp_server.problem.model import Frozen

MOST_EQUATIONS = 64
MOST_CHARACTERS = 2000
FORMULA = re.compile(r"\$\$(.+?)\$\$|\\\[(.+?)\\\]|\\\((.+?)\\\)|(?<!\\)\$([^$\n]+?)(?<!\\)\$", re.DOTALL)
PLAIN = re.compile(r"(?<![\w.^=(])[-(]*\d[\d\s+\-*/^().,]*(?:=[\s\d+\-*/^().,]*\d[\s)]*)+(?![\w^])")
"""Arithmetic without any markup, as people type it: `12 * 5 = 60`."""
LAYOUT = re.compile(
    r"\\(?:begin|end)\{\w+\*?\}(?:\{[^{}]*\})?|\\(?:left|right|big|Big|bigg|Bigg|displaystyle|dfrac(?=\\)|nonumber)(?![a-zA-Z])"
    r"|\\[,;!:]|\\tag\{[^{}]*\}|&"
)
BREAKS = re.compile(
    r"\\\\|\n\s*\n|\\q?quad|\\(?:implies|iff|Longrightarrow|Rightarrow|Leftrightarrow|Longleftrightarrow|therefore"
    r"|because|to|rightarrow)(?![a-zA-Z])|\\text\{[^{}]*\}|\\mbox\{[^{}]*\}|(?<!\{),(?!\d)|;"
)
OTHER_SIGNS = re.compile(r"\\(?:neq|ne|leq?|geq?|approx|equiv|sim|in|mid|pmod|cong|propto)(?![a-zA-Z])|[<>≤≥≠≈≡]|:=|==")


class Equation(Frozen):
    """`line` is that of the derivation, from 1. `text` is the equation as it stands there."""

    line: int
    text: str
    left: str
    right: str


def equations(text: str) -> list[Equation]:
    """At most `MOST_EQUATIONS`, in order."""
    found = list[Equation]()
    for start, formula in sorted(_formulas(text)):
        line = text.count("\n", 0, start) + 1
        found += (Equation(line=line, text=f"{one} = {other}", left=one, right=other) for one, other in _sides(formula))
    return found[:MOST_EQUATIONS]


def _formulas(text: str) -> Iterator[tuple[int, str]]:
    """Between delimiters; and plain arithmetic outside of them."""
    spans = list(FORMULA.finditer(text))
    for match in spans:
        yield match.start(), next(group for group in match.groups() if group is not None)
    for match in PLAIN.finditer(text):
        if not any(span.start() <= match.start() < span.end() for span in spans):
            yield match.start(), match[0].strip(" .,\n").replace("*", r" \cdot ")


def _sides(formula: str) -> Iterator[tuple[str, str]]:
    last = ""
    for piece in BREAKS.split(_unboxed(LAYOUT.sub(" ", formula))):
        if OTHER_SIGNS.search(piece) or len(piece) > MOST_CHARACTERS:
            last = ""
            continue
        parts = [part.strip(" .\n\t") for part in _at_top_level(piece)]
        if len(parts) > 1 and not parts[0]:
            parts[0] = last
        yield from ((one, other) for one, other in pairwise(parts) if one and other)
        last = parts[-1] or last


def _unboxed(formula: str) -> str:
    """`\\boxed{60}` as `60`: in a formula it is emphasis."""
    while (match := BOXED.search(formula)) and (inner := boxed(formula[match.start() :])) is not None:
        whole = formula.find(inner, match.end()) + len(inner)
        formula = f"{formula[: match.start()]} {inner} {formula[formula.find('}', whole) + 1 :]}"
    return formula


def _at_top_level(piece: str) -> list[str]:
    """Cut at `=` outside of braces: the one in `\\sum_{k=1}` is no equation."""
    parts, depth = [""], 0
    for character in piece:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if character == "=" and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    return parts
