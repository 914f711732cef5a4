"""How problems, verdicts and the events of a task look in a terminal. People's text goes to stderr; stdout is for data.

Text that a model or a program wrote is shown with its control characters made visible: it is data, and a terminal
would otherwise obey it.
"""

import difflib
from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.panel import Panel
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from lsp_server.doctor import Finding
from lsp_server.engine.wire import Health
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.place import splice
from lsp_server.tasks import events

console = Console(stderr=True, highlight=False)

MARKS = {"passed": "[green]✔ passed[/]", "wrong_answer": "[red]✘ wrong answer[/]"}
STYLES = {"passed": "green", "failed": "red", "error": "red", "no_examples": "yellow", "unsupported": "yellow"}


def visible(text: str) -> str:
    """`text` with everything that a terminal would obey, save line ends and tabs, written out."""
    return "".join(c if c.isprintable() or c in "\n\t" else c.encode("unicode_escape").decode() for c in text)


def show_problem(path: str, problem: Problem) -> None:
    signature = problem.signature
    params = ", ".join(f"{p.name}: {p.type}" if p.type else p.name for p in signature.params)
    console.print(f"[bold]{escape(problem.title)}[/]  [dim]{escape(path)}:{problem.region.start.line}[/]")
    console.print(
        f"  {signature.kind} {escape(signature.name)}({escape(params)}) -> {escape(signature.returns or '?')}"
    )
    console.print(f"  {len(problem.examples)} examples, {len(problem.constraints)} constraints")


def show_verdict(verdict: Verdict, title: str) -> None:
    """The table of a verdict, or its one sentence when nothing was run."""
    style = STYLES[verdict.status]
    if not verdict.examples:
        console.print(f"[{style}]{verdict.status.replace('_', ' ')}[/] {escape(verdict.summary)}")
        return
    table = Table(title=escape(title), title_justify="left", title_style="bold", border_style="dim", expand=False)
    for column in ("", "input", "expected", "actual", "ms"):
        table.add_column(column, overflow="fold", justify="right" if column == "ms" else "left")
    for result in verdict.examples:
        mark = MARKS.get(result.status, f"[red]✘ {result.status.replace('_', ' ')}[/]")
        actual = "\n".join(part for part in (result.actual, result.message) if part)
        cells = (result.input, result.expected, actual)
        table.add_row(mark, *(escape(visible(cell)) for cell in cells), f"{result.time_ms:.1f}")
    console.print(table)
    console.print(f"[{style}]{verdict.summary}[/] [dim]· run in {escape(verdict.isolation)}[/]")


