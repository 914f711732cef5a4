"""Errors in the editor: each class has its kind of message."""

from lsp_server import errors
from lsp_server.features.shown import LSP_CODES


def tree(top: type[errors.VibeError]) -> list[type[errors.VibeError]]:
    return [top, *(below for child in top.__subclasses__() for below in tree(child))]


def test_every_error_is_mapped() -> None:
    missing = [kind.__name__ for kind in tree(errors.VibeError) if kind not in LSP_CODES]
    assert missing == []
