"""What is seen of a program from outside."""

import os
from pathlib import Path

from lsp_server.sandbox.isolation import Command
from lsp_server.sandbox.limits import written
from lsp_server.sandbox.program import Limits


def command(**fields: object) -> Command:
    return Command(("true",), env={}, cwd=Path("/"), **fields)  # type: ignore[arg-type]


def test_a_scratch_directory_of_this_machine_is_counted(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 5000)
    size, files = written(command(scratch=tmp_path), None, Limits())
    assert (size >= 5000, files) == (True, 1)


def test_a_directory_of_ours_is_not_taken_for_the_scratch_directory() -> None:
    """While the namespace is being made, the path inside leads to the directory of the same name outside."""
    assert written(command(inner_scratch="/usr"), os.getpid(), Limits()) == (0, 0)


def test_a_program_that_is_gone_has_written_nothing() -> None:
    assert written(command(inner_scratch="/tmp"), None, Limits()) == (0, 0)
