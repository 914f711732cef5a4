"""Which requests take part in the next step: only those of the most urgent class.

transformers' scheduler is first come, first served. Someone who types waits for the answer of an interactive request,
so background requests are simply not stepped meanwhile: their cache stays, and they go on where they were.
"""

from collections.abc import Callable
from typing import Any

from transformers.generation.continuous_batching import scheduler
from transformers.generation.continuous_batching.requests import RequestStatus
from transformers.generation.continuous_batching.scheduler import FIFOScheduler

NAME = "vibe-priority"

Schedule = tuple[list[Any] | None, bool, int, int]


def request_id(priority: int, serial: int) -> str:
    """The class travels in the id: the one field that survives eviction and requeueing inside transformers."""
    return f"{priority}/{serial}"


def priority(name: str) -> int:
    return int(name.partition("/")[0])


class PriorityScheduler(FIFOScheduler):
    """Lower numbers first, as in vLLM; within a class first come, first served."""

    wait: Callable[[], object] = staticmethod(lambda: None)
    """Returns when it is this model's turn."""

    def schedule_batch(self, token_budget: int, cache_budget: int) -> Schedule:
        self.wait()
        classes = {priority(name) for name in (*self.active_requests, *self.waiting_requests)}
        if len(classes) > 1:
            urgent = self._schedule_class(min(classes), token_budget, cache_budget)
            if urgent[0]:
                return urgent
        # One class, or the urgent ones find no room in the cache: everybody takes part, so that room appears.
        return super().schedule_batch(token_budget, cache_budget)

    def _schedule_class(self, wanted: int, token_budget: int, cache_budget: int) -> Schedule:
        active = [state for name, state in self.active_requests.items() if priority(name) == wanted]
        waiting = [state for state in self._get_waiting_candidates() if priority(state.request_id) == wanted]
        active.sort(key=lambda state: state.status != RequestStatus.DECODING)
        leaving: set[str] = set()
        result = self._process_candidates([*active, *waiting], token_budget, cache_budget, leaving)
        self._cleanup_waiting_queue(leaving)
        scheduled, _, fast_path, queries, reads = result
        return scheduled, fast_path, queries, reads


def register(wait: Callable[[], object]) -> str:
    """Make a scheduler known to transformers that calls `wait` before each step; its name goes into the config."""
    mapping: dict[str, Any] = vars(scheduler)["SCHEDULER_MAPPING"]
    name = f"{NAME}-{len(mapping)}"
    mapping[name] = type("PriorityScheduler", (PriorityScheduler,), {"wait": staticmethod(wait)})
    return name
