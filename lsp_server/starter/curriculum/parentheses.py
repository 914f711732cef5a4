"""Part of the family `stacks`: strings of nested parentheses. A table; `table.py` draws from it."""

from random import Random

from lsp_server.starter.curriculum.table import Op


def _group(rng: Random, depth: int = 3) -> str:
    """One balanced group of round brackets."""
    return f"({''.join(_group(rng, depth - 1) for _ in range(rng.randint(0, 2)))})" if depth > 1 else "()"


OPS = (
    Op(
        key="paren_groups",
        names="separate_paren_groups split_groups balanced_groups",
        params="paren_string:str",
        returns="List[str]",
        think="Skip spaces and count the open parentheses. When the count is back at 0 a group is complete.",
        code="""
            groups = []
            group, depth = "", 0
            for c in $paren_string.replace(" ", ""):
                group += c
                depth += 1 if c == "(" else -1
                if depth == 0:
                    groups.append(group)
                    group = ""
            return groups
        """,
        inputs=lambda rng: (rng.choice((" ", "")).join(_group(rng) for _ in range(rng.randint(0, 3))),),
        often=2,
    ),
    Op(
        key="paren_depths",
        names="parse_nested_parens group_depths depths_of_groups",
        params="paren_string:str",
        returns="List[int]",
        think="Split at spaces. For each group count the open parentheses and note the largest count.",
        code="""
            result = []
            for group in $paren_string.split():
                depth = best = 0
                for c in group:
                    depth += 1 if c == "(" else -1
                    best = max(best, depth)
                result.append(best)
            return result
        """,
        inputs=lambda rng: (" ".join(_group(rng) for _ in range(rng.randint(0, 3))),),
        often=2,
    ),
    Op(
        key="remove_outer",
        names="remove_outer_parentheses strip_outer drop_outer",
        params="s:str",
        returns="str",
        think="Count the open parentheses. Keep a parenthesis unless it opens from 0 or closes back to 0.",
        code="""
            result = ""
            depth = 0
            for c in $s:
                if c == ")":
                    depth -= 1
                if depth > 0:
                    result += c
                if c == "(":
                    depth += 1
            return result
        """,
        inputs=lambda rng: ("".join(_group(rng) for _ in range(rng.randint(0, 3))),),
    ),
    Op(
        key="score",
        names="score_of_parentheses parentheses_score score",
        params="s:str",
        returns="int",
        think="Keep a stack of scores. '(' pushes 0. ')' pops v and adds max(2 * v, 1) to the top.",
        code="""
            stack = [0]
            for c in $s:
                if c == "(":
                    stack.append(0)
                else:
                    v = stack.pop()
                    stack[-1] += max(2 * v, 1)
            return stack[0]
        """,
        inputs=lambda rng: ("".join(_group(rng) for _ in range(rng.randint(1, 3))),),
    ),
)
