"""Makes a `Problem` of a statement and the definition (or the empty place) that it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsp_server.problem.binding.bind import bind_examples, folded
from lsp_server.problem.binding.loose import with_node_types
from lsp_server.problem.braces.starter import own_starter_code
from lsp_server.problem.examples.raw import Called, Labelled, Raw, Session
from lsp_server.problem.grammar import Language
from lsp_server.problem.iterators import iterator_signature
from lsp_server.problem.languages import language_named
from lsp_server.problem.markers import is_marker
from lsp_server.problem.maths.find import question_of_comment
from lsp_server.problem.maths.wording import without_formulas
from lsp_server.problem.model import AS_PRINTED, DEFAULT_TOLERANCE, Example, Problem, Signature, Target
from lsp_server.problem.owner import (
    SOLUTION,
    fit,
    is_submitted,
    is_unwritten,
    main_method,
    methods_of,
    names_inputs,
    reads_input,
    signature_of,
    speaks_of_class,
    with_returns,
)
from lsp_server.problem.parts import Code, Comment, Definition, Part
from lsp_server.problem.prose import reads_like_task
from lsp_server.problem.signature import inferred_signature
from lsp_server.problem.statement import Statement, parse_statement
from lsp_server.problem.syntax import Document
from lsp_server.problem.translate import in_language

_NAMED = re.compile(r"(\w+) = ")
_LONG = 25
"""Words: whoever writes so much above an empty function tells what it is to do."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A definition with the statements that may speak of it, nearest first. `names` are those of all definitions."""

    document: Document
    definition: Definition
    statements: tuple[Comment, ...]
    names: frozenset[str]
    owner: Definition | None = None


@dataclass(frozen=True, slots=True)
class _Read:
    """A statement read for one signature."""

    comment: Comment
    statement: Statement
    signature: Signature
    examples: tuple[tuple[Raw, Example], ...]


def function_problem(asked: Asked) -> Problem | None:
    """The problem of a function or method: with examples, or for a stub."""
    definition = asked.definition
    if definition.is_abstract or not definition.name:
        return None
    read = _best([_read(asked, comment, definition, asked.owner) for comment in asked.statements])
    if not read or not (read.examples or (definition.body.stub and _asks(asked, read)) or _is_stated(asked, read)):
        return None
    return _problem(asked.document, read, definition, definition, asked.owner)


def _is_stated(asked: Asked, read: _Read) -> bool:
    """Whether the statement is certainly about this code, though no value can say its inputs: `fn = (a) => a + 1`."""
    if names_inputs(read.statement, read.signature):
        return True
    return _unread(read) > 0 and is_submitted(asked.document, read.comment, asked.definition)


def _asks(asked: Asked, read: _Read) -> bool:
    """Whether a statement without examples asks for a function without code.

    Where `{}` is how one writes that nothing is to be done, it must set a task, or come from a tool that sets them.
    """
    if not language_named(asked.document.language).braces:
        return _says_something(read)
    from_tool = any(is_marker(text) for text in read.comment.texts)
    prose = read.statement.prose
    sets_task = read.statement.labelled or reads_like_task(prose) or len(prose.split()) >= _LONG
    return not asked.definition.constructs and (from_tool or (sets_task and _says_something(read)))


def class_problem(asked: Asked) -> Problem | None:
    """The problem that a statement at a class sets: the class as a whole, or its main method (`class Solution`)."""
    definition = asked.definition
    if definition.is_abstract:
        return None
    reads = [_read_class(asked, comment) for comment in asked.statements]
    read = _best([each for each in reads if each])
    if not read:
        return None
    target = next((each for each in methods_of(definition) if each.name == read.signature.name), definition)
    if read.signature.kind == "class":
        target = definition
    asks = read.statement.labelled or reads_like_task(read.statement.prose) or definition.name == SOLUTION
    if not (read.examples or (asks and is_unwritten(target)) or _is_stated(asked, read)):
        return None
    return _problem(asked.document, read, definition, target)


