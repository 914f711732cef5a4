"""A statement read for a definition that it may speak of: the same words have other examples for another signature."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsp_server.problem.binding.bind import bind_examples
from lsp_server.problem.binding.loose import with_node_types
from lsp_server.problem.examples.raw import Called, Labelled, Raw
from lsp_server.problem.grammar import Language
from lsp_server.problem.iterators import iterator_signature
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Example, Signature
from lsp_server.problem.owner import SOLUTION, fit, main_method, methods_of, signature_of, speaks_of_class, with_returns
from lsp_server.problem.parts import Comment, Definition
from lsp_server.problem.statement import Statement, parse_statement
from lsp_server.problem.syntax import Document


@dataclass(frozen=True, slots=True)
class Asked:
    """A definition with the statements that may speak of it, nearest first. `names` are those of all definitions."""

    document: Document
    definition: Definition
    statements: tuple[Comment, ...]
    names: frozenset[str]
    owner: Definition | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A statement read for one signature."""

    comment: Comment
    statement: Statement
    signature: Signature
    examples: tuple[tuple[Raw, Example], ...]


def read_for(asked: Asked, comment: Comment, definition: Definition, owner: Definition | None) -> Read:
    signature = signature_of(definition, owner)
    row = language_named(asked.document.language)
    statement = parse_statement(comment.texts, definition.name, asked.names)
    signature = with_returns(signature, statement, row)
    signature = with_node_types(signature, asked.document.text) if row.sessions else signature
    examples = examples_for(statement, signature, row)
    if not examples and not row.sessions:
        statement = _renamed(comment, definition, asked.names) or statement
        examples = examples_for(statement, signature, row)
    if not examples and not signature.params and any(isinstance(raw, Labelled) for raw in statement.examples):
        signature = Signature(name=definition.name, kind="program")
        examples = examples_for(statement, signature, row)
    return Read(comment, statement, signature, examples)


def _renamed(comment: Comment, definition: Definition, names: frozenset[str]) -> Statement | None:
    """The statement as one of `definition`, when its sessions call one function that the file does not have."""
    statement = parse_statement(comment.texts, None, names)
    called = {raw.name for raw in statement.examples if isinstance(raw, Called)}
    if len(called) != 1 or called & names:
        return None
    raws = [replace(raw, name=definition.name) for raw in statement.examples if isinstance(raw, Called)]
    return replace(statement, examples=tuple(raws))


def read_for_class(asked: Asked, comment: Comment) -> Read | None:
    definition = asked.definition
    row = language_named(asked.document.language)
    statement = parse_statement(comment.texts)
    methods = methods_of(definition)
    if (signature := iterator_signature(definition)) and (examples := examples_for(statement, signature, row)):
        if any(example.custom == "drained" for _, example in examples):
            return Read(comment, statement, signature, examples)
    main = None if speaks_of_class(statement, definition) else main_method(statement, methods, row)
    if main and (definition.name == SOLUTION or len(methods) == 1 or fit(statement, main, row)):
        return read_for(asked, comment, main, definition)
    signature = Signature(name=definition.name, kind="class")
    return Read(comment, statement, signature, examples_for(statement, signature, row))


def best_of(reads: Sequence[Read]) -> Read | None:
    """The first with examples, else the first that says anything; examples without words get those of another."""
    told = next((each for each in reads if says_something(each)), None)
    shown = next((each for each in reads if each.examples), None)
    return _with_words(shown, told) if shown and told and not says_something(shown) else shown or told


def _with_words(shown: Read, told: Read) -> Read:
    words = told.statement
    merged = replace(words, examples=shown.statement.examples, labelled=shown.statement.labelled or words.labelled)
    return replace(shown, statement=merged)


def says_something(read: Read) -> bool:
    return bool(read.statement.prose or read.statement.title)


def examples_for(statement: Statement, signature: Signature, row: Language) -> tuple[tuple[Raw, Example], ...]:
    """The examples that fit the signature, each with where it came from."""
    return tuple(bind_examples(statement.examples, signature, row))
