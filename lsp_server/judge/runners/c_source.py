"""Finds functions in C source, and tells which parameters are values of the example and which are the sizes of others.

LeetCode's convention: an array is followed by its size (`int* nums, int numsSize`), an array of arrays by the sizes of
its rows too (`int** grid, int gridSize, int* gridColSize`); `int* returnSize` and `int** returnColumnSizes` are
filled in.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

SIZE_NAME = re.compile(r"(?i)(?:size|len|length|count)$")
RETURN_SIZE = re.compile(r"(?i)^ret\w*size$")
RETURN_COLUMNS = re.compile(r"(?i)^ret\w*col\w*sizes?$")
QUALIFIERS = re.compile(r"\b(?:const|static|inline|register|extern|restrict|volatile)\b")
NODES = ("ListNode", "TreeNode", "Node", "NestedInteger")


@dataclass(frozen=True, slots=True)
class Type:
    """`base` without qualifiers and `struct` ("int", "ListNode"), and how many stars follow it."""

    base: str
    stars: int

    @property
    def text(self) -> str:
        return f"{'struct ' if self.base in NODES else ''}{self.base}{' ' if self.stars else ''}{'*' * self.stars}"


@dataclass(frozen=True, slots=True)
class Parameter:
    type: Type
    name: str


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    returns: Type
    parameters: tuple[Parameter, ...]


@dataclass(frozen=True, slots=True)
class Argument:
    """A value of the example, and how many of the parameters behind it are its sizes. `output`: a size to fill in."""

    type: Type
    sizes: int = 0
    output: bool = False


def find(code: str, name: str, ignore_case: bool = False) -> Function | None:
    """The definition of that name. `code` without comments."""
    flags = re.MULTILINE | (re.IGNORECASE if ignore_case else 0)
    pattern = rf"(?:^|[;}}])[ \t]*([\w \t*]+?[\s*])({re.escape(name)})\s*\(([^()]*)\)\s*\{{"
    found = re.search(pattern, code, flags)
    if found is None:
        return None
    parts = (part.strip() for part in found[3].split(","))
    return Function(found[2], _type(found[1]), tuple(_parameter(part) for part in parts if part not in ("", "void")))


def arguments(parameters: Sequence[Parameter], given: int) -> list[Argument]:
    """`given` values are in the examples: when the names leave more, any int behind an array is taken for its size."""
    strict = list(_arguments(parameters, any_name=False))
    return strict if _values(strict) <= given else list(_arguments(parameters, any_name=True))


def _values(found: list[Argument]) -> int:
    return sum(not argument.output for argument in found)


def _arguments(parameters: Sequence[Parameter], any_name: bool) -> Iterator[Argument]:
    at = 0
    while at < len(parameters):
        here = parameters[at]
        output = _is_output(here)
        sizes = 0 if output else _sizes(here.type, parameters[at + 1 :], any_name)
        yield Argument(here.type, sizes, output)
        at += 1 + sizes


def _sizes(kind: Type, following: Sequence[Parameter], any_name: bool) -> int:
    if kind.stars == 0 or (kind.base in NODES and kind.stars == 1):
        return 0
    if not (following and _is_size(following[0], any_name)):
        return 0
    has_rows = kind.stars == 2 and len(following) > 1 and following[1].type == Type("int", 1)
    return 2 if has_rows and not _is_output(following[1]) and SIZE_NAME.search(following[1].name) else 1


def _is_size(parameter: Parameter, any_name: bool) -> bool:
    plain = parameter.type.stars == 0 and parameter.type.base in ("int", "size_t", "unsigned", "unsigned int", "long")
    return plain and (any_name or SIZE_NAME.search(parameter.name) is not None)


def _is_output(parameter: Parameter) -> bool:
    if parameter.type == Type("int", 1):
        return RETURN_SIZE.search(parameter.name) is not None
    return parameter.type == Type("int", 2) and RETURN_COLUMNS.search(parameter.name) is not None


def _parameter(text: str) -> Parameter:
    text, arrays = re.subn(r"\[[^\]]*\]", "", text)
    name = re.search(r"(\w+)\s*$", text)
    kind = _type(text[: name.start()] if name else text)
    return Parameter(Type(kind.base, kind.stars + arrays), name[1] if name else "")


def _type(text: str) -> Type:
    words = QUALIFIERS.sub(" ", text.replace("*", " ")).split()
    return Type(" ".join(word for word in words if word != "struct") or "int", text.count("*"))
