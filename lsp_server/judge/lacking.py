"""Sessions that import what is not installed: a course's own checker, say. They can say nothing about the code.

Only an import that stands in the session counts. One that the code itself makes is the code's own fault.
"""

import re
from collections.abc import Sequence

from lsp_server.judge.observation import Observation
from lsp_server.judge.verdict import ExampleResult
from lsp_server.problem.model import Example

_MISSING = re.compile(r"No module named '(?P<name>[\w.]+)'")
_SENTENCE = "It needs the module `{name}`, which is not installed, and was not judged."
_ONE = "One example imports a module that is not installed, and was not judged."
_SEVERAL = "{count} examples import a module that is not installed, and were not judged."


def lacking(example: Example, seen: Observation) -> str | None:
    """Why a session could not be judged."""
    if example.form != "session" or not seen.raised or seen.raised.types[0] != "ModuleNotFoundError":
        return None
    missing = _MISSING.search(seen.raised.text)
    name = missing["name"] if missing else ""
    root = re.escape(name.partition(".")[0])
    imports = re.search(rf"^\s*(?:import|from)\s+{root}\b", example.session or "", re.MULTILINE)
    return _SENTENCE.format(name=name) if name and imports else None


def of_all(results: Sequence[ExampleResult]) -> str | None:
    """The sentence for a verdict of which some results are such."""
    count = sum(result.status == "ran" and bool(result.message) for result in results)
    return None if not count else _ONE if count == 1 else _SEVERAL.format(count=count)
