"""Reads an answer in a language with braces: which definitions and imports it holds, and which of them are needed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lsp_server.errors import AnswerError
from lsp_server.problem.braces.outline import outline_braces
from lsp_server.problem.grammar import Language
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Signature
from lsp_server.problem.owner import is_entry
from lsp_server.problem.parts import Code, Comment, Definition, Part
from lsp_server.problem.syntax import Document, walk

_IDENTIFIER = re.compile(r"[^\W\d][\w$]*|\$\w*")
GIVEN_TYPES = frozenset({"ListNode", "TreeNode", "Node", "NestedInteger", "Employee", "Robot", "Master"})
"""What LeetCode defines by itself; an answer that brings its own copy would define it twice."""
_MACROS = re.compile(r"^\s*#\s*define\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Answer:
    document: Document
    row: Language
    parts: tuple[Part, ...]

    def source(self, part: Part) -> str:
        return self.document.text[part.start : part.end].rstrip()

    @property
    def definitions(self) -> list[Definition]:
        return [part for part in self.parts if isinstance(part, Definition)]

    @property
    def imports(self) -> list[Code]:
        return [part for part in self.parts if isinstance(part, Code) and part.imports]


def read_answer(code: str, language: str, owner: str | None = None) -> Answer:
    """A method of the class `owner` may come without it, also where that is no code by itself.

    Raises AnswerError when `code` is empty or cannot be parsed. Macros may be what a grammar does not understand.
    """
    document, row = Document(code, language), language_named(language)
    if not code.strip() or not document.tree.root_node.named_children:
        raise AnswerError("The answer holds no code.")
    if document.tree.root_node.has_error and owner:
        inside = Document(f"class {owner} {{\n{code}\n}}", language)
        document = document if inside.tree.root_node.has_error else inside
    if document.tree.root_node.has_error and not has_macros(code):
        raise AnswerError(f"The code of the answer is not valid {row.title}.")
    return Answer(document, row, outline_braces(document).parts)


def has_macros(code: str) -> bool:
    return bool(_MACROS.search(code))


def main_function(answer: Answer, signature: Signature) -> tuple[Definition | None, Definition]:
    """The class that holds the asked function (None: it stands for itself), and the function. Raises AnswerError."""
    found = [each for each in _functions(answer) if each[1].name == signature.name]
    found = found or _only_candidate(answer, signature)
    if not found:
        where = f" in `{signature.owner}`" if signature.owner else ""
        raise AnswerError(f"The answer does not define `{signature.name}`{where}, which the statement asks for.")
    owned = [each for each in found if each[0] and each[0].name == signature.owner]
    return (owned or found)[-1]


def _functions(answer: Answer) -> Iterator[tuple[Definition | None, Definition]]:
    for part in answer.definitions:
        if part.kind == "function":
            yield None, part
        for member in part.members:
            if isinstance(member, Definition) and member.kind == "function":
                yield part, member


def _only_candidate(answer: Answer, signature: Signature) -> list[tuple[Definition | None, Definition]]:
    """The one function of an answer, called something else, when it takes as many parameters."""
    others = [each for each in _functions(answer) if each[1].name != answer.row.entry and not each[1].constructs]
    fitting = len(others) == 1 and len(others[0][1].params) == len(signature.params)
    return others if fitting else []


def class_in(answer: Answer, name: str) -> Definition:
    """Raises AnswerError when the answer does not define it."""
    found = [each for each in answer.definitions if each.kind == "class" and each.name == name]
    if not found:
        raise AnswerError(f"The answer does not define the class `{name}`, which the statement asks for.")
    return found[-1]


def needed(answer: Answer, text: str, without: Iterable[Part], defined: frozenset[str]) -> list[Part]:
    """What `text` uses of the answer, directly or through each other, in order; nothing that is `defined` already."""
    skipped = {id(part) for part in without}
    offered = [part for part in answer.parts if id(part) not in skipped and not _is_left_out(answer, part, defined)]
    wanted = identifiers(text)
    kept: list[Part] = []
    while more := [part for part in offered if part not in kept and names_of(answer.document, part) & wanted]:
        kept += more
        wanted |= {name for part in more for name in identifiers(answer.source(part))}
    return sorted(kept, key=lambda part: part.start)


def _is_left_out(answer: Answer, part: Part, defined: frozenset[str]) -> bool:
    if isinstance(part, Comment) or (isinstance(part, Code) and part.imports):
        return True
    if isinstance(part, Definition):
        return part.name in defined or (part.kind == "function" and is_entry(answer.row)(part))
    return not part.declares or names_of(answer.document, part) <= defined


def names_of(document: Document, part: Part) -> frozenset[str]:
    """The names that a part may define: for other code, those before the first `=`."""
    if isinstance(part, Definition):
        return frozenset({part.name})
    end = part.start + len(document.text[part.start : part.end].partition("=")[0])
    root = document.tree.root_node.descendant_for_byte_range(document.byte_of(part.start), document.byte_of(end))
    nodes = [node for node in walk(root) if "identifier" in node.type and not node.named_children] if root else []
    found = [node for node in nodes if part.start <= document.offset_of(node.start_byte) < end]
    values = [node for node in found if node.type != "type_identifier"]
    return frozenset(document.source(node) for node in values or found)


def identifiers(text: str) -> frozenset[str]:
    return frozenset(_IDENTIFIER.findall(text))
