"""One rewrite of a function against the version in the file: does it do the same, and is it faster? Asks no model.

The steps of "Optimize this function" that lie between its questions to the model; each is awaited to its end.
"""

import ast
import asyncio
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lsp_server.errors import UnparsableFileError, UnsupportedLanguageError
from lsp_server.judge import elsewhere, reading
from lsp_server.judge.design import Design
from lsp_server.judge.equivalence import Baseline, baseline, baseline_of, compare, confirm
from lsp_server.judge.evidence import Equivalence, Timing
from lsp_server.judge.inputs.class_domain import domain_of_class
from lsp_server.judge.inputs.classes import Described, class_with_state
from lsp_server.judge.inputs.classes_elsewhere import class_elsewhere
from lsp_server.judge.inputs.domain import domain_of
from lsp_server.judge.inputs.draw import Domain, special
from lsp_server.judge.runners import RUNNERS
from lsp_server.judge.timing import Effort, Ladder, race, timed_inputs
from lsp_server.judge.trials import Bench, missing_imports
from lsp_server.problem.function import code_of_function, helpers_of_function, owner_has_state, owner_of_function
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.sandbox.run import choose
from lsp_server.settings import Settings

OPTIMIZABLE = frozenset({"python", "javascript", "typescript", "cpp", "java", "go", "rust"})
LARGE = 4
"""How many times longer than when it was measured a large input may take."""
NO_VALUES = "No values were found that it takes. Annotate its parameters or give examples."
NO_OPERATIONS = (
    "It is a method of a class with state, and nothing tells how to use that class from outside. Give it a constructor,"
    " make the method public, and say the types of its parameters."
)
_CLASS: Mapping[str, str] = {
    "python": "class {owner}:\n{code}",
    "javascript": "class {owner} {{\n{code}\n}}",
    "typescript": "class {owner} {{\n{code}\n}}",
}
"""Around a method that came without its class, where it is no function by itself."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The function in question, and how much may be spent on it."""

    document: Document
    problem: Problem
    settings: Settings
    effort: Effort

    @property
    def language(self) -> str:
        return self.document.language

    @property
    def code(self) -> str:
        return code_of_function(self.document, self.problem)


@dataclass(frozen=True, slots=True)
class Tried:
    """Where and on what both versions are tried, and what the one in the file did."""

    bench: Bench
    domain: Domain
    base: Baseline


@dataclass(frozen=True, slots=True)
class Attempt:
    """A candidate after it was tried."""

    code: str
    replacement: Replacement
    equivalence: Equivalence
    timing: Timing | None = None

    @property
    def faster(self) -> bool:
        return self.equivalence.equal and self.timing is not None and self.timing.faster

    @property
    def reason(self) -> str:
        """Why it is not offered, for people and for the model."""
        if found := self.equivalence.counterexample:
            return f"With {found.input} the function {found.old}, but this {found.new}."
        if self.equivalence.reason:
            return self.equivalence.reason
        if self.timing is None or self.timing.reason:
            return (self.timing.reason if self.timing else None) or "Its time could not be measured."
        return f"It does the same but is not faster: {self.timing.top.speedup:.2f} times at n = {self.timing.top.n}."


def unsupported(language: str) -> str | None:
    """Why functions in a language cannot be optimized here; None when they can. May ask a tool for its version."""
    if language not in OPTIMIZABLE:
        titles = sorted(language_named(each).title for each in OPTIMIZABLE)
        return f"Functions in {language_named(language).title} cannot be optimized; those in {', '.join(titles)} can."
    return RUNNERS[language].missing()


async def refuse(subject: Subject) -> None:
    """Raises UnsupportedLanguageError, UnparsableFileError."""
    if reason := await asyncio.to_thread(unsupported, subject.language):
        raise UnsupportedLanguageError(reason)
    if error := _broken(subject.document):
        raise UnparsableFileError(f"The file has an error{error}. Nothing can be measured before it is repaired.")


def _broken(document: Document) -> str | None:
    if document.language != "python":
        return "" if document.tree.root_node.has_error else None
    try:
        ast.parse(document.text)
    except (SyntaxError, ValueError) as error:
        return f": {error}"
    return None


def unreadable(subject: Subject) -> str | None:
    """The sentence for a function that two versions of cannot be compared, as far as its text tells."""
    text, signature = subject.document.text, subject.problem.signature
    code = f"{subject.code}\n{helpers_of_function(subject.document, subject.problem)}"
    if subject.language != "python" and owner_has_state(subject.document, subject.problem) and not _described(subject):
        return NO_OPERATIONS
    reason = reading.impure(subject.language, text, code, signature)
    return f"{reason} So two versions of it cannot be compared." if reason else None


