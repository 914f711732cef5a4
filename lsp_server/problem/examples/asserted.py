"""Assertions of what is made of a result, `assert set(f([3, 4])) == set([4, 3])` or `assert abs(f(2) - 1.414) < 1e-3`.

They are code of Python's, run as a session. Plain calls, `assert f(2) == 4`, are read by `calls.py`.
"""

import ast
import re
from collections.abc import Container, Iterator, Sequence

from lsp_server.problem.examples.raw import Session
from lsp_server.problem.values import is_value

MOST_CHARACTERS = 500
_ASSERTION = re.compile(r"\s*(?:>>>\s*)?assert\s+(?P<claim>\S.*)")
_KNOWN = frozenset(
    {"abs", "all", "any", "bool", "dict", "float", "frozenset", "int", "isinstance", "len", "list", "max", "min"}
    | {"range", "round", "set", "sorted", "str", "sum", "tuple"}
)
"""What may be made of a result."""


def find_asserted(texts: Sequence[str], used: Container[int], callee: str | None) -> list[Session]:
    return [each for line, text in enumerate(texts) if line not in used for each in _read(line, text, callee)]


def _read(line: int, text: str, callee: str | None) -> Iterator[Session]:
    found = _ASSERTION.fullmatch(text) if len(text) <= MOST_CHARACTERS else None
    claim = _claim(found["claim"]) if found else None
    if claim is None or not _is_about(claim, callee):
        return
    match claim:
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]) if is_value(ast.unparse(right)):
            yield Session(line, line, "", ast.unparse(left), ast.unparse(right), "value")
        case _:
            yield Session(line, line, "", ast.unparse(claim), "True", "value")


def _claim(text: str) -> ast.expr | None:
    """What is asserted, without the message behind it; None when that is no code."""
    try:
        statement = ast.parse(f"assert {text}").body[0]
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return statement.test if isinstance(statement, ast.Assert) else None


def _is_about(claim: ast.expr, callee: str | None) -> bool:
    """Whether one function is called, the one asked for if known, and else only what is made of its result."""
    names = {node.id for node in ast.walk(claim) if isinstance(node, ast.Name)}
    called = {
        node.func.id for node in ast.walk(claim) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    asked = names - _KNOWN
    return len(asked) == 1 and asked <= called and (callee is None or asked == {callee})
