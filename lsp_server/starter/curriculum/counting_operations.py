"""Single operations with dictionaries, counters and sets."""

from lsp_server.starter.curriculum.operations import Operation

OPERATIONS: tuple[Operation, ...] = (
    Operation(
        "frequencies",
        "count_frequencies frequencies count_elements histogram",
        "ints",
        "Dict[int, int]",
        (
            "a dictionary with the number of times each element occurs in $A",
            "a dictionary that maps each number in $A to its frequency",
            "the frequency of every element of $A as a dictionary",
        ),
        (
            "count how often each number occurs in $A and return a dictionary",
            "build a dictionary from each distinct element of $A to its count",
            "count the occurrences of each value in $A, as a dict",
        ),
        "Start with an empty dict counts. For each x add 1 to counts[x].",
        "counts = {}\nfor x in $a:\n    counts[x] = counts.get(x, 0) + 1\nreturn counts",
    ),
)
