"""Trials in languages other than Python, through the judge's runners: the same questions as `runners/inside/trials.py`
answers, asked from outside.

A runner tells the result, one argument afterwards, the error, the output and the time of each call. What it does not
tell (whether the result is the argument itself, which code was reached, the memory) is not compared; `reading.py`
looks for some of it in the text. A time is that of one call in a fresh process, so no cache between calls helps.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from lsp_server.judge.observation import NOTHING, Observation
from lsp_server.judge.runners import RUNNERS
from lsp_server.judge.runners.inside.codec import Nodes, Opaque, decode
from lsp_server.problem.model import Example

if TYPE_CHECKING:
    from lsp_server.judge.trials import Bench

Request = Mapping[str, Any]
Inputs = Mapping[str, Any]

LEAST_S = 2.0
"""Of CPU time, for a call and for the start of the runtime, which counts like one."""
ROOM_KB = 64 * 1024
"""For results of large inputs; nobody reads them here, but a call whose result cannot be told has no time."""
CHUNK = 4


async def build_error(bench: "Bench", source: str, inputs: Inputs) -> str | None:
    """The first message of the compiler when it refuses `source`."""
    run = await _run(bench, source, [inputs], LEAST_S)
    return _said(run) if isinstance(run, str) else None


def _said(message: str) -> str:
    return f"It does not compile: {message}"


async def ask(bench: "Bench", source: str, requests: Sequence[Request], wall_s: float) -> list[Observation]:
    """One observation per request; all of one form in a batch. Raises SandboxError."""
    found: dict[int, Observation] = {}
    for form in dict.fromkeys(str(request["form"]) for request in requests):
        places = [place for place, request in enumerate(requests) if request["form"] == form]
        answers = await FORMS[form](bench, source, [requests[place] for place in places], wall_s)
        found |= dict(zip(places, answers, strict=True))
    return [found[place] for place in range(len(requests))]


async def _run(bench: "Bench", source: str, several: Sequence[Inputs], wall_s: float) -> list[Observation] | str:
    """What came of each call, in one process as long as it lives; the compiler's message when it cannot be built."""
    examples = tuple(_example(inputs, number) for number, inputs in enumerate(several))
    problem = bench.problem.model_copy(update={"examples": examples})
    settings = bench.limited(max(wall_s, LEAST_S)).model_copy(update={"output_kb": ROOM_KB})
    run = await RUNNERS[problem.language].observe(problem, source, settings, bench.isolation)
    if run.not_built:
        return run.not_built.text
    return list(run.observations)


def _example(inputs: Inputs, number: int) -> Example:
    """One argument can be seen afterwards: of several, each in turn. Of operations what they return is all."""
    if "operations" in inputs:
        return Example(raw="", form="operations", inputs=dict(inputs))
    changeable = [name for name, value in inputs.items() if isinstance(value, list | dict | set)]
    mutated = changeable[number % len(changeable)] if changeable else None
    return Example(raw="", inputs=dict(inputs), mutated=mutated)


def _inputs(encoded: Sequence[tuple[str, Any]]) -> Inputs:
    return {name: decode(value) for name, value in encoded}


async def _observed(bench: "Bench", source: str, requests: Sequence[Request], wall_s: float) -> list[Observation]:
    run = await _run(bench, source, [_inputs(request["inputs"]) for request in requests], wall_s)
    if isinstance(run, str):
        return [Observation("died", detail=_said(run)) for _ in requests]
    return [_as_trial(each) for each in run]


def _as_trial(seen: Observation) -> Observation:
    """In the terms of a trial: see `trials.outcome_of`."""
    if seen.ended != "returned":
        return seen
    nothing = seen.value is None and seen.mutated is NOTHING and seen.first is not NOTHING
    arguments = [each for each in (seen.first if nothing else seen.mutated,) if each is not NOTHING]
    kinds = f"{seen.text or ''} {' '.join(sorted(_kinds(seen.value)))}".strip()
    found = ("returned", seen.value, kinds, -1, arguments, seen.time_ms, False, "")
    return Observation("returned", found, printed=seen.printed, time_ms=seen.time_ms)


