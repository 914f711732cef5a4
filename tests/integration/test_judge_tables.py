"""The shared problems of `tests/data/judge` in each language: right solutions pass, wrong ones fail.

Where compiling takes most of a second, the languages take turns with the wrong ones: each problem's is compiled in one
of them. The others compile all.
"""

import asyncio

import pytest

from lsp_server.judge.judge import judge
from tests.judge_tables import PROBLEMS, Solutions, solutions
from tests.judging import QUICK, compiled

ENDINGS = {"js": "javascript", "ts": "typescript", "c": "c", "cpp": "cpp", "go": "go", "java": "java", "rs": "rust"}
*pytestmark, _ = compiled("c")  # they are the same for all, but for what must be installed
IN_TURN = ("cpp", "java", "rust")


def _compiles_wrong_one(language: str, name: str) -> bool:
    turn = list(PROBLEMS).index(name) % len(IN_TURN)
    return language not in IN_TURN or IN_TURN[turn] == language


ROWS = [
    pytest.param(row, _compiles_wrong_one(language, name), id=f"{language}-{name}", marks=compiled(language)[-1])
    for ending, language in ENDINGS.items()
    for name, row in solutions(ending, language).items()
]


@pytest.mark.parametrize(("row", "both"), ROWS)
async def test_right_solutions_pass_and_wrong_ones_fail(row: Solutions, both: bool) -> None:
    codes = (row.right, row.wrong) if both else (row.right,)
    right, *wrong = await asyncio.gather(*(judge(row.problem, code, QUICK) for code in codes))
    told = (right.status, right.message, [example.message for example in right.examples])
    assert told == ("passed", None, [None] * len(right.examples))
    assert [each.status for each in wrong] == ["failed"] * both
