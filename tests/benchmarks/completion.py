"""Ghost text at the speed of typing: `python -m tests.benchmarks.completion [--out FILE] [--solving] [--speed X]`.

Replays the edit scripts of typing.toml, key by key and in their own time, against the real server with the starter
model, and asks for ghost text after every key as an editor does. `--solving`: another document of the same window is
solved all the while. Prints a table and writes JSON. It judges speed, and how much of the typed text was foreseen, not
the taste of what is offered. Beside a solve the decoded tokens are those of the solve as well.
"""

import argparse
import asyncio
import json
import os
import re
import tempfile
import time
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lsp_server.engine import launcher
from lsp_server.engine.fim import FORMATS, fim_prompt
from lsp_server.problem.syntax import Document
from lsp_server.settings import HOME_VARIABLE
from lsp_server.tasks.context import around
from lsp_server.tasks.siblings import Other, similar
from lsp_server.tasks.slot import slot_at
from lsp_server.usage import percentile
from tests.integration.documents import TWO_SUM
from tests.integration.editor import Editor, start_editor

SESSIONS = Path(__file__).with_name("typing.toml")
ENDINGS = {"python": "py", "java": "java", "javascript": "js"}
EVERY = 5
"""Keys between two code-action requests."""


@dataclass
class Figures:
    """Latencies in ms. `sources` counts answers that showed something, by who gave them.

    `tokens` of the completions were decoded in all, `useful` those of each completion that was shown at some key.
    """

    keys: int = 0
    shown: list[float] = field(default_factory=list[float])
    answered: list[float] = field(default_factory=list[float])
    actions: list[float] = field(default_factory=list[float])
    sources: dict[str, int] = field(default_factory=dict[str, int])
    superseded: int = 0
    empty: int = 0
    foreseen: int = 0
    tokens: int = 0
    requests: int = 0
    useful: dict[str, int] = field(default_factory=dict[str, int])
    context: list[float] = field(default_factory=list[float])

    def table(self) -> dict[str, float]:
        shown, answered, actions = sorted(self.shown), sorted(self.answered), sorted(self.actions)
        return {
            "keys": self.keys,
            "engine requests": self.requests,
            "shown without a new engine request, %": round(
                100 * (1 - self.sources.get("model", 0) / max(1, len(shown))), 1
            ),
            "ghost text shown": len(shown),
            "p50 key to ghost text, ms": round(percentile(shown, 0.5), 1),
            "p95 key to ghost text, ms": round(percentile(shown, 0.95), 1),
            "p95 key to any answer, ms": round(percentile(answered, 0.95), 1),
            "superseded": self.superseded,
            "nothing to show": self.empty,
            "typed keys that the ghost text had foreseen, %": round(100 * self.foreseen / max(1, self.keys), 1),
            "decoded tokens per key": round(self.tokens / max(1, self.keys), 1),
            "… of them for nothing that was ever shown, %": round(
                100 * (1 - sum(self.useful.values()) / max(1, self.tokens)), 1
            ),
            "p95 of building the context, ms": round(percentile(sorted(self.context), 0.95), 2),
            "p99 code action, ms": round(percentile(actions, 0.99), 1),
            **{f"shown from: {name}": count for name, count in sorted(self.sources.items())},
        }


