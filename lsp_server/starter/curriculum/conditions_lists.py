"""Further conditions for what lists are asked: which windows, which pairs, which elements in a row.

Like `conditions`, which has those of grids: each is a sentence of its own ($Only) and the code beside it.
"""

from lsp_server.starter.curriculum.table import USUAL, Axis

_EVERY_OTHER = (
    "Only windows that start at an even index count",
    "Take only the windows that start at indices 0, 2, 4 and so on",
    "Move the window by two positions each time",
)
_APART = (
    "The windows must not overlap: they start at 0, $k, 2 * $k and so on",
    "Take the windows one after the other, without overlap",
    "Move the window by $k positions each time",
)
_BUT_FIRST = ("Skip the first window", "Leave out the window at the very beginning", "The first window does not count")

_ALL = "range(len($nums) - $k + 1)"
_SPANS: Axis = {
    "every_other": {"Only": _EVERY_OTHER, "starts": "range(0, len($nums) - $k + 1, 2)"},
    "apart": {"Only": _APART, "starts": "range(0, len($nums) - $k + 1, $k)"},
}

WINDOW: Axis = {
    USUAL: {"Only": "", "starts": _ALL},
    **_SPANS,
    "from_second": {
        "Only": ("Ignore the first number", "The first number does not count", "Leave out the first number"),
        "starts": "range(1, len($nums) - $k + 1)",
    },
    "to_second_last": {
        "Only": ("Ignore the last number", "The last number does not count", "Leave out the last number"),
        "starts": "range(len($nums) - $k)",
    },
}
"""For one thing made of all windows, which begin at i in $starts."""

WINDOWS: Axis = {
    USUAL: {"Only": "", "starts": _ALL, "pack": "[", "unpack": "]"},
    **{key: {**words, "pack": "[", "unpack": "]"} for key, words in _SPANS.items()},
    "but_first": {"Only": _BUT_FIRST, "starts": "range(1, len($nums) - $k + 1)", "pack": "[", "unpack": "]"},
    "backwards": {
        "Only": ("Start with the last window", "Go from the last window to the first", "Begin at the end of the list"),
        "starts": "reversed(range(len($nums) - $k + 1))",
        "pack": "[",
        "unpack": "]",
    },
    "ascending": {
        "Only": ("Sort the results in ascending order", "Finally sort the result"),
        "starts": _ALL,
        "pack": "sorted(",
        "unpack": ")",
    },
    "descending": {
        "Only": ("Sort the results in descending order", "Order the results from largest to smallest"),
        "starts": _ALL,
        "pack": "sorted((",
        "unpack": "), reverse=True)",
    },
}
"""For one result per window."""

PAIRS: Axis = {
    USUAL: {"Only": "", "pairs": "combinations($nums, 2)", "also": ""},
    "neighbours": {
        "Only": ("Only pairs of neighbours count", "Both must stand next to each other in the list"),
        "pairs": "pairwise($nums)",
        "also": "",
    },
    "distinct": {
        "Only": (
            "Pairs of equal numbers do not count",
            "Both numbers must be different",
            "Leave out pairs of equal numbers",
        ),
        "pairs": "combinations($nums, 2)",
        "also": " if a != b",
    },
    "rising": {
        "Only": ("The first number must be smaller than the second", "Only pairs with the smaller number first count"),
        "pairs": "combinations($nums, 2)",
        "also": " if a < b",
    },
    "falling": {
        "Only": ("The first number must be greater than the second", "Only pairs with the larger number first count"),
        "pairs": "combinations($nums, 2)",
        "also": " if a > b",
    },
    "alike": {
        "Only": ("Both numbers must be even or both odd", "One even and one odd number are no pair"),
        "pairs": "combinations($nums, 2)",
        "also": " if a % 2 == b % 2",
    },
}
"""For pairs a, b of $pairs."""

WALK: Axis = {
    USUAL: {"Only": "", "walk": "$nums"},
    "but_first": {
        "Only": ("Leave out the first element", "Ignore the first number", "The first number does not count"),
        "walk": "$nums[1:]",
    },
    "but_last": {
        "Only": ("Leave out the last element", "Ignore the last number", "The last number does not count"),
        "walk": "$nums[:-1]",
    },
    "every_other": {
        "Only": (
            "Look only at every second element, starting with the first",
            "Only the numbers at even indices count; skip the others",
            "Skip every second number: take those at the indices 0, 2, 4 and so on",
        ),
        "walk": "$nums[::2]",
    },
    "absolute": {
        "Only": ("Take the absolute value of each number first", "Ignore the signs: use the absolute values"),
        "walk": "map(abs, $nums)",
    },
    "sorted": {
        "Only": ("Sort the numbers first", "Put the numbers into ascending order before that"),
        "walk": "sorted($nums)",
    },
}
"""For what is seen on a walk through the elements of $walk."""
