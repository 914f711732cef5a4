"""Another answer than the one of the example, where a statement allows several: right, wrong, or nobody can tell.

Wrong is what cannot be an answer at all: another kind of value, another shape, "impossible" where the example shows
that it is possible. The rest is for `checkers.py` (by the name of a problem) and `properties.py` (by the words of one).
"""

import re
from collections.abc import Iterator
from typing import Any, Literal, cast

from lsp_server.judge.checkers import accepts, checker_of
from lsp_server.judge.properties import by_words, is_permutation
from lsp_server.judge.runners.inside.codec import Nodes, Opaque
from lsp_server.problem.model import DEFAULT_TOLERANCE, Example, Problem

Judged = Literal["yes", "no", "perhaps"]
MOST_DEPTH = 8
_IMPOSSIBLE = re.compile(
    r"impossible|not possible|\bcannot\b|\bcan't\b|\bno such\b|\bno (?:solution|answer|valid)"
    r"|(?:does|do)(?: not|n't) exist|\bthere (?:is|are) no(?:ne)?\b|\bif (?:no|none)\b|不存在|无解|不可能|无法",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\bempty\b|\[\s*\]|\"\"|''|空", re.IGNORECASE)
_NOTHING = re.compile(r"\b(?:null|none|nil)\b", re.IGNORECASE)
_MINUS_ONE = re.compile(r"[-−–]\s?1\b")
_DECISION = re.compile(r"yes|no|possible|impossible|true|false|none|[-−]1", re.IGNORECASE)
_GIVEN_UP = re.compile(r"-1(?: -1)+")
"""`-1 -1 -1`, where the statement says to print just that."""
_INTEGER, _REAL = re.compile(r"[+-]?\d+"), re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def another(problem: Problem, example: Example, found: Any) -> Judged:
    """`found` is the value that did not equal the expected one."""
    actual = found.items if isinstance(found, Nodes) else found
    if checker := checker_of(problem.signature, example):
        return "yes" if accepts(checker, example, actual) else "no"
    if example.form == "operations":
        return "perhaps" if _same_protocol(example.expected, actual) else "no"
    if not _alike(problem, example, actual, of_nodes=isinstance(found, Nodes)):
        return "no"
    telling = [each for each in problem.examples if not _gives_up(problem, each.expected)]
    return by_words(problem, telling, example, actual)


def _alike(problem: Problem, example: Example, actual: Any, of_nodes: bool) -> bool:
    """A right answer is of the same kind; of two truth values, the other one is no other answer."""
    kind = _kind(example.expected)
    if kind == "bool" or kind != _kind(actual) or _gives_up(problem, example.expected) != _gives_up(problem, actual):
        return False
    known = {each for other in problem.examples if other.form == example.form for each in _kinds(other.expected)}
    known |= {(depth, "int") for depth, kind in known if kind == "float"}
    depths = {depth for depth, _ in known}
    allowed = {"none", "int"} if of_nodes else set[str]()
    return all(each in known or each[1] in allowed or each[0] not in depths for each in _kinds(actual))


def _kind(value: Any) -> str:
    if isinstance(value, float):
        return "int" if value.is_integer() else "float"
    return next((name for kinds, name in _KINDS if isinstance(value, kinds)), "other")


_KINDS: tuple[tuple[Any, str], ...] = (
    (Opaque, "opaque"),
    (type(None), "none"),
    (bool, "bool"),
    (int, "int"),
    (str, "str"),
    ((list, tuple, Nodes), "list"),
    ((set, frozenset), "set"),
    (dict, "dict"),
)
"""In this order: a bool is an int, and an object of the candidate's is a tuple here."""


def _kinds(value: Any, depth: int = 0) -> Iterator[tuple[int, str]]:
    """Of what lies in a value, by depth. A whole number stands for a fraction where there are fractions."""
    for item in cast("list[Any]", value) if isinstance(value, list | tuple | set | frozenset) else ():
        yield depth, _kind(item)
        if depth < MOST_DEPTH and not isinstance(item, Opaque):
            yield from _kinds(item, depth + 1)


