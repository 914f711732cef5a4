"""Who decodes now, where one process has several models: nobody steps while another has something more urgent open.

The same rule as among the requests of one model (`stepper`), across models: a solve's steps would slow down the
completion that somebody waits for. Nothing is lost by waiting: caches stay as they are.
"""

import threading
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager


class Turns:
    """Shared by the decoders of one process. Asked from their threads, told from the event loop."""

    def __init__(self) -> None:
        self._open: dict[object, Counter[int]] = {}
        self._changed = threading.Condition()

    @contextmanager
    def request(self, decoder: object, priority: int) -> Generator[None]:
        """Around a request that is to be decoded: from its first wait to its last token."""
        self._count(decoder, priority, 1)
        try:
            yield
        finally:
            self._count(decoder, priority, -1)

    def wait(self, decoder: object, longest_s: float) -> bool:
        """Whether it is `decoder`'s turn, now or within `longest_s`."""
        if len(self._open) < 2:
            return True
        with self._changed:
            return self._changed.wait_for(lambda: self._is_first(decoder), longest_s)

    def _count(self, decoder: object, priority: int, change: int) -> None:
        with self._changed:
            open_now = self._open.setdefault(decoder, Counter())
            open_now[priority] += change
            if not open_now[priority]:
                del open_now[priority]
            if not open_now:
                del self._open[decoder]
            self._changed.notify_all()

    def _is_first(self, decoder: object) -> bool:
        mine = min(self._open.get(decoder, ()), default=None)
        others = [min(each) for one, each in self._open.items() if one is not decoder and each]
        return mine is None or mine <= min(others, default=mine)
