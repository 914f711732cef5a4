"""Runs inside the sandbox: every candidate in a process of its own, on every input; says what came back.

Reads `work.json`, a list of [code, name, owner, [inputs as source]]; prints one JSON list per candidate: the results
as source, or null where it raised, ran too long or returned something that is no literal. Knows no right answers.
"""

import ast
import json
import os
import resource
import signal
from typing import Any

CANDIDATE_S = 2
MEMORY = 512 * 1024 * 1024
PREAMBLE = "import math, heapq, re, bisect, string, random, collections, itertools, functools, operator\n" + "\n".join(
    f"from {module} import *"
    for module in ("typing", "collections", "functools", "itertools", "heapq", "bisect", "math", "string", "operator")
)
LONGEST = 20_000


def names() -> dict[str, Any]:
    """What a solution may use without importing it."""
    namespace: dict[str, Any] = {"__name__": "candidate"}
    exec(PREAMBLE, namespace)  # noqa: S102
    return namespace


def results(code: str, name: str, owner: str | None, inputs: list[str]) -> list[str | None]:
    namespace = names()
    exec(code, namespace)  # noqa: S102 — running candidates is what this is for
    solve = getattr(namespace[owner](), name) if owner else namespace[name]
    return [result(solve, ast.literal_eval(arguments)) for arguments in inputs]


def result(solve: Any, arguments: tuple[Any, ...]) -> str | None:
    try:
        return repr(solve(*arguments))[:LONGEST]
    except Exception:
        return None


def in_child(candidate: list[Any]) -> list[str | None]:
    """The results of one candidate; all null when its process fails."""
    reader, writer = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reader)
        signal.alarm(CANDIDATE_S)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        try:
            os.write(writer, json.dumps(results(*candidate)).encode()[:60_000])
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    try:
        return json.loads(text)
    except ValueError:
        return [None] * len(candidate[3])


if __name__ == "__main__":
    names()  # loads the modules once, before the processes part
    with open("work.json", encoding="utf-8") as work:
        for candidate in json.load(work):
            print(json.dumps(in_child(candidate)), flush=True)  # noqa: T201 — the answer to the process outside
