"""What is noted of inline completions, and what `vibe-lsp stats` makes of it."""

import json
from pathlib import Path

import pytest

from lsp_server import machine
from lsp_server.errors import StoreError
from lsp_server.usage import Offered, Usage, open_usage, percentile


def offered(id: str, latency: float = 10.0, language: str = "python") -> Offered:
    return Offered(id, language, "starter", "model", latency, 12)


def test_acceptance_and_latencies_are_told_by_language() -> None:
    kept = open_usage()
    for number in range(10):
        kept.offered(offered(f"p{number}", latency=float(number)))
    kept.offered(offered("j", language="java"))
    kept.ended("p0", "accepted")
    kept.ended("p1", "partly_accepted", 3)
    kept.ended("p2", "rejected")
    python, java = kept.summaries()
    assert (python.language, python.offered, python.accepted, python.partly, python.rejected) == ("python", 10, 2, 1, 1)
    assert (python.rate, python.p50_ms, python.p95_ms) == (0.2, 5.0, 9.0)
    assert (java.offered, java.accepted) == (1, 0)


def test_an_outcome_is_never_replaced_by_a_lesser_one() -> None:
    kept = open_usage()
    kept.offered(offered("a"))
    for outcome in ("shown", "partly_accepted", "rejected", "shown"):
        kept.ended("a", outcome, 2)
    assert kept.summaries()[0].partly == 1
    kept.ended("a", "accepted")
    assert (kept.summaries()[0].accepted, kept.summaries()[0].partly) == (1, 0)


def test_what_is_offered_again_while_it_is_typed_on_counts_once() -> None:
    kept = open_usage()
    kept.offered(offered("a", latency=50.0))
    kept.offered(offered("a", latency=1.0))
    assert [(each.offered, each.p50_ms) for each in kept.summaries()] == [(1, 50.0)]


def test_a_damaged_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "c.sqlite3").write_text("this is no database, and it is long enough to tell" * 50)
    with pytest.raises(StoreError, match=r"c\.sqlite3"):
        Usage(tmp_path / "c.sqlite3").summaries()


def test_stats_prints_json_and_deletes(capsys: pytest.CaptureFixture[str]) -> None:
    assert machine.stats(as_json=True, delete=False) == 0
    assert json.loads(capsys.readouterr().out) == []
    open_usage().offered(offered("a"))
    open_usage().ended("a", "accepted")
    assert machine.stats(as_json=True, delete=False) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["offered"], row["accepted"], row["rate"], row["model"]) == (1, 1, 1.0, "starter")
    assert machine.stats(as_json=False, delete=False) == 0
    assert machine.stats(as_json=False, delete=True) == 0
    assert "Forgot 1 completion." in capsys.readouterr().err
    assert not open_usage().path.exists()
    assert open_usage().summaries() == []


@pytest.mark.parametrize("content", [None, "this is no database, and it is long enough to tell" * 50])
def test_there_is_nothing_that_cannot_be_deleted(tmp_path: Path, content: str | None) -> None:
    kept = Usage(tmp_path / "c.sqlite3")
    if content:
        kept.path.write_text(content)
    assert kept.delete() == 0
    assert list(tmp_path.iterdir()) == []


def test_percentiles_are_of_what_was_measured() -> None:
    assert percentile([], 0.5) == 0.0
    assert percentile([1.0, 2.0, 3.0], 0.95) == 3.0
