"""Decides whether a statement sets a problem: for a function, for a class, or for the empty place below it."""

from collections.abc import Sequence
from dataclasses import replace

from lsp_server.problem.above import program_above
from lsp_server.problem.examples.dialogues import find_dialogues
from lsp_server.problem.examples.raw import Called, Labelled, Session
from lsp_server.problem.languages import language_named
from lsp_server.problem.markers import is_marker
from lsp_server.problem.maths.find import question_of_comment
from lsp_server.problem.maths.wording import without_formulas
from lsp_server.problem.model import Problem, Signature
from lsp_server.problem.owner import SOLUTION, is_submitted, is_unwritten, methods_of, names_inputs, reads_input
from lsp_server.problem.pairs import halves
from lsp_server.problem.parts import Code, Comment, Definition, Part
from lsp_server.problem.prose import reads_like_task
from lsp_server.problem.reading import Asked, Read, best_of, examples_for, read_for, read_for_class, says_something
from lsp_server.problem.signature import inferred_signature
from lsp_server.problem.statement import Statement, parse_statement
from lsp_server.problem.syntax import Document
from lsp_server.problem.targets import problem_below, problem_of_body, problem_of_program
from lsp_server.problem.translate import in_language
from lsp_server.problem.unread import count_unread

_LONG = 25
"""Words: whoever writes so much above an empty function tells what it is to do."""


def function_problem(asked: Asked) -> Problem | None:
    """The problem of a function or method: with examples, or for a stub."""
    definition = asked.definition
    if definition.is_abstract or not definition.name:
        return None
    read = best_of([read_for(asked, comment, definition, asked.owner) for comment in asked.statements])
    if not read or not (read.examples or (definition.body.stub and _asks(asked, read)) or _is_stated(asked, read)):
        return None
    return problem_of_body(asked.document, read, definition, definition, asked.owner)


def _is_stated(asked: Asked, read: Read) -> bool:
    """Whether the statement is certainly about this code, though no value can say its inputs: `fn = (a) => a + 1`."""
    if names_inputs(read.statement, read.signature):
        return True
    return count_unread(read) > 0 and is_submitted(asked.document, read.comment, asked.definition)


def _asks(asked: Asked, read: Read) -> bool:
    """Whether a statement without examples asks for a function without code.

    Where `{}` is how one writes that nothing is to be done, it must set a task, or come from a tool that sets them.
    """
    if not language_named(asked.document.language).braces:
        return says_something(read)
    from_tool = any(is_marker(text) for text in read.comment.texts)
    prose = read.statement.prose
    sets_task = read.statement.labelled or reads_like_task(prose) or len(prose.split()) >= _LONG
    return not asked.definition.constructs and (from_tool or (sets_task and says_something(read)))


def class_problem(asked: Asked) -> Problem | None:
    """The problem that a statement at a class sets: the class as a whole, or its main method (`class Solution`)."""
    definition = asked.definition
    if definition.is_abstract:
        return None
    reads = [read_for_class(asked, comment) for comment in asked.statements]
    read = best_of([each for each in reads if each])
    if not read:
        return None
    target = next((each for each in methods_of(definition) if each.name == read.signature.name), definition)
    if read.signature.kind == "class" or _is_pair(definition, target):
        target = definition
    asks = read.statement.labelled or reads_like_task(read.statement.prose) or definition.name == SOLUTION
    if not (read.examples or (asks and is_unwritten(target)) or _is_stated(asked, read)):
        return None
    return problem_of_body(asked.document, read, definition, target)


def _is_pair(definition: Definition, target: Definition) -> bool:
    """Whether an answer must write all of a class: nothing is, and one of its methods undoes the other."""
    return is_unwritten(definition) and any(halves(target, definition.members))


def bare_problem(
    document: Document, comment: Comment, above: Sequence[Part], following: Sequence[Part], names: frozenset[str]
) -> Problem | None:
    """The problem of a block with nothing below it; a program may have its code there, or else `above`."""
    statement = _with_runs(_of_samples(parse_statement(comment.texts)), comment, document.text[comment.end :])
    row = language_named(document.language)
    inferred = inferred_signature(statement.examples, statement.title, statement.prose)
    signature = in_language(inferred, row, statement.examples)
    code = [part for part in following if not isinstance(part, Comment) and part.start >= comment.end]
    finished = () if code else program_above(document, statement, above)
    if finished or reads_input(statement, row, document.text[comment.end :]):
        signature = Signature(name="main", kind="program")
    examples = examples_for(statement, signature, row)
    read = Read(comment, statement, signature, examples)
    if signature.kind == "program":
        return problem_of_program(document, read, finished or code) if examples or count_unread(read) else None
    if not _has_examples(comment, statement) and (question := question_of_comment(document, comment)):
        return question
    touched = bool(code) and document.row_of(code[0].start) <= document.row_of(comment.end) + 1
    if signature.name in names or touched:
        return None
    if examples:
        documents = comment.is_string and names and all(isinstance(raw, Session) for raw in statement.examples)
        return None if documents else problem_below(document, read)
    described = comment.is_string and (names or code)
    beside = any(isinstance(part, Code) for part in following[:1]) or bool(row.braces and (names or code))
    return problem_below(document, read) if _sets_task(statement) and not described and not beside else None


def _with_runs(statement: Statement, comment: Comment, code: str) -> Statement:
    """With sample runs as examples, where there are no others: what is asked in them, the code tells."""
    if statement.examples:
        return statement
    return replace(statement, examples=tuple(find_dialogues(comment.texts, code)))


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


def _sets_task(statement: Statement) -> bool:
    return (statement.labelled and bool(statement.prose)) or (
        reads_like_task(statement.prose) and len(statement.prose.split()) >= 4
    )
