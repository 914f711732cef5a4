"""Optimizing in other languages than Python: the same inputs through the judge's runners, with real compilers."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from lsp_server.judge.runners import RUNNERS
from lsp_server.tasks import events
from tests.optimizing import compared, offered, refusal, verdicts

pytestmark = [
    pytest.mark.timeout(600),  # compilers, on machines that may be busy
    pytest.mark.usefixtures("shared_builds"),
]

DATA = Path(__file__).parents[1] / "data" / "optimize"


def codes(name: str) -> Mapping[str, str]:
    """By language and part: old, right, wrong, doubted, state."""
    text = (DATA / name).read_text("utf-8")
    return dict(re.findall(r"^## (.+)\n\n```\w+\n([\s\S]*?)^```", text, re.MULTILINE))


CODES, CLASSES = codes("languages.md"), codes("classes.md")
LINES = {"javascript": 7, "typescript": 2, "cpp": 4, "java": 3, "go": 4, "rust": 3}
SORTED = frozenset({"typescript", "cpp"})
"""Where the wrong one sorts its argument; elsewhere it takes one number twice."""
DOUBTS = {
    "javascript": "the clock",
    "typescript": "outlives a call",
    "cpp": "outlives a call",
    "java": "does not compile",
    "go": "outlives a call",
    "rust": "unsafe",
}


def needed(language: str) -> None:
    if reason := RUNNERS[language].missing():
        pytest.skip(reason)


def is_one_number_twice(shown: str) -> bool:
    found = re.fullmatch(r"nums = \[(-?\d+)\], target = (-?\d+)", shown)
    return found is not None and int(found[2]) == 2 * int(found[1])


@pytest.mark.parametrize("language", LINES)
async def test_only_a_version_that_does_the_same_is_called_equal(language: str) -> None:
    needed(language)
    old, *candidates = (CODES[f"{language} {part}"] for part in ("old", "wrong", "doubted", "right"))
    found = await verdicts(old, *candidates, line=LINES[language], language=language)
    counter = found[0].counterexample
    assert counter is not None
    assert "nums = [1, 0]" in counter.input if language in SORTED else is_one_number_twice(counter.input)
    assert found[1].reason is not None and DOUBTS[language] in found[1].reason
    assert found[2].equal and found[2].agreed > 200, found[2]


@pytest.mark.parametrize(("of", "line"), [(CODES, 7), (CLASSES, 8)], ids=["a function", "a method"])
async def test_a_faster_version_in_javascript_is_offered(of: Mapping[str, str], line: int) -> None:
    """A method comes without its class, which is no JavaScript by itself."""
    needed("javascript")
    happened = await offered(of["javascript old"], of["javascript right"], line=line, language="javascript")
    last = happened[-1]
    assert isinstance(last, events.Optimized), last
    assert last.timing.top.low > 1.2 and compared(happened)[0].equivalence.agreed > 100


@pytest.mark.parametrize("language", LINES)
async def test_a_method_is_compared_by_sequences_of_operations_on_its_object(language: str) -> None:
    needed(language)
    old, *candidates = (CLASSES[f"{language} {part}"] for part in ("old", "wrong", "right"))
    line = next(k for k, text in enumerate(old.split("\n"), 1) if re.search("has_?pair", text, re.IGNORECASE))
    wrong, right = await verdicts(old, *candidates, line=line, language=language)
    counter = wrong.counterexample
    assert counter is not None and counter.input.startswith("Bag("), wrong
    assert "dd(" in counter.input and len(counter.input) < 60
    assert right.equal and right.agreed > 100, right


@pytest.mark.parametrize(("language", "line"), [("javascript", 3), ("java", 4)])
def test_a_method_of_a_class_that_nobody_says_how_to_use_is_refused(language: str, line: int) -> None:
    assert "how to use that class" in refusal(CODES[f"{language} state"], line, language)


async def test_a_parameter_whose_type_nobody_names_is_asked_for() -> None:
    needed("javascript")
    *_, last = await offered("function twice(a) {\n  return a + a;\n}\n", "", language="javascript")
    assert isinstance(last, events.NotFaster) and "Annotate its parameters" in last.reason
