"""Which finished code above a statement it speaks of, where nothing below can be meant: people paste it there too.

Only what the code itself shows counts: a function or class that the examples call by its name, or whose parameters
they name, and a program that reads input where the examples are samples of it. Anything else is still to be written.
"""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from operator import itemgetter

from lsp_server.problem.grammar import Language
from lsp_server.problem.languages import language_named
from lsp_server.problem.owner import fit, is_solution, reads_input
from lsp_server.problem.parts import Code, Comment, Definition, Part
from lsp_server.problem.statement import Statement, parse_statement
from lsp_server.problem.syntax import Document

FURTHEST = 20
"""How many definitions above a statement may be the one that it speaks of."""
_NAMED, _CALLED = 2, 10
"""What `fit` gives for one example: it names just the parameters, it calls the very name."""
_TELLING = 2
"""So many names of parameters tell a function from others; `nums` alone is what every second one takes."""


def owner_above(
    document: Document, comment: Comment, above: Sequence[Part], below: Sequence[Part], taken: Set[int]
) -> Definition | None:
    """The definition above a block that its examples fit. `taken` are the starts of those that have examples already.

    Nobody calls the same name for another function; equal parameters two functions may have, so that they tell only
    of what stands between this statement and the one before.
    """
    statement = parse_statement(comment.texts)
    row = language_named(document.language)
    if not statement.examples or _is_of_program(document, statement, row, above, below):
        return None
    fitting = [
        (score, each)
        for each, is_near in _reach(above)
        if (score := _strength(statement, each, row)) >= _CALLED
        or (score >= _NAMED and is_near and _is_telling(each) and each.start not in taken and not _has_examples(each))
    ]
    return max(fitting, key=itemgetter(0), default=(0, None))[1]


def called_above(document: Document, comment: Comment, above: Sequence[Part], owner: Definition) -> Definition | None:
    """The definition above that a block calls by its name, where its `owner` below has another one."""
    statement = parse_statement(comment.texts)
    row = language_named(document.language)
    if not statement.examples or fit(statement, owner, row):
        return None
    return next((each for each, _ in _reach(above) if _strength(statement, each, row) >= _CALLED), None)


def program_above(document: Document, statement: Statement, above: Sequence[Part]) -> tuple[Part, ...]:
    """The code above a block of samples, if it is a program that reads them."""
    row = language_named(document.language)
    code = tuple(part for part in above if not isinstance(part, Comment))
    return code if reads_input(statement, row, _text(document, code)) else ()


def _has_examples(definition: Definition) -> bool:
    """Whether a definition says inside what it gives."""
    inside = [*definition.docs, *(part for part in definition.members if isinstance(part, Comment))]
    members = [part for part in definition.members if isinstance(part, Definition)]
    return any(parse_statement(each.texts).examples for each in inside) or any(map(_has_examples, members))


def _is_of_program(
    document: Document, statement: Statement, row: Language, above: Sequence[Part], below: Sequence[Part]
) -> bool:
    """Whether samples are for a program: the one below that reads them, else the one above."""
    if any(isinstance(part, Definition | Code) for part in below):
        return reads_input(statement, row, _text(document, below))
    return bool(program_above(document, statement, above))


def _text(document: Document, parts: Sequence[Part]) -> str:
    return "\n".join(document.text[part.start : part.end] for part in parts if not isinstance(part, Comment))


def _reach(above: Sequence[Part]) -> Iterator[tuple[Definition, bool]]:
    """The definitions above, nearest first, and whether no other statement with examples stands between."""
    seen, is_near = 0, True
    for part in reversed(above):
        if isinstance(part, Comment):
            is_near = is_near and not parse_statement(part.texts).examples
        elif isinstance(part, Definition) and part.name and not part.is_abstract:
            yield part, is_near
            seen += 1
            if seen == FURTHEST:
                return


def _strength(statement: Statement, definition: Definition, row: Language) -> int:
    """How surely the best of the examples means a definition."""
    alone = (replace(statement, examples=(raw,)) for raw in statement.examples)
    return max((fit(each, definition, row) for each in alone), default=0)


def _is_telling(definition: Definition) -> bool:
    """Whether the names of its parameters say that it is meant; LeetCode's class holds only what is asked for."""
    return is_solution(definition) or len(definition.params) >= _TELLING
