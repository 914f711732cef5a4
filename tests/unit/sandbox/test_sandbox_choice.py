"""Which mechanism is used, and what is said when there is none."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lsp_server.errors import NoIsolationError
from lsp_server.sandbox import bubblewrap, landlock, launcher, run, unisolated
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.probe import why_not
from lsp_server.sandbox.program import Limits, Program


@pytest.fixture
def mechanisms(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Choices are remembered: they are forgotten before and after."""
    run._best.cache_clear()
    yield monkeypatch
    run._best.cache_clear()


def test_bubblewrap_comes_first_where_it_works() -> None:
    assert run.choose(allow_unisolated=True).name == "bubblewrap"


def test_the_next_mechanism_is_taken_when_the_first_does_not_hold(mechanisms: pytest.MonkeyPatch) -> None:
    broken = Isolation("bubblewrap", bubblewrap.MECHANISMS[0].prepare, lambda: "not installed")
    holds = bubblewrap.MECHANISMS[1]
    mechanisms.setattr(run, "MECHANISMS", (broken, holds))
    assert run.choose(allow_unisolated=False) is holds


def test_nothing_is_run_where_nothing_holds(mechanisms: pytest.MonkeyPatch) -> None:
    mechanisms.setattr(run, "MECHANISMS", (Isolation("bubblewrap", unisolated.prepare, lambda: "not installed"),))
    with pytest.raises(NoIsolationError, match=r"apt install bubblewrap.*allow_unisolated.*bubblewrap: not installed"):
        run.choose(allow_unisolated=False)
    assert run.choose(allow_unisolated=True) is unisolated.MECHANISM


def test_a_mechanism_that_does_not_hold_is_found_out() -> None:
    assert why_not(unisolated.MECHANISM) == "not held: reads, writes, connects"


def test_a_mechanism_that_cannot_start_is_found_out() -> None:
    from contextlib import contextmanager

    @contextmanager
    def nothing(program: Program, limits: Limits) -> Iterator[object]:
        raise subprocess.SubprocessError("no such thing")
        yield

    reason = why_not(Isolation("odd", nothing, lambda: None))  # type: ignore[arg-type]
    assert reason == "It could not be started: no such thing"


def test_every_mechanism_is_described_once() -> None:
    described = run.describe()
    assert [name for name, _, _ in described] == ["bubblewrap", "landlock"]
    assert all(available == (reason == "") for _, available, reason in described)


def test_a_missing_program_is_an_obstacle_with_advice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "apt install bubblewrap" in (bubblewrap.obstacle() or "")


def test_an_old_kernel_is_an_obstacle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(landlock, "abi", lambda: 3)
    assert landlock.obstacle() == "The kernel offers Landlock 3; version 6 (Linux 6.12) is needed."
    monkeypatch.setattr(landlock, "abi", lambda: 0)
    assert "Landlock not at all" in (landlock.obstacle() or "")


def test_nothing_of_the_home_directory_is_shown_but_the_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    with bubblewrap.MECHANISMS[1].prepare(Program(("/bin/true",)), Limits()) as command:
        arguments = command.argv[: command.argv.index("--")]
    shown = [arguments[k + 1] for k, word in enumerate(arguments) if word in ("--ro-bind", "--bind", "--ro-bind-try")]
    interpreter = {str(path) for path in launcher.toolchain()}
    assert set(shown) <= {*bubblewrap.SYSTEM, *bubblewrap.SYSTEM_FILES, *interpreter}
    assert "--bind" not in arguments
    assert command.env == {}


def test_a_runtime_that_reserves_addresses_keeps_them() -> None:
    assert "RLIMIT_AS" in launcher.rlimits(Limits())
    assert "RLIMIT_AS" not in launcher.rlimits(Limits(address_space=False))
