"""Answers put into files: what is replaced, what is kept, and that the result is the same problem, solved."""

import ast
from pathlib import Path

import pytest

from lsp_server.errors import AnswerError
from lsp_server.problem.locate import find_problems, relocate
from lsp_server.problem.model import Problem, Signature
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

DOCUMENTS = Path(__file__).parents[3] / "data" / "documents"
NAMES = sorted(path.name.removesuffix(".py.txt") for path in DOCUMENTS.glob("*.py.txt"))
BODY = "# a remark\ntable = {1: [2]}\nif table:\n    for n in table:\n        return n\nreturn None"


def read(name: str, newline: str = "\n") -> Document:
    text = (DOCUMENTS / f"{name}.py.txt").read_text(encoding="utf-8")
    return Document(text.replace("\n", newline), "python")


def answer(signature: Signature) -> str:
    """A complete answer of the form that the signature asks for."""
    if signature.kind == "program":
        return "n = int(input())\nif n:\n    print(n)"
    if signature.kind == "class":
        init = "    def __init__(self, *args):\n        self.n = 1"
        return f"class {signature.name}:\n{init}\n\n    def add(self, n):\n        return n"
    names = [param.name for param in signature.params]
    inner = "\n".join(f"    {line}" for line in BODY.splitlines())
    if signature.kind == "function":
        return f"def {signature.name}({', '.join(names)}):\n{inner}"
    method = "\n".join(
        f"    {line}" for line in f"def {signature.name}({', '.join(['self', *names])}):\n{inner}".splitlines()
    )
    return f"class {signature.owner}:\n{method}"


def placed(document: Document, code: str, index: int = 0) -> str:
    return splice(document.text, place(document, find_problems(document)[index], code))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", NAMES)
def test_solved_document_holds_the_same_problem_with_code(name: str, newline: str) -> None:
    document = read(name, newline)
    for problem in find_problems(document):
        code = answer(problem.signature).replace(
            "def ", "async def " if problem.signature.name == "fetched" else "def "
        )
        replacement = place(document, problem, code)
        after = Document(splice(document.text, replacement), "python")
        assert not after.tree.root_node.has_error, after.text
        found = relocate(after, problem)
        assert found is not None, after.text
        assert found.has_code
        assert statement_of(after, found) == statement_of(document, problem)
        assert line_ends(replacement.text) <= {newline}


@pytest.mark.parametrize("name", NAMES)
def test_everything_outside_the_region_stays(name: str) -> None:
    document = read(name)
    for problem in find_problems(document):
        code = answer(problem.signature).replace(
            "def ", "async def " if problem.signature.name == "fetched" else "def "
        )
        replacement = place(document, problem, code)
        after = splice(document.text, replacement)
        assert after.startswith(document.text[: replacement.region.start.offset])
        assert after.endswith(document.text[replacement.region.end.offset :])
        others = {(p.signature.name, p.statement) for p in find_problems(document)}
        assert {(p.signature.name, p.statement) for p in find_problems(Document(after, "python"))} == others


@pytest.mark.parametrize("name", NAMES)
def test_solving_again_replaces_the_first_solution(name: str) -> None:
    document = read(name)
    for problem in find_problems(document):
        code = answer(problem.signature).replace(
            "def ", "async def " if problem.signature.name == "fetched" else "def "
        )
        once = Document(splice(document.text, place(document, problem, code)), "python")
        again = relocate(once, problem)
        assert again is not None
        assert splice(once.text, place(once, again, code)) == once.text


def statement_of(document: Document, problem: Problem) -> str:
    region = problem.statement_region
    return document.text[region.start.offset : region.end.offset]


def line_ends(text: str) -> set[str]:
    found = {"\r\n"} if "\r\n" in text else set[str]()
    rest = text.replace("\r\n", "")
    return found | {mark for mark in "\r\n" if mark in rest}


STUB = 'def f(x):\n    """Double.\n\n    f(2) == 4\n    """\n    pass\n'


def test_only_the_stub_is_replaced() -> None:
    assert placed(Document(STUB, "python"), "def f(x):\n    return x * 2") == STUB.replace("pass", "return x * 2")


def test_docstring_of_the_answer_is_dropped() -> None:
    code = 'def f(x):\n    """Another text."""\n    return x * 2'
    assert placed(Document(STUB, "python"), code) == STUB.replace("pass", "return x * 2")


