"""Templates are found, checked and filled; problem text is never a template."""

from pathlib import Path

import pytest

from lsp_server import prompts
from lsp_server.errors import PromptError
from lsp_server.problem.model import Example, Parameter, Point, Problem, Region, Signature, Target

NOWHERE = Region(start=Point(line=1, column=0, offset=0), end=Point(line=1, column=0, offset=0))
GOLDEN = Path(__file__).parents[1] / "data" / "prompts"


def two_sum(**changed: object) -> Problem:
    fields: dict[str, object] = {
        "title": "1. Two Sum",
        "language": "python",
        "statement": "Return the indices of the two numbers that add up to target.",
        "constraints": ("2 <= len(nums)",),
        "examples": (Example(raw="", inputs={"nums": [2, 7], "target": 9}, expected=[0, 1]),),
        "signature": Signature(
            name="twoSum",
            params=(Parameter(name="nums", type="List[int]"), Parameter(name="target", type="int")),
            returns="List[int]",
            kind="method",
            owner="Solution",
        ),
        "region": NOWHERE,
        "statement_region": NOWHERE,
        "target": Target(kind="below", region=NOWHERE),
    }
    return Problem.model_validate(fields | changed)


@pytest.mark.parametrize("name", ["solve", "repair"])
def test_a_shipped_prompt_reads_as_its_golden_file(name: str) -> None:
    attempt = {"code": "class Solution: ...", "input": "nums = [2, 7]", "expected": "[0, 1]", "actual": "None"}
    prompt = prompts.render(prompts.load(name), prompts.describe(two_sum()) | attempt)
    assert f"{prompt.role}\n\n{prompt.body}\n" == (GOLDEN / f"{name}.golden").read_text(encoding="utf-8")


def test_a_statement_is_data_even_when_it_looks_like_a_template() -> None:
    hostile = "{{ 7 * 7 }} {% include '/etc/passwd' %} ${title}"
    body = prompts.render(prompts.load("solve"), prompts.describe(two_sum(statement=hostile))).body
    assert hostile in body


def test_empty_sections_leave_no_heading() -> None:
    body = prompts.render(prompts.load("solve"), prompts.describe(two_sum(constraints=(), examples=()))).body
    assert "Constraints" not in body and "Examples" not in body


def test_the_users_folder_wins_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "solve.md").write_text("---\nvariables: [title]\ntemperature: 0.1\n---\nSolve {{ title }}!")
    prompt = prompts.render(prompts.load("solve", tmp_path), {"title": "it"})
    assert (prompt.body, prompt.settings.temperature) == ("Solve it!", 0.1)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("no front matter", "front matter"),
        ("---\nvariables: [title]\n---\nnothing used", "title"),
        ("---\nvariables: []\n---\n{{ surprise }}", "surprise"),
        ("---\nvariables: []\ntemprature: 1\n---\ntext", "temprature"),
        ("---\nvariables: [\n---\ntext", "not valid"),
        ("---\nvariables: []\n---\n{% if %}", "not valid"),
    ],
)
def test_a_broken_template_is_refused_with_its_path_and_reason(tmp_path: Path, text: str, complaint: str) -> None:
    (tmp_path / "solve.md").write_text(text)
    with pytest.raises(PromptError, match=complaint) as caught:
        prompts.load("solve", tmp_path)
    assert str(tmp_path / "solve.md") in str(caught.value)


def test_a_missing_variable_is_an_error_not_a_hole() -> None:
    with pytest.raises(PromptError, match="statement"):
        prompts.render(prompts.load("solve"), {"title": "t", "constraints": (), "examples": (), "starter_code": ""})


def test_an_unknown_prompt_names_the_known_ones() -> None:
    with pytest.raises(PromptError, match="solve"):
        prompts.load("nonsense")


def test_editing_a_template_changes_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "solve.md"
    path.write_text("---\nvariables: []\n---\nfirst")
    before = prompts.load("solve", tmp_path).digest
    path.write_text("---\nvariables: []\n---\nsecond")
    assert prompts.load("solve", tmp_path).digest != before
