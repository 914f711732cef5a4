"""The shared problems in JavaScript and TypeScript: right solutions pass, wrong ones fail."""

import asyncio

import pytest

from lsp_server.judge.judge import judge
from tests.judge_tables import Solutions, solutions
from tests.judging import QUICK

TABLES = {
    f"{language}-{name}": row
    for ending, language in (("js", "javascript"), ("ts", "typescript"))
    for name, row in solutions(ending, language).items()
}


@pytest.mark.parametrize("row", TABLES.values(), ids=TABLES)
async def test_right_solutions_pass_and_wrong_ones_fail(row: Solutions) -> None:
    right, wrong = await asyncio.gather(*(judge(row.problem, code, QUICK) for code in (row.right, row.wrong)))
    assert (right.status, [example.message for example in right.examples]) == ("passed", [None] * len(right.examples))
    assert wrong.status == "failed"
