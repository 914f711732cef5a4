"""Reads the report of the supervisor, for every language: JSON from a sandbox that hostile code ran in.

Everything is checked before it is used; what does not fit counts as tampered with, never as an error of ours.
"""

import json
import signal
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lsp_server.judge.observation import NOTHING, Ended, Observation, Raised
from lsp_server.judge.runners.inside.codec import decode
from lsp_server.sandbox.program import Outcome

MOST_GROWTH = 16
"""A byte printed by the candidate may become an escape of 6 characters, twice; and there are two streams."""

ENDED: Mapping[str, Ended] = {"time": "time_limit", "output": "output_limit", "died": "died"}
RAISED: Mapping[str, Ended] = {"MemoryError": "memory_limit", "NotDefinedError": "undefined"}
"""What an error of this class means, in every language: a harness or `Dialect.explain` may use these names."""
TAMPERED = "It wrote to the channel that results are reported on."


@dataclass(frozen=True, slots=True)
class Dialect:
    """What is special about the reports of one language.

    explain   the error that a process which died has described on its standard error, None when it has not
    imports   those of the lines that are imports the judge provides in this language
    """

    explain: Callable[[str], Raised | None] = lambda _: None
    imports: Callable[[list[str]], tuple[str, ...]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class Load:
    """What the loading of the file told. `failure` when it did not come to an end: that counts for every example."""

    errors: tuple[Raised, ...] = ()
    imports: tuple[str, ...] = ()
    failure: Observation | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """`observations` by place in the task; fewer than there were examples when the sandbox ended early."""

    load: Load = field(default_factory=Load)
    observations: dict[int, Observation] = field(default_factory=dict[int, Observation])


def read(outcome: Outcome, examples: int, dialect: Dialect) -> Report:
    load, seen = Load(), dict[int, Observation]()
    for line in outcome.stdout.splitlines():
        event = _object(line)
        if event is None:
            break
        if event.get("k") is None:
            load = _load(event, dialect)
        elif isinstance(k := event["k"], int) and 0 <= k < examples and k not in seen:
            seen[k] = _observed(event, dialect)
            load = load if load.imports else Load(load.errors, _imports(_reply(event), dialect))
    if load.failure:
        seen = dict.fromkeys(range(examples), load.failure) | seen
    return Report(load, seen)


def lost(outcome: Outcome) -> Observation:
    """For the example that ran when the whole sandbox ended."""
    if outcome.ended == "exited":
        return Observation("died", detail=died(outcome.exit_code))
    return Observation(outcome.ended, time_ms=outcome.wall_s * 1000)


def died(status: object) -> str:
    if isinstance(status, int) and status < 0:
        return f"The process was ended by {_signal_name(-status)} before it returned a result."
    return f"The process exited with status {status} before it returned a result."


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _load(event: dict[str, Any], dialect: Dialect) -> Load:
    reply = _reply(event) or {}
    if event.get("ended") == "reply" and reply.get("ready") is True:
        errors = cast("list[object]", reply.get("errors") or [])
        return Load(tuple(_raised(error) for error in errors), _imports(reply, dialect))
    return Load(failure=_ended(event, dialect, loading=True))


def _imports(reply: dict[str, Any] | None, dialect: Dialect) -> tuple[str, ...]:
    """Only lines that our own table makes: they may be offered as an edit."""
    found = (reply or {}).get("imports")
    return dialect.imports(list(map(str, cast("list[object]", found)))) if isinstance(found, list) else ()


def _observed(event: dict[str, Any], dialect: Dialect) -> Observation:
    reply = _reply(event)
    if event.get("ended") != "reply":
        return _ended(event, dialect)
    if reply is None:
        return Observation("tampered", detail=TAMPERED)
    printed, time_ms = _printed(event, reply), _number(reply.get("ms", event.get("ms")))
    if reply.get("too_large") is True:
        return Observation("output_limit", time_ms=time_ms)
    if "error" in reply:
        return _failed(_raised(reply["error"]), printed, time_ms)
    try:
        value, first, mutated = (_value(reply, name) for name in ("value", "first", "mutated"))
    except (ValueError, RecursionError):
        return Observation("tampered", detail=TAMPERED)
    text = reply.get("repr")
    return Observation(
        "returned", value, first, mutated, text if isinstance(text, str) else None, printed, time_ms=time_ms
    )


def _reply(event: dict[str, Any]) -> dict[str, Any] | None:
    return _object(str(event.get("reply")).encode())


def _printed(event: dict[str, Any], reply: dict[str, Any]) -> str:
    """By the last statement of a session, else all."""
    mark, printed = reply.get("mark"), str(event.get("printed"))
    return printed.rpartition(mark)[2] if isinstance(mark, str) and mark else printed


def _failed(raised: Raised, printed: str, time_ms: float, loading: bool = False) -> Observation:
    ended = RAISED.get(raised.types[0], "raised")
    return Observation(ended, printed=printed, raised=raised, loading=loading, time_ms=time_ms)


def _ended(event: dict[str, Any], dialect: Dialect, loading: bool = False) -> Observation:
    how, printed, time_ms = str(event.get("ended")), str(event.get("printed")), _number(event.get("ms"))
    told = dialect.explain(str(event.get("stderr"))) if how == "died" else None
    if told is not None:
        return _failed(told, printed, time_ms, loading)
    detail = died(event.get("status")) if how == "died" else TAMPERED
    ended = ENDED.get(how, "tampered")
    return Observation(ended, printed=printed, detail=detail, loading=loading, time_ms=time_ms)


def _raised(data: object) -> Raised:
    fields = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
    types, line = fields.get("types"), fields.get("line")
    names = tuple(map(str, cast("list[object]", types))) if isinstance(types, list) else ()
    return Raised(names or ("Exception",), str(fields.get("text", "")), line if isinstance(line, int) else None)


def _value(reply: dict[str, Any], name: str) -> Any:
    return decode(reply[name]) if name in reply else NOTHING


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) else 0.0


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", data) if isinstance(data, dict) else None
