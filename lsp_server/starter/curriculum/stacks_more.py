"""More problems that a stack solves, part of the family `stacks`. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op, args, ints, letters


def _sum_text(rng: Random) -> tuple[str]:
    text = str(rng.randint(0, 30))
    for _ in range(rng.randint(0, 4)):
        text += f" {rng.choice('+-')} {rng.randint(0, 30)}"
    return (text if rng.random() < 0.6 else text.replace(" ", ""),)


def _calculation(rng: Random) -> tuple[str]:
    text = str(rng.randint(0, 12))
    for _ in range(rng.randint(0, 4)):
        text += f"{rng.choice('+-**')}{rng.randint(0, 12)}"
    return (text if rng.random() < 0.6 else " + ".join(text.split("+")),)


def _two_lists(rng: Random) -> tuple[list[int], list[int]]:
    nums = rng.sample(range(1, 15), rng.randint(1, 6))
    return rng.sample(nums, rng.randint(1, len(nums))), nums


def _code(rng: Random) -> tuple[str]:
    return ("".join(rng.choice(("(", ")", "[", "]", "{", "}", "a", "+", "x")) for _ in range(rng.randint(0, 6))),)


def _mirrored(rng: Random) -> tuple[str]:
    return (rng.choice(("(abcd)", "(u(love)i)", "a(bc)d", "abc", "((ab)c)", "x(yz(uv))", "(a)(bc)", "")),)


OPS = (
    Op(
        key="remove_part",
        names="remove_occurrences remove_all erase_part delete_part",
        params="s:str",
        returns="str",
        axes=(
            {
                part: {"part": (f'"{part}"',), "end": f"-{len(part)}"}
                for part in ("ab", "abc", "ba", "aab", "cb", "bc", "ca", "acb")
            },
        ),
        think="Keep the text as a list. After each character: if it ends with $part, delete these characters.",
        code="""
            result = ""
            for c in $s:
                result += c
                if result.endswith($part):
                    result = result[:$end]
            return result
        """,
        inputs=args(letters("abcab", most=9)),
    ),
    Op(
        key="add_subtract",
        names="calculate evaluate_sum add_and_subtract",
        params="s:str",
        returns="int",
        think="Drop the spaces. Put a space before each minus, make each plus a space, and add the signed numbers.",
        code="""
            parts = $s.replace(" ", "").replace("-", " -").replace("+", " ").split()
            return sum(int(part) for part in parts)
        """,
        inputs=_sum_text,
    ),
    Op(
        key="calculate",
        names="calculate evaluate_expression basic_calculator",
        params="s:str",
        returns="int",
        think="Keep the terms on a stack. A number is pushed after +, pushed negative after -, and after * multiplies "
        "the top. Return the sum.",
        code="""
            stack = []
            number, sign = 0, "+"
            for c in $s.replace(" ", "") + "+":
                if c.isdigit():
                    number = 10 * number + int(c)
                else:
                    stack.append(stack.pop() * number if sign == "*" else -number if sign == "-" else number)
                    number, sign = 0, c
            return sum(stack)
        """,
        inputs=_calculation,
    ),
    Op(
        key="next_in_other",
        names="next_greater_element next_greater_in_other next_greater_values",
        params="nums1:ints nums2:ints",
        returns="List[int]",
        given="two arrays of distinct integers, $nums1 and $nums2, where $nums1 is a subset of $nums2",
        think="Walk $nums2 with a stack. A number is the next greater one of the smaller numbers on top. Look up each "
        "of $nums1.",
        code="""
            greater = {}
            stack = []
            for x in $nums2:
                while stack and stack[-1] < x:
                    greater[stack.pop()] = x
                stack.append(x)
            return [greater.get(x, -1) for x in $nums1]
        """,
        inputs=_two_lists,
    ),
    Op(
        key="text_brackets",
        names="is_balanced brackets_match check_code balanced_text",
        params="s:str",
        returns="bool",
        think="Push opening brackets. A closing one must match the top. Skip other characters. At the end the stack "
        "must be empty.",
        code="""
            pairs = {")": "(", "]": "[", "}": "{"}
            stack = []
            for c in $s:
                if c in "([{":
                    stack.append(c)
                elif c in pairs and (not stack or stack.pop() != pairs[c]):
                    return False
            return not stack
        """,
        inputs=lambda rng: _code(rng) if rng.random() < 0.5 else (rng.choice(("f(x[1])", "{a: (b)}", "(a]", "x", "")),),
    ),
    Op(
        key="reverse_in_brackets",
        names="reverse_parentheses reverse_inside mirror_brackets",
        params="s:str",
        returns="str",
        think="Keep a stack of texts. '(' pushes an empty text. ')' pops one and adds its reverse to the one below.",
        code="""
            stack = [""]
            for c in $s:
                if c == "(":
                    stack.append("")
                elif c == ")":
                    text = stack.pop()
                    stack[-1] += text[::-1]
                else:
                    stack[-1] += c
            return stack[0]
        """,
        inputs=_mirrored,
    ),
    Op(
        key="unmatched",
        names="count_unmatched unmatched_brackets wrong_brackets",
        params="s:str",
        returns="List[int]",
        think="Keep the indices of open parentheses. Unmatched are closing ones without an open one and those left.",
        code="""
            stack = []
            wrong = []
            for i, c in enumerate($s):
                if c == "(":
                    stack.append(i)
                elif c == ")":
                    if stack:
                        stack.pop()
                    else:
                        wrong.append(i)
            return sorted(wrong + stack)
        """,
        inputs=args(letters("()a", most=7)),
    ),
    Op(
        key="sort_stack",
        names="sort_stack sorted_stack order_stack",
        params="stack:ints",
        returns="List[int]",
        think="Take each number off. Before it is put on the helper, move larger numbers back.",
        code="""
            rest = list($stack)
            helper = []
            while rest:
                x = rest.pop()
                while helper and helper[-1] > x:
                    rest.append(helper.pop())
                helper.append(x)
            return helper
        """,
        inputs=args(ints(0, 15, most=6)),
    ),
    Op(
        key="undo",
        names="apply_undo text_after_undo words_after_undo",
        params="words:strs",
        returns="List[str]",
        axes=({word: {"cmd": (f'"{word}"',)} for word in ("undo", "back", "delete", "UNDO", "oops")},),
        think="Use a stack. The word $cmd takes the last one off if there is one, other words are pushed.",
        code="""
            result = []
            for word in $words:
                if word != $cmd:
                    result.append(word)
                elif result:
                    result.pop()
            return result
        """,
        varied=lambda words: (
            lambda rng: (
                [
                    rng.choice(("a", "go", "hi", "we", words["cmd"][1:-1], words["cmd"][1:-1]))
                    for _ in range(rng.randint(0, 6))
                ],
            )
        ),
    ),
)
