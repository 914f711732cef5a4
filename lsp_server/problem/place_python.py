"""Puts an answer in Python into a file: the body of the asked function, with the imports and helpers it needs.

One region is replaced. Where the body alone would not do (other parameter names, decorators, state in the class), the
whole answer is nested inside the function and called.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from tree_sitter import Node

from lsp_server.errors import AnswerError
from lsp_server.problem.answer_python import (
    Answer,
    Item,
    assigned,
    definition_in,
    identifiers,
    import_text,
    methods_of,
    needed,
    parameters_of,
    read_answer,
    statements_of,
    walk,
)
from lsp_server.problem.calls import names_called
from lsp_server.problem.model import Problem, Region, Replacement, Signature
from lsp_server.problem.outline import outline_of
from lsp_server.problem.outline_python import indent_unit
from lsp_server.problem.parts import Definition, Part
from lsp_server.problem.syntax import Document

_PADDING = re.compile(r"[ \t]*")


def place_python(document: Document, problem: Problem, code: str) -> Replacement:
    """Raises AnswerError when `code` does not define what `problem.signature` asks for."""
    answer = read_answer(code)
    if problem.target.kind == "below":
        return _below(document, problem, answer)
    return _INTO[problem.signature.kind](document, problem, answer)


def _into_function(document: Document, problem: Problem, answer: Answer) -> Replacement:
    lines, methods = _function_lines(document, problem, answer)
    definition = _definition(document, problem)
    if methods and definition:
        unit, own = indent_unit(document), definition.indent
        for method in methods:
            lines += ["", *_reindented(answer.document, method, own, unit)]
    return _in_body(document, problem, lines)


def _function_lines(document: Document, problem: Problem, answer: Answer) -> tuple[list[str], list[Node]]:
    """The lines of the new body, and methods of the answer's class that have to follow it."""
    signature, indent, unit = problem.signature, problem.target.indent, indent_unit(document)
    item, node = _main(answer, signature)
    inner = definition_in(node)
    if any(child.type == "async" for child in inner.children) and "async" not in _header(document, problem):
        raise AnswerError(f"The answer makes `{signature.name}` an async function; the file does not.")
    if not _fits_directly(answer, signature, item, node):
        return _nested(answer, signature, item, indent, unit, _imports_of(document)), []
    uses = identifiers(answer.document, inner)
    bound = frozenset(parameters_of(answer.document, inner)) | assigned(answer.document, inner)
    methods = _helper_methods(answer, item, signature, uses)
    helpers = needed(answer, uses, without=(item,), bound=bound)
    if methods is None or any(identifiers(answer.document, each) & _names(helpers) for each in methods):
        return _nested(answer, signature, item, indent, unit, _imports_of(document)), []
    lines = _helper_lines(answer, helpers, indent, unit, _imports_of(document))
    return [*lines, *_body_lines(answer.document, inner, indent, unit)], methods


def _main(answer: Answer, signature: Signature) -> tuple[Item, Node]:
    """The item that holds the asked function, and the function (with its decorators)."""
    if function := answer.function(signature.name):
        return function, function.outer
    holder = answer.class_named(signature.owner or "Solution") or answer.class_with(signature.name)
    holder = holder if holder and signature.name in methods_of(answer.document, holder.node) else None
    holder = holder or answer.class_with(signature.name)
    if holder:
        return holder, methods_of(answer.document, holder.node)[signature.name]
    where = f" in `class {signature.owner}`" if signature.owner else ""
    raise AnswerError(f"The answer does not define `{signature.name}`{where}, which the statement asks for.")


def _fits_directly(answer: Answer, signature: Signature, item: Item, node: Node) -> bool:
    """Whether the bare body does the same under the file's header."""
    inner = definition_in(node)
    if inner is not node and inner.type != node.type:
        return False
    names = parameters_of(answer.document, inner)
    is_method = item.node != inner
    if is_method and names and names[0] == "self":
        names = names[1:]
    if any(each.type == "global_statement" for child in answer.items for each in walk(child.outer)):
        return False
    recursive = _mentions(answer.document, inner, signature.name)
    moved = (is_method and signature.kind != "method" and _mentions(answer.document, inner, "self")) or (
        not is_method and signature.kind == "method" and recursive
    )
    return names == [param.name for param in signature.params] and not moved


def _mentions(document: Document, node: Node, name: str) -> bool:
    """Whether the body uses `name` other than as an attribute (`self.name`)."""
    block = node.child_by_field_name("body")
    return any(
        each.type == "identifier" and document.source(each) == name and not _is_attribute(each)
        for each in (walk(block) if block else ())
    )


def _is_attribute(node: Node) -> bool:
    parent = node.parent
    return bool(parent and parent.type == "attribute" and parent.child_by_field_name("attribute") == node)


