"""Positions: every encoding, every kind of line ending, and what lies outside the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from lsp_server.features.convert import to_cursor, to_offset, to_position, to_range, to_region
from lsp_server.problem.syntax import Document

UTF8, UTF16, UTF32 = PositionEncodingKind.Utf8, PositionEncodingKind.Utf16, PositionEncodingKind.Utf32
ENCODINGS = st.sampled_from([UTF8, UTF16, UTF32])
TEXTS = st.text(st.sampled_from(list("ab\t\r\n\x0c é输😀\u2028\ud800")), max_size=40)


def at(line: int, character: int) -> Position:
    return Position(line=line, character=character)


def document(text: str) -> Document:
    return Document(text, "python")


def between(text: str, offset: int) -> bool:
    """True in the middle of a `\\r\\n`, where no editor can point."""
    return text[offset - 1 : offset + 1] == "\r\n"


@given(TEXTS, ENCODINGS, st.data())
def test_every_offset_survives_the_way_to_the_editor_and_back(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    file = document(text)
    back = to_offset(file, to_position(file, offset, encoding), encoding)
    assert back == (offset - 1 if between(text, offset) else offset)


@given(TEXTS, ENCODINGS, st.integers(0, 60), st.integers(0, 60))
def test_any_position_means_a_place_on_its_own_line(text: str, encoding: str, line: int, character: int) -> None:
    file = document(text)
    offset = to_offset(file, at(line, character), encoding)
    found = to_position(file, offset, encoding)
    assert 0 <= offset <= len(text)
    assert found.character <= character or line >= len(file.lines.starts)
    assert found.line == min(line, len(file.lines.starts) - 1)


@pytest.mark.parametrize(("encoding", "character"), [(UTF8, 11), (UTF16, 5), (UTF32, 4)])
def test_the_column_after_chinese_and_an_emoji(encoding: str, character: int) -> None:
    file = document("x\n输入😀 =1\n")
    assert to_position(file, 2 + 4, encoding).character == character
    assert to_offset(file, at(1, character), encoding) == 2 + 4


@pytest.mark.parametrize(("encoding", "inside"), [(UTF8, 1), (UTF8, 3), (UTF16, 1)])
def test_a_position_inside_a_character_means_its_start(encoding: str, inside: int) -> None:
    assert to_offset(document("😀a"), at(0, inside), encoding) == 0


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_beyond_the_end_of_a_line_is_before_its_line_ending(ending: str) -> None:
    assert to_offset(document(f"ab{ending}c"), at(0, 99), UTF16) == 2


def test_beyond_the_last_line_is_the_end_of_the_text() -> None:
    assert to_offset(document("ab\nc"), at(7, 0), UTF8) == 4
    assert to_offset(document("ab\nc"), at(1, 99), UTF8) == 4


def test_form_feeds_and_unicode_separators_do_not_end_lines() -> None:
    assert to_position(document("a\x0cb\u2028c\nd"), 6, UTF32) == at(1, 0)


def test_a_tab_is_one_unit() -> None:
    assert to_cursor(document("\tx"), at(0, 1), UTF16).column == 1


def test_regions_and_ranges_are_each_others_inverse_with_crlf_and_emoji() -> None:
    text = "# 😀\r\ndef f():\r\n    pass\r\n"
    file = document(text)
    span = Range(start=at(1, 0), end=at(2, 8))
    region = to_region(file, span, UTF16)
    assert text[region.start.offset : region.end.offset] == "def f():\r\n    pass"
    assert to_range(file, region, UTF16) == span


def test_a_range_that_runs_backwards_is_empty_at_its_start() -> None:
    region = to_region(document("abc"), Range(start=at(0, 2), end=at(0, 1)), UTF8)
    assert region.start == region.end
