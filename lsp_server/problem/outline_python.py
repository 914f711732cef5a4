"""The outline of a Python file: comment blocks, docstrings, functions and classes, read from the syntax tree."""

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from lsp_server.problem.model import Parameter
from lsp_server.problem.parts import Body, Code, Comment, Definition, Outline, Part, TextLine
from lsp_server.problem.prose import MOST_LINES, is_statement
from lsp_server.problem.syntax import Document

_DEFINITIONS = frozenset({"function_definition", "class_definition"})
_IMPORTS = frozenset({"import_statement", "import_from_statement", "future_import_statement"})
_STUBS = re.compile(r"pass|\.\.\.|return|raise\s+NotImplementedError\b.*|(?s:(?:\"\"\"|''').*)")
_QUOTES = re.compile(r"([a-zA-Z]*)(\"\"\"|'''|\"|')")
_INDENT = re.compile(r"[ \t\f]*")
_LINE_ENDS = re.compile(r"\r\n|\n|\r")
_COMMENT_MARK = re.compile(r"#+ ?")
_INTENDED_STUBS = re.compile(r"\b(?:overload|abstractmethod|abstractproperty)\b")
_INTERFACES = re.compile(r"\b(?:Protocol|ABC|ABCMeta|TypedDict)\b")
_TYPE_LINE = re.compile(r":type\s+(\w+)\s*:\s*(.+)|:rtype\s*:\s*(.+)")
_DEFAULT_UNIT = "    "


def outline_python(document: Document) -> Outline:
    parts = list(_parts(document, document.tree.root_node.children, ""))
    doc = next((part for part in parts if not _is_plain_comment(part)), None)
    if isinstance(doc, Comment):
        return Outline(doc, tuple(part for part in parts if part is not doc))
    return Outline(None, tuple(parts))


def indent_unit(document: Document) -> str:
    """One level of indentation as this file writes it; four spaces when it has none."""
    previous = ""
    for row in range(len(document.lines.starts)):
        line = document.line(row)
        if not line.strip():
            continue
        base, inner = _indent_of(previous), _indent_of(line)
        if previous.rstrip().endswith(":") and len(inner) > len(base) and inner.startswith(base):
            return inner[len(base) :]
        previous = line
    return _DEFAULT_UNIT


def _is_plain_comment(part: Part) -> bool:
    return isinstance(part, Comment) and not part.is_string


def _parts(document: Document, nodes: Sequence[Node], indent: str, in_class: bool = False) -> Iterator[Part]:
    """What stands at one level, in order. Broken code is looked into, so that one error does not hide a file."""
    comments: list[Node] = []
    for node in nodes:
        if comments and not _continues(document, comments[-1], node):
            yield _comment_block(document, comments)
            comments = []
        if node.type == "comment":
            if _stands_alone(document, node, indent):
                comments.append(node)
        elif node.type == "ERROR":
            yield from _parts(document, node.children, indent, in_class)
        elif node.is_named:
            yield _part(document, node, in_class)
    if comments:
        yield _comment_block(document, comments)


def _part(document: Document, node: Node, in_class: bool) -> Part:
    inner = node.child_by_field_name("definition") if node.type == "decorated_definition" else node
    if inner and inner.type in _DEFINITIONS:
        return _definition(document, node, inner, in_class)
    if string := _only_string(node):
        return _string_block(document, string)
    start, end = document.span(node)
    return Code(start, end, imports=node.type in _IMPORTS)


def _stands_alone(document: Document, node: Node, indent: str) -> bool:
    """On a line of its own, and not deeper than this level (then it is the tail of a body)."""
    start = document.offset_of(node.start_byte)
    row = document.row_of(start)
    before = document.text[document.lines.starts[row] : start]
    return not before.strip() and len(before) <= len(indent)


def _continues(document: Document, last: Node, node: Node) -> bool:
    """Whether `node` is the next line of the comment block that ends with `last`."""
    if node.type != "comment" or node.start_point.column != last.start_point.column:
        return False
    return node.start_point.row == last.start_point.row + 1


def _comment_block(document: Document, nodes: Sequence[Node]) -> Comment:
    """The lines of `nodes`, which follow each other."""
    row = document.row_of(document.offset_of(nodes[0].start_byte))
    return _comment(document, range(row, row + len(nodes)), _indent_of(document.line(row)))


def _comment(document: Document, rows: Sequence[int], indent: str) -> Comment:
    """The comment lines in `rows`, without their marks and without the indentation that all of them share."""
    lines: list[TextLine] = []
    for row in rows if len(rows) <= MOST_LINES else ():
        line = document.line(row).rstrip()
        column = len(_indent_of(line))
        mark = _COMMENT_MARK.match(line, column)
        skip = mark.end() if mark else column
        start = document.lines.starts[row]
        lines.append(TextLine(line[skip:], start + skip, start + len(line)))
    first, last = rows[0], rows[-1]
    start = document.lines.starts[first] + len(indent)
    dedented = _dedented(lines)
    return Comment(start, document.line_end(last), indent, dedented, tuple(line.text for line in dedented))


