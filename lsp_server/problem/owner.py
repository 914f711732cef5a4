"""Which definition a statement speaks of: the one that its examples fit, by names, by values or by being unwritten."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from lsp_server.problem.binding.bind import bind_examples
from lsp_server.problem.binding.designs import operations_of
from lsp_server.problem.binding.listed import shows_lists
from lsp_server.problem.binding.names import asked_of, folded
from lsp_server.problem.declared import Declared
from lsp_server.problem.examples.raw import Called, Labelled, Session
from lsp_server.problem.grammar import Language
from lsp_server.problem.iterators import iterator_signature
from lsp_server.problem.languages import language_named
from lsp_server.problem.markers import after_marker
from lsp_server.problem.model import Signature
from lsp_server.problem.parts import Code, Comment, Definition, Part
from lsp_server.problem.statement import Statement, parse_statement
from lsp_server.problem.syntax import Document
from lsp_server.problem.translate import type_in_language
from lsp_server.problem.values import parse_assignments
from lsp_server.problem.wording import returned

SOLUTION = "Solution"
"""The class that LeetCode wants methods in."""


def owner_of(
    document: Document, comment: Comment, reach: Sequence[Definition], near: Definition | None
) -> Definition | None:
    """The definition in `reach` that the examples of a block fit best; None when they ask for a program.

    `near` stands directly below the block: it may be unwritten, or be called something else in the examples.
    """
    statement = parse_statement(comment.texts)
    row = language_named(document.language)
    scores = [fit(statement, definition, row) for definition in reach]
    best = max(scores)
    samples = all(isinstance(raw, Labelled) and (raw.block or raw.worked or raw.stuck) for raw in statement.examples)
    if samples and reads_input(statement, row, document.text[comment.end :]):
        return None
    if not best and any(isinstance(raw, Labelled) for raw in statement.examples) and any(map(is_entry(row), reach)):
        return None
    if best:
        return max(reach, key=lambda each: (scores[reach.index(each)], each.around >= 0))
    known = {each.name for each in reach}
    speaks = near and (
        is_unwritten(near)
        or is_submitted(document, comment, near)
        or _fits_renamed(statement, near, known, row)
        or names_inputs(statement, signature_of(near, None))
    )
    return near if speaks else None


def is_submitted(document: Document, comment: Comment, definition: Definition) -> bool:
    """LeetCode's class, or what stands behind a marker below the statement: certainly what that is about."""
    own = max(definition.start, definition.own)
    return is_solution(definition) or 0 < after_marker(document.text, comment.end, own + 1) <= own


def is_solution(definition: Definition) -> bool:
    return definition.kind == "class" and definition.name == SOLUTION


def reads_input(statement: Statement, row: Language, code: str) -> bool:
    """Whether the examples are labelled, name nothing, and the code below reads standard input."""
    raws = [raw for raw in statement.examples if isinstance(raw, Labelled) and not (raw.weak or raw.worked)]
    given = "\n".join(raw.given for raw in raws)
    plain = bool(raws) and len(raws) == len(statement.examples) and "=" not in given and "[" not in given
    return (plain or all(raw.block for raw in raws)) and bool(raws) and bool(row.reads_input.search(code))


def names_inputs(statement: Statement, signature: Signature) -> bool:
    """Whether inputs are stated for just these parameters, be it that no value can say them: `fn = (a, b) => a + b`."""
    names = [re.compile(rf"^\s*{re.escape(param.name)}\s*=", re.MULTILINE) for param in signature.params]
    given = [raw.given for raw in statement.examples if isinstance(raw, Labelled)]
    return bool(names) and any(all(name.search(text) for name in names) for text in given)


def _fits_renamed(statement: Statement, definition: Definition, known: set[str], row: Language) -> bool:
    """Whether the examples call a function that the file does not have, with arguments that this one takes."""
    called = [raw for raw in statement.examples if isinstance(raw, Called) and raw.name not in known]
    functions = [definition] if definition.kind == "function" else methods_of(definition)
    renamed = [[replace(raw, name=each.name) for raw in called] for each in functions]
    pairs = zip(functions, renamed, strict=True)
    return any(bind_examples(raws, signature_of(each, None), row) for each, raws in pairs)


def near_to(document: Document, comment: Comment, below: Sequence[Part]) -> Definition | None:
    """The definition that stands below a block with nothing but imports, other comments and a blank line between."""
    end = document.row_of(comment.end)
    for part in below:
        if not _touches(document, end, document.row_of(part.start)):
            break
        if isinstance(part, Definition):
            return next((each for each in _definitions(below) if each.around == part.start), part)
        if not isinstance(part, Code) or not part.imports:
            break
        end = document.row_of(part.end)
    return _marked(document, comment, below)


def _marked(document: Document, comment: Comment, below: Sequence[Part]) -> Definition | None:
    """The first definition behind the first marker below a block, if no other block stands between."""
    before = list(takewhile(lambda part: not isinstance(part, Comment), below))
    marker = after_marker(document.text, comment.end, before[-1].end) if before else 0
    return next((each for each in _definitions(before) if marker and max(each.start, each.own) >= marker), None)


