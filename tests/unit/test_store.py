"""The store of solutions: what it returns, what makes questions equal, and that damage stays harmless."""

import sqlite3
import threading
from pathlib import Path

import pytest

from lsp_server import store
from lsp_server.errors import StoreError
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Example, Point, Problem, Region, Signature, Target
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

NOWHERE = Region(start=Point(line=1, column=0, offset=0), end=Point(line=1, column=0, offset=0))


def problem(statement: str = "Return n plus one.", expected: int = 2) -> Problem:
    return Problem(
        title="t",
        language="python",
        statement=statement,
        examples=(Example(raw="", inputs={"n": 1}, expected=expected),),
        signature=Signature(name="f"),
        region=NOWHERE,
        statement_region=NOWHERE,
        target=Target(kind="below", region=NOWHERE),
    )


def test_what_was_put_comes_back_in_another_window(tmp_path: Path) -> None:
    store.Store(tmp_path / "s.db").put("k", "code", "model")
    found = store.Store(tmp_path / "s.db").get("k")
    assert found is not None and (found.code, found.model) == ("code", "model")
    store.Store(tmp_path / "s.db").forget("k")
    assert store.Store(tmp_path / "s.db").get("k") is None


def test_layout_and_case_of_the_statement_do_not_count() -> None:
    assert store.key(problem("Return  n\nplus ONE."), "m", "p") == store.key(problem(), "m", "p")


def test_statement_examples_model_and_prompt_count() -> None:
    keys = {
        store.key(problem(), "m", "p"),
        store.key(problem("Return n plus two."), "m", "p"),
        store.key(problem(expected=3), "m", "p"),
        store.key(problem(), "other", "p"),
        store.key(problem(), "m", "other"),
    }
    assert len(keys) == 5


def test_starter_code_counts_but_not_its_layout() -> None:
    given = "struct Pair { int a; };\nint f(Pair p) {\n\n}"
    keys = [
        store.key(problem().model_copy(update={"starter_code": code}), "m", "p")
        for code in (given, given.replace("\n", "\n\n  "), given.replace("int a", "long a"))
    ]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize("language", ["cpp", "python", "typescript"])
def test_a_solution_is_found_again_in_the_file_that_has_it(language: str) -> None:
    files = {
        "cpp": ("// f(2) == 4\nint f(int n) {\n\n}\n", "int f(int n) {\n    return 2 * n;\n}"),
        "python": ("def f(n):\n    # f(2) == 4\n    pass\n", "def f(n):\n    return 2 * n"),
        "typescript": (
            "// f(2) === 4\nfunction f(n: number) {\n\n}\n",
            "function f(n: number) {\n    return 2 * n;\n}",
        ),
    }
    text, code = files[language]
    before = Document(text, language)
    stub = find_problems(before)[0]
    after = find_problems(Document(splice(text, place(before, stub, code)), language))[0]
    assert (stub.has_code, after.has_code) == (False, True)
    assert store.key(stub, "m", "p") == store.key(after, "m", "p")


def test_the_answer_that_a_text_states_counts() -> None:
    stated = [problem().model_copy(update={"answer": answer}) for answer in (None, "1", "2")]
    assert len({store.key(each, "m", "p") for each in stated}) == 3


def test_a_damaged_file_is_a_sentence_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / "s.db").write_bytes(b"not a database at all" * 100)
    with pytest.raises(StoreError, match=r"s\.db"):
        store.Store(tmp_path / "s.db").get("k")


def test_a_locked_file_is_a_sentence_not_a_hang(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BUSY_TIMEOUT_S", 0.01)
    ours = store.Store(tmp_path / "s.db")
    ours.put("k", "code", "m")
    other = sqlite3.connect(tmp_path / "s.db")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="locked"):
        ours.put("k", "new", "m")
    other.close()


def test_many_windows_may_create_the_store_at_the_same_instant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "BUSY_TIMEOUT_S", 30)  # the tables are the point, not how long a busy disk takes
    failed: list[Exception] = []

    def write(number: int) -> None:
        try:
            store.Store(tmp_path / "s.db").put(f"k{number}", "code", "m")
        except StoreError as error:
            failed.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert all(store.Store(tmp_path / "s.db").get(f"k{number}") for number in range(8))


def test_a_new_file_has_every_migration_applied_once(tmp_path: Path) -> None:
    store.Store(tmp_path / "s.db").put("k", "code", "m")
    store.Store(tmp_path / "s.db").put("k", "code", "m")
    connection = sqlite3.connect(tmp_path / "s.db")
    assert connection.execute("PRAGMA user_version").fetchone() == (len(store.MIGRATIONS),)
    connection.close()
