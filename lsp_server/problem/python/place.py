"""Puts an answer in Python into a file: one region is replaced, what the file says of the problem stays."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lsp_server.errors import AnswerError
from lsp_server.problem.examples.calls import names_called
from lsp_server.problem.model import Problem, Region, Replacement
from lsp_server.problem.parts import Definition, Part
from lsp_server.problem.python.answer import Answer, Item, definition_in, needed, read_answer
from lsp_server.problem.python.fit import function_lines, main_function
from lsp_server.problem.python.layout import body_lines, helper_lines, place_in, reindented
from lsp_server.problem.python.outline import outline_python
from lsp_server.problem.python.rename import under_asked_name
from lsp_server.problem.syntax import Document

_ENDS_STRING = re.compile(r"[\"']\s*$")
_BLANKS = re.compile(r"[ \t]*(?:(?:\r\n|\r|\n)[ \t]+)*(?=[\r\n]|\Z)")
"""The rest of a line and lines below it that hold nothing but blanks: where LeetCode's snippets put the cursor."""


def place_python(document: Document, problem: Problem, code: str) -> Replacement:
    """Raises AnswerError when `code` does not define what `problem.signature` asks for."""
    answer = under_asked_name(read_answer(code), problem.signature)
    if problem.target.kind == "below":
        return _below(document, problem, answer)
    definition = _definition(document, problem)
    kind = "class" if definition and definition.kind == "class" else problem.signature.kind
    return _INTO[kind](document, problem, answer)


def _into_function(document: Document, problem: Problem, answer: Answer) -> Replacement:
    definition = _definition(document, problem)
    _refuse_async(document, problem, answer, definition)
    lines, methods = function_lines(answer, problem.signature, place_in(document, problem.target.indent))
    for method in methods if definition else ():
        lines += ["", *reindented(answer.document, method, place_in(document, definition.indent if definition else ""))]
    return _in_body(document, problem, lines)


def _refuse_async(document: Document, problem: Problem, answer: Answer, definition: Definition | None) -> None:
    _, node = main_function(answer, problem.signature)
    header = document.text[definition.start : definition.header_end] if definition else ""
    if any(child.type == "async" for child in definition_in(node).children) and "async" not in header:
        raise AnswerError(f"The answer makes `{problem.signature.name}` an async function; the file does not.")


def _into_class(document: Document, problem: Problem, answer: Answer) -> Replacement:
    """The body of a design class; the header too when the answer gives it a base, and helpers above it."""
    item = _class_item(problem, answer)
    helpers = needed(answer, item.uses, without=(item,))
    bases = item.node.child_by_field_name("superclasses")
    definition = _definition(document, problem)
    body = _in_body(
        document, problem, body_lines(answer.document, item.node, place_in(document, problem.target.indent))
    )
    if not definition or not (helpers or bases or item.decorated):
        return body
    above = helper_lines(answer, helpers, place_in(document, definition.indent))
    own = document.text[definition.start : definition.header_end]
    header = _header(answer, item) if bases or item.decorated else own
    kept = document.text[definition.header_end : body.region.start.offset]
    text = "\n".join([*above, *([""] if above and above[-1] else []), header]) + kept + body.text
    region = Region(start=document.point(definition.start), end=body.region.end)
    return Replacement(region=region, text=text.lstrip("\n"))


def _class_item(problem: Problem, answer: Answer) -> Item:
    name = problem.signature.owner or problem.signature.name
    if item := answer.class_named(name):
        return item
    raise AnswerError(f"The answer does not define `class {name}`, which the statement asks for.")


def _header(answer: Answer, item: Item) -> str:
    """`class Name(Base):` with its decorators, as the answer has it."""
    colon = next(child for child in item.node.children if child.type == ":")
    start, _ = answer.document.span(item.outer)
    return answer.document.text[start : answer.document.offset_of(colon.end_byte)]


def _into_program(document: Document, problem: Problem, answer: Answer) -> Replacement:
    """A whole program: over the one that stands there, or into the function that is to be it."""
    if not problem.target.indent:
        return Replacement(region=problem.target.region, text=answer.document.text)
    if answer.function(problem.signature.name):
        return _into_function(document, problem, answer)
    place = place_in(document, problem.target.indent)
    lines = [line for item in answer.items for line in reindented(answer.document, item.outer, place)]
    return _in_body(document, problem, lines)


def _below(document: Document, problem: Problem, answer: Answer) -> Replacement:
    """A new definition under the statement, two blank lines before what follows."""
    at = problem.target.region.start.offset
    before, after = document.text[:at], document.text[at:].replace("\r\n", "\n")
    lead = "" if not before or before.endswith(("\n", "\r")) else "\n"
    if _ENDS_STRING.search(before):
        lead += "\n"
    blank = len(after) - len(after.lstrip("\r\n"))
    gap = "\n" * max(0, 2 - blank) if after.strip() and problem.signature.kind != "program" else ""
    return Replacement(region=problem.target.region, text=f"{lead}{_new_code(problem, answer)}\n{gap}")


def _new_code(problem: Problem, answer: Answer) -> str:
    """The answer without what is not needed, such as tests of its own."""
    kind = problem.signature.kind
    if kind == "program":
        return answer.document.text
    item = _class_item(problem, answer) if kind == "class" else main_function(answer, problem.signature)[0]
    shown = {name for example in problem.examples for name in names_called(example.session or "")}
    return _joined(answer, needed(answer, {*item.names, *item.uses, *shown}))


def _joined(answer: Answer, items: Sequence[Item]) -> str:
    """The source of the items with the comments directly above them, spaced as the answer spaces them."""
    kept = {id(item) for item in items}
    text, pieces, end = answer.document.text, list[str](), 0
    for item in answer.items:
        start, stop = answer.document.span(item.outer)
        if id(item) in kept:
            pieces.append(text[end:start] + text[start:stop])
        end = stop
    return "".join(pieces).strip("\n")


def _in_body(document: Document, problem: Problem, lines: Sequence[str]) -> Replacement:
    """The lines in place of the target region. A body on the header's line moves to lines of its own."""
    region = problem.target.region
    start = region.start.offset
    row_start = document.lines.starts[region.start.line - 1]
    lead = document.text[row_start:start]
    text = "\n".join(lines)
    if not lead.strip() and region.end.offset > start:
        return Replacement(region=region, text=text.lstrip(" \t"))
    doc = problem.statement_region
    inline_doc = row_start < doc.start.offset < start and document.text[row_start : doc.start.offset].strip()
    if inline_doc:
        text = f"{problem.target.indent}{document.text[doc.start.offset : doc.end.offset]}\n{text}"
        start = doc.start.offset
    while start > row_start and document.text[start - 1] in " \t":
        start -= 1
    end = region.end.offset
    if document.text[end : end + 1] == ";":
        end += 1
    if region.end == region.start and (blanks := _BLANKS.match(document.text, end)):
        end = blanks.end()
    return Replacement(region=document.region(start, end), text="\n" + text)


def _definition(document: Document, problem: Problem) -> Definition | None:
    """The definition whose body the problem's target is."""
    at = problem.target.region.start.offset
    return next((each for each in _definitions(outline_python(document).parts) if each.body.start == at), None)


def _definitions(parts: Sequence[Part]) -> Iterator[Definition]:
    for part in parts:
        if isinstance(part, Definition):
            yield part
            yield from _definitions(part.members)


_INTO: Mapping[str, Callable[[Document, Problem, Answer], Replacement]] = {
    "function": _into_function,
    "method": _into_function,
    "class": _into_class,
    "program": _into_program,
}
