"""Finds functions in Rust source, and what their parameters are to be read as. It reads text; the compiler judges."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lsp_server.judge.runners.generics import named

OPENING, CLOSING = "([{<", ")]}>"
LIFETIME = re.compile(r"'\w+\s+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """`owned` is the type of a variable that can be passed; `passed` comes before it: "", "&" or "&mut "."""

    owned: str
    passed: str


@dataclass(frozen=True, slots=True)
class Function:
    """`name` as it is spelled in the file; `receiver` is true for a method of an object; `head` is all from the first
    parameter to the type of the result, as it stands there; `generics` are the names of its type parameters."""

    name: str
    parameters: tuple[Parameter, ...]
    receiver: bool
    head: str
    generics: tuple[str, ...] = ()


def spellings(name: str) -> tuple[str, ...]:
    """`startsWith` as it is, and as Rust has it."""
    every = re.sub(r"(?<=.)(?=[A-Z])", "_", name).lower()
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
    return tuple(dict.fromkeys((name, every, words)))


def find(code: str, name: str) -> Function | None:
    """The first function of that name, in any of its spellings. `code` without comments."""
    return next((found for each in spellings(name) if (found := _find(code, each))), None)


def _find(code: str, name: str) -> Function | None:
    for found in re.finditer(rf"\bfn\s+(?:r#)?{re.escape(name)}\s*", code):
        at = _after_generics(code, found.end())
        if code[at : at + 1] == "(":
            closing = _closing(code, at)
            head = code[at : closing + 1 + _until_body(code[closing + 1 :])]
            return replace(_function(name, code[at + 1 : closing], head), generics=named(code[found.end() : at]))
    return None


def implementation(code: str, owner: str) -> str:
    """The text of all `impl owner { … }` blocks, "" when there are none."""
    heads = re.finditer(rf"\bimpl\b(?:<[^{{]*?>)?\s+(?:[\w:<>, ]+\s+for\s+)?{re.escape(owner)}\b[^{{;]*\{{", code)
    return "\n".join(code[head.end() : _closing(code, head.end() - 1)] for head in heads)


def _until_body(rest: str) -> int:
    return end if (end := rest.find("{")) >= 0 else len(rest)


def _function(name: str, text: str, head: str) -> Function:
    parts = [part.strip() for part in _split(text) if part.strip()]
    receiver = bool(parts) and re.fullmatch(r"(?:&\s*(?:'\w+\s+)?)?(?:mut\s+)?self(?:\s*:.*)?", parts[0]) is not None
    return Function(name, tuple(_parameter(part) for part in parts[receiver:]), receiver, head)


def _parameter(part: str) -> Parameter:
    kind = LIFETIME.sub("", part.partition(":")[2].strip())
    passed = next((prefix for prefix in ("&mut ", "&") if kind.startswith(prefix)), "")
    return Parameter(_owned(kind.removeprefix(passed).strip()), passed)


def _owned(kind: str) -> str:
    if kind == "str":
        return "String"
    return f"Vec<{kind[1:-1]}>" if kind.startswith("[") and ";" not in kind else kind


def _after_generics(code: str, at: int) -> int:
    return _closing(code, at) + 1 if code[at : at + 1] == "<" else at


def _split(text: str) -> Iterator[str]:
    """At the commas outside of all brackets."""
    depth = start = 0
    for at, character in enumerate(text):
        if character == ">" and text[at - 1 : at] == "-":
            continue
        depth += (character in OPENING) - (character in CLOSING)
        if character == "," and depth == 0:
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _closing(code: str, at: int) -> int:
    """Where the bracket that opens at `at` is closed; the end of the text when it is not."""
    opening = code[at]
    closing = CLOSING[OPENING.index(opening)]
    depth = 0
    for place in range(at, len(code)):
        if closing == ">" and code[place] == ">" and code[place - 1] == "-":
            continue
        depth += (code[place] == opening) - (code[place] == closing)
        if depth == 0:
            return place
    return len(code)
