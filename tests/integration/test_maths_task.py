"""Questions in mathematics, solved with a scripted model and checked for real: by the task, and through the server."""

from contextlib import aclosing
from pathlib import Path
from typing import Any

import pytest

from lsp_server.engine.scripted import Reply, ScriptedEngine
from lsp_server.engine.wire import ModelInfo
from lsp_server.judge.maths import MathsVerdict, agreeing, verify
from lsp_server.problem.locate import find_problems
from lsp_server.problem.place import splice
from lsp_server.problem.syntax import Document
from lsp_server.settings import SandboxSettings, Settings
from lsp_server.store import Store
from lsp_server.tasks import events
from lsp_server.tasks.check import check
from lsp_server.tasks.maths import TOO_SMALL
from lsp_server.tasks.solve import solve
from tests.engines.openai_double import openai_double
from tests.integration.conftest import Start

OPEN = "What is the sum of the first $100$ positive integers?\n"
STATED = f"{OPEN}\n**Answer:** 5050\n"
STARTER = ModelInfo(id="starter", family="starter", context_length=1024, device="cpu")


@pytest.fixture(autouse=True)
def verified_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same derivation against the same answer is checked for real once: each check loads a computer algebra system.

    What the server does in a process of its own is not touched.
    """
    monkeypatch.setattr("lsp_server.tasks.maths.verify", _verified)


VERDICTS: dict[tuple[str, str | None], MathsVerdict] = {}


async def _verified(derivation: str, expected: str | None, sandbox: SandboxSettings) -> MathsVerdict:
    if (derivation, expected) not in VERDICTS:
        VERDICTS[derivation, expected] = await verify(derivation, expected, sandbox)
    return VERDICTS[derivation, expected]


def says(answer: str, step: str = r"\frac{100 \cdot 101}{2} = 5050") -> str:
    return f"<think>\nI guess \\boxed{{1}}.\n</think>\n\nBy Gauss, ${step}$.\n\nSo \\boxed{{{answer}}}."


async def run(
    engine: ScriptedEngine, text: str = STATED, samples: int = 4, store: Store | None = None, language: str = "markdown"
) -> list[events.Event]:
    document = Document(text, language)
    settings = Settings.model_validate({"solve": {"samples": samples}})
    async with aclosing(solve(document, find_problems(document)[0], engine, settings, store)) as stream:
        return [event async for event in stream]


async def test_the_stated_answer_with_steps_that_hold_is_verified_and_never_shown_to_the_model() -> None:
    engine = ScriptedEngine([[says("5000"), says("5050.0")]])
    *_, last = await run(engine, samples=2)
    assert isinstance(last, events.Solved)
    assert (last.verdict.status, last.verdict.answer, last.verdict.passed) == ("passed", "5050.0", 1)
    assert [step.status for step in last.verdict.steps] == ["confirmed"]
    after = splice(STATED, last.replacement)
    assert after.startswith(f"{STATED.rstrip()}\n\n<!-- vibe-lsp: the answer 5050.0 is the stated one; steps: 1 conf")
    assert "guess" not in after and after.rstrip().endswith("So $\\boxed{5050.0}$.\n\n<!-- /vibe-lsp -->")
    (asked,) = engine.requests
    words = "\n".join(message.content for message in asked.messages or ())
    assert "5050" not in words and words.endswith(r"output the final answer within \boxed{}.")


async def test_an_answer_that_is_not_the_stated_one_changes_nothing() -> None:
    *_, last = await run(ScriptedEngine([[says("5000"), says("4"), says("5000"), "No idea."]]))
    assert isinstance(last, events.GaveUp)
    assert last.reason == (
        "scripted tried 4 times and found 5000 (2 times), 4, not the stated 5050. The file was not changed."
    )


async def test_the_stated_answer_behind_a_refuted_step_is_not_verified() -> None:
    *_, last = await run(ScriptedEngine([says("5050", "100 + 101 = 200")]), samples=1)
    assert isinstance(last, events.Unverified)
    assert (last.verdict.status, last.verdict.passed) == ("failed", 1)
    assert "a step is refuted" in last.reason


async def test_without_a_stated_answer_the_majority_is_named_as_such() -> None:
    replies = [says("5000"), says("5050"), says(r"\frac{10100}{2}"), "No box."]
    happened = await run(ScriptedEngine([replies]), text=OPEN)
    last = happened[-1]
    assert isinstance(last, events.Unverified)
    assert last.reason == "the statement gives no answer; 2 of 3 candidates agree on 5050"
    assert last.verdict.status == "no_examples"
    assert "<!-- vibe-lsp: not verified: the statement gives no answer; 2 of 3" in splice(OPEN, last.replacement)
    notes = [event.note for event in happened if isinstance(event, events.Candidate) and event.note]
    assert notes == ["The answer holds no \\boxed{…}."]


async def test_candidates_that_disagree_are_said_to() -> None:
    *_, last = await run(ScriptedEngine([[says("1"), says("2")]]), text=OPEN, samples=2)
    assert isinstance(last, events.Unverified)
    assert last.reason == "the statement gives no answer; the candidates disagree: 1, 2"


async def test_a_thought_that_never_ends_is_no_answer() -> None:
    endless = Reply("<think>\nLet me see, \\boxed{5050}", finish="length")
    *_, last = await run(ScriptedEngine([endless]), samples=1)
    assert isinstance(last, events.GaveUp) and "budget" in last.reason


async def test_the_embedded_model_says_that_it_cannot() -> None:
    engine = ScriptedEngine([], info=STARTER)
    *_, last = await run(engine)
    assert isinstance(last, events.GaveUp) and last.reason == TOO_SMALL and engine.requests == []


async def test_a_verified_derivation_is_found_again_until_the_stated_answer_changes(tmp_path: Path) -> None:
    store = Store(tmp_path / "store.sqlite3")
    await run(ScriptedEngine([says("5050")]), samples=1, store=store)
    *_, again = await run(ScriptedEngine([]), store=store)
    assert isinstance(again, events.Solved) and again.from_store
    *_, other = await run(ScriptedEngine([says("7")]), STATED.replace("5050", "5051"), samples=1, store=store)
    assert isinstance(other, events.GaveUp)


async def test_the_answer_of_a_users_own_derivation_counts_as_stated() -> None:
    text = f"{OPEN}\nSolution: by pairing, $\\boxed{{5050}}$.\n"
    *_, last = await run(ScriptedEngine([says("5050")]), text=text, samples=1)
    assert isinstance(last, events.Solved)
    assert splice(text, last.replacement).startswith(text.rstrip())


@pytest.mark.parametrize(
    ("derivation", "status", "summary"),
    [
        ("", "no_examples", "There is no derivation"),
        (r"Solution: $50 \cdot 101 = 5050$, so \boxed{5050}.", "passed", "5050 is the stated one; steps: 1 confirmed"),
        (r"Solution: $50 \cdot 101 = 5051$, so \boxed{5050}.", "failed", "a step is refuted"),
        (r"Solution: it is \boxed{5051}.", "failed", "5051 is not the stated 5050"),
    ],
)
async def test_a_derivation_in_the_file_is_checked(derivation: str, status: str, summary: str) -> None:
    document = Document(f"{STATED}\n{derivation}\n", "markdown")
    verdict = await check(document, find_problems(document)[0], Settings())
    assert (verdict.status, summary in verdict.summary) == (status, True)


async def test_answers_are_grouped_as_mathematics() -> None:
    answers = ["1/2", r"\frac{1}{2}", "0.5", "2", r"\sqrt{4}", "1/2"]
    assert await agreeing(answers, SandboxSettings()) == [[0, 1, 2, 5], [3, 4]]


def options(url: str, **more: Any) -> dict[str, Any]:
    return {"engine": {"url": url}, "solve": {"samples": 1}, "store": {"enabled": False}, **more}


async def test_in_markdown_the_editor_gets_the_answer_and_what_does_not_hold_is_underlined(start: Start) -> None:
    async with openai_double(says("5050"), says("7")) as double:
        editor = await start(options=options(double.url))
        uri = editor.open(STATED, name="notes.md", language="markdown")
        titles = [action.title for action in await editor.actions(uri, "sum of")]
        assert titles == ["Solve this problem"]
        assert [lens.command.title for lens in await editor.lenses(uri) if lens.command] == ["Solve"]
        answer = await editor.start("vibe.solve", uri, "sum of").result()
        assert (answer.status, answer.applied) == ("verified", True)
        assert editor.buffers[uri].undo == [STATED]
        editor.type(uri, "101}{2}", "102}{2}")
        titles = [action.title for action in await editor.actions(uri, "sum of")]
        assert titles == ["Solve this problem (replaces its answer)", "Check this derivation"]
        checked = await editor.start("vibe.check", uri, "sum of").result()
        assert checked.status == "failed"
        (shown,) = editor.client.diagnostics[uri]
        row = editor.text(uri).splitlines()[shown.range.start.line]
        assert "This does not hold" in shown.message and row.startswith("By Gauss")


async def test_in_code_nothing_is_inserted_unasked(start: Start) -> None:
    text = "# Find the remainder when $2^{10}$ is divided by $7$. (Answer: 2)\n\nx = 1\n"
    reply = says("2", "2^{10} = 1024")
    async with openai_double(reply, reply) as double:
        editor = await start(options=options(double.url))
        editor.choice = "Discard"
        uri = editor.open(text)
        answer = await editor.start("vibe.solve", uri, "remainder").result()
        assert (answer.status, answer.applied, editor.text(uri)) == ("verified", False, text)
        editor.choice = "Insert"
        answer = await editor.start("vibe.solve", uri, "remainder").result()
        assert answer.applied and "\n# Answer: 2\n# /vibe-lsp\n" in editor.text(uri)
        assert len(editor.questions) == 2
