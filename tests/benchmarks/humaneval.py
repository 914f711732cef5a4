"""Does the judge tell right from wrong? The public HumanEval problems, canonical and mutated, through `check`.

    python -m tests.benchmarks.humaneval HumanEval.jsonl.gz [--json]

The problems are not part of this repository (github.com/openai/human-eval, data/HumanEval.jsonl.gz). For each one
whose docstring has examples: the canonical solution must pass; then one mutant of it, chosen so that it changes the
answer of at least one example (seen by running both outside the judge), must fail.
"""

import argparse
import ast
import asyncio
import copy
import gzip
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lsp_server.judge.verdict import Verdict
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.check import check

SWAPS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Mod: ast.FloorDiv,
    ast.FloorDiv: ast.Mod,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.And: ast.Or,
    ast.Or: ast.And,
    ast.In: ast.NotIn,
}
PROBE = """
import json, sys
namespace = {"__name__": "probe"}
job = json.load(sys.stdin)
exec(job["source"], namespace)
for call in job["calls"]:
    try:
        print(repr(eval(call, namespace)))
    except BaseException as error:
        print(type(error).__name__)
"""


def load(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def entry(document: Document, name: str) -> Problem | None:
    found = [p for p in find_problems(document) if p.signature.name == name and p.examples]
    return found[0] if found else None


def mutants(source: str, name: str) -> Iterator[str]:
    """Sources that differ from `source` by one small change inside function `name`."""
    tree = ast.parse(source)
    places = [node for top in tree.body if getattr(top, "name", "") == name for node in ast.walk(top)]
    for number, node in enumerate(places):
        for change in _changes(node):
            mutated = copy.deepcopy(tree)
            twin = [n for top in mutated.body if getattr(top, "name", "") == name for n in ast.walk(top)][number]
            change(twin)
            yield ast.unparse(ast.fix_missing_locations(mutated))


def _changes(node: ast.AST) -> Iterator[Any]:
    if isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp) and type(node.op) in SWAPS:
        yield lambda twin: setattr(twin, "op", SWAPS[type(twin.op)]())
    if isinstance(node, ast.Compare) and type(node.ops[0]) in SWAPS:
        yield lambda twin: twin.ops.__setitem__(0, SWAPS[type(twin.ops[0])]())
    if isinstance(node, ast.Constant) and type(node.value) in (int, bool):
        yield lambda twin: setattr(twin, "value", not twin.value if isinstance(twin.value, bool) else twin.value + 1)
    if isinstance(node, ast.Return) and node.value is not None:
        yield lambda twin: setattr(twin, "value", ast.Constant(None))


def calls_of(problem: Problem) -> list[str]:
    name = problem.signature.name
    return [
        f"{name}({', '.join(repr(value) for value in example.inputs.values())})"
        for example in problem.examples
        if example.inputs is not None and example.form == "arguments"
    ] + [e.session for e in problem.examples if e.session and "\n" not in e.session.strip()]


def answers(source: str, calls: list[str]) -> list[str] | None:
    """What the calls return when run plainly, as repr; None when that takes too long or crashes."""
    job = json.dumps({"source": source, "calls": calls})
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", PROBE], input=job, capture_output=True, text=True, timeout=5, check=True
        )
    except subprocess.SubprocessError:
        return None
    return done.stdout.splitlines()


def wrong_version(source: str, problem: Problem) -> str | None:
    """A mutant that changes the answer of an example, or None when none of the first forty does."""
    calls = calls_of(problem)
    right = answers(source, calls)
    for number, mutant in enumerate(mutants(source, problem.signature.name)):
        if number == 40 or not calls or right is None:
            return None
        wrong = answers(mutant, calls)
        if wrong is not None and wrong != right:
            return mutant
    return None


async def verdict_on(source: str, name: str) -> Verdict | None:
    document = Document(source, "python")
    problem = entry(document, name)
    return await check(document, problem, Settings()) if problem else None


async def measure(path: Path) -> dict[str, Any]:
    passed: dict[str, bool] = {}
    failed: dict[str, bool] = {}
    silent, seconds = [], 0.0
    for task in load(path):
        source, name = task["prompt"] + task["canonical_solution"], task["entry_point"]
        started = time.monotonic()
        verdict = await verdict_on(source, name)
        seconds += time.monotonic() - started
        if verdict is None:
            silent.append(task["task_id"])
            continue
        passed[task["task_id"]] = verdict.status == "passed"
        problem = entry(Document(source, "python"), name)
        if problem and (mutant := wrong_version(source, problem)):
            mutated = await verdict_on(mutant, name)
            failed[task["task_id"]] = mutated is not None and mutated.status == "failed"
    return {
        "with_examples": len(passed),
        "canonical_passed": sum(passed.values()),
        "mutants": len(failed),
        "mutants_failed": sum(failed.values()),
        "without_examples": silent,
        "canonical_not_passed": [name for name, good in passed.items() if not good],
        "mutants_not_failed": [name for name, good in failed.items() if not good],
        "checks_per_minute": round(60 * len(passed) / seconds) if seconds else 0,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    result = asyncio.run(measure(options.path))
    if options.json:
        print(json.dumps(result))
        return
    share = result["canonical_passed"] / max(1, result["with_examples"])
    caught = result["mutants_failed"] / max(1, result["mutants"])
    print(f"problems with examples   {result['with_examples']}  (none found: {len(result['without_examples'])})")
    print(f"canonical passed         {result['canonical_passed']}  {share:.1%}  not: {result['canonical_not_passed']}")
    print(f"mutants failed           {result['mutants_failed']}/{result['mutants']}  {caught:.1%}")
    print(f"mutants not failed       {result['mutants_not_failed']}")
    print(f"checks per minute        {result['checks_per_minute']}")


if __name__ == "__main__":
    main()
