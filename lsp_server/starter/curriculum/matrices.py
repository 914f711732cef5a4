"""Family `matrices`: grids of numbers. Tables; `table.py` draws from them."""

from collections.abc import Mapping

from lsp_server.starter.curriculum.aggregates import AGGREGATE, BEST, VALUED
from lsp_server.starter.curriculum.conditions import CELLS, DIAGONAL, LINES, SOME_LINES
from lsp_server.starter.curriculum.grid_games import OPS as GAMES
from lsp_server.starter.curriculum.grids import OPS as GRIDS
from lsp_server.starter.curriculum.table import Inputs, Op, args, family, matrix, number
from lsp_server.starter.curriculum.transforms import OPS as TRANSFORMS

_LINES = {
    "row": {"line": "row", "Line": ("row",), "Lines": ("rows",), "all": "$matrix", "some": "$matrix"},
    "column": {
        "line": "column",
        "Line": ("column",),
        "Lines": ("columns",),
        "all": "zip(*$matrix)",
        "some": "list(zip(*$matrix))",
    },
}

_CELLS = {
    "sum": {
        "what": "sum",
        "What": ("the sum of all elements that are $Those", "the total of the numbers that are $Those"),
        "one": "x",
        "make": "sum",
    },
    "count": {
        "what": "count",
        "What": ("how many elements are $Those", "the number of elements that are $Those"),
        "one": "1",
        "make": "sum",
    },
    "squares": {
        "what": "square_sum",
        "What": ("the sum of the squares of all elements that are $Those",),
        "one": "x * x",
        "make": "sum",
    },
    "abs": {
        "what": "abs_sum",
        "What": ("the sum of the absolute values of the elements that are $Those",),
        "one": "abs(x)",
        "make": "sum",
    },
    "product": {
        "what": "product",
        "What": ("the product of the elements that are $Those (1 if there are none)",),
        "one": "x",
        "make": "math.prod",
    },
}

_DIAGONAL = {
    "main": {
        "diag": "diagonal",
        "Diag": ("main diagonal", "diagonal from the top left to the bottom right"),
        "cell": "$matrix[i][i]",
    },
    "anti": {
        "diag": "antidiagonal",
        "Diag": (
            "antidiagonal (top right to bottom left)",
            "secondary diagonal, from the top right to the bottom left",
        ),
        "cell": "$matrix[i][n - 1 - i]",
    },
}

_FORMED = {
    "list": {
        "ret": "List[int]",
        "made": "list",
        "Made": ("the elements", "a list of the elements"),
        "expr": "[$cell for i in range($span)]",
    },
    "sum": {
        "ret": "int",
        "made": "sum",
        "Made": ("the sum of the elements", "the total"),
        "expr": "sum($cell for i in range($span))",
    },
    "max": {
        "ret": "int",
        "made": "max",
        "Made": ("the largest element", "the maximum"),
        "expr": "max($cell for i in range($span))",
    },
    "min": {
        "ret": "int",
        "made": "min",
        "Made": ("the smallest element", "the minimum"),
        "expr": "min($cell for i in range($span))",
    },
    "product": {
        "ret": "int",
        "made": "product",
        "Made": ("the product of the elements",),
        "expr": "math.prod($cell for i in range($span))",
    },
    "evens": {
        "ret": "int",
        "made": "evens",
        "Made": ("the number of even elements",),
        "expr": "sum($cell % 2 == 0 for i in range($span))",
    },
}

_PART = {
    "border": {
        "part": "border",
        "Part": ("on the border", "on the edge"),
        "test": "i in (0, h - 1) or j in (0, w - 1)",
    },
    "inner": {
        "part": "inner",
        "Part": ("not on the border", "inside the border"),
        "test": "0 < i < h - 1 and 0 < j < w - 1",
    },
    "upper": {"part": "upper", "Part": ("above the main diagonal",), "test": "j > i"},
    "lower": {"part": "lower", "Part": ("below the main diagonal",), "test": "j < i"},
    "upper_eq": {"part": "upper_triangle", "Part": ("on or above the main diagonal",), "test": "j >= i"},
    "lower_eq": {"part": "lower_triangle", "Part": ("on or below the main diagonal",), "test": "j <= i"},
    "even_cells": {
        "part": "even_cells",
        "Part": ("whose row and column index add up to an even number",),
        "test": "(i + j) % 2 == 0",
    },
}


def _cells(words: Mapping[str, str]) -> Inputs:
    """What is left out must leave something to compute with."""
    if words["rows"].endswith("1:-1]"):
        return args(matrix(-3, 9, most=4, least=3))
    return args(matrix(-3, 9, most=3, least=2 if words["Only"] else 1))