class Typist:
    """Somebody at one document. `ghost` is what is shown at the cursor."""

    def __init__(self, editor: Editor, uri: str, figures: Figures) -> None:
        self.editor, self.uri, self.figures = editor, uri, figures
        self.cursor = 0
        self.ghost = ""
        self.asked: asyncio.Task[None] | None = None
        self.waiting: set[asyncio.Task[None]] = set()

    async def session(self, steps: list[dict[str, Any]], speed: float) -> None:
        for step in steps:
            gap = step.get("gap", 100) / 1000 / speed
            if "at" in step:
                self.cursor = self.editor.text(self.uri).index(step["at"]) + len(step["at"])
            elif "pause" in step:
                await asyncio.sleep(step["pause"] / 1000 / speed)
            elif "back" in step:
                for _ in range(step["back"]):
                    await self.key(self.cursor - 1, self.cursor, "", gap)
            elif "accept" in step:
                taken = self.ghost or step["accept"]
                self.figures.sources["accepted"] = self.figures.sources.get("accepted", 0) + bool(self.ghost)
                await self.key(self.cursor, self.cursor, taken, gap)
            else:
                for letter in step["type"]:
                    await self.key(self.cursor, self.cursor, letter, gap)
        await asyncio.gather(*self.waiting)

    async def key(self, start: int, end: int, new: str, gap: float) -> None:
        self.figures.keys += 1
        self.figures.foreseen += bool(new) and self.ghost.startswith(new)
        self.ghost = self.ghost[len(new) :] if new and self.ghost.startswith(new) else ""
        text = self.editor.text(self.uri)
        span = self.editor.range(text, start, end)
        self.editor._replace(self.uri, start, end, new)
        self.editor._tell(self.uri, types.TextDocumentContentChangePartial(range=span, text=new))
        self.cursor = start + len(new)
        self.later(self.ask(self.cursor, time.perf_counter()))
        if self.figures.keys % EVERY == 0:
            self.later(self.act())
        await asyncio.sleep(gap)

    def later(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self.waiting.add(task)
        task.add_done_callback(self.waiting.discard)

    async def ask(self, cursor: int, pressed: float) -> None:
        context = types.InlineCompletionContext(trigger_kind=types.InlineCompletionTriggerKind.Automatic)
        params = types.InlineCompletionParams(
            text_document=types.TextDocumentIdentifier(uri=self.uri),
            position=self.editor.position(self.editor.text(self.uri), cursor),
            context=context,
        )
        try:
            found = await self.editor.client.text_document_inline_completion_async(params)
        except JsonRpcException:
            found = None
        if not isinstance(found, types.InlineCompletionList):
            self.figures.superseded += 1
            return
        took = (time.perf_counter() - pressed) * 1000
        self.figures.answered.append(took)
        if not found.items:
            self.figures.empty += 1
        else:
            self.show(found.items[0], took, cursor)

    def show(self, item: types.InlineCompletionItem, took: float, cursor: int) -> None:
        arguments: Any = item.command.arguments if item.command else [{}]
        source = arguments[0].get("source", "?")
        self.figures.sources[source] = self.figures.sources.get(source, 0) + 1
        self.figures.shown.append(took)
        self.figures.useful[str(arguments[0].get("id"))] = int(arguments[0].get("tokens", 0))
        if cursor == self.cursor:
            self.ghost = str(item.insert_text)

    async def act(self) -> None:
        began = time.perf_counter()
        position = self.editor.position(self.editor.text(self.uri), self.cursor)
        await self.editor.client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=self.uri),
                range=types.Range(position, position),
                context=types.CodeActionContext(diagnostics=[]),
            )
        )
        self.figures.actions.append((time.perf_counter() - began) * 1000)


async def measure(solving: bool, speed: float) -> Figures:
    settings = {"engine": {"model": "starter", "device": "cpu"}, "solve": {"samples": 4}, "store": {"enabled": False}}
    editor = await start_editor(like="visual-studio-code", options=settings)
    figures = Figures()
    await warm(editor)
    before = (await launcher.statuses())[0]
    enough = asyncio.Event()
    other = asyncio.create_task(solve_on_and_on(editor, enough)) if solving else None
    for number, session in enumerate(tomllib.loads(SESSIONS.read_text(encoding="utf-8"))["session"]):
        name = f"session{number}.{ENDINGS[session['language']]}"
        uri = editor.open(session["text"].lstrip("\n"), name=name, language=session["language"])
        await Typist(editor, uri, figures).session(session["steps"], speed)
    enough.set()
    if other:
        await other
    after = (await launcher.statuses())[0]
    figures.tokens, figures.requests = after.tokens - before.tokens, after.requests - before.requests
    figures.context = context_times([buffer.text for buffer in editor.buffers.values()])
    await editor.leave()
    await launcher.stop_all()
    return figures


def context_times(texts: list[str]) -> list[float]:
    """What a key costs before the model is asked, in ms: place, window, and what is alike in the other files."""
    found: list[float] = []
    files = [Path(tomllib.__file__).with_name("_parser.py"), Path(argparse.__file__), Path(tempfile.__file__)]
    others = [Other(path.name, path.read_text(encoding="utf-8")) for path in files]
    for text in [*texts, *(one.text for one in others)]:
        document = Document(text, "python")
        ends = [line.end() for line in re.finditer(r"[^\n]\n", text)]
        for end in ends[:: max(1, len(ends) // 50)]:
            began = time.perf_counter()
            if slot := slot_at(document, end - 1):
                parts = similar(text[: end - 1], others, 1024)
                fim_prompt(FORMATS["qwen"], *around(slot, 1024), [(one.name, one.text) for one in parts], "this.py")
                found.append((time.perf_counter() - began) * 1000)
    return found


async def warm(editor: Editor) -> None:
    """The engine is loaded before the first key counts."""
    typist = Typist(editor, editor.open("x = \n", name="warm.py"), Figures())
    await typist.ask(len("x = "), time.perf_counter())


async def solve_on_and_on(editor: Editor, enough: asyncio.Event) -> None:
    uri = editor.open(TWO_SUM, name="other.py")
    ended = asyncio.create_task(enough.wait())
    while not enough.is_set():
        running = editor.start("vibe.solve", uri, "Two Sum")
        await asyncio.wait({running.answer, ended}, return_when=asyncio.FIRST_COMPLETED)
        if not running.answer.done():
            running.cancel()
        with suppress(JsonRpcException):
            await running.answer
        editor.replace_all(uri, TWO_SUM)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--solving", action="store_true")
    parser.add_argument("--speed", type=float, default=1.0)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        table = asyncio.run(measure(chosen.solving, chosen.speed)).table()
    for name, value in table.items():
        print(f"{name:<50}{value:>10}")
    if chosen.out:
        chosen.out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
