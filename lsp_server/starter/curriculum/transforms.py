"""Part of the family `matrices`: grids built, mapped, turned and combined. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, matrix, number

_MAP = {
    "k_times": {"how": "multiply", "How": ("multiplied by $k",), "expr": "x * $k"},
    "k_plus": {"how": "add", "How": ("increased by $k",), "expr": "x + $k"},
    "k_minus": {"how": "subtract", "How": ("decreased by $k",), "expr": "x - $k"},
    "k_max": {"how": "raise_to", "How": ("replaced by $k if it is smaller than $k",), "expr": "max(x, $k)"},
    "k_min": {"how": "cap", "How": ("replaced by $k if it is larger than $k",), "expr": "min(x, $k)"},
    "k_mod": {"how": "modulo", "How": ("replaced by its remainder modulo $k",), "expr": "x % $k"},
}

_TURN = {
    "cw": {
        "turn": "rotate",
        "Turn": ("rotated by 90 degrees clockwise", "turned a quarter to the right (clockwise)"),
        "expr": "[list(row) for row in zip(*$matrix[::-1])]",
        "how": "Reverse the order of the rows and transpose",
    },
    "ccw": {
        "turn": "rotate_left",
        "Turn": ("rotated by 90 degrees counterclockwise", "turned a quarter to the left (counterclockwise)"),
        "expr": "[list(row) for row in zip(*$matrix)][::-1]",
        "how": "Transpose and reverse the order of the rows",
    },
    "half": {
        "turn": "rotate_180",
        "Turn": ("rotated by 180 degrees", "turned upside down by a rotation of 180 degrees"),
        "expr": "[row[::-1] for row in $matrix[::-1]]",
        "how": "Reverse the order of the rows and each row",
    },
    "mirror": {
        "turn": "mirror",
        "Turn": ("mirrored left to right", "with each row reversed", "flipped horizontally (each row reversed)"),
        "expr": "[row[::-1] for row in $matrix]",
        "how": "Reverse each row",
    },
    "flip": {
        "turn": "flip",
        "Turn": ("flipped upside down (the order of the rows reversed)", "with its rows in reverse order"),
        "expr": "$matrix[::-1]",
        "how": "Reverse the order of the rows",
    },
    "sort_rows": {
        "turn": "sort_rows",
        "Turn": ("with each row sorted in ascending order",),
        "expr": "[sorted(row) for row in $matrix]",
        "how": "Sort each row",
    },
}

_COMBINE = {
    "add": {"op": "+", "do": "add", "result": "sum", "Done": ("the sum", "the element-wise sum")},
    "subtract": {
        "op": "-",
        "do": "subtract",
        "result": "difference",
        "Done": ("the difference", "the element-wise difference"),
    },
    "multiply": {
        "op": "*",
        "do": "multiply_elements_of",
        "result": "element-wise product",
        "Done": ("the element-wise product",),
    },
}


def _two(rng: Random) -> tuple[list[list[int]], list[list[int]]]:
    h, w = rng.randint(1, 3), rng.randint(1, 3)
    a, b = ([[rng.randint(-5, 9) for _ in range(w)] for _ in range(h)] for _ in range(2))
    return a, b


OPS = (
    Op(
        key="map",
        names="${how}_cells ${how}_all ${how}_matrix matrix_$how",
        params="matrix:matrix k:int",
        returns="List[List[int]]",
        axes=(_MAP,),
        think="Build each row anew. Each element x becomes $expr.",
        code="return [[$expr for x in row] for row in $matrix]",
        inputs=args(matrix(most=3), number(1, 9)),
    ),
    Op(
        key="turn",
        names="$turn ${turn}_matrix ${turn}_grid matrix_$turn",
        params="matrix:matrix",
        returns="List[List[int]]",
        axes=(_TURN,),
        think="$how.",
        code="return $expr",
        inputs=args(matrix(most=3)),
        often=2,
    ),
    Op(
        key="transpose",
        names="transpose transpose_matrix transposed swap_rows_and_columns",
        params="matrix:matrix",
        returns="List[List[int]]",
        think="The columns become the rows.",
        code="return [list(column) for column in zip(*$matrix)]",
        inputs=args(matrix(most=3)),
        often=2,
    ),
    Op(
        key="flatten",
        names="flatten flatten_matrix to_list unroll",
        params="matrix:matrix",
        returns="List[int]",
        axes=(
            {
                "rows": {"walk": "$matrix", "way": ("row by row",), "line": "row"},
                "columns": {"walk": "zip(*$matrix)", "way": ("column by column",), "line": "column"},
                "rows_up": {
                    "walk": "$matrix[::-1]",
                    "way": ("row by row, from the last row to the first",),
                    "line": "row",
                },
                "columns_back": {
                    "walk": "list(zip(*$matrix))[::-1]",
                    "way": ("column by column, from the last column to the first",),
                    "line": "column",
                },
            },
        ),
        think="Go $way. Collect all elements in one list.",
        code="return [x for $line in $walk for x in $line]",
        inputs=args(matrix()),
    ),
    Op(
        key="identity",
        names="identity identity_matrix make_identity",
        params="n:int",
        returns="List[List[int]]",
        think="Cell i, j is 1 when i == j and 0 otherwise.",
        code="return [[int(i == j) for j in range($n)] for i in range($n)]",
        inputs=args(number(0, 4)),
    ),
    Op(
        key="generate",
        names="make_$what ${what}_table build_$what create_$what",
        params="m:int n:int",
        returns="List[List[int]]",
        axes=(
            {
                "product": {
                    "what": "multiplication",
                    "What": ("i * j for i from 1 to $m and j from 1 to $n",),
                    "expr": "i * j",
                    "one": "1",
                    "plus": " + 1",
                },
                "sum": {
                    "what": "addition",
                    "What": ("i + j for i from 1 to $m and j from 1 to $n",),
                    "expr": "i + j",
                    "one": "1",
                    "plus": " + 1",
                },
                "sum0": {
                    "what": "index_sum",
                    "What": ("i + j, indices starting at 0",),
                    "expr": "i + j",
                    "one": "0",
                    "plus": "",
                },
                "prod0": {
                    "what": "index_product",
                    "What": ("i * j, indices starting at 0",),
                    "expr": "i * j",
                    "one": "0",
                    "plus": "",
                },
                "max": {
                    "what": "index_max",
                    "What": ("the larger one of i and j, indices starting at 0",),
                    "expr": "max(i, j)",
                    "one": "0",
                    "plus": "",
                },
                "count": {
                    "what": "counting",
                    "What": ("i * $n + j, indices starting at 0",),
                    "expr": "i * $n + j",
                    "one": "0",
                    "plus": "",
                },
                "zero": {"what": "zero", "What": ("0 everywhere",), "expr": "0", "one": "0", "plus": ""},
                "chess": {
                    "what": "checkerboard",
                    "What": ("(i + j) % 2, indices starting at 0",),
                    "expr": "(i + j) % 2",
                    "one": "0",
                    "plus": "",
                },
            },
        ),
        think="Let i run over the rows and j over the columns from $one. Each cell is $expr.",
        code="return [[$expr for j in range($one, $n$plus)] for i in range($one, $m$plus)]",
        inputs=args(number(1, 4), number(1, 4)),
    ),
    Op(
        key="combine",
        names="${do}_matrices matrix_$do ${do}_grids",
        params="a:matrix b:matrix",
        returns="List[List[int]]",
        given="two matrices $a and $b of the same size",
        axes=(_COMBINE,),
        think="Go through both matrices row by row. Each cell is x $op y.",
        code="return [[x $op y for x, y in zip(r, s)] for r, s in zip($a, $b)]",
        inputs=_two,
    ),
)
