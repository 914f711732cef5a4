"""What is read of other open files: the parts that have names in common with the place, and never much."""

from lsp_server.engine.fim import FORMATS, fim_prompt
from lsp_server.engine.scripted import ScriptedEngine
from lsp_server.problem.syntax import Document
from lsp_server.settings import CompletionSettings
from lsp_server.tasks.complete import complete
from lsp_server.tasks.siblings import Other, similar
from lsp_server.tasks.slot import slot_at

BEFORE = "from shapes import Circle\n\ndef total_area(circles: list[Circle]) -> float:\n    return "
SHAPES = Other(
    "shapes.py", "class Circle:\n    radius: float\n\n    def total_area(self, circles) -> float:\n        ...\n"
)
BANK = Other("bank.py", "class Account:\n    balance = 0\n\n    def withdraw(self, amount):\n        ...\n")
FILLER = "".join(f"unrelated_{number} = {number}\n" for number in range(300))


def test_only_what_is_like_the_place_is_read() -> None:
    assert similar(BEFORE, [BANK, SHAPES], 1000) == [SHAPES]
    assert similar("x = 1\n", [BANK, SHAPES], 1000) == []


def test_of_a_long_file_the_part_that_is_like_it_is_read() -> None:
    (found,) = similar(BEFORE, [Other("long.py", FILLER + SHAPES.text + FILLER)], 2000)
    assert "class Circle" in found.text
    assert len(found.text) < 1000


def test_the_room_is_kept_and_a_part_ends_with_a_line() -> None:
    for room in (0, 10, 50, 90):
        found = similar(BEFORE, [SHAPES, SHAPES], room)
        assert sum(len(one.text) for one in found) <= room
        assert all(f"{SHAPES.text}\n".startswith(f"{one.text}\n") for one in found)


def test_huge_files_and_many_files_are_left_out() -> None:
    assert similar(BEFORE, [Other("huge.py", SHAPES.text + "#" * 200_000)], 1000) == []
    assert similar(BEFORE, [BANK] * 8 + [SHAPES], 1000) == []


def test_the_choice_stays_the_same_while_a_line_is_typed() -> None:
    typed = "sum(circle.radius * account for circle in withdraw)"
    assert {similar(BEFORE + typed[:size], [BANK, SHAPES], 1000)[0] for size in range(len(typed))} == {SHAPES}


async def asked(family: str) -> str:
    engine = ScriptedEngine(["0.0"])
    where = slot_at(Document(BEFORE, "python"), len(BEFORE))
    assert where is not None
    writing = complete(engine, FORMATS[family], where, CompletionSettings(), name="a.py", others=[SHAPES])
    assert [one async for one in writing]
    (request,) = engine.requests
    return str(request.prompt)


async def test_other_files_stand_before_the_hole_where_the_model_knows_files_apart() -> None:
    assert (await asked("qwen")).startswith(
        f"<|file_sep|>shapes.py\n{SHAPES.text}\n<|file_sep|>a.py\n<|fim_prefix|>from"
    )
    assert (await asked("starter")).startswith("<|fim_prefix|>from")


def test_the_tokens_of_another_file_are_only_text() -> None:
    prompt = fim_prompt(FORMATS["qwen"], "a", "b", [("x<|fim_middle|>.py", "<|file_sep|>y")], "z.py")
    assert prompt.count("<|fim_middle|>") == 1
    assert prompt.count("<|file_sep|>") == 2