def bare_problem(
    document: Document, comment: Comment, following: Sequence[Part], names: frozenset[str]
) -> Problem | None:
    """The problem of a block with nothing below it; a program may have its code there."""
    statement = _of_samples(parse_statement(comment.texts))
    row = language_named(document.language)
    inferred = inferred_signature(statement.examples, statement.title, statement.prose)
    signature = in_language(inferred, row, statement.examples)
    if reads_input(statement, row, document.text[comment.end :]):
        signature = Signature(name="main", kind="program")
    code = [part for part in following if not isinstance(part, Comment) and part.start >= comment.end]
    examples = _examples(statement, signature, row)
    read = _Read(comment, statement, signature, examples)
    if signature.kind == "program":
        return _program(document, read, code) if examples or _unread(read) else None
    if not _has_examples(comment, statement) and (question := question_of_comment(document, comment)):
        return question
    touched = bool(code) and document.row_of(code[0].start) <= document.row_of(comment.end) + 1
    if signature.name in names or touched:
        return None
    if examples:
        documents = comment.is_string and names and all(isinstance(raw, Session) for raw in statement.examples)
        return None if documents else _below(document, read)
    described = comment.is_string and (names or code)
    beside = any(isinstance(part, Code) for part in following[:1]) or bool(row.braces and (names or code))
    return _below(document, read) if _sets_task(statement) and not described and not beside else None


def _of_samples(statement: Statement) -> Statement:
    """Beside samples of input and output `f(271) = 721 - 127 = 594` is mathematics, and no example."""
    if not any(isinstance(raw, Labelled) and raw.block for raw in statement.examples):
        return statement
    return replace(statement, examples=tuple(raw for raw in statement.examples if not isinstance(raw, Called)))


def _has_examples(comment: Comment, statement: Statement) -> bool:
    """Examples of a program; `$P(1) = 2$` in a formula is none."""
    if statement.labelled or not statement.examples:
        return statement.labelled
    return bool(parse_statement(without_formulas(comment.texts)).examples)


def _read(asked: Asked, comment: Comment, definition: Definition, owner: Definition | None) -> _Read:
    signature = signature_of(definition, owner)
    row = language_named(asked.document.language)
    statement = parse_statement(comment.texts, definition.name, asked.names)
    signature = with_returns(signature, statement, row)
    signature = with_node_types(signature, asked.document.text) if row.sessions else signature
    examples = _examples(statement, signature, row)
    if not examples and not row.sessions:
        statement = _renamed(comment, definition, asked.names) or statement
        examples = _examples(statement, signature, row)
    if not examples and not signature.params and any(isinstance(raw, Labelled) for raw in statement.examples):
        signature = Signature(name=definition.name, kind="program")
        examples = _examples(statement, signature, row)
    return _Read(comment, statement, signature, examples)


def _renamed(comment: Comment, definition: Definition, names: frozenset[str]) -> Statement | None:
    """The statement as one of `definition`, when its sessions call one function that the file does not have."""
    statement = parse_statement(comment.texts, None, names)
    called = {raw.name for raw in statement.examples if isinstance(raw, Called)}
    if len(called) != 1 or called & names:
        return None
    raws = [replace(raw, name=definition.name) for raw in statement.examples if isinstance(raw, Called)]
    return replace(statement, examples=tuple(raws))


def _read_class(asked: Asked, comment: Comment) -> _Read | None:
    definition = asked.definition
    row = language_named(asked.document.language)
    statement = parse_statement(comment.texts)
    methods = methods_of(definition)
    if (signature := iterator_signature(definition)) and (examples := _examples(statement, signature, row)):
        if any(example.custom == "drained" for _, example in examples):
            return _Read(comment, statement, signature, examples)
    main = None if speaks_of_class(statement, definition) else main_method(statement, methods, row)
    if main and (definition.name == SOLUTION or len(methods) == 1 or fit(statement, main, row)):
        return _read(asked, comment, main, definition)
    signature = Signature(name=definition.name, kind="class")
    return _Read(comment, statement, signature, _examples(statement, signature, row))


def _best(reads: Sequence[_Read]) -> _Read | None:
    """The first with examples, else the first that says anything."""
    return next((each for each in reads if each.examples), None) or next(
        (each for each in reads if _says_something(each)), None
    )


def _says_something(read: _Read) -> bool:
    return bool(read.statement.prose or read.statement.title)


def _sets_task(statement: Statement) -> bool:
    return (statement.labelled and bool(statement.prose)) or (
        reads_like_task(statement.prose) and len(statement.prose.split()) >= 4
    )


def _examples(statement: Statement, signature: Signature, row: Language) -> tuple[tuple[Raw, Example], ...]:
    return tuple(bind_examples(statement.examples, signature, row))