def test_needed_imports_and_helpers_come_along_and_the_rest_does_not() -> None:
    code = (
        "import math\nimport os\n\nLIMIT = 3\nUNUSED = 4\n\ndef double(n):\n    return math.floor(n * 2)\n\n"
        "def unused():\n    pass\n\ndef f(x):\n    return double(min(x, LIMIT))\n\nprint(f(2))\nassert f(1) == 2"
    )
    assert placed(Document(STUB, "python"), code) == STUB.replace(
        "pass",
        "import math\n    LIMIT = 3\n\n    def double(n):\n        return math.floor(n * 2)\n\n"
        "    return double(min(x, LIMIT))",
    )


def test_import_that_the_file_has_is_not_repeated() -> None:
    document = Document("import math\n\n\n" + STUB, "python")
    assert placed(document, "import math\n\ndef f(x):\n    return math.prod([x, 2])").count("import math") == 1


def test_star_import_is_spelt_out_inside_a_function() -> None:
    code = "from math import *\nfrom typing import *\n\ndef f(x):\n    return floor(sqrt(x))"
    assert "    from math import floor, sqrt\n    return" in placed(Document(STUB, "python"), code)


def test_unknown_star_import_is_refused() -> None:
    with pytest.raises(AnswerError, match="from numpy import"):
        placed(Document(STUB, "python"), "from numpy import *\n\ndef f(x):\n    return array(x)")


def test_other_parameter_names_are_adapted_by_nesting() -> None:
    after = placed(Document(STUB, "python"), "def f(number):\n    return number * 2")
    assert run(after, "f(2)") == 4


def test_decorated_answer_is_nested_with_its_decorator() -> None:
    code = "from functools import cache\n\n@cache\ndef f(x):\n    return 0 if x == 0 else f(x - 1) + 2"
    after = placed(Document(STUB, "python"), code)
    assert "@cache" in after
    assert run(after, "f(5)") == 10


def test_global_state_of_the_answer_still_works_when_nested() -> None:
    step = "count = 0\n\ndef step(n):\n    global count\n    count += n\n"
    code = f"{step}\ndef f(x):\n    step(x)\n    step(x)\n    return count"
    assert run(placed(Document(STUB, "python"), code), "f(2), f(3)") == (4, 6)


def test_class_solution_for_a_plain_function_is_unwrapped() -> None:
    after = placed(Document(STUB, "python"), "class Solution:\n    def f(self, x):\n        return x * 2")
    assert after == STUB.replace("pass", "return x * 2")


def test_class_with_state_for_a_plain_function_is_nested() -> None:
    code = (
        "class Solution:\n    def __init__(self):\n        self.n = 2\n\n    def f(self, x):\n        return x * self.n"
    )
    assert run(placed(Document(STUB, "python"), code), "f(4)") == 8


METHOD = """\
class Solution:
    def f(self, x: int) -> int:
        '''Double.

        f(2) == 4
        '''
        pass

    def later(self):
        return 1
"""


def test_helper_methods_follow_the_method() -> None:
    code = (
        "class Solution:\n    def f(self, x):\n        return self.twice(x)\n\n"
        "    def twice(self, n):\n        return n * 2\n\n    def unused(self):\n        pass"
    )
    after = placed(Document(METHOD, "python"), code)
    assert "unused" not in after
    assert after.index("def twice") < after.index("def later")
    assert run(after, "Solution().f(2), Solution().later()") == (4, 1)


def test_recursive_plain_function_becomes_a_method() -> None:
    after = placed(Document(METHOD, "python"), "def f(x):\n    return 0 if x == 0 else f(x - 1) + 2")
    assert run(after, "Solution().f(3)") == 6


def test_module_helper_used_by_helper_methods_is_in_reach() -> None:
    code = (
        "BASE = 2\n\nclass Solution:\n    def f(self, x):\n        return self.g(x) * BASE\n\n"
        "    def g(self, n):\n        return n * BASE // BASE"
    )
    assert run(placed(Document(METHOD, "python"), code), "Solution().f(4)") == 8


def test_multi_line_strings_are_not_indented() -> None:
    after = placed(Document(STUB, "python"), 'def f(x):\n    text = """a\n  b\n"""\n    return (text, x)')
    assert run(after, "f(1)") == ("a\n  b\n", 1)


