"""What a person sees: one candidate at a time, nothing that a terminal would obey, a patch that is one."""

import io
from collections.abc import AsyncGenerator

import pytest
from rich.console import Console

from lsp_server import live, terminal
from lsp_server.errors import EngineUnavailableError
from lsp_server.judge.verdict import ExampleResult, Verdict
from lsp_server.problem.model import Point, Region, Replacement
from lsp_server.tasks import events

HERE = Region(start=Point(line=1, column=2, offset=2), end=Point(line=1, column=3, offset=3))
PASSED = Verdict(status="passed", examples=(ExampleResult(status="passed", input="n = 1", expected="2", actual="2"),))
FAILED = Verdict(status="failed", examples=(ExampleResult(status="wrong_answer", input="", expected="2", actual="3"),))
SOLVED = events.Solved(code="x", replacement=Replacement(region=HERE, text="y"), verdict=PASSED, model="m")


@pytest.fixture
def console(monkeypatch: pytest.MonkeyPatch) -> Console:
    console = Console(width=100, record=True, force_terminal=False, file=None, quiet=False)
    monkeypatch.setattr(terminal, "console", console)
    return console


async def shown(console: Console, *happened: events.Event) -> str:
    async def stream() -> AsyncGenerator[events.Event, None]:
        for event in (*happened, SOLVED):
            yield event

    await live.follow_to(stream(), (events.Solved,))
    return console.export_text()


async def test_only_the_leading_candidate_is_shown_word_by_word(console: Console) -> None:
    text = await shown(
        console,
        events.Thinking(index=0, text="first "),
        events.Thinking(index=1, text="OTHER"),
        events.Candidate(index=1, code=None, note="the other failed"),
        events.Thinking(index=0, text="thought"),
        events.Candidate(index=0, code="x"),
        events.Writing(index=1, text="LATE"),
    )
    assert "first thought\n" in text
    assert "OTHER" not in text and "LATE" not in text
    assert text.index("thought") < text.index("the other failed")


async def test_when_the_leader_has_failed_the_next_is_shown_from_its_first_word(console: Console) -> None:
    text = await shown(
        console,
        events.Thinking(index=0, text="first"),
        events.Thinking(index=1, text="second, "),
        events.Thinking(index=2, text="third"),
        events.Candidate(index=0, code="x"),
        events.Thinking(index=1, text="all of it"),
        events.Judged(index=0, verdict=FAILED),
        events.Thinking(index=1, text=", to the end"),
        events.Candidate(index=2, code=None, note="no code"),
    )
    said = text.index("candidate 1: 0/1")
    assert said < text.index("second, all of it, to the end\n") < text.index("candidate 3: no code")
    assert "third" not in text


async def test_the_winner_is_not_followed_by_half_a_thought_of_another(console: Console) -> None:
    text = await shown(
        console,
        events.Thinking(index=0, text="first"),
        events.Thinking(index=1, text="half a thought"),
        events.Candidate(index=0, code="x"),
        events.Judged(index=0, verdict=PASSED),
    )
    assert "half a thought" not in text


async def test_the_cursor_comes_back_when_a_task_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    output = io.StringIO()
    monkeypatch.setattr(terminal, "console", Console(width=80, file=output, force_terminal=True))

    async def stream() -> AsyncGenerator[events.Event, None]:
        yield events.Progress(state="waiting for the model")
        raise EngineUnavailableError("nobody there")

    with pytest.raises(EngineUnavailableError):
        await live.follow_to(stream(), (events.Solved,))
    hidden, shown_again = "\x1b[?25l", "\x1b[?25h"
    assert output.getvalue().rfind(shown_again) > output.getvalue().rfind(hidden) >= 0


async def test_control_characters_of_a_model_are_written_out(console: Console) -> None:
    text = await shown(console, events.Thinking(index=0, text="a\x1b[2Jb\x07\u202ec\n"))
    assert "a\\x1b[2Jb\\x07\\u202ec" in text


async def test_square_brackets_of_a_model_are_no_markup(console: Console) -> None:
    text = await shown(
        console,
        events.Writing(index=0, text="[red]x[/red]\n"),
        events.Candidate(index=0, code=None, note="[bold]no[/bold]"),
    )
    assert "[red]x[/red]" in text and "[bold]no[/bold]" in text


def test_a_diff_of_a_file_without_a_last_newline_says_so() -> None:
    patch = terminal.diff("f.py", "abc", Replacement(region=HERE, text="x"))
    assert patch.splitlines()[:2] == ["--- a/f.py", "+++ b/f.py"]
    assert "-abc\n\\ No newline at end of file\n+abx\n\\ No newline at end of file\n" in patch


def test_a_narrow_terminal_gets_lines_instead_of_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    narrow = Console(width=30, record=True)
    monkeypatch.setattr(terminal, "console", narrow)
    terminal.show_verdict(FAILED.model_copy(update={"isolation": "bubblewrap"}), "title")
    text = narrow.export_text()
    assert "  expected 2\n  actual 3\n" in text and "│" not in text


def test_an_exception_is_shown_once(console: Console) -> None:
    crash = {"status": "runtime_error", "actual": "KeyError: 1", "message": "KeyError: 1 (line 3)"}
    results = (FAILED.examples[0].model_copy(update=crash),)
    terminal.show_verdict(FAILED.model_copy(update={"examples": results}), "title")
    assert console.export_text().count("KeyError") == 1


def test_what_a_verdict_says_beside_its_examples_is_shown(console: Console) -> None:
    terminal.show_verdict(FAILED.model_copy(update={"message": "Two examples contradict each other."}), "title")
    assert "Two examples contradict each other." in console.export_text()


def test_names_of_pictures_in_a_text_stay_as_they_are() -> None:
    with terminal.console.capture() as capture:
        terminal.show_state("a[:x:] and :smile:")
    assert "a[:x:] and :smile:" in capture.get()


def test_a_verdict_shows_each_example(console: Console) -> None:
    terminal.show_verdict(PASSED, "title")
    assert "n = 1" in (text := console.export_text()) and "1/1 examples passed" in text


def test_a_caution_stands_below_what_was_verified(console: Console) -> None:
    terminal.show_end(SOLVED)
    assert "caution" not in console.export_text()
    terminal.show_end(SOLVED.model_copy(update={"caution": "The only example gives 4."}))
    assert console.export_text().rstrip().endswith("caution · The only example gives 4.")