def _gives_up(problem: Problem, value: Any) -> bool:
    """`[]`, -1 or null where the statement says that it stands for "there is none"."""
    text = f"{problem.title} {problem.statement}"
    word = next((word for values, word in _SENTINELS if any(_is(value, each) for each in values)), None)
    return bool(word and word.search(text) and _IMPOSSIBLE.search(text))


def _is(value: Any, sentinel: Any) -> bool:
    return type(value) is type(sentinel) and value == sentinel


_SENTINELS: tuple[tuple[tuple[Any, ...], re.Pattern[str]], ...] = (
    (([], ""), _EMPTY),
    ((-1, [-1], [-1, -1], "-1"), _MINUS_ONE),
    ((None,), _NOTHING),
)


def _same_protocol(expected: Any, actual: Any) -> bool:
    """What the operations of a design class return: any of several values, but nothing, yes and no where they stand."""
    if not isinstance(expected, list) or not isinstance(actual, list):
        return False
    pairs = list(zip(cast("list[Any]", expected), cast("list[Any]", actual), strict=False))
    same_length = len(cast("list[Any]", expected)) == len(cast("list[Any]", actual))
    return same_length and all(
        _kind(one) == _kind(other) and (not isinstance(one, bool) or one == other) for one, other in pairs
    )


def another_text(problem: Problem, example: Example, printed: str) -> Judged:
    """Of a program. Its words and numbers are of the kinds that the examples show; what is decided is decided alike."""
    expected = str(example.expected)
    others = [str(other.expected) for other in problem.examples if other.form == "stdin" and other.expected]
    known = {_kind_of_word(word) for text in others for word in text.split()}
    known |= {"integer", "real"} if "real" in known or problem.float_tolerance != DEFAULT_TOLERANCE else set()
    fits = bool(printed.strip()) and all(_kind_of_word(word) in known for word in printed.split())
    fits = fits and _decisions(problem, expected) == _decisions(problem, printed)
    fits = fits and _permutations(problem, expected, printed) and _one_line_each(problem, example, printed)
    return "perhaps" if fits else "no"


def _kind_of_word(word: str) -> str:
    return "integer" if _INTEGER.fullmatch(word) else "real" if _REAL.fullmatch(word) else "word"


def _decisions(problem: Problem, text: str) -> list[str]:
    """The lines that say yes, no or impossible: whether there is an answer has one answer."""
    lines = [" ".join(line.split()).lower() for line in text.splitlines()]
    numbers = _MINUS_ONE.search(problem.statement) is not None
    named = " ".join(problem.statement.split())
    return [
        line
        for line in lines
        if (_DECISION.fullmatch(line) and (numbers or line[-1] != "1")) or (_GIVEN_UP.fullmatch(line) and line in named)
    ]


def _permutations(problem: Problem, expected: str, printed: str) -> bool:
    """Where permutations are asked for, a line of the example that is one is answered by one as long."""
    if not re.search(r"\bpermutation|排列|順列", problem.statement, re.IGNORECASE):
        return True
    lines = printed.splitlines()
    for number, line in enumerate(expected.splitlines()):
        wanted = [int(word) for word in line.split() if _INTEGER.fullmatch(word)]
        if len(wanted) > 1 and is_permutation(wanted):
            given = lines[number].split() if number < len(lines) else []
            if sorted(given) != sorted(map(str, wanted)):
                return False
    return True


def _one_line_each(problem: Problem, example: Example, printed: str) -> bool:
    """Where each example of so many test cases has so many lines."""
    counts = [(_first_number(each), _lines(str(each.expected))) for each in problem.examples if each.form == "stdin"]
    fixed = all(cases == lines for cases, lines in counts) and any(lines > 1 for _, lines in counts)
    return not fixed or _lines(printed) == _lines(str(example.expected))


def _first_number(example: Example) -> int | None:
    words = (example.stdin or "").lstrip().partition("\n")[0].split()
    return int(words[0]) if len(words) == 1 and _INTEGER.fullmatch(words[0]) else None


def _lines(text: str) -> int:
    return len(text.strip().splitlines())
