"""Which statement a cursor means: pairs the docstrings and comments of a file with what they ask for.

A statement inside a function or class belongs to it; a comment block belongs to a definition below it, else to code
above it that its examples fit; a block with neither stands for itself. A docstring that merely documents finished code
is no problem: it needs examples, or a stub to be filled. Makes `Problem`s; reads no statement itself (`statement.py`)
and no syntax (`outline.py`).
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, zip_longest

from lsp_server.errors import NoProblemError, UnparsableFileError
from lsp_server.problem.above import called_above, owner_above
from lsp_server.problem.assemble import bare_problem, class_problem, function_problem
from lsp_server.problem.examples.dialogues import find_dialogues
from lsp_server.problem.languages import language_named
from lsp_server.problem.maths.find import questions_of_text
from lsp_server.problem.model import Cursor, Problem
from lsp_server.problem.outline import outline_of
from lsp_server.problem.owner import is_entry, is_solution, is_unwritten, near_to, owner_of
from lsp_server.problem.parts import Code, Comment, Definition, Outline, Part
from lsp_server.problem.prose import is_statement, reads_like_task, shows_use
from lsp_server.problem.reading import Asked
from lsp_server.problem.sections import joined
from lsp_server.problem.statement import parse_statement
from lsp_server.problem.syntax import Document

FURTHEST = 20
"""How many definitions below a statement may be the one that it speaks of."""
MOST_PARTS = 200
"""How many statements of a file a program may have below its own."""
_SHORT = 5
"""Lines of a comment that only says what a function does."""
_WHAT_COUNTS = (
    "A problem is a docstring or comment that has examples (`>>> f(2)`, `f(2) == 4`, `Input: … Output: …`) or stands "
    "in or above a function without code, or a comment that sets a task with nothing below it."
)

_WHAT_COUNTS_IN_TEXT = (
    "In a text, a problem is a question in mathematics that asks for a number or an expression, such as "
    "`Find the number of positive integers $n$ such that …`. Programs are solved in files of code."
)


def find_problems(document: Document) -> list[Problem]:
    """All problems of a document, in order. Raises FileTooLargeError."""
    return list(_problems(document))


def find_problem(document: Document, cursor: Cursor) -> Problem:
    """The innermost problem at the cursor: on its statement, signature, decorators or body.

    Only the line counts: a statement, a signature and a body never share one with another problem's. Raises
    NoProblemError, UnparsableFileError, FileTooLargeError.
    """
    found = [problem for problem in _problems(document) if _covers(problem, cursor.line)]
    if found:
        return min(found, key=lambda problem: problem.region.end.offset - problem.region.start.offset)
    if not _problems(document) and (row := _first_error(document)) is not None:
        raise UnparsableFileError(
            f"This file cannot be read as {document.language}: its first error is on line {row}. No problem was found."
        )
    what = _WHAT_COUNTS if language_named(document.language).layout != "text" else _WHAT_COUNTS_IN_TEXT
    raise NoProblemError(f"There is no problem on line {cursor.line}. {what}")


def relocate(document: Document, problem: Problem) -> Problem | None:
    """The same problem in a later version of its document; None when its statement or signature is gone."""
    same = [other for other in _problems(document) if _identity(other) == _identity(problem)]
    return min(same, key=lambda other: abs(other.region.start.offset - problem.region.start.offset), default=None)


def _identity(problem: Problem) -> tuple[object, ...]:
    """Parameter types and results may be edited; what is asked, and of whom, may not."""
    signature = problem.signature
    examples = tuple(example.raw for example in problem.examples if example.region)  # not those that stand elsewhere
    return signature.kind, signature.owner, signature.name, problem.statement, examples


def _covers(problem: Problem, line: int) -> bool:
    """Below a bare statement, the line where the answer would go counts too."""
    below = 1 if problem.target.kind == "below" else 0
    return problem.region.start.line <= line <= problem.region.end.line + below


def _first_error(document: Document) -> int | None:
    """The 1-based line of the first thing that the parser did not understand."""
    if language_named(document.language).layout == "text":
        return None
    node = document.tree.root_node
    if not node.has_error:
        return None
    while child := next((each for each in node.children if each.has_error and not each.is_error), None):
        node = child
    broken = next((each for each in node.children if each.is_error or each.is_missing), node)
    return broken.start_point.row + 1


@lru_cache(maxsize=16)
def _problems(document: Document) -> tuple[Problem, ...]:
    """Cached by version: editors ask at every movement of the cursor."""
    if language_named(document.language).layout == "text":
        return tuple(questions_of_text(document))
    outline = outline_of(document)
    names = _known(frozenset(_names(outline.parts)))
    found = list(_in_parts(document, outline, names))
    return tuple(sorted(found, key=lambda problem: (problem.region.start.offset, -problem.region.end.offset)))


@lru_cache(maxsize=16)
def _known(names: frozenset[str]) -> frozenset[str]:
    """The same object for equal names, so that they are compared quickly when statements are looked up."""
    return names


def _names(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, Definition):
            yield part.name
            yield from _names(part.members)


def _in_parts(document: Document, outline: Outline, names: frozenset[str]) -> Iterator[Problem]:
    parts = _telling(document, (outline.doc, *outline.parts) if outline.doc else outline.parts)
    claims, alone = _claims(document, parts, outline.doc)
    for part in parts:
        if isinstance(part, Definition):
            yield from _of_definition(document, part, claims.get(part.start, []), names)
    is_free = True
    for index in alone:
        comment = parts[index]
        above = parts[:index] if is_free else []
        if isinstance(comment, Comment) and (problem := _bare(document, comment, above, parts[index + 1 :], names)):
            yield problem
            is_free = is_free and not problem.examples  # code below it is its own


def _telling(document: Document, parts: Sequence[Part]) -> list[Part]:
    """Without the comments that cannot be statements."""
    return [part for part in joined(document, parts) if not isinstance(part, Comment) or is_statement(part.texts)]


def _of_definition(
    document: Document, part: Definition, above: Sequence[Comment], names: frozenset[str]
) -> Iterator[Problem]:
    if part.kind == "function":
        asked = Asked(document, part, (*part.docs, *above), names)
        if problem := function_problem(asked):
            yield problem
        return
    claims, _ = _claims(document, _telling(document, part.members), None)
    asked = Asked(document, part, (*part.docs, *above), names)
    whole = class_problem(asked)
    if whole:
        yield whole
    for member in part.members:
        if isinstance(member, Definition) and member.kind == "function" and not part.is_abstract:
            own = (*member.docs, *claims.get(member.start, []))
            if (problem := function_problem(Asked(document, member, own, names, owner=part))) and not _same(
                whole, problem
            ):
                yield problem


def _same(whole: Problem | None, problem: Problem) -> bool:
    return whole is not None and whole.signature == problem.signature


def _claims(
    document: Document, parts: Sequence[Part], doc: Comment | None
) -> tuple[dict[int, list[Comment]], list[int]]:
    """Which definition (by its start) each comment block belongs to, and the indexes of blocks that stand alone."""
    claims: dict[int, list[Comment]] = {}
    alone: list[int] = []
    taken: set[int] = set()
    for index, part in enumerate(parts):
        if not isinstance(part, Comment):
            continue
        owner = _owner(document, part, parts[index + 1 :], far=part is doc)
        above = parts[max(0, index - MOST_PARTS) : index]
        if not owner:
            owner = owner_above(document, part, above, parts[index + 1 :], taken)
        elif not is_unwritten(owner):
            owner = called_above(document, part, above, owner) or owner
        if owner:
            claims.setdefault(owner.start, []).append(part)
            taken |= {owner.start} if parse_statement(part.texts).examples else set()
        else:
            alone.append(index)
    return claims, alone


def _owner(document: Document, comment: Comment, below: Sequence[Part], far: bool) -> Definition | None:
    """The definition that a block speaks of: directly below it, or further down when its examples say so."""
    reach = list(islice(_reach(below), FURTHEST))
    if not reach:
        return None
    statement = parse_statement(comment.texts)
    near = near_to(document, comment, below)
    if statement.examples:
        return owner_of(document, comment, reach, near or next(filter(is_solution, reach), None))
    if near and _is_shown_running(document, comment, near):
        return None
    if near and _is_apart(below, near) and not reads_like_task(statement.prose):
        near = None
    only = far and sum(isinstance(part, Definition) for part in below) == 1 and reads_like_task(statement.prose)
    return near if near and not far else reach[0] if only else None


def _is_shown_running(document: Document, comment: Comment, near: Definition) -> bool:
    """Whether the block shows a run of the whole program that begins there."""
    begins = is_entry(language_named(document.language))(near)
    return begins and bool(find_dialogues(comment.texts, document.text[comment.end :]))


def _is_apart(below: Sequence[Part], definition: Definition) -> bool:
    """Whether imports stand between: then a comment may speak of the file."""
    return any(isinstance(part, Code) and part.start < definition.start for part in below)


def _reach(below: Sequence[Part]) -> Iterator[Definition]:
    """The definitions below a block up to other code or another statement."""
    for part, after in zip_longest(below, below[1:]):
        if isinstance(part, Definition):
            yield part
        elif isinstance(part, Code) and not (part.imports or part.declares):
            return
        elif isinstance(part, Comment) and _is_sectioned(part) and not _documents(part, after):
            return


def _documents(comment: Comment, after: Part | None) -> bool:
    """Go's custom: `// Convert turns a number into …` above `func Convert`."""
    first = next((text for text in comment.texts if text.strip()), "")
    return isinstance(after, Definition) and first.split()[:1] == [after.name] and len(comment.texts) <= _SHORT


def _is_sectioned(comment: Comment) -> bool:
    statement = parse_statement(comment.texts)
    return bool(statement.examples) or reads_like_task(statement.prose)


def _bare(
    document: Document, comment: Comment, above: Sequence[Part], below: Sequence[Part], names: frozenset[str]
) -> Problem | None:
    """A block for itself. If it asks for a program, what follows up to the next statement with examples is its code.

    Where nothing follows, a program `above` that nobody else asks for may be it.
    """
    if shows_use(document.text[comment.start : comment.end]):
        return None
    following: list[Part] = []
    for part in below[:MOST_PARTS]:
        if isinstance(part, Comment) and parse_statement(part.texts).examples:
            break
        following.append(part)
    return bare_problem(document, comment, above, following, names)
