"""Where completions go and how they are cut: on marked texts (`|` is the cursor), and on whatever a model may write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.problem.syntax import Document
from lsp_server.tasks.slot import Slot, slot_at
from lsp_server.tasks.trim import trimmed


def place(marked: str, language: str = "python", invoked: bool = False) -> Slot | None:
    before, _, after = marked.partition("|")
    return slot_at(Document(before + after, language), len(before), invoked)


def filled(marked: str, written: str, language: str = "python", whole: bool = True) -> str:
    slot = place(marked, language)
    assert slot is not None
    return trimmed(slot, written, whole)


@pytest.mark.parametrize(
    ("language", "marked", "kind"),
    [
        ("python", "def f(x):\n    return |\n", "line"),
        ("python", "def f(x):\n    return g(|)\n", "line"),
        ("python", "def f(x):\n    |\n", "block"),
        ("python", "def f(x):\n    |", "block"),
        ("python", 'def f(x):\n    """Say it."""\n    |\n\n\ndef g():\n    pass\n', "block"),
        ("python", 'def f(x):\n    """Say it.\n    And how.\n    """\n    # do it\n    |\n', "block"),
        ("python", "def f(x):\n    for y in x:\n        |\n    return 1\n", "block"),
        ("python", "def f(x):\n    |\n    return 1\n", "line"),
        ("python", "def f(x):\n    y = 1\n    |\n", "line"),
        ("python", "def f(x):\n|\n", "line"),
        ("python", "def f(x):\n    x = 'a|\n", "line"),
        ("python", "def f(x):\n    x = f'a{|}'\n", "line"),
        ("python", "re|turn\n", None),
        ("python", "|return\n", None),
        ("python", "x = 'a| b'\n", None),
        ("python", "x = 1  # so |\n", None),
        ("python", '"""Doc |\n"""\n', None),
        ("python", "foo(| + 1)\n", None),
        ("javascript", "function f(x) {\n  |\n}\n", "block"),
        ("javascript", "function f(x) {\n  /** hm */\n  // do it\n  |\n}\n", "block"),
        ("javascript", "function f(x) {\n  |\n  return 1;\n}\n", "line"),
        ("javascript", "const s = `a${|}`;\n", "line"),
        ("javascript", "const s = `a| b`;\n", None),
        ("typescript", "let s: string|\n", "line"),
        ("java", "class A {\n    int f(int x) {\n        |\n    }\n}\n", "block"),
        ("cpp", "int f(int x) {\n    |\n}\n", "block"),
        ("cpp", "int f(int x) {\n    return x; // that is |\n}\n", None),
        ("go", "func f(x int) int {\n\t|\n}\n", "block"),
        ("rust", "fn f<'a>(x: &'a str) -> i32 {\n    |\n}\n", "block"),
    ],
)
def test_the_tree_says_where_and_how_much(language: str, marked: str, kind: str | None) -> None:
    slot = place(marked, language)
    assert (slot.kind if slot else None) == kind


def test_who_asks_may_complete_before_code_and_in_comments_but_never_inside_a_word() -> None:
    assert place("foo(| + 1)\n", invoked=True) is not None
    assert place("x = 1  # so |\n", invoked=True) is not None
    assert place("re|turn\n", invoked=True) is None


@pytest.mark.parametrize(
    ("marked", "written", "expected"),
    [
        ("return |\n", "x + 1\nreturn 2", "x + 1"),
        ("foo(|)\n", "a, b)", "a, b"),
        ("foo(|)\n", "bar()", "bar()"),
        ("foo(|)\n", "bar())", "bar()"),
        ("foo(|\n", "a, b)", "a, b)"),
        ("foo(|\n", "a, b))", "a, b)"),
        ("foo(bar(|)\n", "a))", "a)"),
        ("x = [1, |]\n", "2, 3]", "2, 3"),
        ("x = 1|\n", ")", ""),
        ("if x|:\n", " > 1:", " > 1"),
        ("x = |\n", "   ", ""),
        ("x = |\n", "1   ", "1"),
        ("x = |\n", "((1", "((1"),
        ("x = 1 |\n", "= 2 = + ", ""),
        ("a = f(1)\n|\nb = 2\n", "b = 2", ""),
        ("total += 1\n|\n", "total += 1", ""),
        ("def f(x):\n    |\n", "return x\n\n\ndef g():\n    pass", "return x"),
        (
            "def f(x):\n    |\n",
            "if x:\n        return 1\n    return 2\nprint(1)",
            "if x:\n        return 1\n    return 2",
        ),
        ("def f(x):\n    |\n", "    return x", "return x"),
        ("def f(x):\n    |\n", "x += 1\n    x += 1\n    x += 1", "x += 1"),
        ("def f(x):\n    |\n", "return (x", "return (x"),
        ("def f(x):\n\t|\n", "if x:\n        return 1\n    return 2", "if x:\n\t\treturn 1\n\treturn 2"),
        ("def f(x):\r\n    |\r\n", "if x:\n        return 1", "if x:\r\n        return 1"),
    ],
)
def test_python_is_cut_where_its_slot_ends(marked: str, written: str, expected: str) -> None:
    assert filled(marked, written) == expected


@pytest.mark.parametrize(
    ("language", "marked", "written", "expected"),
    [
        ("javascript", "function f(x) {\n  |\n}\n", "return x;\n}\n\nfunction g() {}", "return x;"),
        ("javascript", "function f(x) {\n  |\n}\n", "if (x) {\n    return 1;\n  }\n}", "if (x) {\n    return 1;\n  }"),
        ("javascript", "function f(x) {\n  |\n}\n", "return `a${x}`;\n}", "return `a${x}`;"),
        ("javascript", "function f(x) {\n  |\n}\n", 'return "}";\n}', 'return "}";'),
        ("javascript", "foo(|);\n", "a, b);", "a, b"),
        ("java", "class A {\n  int f() {\n    return |;\n  }\n}\n", "1;", "1"),
        ("cpp", "int f(int x) {\n    |\n}\n", "return x;\n}\n", "return x;"),
        ("cpp", "int f(int x) {\n    if (|\n}\n", "x > 1) {", "x > 1) {"),
        ("rust", "fn f<'a>(x: &'a str) -> char {\n    |\n}\n", "let c = '}';\n    c\n}\n}", "let c = '}';\n    c"),
        ("go", "func f(x int) int {\n\t|\n}\n", "if x > 1 {\n        return 1\n    }\n    return x\n}",
         "if x > 1 {\n\t\treturn 1\n\t}\n\treturn x"),
    ],
)  # fmt: skip
def test_braces_are_cut_where_their_slot_ends(language: str, marked: str, written: str, expected: str) -> None:
    assert filled(marked, written, language) == expected


def test_of_a_block_that_is_still_being_written_the_whole_lines_are_shown() -> None:
    assert filled("def f(x):\n    |\n", "y = x\n    return y +", whole=False) == "y = x"
    assert filled("def f(x):\n    |\n", "return y +", whole=False) == ""
    assert filled("x = |\n", "foo(1, ", whole=False) == "foo(1,"


BODIES = st.lists(
    st.sampled_from(
        [
            "return x",
            "x += 1",
            "if x:",
            "  pass",
            "foo(",
            ")",
            "}",
            "{",
            "'",
            '"',
            "\n",
            "\n    ",
            "\t",
            " ",
            "é",
            "😀",
            "#",
        ]
    ),
    max_size=12,
).map("".join)
PLACES = st.sampled_from(
    [
        ("python", "def f(x):\n    |\n\n\ndef g():\n    pass\n"),
        ("python", "def f(x):\r\n    return g(|)\r\n"),
        ("python", "x = |"),
        ("javascript", "function f(x) {\n\t|\n}\n"),
        ("java", "class A {\n    int f(int é) {\n        return |;\n    }\n}\n"),
    ]
)


@given(PLACES, BODIES, st.booleans())
def test_whatever_is_written_what_is_offered_fits(where: tuple[str, str], written: str, whole: bool) -> None:
    language, marked = where
    slot = place(marked, language)
    assert slot is not None
    text = trimmed(slot, written, whole)
    assert text == text.rstrip() and (not text or text.strip())
    assert slot.kind == "block" or "\n" not in text
    assert slot.document.newline == "\r\n" or "\r" not in text
    lines = text.split(slot.document.newline)[1:]
    if slot.indented:
        assert all(len(line) - len(line.lstrip()) >= len(slot.indent) for line in lines if line.strip())


@given(PLACES, st.sampled_from(["return x", "1", "x", "g(x, 1)", "x if x else 1"]))
def test_a_completion_does_not_depend_on_what_follows_its_end(where: tuple[str, str], written: str) -> None:
    language, marked = where
    slot = place(marked, language)
    assert slot is not None
    outside = "\n}\n" if language != "python" else "\nprint(1)\n"
    if slot.kind == "line" or slot.indented:
        assert trimmed(slot, written) == trimmed(slot, written + outside)
