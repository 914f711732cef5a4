"""What a row of `languages.py` says about a language: plain data, read by everything that is the same for several.

`Braces` names the nodes of a grammar whose bodies stand in braces. A language whose layout is another (Python) has
none and brings its own reader and placer (see `outline.py` and `place.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Braces:
    """Node types of a grammar.

    functions, classes   what is a definition, if it has a body
    interfaces           classes whose methods have no bodies on purpose
    comments             comments of both forms
    imports              what may stand between a statement and its function; `import_text` finds further ones
    carriers             nodes around a definition: (field of what they hold, field of the name they give it); "" as the
                         first is their last named child, as the second no name
    flattened            nodes whose content counts as content of the level around them
    ignored              nodes that mean nothing here
    prefixes             nodes before a definition that belong to it (attributes)
    heads                imports that a file has once, before all others (`package main`)
    declares             how a statement at the top level begins that declares something
    singles              one import inside a statement that may hold several: its own name for it, what it imports
    group                how definitions beside a class belong to it, see `groups.py`
    """

    functions: frozenset[str]
    classes: frozenset[str]
    interfaces: frozenset[str] = frozenset()
    comments: frozenset[str] = frozenset({"comment"})
    imports: frozenset[str] = frozenset()
    import_text: re.Pattern[str] = _NEVER
    carriers: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    flattened: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset({"empty_statement", "access_specifier"})
    prefixes: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    declares: re.Pattern[str] = re.compile(r"")
    singles: re.Pattern[str] | None = None
    group: Literal["", "prototype", "receiver", "impl", "prefix"] = ""


@dataclass(frozen=True, slots=True)
class Types:
    """How a language writes types.

    text       types whose values are strings
    nothing    how a function is declared that returns nothing; "" where such a function names no type
    names      from Python's notation ("int", "List", "Optional") to the language's; `{0}`, `{1}` are inner types
    wide       the type of whole numbers that need more than 32 bits, "" when that of others will do
    implied    parameters that examples leave out because they follow from others (the size of an array in C)
    sizes      of {name}: what further parameters tell about a list parameter, by the depth of its nesting;
               `result_sizes` of a list that is returned
    """

    text: re.Pattern[str]
    nothing: frozenset[str]
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    wide: str = ""
    implied: re.Pattern[str] = _NEVER
    sizes: tuple[tuple[str, str], ...] = ()
    result_sizes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stub:
    """How starter code is written, as templates.

    parameter   of {name} and {type}; `untyped` when no type is known
    function    of {name}, {params}, {returns}; `{owner}` in `method`
    method      where LeetCode asks for a method
    design      of a class {name} whose methods are not known
    program     the comment that stands for a whole program
    returns     of {type}: how a result is declared; `unknown` when its type is not known
    receiver    the first parameter of a method
    tag         of {tag}, {type} and {name}: a line of the comment that tells types
    delegate    the statement that hands over to {call} of a class {owner}
    rebind      what makes a parameter {name} assignable, where a header does not say that it is
    snake       names are written_so, not writtenSo
    kind        what a statement with nothing below it asks for
    """

    function: str
    method: str
    design: str
    program: str
    parameter: str = "{type} {name}"
    untyped: str = "{name}"
    returns: str = "{type}"
    unknown: str = ""
    receiver: str = ""
    tag: str = ""
    delegate: str = ""
    rebind: str = ""
    snake: bool = False
    kind: Literal["function", "method"] = "function"


@dataclass(frozen=True, slots=True)
class Language:
    """One language.

    id            what LSP calls it, also the name of a fence in Markdown
    title         as people write it, for the model
    names         further spellings that people type
    endings       of its files, with the dot
    grammar       the module and the function that give it; imported when a file of the language is opened
    layout        what ends a block; "text" has none, no grammar and no code, only questions in mathematics
    comment       what starts a line comment
    entry         the function that a program starts with, "" when it starts at its first line
    reads_input   what a program says when it reads from standard input
    provided      imports that judges such as LeetCode's understand by themselves
    objects       braces around values make an object, not a list
    indent        one level of indentation, where a file shows none
    sessions      statements in it may hold doctest sessions
    """

    id: str
    title: str
    names: tuple[str, ...]
    endings: tuple[str, ...]
    grammar: str
    comment: str
    types: Types
    stub: Stub
    reads_input: re.Pattern[str]
    layout: Literal["indented", "braces", "text"] = "braces"
    braces: Braces | None = None
    entry: str = "main"
    provided: re.Pattern[str] = _NEVER
    sessions: bool = False
    indent: str = "    "
    objects: bool = False
