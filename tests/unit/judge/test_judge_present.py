"""What people read of a value is short and harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.judge.present import MOST_CHARACTERS, show, show_input, visible
from lsp_server.judge.runners.inside.codec import Nodes, Opaque
from tests.judging import call, session, stdin


@given(st.text(max_size=2000))
def test_nothing_that_is_shown_can_drive_a_terminal(text: str) -> None:
    shown = visible(text)
    assert len(shown) <= MOST_CHARACTERS
    assert shown.replace("\n", "").replace("\t", "").isprintable() or "\u2028" not in shown
    assert not any(ord(character) < 0x20 and character not in "\n\t" for character in shown)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "\\x1b[31m"),
        ("\u202e", "\\u202e"),
        ("\x9b", "\\x9b"),
        ("é中🙂", "é中🙂"),
        ("a\tb\n", "a\tb\n"),
        ("\r", "\\r"),
    ],
)
def test_control_characters_become_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_long_text_ends_in_an_ellipsis() -> None:
    assert visible("x" * 501) == "x" * 499 + "…"
    assert visible("x" * 500) == "x" * 500


def test_values_are_written_as_python_writes_them() -> None:
    assert show({"a": [1, None, True, 2.5]}) == "{'a': [1, None, True, 2.5]}"
    assert show(Nodes("TreeNode", [1, None, 2])) == "[1, None, 2]"
    assert show(Opaque("Thing", "<Thing>")) == "<Thing>"


def test_a_number_too_long_to_write_is_said_to_be() -> None:
    assert show(10**5000) == "(a number too long to show)"


def test_inputs_are_shown_in_the_form_of_the_example() -> None:
    assert show_input(call(4, nums=[1, 2], s="a")) == "nums = [1, 2], s = 'a'"
    assert show_input(session("f(2)\n", 4)) == "f(2)"
    assert show_input(stdin("3\n1 2 3\n", "6")) == "3\n1 2 3"