def _helper_methods(answer: Answer, item: Item, signature: Signature, uses: frozenset[str]) -> list[Node] | None:
    """Other methods of the answer's class that are used; None when the class holds more than methods."""
    if item.node.type != "class_definition" or "self" not in uses:
        return []
    methods = methods_of(answer.document, item.node)
    members = statements_of(item.node)
    others = {name: node for name, node in methods.items() if name != signature.name}
    plain = len(members) == len(methods) and "__init__" not in methods
    if not plain or signature.kind != "method" or item.node.child_by_field_name("superclasses"):
        return None if others or not plain else []
    wanted, found = set(uses), dict[str, Node]()
    while more := {name: node for name, node in others.items() if name in wanted and name not in found}:
        found |= more
        wanted |= {name for node in more.values() for name in identifiers(answer.document, node)}
    return [node for name, node in others.items() if name in found]


def _nested(
    answer: Answer, signature: Signature, item: Item, indent: str, unit: str, present: frozenset[str]
) -> list[str]:
    """The whole answer inside the function, and a call of it."""
    items = needed(answer, {*item.names, *item.uses})
    lines = _helper_lines(answer, items, indent, unit, present)
    lines = [re.sub(r"^(\s*)global ", r"\1nonlocal ", line) for line in lines]
    callee = signature.name if item.node.type == "function_definition" else f"{min(item.names)}().{signature.name}"
    gap = [] if lines and not lines[-1] else [""]
    return [*lines, *gap, f"{indent}return {callee}({', '.join(_passed(signature))})"]


def _passed(signature: Signature) -> Iterator[str]:
    """The arguments that hand all parameters on."""
    keyword_only = False
    for param in signature.params:
        if param.name.startswith("*"):
            keyword_only = True
            if param.name != "*":
                yield param.name
        else:
            yield f"{param.name}={param.name}" if keyword_only else param.name


def _helper_lines(answer: Answer, items: Sequence[Item], indent: str, unit: str, present: frozenset[str]) -> list[str]:
    """Imports, helpers and constants as they may stand at the top of a body; imports the file has are left out."""
    used = frozenset(name for item in answer.items for name in item.uses)
    lines: list[str] = []
    for item in items:
        source = answer.document.source(item.outer)
        if item.node.type in ("import_statement", "import_from_statement"):
            text = import_text(source, used)
            if text and text not in present:
                lines += [indent + text]
        else:
            gap = [""] if lines and item.node.type.endswith("definition") else []
            lines += [*gap, *_reindented(answer.document, item.outer, indent, unit)]
    if lines and items[-1].node.type.endswith("definition"):
        lines.append("")
    return lines


def _body_lines(document: Document, node: Node, indent: str, unit: str) -> list[str]:
    """The statements of a function, with the comments between them, at `indent`."""
    statements = statements_of(node)
    if not statements:
        raise AnswerError("The function in the answer has no code.")
    block = node.child_by_field_name("body")
    comments = [child for child in block.children if child.type == "comment"] if block else []
    doc_end = next((child.end_byte for child in block.named_children if child.type != "comment"), 0) if block else 0
    has_doc = block is not None and statements[0].start_byte > doc_end - 1 and doc_end < statements[0].start_byte
    leading = [
        each
        for each in comments
        if each.end_byte <= statements[0].start_byte and (not has_doc or each.start_byte > doc_end)
    ]
    first = leading[0] if leading else statements[0]
    return _moved(document, first, statements[-1], indent, unit)


def _reindented(document: Document, node: Node, indent: str, unit: str) -> list[str]:
    return _moved(document, node, node, indent, unit)


def _moved(document: Document, first: Node, last: Node, indent: str, unit: str) -> list[str]:
    """The lines from one node to another at a new indentation. Lines inside strings stay as they are."""
    start, end = document.span(first)[0], document.span(last)[1]
    top, bottom = document.row_of(start), document.row_of(end)
    tail = document.line(bottom)[end - document.lines.starts[bottom] :]
    end += len(tail.rstrip()) if tail.lstrip().startswith("#") else 0
    base = _PADDING.match(document.line(top))
    width = len(base[0]) if base else 0
    inside, old_unit = _rows_inside_strings(document), indent_unit(document)
    lines = [indent + document.text[start : min(end, document.line_end(top))]]
    for row in range(top + 1, bottom + 1):
        line = document.line(row) if row < bottom else document.text[document.lines.starts[row] : end]
        lines.append(line if row in inside else _line_at(line, width, indent, unit, old_unit))
    return lines


def _line_at(line: str, width: int, indent: str, unit: str, old_unit: str) -> str:
    content = line.lstrip(" \t")
    if not content:
        return ""
    levels, rest = divmod(max(len(line) - len(content) - width, 0), len(old_unit))
    return indent + unit * levels + " " * rest + content