def _definitions(parts: Sequence[Part]) -> Iterator[Definition]:
    return (part for part in parts if isinstance(part, Definition))


def _touches(document: Document, end: int, start: int) -> bool:
    """Whether no more than a blank line parts two rows; comments between them (markers, definitions) do not count."""
    mark = language_named(document.language).comment
    lines = [document.line(row).strip() for row in range(end + 1, start)]
    blanks = 0
    for line in lines:
        blanks = 0 if line.startswith(mark) else blanks + 1
        if blanks > 1:
            return False
    return True


def is_entry(row: Language) -> Callable[[Definition], bool]:
    """Whether a definition is where a program starts, or a class that holds nothing but that."""
    return lambda each: (
        bool(row.entry)
        and (
            each.name == row.entry
            or any(isinstance(member, Definition) and member.name == row.entry for member in each.members)
        )
    )


def fit(statement: Statement, definition: Definition, row: Language) -> int:
    """How many examples a definition can take; a call of its very name counts more than fitting arguments."""
    if definition.kind == "class":
        whole = 10 * speaks_of_class(statement, definition) or _fit_iterator(statement, definition, row)
        return max([whole, *(fit(statement, method, row) for method in methods_of(definition))])
    score = 0
    signature = with_returns(signature_of(definition, None), statement, row)
    if signature.name == row.entry:
        return 0
    for raw in statement.examples:
        if isinstance(raw, Called):
            score += 10 * (raw.name == definition.name)
        elif isinstance(raw, Session):
            score += 10 * bool(re.search(rf"\b{re.escape(definition.name)}\(", raw.source))
        elif isinstance(raw, Labelled):
            score += bool(bind_examples([raw], signature, row)) * (2 if _same_names(raw, signature, row) else 1)
    return score


def _fit_iterator(statement: Statement, definition: Definition, row: Language) -> int:
    signature = iterator_signature(definition)
    return 3 * len(bind_examples(statement.examples, signature, row)) if signature else 0


def _same_names(raw: Labelled, signature: Signature, row: Language) -> bool:
    given = parse_assignments(raw.given, bare=True)
    if not isinstance(given, dict):
        return False
    return {folded(name) for name in given} == {folded(name) for name in asked_of(signature, row.types)}


def speaks_of_class(statement: Statement, definition: Definition) -> int:
    """Examples that make objects of a class: lists of operations, or sessions with `Name(`."""
    count = 0
    for raw in statement.examples:
        if isinstance(raw, Labelled):
            pair = operations_of(raw.given)
            count += bool(pair) and definition.name in pair[0]
        elif isinstance(raw, Session):
            count += bool(re.search(rf"\b{re.escape(definition.name)}\(", f"{raw.setup}\n{raw.source}"))
    return count


def main_method(statement: Statement, methods: Sequence[Definition], row: Language) -> Definition | None:
    """The method that the examples fit, else the first stub, else the first."""
    fits = [fit(statement, method, row) for method in methods]
    if any(fits):
        return methods[fits.index(max(fits))]
    stubs = [method for method in methods if method.body.stub]
    return (stubs or list(methods) or [None])[0]


def methods_of(definition: Definition) -> list[Definition]:
    """The public methods of a class."""
    members = [each for each in definition.members if isinstance(each, Definition) and each.kind == "function"]
    return [each for each in members if not (each.name.startswith("_") or each.is_abstract or each.constructs)]


def is_unwritten(definition: Definition) -> bool:
    if definition.kind == "function":
        return definition.body.stub
    members = [each for each in definition.members if isinstance(each, Definition)]
    others = [each for each in definition.members if isinstance(each, Code)]
    return bool(members) and all(each.body.stub for each in members) and len(others) <= len(members)


def _as_declared(signature: Signature, said: Declared, row: Language) -> Signature:
    """With the types that a page of HackerRank tells of just these parameters."""
    if not said.types or any(param.type or param.name not in said.types for param in signature.params):
        return signature
    params = (
        param.model_copy(update={"type": type_in_language(said.types[param.name], row)}) for param in signature.params
    )
    returns = signature.returns or (type_in_language(said.returns, row) if said.returns else "")
    return signature.model_copy(update={"params": tuple(params), "returns": returns})


def signature_of(definition: Definition, owner: Definition | None) -> Signature:
    return Signature(
        name=definition.name,
        params=definition.params,
        returns=definition.returns,
        kind="method" if owner else "function",
        owner=owner.name if owner else None,
    )


def with_returns(signature: Signature, statement: Statement, row: Language) -> Signature:
    """What the words say of parameters and the result, where the header says nothing."""
    signature = _as_declared(signature, statement.declared, row)
    if signature.returns or "" in row.types.nothing:
        return signature
    outputs = [raw.wanted for raw in statement.examples if isinstance(raw, Labelled)]
    if shows_lists(statement.prose, outputs):
        return signature.model_copy(update={"returns": row.types.names.get("List", "list").format("any")})
    match returned(statement.prose, outputs):
        case "truth":
            return signature.model_copy(update={"returns": row.types.names.get("bool", "bool")})
        case "nothing":
            return signature.model_copy(update={"returns": max(row.types.nothing)})
        case _:
            return signature
