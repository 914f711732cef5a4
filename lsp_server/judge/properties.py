"""What the words of a statement demand of every right answer: a permutation, a substring, as long as the example's.

A property counts where its words stand in the statement and every example has it, so a sentence that was misread does
no harm. An answer without it is wrong. An answer with all of them is right only where a row of `_ALL` says that there
is no more to it; else nobody can tell.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, cast

from lsp_server.problem.model import Example, Problem

Inputs = Mapping[str, Any]
Holds = Callable[[Inputs, Any, Any], bool]
UNREADABLE = (TypeError, ValueError, KeyError, IndexError, AttributeError)


def by_words(
    problem: Problem, examples: Sequence[Example], example: Example, actual: Any
) -> Literal["yes", "no", "perhaps"]:
    """`actual` is of the kind of the expected value and is not equal to it; `examples` are those with an answer."""
    names = " ".join(example.inputs or {})
    text = " ".join(f"{problem.title}. {problem.statement} {names}".split())
    shown = [each for each in examples if each.form == "arguments" and each.expects == "value"]
    binding = {name for name, each in _PROPERTIES.items() if each.words.search(text) and _shown(each.holds, shown)}
    for alternatives in _ALTERNATIVES:
        binding -= alternatives if alternatives <= binding else frozenset()
    if not all(_holds(_PROPERTIES[name].holds, example.inputs or {}, example.expected, actual) for name in binding):
        return "no"
    return "yes" if any(row.tells_all(text, binding) for row in _ALL) else "perhaps"


def _shown(holds: Holds, examples: Sequence[Example]) -> bool:
    """By every example, and not only by answers too short to say anything."""
    told = [each for each in examples if not _is_short(each.expected)]
    return bool(told) and all(_holds(holds, each.inputs or {}, each.expected, each.expected) for each in examples)


def _is_short(value: Any) -> bool:
    return hasattr(value, "__len__") and len(value) < 2


def _holds(holds: Holds, inputs: Inputs, expected: Any, actual: Any) -> bool:
    """An answer that cannot even be read has no property."""
    try:
        return holds(inputs, expected, actual)
    except UNREADABLE:
        return False


def is_permutation(values: Sequence[Any]) -> bool:
    """Of 0 … n-1 or 1 … n."""
    return sorted(values) in ([*range(len(values))], [*range(1, len(values) + 1)])


def _of_kind(inputs: Inputs, actual: Any) -> list[Any]:
    return [value for value in inputs.values() if type(value) is type(actual)]


def _as_long(_inputs: Inputs, expected: Any, actual: Any) -> bool:
    return len(actual) == len(expected)


def _reads_backwards(_inputs: Inputs, _expected: Any, actual: Any) -> bool:
    return actual == actual[::-1]


def _is_part(part: Any, whole: Any) -> bool:
    size = len(part)
    return any(whole[start : start + size] == part for start in range(len(whole) - size + 1))


def _is_subsequence(part: Any, whole: Any) -> bool:
    rest = iter(whole)
    return all(item in rest for item in part)


def _within(test: Callable[[Any, Any], bool], how: Callable[..., bool]) -> Holds:
    """Of one of the inputs of its kind, or of all."""

    def holds(inputs: Inputs, _expected: Any, actual: Any) -> bool:
        wholes = _of_kind(inputs, actual)
        return bool(wholes) and how(test(actual, whole) for whole in wholes)

    return holds


def _over(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    parts = _of_kind(inputs, actual)
    return len(parts) > 1 and all(_is_subsequence(part, actual) for part in parts)


def _same_things(actual: Any, whole: Any) -> bool:
    return Counter(map(repr, actual)) == Counter(map(repr, whole))


def _things_of(actual: Any, whole: Any) -> bool:
    return Counter(map(repr, actual)) <= Counter(map(repr, whole))


def _is_range(_inputs: Inputs, expected: Any, actual: Any) -> bool:
    return is_permutation(expected) and sorted(actual) == sorted(expected)


def _rises(_inputs: Inputs, _expected: Any, actual: Any) -> bool:
    return all(one < other for one, other in pairwise(actual))


def _only_list(inputs: Inputs) -> list[Any]:
    (found,) = (cast("list[Any]", value) for value in inputs.values() if isinstance(value, list))
    return found


def _pair_with_sum(first: int) -> Holds:
    """Two indices, counted from `first`, of numbers whose sum is the other input."""

    def holds(inputs: Inputs, _expected: Any, actual: Any) -> bool:
        numbers = _only_list(inputs)
        (target,) = (value for value in inputs.values() if isinstance(value, int | float))
        one, other = (index - first for index in actual)
        return one != other and min(one, other) >= 0 and bool(numbers[one] + numbers[other] == target)

    return holds


def _in_order(before: int) -> Holds:
    """All of 0 … n-1 or 1 … n, each pair of the input in order: its item `before` comes before the other one."""

    def holds(inputs: Inputs, expected: Any, actual: Any) -> bool:
        (count,) = (value for value in inputs.values() if type(value) is int)
        pairs = _only_list(inputs)
        if not expected:
            return not actual
        place = {item: k for k, item in enumerate(actual)}
        whole = len(actual) == count and is_permutation(actual) and sorted(actual) == sorted(expected)
        return whole and all(place[pair[before]] < place[pair[1 - before]] for pair in pairs)

    return holds


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Property:
    words: re.Pattern[str]
    holds: Holds


_GIVE = r"\b(?:return|find|output|print|construct|give|write)\b[^.]{0,80}"
_THING = r"(?:sub\w+|super\w+|palindrome|string|word|path|chain|sequence|list|array|team|set|group)s?\b"
_SUM = r"(?:adds? up to|sums? (?:up )?(?:to|is|equals)|(?:has|have|with) (?:a |the )?sum|sum of (?:them|the two)|和为)"
_PROPERTIES: Mapping[str, _Property] = {
    "as long": _Property(
        _words(
            rf"{_GIVE}\b(?:longest|shortest)\b(?: \w+){{0,3}} {_THING}",
            rf"{_GIVE}\b(?:smallest|largest)(?:[- ](?:possible|sized?))* (?:subset|set|team|group|subsequence)\b",
            r"最[长短].{0,6}(?:子串|子序列|子集|公共)|最[大小].{0,4}子集",
        ),
        _as_long,
    ),
    "palindrome": _Property(_words(r"\bpalindrom", "回文"), _reads_backwards),
    "part": _Property(_words(r"\bsubstring|\bsubarray|\bcontiguous", "子串|子数组|连续"), _within(_is_part, any)),
    "subsequence": _Property(_words(r"\bsubsequence", "子序列"), _within(_is_subsequence, any)),
    "common part": _Property(_words(r"\bcommon substring", "公共子串"), _within(_is_part, all)),
    "common subsequence": _Property(_words(r"\bcommon subsequence", "公共子序列"), _within(_is_subsequence, all)),
    "over": _Property(_words(r"\bsupersequence", "超序列"), _over),
    "same things": _Property(
        _words(r"\b(?:rearrang|re-?order|reorganiz|reorganis|permut|shuffl|sort)", "重新?排|重构|排序"),
        _within(_same_things, any),
    ),
    "things of it": _Property(_words(r"\bsubsets?\b", "子集"), _within(_things_of, any)),
    "range": _Property(_words(r"\bpermutation|\bordering\b", "排列"), _is_range),
    "rising": _Property(_words(r"\b(?:strictly )?increasing subsequence", "递增子序列"), _rises),
    "pair from 0": _Property(_words(_SUM), _pair_with_sum(0)),
    "pair from 1": _Property(_words(_SUM), _pair_with_sum(1)),
    "first before": _Property(_words(r"\btopological|拓扑"), _in_order(0)),
    "second before": _Property(_words(r"\btopological|\bprerequisite|拓扑|先修"), _in_order(1)),
}


_ALTERNATIVES = (frozenset({"pair from 0", "pair from 1"}), frozenset({"first before", "second before"}))
"""One of them is meant; where the examples have both, nobody can tell which."""


@dataclass(frozen=True, slots=True)
class _All:
    """`core` with the properties `needed` is all that the statement asks for, when nothing more is said beside."""

    core: re.Pattern[str]
    needed: frozenset[str]

    def tells_all(self, text: str, binding: set[str]) -> bool:
        return self.needed <= binding and bool(self.core.search(text)) and not _MORE.search(self.core.sub("", text))


_MORE = _words(
    r"\bsuch that\b|\bat (?:least|most)\b|\bmust\b|\bwithout\b|\bexcept|\bstarts?\b|\bends?\b|\bcontain|\blexicograph",
    r"\b(?:mini|maxi)m|\bsmallest|\blargest|\bearliest|\bdifferent\b|\bonly if\b|\bwhose\b",
    "至少|至多|必须|最大|最小|字典序",
)
_ALL: tuple[_All, ...] = (
    _All(_words("longest palindromic substring", "最长的?回文子串"), frozenset({"as long", "palindrome", "part"})),
    _All(_words("longest palindromic subsequence"), frozenset({"as long", "palindrome", "subsequence"})),
    _All(_words("longest (?:strictly )?increasing subsequence"), frozenset({"as long", "rising", "subsequence"})),
    _All(_words("longest common substring"), frozenset({"as long", "common part"})),
    _All(_words("longest common subsequence"), frozenset({"as long", "common subsequence"})),
    _All(_words("shortest (?:common )?supersequence"), frozenset({"as long", "over"})),
    *(
        _All(
            _words(rf"(?:\bsuch that\b|\bwhose\b|\bthat\b)?(?: \w+){{0,2}} {_SUM}(?: \w+){{0,3}}"),
            frozenset({f"pair from {first}"}),
        )
        for first in (0, 1)
    ),
    *(
        _All(_words(r"\btopological\b|\bprerequisites?\b"), frozenset({f"{which} before"}))
        for which in ("first", "second")
    ),
)
