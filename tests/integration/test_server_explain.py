"""vibe.explain through the real server: what is said, where it is shown, and that the file stays as it was."""

from pathlib import Path

from pygls.uris import to_fs_path

from tests.engines.openai_double import openai_double
from tests.integration.conftest import Start
from tests.integration.documents import TWO_SUM

FAILING = TWO_SUM.replace("    pass\n", "    return [1, 0]\n")
WORDS = "<think>\nIt is fixed.\n</think>\n\nIt always gives the same **two** indices."


async def test_a_failing_example_is_explained_to_a_client_with_a_panel(start: Start) -> None:
    async with openai_double(WORDS) as double:
        editor = await start(options={"engine": {"url": double.url}, "events": True})
        uri = editor.open(FAILING)
        answer = await editor.start("vibe.explain", uri, "Two Sum").result()
        assert (answer.status, answer.verdict.status, answer.applied) == ("explained", "failed", False)
        assert "in other words: The result has the right items in reverse order." in answer.explanation
        assert answer.explanation.endswith("It always gives the same **two** indices.")
        pieces = [one.event.text for one in editor.events if one.event.kind == "writing"]
        assert " ".join("".join(pieces).split()) == " ".join(answer.explanation.split())
        assert (editor.events[0].event.explains, editor.events[-1].event.kind) == (True, "explained")
        assert [found.code for found in editor.client.diagnostics[uri]] == ["wrong_answer", "wrong_answer"]
        assert (editor.text(uri), editor.messages) == (FAILING, [])


async def test_other_clients_get_it_as_a_document_and_from_the_menu(start: Start) -> None:
    async with openai_double(WORDS) as double:
        editor = await start(options={"engine": {"url": double.url}})
        uri = editor.open("def last(nums):\n    return nums[-1]\n\n\ndef stub(n):\n    pass\n")
        titles = [action.title for action in await editor.actions(uri, "nums[-1]")]
        assert titles == ["Explain this function", "Optimize this function"]
        assert await editor.actions(uri, "def stub") == []
        await editor.start("vibe.explain", uri, "nums[-1]").result()
        shown = Path(str(to_fs_path(editor.client.shown_documents[0].uri))).read_text(encoding="utf-8")
        assert shown.startswith("# last\n\nIt always gives the same **two** indices.")
        nothing = await editor.start("vibe.explain", uri, "def stub").result()
        assert (nothing.status, nothing.code) == ("error", "no_problem")


async def test_the_embedded_model_is_offered_for_what_it_can_do_alone(start: Start) -> None:
    editor = await start()
    uri = editor.open(FAILING)
    assert "Explain this function" not in [action.title for action in await editor.actions(uri, "Two Sum")]
    await editor.start("vibe.check", uri, "Two Sum").result()
    (failing, *_) = editor.client.diagnostics[uri]
    found = await editor.actions(uri, "nums = [2, 7", diagnostics=[failing])
    (action,) = [action for action in found if action.command and action.command.command == "vibe.explain"]
    assert (action.title, [*(action.diagnostics or ())]) == ("Explain the failing example", [failing])
