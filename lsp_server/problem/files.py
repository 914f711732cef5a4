"""The problems of a file on disk: those of its text, with the examples that other tools keep beside it.

A file without a statement is a problem all the same when tests stand beside it: the program that passes them, or the
function between the markers.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from lsp_server.errors import NoProblemError, UnparsableFileError
from lsp_server.problem.bind import bind_examples
from lsp_server.problem.languages import language_named
from lsp_server.problem.locate import find_problem, find_problems
from lsp_server.problem.markers import after_marker
from lsp_server.problem.model import Cursor, Example, Problem, Signature, Target
from lsp_server.problem.outline import outline_of
from lsp_server.problem.owner import signature_of
from lsp_server.problem.parts import Code, Comment, Definition, Outline, Part
from lsp_server.problem.raw import Labelled
from lsp_server.problem.sidefiles import Beside, beside
from lsp_server.problem.syntax import Document

_UNTOLD = "Write the program that passes the examples."
_FUNCTION_UNTOLD = "Complete the function so that it passes the examples."


def problems_of_file(document: Document, path: Path | None) -> list[Problem]:
    """All problems of a document that may stand in a file, in order. Raises FileTooLargeError."""
    found = find_problems(document)
    aside = beside(path) if path else None
    if not path or not aside:
        return found
    fitting = next((problem for problem in found if _examples(aside, problem.signature, problem.language)), None)
    if fitting:
        return [_with_tests(problem, aside) if problem is fitting else problem for problem in found]
    made = _untold(document, path, aside)
    return [*found, made] if made and not _overlaps(made, found) else found


def problem_in_file(document: Document, path: Path | None, cursor: Cursor) -> Problem:
    """The innermost problem at the cursor. Raises NoProblemError, UnparsableFileError, FileTooLargeError."""
    try:
        problem = find_problem(document, cursor)
    except (NoProblemError, UnparsableFileError):
        whole = [each for each in problems_of_file(document, path) if each.statement in (_UNTOLD, _FUNCTION_UNTOLD)]
        if not whole:
            raise
        return whole[0]
    found = problems_of_file(document, path)
    same = (each for each in found if (each.region, each.signature) == (problem.region, problem.signature))
    return next(same, problem)


def _with_tests(problem: Problem, aside: Beside) -> Problem:
    """The examples of the statement first; those beside it that say something new after them."""
    known = {_question(example) for example in problem.examples}
    more = [each for each in _examples(aside, problem.signature, problem.language) if _question(each) not in known]
    return problem.model_copy(update={"examples": (*problem.examples, *more)})


def _question(example: Example) -> str:
    return repr((example.inputs, "\n".join(line.rstrip() for line in (example.stdin or "").strip().splitlines())))


def _examples(aside: Beside, signature: Signature, language: str) -> list[Example]:
    """Standard input is for programs, arguments for all others."""
    if aside.arguments == (signature.kind == "program"):
        return []
    raws = [Labelled(0, 0, test.given.rstrip("\n"), test.wanted.rstrip("\n"), block=True) for test in aside.tests]
    bound = bind_examples(raws, signature, language_named(language))
    return [example.model_copy(update={"raw": _worded(raw)}) for raw, example in bound if isinstance(raw, Labelled)]


def _worded(raw: Labelled) -> str:
    return f"Input:\n{raw.given}\nOutput:\n{raw.wanted}"


def _untold(document: Document, path: Path, aside: Beside) -> Problem | None:
    outline = outline_of(document)
    if aside.arguments:
        return _marked_function(document, path, aside, outline)
    signature = Signature(name="main", kind="program")
    code = [part for part in outline.parts if not isinstance(part, Comment)]
    start = code[0].start if code else len(document.text)
    end = code[-1].end if code else len(document.text)
    target = Target(kind="body" if code else "below", region=document.region(start, end))
    written = any(isinstance(part, Definition) and not part.body.stub for part in code)
    written = written or any(isinstance(part, Code) and not part.imports for part in code)
    return _made(document, path, aside, signature, (0, end), target, written)


def _marked_function(document: Document, path: Path, aside: Beside, outline: Outline) -> Problem | None:
    """The first function behind an opening marker that the tests fit."""
    marker = after_marker(document.text, 0, len(document.text))
    for owner, function in _functions([part for part in outline.parts if part.end > marker] if marker else []):
        signature = signature_of(function, owner)
        if _examples(aside, signature, document.language):
            body, outer = function.body, owner or function
            target = Target(kind="body", region=document.region(body.start, body.end), indent=body.indent)
            span = (outer.start, outer.end)
            return _made(document, path, aside, signature, span, target, not body.stub)
    return None


def _functions(parts: Sequence[Part]) -> Iterator[tuple[Definition | None, Definition]]:
    for part in parts:
        if isinstance(part, Definition) and part.kind == "function":
            yield None, part
        elif isinstance(part, Definition):
            yield from ((part, each) for each in part.members if isinstance(each, Definition))


def _made(
    document: Document,
    path: Path,
    aside: Beside,
    signature: Signature,
    span: tuple[int, int],
    target: Target,
    has_code: bool,
) -> Problem:
    return Problem(
        title=aside.title or path.stem,
        language=document.language,
        statement=_FUNCTION_UNTOLD if aside.arguments else _UNTOLD,
        examples=tuple(_examples(aside, signature, document.language)),
        signature=signature,
        region=document.region(*span),
        statement_region=document.region(span[0], span[0]),
        target=target,
        has_code=has_code,
    )


def _overlaps(made: Problem, found: Sequence[Problem]) -> bool:
    """A function of the file that has a problem of its own is no part of a program without one."""
    return any(
        each.region.start.offset < made.region.end.offset and made.region.start.offset < each.region.end.offset
        for each in found
    )