OPS = (
    Op(
        key="lines",
        names="${line}_${agg} ${agg}_of_${line}s ${agg}_per_$line compute_${line}_$agg",
        params="matrix:matrix",
        returns="List[int]",
        tail="$Only.",
        axes=(_LINES, AGGREGATE, LINES),
        think="Go through the $Lines: $line in $walk. Compute the $Agg of each.",
        code="return $pack$expr for $line in $walk$unpack",
        inputs=args(matrix()),
    ),
    Op(
        key="best_line",
        names="${fold}_${line}_$agg ${fold}_${agg}_of_${line}s best_$line",
        params="matrix:matrix",
        returns="int",
        tail="$Only.",
        axes=(_LINES, AGGREGATE, BEST, SOME_LINES),
        think="Go through the $Lines: $line in $walk. Compute the $Agg of each and return the $fn.",
        code="return $fn($expr for $line in $walk)",
        varied=lambda words: args(matrix(least=2 if words["Only"] else 1)),
    ),
    Op(
        key="best_index",
        names="index_of_${line}_with_${fold}_$agg ${line}_with_${fold}_$agg find_$line",
        params="matrix:matrix",
        returns="int",
        axes=(_LINES, AGGREGATE, BEST),
        think="Go through the $Lines and compute the $Agg of each. Return the first index of the $fn.",
        code="""
            values = [$expr for $line in $all]
            return values.index($fn(values))
        """,
        inputs=args(matrix(-3, 6)),
    ),
    Op(
        key="cells",
        names="${what}_$which ${which}_$what ${what}_of_${which}_cells matrix_${what}_$which",
        params="matrix:matrix",
        returns="int",
        tail="$Only.",
        axes=(VALUED, _CELLS, CELLS),
        think="Go through all x in $xs for row in $rows. For those with $test take $one and make the $what.",
        code="return $make($one for row in $rows for x in $xs if $test)",
        inputs=args(matrix(-9, 30)),
    ),
    Op(
        key="count_k",
        names="count_${which} count_cells_$which cells_$which how_many_$which",
        params="matrix:matrix k:int",
        returns="int",
        axes=(
            {
                "gt": {"which": "greater", "Which": ("greater than", "larger than", "above"), "op": ">"},
                "ge": {"which": "at_least", "Which": ("at least", "greater than or equal to"), "op": ">="},
                "lt": {"which": "less", "Which": ("less than", "smaller than", "below"), "op": "<"},
                "le": {"which": "at_most", "Which": ("at most", "less than or equal to"), "op": "<="},
                "eq": {"which": "equal", "Which": ("equal to",), "op": "=="},
                "ne": {"which": "different", "Which": ("different from", "not equal to"), "op": "!="},
            },
        ),
        think="Go through all elements x of all rows. Count those with x $op $k.",
        code="return sum(x $op $k for row in $matrix for x in row)",
        inputs=args(matrix(0, 9), number(0, 9)),
    ),
    Op(
        key="whole",
        names="matrix_$agg ${agg}_of_matrix grid_$agg total_$agg",
        params="matrix:matrix",
        returns="int",
        tail="$Only.",
        axes=(AGGREGATE, {"cells": {"line": "cells"}}, CELLS),
        think="Put all x in $xs for row in $rows into one list cells. Return the $Agg.",
        code="""
            cells = [x for row in $rows for x in $xs]
            return $expr
        """,
        varied=_cells,
    ),
    Op(
        key="diagonal",
        names="${diag}_$made ${made}_of_$diag get_${diag}_$made",
        params="matrix:matrix",
        returns="$ret",
        given="a square matrix $matrix",
        tail="$Only.",
        axes=(_DIAGONAL, _FORMED, DIAGONAL),
        think="In row i the $diag has $cell, for i in range($span). Return $Made0.",
        code="""
            n = len($matrix)
            return $expr
        """,
        varied=lambda words: args(matrix(square=True, least=2 if words["Only"] else 1)),
    ),
    Op(
        key="diagonals",
        names="diagonal_sum sum_both_diagonals sum_of_diagonals",
        params="mat:matrix",
        returns="int",
        given="a square matrix $mat",
        think="Add the element of both diagonals for each row. Subtract the centre when the size is odd.",
        code="""
            n = len($mat)
            total = sum($mat[i][i] + $mat[i][n - 1 - i] for i in range(n))
            return total - $mat[n // 2][n // 2] if n % 2 else total
        """,
        inputs=args(matrix(square=True)),
    ),
    Op(
        key="part",
        names="sum_$part ${part}_sum add_$part ${part}_total",
        params="matrix:matrix",
        returns="int",
        axes=(_PART,),
        think="Go through all cells with row i and column j. Sum those with $test.",
        code="""
            h, w = len($matrix), len($matrix[0])
            return sum($matrix[i][j] for i in range(h) for j in range(w) if $test)
        """,
        inputs=args(matrix(-5, 20)),
    ),
)

FAMILY = family("matrices", (*OPS, *TRANSFORMS, *GRIDS, *GAMES))
