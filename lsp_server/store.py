"""Solutions seen before, in one sqlite file on this machine. Nobody's day may end because of it: see `StoreError`.

A solution is found by the normalised problem with its signature and starter code, the model that was asked for, and the
prompt's hash, so that another wording of the template, another model, or a file that brings other code of its own never
gets an old answer. It is judged again before it is used.
"""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from lsp_server.errors import StoreError
from lsp_server.problem.model import Problem
from lsp_server.settings import Settings, data_folder

BUSY_TIMEOUT_S = 0.5
Migrations = tuple[Callable[[sqlite3.Connection], None], ...]


@dataclass(frozen=True, slots=True)
class Solution:
    code: str
    model: str
    created: str


@dataclass(frozen=True, slots=True)
class Store:
    """Opens the file for each call: calls are rare and short, and several windows share it."""

    path: Path

    def get(self, key: str) -> Solution | None:
        """Raises StoreError when the file is damaged or locked."""
        rows = self._run("SELECT code, model, created FROM solutions WHERE key = ?", (key,))
        return Solution(*rows[0]) if rows else None

    def put(self, key: str, code: str, model: str) -> None:
        self._run("INSERT OR REPLACE INTO solutions (key, code, model) VALUES (?, ?, ?)", (key, code, model))

    def forget(self, key: str) -> None:
        self._run("DELETE FROM solutions WHERE key = ?", (key,))

    def _run(self, statement: str, values: tuple[str, ...]) -> Sequence[tuple[str, ...]]:
        try:
            with closing(open_file(self.path, MIGRATIONS)) as connection, connection:
                return connection.execute(statement, values).fetchall()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(f"The store {self.path} cannot be used ({error}). Solving goes on without it.") from error


def open_store(settings: Settings) -> Store | None:
    """The user's store, or None when the settings say so."""
    return Store(data_folder() / "store.sqlite3") if settings.store.enabled else None


def key(problem: Problem, model: str, prompt_digest: str) -> str:
    """What makes two questions the same. White space and letter case of the statement do not count."""
    asked = {
        "language": problem.language,
        "statement": " ".join(problem.statement.lower().split()),
        "constraints": [" ".join(constraint.split()) for constraint in problem.constraints],
        "signature": problem.signature.model_dump(mode="json"),
        "starter_code": " ".join(problem.starter_code.split()),
        "answer": problem.answer,
        "examples": [[repr(e.inputs), e.session, e.stdin, repr(e.expected)] for e in problem.examples],
        "model": model,
        "prompt": prompt_digest,
    }
    return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()


def _m001_solutions(connection: sqlite3.Connection) -> None:
    connection.execute(
        "CREATE TABLE solutions (key TEXT PRIMARY KEY, code TEXT NOT NULL, model TEXT NOT NULL,"
        " created TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)"
    )


MIGRATIONS: Migrations = (_m001_solutions,)
"""Applied in order, each once; `PRAGMA user_version` counts them. Append, never change one."""


def open_file(path: Path, migrations: Migrations) -> sqlite3.Connection:
    """A connection to a file whose tables are current. Raises sqlite3.Error or OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S)
    try:
        _migrate(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection, migrations: Migrations) -> None:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version >= len(migrations):
        return
    with connection:
        connection.execute("BEGIN IMMEDIATE")  # two windows may open a new store at the same instant
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        for number, migration in enumerate(migrations[version:], start=version + 1):
            migration(connection)
            connection.execute(f"PRAGMA user_version = {number}")