def _only_string(node: Node) -> Node | None:
    """The plain string that a statement consists of."""
    if node.type == "expression_statement" and node.named_child_count == 1:
        node = node.named_children[0]
    if node.type != "string" or any(child.type == "interpolation" for child in node.children):
        return None
    return node


def _string_block(document: Document, node: Node) -> Comment:
    start, end = document.span(node)
    opened = _QUOTES.match(document.text, start)
    prefix, quote = (opened[1], opened[2]) if opened else ("", "")
    inner_start = start + len(prefix) + len(quote)
    inner_end = end - len(quote) if document.text.endswith(quote, inner_start, end) else end
    lines = _lines_between(document, inner_start, inner_end)
    head = lines[0]
    column = len(head.text) - len(head.text.lstrip())
    first = TextLine(head.text[column:].removesuffix("\\"), head.start + column, head.end)
    dedented = [first, *_dedented(lines[1:])]
    if "r" not in prefix.lower():
        dedented = [TextLine(each.text.replace("\\\\", "\\"), each.start, each.end) for each in dedented]
    indent = _indent_of(document.line(document.row_of(start)))
    return Comment(start, end, indent, tuple(dedented), tuple(line.text for line in dedented), is_string=True)


def _lines_between(document: Document, start: int, end: int) -> list[TextLine]:
    lines: list[TextLine] = []
    for match in _LINE_ENDS.finditer(document.text, start, end):
        lines.append(TextLine(document.text[start : match.start()], start, match.start()))
        start = match.end()
    return [*lines, TextLine(document.text[start:end], start, end)]


