"""How problems, verdicts and findings look in a terminal. People's text goes to stderr; stdout is for data.

Text that a model or a program wrote is shown with its control characters made visible: it is data, and a terminal
would otherwise obey it.
"""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table

from lsp_server.doctor import Finding
from lsp_server.engine.wire import Health
from lsp_server.judge.maths import MathsVerdict
from lsp_server.judge.verdict import ExampleResult, Step, Verdict
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.place import splice
from lsp_server.tasks import events, plot, report
from lsp_server.usage import Summary

console = Console(stderr=True, highlight=False, emoji=False)  # `:x:` in a file is no picture
NARROW = 60
"""Columns; a table of fewer is a heap of letters."""

MARKS = {
    "passed": "[green]✔ passed[/]",
    "ran": "[dim]· ran[/]",
    "differs": "[yellow]? differs[/]",
    "wrong_answer": "[red]✘ wrong answer[/]",
}
STEP_MARKS = {
    "confirmed": "[green]✔ confirmed    [/]",
    "refuted": "[red]✘ refuted      [/]",
    "not_checkable": "[dim]· not checkable[/]",
}
STYLES = {
    "passed": "green",
    "differs": "yellow",
    "failed": "red",
    "error": "red",
    "no_examples": "yellow",
    "unsupported": "yellow",
}


def visible(text: str) -> str:
    """`text` with everything that a terminal would obey, save line ends and tabs, written out."""
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in text)


def safe(text: str) -> str:
    """`text` for a line with markup: nothing in it that rich or a terminal would obey."""
    return escape(visible(text))


def show_problem(path: str, problem: Problem) -> None:
    signature = problem.signature
    params = ", ".join(f"{p.name}: {p.type}" if p.type else p.name for p in signature.params)
    console.print(f"[bold]{safe(problem.title)}[/]  [dim]{safe(path)}:{problem.region.start.line}[/]")
    if signature.kind == "maths":
        stated = f"states {safe(problem.answer)}" if problem.answer else "states no answer"
        console.print(f"  asks for a number or an expression, {stated}")
        console.print("  a derivation is there" if problem.has_code else "  no derivation yet")
        return
    console.print(f"  {signature.kind} {safe(signature.name)}({safe(params)}) -> {safe(signature.returns or '?')}")
    console.print(f"  {_count(problem.examples, 'example')}, {_count(problem.constraints, 'constraint')}")
    for example in problem.examples:
        console.print(f"    [dim]{safe(' '.join(example.raw.split()))}[/]")
    if not problem.has_code:
        console.print("  no code yet")


def show_verdict(verdict: Verdict, title: str) -> None:
    """The table of a verdict, or its one sentence when nothing was run."""
    style = STYLES[verdict.status]
    _show_steps(verdict.steps)
    if not verdict.examples:
        console.print(f"[{style}]{verdict.status.replace('_', ' ')}[/] {safe(verdict.summary)}")
        return
    if console.width < NARROW:
        _show_results(verdict.examples, title)
    else:
        _show_table(verdict.examples, title)
    console.print(f"[{style}]{safe(verdict.summary)}[/] [dim]· run in {safe(verdict.isolation)}[/]")
    if verdict.message and verdict.message not in verdict.summary:
        console.print(f"[yellow]{safe(verdict.message)}[/]")


def show_maths(verdict: MathsVerdict, title: str) -> None:
    """Each equation with what became of it, then the answer."""
    console.print(f"[bold]{safe(title)}[/]")
    _show_steps(verdict.steps)
    if verdict.answer is not None:
        console.print(
            f"answer {safe(verdict.answer)}" + (f", expected {safe(verdict.expected)}" if verdict.expected else "")
        )
    console.print(f"{safe(verdict.summary)} [dim]· run in {safe(verdict.isolation)}[/]")


def _show_steps(steps: Sequence[Step]) -> None:
    for step in steps:
        console.print(f"{STEP_MARKS[step.status]} [dim]{step.line}:[/] {safe(' '.join(step.text.split()))}")


def _show_results(results: Sequence[ExampleResult], title: str) -> None:
    console.print(f"[bold]{safe(title)}[/]")
    for result in results:
        console.print(f"{_mark(result)} {safe(result.input)}")
        console.print(f"  expected {safe(result.expected)}")
        if result.status != "passed":
            console.print(f"  actual {safe(_actual(result))}")


def _show_table(results: Sequence[ExampleResult], title: str) -> None:
    table = Table(title=safe(title), title_justify="left", title_style="bold", border_style="dim", expand=False)
    for column in ("", "input", "expected", "actual", "ms"):
        table.add_column(column, overflow="fold", justify="right" if column == "ms" else "left")
    for result in results:
        cells = (result.input, result.expected, _actual(result))
        table.add_row(_mark(result), *(safe(cell) for cell in cells), f"{result.time_ms:.1f}")
    console.print(table)


def _mark(result: ExampleResult) -> str:
    return MARKS.get(result.status, f"[red]✘ {result.status.replace('_', ' ')}[/]")


