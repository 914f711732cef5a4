"""Which calls a class with state takes in languages other than Python: as `classes.py` tells it of Python's.

Works on the outline of the file; of a method's header only words are read. What cannot be called from outside (private,
static, a getter, one of several of its name) is left out. Nothing is run.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

from lsp_server.judge.inputs.classes import Described
from lsp_server.judge.inputs.shapes import Shape
from lsp_server.judge.inputs.types import largest, shape_of_type
from lsp_server.problem.parts import Definition

MAKERS: Mapping[str, str] = {"javascript": "constructor", "typescript": "constructor", "rust": "new"}
"""What the constructor is called; elsewhere, and in JavaScript's older way, as the class, or (Go) as `_GO_MAKER`."""
_GO_MAKER = r"Constructor|New\w*"
_ACCESS = re.compile(r"\b(public|private|protected)\s*:(?!:)")
_HIDDEN: Mapping[str, re.Pattern[str]] = {
    **dict.fromkeys(
        ("javascript", "typescript"), re.compile(r"\b(?:private|protected|static|get|set|abstract)\s+[\w#]")
    ),
    "java": re.compile(r"\b(?:private|protected|static|abstract)\b"),
    "cpp": re.compile(r"\b(?:static|friend|operator)\b"),
}


def class_elsewhere(language: str, text: str, cls: Definition, focus: str) -> Described | None:
    """None where `focus` cannot be called, nobody says how an object is made, or the types are not all known."""
    members = [member for member in cls.members if isinstance(member, Definition) and member.kind == "function"]
    makers = [member for member in members if _makes(language, cls, member)]
    counts = Counter(member.name for member in members)
    methods = {
        member.name: _params(language, member)
        for member in members
        if member not in makers and counts[member.name] == 1 and _is_open(language, text, cls, member)
    }
    made = _params(language, makers[0]) if makers else {}
    if focus not in methods or not (makers or language not in ("go", "rust")):
        return None
    known = {name: params for name, params in methods.items() if all(params.values())}
    return Described(cls.name, {"": made, **known}) if focus in known and all(made.values()) else None


def _makes(language: str, cls: Definition, member: Definition) -> bool:
    if language == "go":
        return member.constructs and bool(re.fullmatch(_GO_MAKER, member.name))
    return member.name == MAKERS.get(language) or (member.constructs and member.name == cls.name)


def _params(language: str, member: Definition) -> dict[str, Shape | None]:
    return {each.name: _shape(each.type, language) for each in member.params}


def _shape(text: str, language: str) -> Shape | None:
    shape = shape_of_type(text)
    return _within(shape, largest(text, language)) if shape else None


def _within(shape: Shape, most: int) -> Shape:
    """With whole numbers that its type has room for."""
    if shape.kind == "int":
        return replace(shape, low=-most if shape.low is None else shape.low, high=most)
    return replace(shape, of=tuple(_within(each, most) for each in shape.of))


def _is_open(language: str, text: str, cls: Definition, member: Definition) -> bool:
    header = text[max(member.own, member.start) : member.header_end]
    if member.constructs or not re.fullmatch(r"\w+", member.name):
        return False
    if (hidden := _HIDDEN.get(language)) and hidden.search(header):
        return False
    return language not in _OPEN or _OPEN[language](text, cls, member)


def _by_access(text: str, cls: Definition, member: Definition) -> bool:
    """By the last label above it that stands in the class itself; a struct's members are public from its beginning."""
    own = text[cls.start : member.start]
    for other in cls.members:
        if other.end <= member.start and isinstance(other, Definition):
            own = own.replace(text[other.start : other.end], "", 1)
    labels = _ACCESS.findall(own)
    return labels[-1] == "public" if labels else not re.search(rf"\bclass\s+{cls.name}\b", own)


def _takes_self(text: str, cls: Definition, member: Definition) -> bool:
    return bool(re.search(r"\(\s*&?\s*(?:'\w+\s+)?(?:mut\s+)?self\b", text[member.start : member.header_end]))


_OPEN: Mapping[str, Callable[[str, Definition, Definition], bool]] = {
    "cpp": _by_access,
    "rust": _takes_self,
    "go": lambda text, cls, member: member.name[:1].isupper(),
}