def _dedented(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    common = min((len(_indent_of(line.text)) for line in lines if line.text.strip()), default=0)
    return tuple(TextLine(line.text[common:].rstrip(), min(line.start + common, line.end), line.end) for line in lines)


def _definition(document: Document, outer: Node, node: Node, in_class: bool) -> Definition:
    start, end = document.span(outer)
    decorators = [document.source(child) for child in outer.children if child.type == "decorator"]
    header_end = _header_end(document, node)
    indent = _indent_of(document.line(document.row_of(start)))
    statements = _statements(node)
    is_class = node.type == "class_definition"
    docs, body = _inside(document, header_end, indent, statements, is_class)
    bases = node.child_by_field_name("superclasses")
    params, returns = _typed(*_signature(document, node, decorators, in_class), docs)
    return Definition(
        kind="class" if is_class else "function",
        name=document.source(name) if (name := node.child_by_field_name("name")) else "",
        start=start,
        end=max(end, body.end, *(doc.end for doc in docs)),
        header_end=header_end,
        indent=indent,
        body=body,
        params=params,
        returns=returns,
        docs=tuple(doc for doc in docs if not _only_types(doc)),
        members=_members(document, node, body, docs) if is_class else (),
        is_abstract=bool(
            any(_INTENDED_STUBS.search(each) for each in decorators)
            or (bases and _INTERFACES.search(document.source(bases)))
        ),
    )


def _members(document: Document, node: Node, body: Body, docs: Sequence[Comment]) -> tuple[Part, ...]:
    """What stands in a class besides its own statements. Comments above the first member are outside of the block."""
    block = node.child_by_field_name("body")
    inside = {doc.start for doc in docs}
    nodes = [child for child in node.children if child.type == "comment"] + (block.children if block else [])
    return tuple(part for part in _parts(document, nodes, body.indent, True) if part.start not in inside)


def _header_end(document: Document, node: Node) -> int:
    """Behind the colon that ends `def …:`; broken headers end with what is there of them."""
    colon = next((child for child in node.children if child.type == ":"), None)
    return document.offset_of(colon.end_byte if colon else node.end_byte)


def _statements(node: Node) -> list[Node]:
    block = node.child_by_field_name("body")
    return [child for child in block.named_children if child.type != "comment"] if block else []


def _inside(
    document: Document, header_end: int, indent: str, statements: list[Node], is_class: bool
) -> tuple[list[Comment], Body]:
    """The docstring and statement comments of a definition, and what a solution would replace."""
    docs: list[Comment] = []
    imports = next((index for index, node in enumerate(statements) if node.type not in _IMPORTS), 0)
    if statements and (string := _only_string(statements[imports])):
        docs.append(_string_block(document, string))
        statements = statements[imports + 1 :]
    stub = all(_STUBS.fullmatch(document.source(node)) for node in statements)
    header_row = document.row_of(header_end)
    first = docs[0] if docs else None
    inner_row = (
        document.row_of(first.start if first else document.span(statements[0])[0]) if first or statements else -1
    )
    inline = inner_row == header_row
    comments = [] if inline else list(_top_comments(document, header_end, indent, docs, statements))
    if is_class and comments and statements and _touches(document, comments[-1], statements[0]):
        comments = comments[:-1]  # it belongs to the first member
    asked = [each for each in comments if is_statement(each.texts) and (stub or not docs)]
    other = [each for each in comments if each not in asked and (not asked or each.start > asked[-1].end)]
    inner = _inner_indent(document, indent, docs, statements, comments, inline)
    anchor = max([header_end, *(each.end for each in [*docs, *asked])])
    spans = [(each.start, each.end) for each in other if stub or not statements]
    spans += [document.span(node) for node in statements]
    if not spans:
        at = _after_comment(document, anchor)
        return docs + asked, Body(at, at, inner, stub, inline)
    end = max(end for _, end in spans)
    return docs + asked, Body(min(spans)[0], _after_comment(document, end) if stub else end, inner, stub, inline)


def _touches(document: Document, comment: Comment, below: Node) -> bool:
    return document.row_of(comment.end) + 1 == document.row_of(document.offset_of(below.start_byte))


def _top_comments(
    document: Document, header_end: int, indent: str, docs: Sequence[Comment], statements: Sequence[Node]
) -> Iterator[Comment]:
    """Comment blocks between the header (or docstring) and the first statement. Read from the lines, because the
    tree puts comments of an otherwise empty body outside of it."""
    row = document.row_of(docs[0].end if docs else header_end) + 1
    stop = document.row_of(document.span(statements[0])[0]) if statements else len(document.lines.starts)
    rows: list[int] = []
    for at in range(row, stop):
        line = document.line(at)
        column = len(_indent_of(line))
        if line.strip() and (column <= len(indent) or line[column] != "#"):
            break
        if line.strip() and (not rows or (rows[-1] == at - 1 and len(_indent_of(document.line(rows[-1]))) == column)):
            rows.append(at)
        elif rows:
            yield _comment(document, rows, _indent_of(document.line(rows[0])))
            rows = [at] if line.strip() else []
    if rows:
        yield _comment(document, rows, _indent_of(document.line(rows[0])))


def _inner_indent(
    document: Document,
    indent: str,
    docs: Sequence[Comment],
    statements: Sequence[Node],
    comments: Sequence[Comment],
    inline: bool,
) -> str:
    if not inline:
        for at in [*(doc.start for doc in docs), *(document.span(node)[0] for node in statements[:1])]:
            return _indent_of(document.line(document.row_of(at)))
        if comments:
            return comments[0].indent
    return indent + indent_unit(document)


def _after_comment(document: Document, offset: int) -> int:
    """Behind a comment that stands to the right of `offset` on its line."""
    rest = document.text[offset : document.line_end(document.row_of(offset))]
    return offset + len(rest.rstrip()) if rest.lstrip().startswith("#") else offset


def _signature(
    document: Document, node: Node, decorators: Sequence[str], in_class: bool
) -> tuple[tuple[Parameter, ...], str]:
    returns = node.child_by_field_name("return_type")
    listed = node.child_by_field_name("parameters")
    params = [_parameter(document, child) for child in listed.named_children] if listed else []
    params = [param for param in params if param]
    if in_class and params and not any("staticmethod" in each for each in decorators):
        params = params[1:]
    return tuple(params), _one_line(document.source(returns)) if returns else ""


def _parameter(document: Document, node: Node) -> Parameter | None:
    if node.type == "keyword_separator":
        return Parameter(name="*")
    if node.type in ("comment", "positional_separator", "ERROR"):
        return None
    kind = node.child_by_field_name("type")
    name = node.child_by_field_name("name") or (node.named_children[0] if node.type == "typed_parameter" else node)
    return Parameter(name=document.source(name), type=_one_line(document.source(kind)) if kind else "")


def _typed(params: tuple[Parameter, ...], returns: str, docs: Sequence[Comment]) -> tuple[tuple[Parameter, ...], str]:
    """Types from `:type x: List[int]` and `:rtype: int` lines, which LeetCode writes where there are no annotations."""
    matches = [match for doc in docs for text in doc.texts if (match := _TYPE_LINE.match(text.strip()))]
    types = {match[1]: match[2].strip() for match in matches if match[1]}
    rtype = next((match[3].strip() for match in matches if match[3]), "")
    typed = tuple(
        param if param.type else Parameter(name=param.name, type=types.get(param.name, "")) for param in params
    )
    return typed, returns or ("None" if rtype.lower().startswith(("none", "void")) else rtype)


def _only_types(doc: Comment) -> bool:
    texts = [text for text in doc.texts if text.strip()]
    return all(_TYPE_LINE.match(text.strip()) for text in texts)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _indent_of(line: str) -> str:
    match = _INDENT.match(line)
    return match[0] if match else ""
