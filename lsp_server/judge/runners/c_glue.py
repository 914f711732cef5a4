"""The C code that reads the arguments of a call, calls, and writes what came of it, from the types of the function."""

from collections.abc import Sequence
from dataclasses import dataclass

from lsp_server.judge.runners.c_source import Argument, Function, Type, arguments

SIZE, COLUMNS = "vibe_size", "vibe_columns"
"""What the candidate fills in: the size of the result, and of its rows."""


@dataclass(frozen=True, slots=True)
class Call:
    """`reading` declares and reads the arguments; `changed` writes each of them as it is after the call."""

    reading: str
    passed: str
    changed: tuple[str, ...]


def example(function: Function, given: int) -> str:
    """The body of the function that runs one example."""
    call = prepared(arguments(function.parameters, given))
    first = f'vibe_put(v, "\\"first\\":"); {call.changed[0]} vibe_put(v, ",");' if call.changed else ""
    mutated = "\n".join(
        f'if (v->mutated == {k}) {{ vibe_put(v, "\\"mutated\\":"); {text} vibe_put(v, ","); }}'
        for k, text in enumerate(call.changed)
    )
    nothing = function.returns == Type("void", 0)
    return f"""{call.reading}
{timed(function, call.passed)}
vibe_put(v, "\\"value\\":"); {result(function)} vibe_put(v, ",");
{first if nothing else ""}
{mutated}"""


def prepared(found: Sequence[Argument]) -> Call:
    values = [argument for argument in found if not argument.output]
    names = {id(argument): f"vibe_{k}" for k, argument in enumerate(values)}
    reading = [f"vibe_arguments(v, {len(values)});", f"int {SIZE} = 0, *{COLUMNS} = NULL;"]
    reading += [_reading(argument, names[id(argument)]) for argument in values]
    passed = ", ".join(_passed(argument, names.get(id(argument), "")) for argument in found)
    return Call("\n".join(reading), passed, tuple(_written(each.type, *_named(each, names)) for each in values))


def timed(function: Function, passed: str) -> str:
    kept = "" if function.returns == Type("void", 0) else f"{function.returns.text} vibe_result = "
    return f"vibe_start(); {kept}{function.name}({passed}); vibe_stop(v);"


def result(function: Function) -> str:
    """Writes `vibe_result`, or what the aside asks for (see `judge/arranged.py`)."""
    linked = Type("ListNode", 1)
    if function.returns == Type("void", 0):
        whole = "if (v->aside == 'w') vibe_put_list(v, vibe_chain_size ? vibe_chain[0] : NULL); else "
        return f'{whole if linked in [each.type for each in function.parameters] else ""}vibe_put(v, "null");'
    if function.returns == linked:
        return "if (v->aside == 'p') vibe_put_place(v, vibe_result); else vibe_put_list(v, vibe_result);"
    sized = any(argument.output for argument in arguments(function.parameters, len(function.parameters)))
    rows = any(parameter.type == Type("int", 2) for parameter in function.parameters if "eturn" in parameter.name)
    return _written(function.returns, "vibe_result", SIZE if sized else "", COLUMNS if rows else "")


def _named(argument: Argument, names: dict[int, str]) -> tuple[str, str, str]:
    name = names[id(argument)]
    return name, f"{name}_size" if argument.sizes else "", f"{name}_columns" if argument.sizes > 1 else ""


def _reading(argument: Argument, name: str) -> str:
    kind, size = argument.type, f"&{name}_size"
    row = (kind.base if kind.base in READERS else "", kind.stars)
    declared = f"int {name}_size = 0, *{name}_columns = NULL; {kind.text} {name}"
    if kind == Type("char", 1) and not argument.sizes:
        return f"{declared} = vibe_string(v);"
    if kind == Type("char", 2) and argument.sizes < 2:
        return f"{declared} = vibe_strings(v, {size});"
    if row[0]:
        return f"{declared} = {READERS[kind.base][kind.stars - 1].format(size=size)};"
    return f"{declared}; {_plain_reading(kind, name)}"


READERS = {
    "ListNode": ("vibe_read_list(v)", "vibe_read_lists(v, {size})"),
    "TreeNode": ("vibe_read_tree(v)",),
    "Node": ("vibe_read_node(v)",),
    "NestedInteger": ("vibe_read_nested(v)", "vibe_read_nested_list(v, {size})"),
}
WRITERS = {
    "ListNode": ("vibe_put_list(v, {0});", "vibe_put_lists(v, {0}, {1});"),
    "Node": ("vibe_put_node(v, {0});",),
    "NestedInteger": ("vibe_put_nested(v, {0});", "vibe_put_nested_list(v, {0}, {1});"),
    "TreeNode": ("vibe_put_tree(v, {0});", "vibe_put_trees(v, {0}, {1});"),
}


def _plain_reading(kind: Type, name: str) -> str:
    what = f"v, VIBE_KIND({kind.base}), sizeof({kind.base})"
    by_stars = (
        f"vibe_scalar({what}, &{name});",
        f"{name} = vibe_array({what}, &{name}_size);",
        f"{name} = vibe_matrix({what}, &{name}_size, &{name}_columns);",
    )
    return by_stars[kind.stars] if kind.stars < len(by_stars) else f'vibe_refuse(v, "{kind.text}");'


def _passed(argument: Argument, name: str) -> str:
    if argument.output:
        return f"&{SIZE}" if argument.type.stars == 1 else f"&{COLUMNS}"
    return ", ".join((name, f"{name}_size", f"{name}_columns")[: argument.sizes + 1])


def _written(kind: Type, name: str, size: str, columns: str) -> str:
    if kind.base in WRITERS:
        return WRITERS[kind.base][kind.stars - 1].format(name, size or "0")
    if kind == Type("char", 1) and not size:
        return f"vibe_put_string(v, {name});"
    if kind == Type("char", 2) and not columns:
        return f"vibe_put_strings(v, {name}, {size or '0'});"
    what = f"v, VIBE_KIND({kind.base}), sizeof({kind.base})"
    by_stars = (
        f"vibe_put_scalar({what}, &{name});",
        f"vibe_put_array({what}, {name}, {size or '0'});",
        f"vibe_put_matrix({what}, {name}, {size or '0'}, {columns or 'NULL'});",
        f"vibe_put_groups(v, {name}, {size or '0'}, {columns or 'NULL'});",
    )
    return by_stars[kind.stars]
