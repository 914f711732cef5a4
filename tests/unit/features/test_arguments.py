"""Arguments of commands: what editors and scripts may send, and what they are told about what they may not."""

from typing import Any

import pytest
from pygls.exceptions import JsonRpcInvalidParams

from lsp_server.features.arguments import At, SolveAt, Which, read

PLACE = {"uri": "file:///a.py", "position": {"line": 3, "character": 1}}


@pytest.mark.parametrize(
    "argument",
    [PLACE, {"textDocument": {"uri": "file:///a.py"}, "position": {"line": 3, "character": 1}, "extra": 1}],
)
def test_a_place_may_be_said_in_two_ways(argument: dict[str, Any]) -> None:
    at = read(At, [argument])
    assert (at.uri, at.position.lsp.line, at.position.lsp.character) == ("file:///a.py", 3, 1)


def test_options_are_camel_case() -> None:
    assert read(SolveAt, [{**PLACE, "insertUnverified": True}]).insert_unverified


def test_cancel_needs_no_argument() -> None:
    assert read(Which, []).uri is None


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ([], "uri"),
        ([{"uri": "file:///a.py"}], "position"),
        ([{**PLACE, "position": {"line": -1}}], "line"),
        (["nonsense"], "argument"),
        ([{**PLACE, "insertUnverified": "perhaps"}], "insertUnverified"),
    ],
)
def test_what_is_wrong_is_named(arguments: list[Any], named: str) -> None:
    with pytest.raises(JsonRpcInvalidParams, match=named):
        read(SolveAt, arguments)
