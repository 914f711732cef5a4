"""Every form in which people paste statements: the same problem from a comment block and from a docstring."""

import json
from pathlib import Path
from typing import Any

import pytest

from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document

STATEMENTS = Path(__file__).parents[2] / "data" / "statements"
CASES = sorted(path.stem for path in STATEMENTS.glob("*.txt"))


def load(name: str) -> tuple[str, str, dict[str, Any]]:
    case = json.loads((STATEMENTS / f"{name}.json").read_text(encoding="utf-8"))
    return (STATEMENTS / f"{name}.txt").read_text(encoding="utf-8"), case["below"], case["expected"]


def as_comment(text: str, below: str) -> str:
    block = "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())
    return block + (below + "\n" if below else "")


def as_docstring(text: str, below: str) -> str:
    if not below:
        return f'"""\n{text}"""\n'
    head, _, rest = below.partition("\n")
    body = "".join(f"    {line}".rstrip() + "\n" for line in ["", *text.splitlines(), ""])
    return f'{head}\n    """{body.strip(" ")}    """\n' + (rest + "\n" if rest else "")


def assert_holds(found: Any, wanted: Any, where: str) -> None:
    """`wanted` is a part of `found`: fields may be left out, members of lists may not."""
    if isinstance(wanted, dict) and isinstance(found, dict) and not where.endswith((".inputs", ".expected")):
        for key, value in wanted.items():
            assert_holds(found[key], value, f"{where}.{key}")
    elif isinstance(wanted, list) and not where.endswith(".expected"):
        assert isinstance(found, list) and len(found) == len(wanted), f"{where}: {found}"
        for index, value in enumerate(wanted):
            assert_holds(found[index], value, f"{where}[{index}]")
    else:
        assert found == wanted, where


@pytest.mark.parametrize("wrap", [as_comment, as_docstring])
@pytest.mark.parametrize("name", CASES)
def test_statement_is_understood(name: str, wrap: Any) -> None:
    text, below, expected = load(name)
    if wrap is as_docstring and ":rtype" in below:
        pytest.skip("the docstring is taken by the types")
    found = find_problems(Document(wrap(text, below), "python"))
    assert len(found) == 1, [problem.signature for problem in found]
    assert_holds(found[0].model_dump(mode="json"), expected, name)


@pytest.mark.parametrize("name", CASES)
def test_example_regions_hold_their_text(name: str) -> None:
    text, below, _ = load(name)
    document = Document(as_comment(text, below), "python")
    for problem in find_problems(document):
        for example in problem.examples:
            assert example.region is not None
            source = document.text[example.region.start.offset : example.region.end.offset]
            first, *others = source.splitlines()  # a region begins behind the mark of its first line
            lines = [first.strip(), *(line.removeprefix("#").strip() for line in others)]
            assert "\n".join(lines).strip() == "\n".join(line.strip() for line in example.raw.splitlines())


def test_there_are_many_forms() -> None:
    assert len(CASES) >= 40


WIDE = str.maketrans({":": "\uff1a", ",": "\uff0c", "(": "\uff08", ")": "\uff09"})
CHINESE = """\
1. \u4e24\u6570\u4e4b\u548c

\u7ed9\u5b9a\u4e00\u4e2a\u6574\u6570\u6570\u7ec4 nums:\u8fd4\u56de\u6700\u5927\u503c(\u4efb\u610f\u987a\u5e8f).

\u793a\u4f8b 1:

\u8f93\u5165:s = "a:b", k = 9
\u8f93\u51fa:"a:b"
\u89e3\u91ca:\u56e0\u4e3a

\u63d0\u793a:

1 <= k
"""


def test_wide_punctuation_of_chinese_text_is_that_of_ascii_outside_of_values() -> None:
    wide = CHINESE.replace('"a:b"', "@").translate(WIDE).replace("@", '"a\uff1ab"')
    text = "".join(f"# {line}\n" for line in wide.splitlines()) + "def f(s: str, k: int) -> str:\n    pass\n"
    [problem] = find_problems(Document(text, "python"))
    assert [(example.inputs, example.expected) for example in problem.examples] == [
        ({"s": "a\uff1ab", "k": 9}, "a\uff1ab")
    ]
    assert (problem.title, problem.constraints, problem.order) == ("\u4e24\u6570\u4e4b\u548c", ("1 <= k",), "any")


@pytest.mark.parametrize(
    ("session", "expected"),
    [
        (">>> for i in range(2):\n...     print(f(i))\n0\n1", "0\n1"),
        (">>> print(f(1)); print(f(2))\n1\n2", "1\n2"),
        (">>> f(1)\n1\nThe result is one.", 1),
        (">>> a = f(1)\n2\n1", "2\n1"),
        (">>> a = f(1)\n2\nThe end.", "2\nThe end."),
        (">>> f(1)\n2\n1", "2\n1"),
    ],
)
def test_what_a_session_prints_may_have_several_lines(session: str, expected: object) -> None:
    quoted = session.replace("\n", "\n    ")
    text = f'def f(n):\n    """Return n.\n\n    {quoted}\n    """\n    return n\n'
    [problem] = find_problems(Document(text, "python"))
    assert [example.expected for example in problem.examples] == [expected]
