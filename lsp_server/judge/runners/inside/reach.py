"""Which code of a function a set of inputs has reached, down to single expressions: branches in a line count too.

Python tells the place in the source of every instruction. A place none of whose instructions ran was not reached.
"""

import dis
import sys
from collections.abc import Iterator
from functools import cache
from types import CodeType
from typing import Any

from .errors import FILE
from .load import Loaded
from .trials import clock, finished, prepared

Place = tuple[int, int, int, int]


def reached(loaded: Loaded, request: "dict[str, Any]", signature: "dict[str, Any]") -> Any:
    """(places that no input reached, inputs that were run). Stops after `most_s`; takes place in one process."""
    ran: dict[CodeType, set[int]] = {}
    sizes: dict[CodeType, int] = {}

    def step(frame: Any, event: str, argument: Any) -> Any:
        if event == "opcode":
            steps = ran[frame.f_code]
            steps.add(frame.f_lasti // 2)
            if len(steps) == sizes[frame.f_code]:
                frame.f_trace_opcodes = False
        return step

    def enter(frame: Any, event: str, argument: Any) -> Any:
        if frame.f_code.co_filename != FILE:
            return None
        steps = ran.setdefault(frame.f_code, set())
        size = sizes.setdefault(frame.f_code, _size(frame.f_code))
        if len(steps) >= size:
            return None
        frame.f_trace_opcodes, frame.f_trace_lines = True, False
        return step

    started, count = clock(), 0
    for inputs in request["several"]:
        if clock() - started > request["most_s"]:
            break
        call, _ = prepared(loaded, inputs, signature)
        sys.settrace(enter)
        try:
            finished(call())
        except BaseException:  # noqa: S110 - what it raises was seen before; here only the way there counts
            pass
        finally:
            sys.settrace(None)
        count += 1
    return sorted(_missed(ran)), count


@cache
def _size(code: CodeType) -> int:
    """How many instructions there are to run: what all of them did needs no watching any more."""
    return sum(instruction.opname != "CACHE" for instruction in dis.get_instructions(code))


def _missed(ran: "dict[CodeType, set[int]]") -> "set[Place]":
    done: set[Place] = set()
    there: set[Place] = set()
    for code in {inner for entered in ran for inner in _nested(entered)}:
        steps = ran.get(code, set())
        for number, (line, last, column, end) in enumerate(code.co_positions()):
            if line is not None and last is not None and column is not None and end is not None:
                (done if number in steps else there).add((line, column, last, end))
    return there - done


def _nested(code: CodeType) -> "Iterator[CodeType]":
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _nested(constant)
