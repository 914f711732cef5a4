"""How a task looks in a terminal while it runs: words as they come, verdicts as they fall, a spinner in between.

Which events there are is decided in `tasks/events.py`; how a verdict and the end look, in `terminal`.
"""

from collections.abc import AsyncGenerator
from typing import TypeVar

from rich.text import Text

from lsp_server import terminal
from lsp_server.tasks import events, report
from lsp_server.terminal import STYLES, safe, visible

Last = TypeVar("Last", bound=events.Event)


async def follow_to(stream: AsyncGenerator[events.Event, None], last: tuple[type[Last], ...]) -> Last:
    """Show a task up to an event of one of the classes in `last`: the reasoning of one candidate as it is written, the
    others by their verdicts. Raises what the task raises.
    """
    view = _View()
    try:
        async for event in stream:
            view.show(event)
            if isinstance(event, last):
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
        self._status = terminal.console.status("starting", spinner="dots")
        self._status.start()

    def show(self, event: events.Event) -> None:
        match event:
            case events.Progress():
                self._progress(event)
            case events.Started(samples=0):
                pass  # the end says it all, and comes at once
            case events.Started():
                self._samples = event.samples
                self._say(f"[bold]{safe(event.model)}[/] is working on [bold]{safe(event.problem.title)}[/]")
            case events.Thinking() | events.Writing():
                self._hear(event)
            case events.Candidate():
                self._finished(event)
            case events.Judged(verdict=verdict):
                self._say(f"[{STYLES[verdict.status]}]candidate {event.index + 1}: {safe(verdict.summary)}[/]")
                if event.index == self._leader and verdict.status != "passed":
                    self._lead_on()
            case events.Measured() | events.Compared() | events.Timed():
                self._say(safe(report.phrase(event)))
            case events.Repairing():
                example = safe(event.example)
                self._say(f"[yellow]repair {event.round} of {event.rounds}[/] [dim]{example}[/]")
            case _:
                pass

    def end(self) -> None:
        self._end_line()
        self._status.stop()

    def _progress(self, event: events.Progress) -> None:
        rate = f" · {event.tokens} tokens · {event.tokens_per_s:.0f} tokens/s" if event.tokens else ""
        if terminal.console.is_terminal and not self._mid_line:
            self._status.update(f"{safe(event.state)}{rate}")

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
            self._say(f"[yellow]candidate {event.index + 1}: {safe(event.note or 'no code')}[/]")
            if leads:
                self._lead_on()

    def _lead_on(self) -> None:
        self._leader = None
        if self._unread:
            self._lead(min(self._unread))

    def _lead(self, index: int) -> None:
        self._leader, self._speaking = index, True
        if self._samples > 1:
            terminal.console.print(f"[dim]candidate {index + 1}[/]")
        for event in self._unread.pop(index, ()):
            self._print(event)

    def _print(self, event: events.Thinking | events.Writing) -> None:
        self._status.stop()
        style = "dim italic" if isinstance(event, events.Thinking) else ""
        text = event.text if self._mid_line else event.text.lstrip("\n")
        terminal.console.print(Text(visible(text), style=style), end="", soft_wrap=True)
        self._mid_line = bool(text) and not text.endswith("\n")

    def _end_line(self) -> None:
        """The leader has finished: say what had to wait."""
        self._speaking = False
        if self._mid_line:
            terminal.console.print()
            self._mid_line = False
        waiting, self._waiting = self._waiting, []
        for markup in waiting:
            terminal.console.print(markup)

    def _say(self, markup: str) -> None:
        if self._speaking:
            self._waiting.append(markup)
        else:
            terminal.console.print(markup)
