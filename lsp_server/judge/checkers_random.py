"""Checkers of design classes that choose at random: every choice must be a possible one. See `checkers.py`."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Inputs = Mapping[str, Any]
Step = Callable[[str, Sequence[Any], Any], bool]
"""Of an operation, its arguments and what it returned: can that be?"""


def walked(begin: Callable[..., Step]) -> Callable[[Inputs, Any, Any], bool]:
    """All operations in turn; `begin` is given the arguments of the first, which makes the object."""

    def holds(inputs: Inputs, expected: Any, actual: Any) -> bool:
        operations, arguments = inputs["operations"], inputs["arguments"]
        if len(actual) != len(expected) or actual[0] is not None:
            return False
        step = begin(*arguments[0])
        return all(step(*each) for each in list(zip(operations, arguments, actual, strict=True))[1:])

    return holds


def bag(once: bool) -> Callable[..., Step]:
    """RandomizedSet, and RandomizedCollection, in which a value may be more than once."""

    def begin() -> Step:
        values: Counter[Any] = Counter()

        def insert(value: Any) -> bool:
            new = not values[value]
            values[value] = 1 if once else values[value] + 1
            return new

        def remove(value: Any) -> bool:
            known = values[value] > 0
            values[value] -= known
            return known

        changes = {"insert": insert, "remove": remove}

        def step(operation: str, arguments: Sequence[Any], result: Any) -> bool:
            if operation in changes:
                return result is changes[operation](*arguments)
            return type(result) is int and values[result] > 0

        return step

    return begin


def chooser(given: Any) -> Step:
    """`Solution` of several problems; what its operations are called tells which."""
    return lambda operation, arguments, result: _CHOICES[operation](given, arguments, result)


def _is_index(given: Sequence[Any], result: Any) -> bool:
    return type(result) is int and 0 <= result < len(given)


_CHOICES: Mapping[str, Callable[[Any, Sequence[Any], Any], bool]] = {
    "reset": lambda given, _, result: result == given,
    "shuffle": lambda given, _, result: Counter(result) == Counter(given),
    "getRandom": lambda given, _, result: result in given and not isinstance(result, bool),
    "pick": lambda given, arguments, result: _is_index(given, result) and given[result] == arguments[0],
    "pickIndex": lambda given, _, result: _is_index(given, result),
}
