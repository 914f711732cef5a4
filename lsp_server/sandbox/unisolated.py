"""No isolation: limits, a scratch directory and an end for every process, but the program can read and send anything.

Used only where the user has set `sandbox.allow_unisolated`.
"""

from collections.abc import Generator
from contextlib import contextmanager

from lsp_server.sandbox.isolation import Command, Isolation, environment
from lsp_server.sandbox.landlock import among_others
from lsp_server.sandbox.launcher import launch
from lsp_server.sandbox.program import Limits, Program
from lsp_server.sandbox.scratch import scratch_directory

NAME = "none"


@contextmanager
def prepare(program: Program, limits: Limits) -> Generator[Command]:
    with scratch_directory(program.files) as root:
        options = {"uid": None, "search": False, "drop": False, "landlock": None, "seccomp": None, "guard": True}
        yield Command(
            launch(program.argv, among_others(limits), options), env=environment(str(root)), cwd=root, scratch=root
        )


MECHANISM = Isolation(NAME, prepare, lambda: None)