def diff(path: str, text: str, replacement: Replacement) -> str:
    """The edit as a unified diff that `patch` understands."""
    before, after = text.splitlines(keepends=True), splice(text, replacement).splitlines(keepends=True)
    lines = difflib.unified_diff(before, after, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def show_diff(text: str) -> None:
    console.print(Syntax(visible(text), "diff", background_color="default", word_wrap=True))


async def follow(stream: AsyncGenerator[events.Event, None]) -> events.Solved | events.Unverified | events.GaveUp:
    """Show a task while it runs: the reasoning of one candidate as it is written, the others by their verdicts.

    Returns the last event. Raises what the task raises.
    """
    view = _View()
    try:
        async for event in stream:
            view.show(event)
            if isinstance(event, events.Solved | events.Unverified | events.GaveUp):
                return event
    finally:
        view.end()  # whatever happens, the terminal gets its cursor back
    raise RuntimeError("a task ended without its last event")


class _View:
    """Shows one candidate word by word, the leader. When it has failed, the next that is still at work is shown from
    its first word on. What is to be said of the others waits until the leader has finished its answer.
    """

    def __init__(self) -> None:
        self._samples = 1
        self._leader: int | None = None
        self._speaking = False
        self._unread: dict[int, list[events.Thinking | events.Writing]] = {}
        self._waiting: list[str] = []
        self._mid_line = False
        self._status = console.status("starting", spinner="dots")
        self._status.start()

    def show(self, event: events.Event) -> None:
        match event:
            case events.Progress():
                self._progress(event)
            case events.Started(samples=0):
                pass  # the end says it all, and comes at once
            case events.Started():
                self._samples = event.samples
                self._say(f"[bold]{escape(event.model)}[/] is solving [bold]{escape(event.problem.title)}[/]")
            case events.Thinking() | events.Writing():
                self._hear(event)
            case events.Candidate():
                self._finished(event)
            case events.Judged(verdict=verdict):
                self._say(f"[{STYLES[verdict.status]}]candidate {event.index + 1}: {escape(verdict.summary)}[/]")
                if event.index == self._leader and verdict.status != "passed":
                    self._lead_on()
            case events.Repairing():
                example = escape(visible(event.example))
                self._say(f"[yellow]repair {event.round} of {event.rounds}[/] [dim]{example}[/]")
            case _:
                pass

    def end(self) -> None:
        self._end_line()
        self._status.stop()

    def _progress(self, event: events.Progress) -> None:
        rate = f" · {event.tokens} tokens · {event.tokens_per_s:.0f} tokens/s" if event.tokens else ""
        if console.is_terminal and not self._mid_line:
            self._status.update(f"{escape(event.state)}{rate}")

    def _hear(self, event: events.Thinking | events.Writing) -> None:
        if self._leader is None:
            self._lead(event.index)
        if event.index == self._leader:
            self._print(event)
        else:
            self._unread.setdefault(event.index, []).append(event)

    def _finished(self, event: events.Candidate) -> None:
        leads = event.index == self._leader
        if leads:
            self._end_line()
            self._status.start()
        self._unread.pop(event.index, None)
        if event.code is None:
            self._say(f"[yellow]candidate {event.index + 1}: {escape(visible(event.note or 'no code'))}[/]")
            if leads:
                self._lead_on()

    def _lead_on(self) -> None:
        self._leader = None
        if self._unread:
            self._lead(min(self._unread))

    def _lead(self, index: int) -> None:
        self._leader, self._speaking = index, True
        if self._samples > 1:
            console.print(f"[dim]candidate {index + 1}[/]")
        for event in self._unread.pop(index, ()):
            self._print(event)

    def _print(self, event: events.Thinking | events.Writing) -> None:
        self._status.stop()
        style = "dim italic" if isinstance(event, events.Thinking) else ""
        text = event.text if self._mid_line else event.text.lstrip("\n")
        console.print(Text(visible(text), style=style), end="", soft_wrap=True)
        self._mid_line = bool(text) and not text.endswith("\n")

    def _end_line(self) -> None:
        """The leader has finished: say what had to wait."""
        self._speaking = False
        if self._mid_line:
            console.print()
            self._mid_line = False
        waiting, self._waiting = self._waiting, []
        for markup in waiting:
            console.print(markup)

    def _say(self, markup: str) -> None:
        if self._speaking:
            self._waiting.append(markup)
        else:
            console.print(markup)


def show_end(event: events.Solved | events.Unverified | events.GaveUp) -> None:
    """The verdict table and one line on what it took."""
    if event.verdict:
        show_verdict(event.verdict, title="Verdict")
    took = f"{event.seconds:.1f} s, {event.tokens} tokens"
    match event:
        case events.Solved(from_store=True):
            console.print(f"[green]verified[/] · seen before, judged again · {escape(event.model)}")
        case events.Solved():
            console.print(f"[green]verified[/] · {escape(event.model)} · {took}")
        case events.Unverified():
            console.print(f"[yellow]unverified[/] · {escape(event.reason)} · {escape(event.model)} · {took}")
        case events.GaveUp():
            console.print(f"[red]failed[/] · {escape(event.reason)} · {took}")


def complain(sentence: str) -> None:
    console.print(Panel(escape(visible(sentence)), border_style="red", title="vibe-lsp", title_align="left"))


def show_state(state: str) -> None:
    console.print(f"[dim]{escape(state)}[/]")


def show_findings(findings: Sequence[Finding]) -> None:
    """One line per finding, advice below it."""
    marks = {"ok": "[green]✔[/]", "note": "[yellow]·[/]", "problem": "[red]✘[/]"}
    table = Table.grid(padding=(0, 2))
    for finding in findings:
        advice = f"\n[dim]{escape(finding.advice)}[/]" if finding.advice else ""
        table.add_row(marks[finding.level], f"[bold]{finding.topic}[/]", escape(finding.found) + advice)
    console.print(table)


def show_health(health: Health | None) -> None:
    if health is None:
        console.print("No engine is running. It starts with the first request, or with `vibe-lsp engine start`.")
        return
    console.print(f"[bold]{escape(health.model)}[/] on {escape(health.device)}: {health.state}, process {health.pid}")
    console.print(f"  up {health.uptime_s:.0f} s, {health.requests} requests, {health.tokens} tokens")
    if health.error:
        console.print(f"  [red]{escape(health.error)}[/]")


def show_models(models: Sequence[Mapping[str, Any]]) -> None:
    table = Table.grid(padding=(0, 2))
    for model in models:
        problem = f"[red]{escape(model['problem'])}[/]" if model["problem"] else "[green]ready[/]"
        table.add_row(
            escape(model["id"]), f"{model['bytes'] / 1e6:.0f} MB", problem, f"[dim]{escape(model['folder'])}[/]"
        )
    console.print(table)
