"""What is typed on is found again: places, remainders, and what the editor closes by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.features.fills import Fill, Fills, Place, place_of
from lsp_server.problem.syntax import Document
from lsp_server.tasks.slot import Slot, slot_at


def slot(marked: str) -> Slot:
    before, _, after = marked.partition("|")
    found = slot_at(Document(before + after, "python"), len(before))
    assert found is not None
    return found


def at(marked: str, uri: str = "a") -> Place:
    return place_of(uri, slot(marked))


def filled(marked: str, text: str, done: bool = True, short: bool = False) -> Fill:
    fill = Fill(at(marked), slot(marked))
    fill.advance(text, 1, done, short)
    if done:
        fill.end(failed=False)
    return fill


@pytest.mark.parametrize(
    ("now", "left"),
    [
        ("x = |\n", "foo(a, b)"),
        ("x = foo|\n", "(a, b)"),
        ("x = foo(a, b)|\n", ""),
        ("x = foo(|)\n", "a, b)"),
        ("x = bar|\n", None),
        ("y = |\n", None),
        ("x = |\n\ny = 1\n", None),
    ],
)
def test_a_finished_fill_answers_for_what_is_typed_of_it(now: str, left: str | None) -> None:
    fills = Fills()
    fills.keep(filled("x = |\n", "foo(a, b)"))
    found = fills.find(at(now))
    assert (found[0].remainder(found[1]) if found else None) == left


def test_another_document_is_another_place() -> None:
    fills = Fills()
    fills.keep(filled("x = |\n", "1"))
    assert fills.find(at("x = |\n", uri="b")) is None


def test_a_fill_that_ended_for_want_of_tokens_says_nothing_of_what_follows() -> None:
    assert filled("x = |\n", "1 + 1", short=True).remainder("1 + 1") is None
    assert filled("x = |\n", "1 + 1", short=True).remainder("1 +") == " 1"


def test_a_live_fill_is_waited_for_while_it_may_still_say_what_is_typed() -> None:
    live = filled("x = |\n", "fo", done=False)
    assert live.may_say("f") and live.may_say("foo(2") and not live.may_say("bar")
    assert (live.remainder("f"), live.remainder("foo")) == ("o", None)
    live.advance("foo(1)", 2, True, False)
    live.end(failed=False)
    assert live.slot is None
    assert live.may_say("foo(") and not live.may_say("foo(2")
    assert live.remainder("foo") == "(1)"


def test_a_failed_fill_is_never_found() -> None:
    fill = filled("x = |\n", "", done=False)
    fill.end(failed=True)
    assert fill.remainder("") is None


def test_closing_a_document_forgets_its_fills_only() -> None:
    fills = Fills()
    fills.keep(filled("x = |\n", "1"))
    other = Fill(at("x = |\n", uri="b"), slot("x = |\n"))
    fills.keep(other)
    fills.forget("a")
    assert fills.kept == [other]


WORDS = st.text(alphabet="ab (\n😀", max_size=30)


@given(st.text(alphabet="ab\n", min_size=1, max_size=900), WORDS, st.integers(0, 4000))
def test_what_was_typed_between_two_places_is_told_exactly(near: str, typed: str, far: int) -> None:
    """The lines before a place are numbered, so that each tail stands only once."""
    start = "".join(f"# {number}\n" for number in range(far // 5)) + near
    before, after = (place_around(text) for text in (start, start + typed))
    if before.start == after.start:
        assert after.typed_since(before) == typed


def place_around(text: str) -> Place:
    return place_of("a", Slot(Document(text, "python"), len(text), "line", "", ""))