def _actual(result: ExampleResult) -> str:
    """An exception stands in both, in the message with its line."""
    actual, message = result.actual or "", result.message or ""
    return "\n".join(part for part in ("" if actual in message else actual, message) if part)


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def diff(path: str, text: str, replacement: Replacement) -> str:
    """The edit as a unified diff that `patch` understands."""
    before, after = text.splitlines(keepends=True), splice(text, replacement).splitlines(keepends=True)
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def show_diff(text: str) -> None:
    console.print(Syntax(visible(text), "diff", background_color="default", word_wrap=True))


def show_end(event: events.Solved | events.Unverified | events.GaveUp) -> None:
    """The verdict table and one line on what it took."""
    if event.verdict:
        show_verdict(event.verdict, title="Verdict")
    took = f"{event.seconds:.1f} s, {event.tokens} tokens"
    match event:
        case events.Solved(from_store=True):
            console.print(f"[green]verified[/] · seen before, judged again · {safe(event.model)}")
        case events.Solved():
            console.print(f"[green]verified[/] · {safe(event.model)} · {took}")
        case events.Unverified():
            console.print(f"[yellow]unverified[/] · {safe(event.reason)} · {safe(event.model)} · {took}")
        case events.GaveUp():
            console.print(f"[red]failed[/] · {safe(event.reason)} · {took}")
    if isinstance(event, events.Solved) and event.caution:
        console.print(f"[yellow]caution[/] · {safe(event.caution)}")


def show_hint(event: events.Hinted, number: int) -> None:
    """The hint of that number, or the last one; what it rests on; and how to get the next."""
    count, number = len(event.hints), min(number, len(event.hints))
    console.print(f"[bold]Hint {number} of {count}[/]  {safe(event.hints[number - 1])}")
    console.print(f"[dim]from a solution that is not shown: {safe(event.verdict.summary)} · {safe(event.model)}[/]")
    if number < count:
        console.print(f"[dim]the next one: --number {number + 1}[/]")


def show_optimized(event: events.Optimized | events.NotFaster) -> None:
    """Plot, table and evidence."""
    if event.timing and event.timing.sizes:
        table = Table(title="Time against size", title_justify="left", title_style="bold", border_style="dim")
        for column in ("n", "before", "after", "speed-up", "95 % interval"):
            table.add_column(column, justify="right")
        for size in event.timing.sizes:
            table.add_row(*report.row(size))
        console.print(safe(plot.text(event.timing)))
        console.print(table)
    for line in (*(report.facts(event.timing) if event.timing and event.timing.sizes else ()), *report.evidence(event)):
        console.print(f"[dim]· {safe(line)}[/]")
    done = isinstance(event, events.Optimized)
    console.print(
        f"[{'green' if done else 'yellow'}]{'faster' if done else 'not faster'}[/] · {safe(report.summary(event))}"
    )
    console.print(f"[dim]{safe(event.model or 'no model was asked')} · {event.seconds:.1f} s, {event.tokens} tokens[/]")


def complain(sentence: str) -> None:
    console.print(Panel(safe(sentence), border_style="red", title="vibe-lsp", title_align="left"))


def show_state(state: str) -> None:
    console.print(f"[dim]{safe(state)}[/]")


def show_findings(findings: Sequence[Finding]) -> None:
    """One line per finding, advice below it."""
    marks = {"ok": "[green]✔[/]", "note": "[yellow]·[/]", "problem": "[red]✘[/]"}
    table = Table.grid(padding=(0, 2))
    for finding in findings:
        advice = f"\n[dim]{safe(finding.advice)}[/]" if finding.advice else ""
        table.add_row(marks[finding.level], f"[bold]{finding.topic}[/]", safe(finding.found) + advice)
    console.print(table)


def show_health(health: Health | None) -> None:
    if health is None:
        console.print("No engine is running. It starts with the first request, or with `vibe-lsp engine start`.")
        return
    console.print(f"[bold]{safe(health.model)}[/] on {safe(health.device)}: {health.state}, process {health.pid}")
    console.print(f"  up {health.uptime_s:.0f} s, {health.requests} requests, {health.tokens} tokens")
    if health.error:
        console.print(f"  [red]{safe(health.error)}[/]")


def show_models(models: Sequence[Mapping[str, Any]]) -> None:
    table = Table.grid(padding=(0, 2))
    for model in models:
        problem = f"[red]{safe(model['problem'])}[/]" if model["problem"] else "[green]ready[/]"
        table.add_row(safe(model["id"]), f"{model['bytes'] / 1e6:.0f} MB", problem, f"[dim]{safe(model['folder'])}[/]")
    console.print(table)


def show_usage(summaries: Sequence[Summary]) -> None:
    """What became of inline completions, a row for each language and model."""
    if not summaries:
        return show_state("No inline completion was offered yet.")
    table = Table(border_style="dim", expand=False)
    for title in ("language", "model", "offered", "accepted", "in parts", "p50", "p95"):
        table.add_column(title, justify="left" if title in ("language", "model") else "right")
    for each in summaries:
        speed = (f"{each.p50_ms:.0f} ms", f"{each.p95_ms:.0f} ms")
        counts = (str(each.offered), f"{each.accepted} ({each.rate:.0%})", str(each.partly))
        table.add_row(safe(each.language), safe(each.model), *counts, *speed)
    console.print(table)
    return None
