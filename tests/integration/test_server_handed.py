"""`vibe/statement`: a statement that the document does not hold, through the real server."""

from typing import Any

from tests.integration.conftest import Start
from tests.integration.editor import Editor, until
from tests.unit.problem.test_problem_handed import CONTENT, PYTHON

WRONG = PYTHON.replace("pass", "return [0, 1]")


def hand(editor: Editor, uri: str, **told: Any) -> None:
    editor.client.protocol.notify("vibe/statement", {"uri": uri, **told})


async def titles(editor: Editor, uri: str) -> list[str]:
    return [str(lens.command.title) for lens in await editor.lenses(uri) if lens.command]


async def test_it_is_the_statement_of_the_document_until_it_is_taken_back(start: Start) -> None:
    editor = await start()
    uri = editor.open(WRONG)
    assert await titles(editor, uri) == []
    hand(editor, uri, title="Two Sum", content=CONTENT, name="twoSum", testcases=["[2,7,11,15]\n9"])
    assert await titles(editor, uri) == ["Run examples"]
    answer = await editor.start("vibe.check", uri, "return [0, 1]").result()
    assert (answer.status, [example.status for example in answer.verdict.examples]) == (
        "failed",
        ["passed", "wrong_answer"],
    )
    await until(lambda: len(editor.client.diagnostics.get(uri, ())) == 1)
    hand(editor, uri)
    assert await titles(editor, uri) == []


async def test_what_makes_no_sense_is_no_statement_and_pops_nothing_up(start: Start) -> None:
    editor = await start()
    uri = editor.open(WRONG)
    for told in ({"content": 5}, {"content": ["x"]}, {"testcases": "x", "content": CONTENT}):
        hand(editor, uri, **told)
    assert await titles(editor, uri) == []
    hand(editor, "file:///project/not-open.py", content=CONTENT)
    assert await titles(editor, uri) == []
    assert editor.messages == []
