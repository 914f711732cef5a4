"""An answer under a misspelt name is taken when there is no doubt what it is, and refused when there is."""

import pytest

from lsp_server.errors import AnswerError
from lsp_server.problem.locate import find_problems
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document

FUNCTION = Document('def fib(n: int) -> int:\n    """Return the n-th.\n\n    >>> fib(1)\n    1\n    """\n', "python")
METHOD = Document(
    'class Solution:\n    def fib(self, n: int) -> int:\n        """Return the n-th.\n\n        >>> Solution().fib(1)\n'
    '        1\n        """\n',
    "python",
)


def body(document: Document, code: str) -> str:
    problem = find_problems(document)[0]
    after = splice(document.text, place(document, problem, code))
    return after.removeprefix(document.text.rstrip("\n"))


@pytest.mark.parametrize("document", [FUNCTION, METHOD])
def test_the_one_function_of_an_answer_is_taken_whatever_its_name(document: Document) -> None:
    assert body(document, "def fibo(n):\n    return n").strip() == "return n"
    assert body(document, "class Solution:\n    def fibo(self, n):\n        return n").strip() == "return n"


def test_calls_of_itself_are_renamed_too() -> None:
    code = "def fibo(n):\n    return n if n < 2 else fibo(n - 1) + fibo(n - 2)"
    assert body(FUNCTION, code).strip() == "return n if n < 2 else fib(n - 1) + fib(n - 2)"
    code = "class Solution:\n    def fibo(self, n):\n        return n and self.fibo(n - 1)"
    assert body(METHOD, code).strip() == "return n and self.fib(n - 1)"


@pytest.mark.parametrize(
    "code",
    [
        "def one(n):\n    return n\n\ndef other(n):\n    return n",
        "def fibo(n, extra):\n    return n",
        "class A:\n    def x(self, n):\n        return n\n\n    def y(self, n):\n        return n",
        "answer = 42",
    ],
)
def test_nothing_is_guessed_where_there_is_a_choice(code: str) -> None:
    with pytest.raises(AnswerError, match="does not define `fib`"):
        body(FUNCTION, code)
