"""What the editor offers at a place: code actions and lenses, in every encoding, and nothing where nothing is."""

import asyncio

import pytest
from lsprotocol import types

from lsp_server.judge.runners import RUNNERS
from tests.engines.openai_double import openai_double
from tests.integration.conftest import Start
from tests.integration.documents import NO_EXAMPLES, TWO_SUM, broken


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_solve_is_offered_wherever_the_cursor_is_in_the_problem(start: Start, encoding: str) -> None:
    editor = await start(encodings=[encoding])
    uri = editor.open(TWO_SUM.replace("Two Sum:", "Two Sum 😀:"))
    for marker in ("Two Sum", "def two_sum", "target = 6", "    pass"):
        offered = [(action.title, action.kind, action.edit) for action in await editor.actions(uri, marker)]
        assert offered == [
            ("Solve this problem", "refactor.rewrite.vibe.solve", None),
            ("Give a hint", "vibe.hint", None),
        ]


async def test_nothing_is_offered_where_no_problem_is(start: Start) -> None:
    editor = await start()
    uri = editor.open(TWO_SUM)
    assert await editor.actions(uri, "LAST = 1") == []
    assert await editor.actions(editor.open("x = 1\n", name="other.py"), "x") == []


async def test_code_that_is_there_is_named_and_can_be_run(start: Start) -> None:
    editor = await start()
    uri = editor.open(broken())
    titles = [action.title for action in await editor.actions(uri, "def two_sum")]
    assert titles == [
        "Solve this problem (replaces its code)",
        "Give a hint",
        "Run examples",
        "Optimize this function",
    ]


async def test_nothing_is_left_to_resolve_and_ghost_text_is_announced_at_the_start(start: Start) -> None:
    """Editors resolve what lacks a command, with no progress and again and again; Neovim takes no late announcement."""
    editor = await start()
    assert editor.capabilities.code_action_provider.resolve_provider is False
    assert editor.capabilities.code_lens_provider.resolve_provider is False
    assert editor.capabilities.inline_completion_provider is not None
    for name, document in (("stub.py", TWO_SUM), ("wrong.py", broken())):
        actions = await editor.actions(editor.open(document, name=name), "def two_sum")
        assert actions and all(action.command and action.command.arguments for action in actions)


async def test_any_function_with_code_can_be_optimized(start: Start) -> None:
    editor = await start()
    uri = editor.open("def double(n):\n    return n + n\n\n\ndef stub(n):\n    pass\n")
    (action,) = await editor.actions(uri, "return n")
    assert (action.title, action.kind) == ("Optimize this function", "refactor.rewrite.vibe.optimize")
    assert action.command is not None and action.command.command == "vibe.optimize"
    assert await editor.actions(uri, "def stub") == []


async def test_functions_of_other_languages_are_offered_where_they_can_be_run(start: Start) -> None:
    editor = await start()
    script = editor.open("function twice(n) {\n  return n + n;\n}\n", name="twice.js", language="javascript")
    titles = [action.title for action in await editor.actions(script, "return n")]
    assert titles == ([] if RUNNERS["javascript"].missing() else ["Optimize this function"])
    assert (
        await editor.actions(editor.open("int twice(int n) {\n  return n + n;\n}\n", "twice.c", "c"), "return n") == []
    )


async def test_the_editors_filter_is_honoured(start: Start) -> None:
    editor = await start()
    uri = editor.open(broken())
    offered: dict[str, list[str]] = {
        only: [action.title for action in await editor.actions(uri, "def two_sum", only=[only])]
        for only in ("refactor", "vibe.check", "vibe.hint", "source.organizeImports", "quickfix")
    }
    assert offered == {
        "refactor": ["Solve this problem (replaces its code)", "Optimize this function"],
        "vibe.check": ["Run examples"],
        "vibe.hint": ["Give a hint"],
        "source.organizeImports": [],
        "quickfix": [],
    }


async def test_looking_never_asks_the_model(start: Start) -> None:
    """Editors ask for actions and lenses at every move of the cursor, and nobody has asked for an answer then."""
    async with openai_double() as double:
        editor = await start(options={"engine": {"url": double.url}})
        uri = editor.open(broken())
        for kind in types.CodeActionTriggerKind:
            assert await editor.actions(uri, "def two_sum", trigger_kind=kind)
        assert await editor.lenses(uri)
        assert double.requests == []


async def test_a_quick_fix_is_offered_on_our_own_diagnostics_only(start: Start) -> None:
    editor = await start()
    uri = editor.open(broken())
    span = editor.range(editor.text(uri), 0, 1)
    ours = types.Diagnostic(range=span, message="Wrong answer.", source="vibe-lsp")
    theirs = types.Diagnostic(range=span, message="unused", source="ruff")
    assert await editor.actions(uri, "def two_sum", only=["quickfix"], diagnostics=[theirs]) == []
    (fix,) = await editor.actions(uri, "def two_sum", only=["quickfix"], diagnostics=[theirs, ours])
    assert [diagnostic.message for diagnostic in fix.diagnostics or []] == ["Wrong answer."]


