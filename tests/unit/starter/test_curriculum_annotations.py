"""Types as people spell them: the same ones in each, and all of one signature in one spelling."""

from random import Random

from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.curriculum.annotations import spelled
from lsp_server.starter.samples import exercise


def test_a_signature_is_written_in_one_of_three_spellings() -> None:
    kinds = ("List[List[int]]", "Dict[str, List[int]]", "Optional[int]", "str")
    assert {spelled(kinds, Random(seed)) for seed in range(60)} == {
        kinds,
        ("list[list[int]]", "dict[str, list[int]]", "int | None", "str"),
        ("list", "dict", "int | None", "str"),
    }


def test_functions_are_asked_for_in_all_of_them_and_methods_as_leetcode_does() -> None:
    rng = Random(4)
    made = [exercise(FAMILIES, rng).problem.signature for _ in range(300)]
    functions = {
        kind for one in made if one.kind == "function" for kind in (one.returns, *(p.type for p in one.params))
    }
    methods = {kind for one in made if one.kind == "method" for kind in (one.returns, *(p.type for p in one.params))}
    assert {"", "List[int]", "list[int]", "list"} <= functions
    assert "List[int]" in methods
    assert not any(kind and kind.startswith(("list", "dict")) for kind in methods)
