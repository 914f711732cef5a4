"""How many tokens a task has decoded, and how fast."""

from dataclasses import dataclass, field
from time import monotonic

from lsp_server.tasks.events import Progress

PROGRESS_EVERY_S = 0.25


@dataclass(slots=True)
class Meter:
    """Tokens of a whole task and their rate, reported now and then. The clock starts with the first token."""

    tokens: int = 0
    _started: float = field(default=0.0, repr=False)
    _reported: float = field(default=0.0, repr=False)

    def count(self, tokens: int) -> Progress | None:
        now = monotonic()
        self._started = self._started or now
        self.tokens += tokens
        if now - self._reported < PROGRESS_EVERY_S:
            return None
        self._reported = now
        rate = self.tokens / (now - self._started) if now > self._started else 0.0
        return Progress(state="thinking", tokens=self.tokens, tokens_per_s=rate)