def _placed(document: Document, read: _Read) -> tuple[Example, ...]:
    """The examples with their own text and the regions where it stands."""
    lines = read.comment.lines
    return tuple(
        example.model_copy(
            update={
                "raw": "\n".join(line.text for line in lines[raw.first : raw.last + 1]).strip(),
                "region": document.region(lines[raw.first].start, lines[raw.last].end),
            }
        )
        for raw, example in read.examples
    )


def _problem(
    document: Document, read: _Read, outer: Definition, inner: Definition, holder: Definition | None = None
) -> Problem:
    """`outer` is what the problem covers, `inner` whose body a solution replaces, `holder` the class around it."""
    body = inner.body
    target = Target(kind="body", region=document.region(body.start, body.end), indent=body.indent)
    start, end = min(outer.start, read.comment.start), max(outer.end, read.comment.end)
    made = _made(document, read, (start, end), target, has_code=not _is_empty(inner))
    if not language_named(document.language).braces:
        return made
    return made.model_copy(update={"starter_code": own_starter_code(document, holder or outer, inner)})


def _unread(read: _Read) -> int:
    """Without any example that is read, only those with labels are certain to be examples of this function."""
    if read.examples:
        names = {folded(param.name) for param in read.signature.params}
        return sum(_is_meant(raw, names) for raw in read.statement.examples) - len(read.examples)
    return sum(isinstance(raw, Labelled) and not raw.weak for raw in read.statement.examples)


def _is_meant(raw: Raw, names: set[str]) -> bool:
    """Not the row of a table that only looks like an example, and names what is no parameter."""
    named = _NAMED.match(raw.given) if isinstance(raw, Labelled) and raw.weak else None
    return named is None or folded(named[1]) in names


def _is_empty(definition: Definition) -> bool:
    return is_unwritten(definition) or (definition.kind == "class" and not definition.members)


def _program(document: Document, read: _Read, code: Sequence[Part]) -> Problem:
    if not any(isinstance(part, Definition) or not getattr(part, "imports", True) for part in code):
        return _below(document, read)
    if _only_defines(document, read.comment, code):
        return _below(document, read)  # it would run, and read and print nothing
    start, end = code[0].start, code[-1].end
    target = Target(kind="body", region=document.region(start, end))
    return _made(document, read, (read.comment.start, end), target, has_code=not all(map(_is_blank, code)))


def _only_defines(document: Document, comment: Comment, code: Sequence[Part]) -> bool:
    """Whether code that is written has nothing that calls it, in a language whose files run from top to bottom.

    What reads may stand above the statement, as HackerRank writes it in JavaScript.
    """
    row = language_named(document.language)
    runs = any(isinstance(part, Code) and not (part.imports or part.declares) for part in code)
    reads = row.reads_input.search(document.text[: comment.start] + document.text[comment.end :])
    return not (row.entry or runs or reads or all(map(_is_blank, code)))


def _is_blank(part: Part) -> bool:
    """What a program without code may have: imports, and a `main` in which nothing happens."""
    return _is_empty(part) if isinstance(part, Definition) else not isinstance(part, Code) or part.imports


def _below(document: Document, read: _Read) -> Problem:
    comment = read.comment
    row = document.row_of(comment.end) + 1
    at = document.lines.starts[row] if row < len(document.lines.starts) else len(document.text)
    target = Target(kind="below", region=document.region(at, at), indent=comment.indent)
    return _made(document, read, (comment.start, comment.end), target, has_code=False)


def _tolerance(read: _Read) -> float:
    """What a program prints with the decimals that it is told to is compared digit by digit."""
    printed = read.signature.kind == "program" and read.statement.tells_decimals
    return read.statement.tolerance or (AS_PRINTED if printed else DEFAULT_TOLERANCE)


def _made(document: Document, read: _Read, span: tuple[int, int], target: Target, has_code: bool) -> Problem:
    statement, name = read.statement, read.signature.name
    return Problem(
        title=statement.title or name.replace("_", " ").strip().capitalize(),
        language=document.language,
        statement=statement.prose or statement.title,
        examples=_placed(document, read),
        constraints=statement.constraints,
        signature=read.signature,
        region=document.region(*span),
        statement_region=document.region(read.comment.start, read.comment.end),
        target=target,
        order=statement.order,
        several_answers=statement.several_answers,
        float_tolerance=_tolerance(read),
        has_code=has_code,
        unread=_unread(read),
    )
