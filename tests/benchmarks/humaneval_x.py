"""Does the judge tell right from wrong in languages other than Python? The public HumanEval-X, through `check`.

    python -m tests.benchmarks.humaneval_x cpp humaneval_cpp.jsonl.gz [--every 2] [--mutants 60] [--only CPP/22]

The problems are not part of this repository (github.com/zai-org/CodeGeeX, codegeex/benchmark/humaneval-x). For each one
with examples: the canonical solution must pass; then one mutant of it, chosen so that it compiles and fails the
corpus's own assertions of the examples (seen by running it outside the judge), must fail. The statements in Rust have
no examples: there they are made of the assertions of its test.
"""

import argparse
import asyncio
import gzip
import json
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsp_server.judge.runners import go, java
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.check import check

SWAPS = (
    *((r"==(?!=)", "!="), (r"!=(?!=)", "=="), (r"<=", ">"), (r">=", "<"), (r"&&", "||"), (r"\|\|", "&&")),
    *((r"(?<=[\w)\]] )<(?= )", ">="), (r"(?<=[\w)\]] )>(?= )", "<="), (r"(?<=[\w)\]] )\+(?= )", "-")),
    *((r"(?<=[\w)\]] )-(?= )", "+"), (r"%", "/"), (r"(?<![\w.])0(?![\w.])", "1"), (r"(?<![\w.])1(?![\w.])", "2")),
    *((r"\btrue\b", "false"), (r"\bfalse\b", "true"), (r"\bmax\b", "min"), (r"\bmin\b", "max")),
)
MOST_TRIES = 8
COMPILE_S, RUN_S = 60, 10
"""Of the CPU: a mutant without end must not take minutes of a busy machine."""
RUST_CRATES = re.compile(r"^use (?:rand|regex|md5)\b.*\n", re.MULTILINE)
RUST_ASSERTION = re.compile(r"\bassert(?:_eq)?!\(")
GO_TEST = re.compile(r"func Test\w+\(t \*testing\.T\) \{\s*assert := assert\.New\(t\)")
GO_BEFORE = 'package main\nimport (vibe_fmt "fmt"; vibe_os "os")\n'
GO_AFTER = """
type vibe_assert struct{}
func (vibe_assert) Equal(a, b interface{}, _ ...interface{}) {
	if vibe_fmt.Sprint(a) != vibe_fmt.Sprint(b) { vibe_os.Exit(3) }
}
func (v vibe_assert) True(a bool, _ ...interface{}) { v.Equal(true, a) }
func (v vibe_assert) False(a bool, _ ...interface{}) { v.Equal(false, a) }
"""
JAVASCRIPT_BEFORE = "console.assert = (holds) => { if (!holds) process.exit(3); };\n"


@dataclass(frozen=True)
class Outside:
    """How a solution and assertions become a program that fails where one does not hold, without the judge."""

    file: str
    build: tuple[str, ...]
    run: tuple[str, ...]
    before: str = ""
    after: str = ""
    environment: dict[str, str] = field(default_factory=dict[str, str])


OUTSIDE = {
    "cpp": Outside("main.cpp", ("g++", "-std=c++17", "-w", "main.cpp", "-o", "main"), ("./main",)),
    "java": Outside(
        "Main.java",
        ("javac", *(f"-J{flag}" for flag in java.QUICK_START), "-nowarn", "Main.java"),
        ("java", *java.QUICK_START, "-cp", ".", "Main"),
    ),
    "go": Outside(
        "main.go", (str(go.installed() or "go"), "build", "-o", "main", "main.go"), ("./main",), GO_BEFORE, GO_AFTER
    ),
    "rust": Outside("main.rs", ("rustc", "--test", "-A", "warnings", "main.rs", "-o", "main"), ("./main", "-q")),
    "javascript": Outside("main.js", ("node", "--check", "main.js"), ("node", "main.js"), JAVASCRIPT_BEFORE),
}


@dataclass(frozen=True)
class Task:
    name: str
    before: str
    solution: str
    assertions: str

    def source(self, solution: str | None = None) -> str:
        return self.before + (self.solution if solution is None else solution)


def load(language: str, path: Path) -> Iterator[Task]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows: list[dict[str, str]] = [json.loads(line) for line in lines]
    for row in rows:
        name, solution = row["task_id"], row["canonical_solution"]
        if language == "rust":
            yield _rust(name, row)
        else:
            asserted = GO_TEST.sub("func main() {\n assert := vibe_assert{}", row["example_test"])
            yield Task(name, row["prompt"], solution, asserted)


def _rust(name: str, row: dict[str, str]) -> Task:
    """The examples are those assertions of the test that the product reads; the imports, those that need no crate."""
    function = re.search(r"\bfn (\w+)", row["declaration"])
    pairs = [pair for pair in _asserted(row["test"], function[1] if function else "") if _examples(row, [pair])]
    holds = "".join(f"assert!({call} == {wanted});\n" for call, wanted in pairs)
    asserted = f"#[cfg(test)]\nmod tests {{\nuse super::*;\n#[test]\nfn examples() {{\n{holds}}}\n}}\n"
    return Task(name, _rust_head(row, pairs), row["canonical_solution"], asserted)