async def domain(subject: Subject) -> tuple[Bench, Domain | None]:
    """What it takes, and the bench to try it on: a method of a class with state is tried by sequences of operations."""
    settings = subject.settings.sandbox
    isolation = await asyncio.to_thread(choose, settings.allow_unisolated)
    bench = Bench(subject.problem, settings, isolation)
    text, found = subject.document.text, _described(subject)
    if found is None:
        return bench, await domain_of(bench, text, subject.code)
    operations = tuple(name for name in found.methods if name)
    design = Design(name=found.name, kind="class", operations=operations)
    bench = replace(bench, problem=subject.problem.model_copy(update={"signature": design}))
    return bench, await domain_of_class(bench, text, found, subject.problem.signature.name)


def _described(subject: Subject) -> Described | None:
    """The class with state that it is a method of; None where there is none, or it cannot be told how to use it."""
    text, name, owner = subject.document.text, subject.problem.signature.name, subject.problem.signature.owner
    if subject.language == "python":
        return class_with_state(text, owner, name) if owner else None
    cls = owner_of_function(subject.document, subject.problem)
    if cls is None or not owner_has_state(subject.document, subject.problem):
        return None
    return class_elsewhere(subject.language, text, cls, name)


async def tried(subject: Subject, bench: Bench, found: Domain) -> Tried:
    """Runs the version in the file on many inputs; `base.reason` says why nothing can be compared with it."""
    return Tried(bench, found, await baseline(bench, subject.document.text, found))


async def compared(subject: Subject, known: Tried, code: str) -> Attempt:
    """Raises AnswerError when it cannot be put into the file."""
    code = in_class(subject, code)
    replacement = place(subject.document, subject.problem, code)
    missing = await missing_imports(known.bench, splice(subject.document.text, replacement))
    if missing:
        code = "\n".join((*missing, "", code))
        replacement = place(subject.document, subject.problem, code)
    if reason := await _doubt(subject, known, splice(subject.document.text, replacement), code):
        return Attempt(code, replacement, Equivalence(reason=reason))
    constants = reading.constants(subject.language, code).without(known.domain.constants)
    source = splice(subject.document.text, replacement)
    found = await compare(known.bench, known.base, source, known.domain, special(known.domain, constants))
    if found.equal and (doubt := reading.strange_numbers(subject.language, subject.code, code)):
        found = found.model_copy(update={"reason": doubt})
    return Attempt(code, replacement, found)


async def _doubt(subject: Subject, known: Tried, source: str, code: str) -> str | None:
    """What speaks against a candidate before it is compared: its text, or its compiler."""
    language, text, signature = subject.language, subject.document.text, subject.problem.signature
    doubt = (
        reading.impure(language, source, code, signature)
        or reading.caching(language, text, source, signature)
        or reading.handing_out(language, subject.code, code, signature)
    )
    if doubt or language == "python":
        return doubt
    return await elsewhere.build_error(known.bench, source, known.base.inputs[0])


async def tried_large(subject: Subject, known: Tried, steps: Ladder) -> Baseline:
    """What the version in the file does on the inputs that are timed."""
    inputs = await asyncio.to_thread(timed_inputs, known.domain, steps)
    return await baseline_of(known.bench, subject.document.text, inputs, subject.effort.top_s * LARGE)


async def confirmed(subject: Subject, known: Tried, at_large: Baseline, attempt: Attempt) -> Attempt:
    """The attempt after it was compared on large inputs, too."""
    source = splice(subject.document.text, attempt.replacement)
    more = await confirm(known.bench, at_large, source, subject.effort.top_s * LARGE)
    agreed = attempt.equivalence.agreed + more.agreed
    changed = {"agreed": agreed, "counterexample": more.counterexample}
    return replace(attempt, equivalence=attempt.equivalence.model_copy(update=changed))


async def timed(subject: Subject, known: Tried, steps: Ladder, attempt: Attempt) -> Attempt:
    """The attempt with its time against that of the version in the file."""
    text = subject.document.text
    new = splice(text, attempt.replacement)
    return replace(attempt, timing=await race(known.bench, text, new, known.domain, steps, subject.effort))


def in_class(subject: Subject, code: str) -> str:
    """A method may come without its class."""
    owner, template = subject.problem.signature.owner, _CLASS.get(subject.language)
    if not owner or not template or f"class {owner}" in code:
        return code
    if subject.language == "python" and not _is_method(code):
        return code
    return template.format(owner=owner, code=textwrap.indent(code, "    "))


def _is_method(code: str) -> bool:
    functions = [node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef)]
    return any(node.args.args[:1] and node.args.args[0].arg == "self" for node in functions)
