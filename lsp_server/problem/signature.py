"""What a solution must define, when no code says so: name, parameters and types from the statement's examples."""

import re
from collections.abc import Sequence
from typing import cast

from lsp_server.problem.binding.designs import operations_of
from lsp_server.problem.examples.calls import find_calls
from lsp_server.problem.examples.raw import Called, Labelled, Raw, Session
from lsp_server.problem.model import Parameter, Signature, Value
from lsp_server.problem.values import parse_assignments, parse_value

_NAMED = re.compile(
    r"(?:function|method|def)\s+(?:called\s+|named\s+)?[`'\"]?([^\W\d]\w*)[`'\"]?(?=\s*\(|[`'\"]|\s+(?:that|which|to|taking)\b)"
)
_CALLED = re.compile(r"(?:called|named)\s+[`'\"]?([^\W\d]\w*)")
_WORDED = re.compile(r"`?([^\W\d]\w*)\(([^()\n]{0,200})\)")
_PARAM = re.compile(r"\s*([^\W\d]\w*)\s*(?::.*)?")
_NAMES_BY_TYPE = {"int": "n", "float": "x", "str": "s", "bool": "flag", "list": "nums", "dict": "mapping"}
_TASK_WORDS = re.compile(
    r"^(?:please |write |implement |create |define |complete |design |a |an |the |python |function |program |method |"
    r"that |which |to |return(?:s)? |given |find |compute |calculate )+",
    re.IGNORECASE,
)


def inferred_signature(raws: Sequence[Raw], title: str, prose: str) -> Signature:
    """A function for examples of values or calls, a program for examples of text, a class for lists of operations."""
    raws = [raw for raw in raws if not (isinstance(raw, Labelled) and raw.weak)]
    labelled = [raw for raw in raws if isinstance(raw, Labelled)]
    operations = [pair for raw in labelled if (pair := operations_of(raw.given))]
    if operations:
        return Signature(name=operations[0][0][0], kind="class")
    calls = [raw for raw in raws if isinstance(raw, Called)]
    name = calls[0].name if calls else _name(title, prose)
    if labelled and not calls:
        return _from_labelled(labelled, name)
    if not calls and any(isinstance(raw, Session) for raw in raws):
        return _from_sessions([raw for raw in raws if isinstance(raw, Session)], name)
    rows = [raw.arguments for raw in calls]
    width = max((len(row) for row in rows), default=0)
    columns = [[row[index][1] for row in rows if index < len(row)] for index in range(width)]
    keywords = [
        next((row[index][0] for row in rows if index < len(row) and row[index][0]), None) for index in range(width)
    ]
    names = _worded_params(name, prose, width) or _made_names(columns)
    params = tuple(
        Parameter(name=keyword or made, type=type_of_values(column))
        for keyword, made, column in zip(keywords, names, columns, strict=True)
    )
    if not calls:
        params = tuple(Parameter(name=each) for each in _worded_params(name, prose, None))
    return Signature(
        name=name, params=params, returns=type_of_values([c.wanted for c in calls if c.expects == "value"])
    )


def type_of_values(values: Sequence[Value]) -> str:
    """The type of all `values` as LeetCode would write it ("List[int]", "Optional[str]"), "" when there is none."""
    present = [value for value in values if value is not None]
    if not present:
        return ""
    if all(isinstance(value, list) for value in present):
        inner = type_of_values([item for value in present for item in value])
        types = [f"List[{inner}]" if inner else "List"]
        return f"Optional[{types[0]}]" if len(present) < len(values) else types[0]
    types = sorted({_type(value) for value in present})
    if types == ["float", "int"]:
        types = ["float"]
    types = _without_empty(types)
    if len(types) != 1:
        return ""
    return f"Optional[{types[0]}]" if len(present) < len(values) else types[0]


def _without_empty(types: list[str]) -> list[str]:
    """`List` (an empty list) agrees with `List[int]`."""
    return [each for each in types if "[" in each or not any(other.startswith(f"{each}[") for other in types)]


