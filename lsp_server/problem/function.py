"""The function that a cursor means, as a `Problem` whose target is its body: what "Optimize this function" works on.

Unlike `locate.py` it needs no statement; where there is one, its examples and constraints come along. Reads no body.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence
from contextlib import suppress

from lsp_server.errors import NoProblemError, ProblemError
from lsp_server.problem.locate import find_problem
from lsp_server.problem.model import Cursor, Problem, Target
from lsp_server.problem.outline import outline_of
from lsp_server.problem.owner import signature_of
from lsp_server.problem.parts import Code, Definition, Part
from lsp_server.problem.prose import reads_like_task
from lsp_server.problem.statement import parse_statement
from lsp_server.problem.syntax import Document

Found = tuple[Definition, Definition | None]


def find_function(document: Document, cursor: Cursor) -> Problem:
    """The innermost function or method at the cursor's line that has code.

    Raises NoProblemError, FileTooLargeError.
    """
    definition, owner = _at(document, cursor)
    if definition.body.stub:
        raise NoProblemError(f"`{definition.name}` has no code yet. Solve it first.")
    return _with_statement(document, cursor, _problem(document, definition, owner))


def code_of_function(document: Document, problem: Problem) -> str:
    """Its own text, dedented, a method without its class."""
    text = document.text[problem.region.start.offset : problem.region.end.offset]
    first = document.lines.starts[problem.region.start.line - 1]
    return textwrap.dedent(document.text[first : problem.region.start.offset] + text).replace("\r\n", "\n")


def helpers_of_function(document: Document, problem: Problem) -> str:
    """The text of the other functions of the file whose names it, or one of these, writes."""
    texts = {
        each.name: document.text[each.start : each.end] for each, _ in _functions(outline_of(document).parts, None)
    }
    texts.pop(problem.signature.name, None)
    todo, found = [code_of_function(document, problem)], dict[str, str]()
    while todo:
        words = set(re.findall(r"\w+", todo.pop()))
        new = [name for name in texts if name in words and name not in found]
        found |= {name: texts[name] for name in new}
        todo += [texts[name] for name in new]
    return "\n".join(found.values())


def owner_has_state(document: Document, problem: Problem) -> bool:
    """Whether it is a method of a class that has more than methods without a constructor."""
    name = problem.signature.owner
    members = [member for owner in _classes(document, problem) for member in owner.members]
    code = code_of_function(document, problem)
    fields = any(
        isinstance(member, Code) or (isinstance(member, Definition) and member.constructs) for member in members
    )
    return bool(name) and (
        fields or bool(re.search(r"\b(?:this\s*(?:\.|->)\s*\w+\b(?!\s*\()|self\s*\.\s*\w+\b(?!\s*\())", code))
    )


def owner_of_function(document: Document, problem: Problem) -> Definition | None:
    """The class that it is a method of; None for a function, and where several have that name."""
    owners = _classes(document, problem)
    return owners[0] if len(owners) == 1 else None


def _classes(document: Document, problem: Problem) -> list[Definition]:
    parts, name = outline_of(document).parts, problem.signature.owner
    return [part for part in parts if isinstance(part, Definition) and part.kind == "class" and part.name == name]


def relocate_function(document: Document, problem: Problem) -> Problem | None:
    """The same function in a later version of its document; None when it is gone or its signature has changed."""
    same = [_problem(document, *found) for found in _functions(outline_of(document).parts, None)]
    same = [other for other in same if other.signature == problem.signature]
    near = min(same, key=lambda other: abs(other.region.start.offset - problem.region.start.offset), default=None)
    return problem.model_copy(update={"region": near.region, "target": near.target}) if near else None


def _at(document: Document, cursor: Cursor) -> Found:
    found = [
        each
        for each in _functions(outline_of(document).parts, None)
        if document.row_of(each[0].start) < cursor.line <= document.row_of(each[0].end) + 1
    ]
    if found:
        return min(found, key=lambda each: each[0].end - each[0].start)
    raise NoProblemError(f"There is no function on line {cursor.line}. Put the cursor into one.")


def _functions(parts: Sequence[Part], owner: Definition | None) -> Iterator[Found]:
    for part in parts:
        if isinstance(part, Definition):
            if part.kind == "function":
                yield part, owner
            yield from _functions(part.members, part if part.kind == "class" else owner)


def _problem(document: Document, definition: Definition, owner: Definition | None) -> Problem:
    body = definition.body
    docs = definition.docs[:1]
    statement = parse_statement(docs[0].texts, definition.name) if docs else None
    place = (docs[0].start, docs[0].end) if docs else (definition.start, definition.start)
    prose = statement.prose if statement and reads_like_task(statement.prose) else ""
    return Problem(
        title=definition.name,
        language=document.language,
        statement=prose,
        constraints=statement.constraints if statement else (),
        signature=signature_of(definition, owner),
        region=document.region(definition.start, definition.end),
        statement_region=document.region(*place),
        target=Target(kind="body", region=document.region(body.start, body.end), indent=body.indent),
        has_code=True,
    )


def _with_statement(document: Document, cursor: Cursor, problem: Problem) -> Problem:
    """With the examples, constraints and rules of the statement that speaks of it, if there is one."""
    with suppress(ProblemError):
        stated = find_problem(document, cursor)
        if stated.signature.name == problem.signature.name and stated.target.kind == "body":
            kept = ("title", "statement", "examples", "constraints", "order", "float_tolerance", "several_answers")
            return problem.model_copy(update={name: getattr(stated, name) for name in kept})
    return problem
