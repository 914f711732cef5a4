"""An exception as plain data: its class and their bases, its text, and the line of the candidate's file."""

from typing import Any

MOST_TEXT = 2000
FILE = "solution.py"
"""What the candidate's file is called in tracebacks."""


class NotDefinedError(Exception):
    """The file defines nothing of the name that was to be called."""


class NotACopyError(Exception):
    """A copy was asked for, and a node of the argument came back."""


def described(error: BaseException) -> "dict[str, Any]":
    bases = [kind.__name__ for kind in type(error).__mro__]
    return {"types": bases, "text": _text(error), "line": _line(error)}


def _text(error: BaseException) -> str:
    try:
        if isinstance(error, SyntaxError) and error.filename == FILE:
            return str(error.msg)  # its str() says file and line once more
        return str(error)[:MOST_TEXT]
    except BaseException:
        return "(its text cannot be shown)"


def _line(error: BaseException) -> "int | None":
    """The innermost line of the candidate's file; for a syntax error, where it is."""
    line = error.lineno if isinstance(error, SyntaxError) and error.filename == FILE else None
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == FILE:
            line = frame.tb_lineno
        frame = frame.tb_next
    return line
