"""Times versions of a function: alone, at growing sizes, and against each other, round by round.

In a race each sample is taken in a process of its own, which remembers nothing of earlier calls, so that a cache which
outlives a call gains nothing; the versions take turns in who is first. The collector is off. Calls are measured by the
CPU's clock, on which other programs do not count, unless they are too short for it. Short calls are repeated.
"""

import gc
import json
import os
import signal
import time
from functools import cache
from typing import Any

from .load import Loaded
from .trials import finished, prepared

ENOUGH_S = 0.01
MOST_CALLS = 60
STEPS = 20
"""The clock of CPU time advances by nanoseconds on some machines and by milliseconds on others: so many must fit.

That of the thread, because Linux keeps that of the process only to a few milliseconds while a timer of it runs."""


class OutOfTimeError(BaseException):
    """No function under test catches it by accident."""


def climbed(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """(milliseconds for each of `several` inputs, up to the first that takes longer than `most_s`, how that ended)."""
    times: list[float] = []
    signal.signal(signal.SIGPROF, _out_of_time)
    for inputs in request["several"]:
        signal.setitimer(signal.ITIMER_PROF, request["most_s"])
        try:
            times.append(_best(loaded, inputs, signature) * 1000)
        except OutOfTimeError:
            return times, "out of time"
        except BaseException as error:
            return times, type(error).__name__
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
    return times, "done"


def _out_of_time(number: int, frame: Any) -> None:
    raise OutOfTimeError


def raced(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """Per version a list of milliseconds per call, one for each round. `sources`: the versions; None is the file."""
    samples: list[list[float]] = [[] for _ in request["sources"]]
    for number in range(request["rounds"]):
        order = range(len(samples)) if number % 2 == 0 else reversed(range(len(samples)))
        for version in order:
            samples[version].append(_in_child(loaded, request, version, signature))
    return samples


def _in_child(loaded: Loaded, request: "dict[str, Any]", version: int, signature: "dict[str, Any]") -> float:
    """The child's answer. Raises ChildProcessError when it gave none."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(reader)
            os.write(
                writer, json.dumps(_sample(loaded.other(request["sources"][version]), request, signature)).encode()
            )
        finally:
            os._exit(0)
    os.close(writer)
    with open(reader, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(pid, 0)
    if not answer:
        raise ChildProcessError("a timed call did not come to its end")
    return float(json.loads(answer))


def _sample(version: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> float:
    """Milliseconds of one call, after one on a small input."""
    warm_up, _ = prepared(version, request["warm_up"], signature)
    finished(warm_up())
    gc.collect()
    gc.disable()
    return _best(version, request["inputs"], signature) * 1000


def _best(version: Loaded, inputs: "list[list[Any]]", signature: "dict[str, Any]") -> float:
    """Seconds; of short calls the quickest of several, each on new arguments, because it was disturbed the least."""
    best = spent = _timed(version, inputs, signature)
    calls = 1
    while spent < ENOUGH_S and calls < MOST_CALLS:
        took = _timed(version, inputs, signature)
        best, spent, calls = min(best, took), spent + took, calls + 1
    return best


def _timed(version: Loaded, inputs: "list[list[Any]]", signature: "dict[str, Any]") -> float:
    call, _ = prepared(version, inputs, signature)
    wall, cpu = time.perf_counter(), time.thread_time()
    finished(call())
    wall, cpu = time.perf_counter() - wall, time.thread_time() - cpu
    return cpu if min(wall, cpu) > coarse_s() * STEPS else wall


@cache
def coarse_s() -> float:
    """The step of the CPU's clock."""
    steps: list[float] = []
    for _ in range(3):
        before = after = time.thread_time()
        while after == before:
            after = time.thread_time()
        steps.append(after - before)
    return min(steps)