def _kinds(value: Any) -> set[str]:
    """What a comparison of values does not see."""
    if isinstance(value, Opaque):
        return {value.kind}
    if isinstance(value, float):
        return {"negative zero"} if not value and str(value).startswith("-") else set()
    if isinstance(value, Nodes):
        return _kinds(value.items)
    if isinstance(value, list | tuple | set | frozenset | dict):
        items = cast("dict[Any, Any]", value).values() if isinstance(value, dict) else cast("Sequence[Any]", value)
        return {type(cast("object", value)).__name__}.union(*map(_kinds, items))
    return set()


async def _unknown(bench: "Bench", source: str, requests: Sequence[Request], wall_s: float) -> list[Observation]:
    return [Observation("returned", None) for _ in requests]


async def _climbed(bench: "Bench", source: str, requests: Sequence[Request], wall_s: float) -> list[Observation]:
    """(milliseconds by size, how it ended). One request climbs alone; several do so side by side, size by size."""
    if len(requests) == 1:
        return [Observation("returned", await _climb(bench, source, requests[0]))]
    found: list[tuple[list[float], str]] = [([], "done") for _ in requests]
    for step in range(len(requests[0]["several"])):
        alive = [place for place, (_, ended) in enumerate(found) if ended == "done"]
        run = await _run(bench, source, [_inputs(requests[place]["several"][step]) for place in alive], LEAST_S)
        for place, seen in zip(alive, [] if isinstance(run, str) else run, strict=True):
            times, ended = _times([seen], requests[place]["most_s"])
            found[place] = ([*found[place][0], *times], ended)
    return [Observation("returned", each) for each in found]


async def _climb(bench: "Bench", source: str, request: Request) -> tuple[list[float], str]:
    times, ended = list[float](), "done"
    several = request["several"]
    for start in range(0, len(several), CHUNK):
        calls = [_inputs(each) for each in several[start : start + CHUNK]]
        run = await _run(bench, source, [call for call in calls for _ in range(2)], request["most_s"])
        pairs = [] if isinstance(run, str) else list(zip(run[::2], run[1::2], strict=True))
        more, ended = _times([max(pair, key=_speed) for pair in pairs], request["most_s"])
        times += more
        if ended != "done" or not pairs:
            break
    return times, ended


def _speed(seen: Observation) -> float:
    return -seen.time_ms if seen.ended == "returned" else float("-inf")


def _times(seen: Sequence[Observation], most_s: float) -> tuple[list[float], str]:
    times: list[float] = []
    for each in seen:
        if each.ended != "returned":
            return times, "raised" if each.ended == "raised" else "out of time"
        times.append(each.time_ms)
        if each.time_ms > most_s * 1000:
            return times, "out of time"
    return times, "done"


async def _raced(bench: "Bench", source: str, requests: Sequence[Request], wall_s: float) -> list[Observation]:
    """All sizes in one process for each round and version, the largest, which comes last, first: what is kept of
    smaller ones must be of no use to it."""
    sources = [other or source for other in requests[0]["sources"]]
    order = list(reversed(range(len(requests))))
    calls = [_inputs(requests[0]["warm_up"]), *(_inputs(requests[place]["inputs"]) for place in order)]
    samples: list[list[list[float]]] = [[[] for _ in sources] for _ in requests]
    for number in range(requests[0]["rounds"]):
        for version in range(len(sources)) if number % 2 == 0 else reversed(range(len(sources))):
            run = await _run(bench, sources[version], calls, wall_s)
            if isinstance(run, str) or any(each.ended != "returned" for each in run[1:]):
                return [Observation("time_limit") for _ in requests]
            for place, each in zip(order, run[1:], strict=True):
                samples[place][version].append(each.time_ms)
    return [Observation("returned", each) for each in samples]


FORMS: Mapping[str, Callable[["Bench", str, Sequence[Request], float], Awaitable[list[Observation]]]] = {
    "observed": _observed,
    "climbed": _climbed,
    "raced": _raced,
    "profiled": _unknown,
    "weighed": _unknown,
}