def test_indentation_of_the_file_is_used() -> None:
    document = Document('def f(x):\n\t"""Double: f(2) == 4."""\n\tpass\n', "python")
    code = "def f(x):\n  if x:\n    return (x *\n            2)\n  return 0"
    assert "\n\tif x:\n\t\treturn (x *\n\t\t\t\t\t\t2)\n\treturn 0\n" in placed(document, code)


def test_body_on_the_line_of_its_header_moves_to_its_own() -> None:
    document = Document('def f(x): "Return the double: f(2) == 4."\n', "python")
    assert (
        placed(document, "def f(x):\n    return x * 2")
        == 'def f(x):\n    "Return the double: f(2) == 4."\n    return x * 2\n'
    )


def test_class_answer_brings_its_base_and_its_helpers() -> None:
    document = read("design_class")
    code = (
        "from collections import Counter\n\nclass Counter2(Counter):\n    def add(self, n):\n        self['n'] += n\n\n"
        "    def total(self):\n        return self['n']"
    )
    after = placed(document, code)
    assert after.startswith('from collections import Counter\n\nclass Counter2(Counter):\n    """Count things.')
    assert after.endswith("\n\n\nx = 1\n")
    assert run(after, "[c := Counter2(), c.add(5), c.total()][2]") == 5


def test_below_a_comment_the_definition_is_set_apart_from_what_follows() -> None:
    after = placed(read("bare_comment_between"), "def is_prime(n):\n    return n == 7\n\nprint(is_prime(7))\n")
    assert "# is_prime(7) == True\ndef is_prime(n):\n    return n == 7\n\n\ndef other():" in after


def test_below_at_the_end_of_a_file_without_line_end() -> None:
    document = Document("# Write a function that doubles: twice(2) == 4", "python")
    assert placed(document, "def twice(n):\n    return n * 2").endswith("== 4\ndef twice(n):\n    return n * 2\n")


def test_answer_with_crlf_goes_into_a_file_with_lf() -> None:
    assert placed(Document(STUB, "python"), "def f(x):\r\n    return x * 2\r\n") == STUB.replace("pass", "return x * 2")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("", "no code"),
        ("def g(x, y):\n    return 1", "does not define `f`"),
        ("def f(x:\n    return 1", "not valid Python"),
        ("def f(x):\n    ", "no code"),
        ('def f(x):\n    """Only words."""', "no code"),
        ("async def f(x):\n    return 1", "async"),
        ("f = 3", "does not define `f`"),
    ],
)
def test_useless_answer_is_refused_with_a_sentence(code: str, sentence: str) -> None:
    with pytest.raises(AnswerError, match=sentence):
        placed(Document(STUB, "python"), code)


def test_answer_without_the_class_is_refused() -> None:
    with pytest.raises(AnswerError, match="class Counter2"):
        placed(read("design_class"), "def add(n):\n    return n")


def run(text: str, expression: str) -> object:
    """The value of `expression` in a module of `text`."""
    namespace: dict[str, object] = {"__name__": "placed"}
    exec(compile(ast.parse(text), "placed", "exec"), namespace)
    return eval(expression, namespace)


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("below", "kept"), [("", ""), ("\n\n# next\n", "\n\n# next\n"), ("\n\nx = 1\n", "\n\nx = 1\n")]
)
def test_lines_of_blanks_where_a_snippet_puts_the_cursor_do_not_stay_below_the_solution(newline, below, kept) -> None:
    head = "# Return x twice.\nclass Solution:\n    def twice(self, x: int) -> int:"
    document = Document(f"{head} \n        \n    {below}".replace("\n", newline), "python")
    after = placed(document, "class Solution:\n    def twice(self, x: int) -> int:\n        return 2 * x")
    assert after == f"{head}\n        return 2 * x{kept}".replace("\n", newline)


def test_empty_lines_below_a_stub_stay() -> None:
    document = Document('def f(x):\n    """Return x twice."""\n\n\ndef g():\n    pass\n', "python")
    after = placed(document, "def f(x):\n    return 2 * x")
    assert after == 'def f(x):\n    """Return x twice."""\n    return 2 * x\n\n\ndef g():\n    pass\n'