def _type(value: Value) -> str:
    if isinstance(value, bool | int | float | str):
        return type(value).__name__
    if isinstance(value, list | set):
        inner = type_of_values(list(cast("list[Value]", value)))
        return f"{'List' if isinstance(value, list) else 'Set'}{f'[{inner}]' if inner else ''}"
    if isinstance(value, tuple):
        inner = [type_of_values([item]) for item in cast("tuple[Value, ...]", value)]
        return f"Tuple[{', '.join(inner)}]" if inner and all(inner) else "Tuple"
    key, item = type_of_values(list(value)), type_of_values(list(value.values()))
    return f"Dict[{key}, {item}]" if key and item else "Dict"


def _from_labelled(labelled: Sequence[Labelled], name: str) -> Signature:
    parsed = [parse_assignments(raw.given) for raw in labelled]
    if any(values is None for values in parsed) or _is_standard_input(labelled, parsed):
        return Signature(name="main", kind="program")
    first = parsed[0]
    rows = [list(values.values()) if isinstance(values, dict) else values or [] for values in parsed]
    width = max(len(row) for row in rows)
    columns = [[row[index] for row in rows if index < len(row)] for index in range(width)]
    names = list(first) if isinstance(first, dict) and len(first) == width else _made_names(columns)
    params = tuple(
        Parameter(name=each, type=type_of_values(column)) for each, column in zip(names, columns, strict=True)
    )
    return Signature(name=name, params=params, returns=type_of_values(_literals([raw.wanted for raw in labelled])))


def _is_standard_input(labelled: Sequence[Labelled], parsed: Sequence[Value]) -> bool:
    """Bare numbers or words below labels that stand alone are lines of input; names or brackets make them values."""
    if any(isinstance(values, dict) for values in parsed):
        return False
    if any(isinstance(value, list | tuple | dict | set | str) for values in parsed for value in values):
        return False
    return all(raw.block for raw in labelled) or any("\n" in raw.wanted for raw in labelled)


def _from_sessions(sessions: Sequence[Session], name: str) -> Signature:
    """A class when the sessions make an object (`s = Stack()`), else a function of unknown parameters."""
    made = re.search(r"=\s*([A-Z]\w*)\(", "\n".join(f"{raw.setup}\n{raw.source}" for raw in sessions))
    if made:
        return Signature(name=made[1], kind="class")
    called = [raw for each in sessions for raw in find_calls(f"{each.source} == 0", 0, None, in_code=True)]
    names = [raw.name for raw in called if isinstance(raw, Called)]
    return Signature(name=names[0] if names else name)


def _literals(texts: Sequence[str]) -> list[Value]:
    values: list[Value] = []
    for text in texts:
        try:
            values.append(parse_value(text))
        except ValueError:
            return []
    return values


def _name(title: str, prose: str) -> str:
    named = _NAMED.search(prose) or _CALLED.search(prose)
    if named:
        return named[1]
    words = re.findall(r"[a-z0-9]+", _TASK_WORDS.sub("", title).lower())
    words = [word for word in words if word not in ("a", "an", "the", "of")][:4]
    name = "_".join(words).lstrip("0123456789_")
    return name or "solve"


def _worded_params(name: str, prose: str, width: int | None) -> list[str]:
    """Parameter names when the prose writes `name(a, b)`."""
    for match in _WORDED.finditer(prose):
        found = [_PARAM.fullmatch(part) for part in match[2].split(",") if part.strip()]
        names = [param[1] for param in found if param]
        if match[1] == name and len(set(names)) == len(found) and width in (None, len(names)):
            return names
    return []


def _made_names(columns: Sequence[Sequence[Value]]) -> list[str]:
    names: list[str] = []
    for column in columns:
        kind = next((type(value).__name__ for value in column if value is not None), "")
        base = _NAMES_BY_TYPE.get(kind, "value")
        names.append(base if base not in names else f"{base}{sum(each.startswith(base) for each in names) + 1}")
    return names
