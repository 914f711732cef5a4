"""What a parameter without a type may be, as the text of its function tells."""

import pytest

from lsp_server.judge.inputs.hints import DICT, GRID, HALVES, INT, LIST, SET, STR, TEXTS, hints
from lsp_server.judge.inputs.shapes import FLOAT, Shape

HALVES_LIST = Shape("list", (HALVES,))


@pytest.mark.parametrize(
    ("code", "first"),
    [
        ("def f(n): return n if n < 2 else f(n - 1) + f(n - 2)", INT),
        ("def f(a, q): return a if q == 0 else f(q, a % q)", INT),
        ("def f(q): return sum(range(q + 1))", INT),
        ("def f(q): return q // 3", INT),
        ("def f(q, a): return a[:q]", INT),
        ("def f(q, k=3): return q", LIST),
        ("def f(k, q=3): return q", INT),
        ("def f(k, q='ab'): return q", STR),
        ("def f(q):\n    for c in q:\n        if c == '(':\n            return True", STR),
        ("def f(words):\n    return [w.upper() for w in words]", TEXTS),
        ("def f(q): return q.split()", STR),
        ("def f(q): return '%s' % q", LIST),
        ("def f(q): return [k for k, v in q.items()]", DICT),
        ("def f(q): q.add(1)", SET),
        ("def f(grid): return len(grid)", GRID),
        ("def f(q): return sum(x % 2 for x in q)", LIST),
        ("not python (", LIST),
    ],
)
def test_name_default_and_use_tell_what_is_likeliest(code: str, first: Shape) -> None:
    name = next((each for each in ("words", "grid", "n") if f"f({each})" in code), "q")
    assert hints(code, name).options[0] == first


def test_an_int_is_no_float_where_the_code_says_whole_numbers_and_may_be_one_elsewhere() -> None:
    assert FLOAT not in hints("def f(q): return q % 2", "q").options
    assert not hints("def f(n): return n * n", "n").beside
    assert hints("def f(q): return q - 1", "q").beside == (HALVES,)


@pytest.mark.parametrize(
    ("body", "beside"),
    [
        (
            "found = []\n    for x in q:\n        if x not in found: found.append(x)\n    return found",
            [HALVES_LIST, TEXTS],
        ),
        ("return [x * 2 for x in q]", [HALVES_LIST]),
        ("return sum(q)", [HALVES_LIST]),
        ("return [x for i, x in enumerate(q) if x % 2]", []),
        ("return [q[i] // 2 for i in range(len(q))]", []),
    ],
)
def test_items_that_nobody_calculates_with_may_be_fractions_and_words(body: str, beside: list[Shape]) -> None:
    assert list(hints(f"def f(q):\n    {body}\n", "q").beside) == beside


def test_a_bare_annotation_says_the_container() -> None:
    assert hints("def f(q): return 1", "q", "typing.Dict").options == (DICT,)
    assert FLOAT not in hints("def f(q): return 1", "q", "list").options
