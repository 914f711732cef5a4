"""Family `matrices`: grids of numbers. Tables; `table.py` draws from them."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, family, matrix, number

_AGGREGATE = {
    "sum": {"agg": "sum", "Agg": ("sum", "total"), "expr": "sum($line)"},
    "max": {"agg": "max", "Agg": ("maximum", "largest element", "greatest value"), "expr": "max($line)"},
    "min": {"agg": "min", "Agg": ("minimum", "smallest element", "least value"), "expr": "min($line)"},
    "range": {"agg": "range", "Agg": ("difference between maximum and minimum",), "expr": "max($line) - min($line)"},
    "product": {"agg": "product", "Agg": ("product",), "expr": "math.prod($line)"},
    "distinct": {"agg": "distinct", "Agg": ("number of distinct values",), "expr": "len(set($line))"},
    "evens": {"agg": "evens", "Agg": ("number of even elements",), "expr": "sum(x % 2 == 0 for x in $line)"},
    "odds": {"agg": "odds", "Agg": ("number of odd elements",), "expr": "sum(x % 2 == 1 for x in $line)"},
    "zeros": {"agg": "zeros", "Agg": ("number of zeros",), "expr": "$line.count(0)"},
    "positives": {"agg": "positives", "Agg": ("number of positive elements",), "expr": "sum(x > 0 for x in $line)"},
    "negatives": {"agg": "negatives", "Agg": ("number of negative elements",), "expr": "sum(x < 0 for x in $line)"},
}

_LINES = {
    "row": {"line": "row", "lines": "rows", "walk": "$matrix"},
    "column": {"line": "column", "lines": "columns", "walk": "zip(*$matrix)"},
}

_FOLD = {
    "max": {"fold": "max", "Fold": ("largest", "greatest", "maximum"), "fn": "max"},
    "min": {"fold": "min", "Fold": ("smallest", "least", "minimum"), "fn": "min"},
}

_FILTER = {
    "even": {"which": "even", "Which": ("even",), "test": "x % 2 == 0"},
    "odd": {"which": "odd", "Which": ("odd",), "test": "x % 2 == 1"},
    "positive": {"which": "positive", "Which": ("positive",), "test": "x > 0"},
    "negative": {"which": "negative", "Which": ("negative",), "test": "x < 0"},
    "nonzero": {"which": "nonzero", "Which": ("non-zero",), "test": "x != 0"},
    "two_digit": {"which": "two_digit", "Which": ("two-digit positive",), "test": "10 <= x <= 99"},
}

_CELLS = {
    "sum": {"what": "sum", "What": ("the sum of all $Which elements", "the total of the $Which numbers"), "one": "x"},
    "count": {"what": "count", "What": ("how many elements are $Which", "the number of $Which elements"), "one": "1"},
    "squares": {"what": "square_sum", "What": ("the sum of the squares of all $Which elements",), "one": "x * x"},
    "abs": {"what": "abs_sum", "What": ("the sum of the absolute values of all $Which elements",), "one": "abs(x)"},
}

_DIAGONAL = {
    "main": {"diag": "diagonal", "Diag": ("main diagonal", "diagonal from the top left to the bottom right"), "cell": "$matrix[i][i]"},
    "anti": {
        "diag": "antidiagonal",
        "Diag": ("antidiagonal (top right to bottom left)", "secondary diagonal, from the top right to the bottom left"),
        "cell": "$matrix[i][n - 1 - i]",
    },
}

_FORMED = {
    "list": {"ret": "List[int]", "made": "list", "Made": ("the elements", "a list of the elements"), "expr": "[$cell for i in range(n)]"},
    "sum": {"ret": "int", "made": "sum", "Made": ("the sum of the elements", "the total"), "expr": "sum($cell for i in range(n))"},
    "max": {"ret": "int", "made": "max", "Made": ("the largest element", "the maximum"), "expr": "max($cell for i in range(n))"},
    "min": {"ret": "int", "made": "min", "Made": ("the smallest element", "the minimum"), "expr": "min($cell for i in range(n))"},
    "product": {"ret": "int", "made": "product", "Made": ("the product of the elements",), "expr": "math.prod($cell for i in range(n))"},
    "evens": {"ret": "int", "made": "evens", "Made": ("the number of even elements",), "expr": "sum($cell % 2 == 0 for i in range(n))"},
}

_PART = {
    "border": {"part": "border", "Part": ("on the border", "on the edge"), "test": "i in (0, h - 1) or j in (0, w - 1)"},
    "inner": {"part": "inner", "Part": ("not on the border", "inside the border"), "test": "0 < i < h - 1 and 0 < j < w - 1"},
    "upper": {"part": "upper", "Part": ("above the main diagonal",), "test": "j > i"},
    "lower": {"part": "lower", "Part": ("below the main diagonal",), "test": "j < i"},
    "upper_eq": {"part": "upper_triangle", "Part": ("on or above the main diagonal",), "test": "j >= i"},
    "lower_eq": {"part": "lower_triangle", "Part": ("on or below the main diagonal",), "test": "j <= i"},
    "even_cells": {"part": "even_cells", "Part": ("whose row and column index add up to an even number",), "test": "(i + j) % 2 == 0"},
}

_MAP = {
    "k_times": {"how": "multiply", "How": ("multiplied by $k",), "expr": "x * $k"},
    "k_plus": {"how": "add", "How": ("increased by $k",), "expr": "x + $k"},
    "k_minus": {"how": "subtract", "How": ("decreased by $k",), "expr": "x - $k"},
    "k_max": {"how": "raise_to", "How": ("replaced by $k if it is smaller than $k",), "expr": "max(x, $k)"},
    "k_min": {"how": "cap", "How": ("replaced by $k if it is larger than $k",), "expr": "min(x, $k)"},
    "k_mod": {"how": "modulo", "How": ("replaced by its remainder modulo $k",), "expr": "x % $k"},
}

_TURN = {
    "transpose": {"turn": "transpose", "Turn": ("transposed", "with rows and columns swapped"), "expr": "[list(column) for column in zip(*$matrix)]", "how": "The columns become the rows"},
    "cw": {"turn": "rotate", "Turn": ("rotated by 90 degrees clockwise", "turned a quarter to the right (clockwise)"), "expr": "[list(row) for row in zip(*$matrix[::-1])]", "how": "Reverse the order of the rows and transpose"},
    "ccw": {"turn": "rotate_left", "Turn": ("rotated by 90 degrees counterclockwise", "turned a quarter to the left (counterclockwise)"), "expr": "[list(row) for row in zip(*$matrix)][::-1]", "how": "Transpose and reverse the order of the rows"},
    "half": {"turn": "rotate_180", "Turn": ("rotated by 180 degrees", "turned upside down by a rotation of 180 degrees"), "expr": "[row[::-1] for row in $matrix[::-1]]", "how": "Reverse the order of the rows and each row"},
    "mirror": {"turn": "mirror", "Turn": ("mirrored left to right", "with each row reversed", "flipped horizontally (each row reversed)"), "expr": "[row[::-1] for row in $matrix]", "how": "Reverse each row"},
    "flip": {"turn": "flip", "Turn": ("flipped upside down (the order of the rows reversed)", "with its rows in reverse order"), "expr": "$matrix[::-1]", "how": "Reverse the order of the rows"},
    "sort_rows": {"turn": "sort_rows", "Turn": ("with each row sorted in ascending order",), "expr": "[sorted(row) for row in $matrix]", "how": "Sort each row"},
}

_COMBINE = {
    "add": {"op": "+", "do": "add", "result": "sum", "Done": ("the sum", "the element-wise sum")},
    "subtract": {"op": "-", "do": "subtract", "result": "difference", "Done": ("the difference", "the element-wise difference")},
    "multiply": {"op": "*", "do": "multiply_elements_of", "result": "element-wise product", "Done": ("the element-wise product",)},
}


def _two(rng: Random) -> tuple[list[list[int]], list[list[int]]]:
    h, w = rng.randint(1, 3), rng.randint(1, 3)
    a, b = ([[rng.randint(-5, 9) for _ in range(w)] for _ in range(h)] for _ in range(2))
    return a, b


def _factors(rng: Random) -> tuple[list[list[int]], list[list[int]]]:
    h, n, w = (rng.randint(1, 3) for _ in range(3))
    return [[rng.randint(-3, 5) for _ in range(n)] for _ in range(h)], [[rng.randint(-3, 5) for _ in range(w)] for _ in range(n)]


def _maybe_symmetric(rng: Random) -> tuple[list[list[int]]]:
    n = rng.randint(1, 3)
    m = [[rng.randint(0, 5) for _ in range(n)] for _ in range(n)]
    if rng.random() < 0.6:
        m = [[m[min(i, j)][max(i, j)] for j in range(n)] for i in range(n)]
    return (m,)


def _toeplitz(rng: Random) -> tuple[list[list[int]]]:
    h, w = rng.randint(1, 3), rng.randint(1, 4)
    line = [rng.randint(0, 5) for _ in range(h + w)]
    m = [[line[h - i + j] for j in range(w)] for i in range(h)]
    if rng.random() < 0.5:
        m[rng.randrange(h)][rng.randrange(w)] += 1
    return (m,)


def _reshape(rng: Random) -> tuple[list[list[int]], int, int]:
    m = matrix()(rng)
    size = len(m) * len(m[0])
    r = rng.choice([d for d in range(1, size + 1) if size % d == 0])
    return m, r, size // r if rng.random() < 0.8 else size // r + 1


def _land(rng: Random) -> tuple[list[list[str]]]:
    w = rng.randint(1, 4)
    return ([[rng.choice("01") for _ in range(w)] for _ in range(rng.randint(1, 4))],)


def _cells(rng: Random) -> tuple[int, int, list[list[int]]]:
    m, n = rng.randint(1, 4), rng.randint(1, 4)
    return m, n, [[rng.randrange(m), rng.randrange(n)] for _ in range(rng.randint(0, 3))]


OPS = (
    Op(
        key="lines",
        names="${line}_${agg} ${agg}_of_$lines ${agg}_per_$line compute_${line}_$agg",
        params="matrix:matrix",
        returns="List[int]",
        axes=(_LINES, _AGGREGATE),
        say=(
            "Given an m x n integer $matrix, return an array with the $Agg of each $line.",
            "a list with the $Agg of every $line of $matrix",
            "the $Agg of each $line of $matrix, as a list",
            "For each $line of $matrix compute the $Agg. Return the values in order.",
            "one number per $line of $matrix: the $Agg of the $line",
            "Go through the $lines of the grid $matrix and collect the $Agg of each.",
            "the list that contains, for every $line in $matrix, the $Agg",
            "What is the $Agg in each $line of $matrix? Return a list.",
        ),
        think="Go through the $lines. Compute the $Agg0 of each.",
        code="return [$expr for $line in $walk]",
        inputs=args(matrix()),
    ),
    Op(
        key="best_line",
        names="${fold}_${line}_$agg ${fold}_${agg}_of_${lines} best_$line",
        params="matrix:matrix",
        returns="int",
        axes=(_LINES, _AGGREGATE, _FOLD),
        say=(
            "Given an m x n integer $matrix, return the $Fold $Agg of any $line.",
            "the $Fold $Agg of a $line of $matrix",
            "the $Fold value that the $Agg has among the $lines of $matrix",
            "Compute the $Agg of each $line of $matrix and return the $Fold of them.",
            "Over all $lines of $matrix, find the $Fold $Agg.",
            "Which $Agg is the $Fold among the $lines of the grid $matrix? Return it.",
        ),
        think="Go through the $lines and compute the $Agg0 of each. Return the $fn.",
        code="return $fn($expr for $line in $walk)",
        inputs=args(matrix()),
    ),
    Op(
        key="best_index",
        names="index_of_${line}_with_${fold}_$agg ${line}_with_${fold}_$agg find_$line",
        params="matrix:matrix",
        returns="int",
        axes=(_LINES, _AGGREGATE, _FOLD),
        say=(
            "the index of the $line of $matrix with the $Fold $Agg (the first one in case of a tie)",
            "Find the $line of $matrix that has the $Fold $Agg. Return its index; for ties the smallest one.",
            "the position of the first $line in $matrix whose $Agg is the $Fold",
            "Which $line of $matrix has the $Fold $Agg? Return its 0-based index, the lowest if there are several.",
            "Compute the $Agg of every $line of $matrix and return the index of the first $line for which it is the $Fold.",
        ),
        think="Go through the $lines and compute the $Agg0 of each. Return the first index of the $fn.",
        code="""
            values = [$expr for $line in $walk]
            return values.index($fn(values))
        """,
        inputs=args(matrix(-3, 6)),
    ),
    Op(
        key="cells",
        names="${what}_$which ${which}_$what ${what}_of_${which}_cells matrix_${what}_$which",
        params="matrix:matrix",
        returns="int",
        axes=(_FILTER, _CELLS),
        say=(
            "Given an m x n integer $matrix, return $What in it.",
            "$What in $matrix",
            "$What in the whole grid $matrix",
            "Look at all cells of $matrix and return $What.",
            "Go through every row of $matrix and determine $What.",
        ),
        think="Go through all elements x of all rows. For those with $test add $one.",
        code="return sum($one for row in $matrix for x in row if $test)",
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
        say=(
            "how many elements of $matrix are $Which $k",
            "the number of elements in $matrix that are $Which $k",
            "Count the cells of $matrix whose value is $Which $k.",
            "Given a grid $matrix and a number $k, count the values $Which $k.",
            "Go through $matrix and return how many of its numbers are $Which $k.",
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
        axes=(_AGGREGATE, {"cells": {"line": "cells"}}),
        say=(
            "the $Agg of the whole $matrix",
            "the $Agg over all cells of $matrix",
            "Given a 2D list $matrix, return the $Agg taken over all of its elements.",
            "Consider all elements of the grid $matrix together and return the $Agg.",
            "Flatten $matrix and return the $Agg of all its numbers.",
        ),
        think="Put all elements into one list. Return the $Agg0.",
        code="""
            cells = [x for row in $matrix for x in row]
            return $expr
        """,
        inputs=args(matrix(-3, 9, most=3)),
    ),
    Op(
        key="diagonal",
        names="${diag}_$made ${made}_of_$diag get_${diag}_$made",
        params="matrix:matrix",
        returns="$ret",
        given="a square matrix $matrix",
        axes=(_DIAGONAL, _FORMED),
        say=(
            "Given a square $matrix, return $Made on the $Diag.",
            "$Made on the $Diag of $matrix",
            "$Made that lies on the $Diag of the n x n grid $matrix",
            "Look at the $Diag of the square matrix $matrix and return $Made on it.",
            "$Made along the $Diag",
        ),
        think="In row i the $diag has $cell. Return $Made0.",
        code="""
            n = len($matrix)
            return $expr
        """,
        inputs=args(matrix(square=True)),
    ),
    Op(
        key="diagonals",
        names="diagonal_sum sum_both_diagonals sum_of_diagonals",
        params="mat:matrix",
        returns="int",
        given="a square matrix $mat",
        say=(
            "Given a square matrix $mat, return the sum of the matrix diagonals. Only include the sum of all the elements on the "
            "primary diagonal and all the elements on the secondary diagonal that are not part of the primary diagonal.",
            "the sum of the numbers on both diagonals of $mat, the centre counted once",
            "the sum of all elements on the two diagonals, where a common centre element counts only once",
            "Add up both diagonals of the square grid $mat. The middle element of an odd-sized grid must not be counted twice.",
        ),
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
        say=(
            "the sum of the elements of $matrix $Part",
            "Given an m x n integer $matrix, return the sum of its elements $Part.",
            "the total of the entries of the grid $matrix $Part",
            "Add up the elements of $matrix $Part and return the result.",
            "Consider only the cells of $matrix $Part. What is their sum?",
        ),
        think="Go through all cells with row i and column j. Sum those with $test.",
        code="""
            h, w = len($matrix), len($matrix[0])
            return sum($matrix[i][j] for i in range(h) for j in range(w) if $test)
        """,
        inputs=args(matrix(-5, 20)),
    ),
    Op(
        key="map",
        names="${how}_cells ${how}_all ${how}_matrix matrix_$how",
        params="matrix:matrix k:int",
        returns="List[List[int]]",
        axes=(_MAP,),
        say=(
            "a matrix with every element of $matrix $How",
            "the matrix $matrix with each value $How",
            "Return a new matrix in which each element of $matrix is $How.",
            "Given a $matrix and an integer $k, return the matrix with each entry $How.",
            "a new grid where every number of $matrix is $How",
        ),
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
        say=(
            "Given a 2D integer array $matrix, return it $Turn.",
            "the matrix $matrix $Turn",
            "Return the grid $matrix $Turn, as a new list of lists.",
            "Write a function that returns a matrix $matrix $Turn.",
            "a copy of $matrix $Turn",
            "What does the grid $matrix look like $Turn? Return the new grid.",
        ),
        think="$how.",
        code="return $expr",
        inputs=args(matrix(most=3)),
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
                "rows_up": {"walk": "$matrix[::-1]", "way": ("row by row, from the last row to the first",), "line": "row"},
                "columns_back": {"walk": "list(zip(*$matrix))[::-1]", "way": ("column by column, from the last column to the first",), "line": "column"},
            },
        ),
        say=(
            "a flat list of the elements of $matrix, read $way",
            "Flatten $matrix into one list, $way.",
            "all elements of $matrix in one list, $way",
            "Read the grid $matrix $way and return the numbers as a single list.",
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
        say=(
            "the identity matrix of size $n x $n",
            "an $n by $n matrix with ones on the main diagonal and zeros elsewhere",
            "Create the $n x $n identity matrix as a list of lists.",
            "a square matrix of size $n in which cell (i, j) is 1 if i equals j and 0 otherwise",
            "Build a list of $n lists of length $n: 1 on the diagonal, 0 everywhere else.",
        ),
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
                "product": {"what": "multiplication", "What": ("i * j for i from 1 to $m and j from 1 to $n",), "expr": "i * j", "one": "1", "plus": " + 1"},
                "sum": {"what": "addition", "What": ("i + j for i from 1 to $m and j from 1 to $n",), "expr": "i + j", "one": "1", "plus": " + 1"},
                "sum0": {"what": "index_sum", "What": ("i + j, indices starting at 0",), "expr": "i + j", "one": "0", "plus": ""},
                "prod0": {"what": "index_product", "What": ("i * j, indices starting at 0",), "expr": "i * j", "one": "0", "plus": ""},
                "max": {"what": "index_max", "What": ("the larger one of i and j, indices starting at 0",), "expr": "max(i, j)", "one": "0", "plus": ""},
                "count": {"what": "counting", "What": ("i * $n + j, indices starting at 0",), "expr": "i * $n + j", "one": "0", "plus": ""},
                "zero": {"what": "zero", "What": ("0 everywhere",), "expr": "0", "one": "0", "plus": ""},
                "chess": {"what": "checkerboard", "What": ("(i + j) % 2, indices starting at 0",), "expr": "(i + j) % 2", "one": "0", "plus": ""},
            },
        ),
        say=(
            "a matrix with $m rows and $n columns whose cell (i, j) is $What",
            "Build an $m x $n matrix with entry (i, j) = $What.",
            "a list of $m lists of $n numbers; the number in row i and column j is $What",
            "Create a grid of $m rows and $n columns. The value in row i, column j is $What.",
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
        axes=(_COMBINE,),
        say=(
            "$Done of the matrices $a and $b, which have the same size",
            "$Done of two equally large matrices $a and $b",
            "Compute $Done of $a and $b. Both matrices have the same shape.",
            "a matrix whose element in row i and column j is $a[i][j] $op $b[i][j] (both have the same size)",
        ),
        think="Go through both matrices row by row. Each cell is x $op y.",
        code="return [[x $op y for x, y in zip(r, s)] for r, s in zip($a, $b)]",
        inputs=_two,
    ),
    Op(
        key="product",
        names="multiply matrix_multiply matmul matrix_product",
        params="a:matrix b:matrix",
        returns="List[List[int]]",
        say=(
            "Given two sparse matrices $a of size m x k and $b of size k x n, return the result of $a x $b.",
            "the matrix product of $a and $b",
            "Multiply the matrices $a and $b (rows of $a times columns of $b).",
            "the product matrix $a * $b, where $a has as many columns as $b has rows",
            "Compute the usual matrix product of two matrices $a and $b whose sizes fit.",
        ),
        think="Each cell is the sum of products of a row of $a with a column of $b.",
        code="return [[sum(x * y for x, y in zip(r, c)) for c in zip(*$b)] for r in $a]",
        inputs=_factors,
    ),
    Op(
        key="symmetric",
        names="is_symmetric symmetric check_symmetry",
        params="matrix:matrix",
        returns="bool",
        given="a square matrix $matrix",
        say=(
            "whether $matrix is symmetric",
            "whether $matrix equals its transpose",
            "True if $matrix[i][j] == $matrix[j][i] for all i and j, else False",
            "Check that the square $matrix is symmetric about its main diagonal.",
            "Is the n x n grid $matrix equal to its own transpose? Return a boolean.",
        ),
        think="Compare each cell i, j with the cell j, i.",
        code="""
            n = len($matrix)
            return all($matrix[i][j] == $matrix[j][i] for i in range(n) for j in range(n))
        """,
        inputs=_maybe_symmetric,
    ),
    Op(
        key="toeplitz",
        names="is_toeplitz_matrix is_toeplitz same_diagonals",
        params="matrix:matrix",
        returns="bool",
        say=(
            "Given an m x n $matrix, return true if the matrix is Toeplitz. Otherwise, return false. A matrix is Toeplitz if every "
            "diagonal from top-left to bottom-right has the same elements.",
            "whether every diagonal of $matrix from top-left to bottom-right holds equal elements",
            "True if each element of $matrix equals the one to its upper left where there is one, else False",
        ),
        think="Each row without its last element must equal the next row without its first.",
        code="return all(r[:-1] == s[1:] for r, s in pairwise($matrix))",
        inputs=_toeplitz,
    ),
    Op(
        key="spiral",
        names="spiral_order spiral read_spiral",
        params="matrix:matrix",
        returns="List[int]",
        say=(
            "Given an m x n $matrix, return all elements of the $matrix in spiral order.",
            "the elements of $matrix in clockwise spiral order from the top-left corner",
            "Read $matrix in a spiral: along the top row, down the right side, and so on inwards. Return the list.",
            "Walk around the grid $matrix clockwise from the outside in and list the elements.",
        ),
        think="Take the first row. Turn what is left counterclockwise. Repeat until nothing is left.",
        code="""
            result = []
            rows = $matrix
            while rows:
                result += rows[0]
                rows = [list(column) for column in zip(*rows[1:])][::-1]
            return result
        """,
        inputs=args(matrix()),
    ),
    Op(
        key="search",
        names="search_matrix contains find_in_matrix has_value",
        params="matrix:matrix target:int",
        returns="bool",
        say=(
            "You are given an m x n integer matrix $matrix. Given an integer $target, return true if $target is in $matrix or false "
            "otherwise.",
            "whether $target occurs in $matrix",
            "whether any cell of $matrix equals $target",
            "True if the value $target is somewhere in the grid $matrix, else False",
            "Check if $matrix contains the number $target.",
        ),
        think="Look in each row. One of them must contain $target.",
        code="return any($target in row for row in $matrix)",
        inputs=args(matrix(0, 9), number(0, 9)),
    ),
    Op(
        key="positions",
        names="find_positions positions_of cells_with get_coordinates",
        params="matrix:matrix target:int",
        returns="List[List[int]]",
        say=(
            "the positions [row, column] of all cells of $matrix that equal $target, row by row",
            "a list of the coordinates [i, j] with $matrix[i][j] == $target, sorted by row and then column",
            "Find every occurrence of $target in $matrix. Return a list of [row, column], in reading order.",
            "Where does $target occur in the grid $matrix? List all [row, column] pairs from top to bottom, left to right.",
        ),
        think="Go through all cells row by row. Collect [i, j] where the cell equals $target.",
        code="return [[i, j] for i, row in enumerate($matrix) for j, x in enumerate(row) if x == $target]",
        inputs=args(matrix(0, 4), number(0, 4)),
    ),
    Op(
        key="set_zeroes",
        names="set_zeroes zero_out clear_lines spread_zeros",
        params="matrix:matrix",
        returns="List[List[int]]",
        say=(
            "Given an m x n integer matrix $matrix, if an element is 0, set its entire row and column to 0's. Return the matrix.",
            "a matrix like $matrix in which every row and every column that contained a 0 is all zeros",
            "For each zero in $matrix clear its whole row and column. Return the new matrix.",
            "Replace by 0 all cells of $matrix whose row or column has a zero.",
        ),
        think="Collect the rows and the columns with a zero. A cell is 0 when its row or column is among them.",
        code="""
            rows = {i for i, row in enumerate($matrix) if 0 in row}
            columns = {j for j, column in enumerate(zip(*$matrix)) if 0 in column}
            return [[0 if i in rows or j in columns else x for j, x in enumerate(row)] for i, row in enumerate($matrix)]
        """,
        inputs=args(matrix(0, 6)),
    ),
    Op(
        key="islands",
        names="num_islands count_islands islands",
        params="grid:grid",
        returns="int",
        say=(
            "Given an m x n 2D binary $grid which represents a map of '1's (land) and '0's (water), return the number of islands. An "
            "island is surrounded by water and is formed by connecting adjacent lands horizontally or vertically.",
            "how many groups of horizontally or vertically connected '1' cells there are in $grid",
            "the number of islands in $grid, where '1' is land, '0' is water and land connects in four directions",
            "Count the connected regions of \"1\" in the $grid of \"0\" and \"1\" (no diagonal connections).",
        ),
        think="Keep the set of land cells. Take one out, then all that are connected to it. Each start is an island.",
        code="""
            land = {(i, j) for i, row in enumerate($grid) for j, c in enumerate(row) if c == "1"}
            count = 0
            while land:
                count += 1
                stack = [land.pop()]
                while stack:
                    i, j = stack.pop()
                    for cell in ((i + 1, j), (i - 1, j), (i, j + 1), (i, j - 1)):
                        if cell in land:
                            land.remove(cell)
                            stack.append(cell)
            return count
        """,
        inputs=_land,
    ),
    Op(
        key="perimeter",
        names="island_perimeter perimeter coast_length",
        params="grid:matrix",
        returns="int",
        say=(
            "You are given $grid representing a map where $grid[i][j] = 1 represents land and $grid[i][j] = 0 represents water. Grid "
            "cells are connected horizontally/vertically. Determine the perimeter of the land.",
            "the total length of the border between 1-cells and 0-cells or the outside in $grid",
            "the perimeter of the area of ones in $grid (each cell has side length 1)",
        ),
        think="Each land cell adds 4. Each pair of neighbouring land cells takes away 2.",
        code="""
            total = 0
            for i, row in enumerate($grid):
                for j, x in enumerate(row):
                    if x == 1:
                        total += 4
                        total -= 2 * (i > 0 and $grid[i - 1][j] == 1)
                        total -= 2 * (j > 0 and row[j - 1] == 1)
            return total
        """,
        inputs=args(matrix(0, 1)),
    ),
    Op(
        key="lucky",
        names="lucky_numbers saddle_points find_saddle",
        params="matrix:matrix",
        returns="List[int]",
        axes=(
            {
                "min_max": {"small": ("minimum", "smallest"), "large": ("maximum", "largest"), "fn": "min", "gn": "max"},
                "max_min": {"small": ("maximum", "largest"), "large": ("minimum", "smallest"), "fn": "max", "gn": "min"},
            },
        ),
        say=(
            "Given an m x n $matrix of numbers, return all lucky numbers in the $matrix, row by row. A lucky number is an element that "
            "is the $small element in its row and the $large in its column.",
            "all elements of $matrix that are the $small of their row and the $large of their column, in reading order",
            "Find the values in $matrix that are $small in their row and $large in their column. List them row by row.",
        ),
        think="Take the columns. Collect each x that is the $fn of its row and the $gn of its column.",
        code="""
            columns = list(zip(*$matrix))
            return [x for row in $matrix for j, x in enumerate(row) if x == $fn(row) and x == $gn(columns[j])]
        """,
        inputs=args(matrix(0, 20, most=3)),
    ),
    Op(
        key="reshape",
        names="matrix_reshape reshape rearrange",
        params="mat:matrix r:int c:int",
        returns="List[List[int]]",
        say=(
            "You are given an m x n matrix $mat and two integers $r and $c representing the number of rows and the number of columns "
            "of the wanted reshaped matrix, filled with all the elements in the same row-traversing order. If this is not possible, "
            "output the original matrix.",
            "the elements of $mat in reading order as a matrix with $r rows and $c columns, or $mat itself if the sizes do not fit",
            "Reshape $mat to $r rows and $c columns, keeping the row order. Return $mat unchanged if it has not $r * $c elements.",
        ),
        think="Flatten the matrix. When the size does not fit return it unchanged, else cut it into rows of $c.",
        code="""
            cells = [x for row in $mat for x in row]
            if len(cells) != $r * $c:
                return $mat
            return [cells[i:i + $c] for i in range(0, len(cells), $c)]
        """,
        inputs=_reshape,
    ),
    Op(
        key="flip_invert",
        names="flip_and_invert_image flip_and_invert invert_image",
        params="image:matrix",
        returns="List[List[int]]",
        say=(
            "Given an n x n binary matrix $image, flip the image horizontally, then invert it, and return the resulting image. To flip "
            "horizontally means that each row is reversed. To invert means that each 0 is replaced by 1, and each 1 is replaced by 0.",
            "the binary matrix $image with each row reversed and then 0 and 1 exchanged",
            "Mirror each row of the 0/1 matrix $image, then swap zeros and ones. Return the result.",
        ),
        think="Reverse each row. Replace each x by 1 - x.",
        code="return [[1 - x for x in row[::-1]] for row in $image]",
        inputs=args(matrix(0, 1, square=True)),
    ),
    Op(
        key="odd_cells",
        names="odd_cells count_odd_cells odd_after_increments",
        params="m:int n:int indices:pairs",
        returns="int",
        say=(
            "There is an $m x $n matrix that is initialized to all 0's. For each [r, c] in $indices, increment all the cells on row r "
            "and all the cells on column c. Return the number of odd-valued cells after that.",
            "how many cells of an $m x $n zero matrix are odd after adding 1 to row r and to column c for every [r, c] in $indices",
        ),
        think="Count how often each row and each column is incremented. A cell is odd when both counts add up to an odd number.",
        code="""
            rows = Counter(r for r, c in $indices)
            columns = Counter(c for r, c in $indices)
            return sum((rows[i] + columns[j]) % 2 for i in range($m) for j in range($n))
        """,
        inputs=_cells,
    ),
    Op(
        key="k_weakest",
        names="k_weakest_rows weakest_rows",
        params="mat:matrix k:int",
        returns="List[int]",
        say=(
            "You are given an m x n binary matrix $mat of 1's (soldiers) and 0's (civilians). A row i is weaker than a row j if it has "
            "less soldiers, or as many and i < j. Return the indices of the $k weakest rows ordered from weakest to strongest.",
            "the indices of the $k rows of $mat with the least sums, in ascending order of the sum, ties by the smaller index",
        ),
        think="Sort the row indices by the sum of the row; equal ones keep their order. Take the first $k.",
        code="return sorted(range(len($mat)), key=lambda i: sum($mat[i]))[:$k]",
        inputs=lambda rng: (lambda m: (m, rng.randint(1, len(m))))(matrix(0, 1)(rng)),
    ),
    Op(
        key="is_square",
        names="is_$what check_$what is_${what}_matrix",
        params="matrix:matrix",
        returns="bool",
        axes=(
            {
                "square": {"what": "square", "What": ("has as many rows as columns", "is square"), "expr": "len($matrix) == len($matrix[0])"},
                "zero": {"what": "zero", "What": ("consists of zeros only", "has no element other than 0"), "expr": "all(x == 0 for row in $matrix for x in row)"},
                "binary": {"what": "binary", "What": ("consists of zeros and ones only", "holds no value but 0 and 1"), "expr": "all(x in (0, 1) for row in $matrix for x in row)"},
                "sorted_rows": {"what": "row_sorted", "What": ("has every row sorted in ascending order",), "expr": "all(row == sorted(row) for row in $matrix)"},
                "equal_sums": {"what": "balanced", "What": ("has the same sum in every row",), "expr": "len({sum(row) for row in $matrix}) == 1"},
                "distinct": {"what": "distinct", "What": ("has no repeated value", "has only different elements"), "expr": "len({x for row in $matrix for x in row}) == len($matrix) * len($matrix[0])"},
            },
        ),
        say=(
            "whether $matrix $What",
            "whether the grid $matrix $What",
            "True if $matrix $What, else False",
            "Check whether the matrix $matrix $What.",
            "Write a function that tells whether a matrix $matrix $What.",
        ),
        think="Compute $expr.",
        code="return $expr",
        inputs=args(matrix(0, 1, most=3)),
        varied=lambda words: args(matrix(0, 0 if words["what"] == "zero" else 1 if words["what"] == "binary" else 3, most=3)),
    ),
)

FAMILY = family("matrices", OPS)
