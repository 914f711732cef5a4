"""The build step, with Python as the compiler: it runs in the sandbox, once, and is believed nothing."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.judge.runners import build as building
from lsp_server.judge.runners import cache
from lsp_server.judge.runners.build import Built, NotBuilt, Recipe, build
from lsp_server.sandbox.launcher import PYTHON
from lsp_server.sandbox.program import Outcome
from lsp_server.sandbox.run import choose

COPY = "import pathlib, sys; pathlib.Path('out').write_bytes(pathlib.Path('in').read_bytes().upper())"


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(cache, "root", lambda: tmp_path)
    return tmp_path


def recipe(code: str = COPY, content: bytes = b"text", **fields: Any) -> Recipe:
    given: dict[str, Any] = {"outputs": ("out",), "version": "1", **fields}
    return Recipe(commands=((PYTHON, "-I", "-S", "-c", code),), files={"in": content}, **given)


async def made(asked: Recipe) -> Built | NotBuilt:
    return await build(asked, choose(allow_unisolated=False))


async def test_what_a_compiler_makes_comes_out() -> None:
    built = await made(recipe())
    assert isinstance(built, Built)
    assert (built.folder / "out").read_bytes() == b"TEXT"


async def test_the_same_is_compiled_once_however_many_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[object] = []
    real = building.run

    async def counted(*values: Any) -> Outcome:
        runs.append(values)
        return await real(*values)

    monkeypatch.setattr(building, "run", counted)
    first, *others = await asyncio.gather(*(made(recipe()) for _ in range(4)), made(recipe()))
    assert all(other == first for other in others)
    assert len(runs) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"content": b"other"},
        {"version": "2"},
        {"environment": {"A": "b"}},
        {"readable": (Path("/usr"),)},
        {"outputs": ("out", "more")},
    ],
)
async def test_another_input_is_another_result(change: dict[str, Any]) -> None:
    assert await made(recipe()) != await made(recipe(**change))


async def test_what_a_compiler_says_comes_out_and_is_not_kept(place: Path) -> None:
    failing = "import sys; print('a note'); print('main:3: error', file=sys.stderr); sys.exit(1)"
    built = await made(recipe(failing))
    assert isinstance(built, NotBuilt)
    assert set(built.said.splitlines()) == {"a note", "main:3: error"}
    assert list(place.iterdir()) == []


async def test_the_first_command_that_fails_ends_it() -> None:
    asked = recipe("import sys; sys.exit(2)")
    second = (PYTHON, "-I", "-S", "-c", COPY)
    assert isinstance(await made(replace(asked, commands=(*asked.commands, second))), NotBuilt)


async def test_a_compiler_that_is_killed_or_gone_has_built_nothing() -> None:
    assert isinstance(await made(recipe("import os; os.kill(os.getpid(), 9)")), NotBuilt)
    assert isinstance(await made(replace(recipe(), commands=(("/no/such/compiler",),))), NotBuilt)
    assert isinstance(await made(recipe("pass")), NotBuilt)


async def test_compiling_without_end_is_a_time_limit() -> None:
    limits = replace(building.COMPILING, wall_s=0.5)
    built = await made(recipe("while True: pass", limits=limits))
    assert isinstance(built, NotBuilt)
    assert built.why.startswith("Compiling took longer than")


async def test_a_source_that_includes_the_users_files_gets_none(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the user's secret")
    built = await made(recipe(f"open('out', 'w').write(open({str(secret)!r}).read())"))
    assert isinstance(built, NotBuilt)
    assert "the user's secret" not in built.said


def outcome(head: object, body: bytes = b"") -> Outcome:
    line = head if isinstance(head, bytes) else json.dumps(head).encode()
    return Outcome("exited", 0, line + b"\n" + body, b"", 0.1, "bubblewrap")


@pytest.mark.parametrize(
    "hostile",
    [
        outcome([["../escaped", 1]], b"x"),
        outcome([["/etc/escaped", 1]], b"x"),
        outcome([["a/../../escaped", 1]], b"x"),
        outcome([["", 1]], b"x"),
        outcome([["nul\0", 1]], b"x"),
        outcome([["out", 5]], b"x"),
        outcome([["out", -1]], b"x"),
        outcome([["out", 1]], b"too much"),
        outcome([[7, 1]], b"x"),
        outcome({"out": 1}, b"x"),
        outcome([]),
        outcome(b"no json"),
    ],
)
async def test_what_only_looks_like_a_result_is_none(
    hostile: Outcome, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def answered(*_: Any) -> Outcome:
        return hostile

    monkeypatch.setattr(building, "run", answered)
    assert await made(recipe()) == NotBuilt("", "The compiler was interfered with.")
    assert list(place.rglob("*")) == []


@given(st.binary(max_size=200))
def test_no_bytes_are_too_odd_for_a_result(data: bytes) -> None:
    try:
        contents = building._contents(Outcome("exited", 0, data, b"", 0.1, "bubblewrap"))
    except (ValueError, KeyError, TypeError):
        return
    assert all(isinstance(content, bytes) for content in contents.values())