async def test_generated_code_is_tagged_for_editors_that_know_the_tag(start: Start) -> None:
    def tags(capabilities: types.ClientCapabilities) -> None:
        assert capabilities.text_document is not None
        assert capabilities.text_document.code_action is not None
        capabilities.text_document.code_action.tag_support = types.CodeActionTagOptions(
            value_set=[types.CodeActionTag.LlmGenerated]
        )

    with_tags, without = await start(change=tags), await start()
    tagged, _ = await with_tags.actions(with_tags.open(TWO_SUM), "def two_sum")
    plain, _ = await without.actions(without.open(TWO_SUM), "def two_sum")
    assert (list(tagged.tags or []), plain.tags) == ([types.CodeActionTag.LlmGenerated], None)


async def test_lenses_solve_stubs_and_run_code_that_has_examples(start: Start) -> None:
    editor = await start()
    text = TWO_SUM + "\n\n" + broken().replace("two_sum", "other") + "\n\n" + NO_EXAMPLES
    lenses = await editor.lenses(editor.open(text))
    assert [lens.command and lens.command.title for lens in lenses] == ["Solve", "Run examples", "Solve"]


async def test_a_lens_leads_to_its_own_problem(start: Start) -> None:
    editor = await start()
    uri = editor.open(TWO_SUM + "\n\n" + broken().replace("two_sum", "other"))
    check = (await editor.lenses(uri))[1].command
    assert check is not None
    answer = await editor.send(check.command, *(check.arguments or [])).result()
    assert answer.verdict.status == "failed"


async def test_offers_follow_the_text(start: Start) -> None:
    editor = await start()
    uri = editor.open(TWO_SUM)
    editor.type(uri, "    pass\n", "    return []\n")
    assert [action.title for action in await editor.actions(uri, "def two_sum")][1:] == [
        "Give a hint",
        "Run examples",
        "Optimize this function",
    ]
    editor.replace_all(uri, "x = 1\n")
    assert await editor.actions(uri, "x") == []
    assert await editor.lenses(uri) == []


async def test_a_large_file_is_explained_once_and_only_to_who_asks(start: Start) -> None:
    editor = await start()
    uri = editor.open(TWO_SUM + "# filler\n" * 230_000)
    for _ in range(2):
        assert await editor.actions(uri, "def two_sum", trigger_kind=types.CodeActionTriggerKind.Automatic) == []
        assert await editor.lenses(uri) == []
    assert editor.messages == []
    for _ in range(2):
        assert await editor.actions(uri, "def two_sum", trigger_kind=types.CodeActionTriggerKind.Invoked) == []
    assert ["over 1 MB" in message for message in editor.messages] == [True]


async def test_a_large_file_that_shrinks_is_looked_at_again(start: Start) -> None:
    editor = await start()
    filler = "# filler\n" * 230_000
    uri = editor.open(TWO_SUM + filler)
    editor.type(uri, filler, "")
    assert len(await editor.actions(uri, "def two_sum")) == 2


async def test_other_languages_are_left_alone(start: Start) -> None:
    editor = await start()
    others = {"notes.rb": ("ruby", "unsupported_language"), "notes.md": ("markdown", "no_problem")}
    for name, (language, code) in others.items():
        uri = editor.open("# Two Sum\n\nInput: 1\nOutput: 2\n", name=name, language=language)
        editor.type(uri, "Two", "Three")
        assert await editor.actions(uri, "Three") == []
        answer = await editor.start("vibe.solve", uri, "Three").result()
        assert (answer.status, answer.code) == ("error", code)


async def test_looking_through_a_long_file_holds_up_nobody(start: Start) -> None:
    """The answers come in the order in which the work is done, not in which it was asked for."""
    editor = await start()
    helper = 'def helper_{0}(a: int) -> int:\n    """Help."""\n    return a + {0}\n\n\n'
    uri = editor.open(TWO_SUM + "\n\n" + "".join(map(helper.format, range(3000))))
    lenses = asyncio.ensure_future(editor.lenses(uri))
    await asyncio.sleep(0)
    assert (await editor.send("vibe.cancel").result()).cancelled == 0
    assert not lenses.done()
    assert len(await lenses) == 1


async def test_a_file_that_does_not_parse_is_a_sentence_or_still_has_its_problems(start: Start) -> None:
    editor = await start()
    broken_file = editor.open("def broken(:\n    (\n", name="broken.py")
    assert await editor.actions(broken_file, "def") == []
    answer = await editor.start("vibe.solve", broken_file, "def").result()
    assert (answer.status, answer.code) == ("error", "unparsable_file")
    uri = editor.open(TWO_SUM + "\n\ndef broken(:\n    (\n")
    assert len(await editor.actions(uri, "def two_sum")) == 2
