"""What was found wrong with code that was run, and what becomes of it when the text changes. Knows no LSP.

A finding is about the code that was run. An edit above or below the problem moves it; an edit inside the problem
makes it say something about code that is no longer there, so it goes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lsp_server.judge.verdict import FINE, ExampleResult, ExampleStatus, Verdict
from lsp_server.problem.model import Problem, Region

_WHAT: Mapping[ExampleStatus, str] = {
    "wrong_answer": "Wrong answer",
    "differs": "Another answer",
    "runtime_error": "It crashed",
    "time_limit": "It ran out of time",
    "memory_limit": "It ran out of memory",
    "output_limit": "It printed too much",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Offsets, half-open."""

    start: int
    end: int

    def touches(self, other: "Span") -> bool:
        return self.start <= other.end and other.start <= self.end

    def moved(self, by: int) -> "Span":
        return Span(self.start + by, self.end + by)


@dataclass(frozen=True, slots=True)
class Finding:
    """`span` is underlined; `problem` is what must stay as it is for the finding to stay true."""

    span: Span
    problem: Span
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Change:
    """`span` of the text before was replaced by `length` characters."""

    span: Span
    length: int


def findings(problem: Problem, verdict: Verdict, text: str) -> Iterator[Finding]:
    """One per failing example or refuted step, or one for code that could not be run at all. `text`: the document."""
    whole = span(problem.region)
    if problem.derivation:
        yield from _of_derivation(problem.derivation, verdict, whole, text)
        return
    if verdict.status == "error":
        yield Finding(span(problem.statement_region), whole, "error", verdict.message or "The code cannot be run.")
        return  # its examples say the same
    for example, result in zip(problem.examples, verdict.examples, strict=False):
        if result.status not in FINE:
            where = span(example.region or problem.statement_region)
            told = explained(result)
            if problem.handed:
                where, told = _header(problem, text), f"{told}\nInput: {result.input}"
            yield Finding(where, whole, result.status, told)


def _header(problem: Problem, text: str) -> Span:
    """The line that names the function, where the document does not hold the example itself."""
    first, last = problem.statement_region.start.offset, problem.target.region.start.offset
    named = max(first, text.rfind(problem.signature.name, first, last))
    start = text.rfind("\n", 0, named) + 1
    line = text[start:].partition("\n")[0].rstrip("\r")
    return Span(start + len(line) - len(line.lstrip()), start + len(line))


def _of_derivation(derivation: Region, verdict: Verdict, whole: Span, text: str) -> Iterator[Finding]:
    """Each refuted step on its line, a wrong answer on all of it."""
    start = derivation.start.offset
    lines = text[start : derivation.end.offset].split("\n")
    for step in verdict.steps:
        if step.status == "refuted":
            first = start + sum(len(line) + 1 for line in lines[: step.line - 1])
            where = Span(first, first + len(lines[step.line - 1].rstrip("\r")))
            yield Finding(where, whole, "refuted", f"This does not hold: {' '.join(step.text.split())}")
    for result in verdict.examples:
        if result.status != "passed":
            yield Finding(span(derivation), whole, result.status, explained(result))


def carried(finding: Finding, changes: Sequence[Change]) -> Finding | None:
    """`finding` after `changes` (in order, each relative to the text that the one before left); None: it is void."""
    for change in changes:
        if finding.problem.touches(change.span):
            return None
        if change.span.end < finding.problem.start:
            by = change.length - (change.span.end - change.span.start)
            finding = replace(finding, span=finding.span.moved(by), problem=finding.problem.moved(by))
    return finding


def explained(result: ExampleResult) -> str:
    """The sentence under a failing example."""
    lines = [_WHAT.get(result.status, result.status) + (f": {result.message}" if result.message else ".")]
    lines.append(f"Expected: {result.expected}")
    if result.actual is not None:
        lines.append(f"Actual: {result.actual}")
    return "\n".join(lines)


def span(region: Region) -> Span:
    return Span(region.start.offset, region.end.offset)
