"""The shared problems of `tests/data/judge` in each language: right solutions pass, wrong ones fail."""

import asyncio

import pytest

from lsp_server.judge.judge import judge
from tests.judge_tables import Solutions, solutions
from tests.judging import QUICK, compiled

ENDINGS = {"js": "javascript", "ts": "typescript", "c": "c", "cpp": "cpp", "go": "go", "java": "java", "rs": "rust"}
*pytestmark, _ = compiled("c")  # they are the same for all, but for what must be installed
ROWS = [
    pytest.param(row, id=f"{language}-{name}", marks=compiled(language)[-1])
    for ending, language in ENDINGS.items()
    for name, row in solutions(ending, language).items()
]


@pytest.mark.parametrize("row", ROWS)
async def test_right_solutions_pass_and_wrong_ones_fail(row: Solutions) -> None:
    right, wrong = await asyncio.gather(*(judge(row.problem, code, QUICK) for code in (row.right, row.wrong)))
    told = (right.status, right.message, [example.message for example in right.examples])
    assert told == ("passed", None, [None] * len(right.examples))
    assert wrong.status == "failed"
