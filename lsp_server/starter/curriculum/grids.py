"""Part of the family `matrices`: single well-known tasks on grids. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, matrix, number


def _factors(rng: Random) -> tuple[list[list[int]], list[list[int]]]:
    h, n, w = (rng.randint(1, 3) for _ in range(3))
    return [[rng.randint(-3, 5) for _ in range(n)] for _ in range(h)], [
        [rng.randint(-3, 5) for _ in range(w)] for _ in range(n)
    ]


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
        key="product",
        names="multiply matrix_multiply matmul matrix_product",
        params="a:matrix b:matrix",
        returns="List[List[int]]",
        given="two matrices $a and $b",
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
        think="Each row without its last element must equal the next row without its first.",
        code="return all(r[:-1] == s[1:] for r, s in pairwise($matrix))",
        inputs=_toeplitz,
    ),
    Op(
        key="spiral",
        names="spiral_order spiral read_spiral",
        params="matrix:matrix",
        returns="List[int]",
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
        often=2,
        constraints=("1 <= $matrix.length, $matrix[0].length <= 10",),
    ),
    Op(
        key="search",
        names="search_matrix contains find_in_matrix has_value",
        params="matrix:matrix target:int",
        returns="bool",
        think="Look in each row. One of them must contain $target.",
        code="return any($target in row for row in $matrix)",
        inputs=args(matrix(0, 9), number(0, 9)),
    ),
    Op(
        key="positions",
        names="find_positions positions_of cells_with get_coordinates",
        params="matrix:matrix target:int",
        returns="List[List[int]]",
        think="Go through all cells row by row. Collect [i, j] where the cell equals $target.",
        code="return [[i, j] for i, row in enumerate($matrix) for j, x in enumerate(row) if x == $target]",
        inputs=args(matrix(0, 4), number(0, 4)),
    ),
    Op(
        key="set_zeroes",
        names="set_zeroes zero_out clear_lines spread_zeros",
        params="matrix:matrix",
        returns="List[List[int]]",
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
                "min_max": {
                    "small": ("minimum", "smallest"),
                    "large": ("maximum", "largest"),
                    "fn": "min",
                    "gn": "max",
                },
                "max_min": {
                    "small": ("maximum", "largest"),
                    "large": ("minimum", "smallest"),
                    "fn": "max",
                    "gn": "min",
                },
            },
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
        think="Reverse each row. Replace each x by 1 - x.",
        code="return [[1 - x for x in row[::-1]] for row in $image]",
        inputs=args(matrix(0, 1, square=True)),
    ),
    Op(
        key="odd_cells",
        names="odd_cells count_odd_cells odd_after_increments",
        params="m:int n:int indices:pairs",
        returns="int",
        think="Count how often each row and each column is incremented. A cell is odd when both counts add up to an "
        "odd number.",
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
                "square": {
                    "what": "square",
                    "What": ("has as many rows as columns", "is square"),
                    "expr": "len($matrix) == len($matrix[0])",
                },
                "zero": {
                    "what": "zero",
                    "What": ("consists of zeros only", "has no element other than 0"),
                    "expr": "all(x == 0 for row in $matrix for x in row)",
                },
                "binary": {
                    "what": "binary",
                    "What": ("consists of zeros and ones only", "holds no value but 0 and 1"),
                    "expr": "all(x in (0, 1) for row in $matrix for x in row)",
                },
                "sorted_rows": {
                    "what": "row_sorted",
                    "What": ("has every row sorted in ascending order",),
                    "expr": "all(row == sorted(row) for row in $matrix)",
                },
                "equal_sums": {
                    "what": "balanced",
                    "What": ("has the same sum in every row",),
                    "expr": "len({sum(row) for row in $matrix}) == 1",
                },
                "distinct": {
                    "what": "distinct",
                    "What": ("has no repeated value", "has only different elements"),
                    "expr": "len({x for row in $matrix for x in row}) == len($matrix) * len($matrix[0])",
                },
            },
        ),
        think="Compute $expr.",
        code="return $expr",
        inputs=args(matrix(0, 1, most=3)),
        varied=lambda words: args(
            matrix(0, 0 if words["what"] == "zero" else 1 if words["what"] == "binary" else 3, most=3)
        ),
    ),
)
