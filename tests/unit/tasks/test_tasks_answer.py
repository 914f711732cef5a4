"""Reasoning, answer and code are told apart however the stream is cut."""

from hypothesis import given
from hypothesis import strategies as st

from lsp_server.tasks.answer import Transcript, code_of, why_no_code

ANSWER = "<think>\nfirst idea\n```python\nwrong\n```\n</think>\n\nHere it is:\n```python\ndef f():\n    return 1\n```\n"


def shown(pieces: list[str]) -> tuple[str, str]:
    transcript = Transcript()
    parts = {"thinking": "", "writing": ""}
    for number, piece in enumerate(pieces):
        for part, text in transcript.feed(piece, last=number == len(pieces) - 1):
            parts[part] += text
    return parts["thinking"], parts["writing"]


@given(st.lists(st.integers(1, 9), min_size=1))
def test_every_way_of_cutting_the_stream_shows_the_same(sizes: list[int]) -> None:
    pieces, rest = [], ANSWER
    for size in sizes * len(ANSWER):
        pieces.append(rest[:size])
        rest = rest[size:]
        if not rest:
            break
    thinking, writing = shown(pieces)
    assert thinking == "\nfirst idea\n```python\nwrong\n```\n"
    assert writing == "\n\nHere it is:\n```python\ndef f():\n    return 1\n```\n"


@given(st.lists(st.sampled_from(["<think>", "</think>", "<", "th", "ink>", "a", "\n", "/"]), min_size=1))
def test_nothing_but_tags_is_ever_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    thinking, writing = shown(pieces)
    assert (thinking, writing) == shown([text])
    lost = len(text) - len(thinking) - len(writing)
    assert lost in {7 * opened + 8 * closed for opened in range(20) for closed in (opened, opened - 1)}


def test_code_is_the_last_block_after_the_reasoning() -> None:
    assert code_of(ANSWER) == "def f():\n    return 1"
    assert code_of("```py\na = 1\n```\nor better\n~~~\nb = 2\n~~~") == "b = 2"


def test_a_block_inside_the_reasoning_is_not_the_answer() -> None:
    assert code_of("<think>\n```python\nx = 1\n```\nstill thinking") is None


def test_a_block_that_was_never_closed_counts() -> None:
    assert code_of("</think>\n```python\ndef f(): pass") == "def f(): pass"


def test_an_answer_without_code_says_why() -> None:
    assert code_of("I cannot do that.") is None
    assert "no code" in why_no_code("I cannot do that.", "stop")
    assert "empty" in why_no_code("  ", "stop")
    assert "loop" in why_no_code("but but but", "repetition")
    assert "solve.budget" in why_no_code("<think>", "length")
