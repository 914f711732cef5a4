"""Makes the `Problem` of a statement that was read: what it covers, and where its solution goes."""

from collections.abc import Sequence

from lsp_server.problem.braces.starter import own_starter_code
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import AS_PRINTED, DEFAULT_TOLERANCE, Example, Problem, Target
from lsp_server.problem.outline import outline_of
from lsp_server.problem.owner import is_unwritten
from lsp_server.problem.pairs import halves
from lsp_server.problem.parts import Code, Comment, Definition, Part
from lsp_server.problem.python.starter import own_class
from lsp_server.problem.reading import Read
from lsp_server.problem.syntax import Document
from lsp_server.problem.unread import count_unread


def _placed(document: Document, read: Read) -> tuple[Example, ...]:
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


def problem_of_body(
    document: Document, read: Read, outer: Definition, inner: Definition, holder: Definition | None = None
) -> Problem:
    """`outer` is what the problem covers, `inner` whose body a solution replaces, `holder` the class around it."""
    body = inner.body
    target = Target(kind="body", region=document.region(body.start, body.end), indent=body.indent)
    start, end = min(outer.start, read.comment.start), max(outer.end, read.comment.end)
    made = _made(document, read, (start, end), target, has_code=not _is_empty(inner))
    return made.model_copy(update={"starter_code": _starter_code(document, holder or outer, inner)})


def _starter_code(document: Document, outer: Definition, inner: Definition) -> str:
    """What the file has of it; "" where the signature says all."""
    if not language_named(document.language).braces:
        return own_class(document, inner) if inner.kind == "class" else ""
    beside = halves(inner, outline_of(document).parts) if outer is inner else ()
    pieces = (own_starter_code(document, outer, inner), *(own_starter_code(document, each, each) for each in beside))
    return "\n\n".join(pieces)


def _is_empty(definition: Definition) -> bool:
    return is_unwritten(definition) or (definition.kind == "class" and not definition.members)


def problem_of_program(document: Document, read: Read, code: Sequence[Part]) -> Problem:
    """A solution replaces the code beside the statement where that is the program, else goes below the statement."""
    if not any(isinstance(part, Definition) or not getattr(part, "imports", True) for part in code):
        return problem_below(document, read)
    if _only_defines(document, read.comment, code):
        return problem_below(document, read)  # it would run, and read and print nothing
    start, end = code[0].start, code[-1].end
    target = Target(kind="body", region=document.region(start, end))
    span = min(start, read.comment.start), max(end, read.comment.end)
    return _made(document, read, span, target, has_code=not all(map(_is_blank, code)))


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


def problem_below(document: Document, read: Read) -> Problem:
    """A solution is written on the line below the statement."""
    comment = read.comment
    row = document.row_of(comment.end) + 1
    at = document.lines.starts[row] if row < len(document.lines.starts) else len(document.text)
    target = Target(kind="below", region=document.region(at, at), indent=comment.indent)
    return _made(document, read, (comment.start, comment.end), target, has_code=False)


def _tolerance(read: Read) -> float:
    """What a program prints with the decimals that it is told to is compared digit by digit."""
    printed = read.signature.kind == "program" and read.statement.tells_decimals
    return read.statement.tolerance or (AS_PRINTED if printed else DEFAULT_TOLERANCE)


def _made(document: Document, read: Read, span: tuple[int, int], target: Target, has_code: bool) -> Problem:
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
        unread=count_unread(read),
    )