def _rust_head(row: dict[str, str], pairs: Sequence[tuple[str, str]]) -> str:
    calls = "".join(f">>> {call}\n{wanted}\n" for call, wanted in pairs)
    imports, _, function = RUST_CRATES.sub("", row["declaration"]).rpartition("\nfn ")
    statement = re.sub(r"\A\s*/\*|\*/\s*\Z", "", row["prompt"])
    return f"{imports}\n/*\n{statement}\n{calls}*/\nfn {function}"


def _examples(row: dict[str, str], pairs: Sequence[tuple[str, str]]) -> int:
    document = Document(_rust_head(row, pairs) + row["canonical_solution"], "rust")
    return sum(len(problem.examples) for problem in find_problems(document))


def _asserted(test: str, name: str) -> Iterator[tuple[str, str]]:
    """`assert_eq!(f(1), 2)` and `assert!(f(1) == 2)` as call and value; other assertions are left out."""
    for found in RUST_ASSERTION.finditer(test):
        text = re.sub(r"\s*\n\s*", " ", test[found.end() : _closing(test, found.end())]).strip()
        call = re.match(rf"{name}\(", text)
        if call and (rest := text[(end := _closing(text, call.end()) + 1) :].strip()).startswith((",", "==")):
            yield text[:end], rest.removeprefix("==").strip(" ,")


def _closing(text: str, start: int) -> int:
    """Where the bracket closes that was opened before `start`; strings with brackets in them come in pairs here."""
    depth = 1
    for place in range(start, len(text)):
        depth += (text[place] in "([{") - (text[place] in ")]}")
        if depth == 0:
            return place
    return len(text)


def holds(language: str, source: str, assertions: str) -> bool | None:
    """Whether all assertions hold; None when it does not compile, or runs without end."""
    how = OUTSIDE[language]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / how.file).write_text(how.before + source + how.after + "\n" + assertions, encoding="utf-8")
        if _run(how.build, folder, COMPILE_S):
            return None
        status = _run(how.run, folder, RUN_S)
        return None if status == -signal.SIGKILL else status == 0


def _run(command: Sequence[str], folder: str, seconds: int) -> int:
    limited = ("prlimit", f"--cpu={seconds}:{seconds}", *command)
    return subprocess.run(limited, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, check=False).returncode


def mutants(task: Task) -> list[str]:
    """Solutions that differ in one place, in an order that is the same each time."""
    found = [
        task.solution[: place.start()] + other + task.solution[place.end() :]
        for pattern, other in SWAPS
        for place in re.finditer(pattern, task.solution)
    ]
    random.Random(task.name).shuffle(found)
    return found


def wrong_version(language: str, task: Task) -> str | None:
    for solution in mutants(task)[:MOST_TRIES]:
        if holds(language, task.source(solution), task.assertions) is False:
            return task.source(solution)
    return None


async def verdict_on(language: str, source: str) -> Verdict | None:
    document = Document(source, language)
    found = [problem for problem in find_problems(document) if problem.examples]
    return await check(document, found[0], Settings()) if found else None


def told(verdict: Verdict) -> str:
    first = next((each for each in verdict.examples if each.status != "passed"), None)
    return f"{verdict.status}: " + (
        f"{first.input[:100]} -> {first.actual} not {first.expected}; {first.message}"
        if first
        else str(verdict.message)
    )


async def measure(language: str, tasks: list[Task], most_mutants: int) -> dict[str, Any]:
    silent: list[str] = []
    passed: dict[str, str] = {}
    failed: dict[str, str] = {}
    for number, task in enumerate(tasks, 1):
        began = time.monotonic()
        verdict = await verdict_on(language, task.source())
        if verdict is None:
            silent.append(task.name)
            continue
        passed[task.name] = told(verdict)
        if len(failed) < most_mutants and (mutant := await asyncio.to_thread(wrong_version, language, task)):
            mutated = await verdict_on(language, mutant)
            failed[task.name] = told(mutated) if mutated else "no problem found"
        _tell(number, len(tasks), task.name, passed, failed, time.monotonic() - began)
    return {
        "with_examples": len(passed),
        "canonical_passed": sum(text.startswith("passed") for text in passed.values()),
        "mutants": len(failed),
        "mutants_failed": sum(text.startswith("failed") for text in failed.values()),
        "without_examples": silent,
        "canonical_not_passed": {name: text for name, text in passed.items() if not text.startswith("passed")},
        "mutants_not_failed": {name: text for name, text in failed.items() if not text.startswith("failed")},
    }


def _tell(number: int, of: int, name: str, passed: dict[str, str], failed: dict[str, str], seconds: float) -> None:
    """To standard error as it goes: a run of an hour that is broken off leaves its figures."""
    lines = (f"{number}/{of} {name} {seconds:.1f} s", f"right: {passed[name]}", f"mutant: {failed.get(name)}")
    print(*lines, sep=" | ", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", choices=sorted(OUTSIDE))
    parser.add_argument("path", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only each n-th problem")
    parser.add_argument("--mutants", type=int, default=1000, help="how many mutants at most")
    parser.add_argument("--only", nargs="*", default=(), help="only the problems of these names")
    options = parser.parse_args()
    tasks = [task for task in load(options.language, options.path) if not options.only or task.name in options.only]
    result = asyncio.run(measure(options.language, tasks[:: options.every], options.mutants))
    print(json.dumps(result, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
