"""Functions with type parameters: their names, and the types that the examples tell."""

from typing import Any

import pytest

from lsp_server.judge.runners.generics import CPP, GO, RUST, Kinds, named, replaced, types_of
from tests.judging import call, function, problem


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("<T: PartialEq>", ("T",)),
        ("<'a, T: Ord, U, const N: usize>", ("T", "U")),
        ("<typename T, int N, class U>", ("T", "U")),
        ("[T comparable, U any]", ("T", "U")),
        ("", ()),
    ],
)
def test_the_names_of_type_parameters(text: str, names: tuple[str, ...]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    ("values", "kinds", "told"),
    [
        ([[1, 2], [3]], RUST, "i32"),
        ([[1, 2**40], [3]], RUST, "i64"),
        ([[1, 2**40], [3]], CPP, "long long"),
        ([[1, 2.5], []], GO, "float64"),
        ([["a"], []], CPP, "std::string"),
        ([[], [True]], RUST, "bool"),
        ([[], []], RUST, "i32"),
    ],
)
def test_the_examples_tell_the_types(values: list[Any], kinds: Kinds, told: str) -> None:
    asked = problem(*(call(0, a=each, k="x") for each in values), signature=function("f", "a", "k"))
    assert types_of(["T"], ["Vec<T>", "String"], asked, kinds) == {"T": told}
    assert replaced("Vec<T>", {"T": told}) == f"Vec<{told}>"
