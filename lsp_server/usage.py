"""What became of inline completions, in one sqlite file on this machine that is never sent anywhere.

One row per completion that was offered: by whom, how long it took, how it ended. No text of anybody is kept. As with
the store, nobody's typing may end because of it: see `StoreError`.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from lsp_server.errors import StoreError
from lsp_server.settings import data_folder
from lsp_server.store import open_file

Outcome = Literal["shown", "accepted", "partly_accepted", "rejected"]

_RANKS: dict[str, int] = {"offered": 0, "shown": 1, "rejected": 2, "partly_accepted": 3, "accepted": 4}
"""An outcome replaces those of lower rank: what was taken in parts and then left was not rejected."""


@dataclass(frozen=True, slots=True)
class Offered:
    """`source`: model, prepared, typed (on what an earlier one said), known (a verified solution) or
    passed (asked for, and the examples pass).
    """

    id: str
    language: str
    model: str
    source: str
    latency_ms: float
    characters: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Over all completions of one language and model. Latencies in ms; `accepted` counts parts as well."""

    language: str
    model: str
    offered: int
    accepted: int
    partly: int
    rejected: int
    p50_ms: float
    p95_ms: float

    @property
    def rate(self) -> float:
        return self.accepted / self.offered if self.offered else 0.0


@dataclass(frozen=True, slots=True)
class Usage:
    """Opens the file for each call, as the store does."""

    path: Path

    def offered(self, what: Offered) -> None:
        """A completion that is offered again while it is typed on counts once. Raises StoreError."""
        self._run(
            "INSERT OR IGNORE INTO completions (id, language, model, source, latency_ms, characters)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (what.id, what.language, what.model, what.source, what.latency_ms, what.characters),
        )

    def ended(self, id: str, outcome: Outcome, characters: int | None = None) -> None:
        """`characters`: how many were taken, all of them when it is None."""
        taken = 0 if outcome in ("shown", "rejected") else characters
        self._run(
            "UPDATE completions SET outcome = ?, rank = ?, taken = COALESCE(?, characters) WHERE id = ? AND rank <= ?",
            (outcome, _RANKS[outcome], taken, id, _RANKS[outcome]),
        )

    def summaries(self) -> list[Summary]:
        """By language and model, the most used first."""
        rows = self._run("SELECT language, model, outcome, latency_ms FROM completions", ())
        groups: dict[tuple[str, str], list[tuple[str, float]]] = {}
        for language, model, outcome, latency in rows:
            groups.setdefault((language, model), []).append((outcome, latency))
        found = [_summary(language, model, each) for (language, model), each in groups.items()]
        return sorted(found, key=lambda each: -each.offered)

    def delete(self) -> int:
        """Forget everything, also what can no longer be read; how many completions there were. Raises StoreError."""
        if not self.path.exists():
            return 0
        count = 0
        with suppress(StoreError):
            count = int(self._run("SELECT COUNT(*) FROM completions", ())[0][0])
        try:
            self.path.unlink()
        except OSError as error:
            raise StoreError(f"The statistics in {self.path} cannot be deleted ({error.strerror}).") from error
        return count

    def _run(self, statement: str, values: tuple[Any, ...]) -> Sequence[tuple[Any, ...]]:
        try:
            with closing(open_file(self.path, (_m001_completions,))) as connection, connection:
                return connection.execute(statement, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"The statistics in {self.path} cannot be used ({error}).") from error


def open_usage() -> Usage:
    return Usage(data_folder() / "completions.sqlite3")


def percentile(values: Sequence[float], share: float) -> float:
    """Of sorted `values`, by the nearest rank; 0 when there are none."""
    return values[min(len(values) - 1, int(share * len(values)))] if values else 0.0


def _summary(language: str, model: str, rows: Sequence[tuple[str, float]]) -> Summary:
    outcomes = [outcome for outcome, _ in rows]
    latencies = sorted(latency for _, latency in rows)
    partly = outcomes.count("partly_accepted")
    return Summary(
        language=language,
        model=model,
        offered=len(rows),
        accepted=outcomes.count("accepted") + partly,
        partly=partly,
        rejected=outcomes.count("rejected"),
        p50_ms=percentile(latencies, 0.5),
        p95_ms=percentile(latencies, 0.95),
    )


def _m001_completions(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE completions (id TEXT PRIMARY KEY, language TEXT NOT NULL, model TEXT NOT NULL,"
        " source TEXT NOT NULL, latency_ms REAL NOT NULL, characters INTEGER NOT NULL,"
        " outcome TEXT NOT NULL DEFAULT 'offered', rank INTEGER NOT NULL DEFAULT 0, taken INTEGER NOT NULL DEFAULT 0,"
        " created TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)"
    )
