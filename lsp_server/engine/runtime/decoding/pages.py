"""Which page of the cache holds which text: reference counts, and texts of the past that a new prompt may begin with.

No tensors here. Streams whose texts begin alike share whole pages; the page in which they part is copied. A text that
is no longer decoded keeps its pages until somebody needs them, the one unused for longest first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_WORTH = 8
"""Tokens. A shorter beginning in common is not worth a copy."""


@dataclass(eq=False, slots=True)
class Text:
    """Tokens of one stream and the pages of their keys and values, which exist for the first `computed` tokens."""

    tokens: list[int]
    table: list[int] = field(default_factory=list[int])
    computed: int = 0


class Pages:
    """`copy(source, target, count)` copies the first tokens of a page. Page numbers start at `first`."""

    def __init__(self, count: int, size: int, copy: Callable[[int, int, int], None], first: int = 0) -> None:
        self.size = size
        self._copy = copy
        self._free = list(range(first + count - 1, first - 1, -1))
        self._users: dict[int, int] = {}
        self._live: list[Text] = []
        self._idle: list[Text] = []

    def room(self) -> int:
        """Pages that nobody decodes in."""
        used = {page for text in self._live for page in text.table}
        return len(self._free) + len({page for text in self._idle for page in text.table} - used)

    def needed(self, count: int) -> int:
        return -(-count // self.size)

    def begin(self, text: Text) -> bool:
        """Pages for a new text and one token more, with what is known of its beginning. False when there is no room."""
        text.table, text.computed = [], 0
        near, common = self._nearest(text.tokens)
        for one, shared in ((near, common), (None, 0)):
            if self._fits(text, one, shared):
                if one is not None:
                    self._adopt(text, one, shared)
                self._live.append(text)
                return self.extend(text, len(text.tokens) + 1)
        return False

    def extend(self, text: Text, count: int) -> bool:
        """Make room for `count` tokens. False when every page is taken by texts that are being decoded."""
        while len(text.table) * self.size < count:
            page = self._take()
            if page is None:
                return False
            text.table.append(page)
        return True

    def retire(self, text: Text) -> None:
        """`text` is no longer decoded. What was computed of it stays for a later prompt as long as there is room."""
        self._live.remove(text)
        known = min(text.computed, len(text.tokens))
        past = Text(text.tokens[:known], text.table, known)
        self._shorten(past, known)
        text.table, text.computed = [], 0
        if known:
            self._idle.append(past)

    def _fits(self, text: Text, near: Text | None, common: int) -> bool:
        """Is there room for `text` beside the pages that it would share with `near`?"""
        whole = common // self.size
        taken = 0
        if near is not None and near in self._idle:
            taken = whole if self._is_taken_over(near, common) else len(near.table)
        return self.needed(len(text.tokens) + 1) - whole <= self.room() - taken

    def _nearest(self, tokens: Sequence[int]) -> tuple[Text | None, int]:
        """The text that has most in common with `tokens`, of which one must be left to compute."""
        best, most = None, 0
        for text in (*self._live, *self._idle):
            common = common_length(tokens, text.tokens, min(text.computed, len(tokens) - 1))
            if common > most:
                best, most = text, common
        return (best, most) if most >= _WORTH else (None, 0)

    def _is_taken_over(self, near: Text, common: int) -> bool:
        """An idle text that would lose little, or whose pages are needed anyway, is gone on with instead of copied."""
        return near in self._idle and (near.computed <= 2 * common or not self._free)

    def _adopt(self, text: Text, near: Text, common: int) -> None:
        """Begin `text` with the first `common` tokens of `near`."""
        if self._is_taken_over(near, common):
            self._idle.remove(near)
            text.table, text.computed = near.table, common
            self._shorten(text, common)
            self._own_last(text)
            return
        whole, rest = divmod(common, self.size)
        text.table, text.computed = near.table[:whole], whole * self.size
        for page in text.table:
            self._users[page] += 1
        page = self._take(near) if rest else None
        if page is not None:
            self._copy(near.table[whole], page, rest)
            text.table.append(page)
            text.computed = common

    def _own_last(self, text: Text) -> None:
        """The page in which `text` goes on must be its own."""
        whole, rest = divmod(text.computed, self.size)
        if not rest or self._users[text.table[whole]] == 1:
            return
        shared = text.table.pop()
        page = self._take()
        if page is not None:
            self._copy(shared, page, rest)
            text.table.append(page)
        text.computed = whole * self.size if page is None else text.computed
        self._drop(shared)

    def _shorten(self, text: Text, count: int) -> None:
        keep = self.needed(count)
        for page in text.table[keep:]:
            self._drop(page)
        text.table = text.table[:keep]

    def _take(self, kept: Text | None = None) -> int | None:
        """A page for the caller; idle texts other than `kept` give theirs up."""
        while not self._free:
            victim = next((one for one in self._idle if one is not kept), None)
            if victim is None:
                return None
            self._idle.remove(victim)
            self._shorten(victim, 0)
        page = self._free.pop()
        self._users[page] = 1
        return page

    def _drop(self, page: int) -> None:
        self._users[page] -= 1
        if not self._users[page]:
            del self._users[page]
            self._free.append(page)


def common_length(left: Sequence[int], right: Sequence[int], limit: int) -> int:
    """How many tokens two texts begin with in common, at most `limit`. Compares slices, which is fast for lists."""
    low, high = 0, min(limit, len(left), len(right))
    if high <= 0 or left[0] != right[0]:
        return 0
    while low < high:
        middle = (low + high + 1) // 2
        if left[low:middle] == right[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
