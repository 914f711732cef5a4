"""Text leaves the engine in whole characters, up to the stop string, and not in circles."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

from lsp_server.engine.runtime.repetition import LoopDetector, RepetitionDetection
from lsp_server.engine.runtime.text import Characters, StopStrings
from lsp_server.engine.runtime.writer import FORCED_END, Limits, Piece, Writer

END = 256


class Bytes:
    """A tokenizer whose 256 tokens are the bytes, so that every character can be cut anywhere; one more token ends."""

    def __init__(self) -> None:
        alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
        self.backend_tokenizer = Tokenizer(models.BPE({letter: i for i, letter in enumerate(alphabet)}, []))
        self.backend_tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
        self.backend_tokenizer.decoder = decoders.ByteLevel()
        self.backend_tokenizer.add_special_tokens(["<|im_end|>"])

    def ids(self, text: str) -> list[int]:
        return self.backend_tokenizer.encode(text).ids


TOKENIZER = Bytes()


def pieces(text: str) -> list[str]:
    characters = Characters(TOKENIZER)
    return [characters.feed(token) for token in TOKENIZER.ids(text)]


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_comes_out_as_it_was_in_whole_characters(text: str) -> None:
    said = pieces(text)
    assert "".join(said) == text
    assert all("�" not in piece for piece in said) or "�" in text


def test_an_emoji_comes_with_its_last_byte() -> None:
    assert pieces("a😀é中\n") == ["a", "", "", "", "😀", "", "é", "", "", "中", "\n"]


def test_bytes_that_are_no_text_are_not_held_for_ever() -> None:
    characters = Characters(TOKENIZER)
    continuation = TOKENIZER.ids("é")[1]
    said = "".join(characters.feed(continuation) for _ in range(40))
    assert said and set(said) == {"�"}
    assert "".join(characters.feed(token) for token in TOKENIZER.ids("x中")).endswith("x中")


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_stop_string_is_found_across_the_borders_of_pieces(size: int) -> None:
    text, stops = "one\n\ndef two", StopStrings(["\n\ndef", "<|end|>"])
    shown, reached = "", False
    for start in range(0, len(text), size):
        piece, reached = stops.feed(text[start : start + size])
        shown += piece
        if reached:
            break
    assert (shown, reached) == ("one", True)


@given(
    st.lists(st.text("ab\n", max_size=4), max_size=12), st.lists(st.text("ab\n", min_size=1, max_size=3), max_size=3)
)
def test_what_is_shown_is_the_text_before_the_first_stop_string(parts: list[str], stops: list[str]) -> None:
    text, finder = "".join(parts), StopStrings(stops)
    shown, reached = "", False
    for part in parts:
        piece, reached = finder.feed(part)
        shown += piece
        if reached:
            break
    ends = [at for stop in stops if (at := text.find(stop)) >= 0]
    if reached:
        assert shown == text[: shown.__len__()] and any(text.startswith(stop, len(shown)) for stop in stops)
        assert not any(stop in shown for stop in stops)
    else:
        assert not ends
        assert shown + finder.rest() == text


def loops(tokens: list[int]) -> int | None:
    detector = LoopDetector(RepetitionDetection())
    return next((place for place, token in enumerate(tokens) if detector.feed(token)), None)


@pytest.mark.parametrize("pattern", [[7], [1, 2], list(range(64))])
def test_a_loop_of_any_size_is_noticed(pattern: list[int]) -> None:
    place = loops([900, 901, *pattern * 300])
    assert place is not None and place < 2 + max(200, 6 * len(pattern))


def test_a_row_of_zeros_and_a_table_are_no_loop() -> None:
    assert loops([5, 6] * 90 + list(range(100))) is None
    assert loops([token for row in range(60) for token in (1, 2, 3, 100 + row)]) is None


def test_a_loop_longer_than_the_largest_pattern_is_not_noticed() -> None:
    assert loops(list(range(65)) * 20) is None


def write(text: str, **limits: Any) -> tuple[str, list[Piece]]:
    writer = Writer(TOKENIZER, Limits(**{"max_tokens": 10_000, "stop_tokens": {END}, **limits}))
    said: list[Piece] = []
    for token in [*TOKENIZER.ids(text), END]:
        said.append(writer.feed(token))
        if said[-1].finish or said[-1].overthinks:
            break
    return "".join(piece.text for piece in said), said


def test_an_answer_ends_at_its_end_token_and_shows_what_was_held_back() -> None:
    text, said = write("print(1)\n", stop=("\n\n",))
    assert (text, said[-1].finish) == ("print(1)\n", "stop")


def test_an_answer_ends_at_the_length_limit_with_what_was_held_back() -> None:
    text, said = write("a\nbcdef", stop=("\n\n",), max_tokens=2)
    assert (text, said[-1].finish) == ("a\n", "length")


def test_an_answer_that_loops_is_ended() -> None:
    text, said = write("but " * 200, repetition=RepetitionDetection())
    assert said[-1].finish == "repetition"
    assert len(text) < 250


def test_thought_beyond_its_budget_is_to_be_closed_and_then_answers() -> None:
    writer = Writer(TOKENIZER, Limits(max_tokens=100, stop_tokens={END}, thinking=5))
    flags = [writer.feed(token).overthinks for token in TOKENIZER.ids("<thin")]
    assert flags == [False, False, False, False, True]
    assert writer.close_thought(TOKENIZER.ids(FORCED_END)) == Piece(FORCED_END)
    assert not any(writer.feed(token).overthinks for token in TOKENIZER.ids("return 1"))
    assert len(writer.tokens) == 5 + len(FORCED_END) + 8


def test_thought_that_ends_by_itself_is_left_alone_however_the_tag_is_cut() -> None:
    text, said = write("ab</think>" + "c" * 30, thinking=12)
    assert not any(piece.overthinks for piece in said)
    assert text.endswith("c" * 30)


def test_no_room_after_the_forced_end_means_length() -> None:
    writer = Writer(TOKENIZER, Limits(max_tokens=6, thinking=5))
    for token in TOKENIZER.ids("abcde"):
        writer.feed(token)
    assert writer.close_thought(TOKENIZER.ids(FORCED_END)).finish == "length"
