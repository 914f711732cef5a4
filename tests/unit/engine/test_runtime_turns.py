"""Between the models of one process: the more urgent one goes first, and the other goes on when it is done."""

import threading

from lsp_server.engine.runtime.decoding.turns import Turns

INTERACTIVE, BACKGROUND = 0, 10


def test_alone_it_is_always_ones_turn() -> None:
    turns = Turns()
    assert turns.wait("solver", 0)
    with turns.request("solver", BACKGROUND):
        assert turns.wait("solver", 0)


def test_a_background_model_waits_while_another_has_an_urgent_request_open() -> None:
    turns = Turns()
    with turns.request("solver", BACKGROUND):
        with turns.request("filler", INTERACTIVE), turns.request("filler", INTERACTIVE):
            assert (turns.wait("solver", 0), turns.wait("filler", 0)) == (False, True)
        assert turns.wait("solver", 0)


def test_equals_go_side_by_side() -> None:
    turns = Turns()
    with turns.request("solver", BACKGROUND), turns.request("filler", BACKGROUND):
        assert turns.wait("solver", 0) and turns.wait("filler", 0)
    with turns.request("solver", INTERACTIVE), turns.request("filler", INTERACTIVE):
        assert turns.wait("solver", 0) and turns.wait("filler", 0)


def test_who_waits_is_woken_when_the_urgent_request_ends() -> None:
    turns = Turns()
    went_on = threading.Event()
    with turns.request("solver", BACKGROUND):
        with turns.request("filler", INTERACTIVE):
            thread = threading.Thread(target=lambda: turns.wait("solver", 30) and went_on.set())
            thread.start()
        thread.join(20)
        assert went_on.is_set()


def test_an_abandoned_decoder_is_not_kept() -> None:
    turns = Turns()
    with turns.request("filler", INTERACTIVE):
        pass
    assert not turns._open
