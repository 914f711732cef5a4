"""Did the inputs reach all code of both versions? What never ran was not compared, and may do anything."""

import ast
from collections.abc import Sequence
from typing import cast

from lsp_server.judge.inputs.draw import Inputs
from lsp_server.judge.present import visible
from lsp_server.judge.trials import Bench, answers, encoded

REACH_S = 6.0
Place = tuple[int, int, int, int]
"""Line, column, last line, last column, as in `ast`."""


async def unreached(bench: Bench, whose: str, source: str, inputs: Sequence[Inputs]) -> str | None:
    """The sentence for the first piece of code that no input has reached; None when all was. Raises SandboxError.

    Known of Python only.
    """
    if bench.language != "python":
        return None
    request = {"form": "reached", "several": [encoded(each) for each in inputs], "most_s": REACH_S}
    (found,) = await answers(bench, source, [request], REACH_S * 2)
    if not isinstance(found, tuple):
        return f"It could not be found out which code of {whose} was run."
    lines = telling(source, cast("Sequence[Sequence[int]]", found[0]))
    return f"No input was found that reaches `{visible(lines[0], 80)}` in {whose}." if lines else None


def telling(source: str, places: Sequence[Sequence[int]]) -> list[str]:
    """The source at the places that matter: an error that is never raised is no difference that could be missed."""
    tree = ast.parse(source)
    statements = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]
    found = [cast("Place", tuple(place)) for place in places]
    found = [place for place in found if place[:2] != place[2:]]  # what Python adds itself takes no room
    found = [place for place in found if not isinstance(_around(statements, place), ast.Raise | ast.Assert)]
    lines = source.splitlines()
    return [lines[place[0] - 1].strip() for place in found]


def _around(statements: Sequence[ast.stmt], place: Place) -> ast.stmt | None:
    """The innermost statement that a place lies in."""
    holding = [node for node in statements if _span(node)[:2] <= place[:2] and place[2:] <= _span(node)[2:]]
    return max(holding, key=lambda node: (_span(node)[:2], [-end for end in _span(node)[2:]]), default=None)


def _span(node: ast.stmt) -> Place:
    return node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or 0
