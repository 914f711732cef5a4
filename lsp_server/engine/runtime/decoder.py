"""Which decoder runs a model: our own where it knows the model and the device, transformers' batching elsewhere."""

import importlib.util
import logging
import os
from collections.abc import AsyncGenerator
from typing import Any, Protocol

import torch

from lsp_server.engine.runtime.decoding.cache import Cache
from lsp_server.engine.runtime.decoding.fast import FastDecoder
from lsp_server.engine.runtime.decoding.pages import Pages
from lsp_server.engine.runtime.decoding.plain import PlainBackend
from lsp_server.engine.runtime.decoding.stepper import TokenRequest
from lsp_server.engine.runtime.decoding.turns import Turns
from lsp_server.engine.runtime.decoding.weights import Weights, fuse, unsupported
from lsp_server.engine.runtime.models.memory import PAGE, Plan

_log = logging.getLogger(__name__)

RUNTIME_VARIABLE = "VIBE_LSP_RUNTIME"
"""`portable`: transformers' batching decodes everything (the reference, and the way out should ours misbehave).
`own`: ours also on CUDA, where its kernels were compiled and interpreted but have not yet run on a card."""

_MOST_ROWS = 16


class Decoder(Protocol):
    """What `resident` needs. `stream` yields lists of new tokens; closing it ends the decoding within one step.

    `heals`: it heeds a request's `beginning`.
    """

    @property
    def heals(self) -> bool: ...

    @property
    def steps(self) -> int: ...

    @property
    def tokens(self) -> int: ...

    @property
    def alive(self) -> bool: ...

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def stream(self, request: TokenRequest) -> AsyncGenerator[list[int], None]: ...


def open_decoder(model: Any, plan: Plan, turns: Turns | None = None) -> Decoder:
    """A decoder of `model`, not yet started. `turns` are shared with the other models of its process."""
    turns = turns or Turns()
    reason = portable_reason(model)
    if reason is None:
        own = {"cpu": _on_cpu, "cuda": _on_cuda}[model.device.type]
        return own(fuse(model, plan.context), plan, turns)
    _log.info("transformers' batching decodes: %s", reason)
    from lsp_server.engine.runtime.portable.batching import BatchingDecoder

    return BatchingDecoder(model, plan, turns)


def portable_reason(model: Any) -> str | None:
    """Why transformers' batching must decode `model`; None when our own runtime can."""
    wish, device = os.environ.get(RUNTIME_VARIABLE, ""), model.device.type
    if wish == "portable":
        return f"{RUNTIME_VARIABLE} asks for it"
    if missing := unsupported(model.config):
        return f"{missing} is not known here"
    if device == "cpu":
        return None
    if device != "cuda" or wish != "own":
        return f"nothing faster has been measured on {device}"
    return _missing_on_cuda(model)


def _missing_on_cuda(model: Any) -> str | None:
    if torch.cuda.get_device_capability(model.device) < (8, 0):
        return "the GPU is older than the kernels' instructions"
    if importlib.util.find_spec("triton") is None:
        return "triton is not installed"
    from lsp_server.engine.runtime.cuda.graphs import broken

    return broken(model.device)


def _on_cpu(weights: Weights, plan: Plan, turns: Turns) -> Decoder:
    """A page holds a whole context, so that attention reads it in place."""
    count = max(1, plan.kv_tokens // plan.context)
    cache = Cache(weights.shape, count, plan.context, weights.dtype, weights.device)
    backend = PlainBackend(weights, cache, min(_MOST_ROWS, max(1, count - 1)))  # one page is left to urgent requests
    return FastDecoder(backend, Pages(count, plan.context, cache.copy), turns)


def _on_cuda(weights: Weights, plan: Plan, turns: Turns) -> Decoder:
    from lsp_server.engine.runtime.cuda.graphs import GraphBackend

    cache = Cache(weights.shape, plan.blocks + 1, PAGE, weights.dtype, weights.device)
    backend = GraphBackend(weights, cache, most_pages=plan.context // PAGE + 2)
    backend.prepare()
    return FastDecoder(backend, Pages(plan.blocks, PAGE, cache.copy, first=1), turns)
