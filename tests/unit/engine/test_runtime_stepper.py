"""The decode loop over a pretended device whose cache holds tokens: any page that is mixed up changes what is drawn."""

import random
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lsp_server.engine.healing import Beginning, Spellings
from lsp_server.engine.runtime.decoding.noise import step_seed
from lsp_server.engine.runtime.decoding.pages import Pages
from lsp_server.engine.runtime.decoding.stepper import Row, Stepper, Stream, TokenRequest

BACKGROUND, INTERACTIVE = 10, 0
VOCABULARY = 97


def next_token(text: Sequence[int], noise: int) -> int:
    """Mostly the token of five places ago, so that some guesses are right and some are not."""
    dice = hash((tuple(text), noise))
    return text[-5] if dice % 8 and len(text) > 4 else dice % VOCABULARY


class Device:
    """Draws a token from the whole text that it finds in the pages of a row. `depth` 2 reads one step late."""

    def __init__(self, pages: int, size: int, depth: int, drafts: int = 0) -> None:
        self.depth, self.chunk, self.most_rows = depth, 8, 4
        self.most_drafts = drafts
        self.size = size
        self.cache: dict[tuple[int, int], int] = {}
        self.drawn: list[int] = []
        self.read: list[int] = []
        self.launched: list[list[int]] = []
        self.pages = Pages(pages, size, self.copy)

    def copy(self, source: int, target: int, count: int) -> None:
        for place in range(count):
            self.cache[target, place] = self.cache[source, place]

    def read_prompt(self, ids: Sequence[int], table: list[int], start: int) -> None:
        assert len(ids) <= self.chunk
        self.read.append(len(ids))
        for place, token in enumerate(ids, start):
            self.cache[table[place // self.size], place % self.size] = token

    def launch(self, rows: Sequence[Row]) -> list[list[int]]:
        assert len({len(row.drafts) for row in rows}) == 1
        assert sum(len(row.drafts) for row in rows) <= self.most_drafts
        last, drawn = self.drawn, [self.draw(row) for row in rows]
        self.drawn = [tokens[-1] for tokens in drawn]
        self.launched.append([row.position for row in rows])
        assert all(row.source < len(last) for row in rows)
        return drawn

    def draw(self, row: Row) -> list[int]:
        tokens: list[int] = []
        given = [row.token if row.source < 0 else self.drawn[row.source], *row.drafts]
        for place, token in enumerate(given, row.position):
            wrong = len(tokens) < place - row.position or (tokens and tokens[-1] != token)
            self.cache[row.table[place // self.size], place % self.size] = -1 if wrong else token
            if wrong:
                continue  # what a wrong guess leaves in the cache must never be looked at
            text = [self.cache[row.table[one // self.size], one % self.size] for one in range(place + 1)]
            tokens.append(next_token(text, step_seed(row.seed, place + 1)))
        return tokens

    def receive(self, launched: list[list[int]]) -> list[list[int]]:
        return launched


class Answer:
    def __init__(self, ids: Sequence[int], count: int, serial: int, **wishes: Any) -> None:
        defaults: dict[str, Any] = {"priority": BACKGROUND, "seed": serial, "stop_tokens": ()}
        self.request = TokenRequest(tuple(ids), count, 1.0, 1.0, 0, **{**defaults, **wishes})
        self.tokens: list[int] = []
        self.finished = False
        self.stream = Stream(self.request, serial, self.take)

    def take(self, new: list[int], last: bool) -> None:
        assert not self.finished
        self.tokens += new
        self.finished = last

    def right(self) -> list[int]:
        """What this request must get, worked out without any cache."""
        text = list(self.request.ids)
        for _ in range(self.request.max_tokens):
            text.append(next_token(text, step_seed(self.request.seed, len(text))))
            if text[-1] in self.request.stop_tokens:
                break
        return text[len(self.request.ids) :]


def prompt(size: int, seed: int = 0) -> list[int]:
    return random.Random(seed).choices(range(VOCABULARY), k=size)


def run(stepper: Stepper, turns: int = 10_000) -> None:
    for _ in range(turns):
        if not stepper.advance():
            return
    raise AssertionError("the loop does not come to an end")


@pytest.mark.parametrize(("depth", "drafts"), [(1, 0), (1, 8), (2, 0)])
@pytest.mark.parametrize("size", [4, 64])
def test_every_stream_gets_its_own_text(depth: int, drafts: int, size: int) -> None:
    device = Device(1024 // size, size, depth, drafts)
    stepper = Stepper(device, device.pages)
    answers = [Answer(prompt(length, length), 20, number) for number, length in enumerate((1, 3, 4, 5, 17, 40))]
    for answer in answers:
        stepper.add(answer.stream)
    run(stepper)
    assert all(answer.finished and answer.tokens == answer.right() for answer in answers)
    assert stepper.tokens == 120
    assert not stepper.advance()


def test_text_that_repeats_itself_takes_fewer_steps_and_is_the_same() -> None:
    steps = []
    for drafts in (0, 8):
        device = Device(pages=8, size=64, depth=1, drafts=drafts)
        stepper = Stepper(device, device.pages)
        answer = Answer(prompt(5) * 4, 100, 0)
        stepper.add(answer.stream)
        run(stepper)
        assert answer.tokens == answer.right()
        assert stepper.tokens == 100
        steps.append(stepper.steps)
    assert steps[0] == 100
    assert steps[1] < 70


def test_a_guess_that_would_go_past_the_end_is_not_made() -> None:
    device = Device(pages=8, size=64, depth=1, drafts=8)
    stepper = Stepper(device, device.pages)
    answers = [Answer(prompt(5) * 5, count, count) for count in range(1, 9)]
    for answer in answers:
        stepper.add(answer.stream)
    run(stepper)
    assert [len(answer.tokens) for answer in answers] == list(range(1, 9))


@pytest.mark.parametrize("depth", [1, 2])
def test_candidates_of_one_prompt_read_it_once(depth: int) -> None:
    device = Device(pages=64, size=4, depth=depth)
    stepper = Stepper(device, device.pages)
    answers = [Answer(prompt(31), 9, number) for number in range(4)]
    for answer in answers:
        stepper.add(answer.stream)
    run(stepper)
    assert sum(device.read) == 30
    assert [answer.tokens for answer in answers] == [answer.right() for answer in answers]


def test_a_prompt_that_goes_on_from_an_earlier_one_reads_only_what_is_new() -> None:
    device = Device(pages=64, size=4, depth=1)
    stepper = Stepper(device, device.pages)
    first = Answer(prompt(30), 5, 0)
    stepper.add(first.stream)
    run(stepper)
    device.read.clear()
    second = Answer([*prompt(30), *first.tokens, 1, 2, 3], 5, 1)
    stepper.add(second.stream)
    run(stepper)
    assert sum(device.read) == 3  # the last token that was drawn, and two of the three new ones
    assert second.tokens == second.right()


def test_less_urgent_streams_stand_still_and_go_on_without_reading_again() -> None:
    device = Device(pages=64, size=4, depth=2)
    stepper = Stepper(device, device.pages)
    slow = Answer(prompt(30, 1), 30, 0)
    stepper.add(slow.stream)
    for _ in range(12):
        stepper.advance()
    read, before = len(device.read), len(device.launched)
    fast = Answer(prompt(20, 2), 6, 1, priority=INTERACTIVE)
    stepper.add(fast.stream)
    while not fast.finished:
        stepper.advance()
    assert all(len(rows) == 1 and rows[0] < 30 for rows in device.launched[before : before + 6])
    run(stepper)
    assert len(device.read) == read + 3  # 19 tokens in chunks of 8, none of them the slow one's
    assert (slow.tokens, fast.tokens) == (slow.right(), fast.right())


@pytest.mark.parametrize("depth", [1, 2])
def test_an_urgent_stream_gets_the_pages_of_another_in_a_full_cache(depth: int) -> None:
    device = Device(pages=1, size=64, depth=depth)
    stepper = Stepper(device, device.pages)
    slow = [Answer(prompt(20, number), 30, number) for number in range(3)]
    for answer in slow:
        stepper.add(answer.stream)
    for _ in range(10):
        stepper.advance()
    fast = Answer(prompt(40, 9), 5, 9, priority=INTERACTIVE)
    stepper.add(fast.stream)
    while not fast.finished:
        stepper.advance()
    assert not any(answer.finished for answer in slow)
    run(stepper)
    assert all(answer.tokens == answer.right() for answer in (*slow, fast))


@pytest.mark.parametrize("depth", [1, 2])
def test_streams_that_outgrow_the_cache_together_all_come_to_their_end(depth: int) -> None:
    device = Device(pages=12, size=4, depth=depth)
    stepper = Stepper(device, device.pages)
    answers = [Answer(prompt(8, number), 30, number) for number in range(4)]
    for answer in answers:
        stepper.add(answer.stream)
    run(stepper)
    assert all(answer.tokens == answer.right() for answer in answers)


@pytest.mark.parametrize("depth", [1, 2])
def test_a_stop_token_is_the_last_one(depth: int) -> None:
    device = Device(pages=64, size=4, depth=depth)
    stepper = Stepper(device, device.pages)
    whole = Answer(prompt(5), 40, 3).right()
    answer = Answer(prompt(5), 40, 3, stop_tokens={whole[7]})
    stepper.add(answer.stream)
    run(stepper)
    assert answer.tokens == whole[: whole.index(whole[7]) + 1]
    assert answer.finished


@pytest.mark.parametrize("depth", [1, 2])
def test_a_cancelled_stream_says_nothing_more_and_leaves_its_pages(depth: int) -> None:
    device = Device(pages=16, size=4, depth=depth)
    stepper = Stepper(device, device.pages)
    answers = [Answer(prompt(10, number), 20, number) for number in range(2)]
    for answer in answers:
        stepper.add(answer.stream)
    for _ in range(9):
        stepper.advance()
    stepper.cancel(answers[0].stream)
    said = len(answers[0].tokens)
    run(stepper)
    assert len(answers[0].tokens) == said < 20
    assert answers[1].tokens == answers[1].right()
    assert device.pages.room() == 16


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_comes_in_whatever_order_nobody_gets_a_wrong_token(data: st.DataObject) -> None:
    count, size = data.draw(st.integers(12, 40)), data.draw(st.sampled_from([3, 4, 8]))
    device = Device(count, size, *data.draw(st.sampled_from([(1, 0), (1, 8), (1, 20), (2, 0)])))
    stepper = Stepper(device, device.pages)
    answers: list[Answer] = []
    cancelled: set[int] = set()
    for number in range(data.draw(st.integers(1, 8))):
        seed, length = data.draw(st.integers(0, 2)), data.draw(st.integers(1, 20))
        priority = data.draw(st.sampled_from([INTERACTIVE, BACKGROUND]))
        answers.append(Answer(prompt(length, seed), data.draw(st.integers(1, 14)), number, priority=priority))
        stepper.add(answers[-1].stream)
        for _ in range(data.draw(st.integers(0, 12))):
            stepper.advance()
        if data.draw(st.integers(0, 4)) == 0:
            victim = data.draw(st.integers(0, number))
            stepper.cancel(answers[victim].stream)
            cancelled.add(victim)
    run(stepper)
    for number, answer in enumerate(answers):
        right = answer.right()
        assert answer.tokens == (right[: len(answer.tokens)] if number in cancelled else right)
    assert device.pages.room() == count


class Choosy(Device):
    """Draws the first allowed token where some are named."""

    def draw(self, row: Row) -> list[int]:
        assert not (row.allowed and row.drafts)
        return [row.allowed[0], *super().draw(row)[1:]] if row.allowed else super().draw(row)


def test_a_stream_spells_its_beginning_while_others_guess() -> None:
    device = Choosy(pages=40, size=4, depth=1, drafts=4)
    stepper = Stepper(device, device.pages)
    spellings = Spellings({letter: number for number, letter in enumerate("abcdefgh")}, ())
    healed = Answer([1, 2, 3] * 4, 12, 0, beginning=Beginning(spellings, "cab"))
    free = Answer([1, 2, 3] * 4, 12, 1)
    for one in (healed, free):
        stepper.add(one.stream)
    while stepper.advance():
        pass
    assert healed.tokens[:3] == [2, 0, 1]
    assert len(healed.tokens) == len(free.tokens) == 12
