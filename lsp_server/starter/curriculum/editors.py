"""Part of the family `stacks`: texts typed with keys that erase and change. A table; `table.py` draws from it."""

from lsp_server.starter.curriculum.conditions_machines import TYPED
from lsp_server.starter.curriculum.table import Op, args, letters

_ERASING = {
    "last": {"Erases": ("deletes the last character", "removes the character before it"), "erase": "stack[-1:] = []"},
    "two": {
        "Erases": ("deletes the last two characters", "removes the two characters before it"),
        "erase": "stack[-2:] = []",
    },
    "three": {
        "Erases": ("deletes the last three characters", "removes the three characters before it"),
        "erase": "stack[-3:] = []",
    },
    "all": {
        "Erases": ("deletes everything written so far", "removes the whole text before it"),
        "erase": "stack = []",
    },
    "first": {
        "Erases": ("deletes the first character of the text so far", "removes the first character written"),
        "erase": "stack[:1] = []",
    },
}
_CHANGING = {
    "repeat": {
        "Changes": ("repeats the last character", "writes the last character once more"),
        "change": "stack += stack[-1:]",
    },
    "reverse": {
        "Changes": ("reverses the text so far", "turns around what was written so far"),
        "change": "stack = stack[::-1]",
    },
    "upper": {
        "Changes": ("turns the text so far into upper case", "makes all letters before it upper case"),
        "change": "stack = [x.upper() for x in stack]",
    },
    "twice": {
        "Changes": ("writes the text so far once more", "repeats everything before it"),
        "change": "stack += stack",
    },
}

OPS = (
    Op(
        key="editor",
        names="type_text final_text run_editor typed_text simulate_typing",
        params="s:str",
        returns="str",
        tail="$Only.",
        axes=(
            _ERASING,
            _CHANGING,
            {"-": {"mark": ("#", "<", "-", "~")}},
            {"-": {"sign": ("*", "@", "!", "+")}},
            TYPED,
        ),
        think="Keep the text as a list. '$mark': $erase. '$sign': $change. Append other characters$When, join them at "
        "the end.",
        code="""
            stack = []
            for c in $s:
                if c == "$mark":
                    $erase
                elif c == "$sign":
                    $change
                $typed:
                    stack.append(c)
            return "".join(stack)
        """,
        varied=lambda words: args(letters(f"abcd{words['mark']}{words['sign']}", most=8)),
    ),
)
