"""What goes into the sandbox and what comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

MIB = 1024 * 1024

Ended = Literal["exited", "time_limit", "memory_limit", "output_limit", "process_limit"]


@dataclass(frozen=True, slots=True)
class Limits:
    """`cpu_s` and `wall_s` in seconds; sizes in bytes; `processes` counts threads too (as RLIMIT_NPROC does).

    `address_space` false leaves RLIMIT_AS alone, for runtimes that reserve far more than they use (Java, Node, Go);
    the resident size of the tree is watched all the same. `scratch_files` is how many files the scratch may hold.
    """

    wall_s: float = 10.0
    cpu_s: float = 5.0
    memory_bytes: int = 512 * MIB
    output_bytes: int = 1 * MIB
    file_bytes: int = 16 * MIB
    scratch_bytes: int = 64 * MIB
    processes: int = 64
    scratch_files: int = 1024
    address_space: bool = True


@dataclass(frozen=True, slots=True)
class Program:
    """`argv` runs in a private scratch directory that holds `files` (relative name -> content) and nothing else.

    `readable` are directories that the program may read besides the system's own (an interpreter's prefix, say).
    """

    argv: tuple[str, ...]
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    stdin: bytes = b""
    readable: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a program ended. `exit_code` is negative for a signal (-9: SIGKILL), None when a limit of ours ended it."""

    ended: Ended
    exit_code: int | None
    stdout: bytes
    stderr: bytes
    wall_s: float
    isolation: str
