"""A signature that was made of a statement's examples, in a language's words: its types and names."""

import re
from collections.abc import Sequence
from dataclasses import replace

from lsp_server.problem.examples.raw import Raw
from lsp_server.problem.grammar import Language
from lsp_server.problem.model import Parameter, Signature

_NOTATION = re.compile(r"(\w+)(?:\[(.*)\])?")
_LONG_NUMBER = re.compile(r"(?<![\d.])\d{10,25}(?![\d.])")
_WIDE = 2**31
_OWNER = "Solution"


def in_language(signature: Signature, row: Language, raws: Sequence[Raw] = ()) -> Signature:
    """`signature` has Python's types and names; classes and programs are the same everywhere.

    `raws`: the examples that it was made of; numbers in them may need a wide type.
    """
    if not row.types.names or signature.kind in ("class", "program"):
        return signature
    if row.types.wide and any(map(_is_wide, raws)):
        names = {**row.types.names, "int": row.types.wide}
        row = replace(row, types=replace(row.types, names=names))
    params = [each for param in signature.params for each in _parameters(param, row)]
    return Signature(
        name=_written(signature.name, row),
        params=(*params, *_told("", signature.returns, row.types.result_sizes)),
        returns=_type(signature.returns, row),
        kind=row.stub.kind,
        owner=_OWNER if row.stub.kind == "method" else None,
    )


def type_in_language(notation: str, row: Language) -> str:
    """A type in Python's notation as the language writes it."""
    return _type(notation, row) if row.types.names else notation


def _is_wide(raw: Raw) -> bool:
    """Whether an example has a whole number of more than 32 bits."""
    return any(int(digits) >= _WIDE for digits in _LONG_NUMBER.findall(repr(raw)))


def _parameters(param: Parameter, row: Language) -> list[Parameter]:
    """A parameter with those that tell its sizes."""
    name = _written(param.name, row)
    return [Parameter(name=name, type=_type(param.type, row)), *_told(name, param.type, row.types.sizes)]


def _told(name: str, notation: str, sizes: Sequence[tuple[str, str]]) -> list[Parameter]:
    """One parameter for each level of a list."""
    depth = notation.count("List[")
    return [Parameter(name=template.format(name=name), type=kind) for template, kind in sizes[:depth]]


def _written(name: str, row: Language) -> str:
    if row.stub.snake or "_" not in name.strip("_"):
        return name
    first, *rest = [part for part in name.split("_") if part]
    return first + "".join(part[:1].upper() + part[1:] for part in rest)


def _type(notation: str, row: Language) -> str:
    """`List[List[int]]` as `vector<vector<int>>`; "" when a part of it is not known."""
    match = _NOTATION.fullmatch(notation)
    template = row.types.names.get(match[1]) if match else None
    if not match or template is None:
        return ""
    inner = [_type(part, row) for part in _split(match[2] or "")]
    wanted = template.count("{")
    if len(inner) < wanted or not all(inner[:wanted]):
        return ""
    return template.format(*inner)


def _split(text: str) -> list[str]:
    """At the commas outside of brackets."""
    parts, depth, start = list[str](), 0, 0
    for index, character in enumerate(text):
        depth += (character == "[") - (character == "]")
        if character == "," and not depth:
            parts.append(text[start:index].strip())
            start = index + 1
    return [*parts, text[start:].strip()] if text.strip() else []
