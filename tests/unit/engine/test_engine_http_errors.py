"""Every error of ours has a number in HTTP or is known never to be met there."""

import json

import pytest

from lsp_server import errors
from lsp_server.engine import api
from lsp_server.engine.service.errors import HTTP_STATUS, NEVER_HERE, body, status


def tree(top: type[errors.VibeError]) -> list[type[errors.VibeError]]:
    return [top, *(below for child in top.__subclasses__() for below in tree(child))]


ALL = tree(errors.VibeError)


def test_no_error_is_left_out_and_none_is_in_both_tables() -> None:
    for kind in ALL:
        assert (kind in HTTP_STATUS) != issubclass(kind, NEVER_HERE), kind


@pytest.mark.parametrize("kind", [kind for kind in HTTP_STATUS if issubclass(kind, errors.EngineError)])
def test_the_client_gets_back_the_error_that_the_engine_sent(kind: type[errors.VibeError]) -> None:
    sent = kind("A sentence.")
    came = api.refusal(status(sent), json.dumps(body(sent)).encode())
    assert type(came) is kind
    assert "A sentence." in str(came)


def test_the_shape_is_openais() -> None:
    assert body(errors.RequestRefusedError("No."))["error"] == {
        "message": "No.",
        "type": "invalid_request_error",
        "param": None,
        "code": "request_refused",
    }
