"""Holes in real code: `python -m tests.benchmarks.holes [--model NAME] [--holes N] [--out FILE]`.

Takes the ends of lines, and whole bodies of short functions, out of modules of Python's standard library and has them
filled as an editor would: same slot, same prompt, same trimming. Reports how often something was offered, how often it
is exactly what stood there, and how similar it is. Nothing is run. It judges what is offered, not how fast.
"""

import argparse
import ast
import asyncio
import difflib
import inspect
import json
import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import aclosing
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from lsp_server.engine import launcher
from lsp_server.engine.client import Engine, connect
from lsp_server.engine.fim import FimFormat, format_of
from lsp_server.problem.syntax import Document
from lsp_server.settings import HOME_VARIABLE, CompletionSettings, EngineSettings
from lsp_server.tasks.complete import complete
from lsp_server.tasks.slot import slot_at
from lsp_server.tasks.trim import trimmed

MODULES = ("bisect", "heapq", "textwrap", "statistics", "fractions", "calendar", "colorsys", "string", "shlex", "copy")
SHORT = 6
"""Lines; a longer body is nothing that one expects to be guessed."""


@dataclass(frozen=True)
class Hole:
    kind: str
    before: str
    missing: str
    after: str


def holes(rng: random.Random) -> Iterator[Hole]:
    for name in MODULES:
        text = inspect.getsource(import_module(name))
        yield from line_holes(text, rng)
        yield from block_holes(text)


def line_holes(text: str, rng: random.Random) -> Iterator[Hole]:
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Return | ast.Assign | ast.AugAssign) and node.lineno == node.end_lineno:
            start, line_start = starts[node.lineno - 1] + node.col_offset, starts[node.lineno - 1]
            end = line_start + (node.end_col_offset or 0)
            if text[end : end + 1] == "\n" and end - start > 4:
                at = rng.randrange(start + 1, end - 1)
                yield Hole("line", text[:at], text[at:end], text[end:])


def block_holes(text: str) -> Iterator[Hole]:
    starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.FunctionDef) or ast.get_docstring(node) is None or len(node.body) < 2:
            continue
        first, last = node.body[1], node.body[-1]
        start = starts[first.lineno - 1] + first.col_offset
        end = starts[(last.end_lineno or 1) - 1] + (last.end_col_offset or 0)
        if (last.end_lineno or 0) - first.lineno < SHORT:
            yield Hole("block", text[:start], text[start:end], text[end:])


async def fill(engine: Engine, fmt: FimFormat, hole: Hole) -> str | None:
    """None where the server offers nothing by itself."""
    slot = slot_at(Document(hole.before + hole.after, "python"), len(hole.before))
    if slot is None:
        return None
    text = ""
    async with aclosing(complete(engine, fmt, slot, CompletionSettings())) as stream:
        async for written in stream:
            text = written.text
    return trimmed(slot, text)


async def measure(model: str, count: int) -> dict[str, dict[str, float]]:
    rng = random.Random(7)
    engine = connect(EngineSettings(model=model))
    fmt = format_of(await engine.info())
    assert fmt is not None, f"{model} cannot fill"
    found = list(holes(rng))
    table: dict[str, dict[str, float]] = {}
    for kind in ("line", "block"):
        chosen = [hole for hole in found if hole.kind == kind]
        chosen = rng.sample(chosen, min(count, len(chosen)))
        filled = [await fill(engine, fmt, hole) for hole in chosen]
        pairs = [(text, hole.missing) for text, hole in zip(filled, chosen, strict=True) if text]
        alike = [difflib.SequenceMatcher(None, text, missing, autojunk=False).ratio() for text, missing in pairs]
        table[kind] = {
            "holes": len(chosen),
            "offered, %": round(100 * len(pairs) / len(chosen), 1),
            "exact, % of all": round(100 * sum(text == missing for text, missing in pairs) / len(chosen), 1),
            "similarity of what is offered, %": round(100 * sum(alike) / max(1, len(alike)), 1),
        }
    await engine.aclose()
    await launcher.stop_all()
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="starter")
    parser.add_argument("--holes", type=int, default=100)
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ[HOME_VARIABLE] = home
        table = asyncio.run(measure(chosen.model, chosen.holes))
    print(json.dumps(table, indent=1))
    if chosen.out:
        chosen.out.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
