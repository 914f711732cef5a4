"""Reads the report of the harness: lines of JSON from a process that shared a machine with hostile code.

Everything is checked before it is used; what does not fit counts as tampered with, never as an error of ours.
"""

import json
import signal
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lsp_server.judge.observation import NOTHING, Ended, Observation, Raised
from lsp_server.judge.runners.inside.codec import decode
from lsp_server.judge.runners.inside.prelude import line as import_line
from lsp_server.judge.runners.inside.prelude import provided
from lsp_server.sandbox.program import Outcome

MOST_GROWTH = 16
"""A byte printed by the candidate may become an escape of 6 characters, twice; and there are two streams."""

ENDED: Mapping[str, Ended] = {"time": "time_limit", "output": "output_limit", "died": "died"}
RAISED: Mapping[str, Ended] = {"MemoryError": "memory_limit", "NotDefinedError": "undefined"}
TAMPERED = "It wrote to the channel that results are reported on."


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


def read(outcome: Outcome, examples: int) -> Report:
    load, seen = Load(), dict[int, Observation]()
    for line in outcome.stdout.splitlines():
        event = _object(line)
        if event is None:
            break
        if event.get("k") is None:
            load = _load(event)
        elif isinstance(k := event["k"], int) and 0 <= k < examples and k not in seen:
            seen[k] = _observed(event)
            load = load if load.imports else Load(load.errors, _imports(_object(str(event.get("reply")).encode())))
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


def _load(event: dict[str, Any]) -> Load:
    reply = _object(str(event.get("reply")).encode()) or {}
    if event.get("ended") == "reply" and reply.get("ready") is True:
        errors = cast("list[object]", reply.get("errors") or [])
        return Load(tuple(_raised(error) for error in errors), _imports(reply))
    return Load(failure=_ended(event, loading=True))


def _imports(reply: dict[str, Any] | None) -> tuple[str, ...]:
    """Only lines that our own table makes: they may be offered as an edit."""
    found = (reply or {}).get("imports")
    lines = list(map(str, cast("list[object]", found))) if isinstance(found, list) else []
    known = provided({line.rpartition(" ")[2] for line in lines})
    ours = {import_line(name, home) for name, home in known.items()}
    return tuple(line for line in lines if line in ours)


def _observed(event: dict[str, Any]) -> Observation:
    reply = _object(str(event.get("reply")).encode())
    if event.get("ended") != "reply":
        return _ended(event)
    if reply is None:
        return Observation("tampered", detail=TAMPERED)
    printed, time_ms = _printed(event, reply), _number(reply.get("ms"))
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


def _printed(event: dict[str, Any], reply: dict[str, Any]) -> str:
    """By the last statement of a session, else all."""
    mark, printed = reply.get("mark"), str(event.get("printed"))
    return printed.rpartition(mark)[2] if isinstance(mark, str) and mark else printed


def _failed(raised: Raised, printed: str, time_ms: float) -> Observation:
    return Observation(RAISED.get(raised.types[0], "raised"), printed=printed, raised=raised, time_ms=time_ms)


def _ended(event: dict[str, Any], loading: bool = False) -> Observation:
    how = str(event.get("ended"))
    detail = died(event.get("status")) if how == "died" else TAMPERED
    return Observation(
        ENDED.get(how, "tampered"),
        printed=str(event.get("printed")),
        detail=detail,
        loading=loading,
        time_ms=_number(event.get("ms")),
    )


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
