"""A statement that stands nowhere in the file: an editor's plugin shows it beside the code and hands it over.

It is read as if it stood in a comment above the function that it is about; what is found is moved back to where it is
in the file. Nothing here knows which plugin it is.
"""

from collections.abc import Iterator, Sequence

from lsp_server.errors import NoProblemError
from lsp_server.problem.binding.bind import bind_examples
from lsp_server.problem.examples.raw import Given
from lsp_server.problem.languages import language_named
from lsp_server.problem.locate import find_problems
from lsp_server.problem.markers import after_marker
from lsp_server.problem.model import Cursor, Frozen, Point, Problem, Region
from lsp_server.problem.outline import outline_of
from lsp_server.problem.parts import Definition
from lsp_server.problem.syntax import Document

MOST_CHARACTERS = 100_000


class Handed(Frozen):
    """`content`: the statement, as HTML or text. `testcases`: inputs, an argument a line, of which nobody told the
    result. `name`: the function or class that is meant, "" for the first."""

    title: str = ""
    content: str
    testcases: tuple[str, ...] = ()
    name: str = ""


def problems_handed(document: Document, handed: Handed) -> list[Problem]:
    """At most one. Raises FileTooLargeError."""
    at = _place(document, handed.name)
    if at is None:
        return []
    comment = _comment(document, handed)
    length, lines = len(comment), comment.count("\n")
    found = find_problems(Document(document.text[:at] + comment + document.text[at:], document.language))
    mine = [each for each in found if at <= each.statement_region.start.offset < at + length][:1]
    here = document.region(at, document.line_end(document.row_of(at)))
    return [_with_cases(_back(problem, at + length, length, lines, here), handed) for problem in mine]


def problem_handed(document: Document, handed: Handed, cursor: Cursor) -> Problem:
    """For every place of the file: it is the file's. Raises NoProblemError, FileTooLargeError."""
    for problem in problems_handed(document, handed):
        return problem
    raise NoProblemError(f"The statement that was handed over fits nothing around line {cursor.line} of this file.")


def relocate_handed(document: Document, problem: Problem, handed: Handed) -> Problem | None:
    """The same problem in a later version of its document."""
    found = problems_handed(document, handed)
    return next((each for each in found if each.signature == problem.signature), None)


def _place(document: Document, name: str) -> int | None:
    """The start of the line of the definition that is meant: by its name, else the first behind the marker."""
    definitions = [part for part in outline_of(document).parts if isinstance(part, Definition)]
    marker = after_marker(document.text, 0, len(document.text)) or 0
    meant = [each for each in definitions if name and name in _names(each)]
    behind = [each for each in definitions if each.start >= marker]
    for each in (*meant, *behind, *definitions):
        return document.lines.starts[document.row_of(each.start)]
    return None


def _names(definition: Definition) -> Iterator[str]:
    yield definition.name
    yield from (each.name for each in definition.members if isinstance(each, Definition))


def _comment(document: Document, handed: Handed) -> str:
    """Each line behind the sign of a comment, apart from any comment above."""
    sign = language_named(document.language).comment
    lines: Sequence[str] = f"{handed.title}\n\n{handed.content[:MOST_CHARACTERS]}".strip().splitlines()
    return "\n\n" + "".join(f"{sign} {line}".rstrip() + "\n" for line in lines)


def _with_cases(problem: Problem, handed: Handed) -> Problem:
    """The examples of the statement first, then the inputs that it does not have."""
    known = {repr(example.inputs) for example in problem.examples}
    given = [Given(0, 0, case.rstrip("\n")) for case in handed.testcases]
    bound = bind_examples(given, problem.signature, language_named(problem.language))
    named = [
        example.model_copy(update={"raw": f"Input:\n{raw.given}"}) for raw, example in bound if isinstance(raw, Given)
    ]
    more = [example for example in named if repr(example.inputs) not in known]
    return problem.model_copy(update={"examples": (*problem.examples, *more)})


def _back(problem: Problem, end: int, length: int, lines: int, here: Region) -> Problem:
    """From the document with the comment, which ends at `end`, to that without."""

    def point(there: Point) -> Point:
        if there.offset < end:
            return here.start
        return Point(line=there.line - lines, column=there.column, offset=there.offset - length)

    def region(there: Region) -> Region:
        return Region(start=point(there.start), end=point(there.end))

    examples = tuple(example.model_copy(update={"region": None}) for example in problem.examples)
    target = problem.target.model_copy(update={"region": region(problem.target.region)})
    told = {"region": region(problem.region), "statement_region": here, "target": target, "examples": examples}
    return problem.model_copy(update={**told, "handed": True})
