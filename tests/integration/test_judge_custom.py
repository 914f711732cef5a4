"""LeetCode's custom judges from the statement to the verdict: files as people have them.

What each language makes of the arguments is in the tables of `tests/data/judge`.
"""

import re
from pathlib import Path

import pytest

from lsp_server.judge.judge import judge
from lsp_server.judge.runners import RUNNERS
from lsp_server.judge.verdict import Verdict
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.check import check
from tests.judging import QUICK, call, function, problem

FILES = Path(__file__).parents[1] / "data" / "judge" / "custom"
CHANGED = re.compile(r"^( *)(.*?) *#~ ?(.*)\n", re.MULTILINE)
CASES = sorted(FILES.glob("*.py"))


async def verdict_on(source: str, language: str = "python") -> Verdict:
    document = Document(source, language)
    (found,) = find_problems(document)
    return await check(document, found, Settings())


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
async def test_files_with_custom_judges_are_understood(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    right = await verdict_on(CHANGED.sub(r"\1\2\n", text))
    assert (right.status, {each.status for each in right.examples}) == ("passed", {"passed"}), right
    wrong = await verdict_on(CHANGED.sub(r"\1\3\n", text))
    assert wrong.status == "failed"


async def test_javascript_is_given_the_api_and_returns_the_solution() -> None:
    text = (FILES / "first_bad_version.js").read_text(encoding="utf-8")
    assert (await verdict_on(text, "javascript")).status == "passed"
    assert (await verdict_on(text.replace("return low;", "return low - 1;"), "javascript")).status == "failed"


@pytest.mark.usefixtures("shared_builds")
@pytest.mark.timeout(240)  # the first of a language builds its harness
@pytest.mark.skipif(RUNNERS["c"].missing() is not None, reason="there is no C compiler")
async def test_an_iterator_in_c_is_asked_for_all_that_it_has() -> None:
    text = (FILES / "nested_iterator.c").read_text(encoding="utf-8")
    assert (await verdict_on(text, "c")).status == "passed"
    assert (
        await verdict_on(text.replace("iter->at < iter->size", "iter->at + 1 < iter->size"), "c")
    ).status == "failed"


async def test_a_verdict_speaks_in_the_words_of_the_statement() -> None:
    text = (FILES / "cycle_start.py").read_text(encoding="utf-8")
    verdict = await verdict_on(CHANGED.sub(r"\1\3\n", text))
    assert verdict.examples[0].input == "head = [3, 2, 0, -4], pos = 1"
    assert verdict.examples[0].expected == "'tail connects to node index 1'"
    assert verdict.examples[0].actual == "tail connects to node index 2"


async def test_shapes_that_a_language_does_not_have_are_unsupported() -> None:
    source = "/* struct Node { val: i32, random: … } */ fn f(head: Option<Rc<RefCell<Node>>>) { head.random }"
    asked = problem(call([], head=[]), signature=function("f", "head"), language="rust")
    verdict = await judge(asked, source, QUICK)
    assert verdict.status == "unsupported"
    assert "cannot be judged in" in (verdict.message or "")
