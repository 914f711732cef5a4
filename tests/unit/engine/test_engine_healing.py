"""Words that are not finished: what is cut off, and that whatever is drawn spells it again."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.engine.healing import Beginning, Spellings

WORDS = (
    "n",
    "nu",
    "numb",
    "numbers",
    "Ġn",
    "Ġnumb",
    "Ġnumbers",
    "Ġ",
    "x",
    "=",
    "==",
    "Ċ",
    "(",
    "u",
    "m",
    "b",
    "<|end|>",
)
VOCABULARY = {word: number for number, word in enumerate(WORDS)}
SPELLINGS = Spellings(VOCABULARY, ["<|end|>"])


@pytest.mark.parametrize(
    ("prompt", "word"),
    [
        ("for x in numb", " numb"),
        ("for x in ", " "),
        ("f(", "("),
        ("x =", "="),
        ("numb", "numb"),
        ("return\n", ""),
        ("<|end|>", ""),
        ("in größe", ""),
        ("in 数", ""),
        ("", ""),
    ],
)
def test_the_last_word_is_cut_off_with_the_spaces_before_it(prompt: str, word: str) -> None:
    assert SPELLINGS.cut(prompt) == (prompt.removesuffix(word), word)


def test_tokens_that_begin_with_the_word_and_those_that_begin_it() -> None:
    found = {WORDS[token] for token in SPELLINGS.towards(" numb")}
    assert found == {"Ġnumb", "Ġnumbers", "Ġ", "Ġn"}
    assert SPELLINGS.towards("?") == []


@given(st.text(st.sampled_from(" numbx=("), min_size=1, max_size=12), st.randoms())
def test_whatever_is_drawn_spells_the_word(word: str, rng: Random) -> None:
    beginning, spelled = Beginning(SPELLINGS, word), ""
    while beginning.left:
        token = rng.choice(beginning.allowed)
        spelled += WORDS[token].replace("Ġ", " ")
        beginning.took([token])
    assert spelled.startswith(word)
    assert beginning.allowed == ()
