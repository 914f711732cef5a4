"""vibe.optimize through the real server: progress, evidence, and an edit that keeps what it need not touch."""

from pathlib import Path
from typing import Any

import pytest
from pygls.uris import to_fs_path

from tests.engines.openai_double import OpenAIDouble, openai_double
from tests.integration.conftest import Start

pytestmark = pytest.mark.timeout(600)  # a whole optimization each, on machines that may be busy

FILE = '''"""Lists."""


def unique(nums: list[int]) -> list[int]:
    """Return the values without repetition, in their order."""
    found = []
    for x in nums:
        if x not in found:
            found.append(x)
    return found


LAST = 1
'''
FAST = "```python\ndef unique(nums):\n    return list(dict.fromkeys(nums))\n```"
UNORDERED = "```python\ndef unique(nums):\n    return sorted(set(nums))\n```"


def options(double: OpenAIDouble) -> dict[str, Any]:
    return {"engine": {"url": double.url}, "solve": {"samples": 1}}


async def test_a_faster_version_is_put_in_place_after_the_user_has_seen_its_evidence(start: Start) -> None:
    async with openai_double(FAST) as double:
        editor = await start(options=options(double))
        editor.choices = ["Show the evidence", "Apply"]
        uri = editor.open(FILE)
        answer = await editor.start("vibe.optimize", uri, "for x in nums").result(within_s=500)
        assert (answer.status, answer.applied) == ("faster", True)
        head, *_ = FILE.partition("    found = []")
        assert editor.text(uri) == f"{head}    return list(dict.fromkeys(nums))\n\n\nLAST = 1\n"
        assert "speed-up" in answer.report and "<svg" in answer.report and "the same on" in answer.message
        asked = [[action.title for action in question.actions or []] for question in editor.questions]
        assert asked == [["Apply", "Show the evidence", "Discard"], ["Apply", "Discard"]]
        report = Path(str(to_fs_path(editor.client.shown_documents[0].uri)))
        text = report.read_text(encoding="utf-8")
        assert "```diff" in text and "+    return list(dict.fromkeys(nums))" in text and "| n | before" in text
        assert report.with_suffix(".svg").read_text(encoding="utf-8").startswith("<svg")


async def test_a_client_that_applies_it_itself_gets_all_it_needs_and_no_edit(start: Start) -> None:
    async with openai_double(FAST) as double:
        editor = await start(options={**options(double), "events": True})
        uri = editor.open(FILE)
        answer = await editor.start("vibe.optimize", uri, "for x in nums", apply=False).result(within_s=500)
        assert (answer.status, answer.applied, editor.text(uri), editor.messages) == ("faster", False, FILE, [])
        assert "o before" in answer.plot
        (last,) = [one.event for one in editor.events if one.event.kind == "optimized"]
        assert "dict.fromkeys" in last.replacement.text


async def test_a_wrong_version_is_refused_with_the_input_that_shows_it(start: Start) -> None:
    async with openai_double(UNORDERED, UNORDERED, UNORDERED) as double:
        editor = await start(options=options(double))
        uri = editor.open(FILE)
        answer = await editor.start("vibe.optimize", uri, "for x in nums").result(within_s=500)
        assert (answer.status, answer.applied) == ("not_faster", False)
        assert "nums = [1, 0]" in answer.message
        assert editor.text(uri) == FILE
