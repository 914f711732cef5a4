"""Fits the function of an answer under the header that the file has: its parameters, its helpers, its class."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tree_sitter import Node

from lsp_server.errors import AnswerError
from lsp_server.problem.braces.answer import (
    GIVEN_TYPES,
    Answer,
    identifiers,
    main_function,
    names_of,
    needed,
    read_answer,
)
from lsp_server.problem.braces.layout import Place, reindented
from lsp_server.problem.model import Parameter, Problem, Signature
from lsp_server.problem.parts import Code, Definition, Part
from lsp_server.problem.syntax import Document, walk


@dataclass(frozen=True, slots=True)
class Fitted:
    """The new body, what goes beside it into its class, and what goes above."""

    answer: Answer
    lines: list[str]
    members: list[Part]
    helpers: list[Part]


def fitted(answer: Answer, problem: Problem, header: str, place: Place, defined: frozenset[str]) -> Fitted:
    """`header` is that of the file's function; `defined` are names the file has. Raises AnswerError."""
    signature = problem.signature
    answer = _under_names(answer, signature)
    holder, function = main_function(answer, signature)
    text = answer.document.text[function.header_end : function.body.end]
    members = _members(answer, holder, function, text) if holder else []
    used = "\n".join([text, *map(answer.source, members)])
    lines = body_lines(answer.document, function, place)
    if members and signature.kind == "function" and holder:
        return _delegated(answer, signature, holder, place, defined)
    lines = [*_rebound(answer, function, signature, header, place), *lines]
    helpers = needed(answer, used, without=[holder or function], defined=defined)
    if answer.row.stub.kind == "method":  # functions stand nowhere but in classes
        members += [each for each in helpers if isinstance(each, Definition) and each.kind == "function"]
        helpers = [each for each in helpers if each not in members]
    members = [each for each in members if not names_of(answer.document, each) <= defined]
    return Fitted(answer, lines, members, helpers)


def body_lines(document: Document, function: Definition, place: Place) -> list[str]:
    """The inside of a function at `place`. Raises AnswerError when there is none."""
    if function.body.inline:
        return [f"{place.indent}return {document.text[function.body.start : function.body.end]};"]
    lines = reindented(document, function.header_end, function.body.end, place)
    if not lines:
        raise AnswerError("The function in the answer has no code.")
    return lines


def _members(answer: Answer, holder: Definition, function: Definition, text: str) -> list[Part]:
    """The other members of the answer's class that the function uses."""
    wanted, kept = identifiers(text), list[Part]()
    others = [each for each in holder.members if each is not function and isinstance(each, Definition | Code)]
    while more := [each for each in others if each not in kept and names_of(answer.document, each) & wanted]:
        kept += more
        wanted |= {name for each in more for name in identifiers(answer.source(each))}
    return sorted(kept, key=lambda each: each.start)


def _delegated(
    answer: Answer, signature: Signature, holder: Definition, place: Place, defined: frozenset[str]
) -> Fitted:
    """The answer's class stays whole inside the function, which calls it."""
    template = answer.row.stub.delegate
    if not template:
        raise AnswerError(f"The answer puts `{signature.name}` into a class with state; the file has a function.")
    call = f"{signature.name}({', '.join(param.name for param in signature.params)})"
    lines = reindented(answer.document, holder.start, holder.end, place)
    helpers = needed(answer, answer.source(holder), without=[holder], defined=defined)
    return Fitted(answer, [*lines, "", place.indent + template.format(owner=holder.name, call=call)], [], helpers)


def _rebound(answer: Answer, function: Definition, signature: Signature, header: str, place: Place) -> list[str]:
    """`let mut nums = nums;` where the answer's header makes a parameter assignable and the file's does not."""
    template = answer.row.stub.rebind
    own = answer.document.text[function.start : function.header_end]
    if not template:
        return []
    names = [param.name for param in signature.params]
    mutable = [name for name in names if re.search(rf"\bmut {name}\s*:", own)]
    return [
        place.indent + template.format(name=name) for name in mutable if not re.search(rf"\bmut {name}\s*:", header)
    ]


def _under_names(answer: Answer, signature: Signature) -> Answer:
    """The answer with its function and its parameters called as the file calls them. Raises AnswerError."""
    _, function = main_function(answer, signature)
    if len(function.params) != len(signature.params):
        raise AnswerError(
            f"The answer's `{function.name}` takes {len(function.params)} parameters; the file's "
            f"`{signature.name}` takes {len(signature.params)}."
        )
    answer = under_name(answer, signature)
    for index, wanted in enumerate(signature.params):
        answer = _with_parameter(answer, signature, index, wanted)
    return answer


def under_name(answer: Answer, signature: Signature) -> Answer:
    """The answer with its function called as the file calls it. Raises AnswerError."""
    _, function = main_function(answer, signature)
    return _renamed(answer, function.name, signature.name, 0, len(answer.document.text))


def _with_parameter(answer: Answer, signature: Signature, index: int, wanted: Parameter) -> Answer:
    _, function = main_function(answer, signature)
    given = function.params[index].name
    if given == wanted.name:
        return answer
    if _uses(answer.document, wanted.name, function.start, function.end):
        raise AnswerError(f"The answer calls the parameter `{wanted.name}` `{given}` and uses that name for another.")
    return _renamed(answer, given, wanted.name, function.start, function.end)


def _renamed(answer: Answer, old: str, new: str, start: int, end: int) -> Answer:
    """The answer with the name `old` as `new` between two offsets, members of objects left alone."""
    if old == new:
        return answer
    document = answer.document
    text = document.text
    for first, last in reversed(_uses(document, old, start, end)):
        text = text[:first] + new + text[last:]
    return read_answer(text, answer.row.id)


def _uses(document: Document, name: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where `name` stands between two offsets for what it means there, in order."""
    nodes = [node for node in walk(document.tree.root_node) if _is_name(node) and not _is_member(node)]
    spans = sorted(document.span(node) for node in nodes if document.source(node) == name)
    return [(first, last) for first, last in spans if start <= first and last <= end]


def _is_name(node: Node) -> bool:
    return node.type.endswith("identifier") and not node.type.startswith(("field", "property")) and not node.children


def _is_member(node: Node) -> bool:
    """Whether a name stands behind a dot, or is the key of a literal (`pair{a: 1}` in Go)."""
    before, parent = node.prev_sibling, node.parent
    if before and before.type in (".", "->", "?."):
        return True
    after = parent.next_sibling if parent and parent.type == "literal_element" else None
    return bool(after and after.type == ":")


def other_names(document: Document, parts: Sequence[Part]) -> frozenset[str]:
    """The names of a file's definitions, of what else it declares, and of their members."""
    names: set[str] = set()
    for part in parts:
        if isinstance(part, Definition):
            names |= {part.name, *other_names(document, part.members)}
        elif isinstance(part, Code) and not part.imports:
            names |= names_of(document, part)
    return frozenset(names)


def names_had(document: Document, parts: Sequence[Part]) -> frozenset[str]:
    """What an answer need not define: what the file does, and LeetCode's own types where the file speaks of them."""
    return other_names(document, parts) | (GIVEN_TYPES & identifiers(document.text))
