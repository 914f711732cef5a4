"""Makes a `Problem` of a question that asks for a number or an expression, in a text file or in a comment of code."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lsp_server.errors import FileTooLargeError
from lsp_server.problem.languages import language_named
from lsp_server.problem.maths.sections import Question, questions
from lsp_server.problem.model import Problem, Region, Signature, Target
from lsp_server.problem.parts import Comment, TextLine
from lsp_server.problem.syntax import MOST_BYTES, Document

SIGNATURE = Signature(name="answer", kind="maths")


def questions_of_text(document: Document) -> list[Problem]:
    """The questions of a Markdown or LaTeX file, in order. Raises FileTooLargeError."""
    if len(document.data) > MOST_BYTES:
        raise FileTooLargeError("Files over 1 MB are not looked at. Put the question into a file of its own.")
    starts = document.lines.starts
    lines = [TextLine(document.line(row), start, document.line_end(row)) for row, start in enumerate(starts)]
    return [_problem(document, each, each.start, each.statement_end, each.ours) for each in questions(lines)]


def question_of_comment(document: Document, comment: Comment) -> Problem | None:
    """The one question that a comment of code asks, with nothing to be written in code."""
    found = _in_comment(comment.lines)
    if len(found) != 1:
        return None
    question = found[0]
    row = language_named(document.language)
    below = _answer_below(document, comment.end, row.comment)
    ours = _whole_lines(document, *question.ours) if question.ours else below
    return _problem(document, question, comment.start, comment.end, ours, comment.indent)


@lru_cache(maxsize=1024)
def _in_comment(lines: tuple[TextLine, ...]) -> Sequence[Question]:
    return questions(lines, in_code=True)


def _problem(
    document: Document, question: Question, start: int, end: int, ours: tuple[int, int] | None, indent: str = ""
) -> Problem:
    last = max(end, question.end, ours[1] if ours else 0)
    target = document.region(*ours) if ours else document.region(last, last)
    written = ours or question.derivation
    return Problem(
        title=question.title,
        language=document.language,
        statement=question.statement,
        signature=SIGNATURE,
        region=document.region(start, last),
        statement_region=document.region(start, end),
        target=Target(kind="below", region=target, indent=indent),
        has_code=written is not None,
        answer=question.answer,
        derivation=_region(document, written),
    )


def _region(document: Document, span: tuple[int, int] | None) -> Region | None:
    return document.region(*span) if span else None


def _whole_lines(document: Document, start: int, end: int) -> tuple[int, int]:
    """With the comment marks before them."""
    return document.lines.starts[document.row_of(start)], end


def _answer_below(document: Document, end: int, mark: str) -> tuple[int, int] | None:
    """The answer that we have put below a comment which line comments cannot continue."""
    head, line = rf"[ \t]*{re.escape(mark)} ", r".*\n"
    block = rf"\s*\n(?P<ours>{head}vibe-lsp:{line}(?:{head}{line})*?{head}/vibe-lsp)"
    match = re.compile(block).match(document.text, end)
    return match.span("ours") if match else None
