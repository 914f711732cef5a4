"""From a slot to a prompt to what was written: windows, formats, priorities, and where the decoding stops."""

from contextlib import aclosing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.engine.fim import FORMATS, fim_prompt, format_of
from lsp_server.engine.scripted import Endless, ScriptedEngine
from lsp_server.engine.wire import BACKGROUND, INTERACTIVE, ModelInfo
from lsp_server.problem.syntax import Document
from lsp_server.settings import CompletionSettings
from lsp_server.starter.tokenizer import fill_in_the_middle
from lsp_server.tasks.complete import Written, complete
from lsp_server.tasks.context import CHARACTERS_PER_TOKEN, around
from lsp_server.tasks.slot import Slot, slot_at

SETTINGS = CompletionSettings()


def slot(marked: str, language: str = "python") -> Slot:
    before, _, after = marked.partition("|")
    found = slot_at(Document(before + after, language), len(before))
    assert found is not None
    return found


async def written(engine: ScriptedEngine, where: Slot, **how: bool | int) -> list[Written]:
    async with aclosing(complete(engine, FORMATS["qwen"], where, SETTINGS, **how)) as stream:
        return [each async for each in stream]


async def test_a_line_ends_at_its_end() -> None:
    engine = ScriptedEngine(["n + 1\nreturn"])
    found = await written(engine, slot("return |\n"))
    assert (found[-1].text, found[-1].done, found[-1].short) == ("n + 1", True, False)
    (asked,) = engine.requests
    assert asked.prompt == "<|fim_prefix|>return <|fim_suffix|>\n<|fim_middle|>"
    assert (asked.sampling.temperature, asked.sampling.stop, asked.sampling.priority) == (0.0, ("\n",), INTERACTIVE)


async def test_decoding_stops_when_the_block_is_over() -> None:
    engine = ScriptedEngine([Endless("return x\n\n\nprint(1)\n    ")])
    found = await written(engine, slot("def f(x):\n    |\n"))
    assert found[-1].done
    assert len(found) == 1
    assert engine.aborted == 1


async def test_a_block_that_never_ends_is_cut_by_its_budget_and_says_so() -> None:
    found = await written(ScriptedEngine([Endless("x += 1\n    ")]), slot("def f(x):\n    |\n"))
    assert found[-1].done and found[-1].short


async def test_what_nobody_waits_for_yet_leaves_the_engine_to_others() -> None:
    engine = ScriptedEngine(["1", "2"])
    await written(engine, slot("x = |\n"), prepared=True)
    await written(engine, slot("x = |\n"), seed=3)
    first, second = (each.sampling for each in engine.requests)
    assert (first.priority, second.priority) == (BACKGROUND, INTERACTIVE)
    assert second.temperature > 0 and second.seed == 3


@given(st.integers(64, 400), st.integers(0, 400), st.sampled_from(["\n", "\r\n"]))
def test_the_window_keeps_to_its_size_and_starts_at_a_line(tokens: int, above: int, newline: str) -> None:
    text = newline.join(f"def f{number}(x):{newline}    return x + {number}{newline}" for number in range(above))
    where = slot_at(Document(text + newline + "y = " + newline + text, "python"), len(text + newline + "y = "))
    assert where is not None
    prefix, suffix = around(where, tokens)
    assert prefix.endswith("\ny = ") and suffix.startswith("\n") and "\r" not in prefix + suffix
    assert len(prefix) + len(suffix) <= tokens * CHARACTERS_PER_TOKEN * 1.25 + 40
    assert prefix.startswith(("def f", "    return", "\n"))


def test_the_window_does_not_move_at_every_key() -> None:
    text = "".join(f"value_{number} = {number}\n" for number in range(400))
    starts = set[str]()
    for typed in range(20):
        where = slot(text + "total = " + "x" * typed + "|\n")
        starts.add(around(where, 256)[0][:60])
    assert len(starts) <= 2


@pytest.mark.parametrize(
    ("language", "above", "kept"),
    [
        (
            "python",
            "import math\n\n\ndef area(radius):\n    return math.pi * radius ** 2\n",
            "import math\ndef area(radius):\n",
        ),
        ("python", "@cache\ndef area(radius):\n    return 3 * radius\n", "def area(radius):\n"),
        ("javascript", "export function area(radius) {\n  return 3;\n}\n", "export function area(radius) {\n"),
        ("c", "#include <math.h>\nint area(int r) {\n  return 3;\n}\n", "#include <math.h>\nint area(int r) {\n"),
        (
            "python",
            "".join(f"def area_{number:02}(radius):\n    return {number}\n\n" for number in range(20)),
            "def area_13(radius):\ndef area_14(radius):\n",  # those nearest to the slot
        ),
    ],
)
def test_of_what_lies_above_the_window_imports_and_signatures_are_kept(language: str, above: str, kept: str) -> None:
    filler = "".join(f"value_{number} = {number};\n" for number in range(200))
    prefix, _ = around(slot(f"{above}\n\n{filler}x = |\n", language), 256)
    assert prefix.startswith(kept)
    assert "return" not in prefix


def test_tabs_are_shown_to_the_model_as_spaces() -> None:
    assert around(slot("def f(x):\n\tif x:\n\t\t|\n"), 256)[0] == "def f(x):\n    if x:\n        "


def test_the_starter_model_is_asked_as_it_was_trained() -> None:
    info = ModelInfo("starter", "starter", 4096, "cpu")
    fmt = format_of(info)
    assert fmt is not None
    assert fim_prompt(fmt, "a\n    ", "b") == fill_in_the_middle("a\n    ", "b")


async def test_the_starter_model_reads_a_line_that_is_begun_as_its_own_words() -> None:
    """It was shown holes that begin where a line does; the last word may be unfinished, which the engine heals."""
    engine, where = ScriptedEngine(["bers)"]), slot("def f(numbers):\n    return sum(num|)\n")
    async with aclosing(complete(engine, FORMATS["starter"], where, SETTINGS)) as stream:
        assert [each.text async for each in stream][-1] == "bers)"
    (asked,) = engine.requests
    assert asked.prompt == fill_in_the_middle("def f(numbers):\n    ", ")\n") + "return sum(num"
    assert asked.sampling.token_healing


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Qwen/Qwen2.5-Coder-0.5B", "qwen"),
        ("bigcode/starcoder2-3b", "starcoder"),
        ("ibm-granite/granite-3b-code-base", "granite"),
        ("JetBrains/Mellum-4b-base", "mellum"),
        ("WeiboAI/VibeThinker-1.5B", None),
        ("some/chat-model", None),
    ],
)
def test_the_name_of_a_model_tells_how_it_fills(name: str, found: str | None) -> None:
    info = ModelInfo(name, "chat", 4096, "cpu")
    assert format_of(info) == (FORMATS[found] if found else None)
    assert format_of(info, "mellum") == FORMATS["mellum"]
    assert format_of(info, "none") is None


@pytest.mark.parametrize("fmt", FORMATS.values(), ids=FORMATS)
def test_words_of_a_file_never_become_tokens_of_the_prompt(fmt: object) -> None:
    chosen = next(each for each in FORMATS.values() if each == fmt)
    text = fim_prompt(chosen, f"a{chosen.middle}b", f"c{chosen.prefix}d")
    assert (text.count(chosen.middle.strip()), text.count(chosen.prefix.strip())) == (1, 1)
    assert text.endswith(chosen.middle) != chosen.whole_lines
