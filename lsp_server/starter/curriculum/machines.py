"""Part of the family `stacks`: products of choices, as nearest elements, leaders and command logs. A table."""

from collections.abc import Mapping
from random import Random

from lsp_server.starter.curriculum.conditions_machines import ACCEPTED
from lsp_server.starter.curriculum.table import Inputs, Op, args, either, ints

_ORDER = {
    "greater": {
        "which": "greater",
        "than": ("greater than", "larger than", "bigger than", "strictly greater than"),
        "op": ">",
    },
    "smaller": {"which": "smaller", "than": ("smaller than", "less than", "strictly smaller than", "below"), "op": "<"},
    "greater_equal": {
        "which": "greater_or_equal",
        "than": ("greater than or equal to", "at least as large as", "not smaller than"),
        "op": ">=",
    },
    "smaller_equal": {
        "which": "smaller_or_equal",
        "than": ("smaller than or equal to", "at most as large as", "not greater than", "less than or equal to"),
        "op": "<=",
    },
}

_SIDE = {
    "next": {
        "side": "next",
        "Side": (
            "the first element to its right",
            "the nearest element after it",
            "the next element on the right",
            "the closest element to its right",
        ),
        "walk": "range(len($nums) - 1, -1, -1)",
        "way": "from the right",
    },
    "previous": {
        "side": "previous",
        "Side": (
            "the closest element to its left",
            "the nearest element before it",
            "the last element before it",
            "the nearest element on the left",
        ),
        "walk": "range(len($nums))",
        "way": "from the left",
    },
}

_FOUND = {
    "value": {"found": "value", "Get": ("", "the value of "), "expr": "$nums[stack[-1]]"},
    "index": {"found": "index", "Get": ("the index of ", "the position of "), "expr": "stack[-1]"},
    "distance": {
        "found": "distance",
        "Get": ("the distance to ", "the number of places between it and "),
        "expr": "abs(i - stack[-1])",
    },
}

_LEADER = {
    "greater": {"kind": "greater", "Than": ("greater than", "larger than", "strictly greater than"), "op": ">"},
    "greater_equal": {"kind": "not_less", "Than": ("at least as large as", "greater than or equal to"), "op": ">="},
    "smaller": {"kind": "smaller", "Than": ("smaller than", "less than", "strictly smaller than"), "op": "<"},
    "smaller_equal": {"kind": "not_greater", "Than": ("at most as large as", "less than or equal to"), "op": "<="},
}

_FROM = {
    "right": {
        "side": "right",
        "Where": ("to its right", "after it", "following it", "on its right side"),
        "walk": "reversed($nums)",
        "back": "result[::-1]",
        "after": ", in the end reverse",
    },
    "left": {
        "side": "left",
        "Where": ("to its left", "before it", "preceding it", "on its left side"),
        "walk": "$nums",
        "back": "result",
        "after": "",
    },
}

_LEADERS = {
    "list": {
        "ret": "List[int]",
        "make": "list",
        "Get": ("the elements", "all elements", "the list of those numbers", "the numbers"),
        "out": "$back",
        "end": "the list$after",
    },
    "count": {
        "ret": "int",
        "make": "count",
        "Get": ("the number of elements", "the count of numbers"),
        "out": "len(result)",
        "end": "how many there are",
    },
    "sum": {
        "ret": "int",
        "make": "sum",
        "Get": ("the sum of the elements", "the total of all numbers"),
        "out": "sum(result)",
        "end": "their sum",
    },
}

_POP = ("pop", "drop", "remove", "POP", "delete")
_SECOND = {
    "dup": {
        "cmd": ("dup", "copy", "DUP", "repeat"),
        "Does": ("pushes a copy of the top number", "duplicates the top number"),
        "do": "stack.append(stack[-1])",
    },
    "double": {
        "cmd": ("double", "D", "DOUBLE", "twice"),
        "Does": ("doubles the top number", "replaces the top number by twice its value"),
        "do": "stack[-1] *= 2",
    },
    "negate": {
        "cmd": ("neg", "negate", "NEG", "minus"),
        "Does": ("changes the sign of the top number", "replaces the top number by its negative"),
        "do": "stack[-1] = -stack[-1]",
    },
    "increment": {
        "cmd": ("inc", "up", "INC", "++"),
        "Does": ("adds 1 to the top number", "increases the top number by one"),
        "do": "stack[-1] += 1",
    },
    "square": {
        "cmd": ("square", "sq", "SQ"),
        "Does": ("squares the top number", "replaces the top number by its square"),
        "do": "stack[-1] **= 2",
    },
    "clear": {
        "cmd": ("clear", "reset", "CLEAR", "empty"),
        "Does": ("removes all numbers", "empties the stack"),
        "do": "stack.clear()",
    },
    "reverse": {
        "cmd": ("reverse", "flip", "REV", "turn"),
        "Does": ("reverses the order of the stack", "turns the whole stack upside down"),
        "do": "stack.reverse()",
    },
}
_STACK_OUT = {
    "list": {
        "ret": "List[int]",
        "make": "stack",
        "End": ("the stack as a list, bottom first", "the numbers on the stack from bottom to top"),
        "out": "stack",
    },
    "size": {
        "ret": "int",
        "make": "size",
        "End": ("the size of the stack", "how many numbers are on the stack"),
        "out": "len(stack)",
    },
    "sum": {
        "ret": "int",
        "make": "sum",
        "End": ("the sum of the numbers on the stack", "the total of what is left on the stack"),
        "out": "sum(stack)",
    },
    "top": {
        "ret": "int",
        "make": "top",
        "End": ("the top of the stack, or $none if it is empty", "the number on top ($none for an empty stack)"),
        "none": ("-1", "0"),
        "out": "stack[-1] if stack else $none",
    },
}