def _rows_inside_strings(document: Document) -> frozenset[int]:
    rows: set[int] = set()
    for node in walk(document.tree.root_node):
        if node.type == "string" and node.end_point.row > node.start_point.row:
            rows.update(range(node.start_point.row + 1, node.end_point.row + 1))
    return frozenset(rows)


def _into_class(document: Document, problem: Problem, answer: Answer) -> Replacement:
    """The body of a design class; the header too when the answer gives it a base, and helpers above it."""
    signature, unit = problem.signature, indent_unit(document)
    item = answer.class_named(signature.name)
    if not item:
        raise AnswerError(f"The answer does not define `class {signature.name}`, which the statement asks for.")
    body = _body_lines(answer.document, item.node, problem.target.indent, unit)
    helpers = needed(answer, item.uses, without=(item,))
    bases = item.node.child_by_field_name("superclasses")
    definition = _definition(document, problem)
    if not definition or not (helpers or bases or item.decorated):
        return _in_body(document, problem, body)
    above = _helper_lines(answer, helpers, definition.indent, unit, _imports_of(document))
    header = document.text[definition.start : definition.header_end]
    if bases or item.decorated:
        block = item.node.child_by_field_name("body")
        colon = answer.document.offset_of(block.start_byte) if block else 0
        header = answer.document.text[answer.document.span(item.outer)[0] : colon].split(":")[0].rstrip() + ":"
    inner = _in_body(document, problem, body)
    kept = document.text[definition.header_end : inner.region.start.offset]
    text = "\n".join([*above, *([""] if above else []), header]) + kept + inner.text
    return Replacement(
        region=Region(start=document.point(definition.start), end=inner.region.end), text=text.lstrip("\n")
    )


def _into_program(document: Document, problem: Problem, answer: Answer) -> Replacement:
    """A whole program: over the one that stands there, or into the function that is to be it."""
    signature, code = problem.signature, answer.document.text
    if not problem.target.indent:
        return Replacement(region=problem.target.region, text=code)
    if answer.function(signature.name):
        return _into_function(document, problem, answer)
    unit = indent_unit(document)
    lines = [
        line for item in answer.items for line in _reindented(answer.document, item.outer, problem.target.indent, unit)
    ]
    return _in_body(document, problem, lines)


def _below(document: Document, problem: Problem, answer: Answer) -> Replacement:
    """A new definition under the statement, two blank lines before what follows."""
    signature = problem.signature
    if signature.kind == "class" and not answer.class_named(signature.name):
        raise AnswerError(f"The answer does not define `class {signature.name}`, which the statement asks for.")
    items = answer.items
    if signature.kind in ("function", "method"):
        item, _ = _main(answer, signature)
        shown = {name for example in problem.examples for name in names_called(example.session or "")}
        items = tuple(needed(answer, {*item.names, *item.uses, *shown}))
    code = answer.document.text if signature.kind == "program" else _joined(answer, items)
    at = problem.target.region.start.offset
    before = document.text[:at]
    lead = "" if before.endswith(("\n", "\r")) or not before else "\n"
    if before.rstrip().endswith(('"""', "'''", '"')):
        lead += "\n"
    after = document.text[at:]
    gap = (
        ""
        if not after.strip() or signature.kind == "program"
        else "\n" * (2 - min(2, len(after) - len(after.lstrip("\n"))))
    )
    return Replacement(region=problem.target.region, text=f"{lead}{code}\n{gap}")


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
    return Replacement(region=document.region(start, end), text="\n" + text)


def _definition(document: Document, problem: Problem) -> Definition | None:
    """The definition whose body the problem's target is."""
    at = problem.target.region.start.offset
    return next((each for each in _definitions(outline_of(document).parts) if each.body.start == at), None)


def _definitions(parts: Sequence[Part]) -> Iterator[Definition]:
    for part in parts:
        if isinstance(part, Definition):
            yield part
            yield from _definitions(part.members)


def _header(document: Document, problem: Problem) -> str:
    definition = _definition(document, problem)
    return document.text[definition.start : definition.header_end] if definition else ""


def _imports_of(document: Document) -> frozenset[str]:
    """The import statements at the top level of the file, as written."""
    nodes = document.tree.root_node.children
    return frozenset(
        document.source(node) for node in nodes if node.type in ("import_statement", "import_from_statement")
    )


def _names(items: Sequence[Item]) -> frozenset[str]:
    return frozenset(name for item in items for name in item.names)


_INTO: Mapping[str, Callable[[Document, Problem, Answer], Replacement]] = {
    "function": _into_function,
    "method": _into_function,
    "class": _into_class,
    "program": _into_program,
}
