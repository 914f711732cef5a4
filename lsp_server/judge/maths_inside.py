"""Runs inside the sandbox: compares an answer with the expected one, and checks equations, with a computer algebra
system whose parser evaluates what it reads.

`python -I -S -B maths_inside.py FOLDER...`, the folders being where the packages are. The task is JSON on standard
input: {"pairs": [[answer, answer], ...], "equations": [[left, right], ...], "limit_s": seconds for each}. One line of
JSON is printed for each question, in order, the pairs of answers first: {"is": "yes" | "no" | "unknown"}.
Each question is asked in a process of its own, so that one without end costs only itself.
"""

import importlib
import json
import os
import select
import signal
import sys
from typing import Any

POINTS = (0.7390851, 1.3247179, 2.6854520, 0.2614972, 3.3598856)
"""Odd values for unknowns: sides that agree on all of them are worth to be compared, others are not the same."""
CLOSE = 1e-9
PATIENCE = 4
"""The limit is of CPU time; on a busy machine that takes longer by the clock."""


def main() -> None:
    sys.path += sys.argv[1:]
    for name in ("math_verify", "sympy"):  # loaded once, before the processes part
        loaded(name)
    task = json.load(sys.stdin)
    limit_s = task["limit_s"]
    for expected, answer in task["pairs"]:
        say(asked(same_answer, (expected, answer), limit_s))
    for left, right in task["equations"]:
        say(asked(holds, (left, right), limit_s))


def loaded(name: str) -> "Any":
    """These packages have no types."""
    return importlib.import_module(name)


def say(known: str) -> None:
    os.write(1, json.dumps({"is": known}).encode() + b"\n")


def asked(question: "Any", values: "tuple[str, str]", limit_s: int) -> str:
    """The child's one byte; "unknown" when it does not come in time."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        answer_and_leave(question, values, theirs, limit_s)
    os.close(theirs)
    ready, _, _ = select.select([ours], [], [], limit_s * PATIENCE)
    said = os.read(ours, 1) if ready else b""
    os.close(ours)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return {b"y": "yes", b"n": "no"}.get(said, "unknown")


def answer_and_leave(question: "Any", values: "tuple[str, str]", out: int, limit_s: int) -> None:
    import resource  # POSIX only, and the server reads a constant of this file

    known = None
    resource.setrlimit(resource.RLIMIT_CPU, (limit_s, limit_s))
    try:
        nothing = os.open(os.devnull, os.O_RDWR)
        for fd in (0, 1, 2):
            os.dup2(nothing, fd)
        known = question(*values)
    finally:
        os.write(out, b"?" if known is None else b"y" if known else b"n")
        os._exit(0)


def same_answer(expected: str, answer: str) -> "bool | None":
    math_verify = loaded("math_verify")
    one, other = (math_verify.parse(f"${text.strip('$ ')}$", parsing_timeout=None) for text in (expected, answer))
    if not one or not other:
        return None if expected.strip() != answer.strip() else True
    return bool(math_verify.verify(one, other, timeout_seconds=None))


def holds(left: str, right: str) -> "bool | None":
    """True for what is equal whatever the unknowns are, False for what never is; None for what depends on them."""
    read = loaded("latex2sympy2_extended").latex2sympy
    one, other = read(left), read(right)
    difference = one - other
    unknown = sorted(difference.free_symbols, key=str)
    if unknown:
        return depends(difference, unknown)
    value = difference.evalf(30)
    if not value.is_number or not value.is_finite:
        return None
    scale = max(1.0, abs(complex(other.evalf(15))))
    return bool(abs(complex(value)) <= CLOSE * scale) and exactly(difference)


def exactly(difference: "Any") -> "bool | None":
    """What is zero to 30 digits is zero, unless the algebra says that it is not."""
    known = difference.equals(0)
    return True if known is None else bool(known)


def depends(difference: "Any", unknown: "list[Any]") -> "bool | None":
    simplify = loaded("sympy").simplify
    for point in POINTS:
        places = {symbol: point + k for k, symbol in enumerate(unknown)}
        value = difference.subs(places).evalf(15)
        if not value.is_number or abs(complex(value)) > CLOSE * 1e3:
            constant = simplify(difference)
            return False if constant.is_number and not constant.is_zero else None
    return True if simplify(difference) == 0 or difference.equals(0) else None


if __name__ == "__main__":
    main()
