"""`vibe-lsp check` on statements copied from every site: an accepted solution passes and a wrong one fails.

Of the languages that are compiled one or two are run here; `python -m tests.benchmarks.wild` runs all.
"""

import pytest

from lsp_server.judge.runners import RUNNERS
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.tasks.check import check
from tests.wild import load, solutions, verdict_on

SOLUTIONS = solutions()
UNJUDGED = frozenset({"leetcode_time_limit_js"})
"""Their examples hold what no value of ours can say: how long it takes."""
COMPILED = {
    "c": ("leetcode_twosum_c",),
    "cpp": ("leetcode_cn_cpp",),
    "java": ("codingbat_java",),
    "go": ("codeforces_float_go",),
    "rust": ("remove_duplicates_rs", "kattis_rs"),
}
INTERPRETED = [
    name
    for name in SOLUTIONS
    if load(name)[0].language not in COMPILED and name not in UNJUDGED and load(name)[1]["examples"]
]
CASES = [
    pytest.param(name, marks=pytest.mark.skipif(RUNNERS[language].missing() is not None, reason="its tool is not here"))
    for language, names in COMPILED.items()
    for name in names
]


@pytest.mark.usefixtures("shared_builds")
@pytest.mark.timeout(240)  # the first of a language builds its harness
@pytest.mark.parametrize("name", [*INTERPRETED, *CASES])
async def test_an_accepted_solution_passes_and_a_wrong_one_fails(name: str) -> None:
    right, wrong = SOLUTIONS[name]
    passed = await verdict_on(name, right)
    assert (passed.status, passed.differing) == ("passed", 0), passed
    failed = await verdict_on(name, wrong)
    assert failed.status == "failed", failed


@pytest.mark.parametrize("name", sorted(UNJUDGED))
async def test_what_cannot_be_judged_is_neither_passed_nor_failed(name: str) -> None:
    verdicts = [await verdict_on(name, solution) for solution in SOLUTIONS[name]]
    assert [verdict.status for verdict in verdicts] == ["unsupported", "unsupported"]


async def test_an_example_that_cannot_be_read_is_mentioned() -> None:
    examples = "Input: n = 2\nOutput: 4\n\nExample 2:\nInput: n = the largest one\nOutput: 8\n"
    document = Document(f'def f(n):\n    """Double n.\n\nExample 1:\n{examples}"""\n    return 2 * n\n', "python")
    (problem,) = find_problems(document)
    verdict = await check(document, problem, Settings())
    assert (verdict.status, len(verdict.examples)) == ("passed", 1)
    assert verdict.message == "One more example of the statement could not be read and was not run."


async def test_what_needs_a_module_that_is_not_there_is_mentioned() -> None:
    lines = [">>> f(1)", "2", ">>> from course_checks import check", ">>> check(__file__, 'f', ['For'])", "True"]
    document = Document(
        'def f(n):\n    """Double n.\n\n    ' + "\n    ".join(lines) + '\n    """\n    return 2 * n\n', "python"
    )
    (problem,) = find_problems(document)
    verdict = await check(document, problem, Settings())
    assert (verdict.status, [result.status for result in verdict.examples]) == ("passed", ["passed", "ran"])
    assert verdict.message == "One example imports a module that is not installed, and was not judged."