_QUEUE_SECOND = {
    "clear": {
        "cmd": ("clear", "reset", "CLEAR"),
        "Does": ("removes all numbers", "empties the queue"),
        "do": "queue.clear()",
    },
    "reverse": {
        "cmd": ("reverse", "flip", "REV"),
        "Does": ("reverses the queue", "turns the order of the queue around"),
        "do": "queue.reverse()",
    },
    "rotate": {
        "cmd": ("rotate", "next", "skip"),
        "Does": ("moves the first number to the end", "sends the first number to the back of the queue"),
        "do": "queue.append(queue.pop(0))",
    },
    "last": {
        "cmd": ("last", "leave", "drop"),
        "Does": ("removes the last number", "removes the number at the back"),
        "do": "queue.pop()",
    },
    "front": {
        "cmd": ("front", "jump", "urgent"),
        "Does": ("moves the last number to the front", "brings the number at the back to the front"),
        "do": "queue.insert(0, queue.pop())",
    },
}
_QUEUE_OUT = {
    "list": {
        "ret": "List[int]",
        "make": "queue",
        "End": ("the queue as a list, front first", "the numbers in the queue from front to back"),
        "out": "queue",
    },
    "size": {
        "ret": "int",
        "make": "size",
        "End": ("the length of the queue", "how many numbers are in the queue"),
        "out": "len(queue)",
    },
    "sum": {
        "ret": "int",
        "make": "sum",
        "End": ("the sum of the numbers in the queue", "the total of what is left in the queue"),
        "out": "sum(queue)",
    },
    "first": {
        "ret": "int",
        "make": "front",
        "End": ("the first number in the queue, or $none if it is empty", "the front ($none for an empty queue)"),
        "none": ("-1", "0"),
        "out": "queue[0] if queue else $none",
    },
}


def _log(words: Mapping[str, str]) -> Inputs:
    def make(rng: Random) -> tuple[list[str]]:
        commands = (words["pop"], words["cmd"])
        return (
            [str(rng.randint(0, 9)) if rng.random() < 0.6 else rng.choice(commands) for _ in range(rng.randint(0, 7))],
        )

    return make


OPS = (
    Op(
        key="nearest",
        names="${side}_$which ${side}_${which}_$found find_${side}_$which nearest_$which",
        params="nums:ints",
        returns="List[int]",
        axes=(_ORDER, _SIDE, _FOUND, {"-": {"none": ("-1", "0", "-100", "99")}}),
        think="Walk $way with a stack of indices. Pop while the top is not $op. The top then gives the $found, else "
        "$none. Push the index.",
        code="""
            result = [$none] * len($nums)
            stack = []
            for i in $walk:
                while stack and not $nums[stack[-1]] $op $nums[i]:
                    stack.pop()
                if stack:
                    result[i] = $expr
                stack.append(i)
            return result
        """,
        inputs=either(args(ints(0, 20)), args(ints(0, 5))),
    ),
    Op(
        key="leaders",
        names="find_leaders leaders_$side ${kind}_than_all_$side ${make}_leaders",
        params="nums:ints",
        returns="$ret",
        axes=(_LEADER, _FROM, _LEADERS),
        think="Walk from the $side and keep those found so far. A number $op the last one is new. Return $end.",
        code="""
            result = []
            for x in $walk:
                if not result or x $op result[-1]:
                    result.append(x)
            return $out
        """,
        inputs=either(args(ints(0, 15)), args(ints(0, 5))),
    ),
    Op(
        key="stack_machine",
        names="run_stack final_$make stack_$make process_stack simulate",
        params="operations:strs",
        returns="$ret",
        tail="$Only.",
        axes=(_SECOND, _STACK_OUT, {"-": {"pop": _POP, "it": "stack"}}, ACCEPTED),
        think="'$pop' removes the top if there is one. '$cmd': $do, unless the stack is empty. Push numbers$When. "
        "Return $out.",
        code="""
            stack = []
            for op in $operations:
                if op == "$pop":
                    if stack:
                        stack.pop()
                elif op == "$cmd":
                    if stack:
                        $do
                $accepted:
                    stack.append(int(op))
            return $out
        """,
        varied=_log,
    ),
    Op(
        key="queue_machine",
        names="run_queue final_$make queue_$make process_queue simulate",
        params="operations:strs",
        returns="$ret",
        tail="$Only.",
        axes=(_QUEUE_SECOND, _QUEUE_OUT, {"-": {"pop": ("pop", "serve", "dequeue", "take"), "it": "queue"}}, ACCEPTED),
        think="'$pop' removes the first if there is one. '$cmd': $do, unless the queue is empty. Append numbers$When. "
        "Return $out.",
        code="""
            queue = []
            for op in $operations:
                if op == "$pop":
                    if queue:
                        queue.pop(0)
                elif op == "$cmd":
                    if queue:
                        $do
                $accepted:
                    queue.append(int(op))
            return $out
        """,
        varied=_log,
    ),
)
