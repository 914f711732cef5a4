"""More checkers of well-known problems: what is built to order, a matrix, a tree, a sequence. See `checkers.py`."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise, product
from typing import Any

Inputs = Mapping[str, Any]
Node = list[Any]


def tree(items: Sequence[Any]) -> Node | None:
    """Nodes as [value, left, right]."""
    rest = iter(items)
    root: Node = [next(rest, None), None, None]
    waiting: list[tuple[Node, int]] = [(root, 1), (root, 2)]
    for (parent, side), value in zip(waiting, rest, strict=False):  # grows while it is walked
        if value is not None:
            parent[side] = node = [value, None, None]
            waiting += [(node, 1), (node, 2)]
    return root if items else None


def height(node: Node | None, values: list[Any]) -> int:
    """-1 when some node below is out of balance; `values` receives them from left to right."""
    if node is None:
        return 0
    left = height(node[1], values)
    values.append(node[0])
    right = height(node[2], values)
    return -1 if min(left, right) < 0 or abs(left - right) > 1 else max(left, right) + 1


def _inorder(items: Sequence[Any]) -> list[Any]:
    return _walk(tree(items), lambda left, value, right: [*left, value, *right])


def _walk(node: Node | None, join: Callable[[list[Any], Any, list[Any]], list[Any]]) -> list[Any]:
    return [] if node is None else join(_walk(node[1], join), node[0], _walk(node[2], join))


def _flat(rows: Any) -> list[Any]:
    return [item for row in rows for item in row]


def _pairs(rows: Any) -> Counter[tuple[Any, ...]]:
    return Counter((one, other) for one, other in rows)


def inserted(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    return _inorder(actual) == sorted([*_inorder(inputs["root"]), inputs["val"]])


def deleted(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    return _inorder(actual) == [value for value in _inorder(inputs["root"]) if value != inputs["key"]]


def rebalanced(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    values: list[Any] = []
    return height(tree(actual), values) >= 0 and values == sorted(_inorder(inputs["root"]))


def from_walks(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    root = tree(actual)
    before = _walk(root, lambda left, value, right: [value, *left, *right])
    after = _walk(root, lambda left, value, right: [*left, *right, value])
    return before == inputs["preorder"] and after == inputs["postorder"]


def flips(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    stack = list(inputs["arr"])
    for size in actual:
        if not 1 <= size <= len(stack):
            return False
        stack[:size] = stack[:size][::-1]
    return stack == sorted(stack) and len(actual) <= 10 * len(stack)


def no_average_between(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    places = {value: k for k, value in enumerate(actual)}
    whole = sorted(actual) == list(range(1, inputs["n"] + 1))
    return whole and not any(
        min(places[low], places[high]) < places[(low + high) // 2] < max(places[low], places[high])
        for low in actual
        for high in range(low + 2, len(actual) + 1, 2)
    )


def with_differences(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    steps = {abs(one - other) for one, other in pairwise(actual)}
    return sorted(actual) == list(range(1, inputs["n"] + 1)) and len(steps) == inputs["k"]


def no_average_of_neighbours(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    around = zip(actual, actual[1:], actual[2:], strict=False)
    return Counter(actual) == Counter(inputs["nums"]) and all(2 * middle != a + b for a, middle, b in around)


def sums_to_zero(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    return len(set(actual)) == len(actual) == inputs["n"] and sum(actual) == 0


def without_zeros(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    fine = len(actual) == 2 and all(value > 0 and "0" not in str(value) for value in actual)
    return fine and sum(actual) == inputs["n"]


def garden(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    kinds = len(actual) == inputs["n"] and set(actual) <= {1, 2, 3, 4}
    return kinds and all(actual[one - 1] != actual[other - 1] for one, other in inputs["paths"])


def groups(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    sizes = inputs["groupSizes"]
    whole = sorted(_flat(actual)) == list(range(len(sizes)))
    return whole and all(sizes[person] == len(group) for group in actual for person in group)


def two_rows(inputs: Inputs, expected: Any, actual: Any) -> bool:
    if not expected:
        return len(actual) == 0
    upper, lower = actual
    sums = [a + b for a, b in zip(upper, lower, strict=True)]
    bits = {*upper, *lower} <= {0, 1}
    return bits and sums == inputs["colsum"] and [sum(upper), sum(lower)] == [inputs["upper"], inputs["lower"]]


def with_sums(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    rows, columns = list(map(sum, actual)), list(map(sum, zip(*actual, strict=True)))
    return min(map(min, actual)) >= 0 and rows == inputs["rowSum"] and columns == inputs["colSum"]


def distinct_rows(inputs: Inputs, expected: Any, actual: Any) -> bool:
    distinct = all(len(set(row)) == len(row) for row in actual)
    return distinct and len(actual) == len(expected) and Counter(_flat(actual)) == Counter(inputs["nums"])


def by_conditions(inputs: Inputs, expected: Any, actual: Any) -> bool:
    if not expected:
        return len(actual) == 0
    k = inputs["k"]
    square = len(actual) == k and all(len(row) == k for row in actual)
    places = {value: (i, j) for i, row in enumerate(actual) for j, value in enumerate(row) if value}
    whole = sorted(value for value in _flat(actual) if value) == list(range(1, k + 1))
    rows = all(places[above][0] < places[below][0] for above, below in inputs["rowConditions"])
    return square and whole and rows and all(places[a][1] < places[b][1] for a, b in inputs["colConditions"])


def fibonacci(inputs: Inputs, expected: Any, actual: Any) -> bool:
    if not expected:
        return len(actual) == 0
    sums = all(a + b == c for a, b, c in zip(actual, actual[1:], actual[2:], strict=False))
    return len(actual) > 2 and sums and "".join(map(str, actual)) == inputs["num"] and max(actual) < 1 << 31


def _no_three(text: str) -> bool:
    return not any(letter * 3 in text for letter in set(text))


def a_and_b(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    return _no_three(actual) and Counter(actual) == +Counter(inputs)


def diverse(inputs: Inputs, expected: Any, actual: Any) -> bool:
    return _no_three(actual) and len(actual) == len(expected) and Counter(actual) <= Counter(inputs)


def team(inputs: Inputs, expected: Any, actual: Any) -> bool:
    people = inputs["people"]
    chosen = len(set(actual)) == len(actual) == len(expected) and min(actual) >= 0
    return chosen and set(inputs["req_skills"]) <= {skill for person in actual for skill in people[person]}


def superstring(inputs: Inputs, expected: Any, actual: Any) -> bool:
    return len(actual) == len(expected) and all(word in actual for word in inputs["words"])


def all_codes(inputs: Inputs, expected: Any, actual: Any) -> bool:
    codes = product("0123456789"[: inputs["k"]], repeat=inputs["n"])
    return len(actual) == len(expected) and all("".join(code) in actual for code in codes)


def equal_parts(inputs: Inputs, expected: Any, actual: Any) -> bool:
    if expected == [-1, -1] or actual == [-1, -1]:
        return actual == expected
    bits, (i, j) = inputs["arr"], actual
    parts = ("".join(map(str, part)).lstrip("0") for part in (bits[: i + 1], bits[i + 1 : j], bits[j:]))
    return 0 <= i < j - 1 < len(bits) - 1 and len(set(parts)) == 1


def chained(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    same = _pairs(actual) == _pairs(inputs["pairs"])
    return same and all(one[1] == other[0] for one, other in pairwise(actual))


def new_bits(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    known = inputs["nums"]
    return len(actual) == len(known) and set(actual) <= {"0", "1"} and actual not in known


def odd_counts(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    letters = actual.isascii() and actual.islower() and actual.isalpha()
    return letters and len(actual) == inputs["n"] and all(count % 2 for count in Counter(actual).values())


def peak_of_grid(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    grid, (i, j) = inputs["mat"], actual
    if not (0 <= i < len(grid) and 0 <= j < len(grid[0])):
        return False
    around = ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1))
    beside = [grid[r][c] for r, c in around if 0 <= r < len(grid) and 0 <= c < len(grid[0])]
    return grid[i][j] > max(beside, default=-1)


def recovered(inputs: Inputs, _expected: Any, actual: Any) -> bool:
    step = min(actual) - min(inputs["nums"])
    both = Counter([value - step for value in actual] + [value + step for value in actual])
    return step > 0 and both == Counter(inputs["nums"])


def best_of_k(inputs: Inputs, expected: Any, actual: Any) -> bool:
    rest = iter(inputs["nums"])
    return len(actual) == inputs["k"] and sum(actual) == sum(expected) and all(value in rest for value in actual)
