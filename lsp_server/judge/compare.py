"""Is what came out what was expected? On decoded data only: no code of a candidate can run here.

Decisions: a bool is not an int (a function that should say True must not say 1); lists and tuples are the same;
strings are exact; an int where a float was expected is fine, and the reverse only when it is a whole number; floats
agree within the tolerance, absolute or relative; nan equals nan; an object of the candidate's equals nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from textwrap import dedent
from typing import Any, cast

from lsp_server.judge.runners.inside.codec import MOST_DEPTH, Nodes, Opaque
from lsp_server.problem.model import AS_PRINTED, DEFAULT_TOLERANCE, Order

EXACT_REAL = 1e-9
FRACTION = re.compile(r"[+-]?(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][+-]?\d+)?|[+-]?(inf|nan)", re.IGNORECASE)
MOST_PAIRINGS = 250_000
"""Matching lists in any order by trying pairs is quadratic; above this it is not tried."""

Equal = Callable[[Any, Any], bool]


def equal(expected: Any, actual: Any, order: Order = "exact", tolerance: float = 1e-5) -> bool:
    """`order`: what it leaves open, see `_RULES`. An answer in the order of the example is always right."""

    def same(one: Any, other: Any) -> bool:
        return _same(one, other, tolerance, 0)

    expected, actual = plain(expected), _reduced(expected, actual)
    if same(expected, actual):
        return True
    return _is_list(expected) and _is_list(actual) and any(rule(expected, actual, same) for rule in _RULES[order])


def same_text(expected: str, actual: str, tolerance: float = 1e-5, order: Order = "exact") -> bool:
    """Line by line, without spaces at line ends and empty lines at the end; decimal fractions within the tolerance.

    With another `order` than "exact", lines may be permuted ("any", "any_outer"), the words of each line, or both. Of
    what is drawn with spaces each one counts.
    """

    def same(one: str, other: str) -> bool:
        return one == other or _same_tokens(one.split(), other.split(), tolerance)

    one, other = _lines(expected), _lines(actual)
    if _is_drawn(one):
        return _lines(dedent("\n".join(one))) == _lines(dedent("\n".join(other)))
    if len(one) == len(other) and all(map(same, one, other)):
        return True
    if order == "exact" or len(one) != len(other):
        return False
    if order in ("any", "any_outer") and _same_multiset(one, other, same):
        return True
    if order == "any_outer" and len(one) > 1:
        return False
    one, other = ([" ".join(sorted(line.split())) for line in lines] for lines in (one, other))
    return all(map(same, one, other)) or (order == "any_both" and _same_multiset(one, other, same))


def plain(value: Any) -> Any:
    """Nodes as the array that stands for them."""
    return value.items if isinstance(value, Nodes) else value


def _reduced(expected: Any, actual: Any) -> Any:
    """A node where the statement writes one number (a lowest common ancestor) counts by its own value."""
    items = plain(actual)
    if isinstance(actual, Nodes):
        if expected is None and not items:
            return None
        if items and not isinstance(expected, list | tuple):
            return items[0]
    return items


def _same(expected: Any, actual: Any, tolerance: float, depth: int) -> bool:
    if depth > MOST_DEPTH * 2 or isinstance(expected, Opaque) or isinstance(actual, Opaque):
        return False
    expected, actual = plain(expected), plain(actual)
    for kinds, compare in _TABLE:
        if isinstance(expected, kinds) or isinstance(actual, kinds):
            fits = isinstance(expected, kinds) and isinstance(actual, kinds)
            return fits and compare(expected, actual, tolerance, depth + 1)
    return bool(type(expected) is type(actual) and expected == actual)


def _numbers(expected: Any, actual: Any, tolerance: float, _depth: int) -> bool:
    if isinstance(expected, int) and isinstance(actual, int):
        return expected == actual
    within = EXACT_REAL if isinstance(expected, int) else tolerance
    try:
        one, other = float(expected), float(actual)
    except OverflowError:
        return False
    if math.isnan(one) or math.isnan(other):
        return math.isnan(one) and math.isnan(other)
    return math.isclose(one, other, rel_tol=within, abs_tol=within)


def _sequences(expected: Sequence[Any], actual: Sequence[Any], tolerance: float, depth: int) -> bool:
    return len(expected) == len(actual) and all(
        _same(a, b, tolerance, depth) for a, b in zip(expected, actual, strict=True)
    )


def _sets(expected: set[Any], actual: set[Any], tolerance: float, depth: int) -> bool:
    return _same_multiset(list(expected), list(actual), lambda a, b: _same(a, b, tolerance, depth))


def _dicts(expected: dict[Any, Any], actual: dict[Any, Any], tolerance: float, depth: int) -> bool:
    return _same_multiset(list(expected.items()), list(actual.items()), lambda a, b: _sequences(a, b, tolerance, depth))


_TABLE: tuple[tuple[Any, Callable[[Any, Any, float, int], bool]], ...] = (
    (bool, lambda expected, actual, _tolerance, _depth: expected is actual),
    ((int, float), _numbers),
    ((list, tuple), _sequences),
    ((set, frozenset), _sets),
    (dict, _dicts),
)
"""In this order: a bool is an int to Python. Each row decides as soon as one side is of its kind."""


def _same_multiset(expected: Sequence[Any], actual: Sequence[Any], same: Equal) -> bool:
    if len(expected) != len(actual):
        return False
    counted, other = _counted(expected), _counted(actual)
    if counted is not None and counted == other:
        return True
    return len(expected) * len(actual) <= MOST_PAIRINGS and _paired(expected, list(actual), same)


def _paired(expected: Sequence[Any], left: list[Any], same: Equal) -> bool:
    """Each expected item takes the first equal one. Greedy, which tolerance could mislead only among near twins."""
    for item in expected:
        place = next((k for k, other in enumerate(left) if same(item, other)), None)
        if place is None:
            return False
        del left[place]
    return True


def _same_groups(expected: Sequence[Any], actual: Sequence[Any], same: Equal) -> bool:
    """Groups in any order, each in any order (group anagrams, subsets).

    Only when the expected groups differ as multisets: in a list of permutations they do not, and there the order
    inside an item is its meaning.
    """
    if not (all(map(_is_list, expected)) and all(map(_is_list, actual))):
        return False
    keys = [_counted(group) for group in expected]
    distinct = None not in keys and len({frozenset(key.items()) for key in keys if key is not None}) == len(keys)
    return distinct and _same_multiset(expected, actual, lambda one, other: _same_multiset(one, other, same))


def _same_rows(expected: Sequence[Any], actual: Sequence[Any], same: Equal) -> bool:
    """Each list in its place, what is in it in any order."""
    return len(expected) == len(actual) and all(
        _same_group(one, other, same) for one, other in zip(expected, actual, strict=True)
    )


def _same_bags(expected: Sequence[Any], actual: Sequence[Any], same: Equal) -> bool:
    return _same_multiset(expected, actual, lambda one, other: _same_group(one, other, same))


def _same_group(one: Any, other: Any, same: Equal) -> bool:
    return same(one, other) or (_is_list(one) and _is_list(other) and _same_multiset(one, other, same))


_RULES: Mapping[Order, tuple[Callable[[Sequence[Any], Sequence[Any], Equal], bool], ...]] = {
    "exact": (),
    "any": (_same_multiset, _same_groups),
    "any_outer": (_same_multiset,),
    "any_inner": (_same_rows,),
    "any_both": (_same_bags,),
}
"""Ways in which lists that are not equal may still be the same answer."""


def _counted(values: Sequence[Any]) -> Counter[Any] | None:
    """By type and value, so that True is not 1; None when something in it has no exact key (floats, dicts, sets)."""
    try:
        return Counter(_key(value) for value in values)
    except (TypeError, RecursionError):
        return None


def _key(value: Any) -> Any:
    value = plain(value)
    if isinstance(value, list | tuple) and not isinstance(value, Opaque):
        return tuple(map(_key, cast("Sequence[Any]", value)))
    if value is None or isinstance(value, bool | int | str | bytes):
        return type(value).__name__, value
    raise TypeError


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple) and not isinstance(value, Opaque | Nodes)


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _is_drawn(lines: Sequence[str]) -> bool:
    """Lines that begin in several places, of signs alone or in three places at least: two may be a careless paste."""
    told = [line for line in lines if line]
    starts = {len(line) - len(line.lstrip()) for line in told}
    signs = any(not any(map(str.isalnum, line)) for line in told)
    return len(starts) > (1 if signs else 2)


def _same_tokens(expected: list[str], actual: list[str], tolerance: float) -> bool:
    return len(expected) == len(actual) and all(
        a == b or _same_number(a, b, tolerance) for a, b in zip(expected, actual, strict=True)
    )


def _same_decimals(expected: str, actual: str) -> bool:
    """As many decimals as are shown, or more that round to them."""
    if not (FRACTION.fullmatch(expected) and FRACTION.fullmatch(actual)):
        return False
    one, other = Decimal(expected), Decimal(actual)
    if not (one.is_finite() and other.is_finite()):
        return one.compare_total(other) == 0
    shown = _decimals(one)
    return _decimals(other) >= shown and abs(one - other) * 2 <= Decimal(1).scaleb(-shown)


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _same_number(expected: str, actual: str, tolerance: float) -> bool:
    """Only where the statement writes a fraction, or states a tolerance: else 10 is not 10.00001, an id no number."""
    if tolerance == AS_PRINTED:
        return _same_decimals(expected, actual)
    stated = tolerance != DEFAULT_TOLERANCE and FRACTION.fullmatch(actual)
    if not stated and not FRACTION.fullmatch(expected):
        return False
    try:
        return _numbers(float(expected), float(actual), tolerance, 0)
    except ValueError:
        return False
