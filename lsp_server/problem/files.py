"""The problems of a file: those of its text, with the examples that other tools keep beside it or elsewhere in it.

A file without a statement is a problem all the same when tests stand beside it: the program that passes them, or the
function between the markers.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsp_server.errors import NoProblemError, UnparsableFileError, VibeError
from lsp_server.problem.beside.cases import cases_in, is_of_leetcode, title_in
from lsp_server.problem.beside.sidefiles import Beside, Test, beside
from lsp_server.problem.binding.bind import bind_examples
from lsp_server.problem.binding.names import asked_of
from lsp_server.problem.examples.raw import Given, Labelled, Raw
from lsp_server.problem.languages import language_named
from lsp_server.problem.locate import find_problem, find_problems
from lsp_server.problem.locate import relocate as find_again
from lsp_server.problem.markers import after_marker
from lsp_server.problem.model import Cursor, Example, Problem, Region, Signature, Target
from lsp_server.problem.outline import outline_of
from lsp_server.problem.owner import signature_of
from lsp_server.problem.parts import Code, Comment, Definition, Part
from lsp_server.problem.syntax import Document

_UNTOLD = "Write the program that passes the examples."
_FUNCTION_UNTOLD = "Complete the function so that it passes the examples."
_WITHOUT_WORDS = (_UNTOLD, _FUNCTION_UNTOLD)

Placed = tuple[Region, Target, bool]
"""What a problem covers, where its solution goes, whether code stands there."""


def problems_of_file(document: Document, path: Path | None) -> list[Problem]:
    """All problems of a document that may stand in a file, in order. Raises FileTooLargeError."""
    found = find_problems(document)
    for aside in (beside(path) if path else None, cases_in(document.text)):
        if aside:
            found = _with_aside(document, path, found, aside)
    return found


def problem_in_file(document: Document, path: Path | None, cursor: Cursor) -> Problem:
    """The innermost problem at the cursor. Raises NoProblemError, UnparsableFileError, FileTooLargeError."""
    try:
        problem = find_problem(document, cursor)
    except (NoProblemError, UnparsableFileError) as error:
        whole = [each for each in problems_of_file(document, path) if each.statement in _WITHOUT_WORDS]
        if not whole:
            raise _explained(document, error) from error
        return whole[0]
    found = problems_of_file(document, path)
    same = (each for each in found if (each.region, each.signature) == (problem.region, problem.signature))
    return next(same, problem)


def relocate(document: Document, problem: Problem) -> Problem | None:
    """The same problem in a later version of its document; None when its statement or signature is gone.

    Its examples come along, also those that stand elsewhere.
    """
    if problem.statement not in _WITHOUT_WORDS:
        again = find_again(document, problem)
        elsewhere = tuple(example for example in problem.examples if example.region is None)
        return again.model_copy(update={"examples": (*again.examples, *elsewhere)}) if again else None
    if problem.signature.kind == "program":
        region, target, has_code = _program(document)
    else:
        places = (_place_of(document, *each) for each in _functions(outline_of(document).parts) if _is(problem, *each))
        region, target, has_code = next(places, (None, None, False))
    if region is None:
        return None
    statement = Region(start=region.start, end=region.start)
    told = {"region": region, "statement_region": statement, "target": target, "has_code": has_code}
    return problem.model_copy(update=told)


def _is(problem: Problem, owner: Definition | None, function: Definition) -> bool:
    return signature_of(function, owner) == problem.signature


def _explained(document: Document, error: NoProblemError | UnparsableFileError) -> VibeError:
    """A file that names a problem of LeetCode without stating it is what a user of such a tool has."""
    if isinstance(error, NoProblemError) and is_of_leetcode(document.text):
        return NoProblemError(
            "This file names a problem of LeetCode but holds neither its statement nor an example, so there is nothing "
            "to solve or to check. Paste the statement above the code, or let your tool write it there."
        )
    return error


def _with_aside(document: Document, path: Path | None, found: Sequence[Problem], aside: Beside) -> list[Problem]:
    fitting = next((problem for problem in found if _examples(aside, problem.signature, problem.language)), None)
    if fitting:
        return [_with_tests(problem, aside) if problem is fitting else problem for problem in found]
    made = _untold(document, path, aside)
    return [*found, made] if made and not _overlaps(made, found) else list(found)


def _with_tests(problem: Problem, aside: Beside) -> Problem:
    """The examples of the statement first; those elsewhere that say something new after them."""
    known = {_question(example) for example in problem.examples}
    more = [each for each in _examples(aside, problem.signature, problem.language) if _question(each) not in known]
    return problem.model_copy(update={"examples": (*problem.examples, *more)})


def _question(example: Example) -> str:
    return repr((example.inputs, "\n".join(line.rstrip() for line in (example.stdin or "").strip().splitlines())))


def _examples(aside: Beside, signature: Signature, language: str) -> list[Example]:
    """Standard input is for programs, arguments for all others."""
    if aside.arguments == (signature.kind == "program"):
        return []
    row = language_named(language)
    asked = len(asked_of(signature, row.types))
    bound = bind_examples([raw for test in aside.tests for raw in _raws(test, asked)], signature, row)
    return [example.model_copy(update={"raw": _worded(raw)}) for raw, example in bound]


def _raws(test: Test, asked: int) -> list[Labelled] | list[Given]:
    """One, or as many as there are lines for: `Testcase Example` has those of all examples one below the other.

    `asked`: how many lines one takes, 0 where nobody knows.
    """
    given = test.given.rstrip("\n")
    if test.wanted is not None:
        return [Labelled(0, 0, given, test.wanted.rstrip("\n"), block=True)]
    lines = given.split("\n")
    if not asked or len(lines) % asked:
        return [Given(0, 0, given)]
    return [Given(0, 0, "\n".join(lines[at : at + asked])) for at in range(0, len(lines), asked)]


def _worded(raw: Raw) -> str:
    match raw:
        case Labelled(given=given, wanted=wanted):
            return f"Input:\n{given}\nOutput:\n{wanted}"
        case Given(given=given):
            return f"Input:\n{given}"
        case _:
            return ""


def _untold(document: Document, path: Path | None, aside: Beside) -> Problem | None:
    if aside.arguments:
        return _marked_function(document, path, aside)
    region, target, has_code = _program(document)
    return _made(document, path, aside, Signature(name="main", kind="program"), (region, target, has_code))


def _program(document: Document) -> Placed:
    parts = outline_of(document).parts
    code = [part for part in parts if not isinstance(part, Comment)]
    start = code[0].start if code else len(document.text)
    end = code[-1].end if code else len(document.text)
    written = any(isinstance(part, Definition) and not part.body.stub for part in code)
    written = written or any(isinstance(part, Code) and not part.imports for part in code)
    target = Target(kind="body" if code else "below", region=document.region(start, end))
    return document.region(0, end), target, written


def _marked_function(document: Document, path: Path | None, aside: Beside) -> Problem | None:
    """The first function behind an opening marker that the tests fit."""
    marker = after_marker(document.text, 0, len(document.text))
    parts = outline_of(document).parts
    for owner, function in _functions([part for part in parts if part.end > marker] if marker else []):
        signature = signature_of(function, owner)
        if _examples(aside, signature, document.language):
            return _made(document, path, aside, signature, _place_of(document, owner, function))
    return None


def _place_of(document: Document, owner: Definition | None, function: Definition) -> Placed:
    body, outer = function.body, owner or function
    target = Target(kind="body", region=document.region(body.start, body.end), indent=body.indent)
    return document.region(outer.start, outer.end), target, not body.stub


def _functions(parts: Sequence[Part]) -> Iterator[tuple[Definition | None, Definition]]:
    for part in parts:
        if isinstance(part, Definition) and part.kind == "function":
            yield None, part
        elif isinstance(part, Definition):
            yield from ((part, each) for each in part.members if isinstance(each, Definition))


def _made(document: Document, path: Path | None, aside: Beside, signature: Signature, placed: Placed) -> Problem:
    region, target, has_code = placed
    return Problem(
        title=aside.title or title_in(document.text) or (path.stem if path else signature.name),
        language=document.language,
        statement=_FUNCTION_UNTOLD if aside.arguments else _UNTOLD,
        examples=tuple(_examples(aside, signature, document.language)),
        signature=signature,
        region=region,
        statement_region=Region(start=region.start, end=region.start),
        target=target,
        has_code=has_code,
    )


def _overlaps(made: Problem, found: Sequence[Problem]) -> bool:
    """A function of the file that has a problem of its own is no part of a program without one."""
    return any(
        each.region.start.offset < made.region.end.offset and made.region.start.offset < each.region.end.offset
        for each in found
    )
