"""Guesses of what comes next, taken from what was said before."""

from lsp_server.engine.runtime.decoding.guesses import Guesser


def test_what_followed_the_same_tokens_last_is_guessed() -> None:
    tokens = [1, 2, 3, 4, 5, 9, 1, 2, 3, 6, 7, 8, 0, 1, 2, 3]
    assert Guesser(tokens).guesses(3) == (6, 7, 8)


def test_nothing_is_guessed_for_what_was_never_said() -> None:
    assert Guesser([1, 2, 3, 4, 5]).guesses(4) == ()
    assert Guesser([1]).guesses(4) == ()
    assert Guesser([1, 1, 1, 1]).guesses(0) == ()


def test_right_guesses_grow_and_wrong_ones_pause() -> None:
    tokens = list(range(100)) * 2
    del tokens[110:]
    guesser = Guesser(tokens)
    lengths = []
    for _ in range(4):
        found = guesser.guesses(16)
        lengths.append(len(found))
        tokens += found
    assert lengths == [4, 8, 16, 16]
    guesser.guesses(16)
    tokens.append(-1)  # not what was guessed
    tokens += [20, 21, 22]
    assert guesser.guesses(16) == ()
    tokens += [23, 24, 25, 26, 27]
    assert guesser.guesses(16) == (28,)
