"""Which decoder runs a model: our own where it knows the model and the device, transformers' batching elsewhere."""

import logging
import os
from collections.abc import AsyncGenerator
from typing import Any, Protocol

from lsp_server.engine.runtime.cache import Cache
from lsp_server.engine.runtime.fast import FastDecoder
from lsp_server.engine.runtime.memory import Plan
from lsp_server.engine.runtime.pages import Pages
from lsp_server.engine.runtime.plain import PlainBackend
from lsp_server.engine.runtime.stepper import TokenRequest
from lsp_server.engine.runtime.weights import fuse, unsupported

_log = logging.getLogger(__name__)

PORTABLE_VARIABLE = "VIBE_LSP_PORTABLE_RUNTIME"
"""Set to 1 to have transformers' batching decode everything: the reference, and the way out should ours misbehave."""

_MOST_ROWS = 16


class Decoder(Protocol):
    """What `resident` needs. `stream` yields lists of new tokens; closing it ends the decoding within one step."""

    @property
    def steps(self) -> int: ...

    @property
    def tokens(self) -> int: ...

    @property
    def alive(self) -> bool: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def stream(self, request: TokenRequest) -> AsyncGenerator[list[int], None]: ...


def open_decoder(model: Any, plan: Plan) -> Decoder:
    """A decoder of `model`, not yet started."""
    reason = portable_reason(model)
    if reason is None:
        return _own(model, plan)
    _log.info("transformers' batching decodes: %s", reason)
    from lsp_server.engine.runtime.batching import BatchingDecoder

    return BatchingDecoder(model, plan)


def portable_reason(model: Any) -> str | None:
    """Why transformers' batching must decode `model`; None when our own runtime can."""
    if os.environ.get(PORTABLE_VARIABLE, "") not in ("", "0"):
        return f"{PORTABLE_VARIABLE} is set"
    if missing := unsupported(model.config):
        return f"{missing} is not known here"
    if model.device.type != "cpu":
        return f"nothing faster is known for {model.device.type}"
    return None


def _own(model: Any, plan: Plan) -> Decoder:
    """On the CPU a page holds a whole context, so that attention reads it in place."""
    weights = fuse(model, plan.context)
    count = max(1, plan.kv_tokens // plan.context)
    cache = Cache(weights.shape, count, plan.context, weights.dtype, weights.device)
    backend = PlainBackend(weights, cache, min(_MOST_ROWS, count))
    return FastDecoder(backend, Pages(count, plan.context, cache.copy))
