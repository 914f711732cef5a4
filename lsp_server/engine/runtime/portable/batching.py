"""Token streams from transformers' continuous batching: one decode thread, many requests, cancel within one step.

This file knows the manager's ways and nothing of text. Its thread decodes; everything here runs on the event loop.
"""

import asyncio
import itertools
import logging
import math
from collections.abc import AsyncGenerator
from dataclasses import fields
from typing import Any

from transformers import GenerationConfig
from transformers.generation.configuration_utils import ContinuousBatchingConfig

from lsp_server.engine.runtime.decoding.stepper import TokenRequest
from lsp_server.engine.runtime.decoding.turns import Turns
from lsp_server.engine.runtime.models.memory import PAGE, Plan
from lsp_server.engine.runtime.portable import scheduler
from lsp_server.engine.runtime.portable.sampler import RowSampler
from lsp_server.errors import EngineCrashedError, EngineError

_log = logging.getLogger(__name__)

_MOST_REQUESTS = 64
"""Rows of one step. More requests than this wait."""

_CHUNK_TOKENS = {"cpu": 256, "mps": 512, "cuda": 1024}
"""Prompt tokens read per step: the longest that an interactive request waits for a background one's prompt."""


_PATIENCE_S = 0.5
"""Longest pause between two steps for the sake of another model's requests."""


class BatchingDecoder:
    """Owns the manager of `model`. `steps` and `tokens` only ever grow."""

    def __init__(self, model: Any, plan: Plan, turns: Turns) -> None:
        self.tokens = 0
        self._serials = itertools.count()
        name = scheduler.register(lambda: turns.wait(self, _PATIENCE_S))
        self._manager = _manager(model, plan, name)

    @property
    def steps(self) -> int:
        return getattr(self._manager, "current_batch", 0)

    @property
    def alive(self) -> bool:
        return self._manager.is_running() and self._manager.background_thread_status.fatal_error is None

    def start(self) -> None:
        self._manager.start()

    def stop(self) -> None:
        """Ends the decode thread within one step; open streams end with EngineCrashedError."""
        if self._manager.is_running():
            self._manager.stop(block=True, timeout=10.0, hard_stop=True)

    @property
    def heals(self) -> bool:
        """The manager's processors see scores, but not yet what the last step drew."""
        return False

    async def stream(self, request: TokenRequest) -> AsyncGenerator[list[int], None]:
        """Lists of new tokens as they are decoded. Closing the generator takes the request out of the next step."""
        outputs: asyncio.Queue[Any] = asyncio.Queue()
        name = scheduler.request_id(request.priority, next(self._serials))
        self._manager.register_result_handler(name, outputs.put_nowait)
        finished = False
        try:
            self._submit(name, request)
            seen = 0
            while not finished:
                output = await _newest(outputs)
                if output.error:
                    raise self._failure(output.error)
                finished = output.is_finished()
                new, seen = output.generated_tokens[seen:], len(output.generated_tokens)
                self.tokens += len(new)
                if new:
                    yield new
        finally:
            if not finished:
                self._cancel(name)

    def _submit(self, name: str, request: TokenRequest) -> None:
        accepted = self._manager.add_request(
            list(request.ids),
            request_id=name,
            max_new_tokens=request.max_tokens,
            streaming=True,
            eos_token_id=list(request.stop_tokens) or [-1],
            temperature=float(request.temperature),
            top_p=float(request.top_p),
            top_k=int(request.top_k),
            seed=int(request.seed),
        )
        if accepted is None:
            raise self._failure("its thread has ended")

    def _failure(self, reason: str) -> EngineError:
        """EngineCrashedError when nothing can be decoded any more, so that somebody starts a new engine."""
        kind = EngineError if self.alive else EngineCrashedError
        return kind(f"The engine could not go on decoding: {reason}.")

    def _cancel(self, name: str) -> None:
        """The manager never reports a cancelled request, and puts what comes late into a queue nobody reads."""
        router = self._manager.output_router
        with router._lock:
            router.result_handlers.pop(name, None)
        self._manager.cancel_request(name)
        while not router.output_queue.empty():
            router.output_queue.get_nowait()


async def _newest(outputs: "asyncio.Queue[Any]") -> Any:
    """Each output holds all tokens so far, so of several that wait only the last is needed."""
    output = await outputs.get()
    while not outputs.empty():
        output = outputs.get_nowait()
    return output


def _manager(model: Any, plan: Plan, scheduler_name: str) -> Any:
    chunk = _CHUNK_TOKENS.get(model.device.type, 512)
    wanted: dict[str, Any] = {
        "page_size": PAGE,
        "block_size": PAGE,  # what transformers 5.17 calls a page
        "num_blocks": plan.blocks,
        "max_batch_tokens": chunk,
        "max_memory_percent": 1.0,  # the plan decides, and it was checked against what is free
        "max_requests_per_batch": min(_MOST_REQUESTS, chunk),
        "max_blocks_per_request": math.ceil(plan.context / PAGE) + 2 if _has_flash_attention(model) else 0,
        "scheduler_type": scheduler_name,
        "auto_switch_to_flash": False,  # would ask the hub for kernels
    }
    known = {one.name for one in fields(ContinuousBatchingConfig)}
    if "page_size" in known:
        del wanted["block_size"]
    batching = ContinuousBatchingConfig(**{name: value for name, value in wanted.items() if name in known})
    # The sampler turns the argmax into a sample, row by row.
    greedy = GenerationConfig(do_sample=False, max_new_tokens=plan.context, eos_token_id=-1)
    manager = model.init_continuous_batching(generation_config=greedy, continuous_batching_config=batching)
    manager.logit_processor = RowSampler()
    return manager


def _has_flash_attention(model: Any) -> bool:
    """Block tables, transformers' fast path for decoding, are read by flash attention's kernels only."""
    return "flash" in str(model.config._attn_implementation)
