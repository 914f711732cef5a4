"""Family `stacks`: stacks and queues. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.editors import OPS as EDITORS
from lsp_server.starter.curriculum.machines import OPS as MACHINES
from lsp_server.starter.curriculum.parentheses import OPS as PARENTHESES
from lsp_server.starter.curriculum.queues import OPS as QUEUES
from lsp_server.starter.curriculum.stacks_more import OPS as MORE
from lsp_server.starter.curriculum.table import Op, args, either, family, ints, letters, one_of


def _rpn(rng: Random) -> tuple[list[str]]:
    def expression(depth: int) -> list[str]:
        if depth == 0 or rng.random() < 0.3:
            return [str(rng.randint(1, 9))]
        return [*expression(depth - 1), *expression(depth - 1), rng.choice("+-*")]

    return (expression(2),)


def _nested(rng: Random, depth: int = 3) -> str:
    """A balanced string of round brackets."""
    return "".join(f"({_nested(rng, depth - 1)})" for _ in range(rng.randint(0, 2))) if depth else ""


def _path(rng: Random) -> tuple[str]:
    parts = [rng.choice(("a", "b", "home", "..", ".", "", "usr")) for _ in range(rng.randint(1, 5))]
    return ("/" + "/".join(parts) + rng.choice(("", "/")),)


def _bracket_string(rng: Random) -> tuple[str]:
    """Any kind of bracket: a body must not fail on those it does not know, they just never match."""
    pairs = rng.choice((("()",), ("()", "[]"), ("()", "{}"), ("()", "[]", "{}")))

    def balanced(depth: int) -> str:
        if depth == 0:
            return ""
        return "".join(f"{(p := rng.choice(pairs))[0]}{balanced(depth - 1)}{p[1]}" for _ in range(rng.randint(0, 2)))

    good = balanced(3)
    return (good if rng.random() < 0.5 else letters("".join(pairs), most=5)(rng),)


OPS = (
    Op(
        key="valid_parentheses",
        names="is_valid valid_parentheses is_balanced balanced_brackets check_brackets",
        params="s:str",
        returns="bool",
        think="Push opening brackets. A closing one must match the top of the stack. At the end the stack must be "
        "empty.",
        code="""
            pairs = {")": "(", "]": "[", "}": "{"}
            stack = []
            for c in $s:
                if c not in pairs:
                    stack.append(c)
                elif not stack or stack.pop() != pairs[c]:
                    return False
            return not stack
        """,
        inputs=_bracket_string,
        often=5,
        constraints=("1 <= $s.length <= 10^4", "$s consists of parentheses only '()[]{}'."),
    ),
    Op(
        key="round_balanced",
        names="is_balanced correct_bracketing balanced check_parentheses",
        params="s:str",
        returns="bool",
        axes=(
            {
                "round": {"open": "(", "close": ")", "kind": ("round brackets", "parentheses")},
                "angle": {"open": "<", "close": ">", "kind": ("angle brackets",)},
                "square": {"open": "[", "close": "]", "kind": ("square brackets",)},
                "curly": {"open": "{", "close": "}", "kind": ("curly brackets", "braces")},
            },
        ),
        think="Count the open brackets. A closing one without an open one is wrong. In the end none may be open.",
        code="""
            depth = 0
            for c in $s:
                depth += 1 if c == "$open" else -1
                if depth < 0:
                    return False
            return depth == 0
        """,
        varied=lambda words: args(letters(words["open"] + words["close"], most=6)),
        often=2,
    ),
    Op(
        key="max_depth",
        names="max_depth nesting_depth max_nesting parentheses_depth",
        params="s:str",
        returns="int",
        think="Count the open parentheses. Remember the largest count.",
        code="""
            depth = best = 0
            for c in $s:
                if c == "(":
                    depth += 1
                    best = max(best, depth)
                elif c == ")":
                    depth -= 1
            return best
        """,
        inputs=either(lambda rng: (_nested(rng),), one_of(("(1+(2*3))",), ("(a)",), ("",), ("1+2",), ("((x))+(y)",))),
    ),
    Op(
        key="min_add",
        names="min_add_to_make_valid min_insertions missing_parentheses unmatched_count",
        params="s:str",
        returns="int",
        given="a string $s of '(' and ')'",
        think="Count open ones. A closing one without an open one needs an insertion; so does each that stays open.",
        code="""
            depth = missing = 0
            for c in $s:
                if c == "(":
                    depth += 1
                elif depth:
                    depth -= 1
                else:
                    missing += 1
            return depth + missing
        """,
        inputs=args(letters("()", most=7)),
    ),
    Op(
        key="rpn",
        names="eval_rpn evaluate_postfix eval_postfix rpn",
        params="tokens:strs",
        returns="int",
        think="Push numbers. An operator pops two values, the second operand first, and pushes the result.",
        code="""
            stack = []
            for token in $tokens:
                if token in ("+", "-", "*"):
                    b, a = stack.pop(), stack.pop()
                    stack.append(a + b if token == "+" else a - b if token == "-" else a * b)
                else:
                    stack.append(int(token))
            return stack[-1]
        """,
        inputs=_rpn,
        often=2,
    ),
    Op(
        key="adjacent_duplicates",
        names="remove_duplicates remove_adjacent_pairs cancel_pairs collapse",
        params="s:str",
        returns="str",
        think="Use a stack. A letter equal to the top removes it, any other is pushed.",
        code="""
            stack = []
            for c in $s:
                if stack and stack[-1] == c:
                    stack.pop()
                else:
                    stack.append(c)
            return "".join(stack)
        """,
        inputs=args(letters("abc", most=8)),
    ),
    Op(
        key="daily_temperatures",
        names="daily_temperatures days_until_$which wait_for_$which",
        params="temperatures:ints",
        returns="List[int]",
        axes=(
            {
                "warmer": {"which": ("warmer",), "higher": "higher", "op": "<"},
                "colder": {"which": ("colder",), "higher": "lower", "op": ">"},
            },
        ),
        think="Keep a stack of days without an answer. A $which day answers those on top: the difference of the "
        "indices.",
        code="""
            result = [0] * len($temperatures)
            stack = []
            for i, t in enumerate($temperatures):
                while stack and $temperatures[stack[-1]] $op t:
                    j = stack.pop()
                    result[j] = i - j
                stack.append(i)
            return result
        """,
        inputs=args(ints(20, 40)),
        often=2,
    ),
    Op(
        key="simplify_path",
        names="simplify_path canonical_path normalize_path",
        params="path:str",
        returns="str",
        think="Split at slashes. Skip empty parts and '.', pop for '..', push other names. Join them after a slash.",
        code="""
            stack = []
            for part in $path.split("/"):
                if part == "..":
                    if stack:
                        stack.pop()
                elif part and part != ".":
                    stack.append(part)
            return "/" + "/".join(stack)
        """,
        inputs=_path,
    ),
    Op(
        key="backspace",
        names="backspace_compare same_after_backspaces equal_after_typing",
        params="s:str t:str",
        returns="bool",
        think="Type each string with a stack: '#' pops if it can, others are pushed. Compare both stacks.",
        code="""
            def typed(text):
                stack = []
                for c in text:
                    if c != "#":
                        stack.append(c)
                    elif stack:
                        stack.pop()
                return stack

            return typed($s) == typed($t)
        """,
        inputs=args(letters("ab#", most=4), letters("ab#", most=4)),
    ),
    Op(
        key="apply_backspaces",
        names="apply_backspaces type_text clean_string remove_stars",
        params="s:str",
        returns="str",
        axes=(
            {
                "#": {"mark": "#", "called": "hash"},
                "*": {"mark": "*", "called": "star"},
                "<": {"mark": "<", "called": "arrow"},
                "-": {"mark": "-", "called": "dash"},
            },
        ),
        think="Use a stack. A '$mark' pops the last character if there is one, others are pushed.",
        code="""
            stack = []
            for c in $s:
                if c != "$mark":
                    stack.append(c)
                elif stack:
                    stack.pop()
            return "".join(stack)
        """,
        varied=lambda words: args(letters("abc" + 2 * words["mark"], most=7)),
    ),
)

FAMILY = family("stacks", (*OPS, *MACHINES, *EDITORS, *PARENTHESES, *QUEUES, *MORE))
