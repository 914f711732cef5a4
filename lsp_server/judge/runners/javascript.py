"""JavaScript and, with the types stripped, TypeScript: the harness of `inside_node/` loads the file in Node.js."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.runners import external, supervised
from lsp_server.judge.runners.completion import completed
from lsp_server.judge.runners.javascript_types import method_types
from lsp_server.judge.runners.node import Node, for_javascript, missing_for_javascript
from lsp_server.judge.runners.node_variant import variant
from lsp_server.problem.model import Example, Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

HARNESS = "harness"
FILE = "solution.js"
OVERHEAD_BYTES = 96 * supervised.MIB
"""What Node takes beside the heap, which its flag limits."""
STACK_BYTES = 64 * supervised.MIB
STACK_MARGIN = 0.85
"""V8 counts only its own frames."""
ENVIRONMENT = {"OPENSSL_CONF": "/dev/null"}
"""Debian's Node reads the system's and does not start when it may not."""
OUT_OF_MEMORY = ("heap out of memory", "Allocation failed")


def missing() -> str | None:
    return missing_for_javascript()


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    node = for_javascript()
    assert node is not None  # noqa: S101 - `missing` was asked before
    return await run_file(problem, source, settings, isolation, node, FILE)


async def run_file(
    problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation, node: Node, file: str
) -> Run:
    """`file` is what the candidate's file is called inside; its ending decides whether types are stripped."""
    problem, source = completed(problem, source)

    def payload(example: Example) -> str:
        return json.dumps(_ordered(supervised.values_of(example), problem))

    argv = (node.path, *_flags(settings), f"{HARNESS}/worker.js")
    return await external.observe(
        problem,
        external.External(
            serve=(*argv, "serve"),
            program=(*argv, "program"),
            payload=payload,
            explain=explain,
            files={
                **_harness(),
                file: source.encode("utf-8", "replace"),
                "task.json": _task(problem, source, settings, file),
            },
            environment=ENVIRONMENT,
            readable=node.readable,
            stack_bytes=STACK_BYTES,
            address_space=False,
            overhead_bytes=OVERHEAD_BYTES,
        ),
        settings,
        isolation,
    )


def _flags(settings: SandboxSettings) -> tuple[str, ...]:
    stack_kb = int(STACK_BYTES * STACK_MARGIN) // supervised.KIB
    return (f"--max-old-space-size={settings.memory_mb}", f"--stack-size={stack_kb}", "--no-warnings")


def _task(problem: Problem, source: str, settings: SandboxSettings, file: str) -> bytes:
    signature = problem.signature
    task = {
        "file": file,
        "name": signature.name,
        "owner": signature.owner,
        "kind": signature.kind,
        "parameters": [parameter.name for parameter in signature.params],
        "types": [parameter.type for parameter in signature.params],
        "returns": signature.returns,
        "methods": method_types(source) if signature.kind == "class" else {},
        "node": variant(source),
        "room": settings.output_kb * supervised.KIB,
    }
    return json.dumps(task).encode()


def _ordered(values: dict[str, Any], problem: Problem) -> dict[str, Any]:
    """By position; by name only where a statement gives exactly the parameters in another order."""
    names = [parameter.name for parameter in problem.signature.params]
    given: Mapping[str, Any] = dict(values["inputs"])
    if values["form"] == "arguments" and names != list(given) and set(names) == set(given):
        return {**values, "inputs": [(name, given[name]) for name in names]}
    return values


def explain(said: str) -> Raised | None:
    """Node ends itself when the heap is full; any other death speaks for itself."""
    return Raised(("MemoryError",), "", None) if any(words in said for words in OUT_OF_MEMORY) else None


@cache
def _harness() -> Mapping[str, bytes]:
    files = sorted(Path(__file__).with_name("inside_node").glob("*.js"))
    return {f"{HARNESS}/{path.name}": path.read_bytes() for path in files}
