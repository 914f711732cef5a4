"""vibe.hint through the real server: one hint at a time, and the file is as it was."""

from tests.engines.openai_double import openai_double
from tests.integration.conftest import Start
from tests.integration.documents import RIGHT, SOLUTION, TWO_SUM, WRONG

HINTS = "1. You need indices.\n2. What would complete each number?\n3. Look it up among those before."


async def test_hints_come_one_by_one_and_show_nothing_of_the_solution(start: Start) -> None:
    async with openai_double(RIGHT, HINTS) as double:
        options = {"engine": {"url": double.url}, "solve": {"samples": 1}, "store": {"enabled": False}, "events": True}
        editor = await start(options=options)
        uri = editor.open(TWO_SUM)
        first = await editor.start("vibe.hint", uri, "Two Sum").result()
        assert (first.status, first.message) == (
            "hinted",
            "Hint 1 of 3: You need indices. Ask again for the next one.",
        )
        second = await editor.start("vibe.hint", uri, "Two Sum").result()
        last = await editor.start("vibe.hint", uri, "Two Sum", number=9).result()
        assert (second.hints[-1], last.message) == (
            "What would complete each number?",
            "Hint 3 of 3: Look it up among those before.",
        )
        assert editor.text(uri) == TWO_SUM and len(double.requests) == 2
        line = SOLUTION.splitlines()[3].strip()
        assert line not in repr([one.event for one in editor.events])
        assert {one.event.kind for one in editor.events} == {"progress", "started", "hinted"}


async def test_where_no_solution_passes_the_user_is_told_and_gets_no_hint(start: Start) -> None:
    async with openai_double(WRONG) as double:
        options = {"engine": {"url": double.url}, "solve": {"samples": 1, "repairRounds": 0}}
        editor = await start(options={**options, "store": {"enabled": False}})
        uri = editor.open(TWO_SUM)
        answer = await editor.start("vibe.hint", uri, "Two Sum").result()
        assert answer.status == "failed" and "none was found" in answer.message
        assert editor.text(uri) == TWO_SUM
