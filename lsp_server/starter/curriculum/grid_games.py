"""Part of the family `matrices`: regions, neighbours and games on grids. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.conditions import NEIGHBOURS
from lsp_server.starter.curriculum.table import Op, args, matrix, number


def _bits(rng: Random) -> list[list[int]]:
    w = rng.randint(1, 4)
    return [[int(rng.random() < 0.5) for _ in range(w)] for _ in range(rng.randint(1, 4))]


def _fill(rng: Random) -> tuple[list[list[int]], int, int, int]:
    image = [[rng.randint(0, 1) for _ in range(3)] for _ in range(rng.randint(1, 3))]
    return image, rng.randrange(len(image)), rng.randrange(3), rng.randint(0, 3)


def _square(rng: Random) -> tuple[list[list[int]]]:
    magic = [[2, 7, 6], [9, 5, 1], [4, 3, 8]]
    if rng.random() < 0.5:
        magic[rng.randrange(3)][rng.randrange(3)] += rng.randint(0, 1)
        return (magic,)
    return (matrix(1, 3, most=2, square=True)(rng),)


def _board(rng: Random) -> tuple[list[list[str]]]:
    return ([[rng.choice("XXOO.") for _ in range(3)] for _ in range(3)],)


_NEIGHBOURS = {
    "four": {
        "which": "four",
        "Near": ("up, down, left and right", "above, below, to the left and to the right"),
        "test": "abs(a - i) + abs(b - j) == 1",
    },
    "eight": {
        "which": "eight",
        "Near": ("in all eight directions", "horizontally, vertically and diagonally"),
        "test": "max(abs(a - i), abs(b - j)) == 1",
    },
    "diagonal": {
        "which": "diagonal",
        "Near": ("diagonally (four corners)", "at the four corners"),
        "test": "abs(a - i) == abs(b - j) == 1",
    },
}
_NEAR_MADE = {
    "sum": {"made": "sum", "Made": ("the sum", "the total"), "one": "$matrix[a][b]"},
    "evens": {
        "made": "evens",
        "Made": ("the number of even ones", "the count of even numbers"),
        "one": "$matrix[a][b] % 2 == 0",
    },
    "larger": {
        "made": "larger",
        "Made": (
            "the number of those that are larger than the cell",
            "the count of values greater than the cell itself",
        ),
        "one": "$matrix[a][b] > $matrix[i][j]",
    },
    "equal": {
        "made": "equal",
        "Made": ("the number of those equal to the cell", "the count of values that are the same as the cell"),
        "one": "$matrix[a][b] == $matrix[i][j]",
    },
    "odds": {
        "made": "odds",
        "Made": ("the number of odd ones", "the count of odd numbers"),
        "one": "$matrix[a][b] % 2 == 1",
    },
    "count": {"made": "count", "Made": ("the number", "the count"), "one": "1"},
}

OPS = (
    Op(
        key="neighbours",
        names="neighbor_$made ${which}_neighbors ${made}_of_neighbors around_each_cell",
        params="matrix:matrix",
        returns="List[List[int]]",
        tail="$Only.",
        axes=(_NEIGHBOURS, _NEAR_MADE, NEIGHBOURS),
        think="For each cell i, j go through all cells a, b. Where $near take $one and sum it up.",
        code="""
            h, w = len($matrix), len($matrix[0])

            def around(i, j):
                cells = [(a, b) for a in range(h) for b in range(w) if $near]
                return sum($one for a, b in cells)

            return [[around(i, j) for j in range(w)] for i in range(h)]
        """,
        inputs=args(matrix(0, 9, most=3)),
    ),
    Op(
        key="flood_fill",
        names="flood_fill fill_region paint_area",
        params="image:matrix sr:int sc:int color:int",
        returns="List[List[int]]",
        think="Remember the old color. Start with the given cell. Paint each cell with the old color and go on to its "
        "four neighbours.",
        code="""
            old = $image[$sr][$sc]
            if old == $color:
                return $image
            stack = [($sr, $sc)]
            while stack:
                i, j = stack.pop()
                if 0 <= i < len($image) and 0 <= j < len($image[0]) and $image[i][j] == old:
                    $image[i][j] = $color
                    stack += [(i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)]
            return $image
        """,
        inputs=_fill,
    ),
    Op(
        key="largest_region",
        names="max_area_of_island largest_region biggest_island",
        params="grid:matrix",
        returns="int",
        think="Keep the set of land cells. Take one out, then all that are connected to it, and count. Keep "
        "the largest count.",
        code="""
            land = {(i, j) for i, row in enumerate($grid) for j, x in enumerate(row) if x == 1}
            best = 0
            while land:
                stack = [land.pop()]
                size = 0
                while stack:
                    i, j = stack.pop()
                    size += 1
                    for cell in ((i - 1, j), (i + 1, j), (i, j - 1), (i, j + 1)):
                        if cell in land:
                            land.remove(cell)
                            stack.append(cell)
                best = max(best, size)
            return best
        """,
        inputs=args(_bits),
    ),
    Op(
        key="magic_square",
        names="is_magic is_magic_square equal_sums",
        params="matrix:matrix",
        returns="bool",
        given="a square matrix $matrix",
        think="Collect the sums of all rows, all columns and both diagonals. They must all be equal.",
        code="""
            n = len($matrix)
            sums = [sum(row) for row in $matrix] + [sum(column) for column in zip(*$matrix)]
            sums.append(sum($matrix[i][i] for i in range(n)))
            sums.append(sum($matrix[i][n - 1 - i] for i in range(n)))
            return len(set(sums)) == 1
        """,
        inputs=_square,
    ),
    Op(
        key="has_won",
        names="has_won is_winner check_win",
        params="board:grid player:str",
        returns="bool",
        think="Collect all rows, columns and both diagonals. One of them must consist of the player's mark only.",
        code="""
            n = len($board)
            lines = [*$board, *zip(*$board)]
            lines.append([$board[i][i] for i in range(n)])
            lines.append([$board[i][n - 1 - i] for i in range(n)])
            return any(all(c == $player for c in line) for line in lines)
        """,
        inputs=lambda rng: (*_board(rng), rng.choice("XO")),
    ),
    Op(
        key="diagonal_difference",
        names="diagonal_difference difference_of_diagonals diagonals_difference",
        params="matrix:matrix",
        returns="int",
        given="a square matrix $matrix",
        think="Sum both diagonals. Return the absolute difference of the sums.",
        code="""
            n = len($matrix)
            first = sum($matrix[i][i] for i in range(n))
            second = sum($matrix[i][n - 1 - i] for i in range(n))
            return abs(first - second)
        """,
        inputs=args(matrix(square=True)),
    ),
    Op(
        key="multiples_table",
        names="multiplication_table times_table product_table",
        params="n:int",
        returns="List[List[int]]",
        think="Let i and j run from 1 to $n. Each cell is i * j.",
        code="return [[i * j for j in range(1, $n + 1)] for i in range(1, $n + 1)]",
        inputs=args(number(0, 5)),
    ),
)
