"""Further conditions for what grids, windows and lists are asked: which part counts, what becomes of the results.

Each table is an axis whose option USUAL says nothing. A condition is a sentence of its own ($Only), so it suits every
wording, and the code beside it keeps the shape that it has without the condition: so a sum that was only ever asked
for with one condition is still learnt as a sum.
"""

from lsp_server.starter.curriculum.table import USUAL, Axis

_SORTED = ("Sort the results in ascending order", "Give the results in ascending order", "Finally sort the result")
_DESCENDING = (
    "Sort the results in descending order",
    "Give the results in descending order",
    "Order the results from largest to smallest",
)

LINES: Axis = {
    USUAL: {"Only": "", "walk": "$all", "pack": "[", "unpack": "]"},
    "but_first": {
        "Only": ("Leave out the first $line", "Ignore the first $line", "The first $line does not count"),
        "walk": "$some[1:]",
        "pack": "[",
        "unpack": "]",
    },
    "but_last": {
        "Only": ("Leave out the last $line", "Ignore the last $line", "The last $line does not count"),
        "walk": "$some[:-1]",
        "pack": "[",
        "unpack": "]",
    },
    "every_other": {
        "Only": (
            "Take only every second $line, starting with the first",
            "Only ${line}s with an even index count",
            "Skip every second $line: take ${line}s 0, 2, 4 and so on",
        ),
        "walk": "$some[::2]",
        "pack": "[",
        "unpack": "]",
    },
    "backwards": {
        "Only": ("Start with the last $line", "Go from the last $line to the first", "Begin at the last $line"),
        "walk": "$some[::-1]",
        "pack": "[",
        "unpack": "]",
    },
    "ascending": {"Only": _SORTED, "walk": "$all", "pack": "sorted(", "unpack": ")"},
    "descending": {"Only": _DESCENDING, "walk": "$all", "pack": "sorted((", "unpack": "), reverse=True)"},
}
"""For one result per $line: $all is what is walked through, $some the same as a list."""

SOME_LINES: Axis = {key: LINES[key] for key in (USUAL, "but_first", "but_last", "every_other")}
"""For one result of all of them, whose order does not matter."""

CELLS: Axis = {
    USUAL: {"Only": "", "rows": "$matrix", "xs": "row"},
    "but_first": {
        "Only": ("Leave out the first row", "Ignore the first row", "The first row does not count"),
        "rows": "$matrix[1:]",
        "xs": "row",
    },
    "but_last": {
        "Only": ("Leave out the last row", "Ignore the last row", "The last row does not count"),
        "rows": "$matrix[:-1]",
        "xs": "row",
    },
    "every_other": {
        "Only": (
            "Take only every second row, starting with the first",
            "Only rows with an even index count",
            "Skip every second row: take rows 0, 2, 4 and so on",
        ),
        "rows": "$matrix[::2]",
        "xs": "row",
    },
    "but_first_column": {
        "Only": ("Leave out the first column", "Ignore the first column", "The first element of each row is skipped"),
        "rows": "$matrix",
        "xs": "row[1:]",
    },
    "but_last_column": {
        "Only": ("Leave out the last column", "Ignore the last column", "The last element of each row is skipped"),
        "rows": "$matrix",
        "xs": "row[:-1]",
    },
    "inner": {
        "Only": ("Leave out the border", "Ignore the cells on the border", "Cells on the border do not count"),
        "rows": "$matrix[1:-1]",
        "xs": "row[1:-1]",
    },
}
"""For something made of all cells x of $xs, for row in $rows."""

DIAGONAL: Axis = {
    USUAL: {"Only": "", "span": "n"},
    "but_first": {
        "Only": ("Leave out the first row", "Ignore the first row", "The cell in the first row does not count"),
        "span": "1, n",
    },
    "but_last": {
        "Only": ("Leave out the last row", "Ignore the last row", "The cell in the last row does not count"),
        "span": "n - 1",
    },
    "every_other": {
        "Only": (
            "Take only every second row, starting with the first",
            "Only rows with an even index count",
            "Skip every second row: take rows 0, 2, 4 and so on",
        ),
        "span": "0, n, 2",
    },
    "odd_rows": {
        "Only": (
            "Take only rows with an odd index",
            "Only rows 1, 3, 5 and so on count",
            "Rows with an even index are skipped",
        ),
        "span": "1, n, 2",
    },
}
"""For something made of one cell in each row i of range($span)."""

NEIGHBOURS: Axis = {
    USUAL: {"Only": "", "near": "$test"},
    "itself": {
        "Only": ("Each cell is also a neighbour of itself", "The cell itself counts as one of its neighbours, too"),
        "near": "$test or (a, b) == (i, j)",
    },
    "nonzero": {
        "Only": (
            "Neighbours that are 0 do not count",
            "Ignore neighbours that are 0",
            "Leave out neighbours equal to 0",
        ),
        "near": "$test and $matrix[a][b] != 0",
    },
    "above_four": {
        "Only": ("Only neighbours greater than 4 count", "Take only neighbours larger than 4"),
        "near": "$test and $matrix[a][b] > 4",
    },
    "row_below": {
        "Only": ("Neighbours in the row above do not count", "Leave out the neighbours in the row above"),
        "near": "$test and a >= i",
    },
}
"""For something made of the cells a, b around each cell i, j of $matrix."""
