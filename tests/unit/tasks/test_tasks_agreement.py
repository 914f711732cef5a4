"""Where the examples say little: what is said of it, and what the other candidates that pass are good for."""

from collections.abc import Sequence
from contextlib import aclosing
from typing import Any

import pytest

from lsp_server.engine.scripted import Endless, ScriptedEngine
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Store
from lsp_server.tasks import events
from lsp_server.tasks.agreement import thin
from lsp_server.tasks.solve import solve

PREFIX = '''def has_prefix(text: str, sub: str) -> bool:
    """Return whether text begins with sub.

    >>> has_prefix('accccc', 'l')
    False
    """
'''
TOLD = PREFIX.replace("    False\n", "    False\n\n    >>> has_prefix('lab', 'la')\n    True\n")


def says(expression: str) -> str:
    return f"```python\ndef has_prefix(text, sub):\n    return {expression}\n```"


RIGHT, WRONG = says("text.startswith(sub)"), says("text.endswith(sub)")
ALSO_RIGHT = says("text[: len(sub)] == sub")


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine must not decide who is heard."""
    monkeypatch.setattr("lsp_server.tasks.solve.PATIENCE_S", 50.0)
    monkeypatch.setattr("lsp_server.tasks.agreement.MOST_S", 50.0)


def problem_of(text: str, language: str = "python") -> Any:
    return find_problems(Document(text, language))[0]


async def end_of(answers: Sequence[Any], text: str = PREFIX, store: Store | None = None) -> Any:
    document = Document(text, "python")
    options = Settings.model_validate({"solve": {"samples": len(answers) or 1, "repair_rounds": 0}})
    engine = ScriptedEngine([answers] if answers else [])
    async with aclosing(solve(document, find_problems(document)[0], engine, options, store)) as stream:
        return [event async for event in stream][-1], engine


@pytest.mark.parametrize(
    ("examples", "sentence"),
    [
        (">>> f(1)\n    4", "The only example gives 4"),
        (">>> f(1)\n    4\n\n    >>> f(2)\n    4", "All 2 examples give 4"),
        (">>> f(1)\n    False\n\n    >>> f(2)\n    False", "All 2 examples give False"),
        (">>> f(1)\n    []", "The only example gives []"),
        (">>> f(1)\n    'no'\n\n    >>> f(2)\n    'no'", "All 2 examples give 'no'"),
        (">>> f(1)\n    4\n\n    >>> f(2)\n    5", None),
        (">>> f(1)\n    [1, 2]", None),
        (">>> f(1)\n    'one two'", None),
        ("No examples.", None),
    ],
)
def test_examples_that_a_constant_passes_say_little(examples: str, sentence: str | None) -> None:
    found = thin(problem_of(f'def f(n: int):\n    """Count.\n\n    {examples}\n    """\n'))
    assert (found or "").startswith(sentence) if sentence else found is None


def test_a_class_with_a_protocol_of_calls_is_no_constant() -> None:
    calls = '# Input:\n# ["Counter", "up"]\n# [[], []]\n# Output:\n# [null, 1]\n'
    text = f"# Design a counter.\n#\n{calls}class Counter:\n    pass\n"
    found = problem_of(text)
    assert found.examples and thin(found) is None


async def test_a_solution_that_nobody_contradicts_is_verified_with_a_caution() -> None:
    last, _ = await end_of([RIGHT, ALSO_RIGHT])
    assert isinstance(last, events.Solved)
    assert last.caution and last.caution.startswith("The only example gives False, so code that always gives that")


async def test_examples_that_tell_need_no_caution() -> None:
    last, _ = await end_of([RIGHT, ALSO_RIGHT], TOLD)
    assert isinstance(last, events.Solved)
    assert last.caution is None


async def test_examples_that_tell_something_may_leave_something_open() -> None:
    last, _ = await end_of([RIGHT, says("sub in text")], TOLD)
    assert isinstance(last, events.Unverified)
    assert last.reason.endswith("An example with that input would settle it.")


async def test_the_majority_of_those_that_pass_wins_over_the_first() -> None:
    last, _ = await end_of([WRONG, RIGHT, ALSO_RIGHT, RIGHT])
    assert isinstance(last, events.Solved)
    assert "startswith" in last.code
    assert last.caution and "disagrees: with text = " in last.caution


async def test_candidates_that_contradict_each_other_verify_nothing() -> None:
    last, _ = await end_of([WRONG, RIGHT])
    assert isinstance(last, events.Unverified)
    assert last.verdict.status == "passed"
    assert last.reason.startswith("Candidates that pass contradict each other: with text = ")
    assert {"True", "False"} <= set(last.reason.replace(",", " ").replace(".", " ").split())


async def test_nobody_waits_for_a_candidate_that_is_still_being_written() -> None:
    last, engine = await end_of([RIGHT, Endless("hm ")])
    assert isinstance(last, events.Solved)
    assert engine.aborted == 1


async def test_a_kept_solution_comes_back_with_its_caution(tmp_path: Any) -> None:
    store = Store(tmp_path / "store.sqlite")
    first, _ = await end_of([RIGHT], store=store)
    again, _ = await end_of([], store=store)
    assert (first.from_store, again.from_store) == (False, True)
    assert again.caution == first.caution
