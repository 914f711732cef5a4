"""What a loop makes of the elements that it keeps: a list, their number or their sum. Data of two tables."""

EMITTED = {
    "list": {
        "Emit": "a list of",
        "init": "result = []",
        "add": "result.append(x)",
        "done": "return result",
        "open": "[x for",
        "close": "]",
        "kind": "List[int]",
    },
    "count": {
        "Emit": "the number of",
        "init": "count = 0",
        "add": "count += 1",
        "done": "return count",
        "open": "sum(1 for",
        "close": ")",
        "kind": "int",
    },
    "sum": {
        "Emit": "the sum of",
        "init": "total = 0",
        "add": "total += x",
        "done": "return total",
        "open": "sum(x for",
        "close": ")",
        "kind": "int",
    },
}
