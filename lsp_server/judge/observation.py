"""What a runner saw of one example, in no language's terms. What it means is for `grade` to say."""

from dataclasses import dataclass
from typing import Any, Literal

Ended = Literal[
    "returned",
    "raised",
    "undefined",
    "died",
    "time_limit",
    "memory_limit",
    "output_limit",
    "process_limit",
    "tampered",
]


@dataclass(frozen=True, slots=True)
class Raised:
    """`types` are the names of the exception's class and its bases, most special first; `line` in the user's file."""

    types: tuple[str, ...]
    text: str
    line: int | None


NOTHING = object()
"""There is no such value, as opposed to a value of None."""


@dataclass(frozen=True, slots=True)
class Observation:
    """One run of one example.

    value    what was returned; `first` the first argument afterwards (only when nothing was returned), `mutated` the
             one that the example names; NOTHING where there is none
    text     the language's own way to write the value (`repr`), when it was asked for
    loading  true when this happened while the file was being loaded
    detail   how it died, for people
    """

    ended: Ended
    value: Any = NOTHING
    first: Any = NOTHING
    mutated: Any = NOTHING
    text: str | None = None
    printed: str = ""
    raised: Raised | None = None
    detail: str = ""
    loading: bool = False
    time_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """All examples of a problem, and what was noticed about the file as a whole.

    `not_built` says why the code could not be run at all (it does not compile); there are no observations then.
    """

    observations: tuple[Observation, ...]
    isolation: str
    load_errors: tuple[Raised, ...] = ()
    missing_imports: tuple[str, ...] = ()
    not_built: Raised | None = None
