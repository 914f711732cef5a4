"""Single operations on lists of integers."""

from lsp_server.starter.curriculum.operations import Operation

_EMPTY_0 = ("Return 0 for an empty list.", "If the list is empty, return 0.", "The answer for an empty list is 0.")

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "sum",
        "sum_list total sum_of_list add_all",
        "ints",
        "int",
        ("the sum of all elements of $A", "the total of the numbers in $A", "the sum of $A"),
        ("add up all the numbers in $A and return the total", "sum the elements of $A", "calculate the sum of $A"),
        "Add all elements with sum.",
        "return sum($a)",
    ),
    Operation(
        "extreme",
        "find_${word} ${word}_element get_${word}",
        "some_ints",
        "int",
        ("the $adj element of $A", "the $adj number in $A", "the $adj value in $A", "the ${word}imum of $A"),
        ("find the $adj number in $A", "find the ${word}imum of $A"),
        "The list is not empty. Take $word of it.",
        "return $word($a)",
        variants=(
            {"word": "max", "adj": "largest"},
            {"word": "min", "adj": "smallest"},
            {"word": "max", "adj": "greatest"},
            {"word": "min", "adj": "lowest"},
        ),
    ),
    Operation(
        "running_sums",
        "running_sum prefix_sums cumulative_sums running_totals",
        "ints",
        "List[int]",
        (
            "the running sums of $A",
            "the list of prefix sums of $A",
            "the running sum of $A, where the i-th result is the sum of the elements up to and including index i",
            "a list whose i-th element is the sum of the first i + 1 elements of $A",
            "the cumulative sums of $A as a list",
        ),
        (
            "compute the running total of $A at each position",
            "replace each element of $A by the sum of all elements up to it and return the new list",
        ),
        "Keep a running total. Add each x to it and append it to result.",
        "result = []\ntotal = 0\nfor x in $a:\n    total += x\n    result.append(total)\nreturn result",
    ),
    Operation(
        "running_products",
        "running_products prefix_products cumulative_products",
        "small_ints",
        "List[int]",
        (
            "the running products of $A",
            "the list of prefix products of $A",
            "a list whose i-th element is the product of the first i + 1 elements of $A",
            "the cumulative products of $A as a list",
        ),
        (
            "compute the running product of $A at each position",
            "replace each element of $A by the product of all elements up to it and return the new list",
        ),
        "Keep a running product. Multiply it by each x and append it to result.",
        "result = []\nproduct = 1\nfor x in $a:\n    product *= x\n    result.append(product)\nreturn result",
    ),
    Operation(
        "running_extreme",
        "running_$word rolling_$word prefix_$word",
        "ints",
        "List[int]",
        (
            "the running ${word}imum of $A",
            "a list of the ${word}imum element found until each position of $A",
            "a list whose i-th element is the $adj of the first i + 1 elements of $A",
            "the rolling ${word}imum of $A as a list",
        ),
        ("replace each element of $A by the $adj element seen so far and return the new list",),
        "Append to result the $word of x and the last result, or x for the first one.",
        "result = []\nfor x in $a:\n    result.append($word(x, result[-1]) if result else x)\nreturn result",
        variants=({"word": "max", "adj": "largest"}, {"word": "min", "adj": "smallest"}),
    ),
    Operation(
        "differences",
        "differences neighbour_differences deltas consecutive_differences",
        "ints",
        "List[int]",
        (
            "the differences between neighbouring elements of $A, each element minus the one before it",
            "a list of the differences $a[i + 1] - $a[i]",
            "the list of consecutive differences of $A (next minus current)",
        ),
        (
            "subtract each element of $A from the next one and return the list of differences",
            "compute how much each element of $A is larger than the one before it, as a list",
        ),
        "Pair each x with its next y by zip. Collect y - x.",
        "return [y - x for x, y in zip($a, $a[1:])]",
    ),
)
