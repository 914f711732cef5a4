"""Puts an answer in a language with braces into a file. What the file says of the problem stays, its headers too."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lsp_server.problem.braces.answer import Answer, class_in, main_function, needed, read_answer
from lsp_server.problem.braces.fit import fitted, names_had, other_names, under_name
from lsp_server.problem.braces.imports import import_place, missing_imports
from lsp_server.problem.braces.layout import Place, place_in, reindented
from lsp_server.problem.braces.outline import outline_braces
from lsp_server.problem.markers import after_marker
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.owner import signature_of
from lsp_server.problem.pairs import halves
from lsp_server.problem.parts import Definition, Part
from lsp_server.problem.syntax import Document


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Job:
    """An answer on its way into a file: `parts` are the file's, `outer` holds the definition `inner` (or is it)."""

    document: Document
    problem: Problem
    answer: Answer
    parts: tuple[Part, ...]
    outer: Definition
    inner: Definition


def place_braces(document: Document, problem: Problem, code: str) -> Replacement:
    """Raises AnswerError when `code` does not define what `problem.signature` asks for."""
    answer = read_answer(code, document.language, problem.signature.owner)
    parts = outline_braces(document).parts
    kind = problem.signature.kind
    found = _definitions_at(parts, problem.target.region.start.offset) if kind != "program" else None
    if problem.target.kind == "below" or not found:
        place = _program if kind == "program" else _below
        return _merged(document, place(document, problem, answer, parts))
    job = _Job(document, problem, answer, parts, *found)
    into = _INTO["class" if job.inner.kind == "class" else kind]
    return _merged(document, [edit for each in (job, *_other_half(job)) for edit in into(each)])


def _other_half(job: _Job) -> Iterator[_Job]:
    """The function beside it that undoes what this one does, if an answer must hold both."""
    for part in halves(job.inner, job.parts):
        target = job.problem.target.model_copy(update={"region": job.document.region(part.body.start, part.body.end)})
        told = {"signature": signature_of(part, None), "target": target}
        yield _Job(job.document, job.problem.model_copy(update=told), job.answer, job.parts, part, part)


def _merged(document: Document, edits: Sequence[_Edit]) -> Replacement:
    """Several edits as one, with the text between them."""
    ordered = sorted((each for each in dict.fromkeys(edits) if each.text or each.end > each.start), key=_start)
    start, end = ordered[0].start, ordered[-1].end
    pieces, at = list[str](), start
    for edit in ordered:
        pieces += [document.text[at : edit.start], edit.text]
        at = edit.end
    text = "".join(pieces).replace("\r\n", "\n").replace("\r", "\n")
    return Replacement(region=document.region(start, end), text=text)


def _start(edit: _Edit) -> int:
    return edit.start


def _definitions_at(parts: Sequence[Part], body_start: int) -> tuple[Definition, Definition] | None:
    """The definition whose body begins there, after the one at the top level that holds it."""
    for part in parts:
        if isinstance(part, Definition):
            inner = next((each for each in _with_members(part) if each.body.start == body_start), None)
            if inner:
                return part, inner
    return None


def _with_members(definition: Definition) -> Iterator[Definition]:
    yield definition
    for member in definition.members:
        if isinstance(member, Definition):
            yield from _with_members(member)


def _into_function(job: _Job) -> list[_Edit]:
    document, inner = job.document, job.inner
    defined = names_had(document, job.parts) - {inner.name}
    header = document.text[inner.start : inner.header_end]
    fit = fitted(job.answer, job.problem, header, place_in(document, job.problem.target.indent), defined)
    body = _body_edit(document, job.problem, fit.lines, inner)
    fields = [line for part in fit.members if not _is_function(part) for line in _beside(job, fit.answer, part)]
    methods = [line for part in fit.members if _is_function(part) for line in ["", *_beside(job, fit.answer, part)]]
    at = _line_of(document, max(job.outer.start, min(inner.start, _line_of(document, _stated(job)))))
    before = _Edit(at, at, "".join(f"{line}\n" for line in [*fields, ""]) if fields else "")
    after = _Edit(inner.end, inner.end, "".join(f"\n{line}" for line in methods))
    above = [line for part in fit.helpers for line in [*_part_lines(fit.answer, part, document, job.outer.indent), ""]]
    used = "\n".join([*fit.lines, *fields, *methods, *above])
    return [*_file_edits(job, fit.answer, above, used), before, body, after]


def _is_function(part: Part) -> bool:
    return isinstance(part, Definition) and part.kind == "function"


def _beside(job: _Job, answer: Answer, part: Part) -> list[str]:
    return _part_lines(answer, part, job.document, job.inner.indent)


def _stated(job: _Job) -> int:
    """Where the statement begins, when it stands in the class above the function; else no sooner than the function."""
    start = job.problem.statement_region.start.offset
    return start if job.outer.header_end <= start < job.inner.start else job.inner.start


def _line_of(document: Document, offset: int) -> int:
    return document.lines.starts[document.row_of(offset)]


def _body_edit(document: Document, problem: Problem, lines: Sequence[str], definition: Definition) -> _Edit:
    """The lines between the braces; a body that is an expression gets braces."""
    region = problem.target.region
    text = "\n".join(["", *lines, definition.indent])
    if definition.body.inline:
        text = f"{{{text}}}"
    return _Edit(region.start.offset, region.end.offset, text)


def _file_edits(job: _Job, answer: Answer, above: Sequence[str], used: str) -> list[_Edit]:
    """Helpers above the outermost definition, and imports where imports go."""
    at = _above(job.document, job.problem, job.outer, _imports(job.parts))
    imports = missing_imports(job.document, job.parts, job.problem, answer, used)
    place = min(at, import_place(job.document, job.parts, max(job.outer.start, job.outer.own) + 1))
    lines = "".join(f"{line}\n" for line in imports)
    if imports and not _ends_paragraph(job.document, place):
        lines += "\n"
    return [_Edit(place, place, lines), _Edit(at, at, "".join(f"{line}\n" for line in above))]


def _ends_paragraph(document: Document, at: int) -> bool:
    """Whether a blank line or another import follows."""
    line = document.line(document.row_of(at)).strip()
    imports = _imports(outline_braces(document).parts)
    return not line or any(part.start == at for part in imports)


def _above(document: Document, problem: Problem, outer: Definition, imports: Sequence[Part]) -> int:
    """The line above which helpers go: inside the markers of a snippet, else above the statement too."""
    own = outer.own if outer.own >= 0 else outer.start
    start = document.lines.starts[document.row_of(outer.start)]
    stated = document.lines.starts[document.row_of(problem.statement_region.start.offset)]
    between = any(stated < part.start < outer.start for part in imports)
    at = start if between else min(start, stated)
    return max(at, after_marker(document.text, 0, own))


def _part_lines(answer: Answer, part: Part, document: Document, indent: str) -> list[str]:
    return reindented(answer.document, part.start, part.end, place_in(document, indent))


def _into_class(job: _Job) -> list[_Edit]:
    """The body of a design class; the whole of it where it is written as several definitions."""
    own = class_in(job.answer, job.problem.signature.owner or job.problem.signature.name)
    defined = names_had(job.document, job.parts) - other_names(job.document, [job.inner])
    helpers = needed(job.answer, job.answer.source(own), without=[own], defined=defined)
    document, inner = job.document, job.inner
    above = [line for part in helpers for line in [*_part_lines(job.answer, part, document, inner.indent), ""]]
    if _is_group(own) or _is_group(inner):
        lines = _part_lines(job.answer, own, document, inner.indent)
        edit = _Edit(inner.start if inner.own < 0 else inner.own, inner.end, "\n".join(lines).lstrip(" \t"))
    else:
        lines = _class_lines(job.answer, own, place_in(document, inner.indent))
        edit = _body_edit(document, job.problem, lines, inner)
    return [*_file_edits(job, job.answer, above, "\n".join([*lines, *above])), *_header_edit(job, own), edit]


def _class_lines(answer: Answer, own: Definition, place: Place) -> list[str]:
    """The inside of a class, with its lines as far to the right of the class as they are in the answer."""
    return reindented(answer.document, own.header_end, own.body.end, place, width=len(own.indent))


def _header_edit(job: _Job, own: Definition) -> list[_Edit]:
    """The header too, when the answer's class has a base that the file's lacks."""
    if _is_group(own) or _is_group(job.inner):
        return []
    given = job.answer.document.text[max(own.own, own.start) : own.header_end]
    start = max(job.inner.own, job.inner.start)
    has = job.document.text[start : job.inner.header_end]
    extends = len(given.split()) > len(has.split()) and any(
        mark in given for mark in (" extends ", " implements ", ":")
    )
    return [_Edit(start, job.inner.header_end, given)] if extends else []


def _is_group(definition: Definition) -> bool:
    return definition.header_end == definition.body.start and definition.kind == "class" and not _braced(definition)


def _braced(definition: Definition) -> bool:
    return definition.body.start > max(definition.own, definition.start)


def _program(document: Document, problem: Problem, answer: Answer, parts: Sequence[Part]) -> list[_Edit]:
    """A whole program over the one that stands there, its imports to those that stand above both."""
    region = problem.target.region
    start, end = region.start.offset, region.end.offset
    top = min(start, problem.statement_region.start.offset)
    above = [part for part in parts if part.start < top and part in _imports(parts)]
    code = answer.document.text.strip("\n")
    if not above:
        return [_with_gaps(document, start, end, code, problem)]
    for part in reversed(answer.imports):
        code = code[: part.start] + code[part.end :]
    code = code.strip("\n")
    imports = missing_imports(document, above, problem, answer, code)
    at = import_place(document, above, top)
    return [
        _Edit(at, at, "".join(f"{line}\n" for line in imports)),
        _with_gaps(document, start, end, code, problem),
    ]


def _imports(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if getattr(part, "imports", False)]


def _with_gaps(document: Document, start: int, end: int, code: str, problem: Problem) -> _Edit:
    if problem.target.kind == "body":
        return _Edit(start, end, code)
    before, after = document.text[:start], document.text[end:]
    lead = "" if not before or before.endswith(("\n", "\r")) else "\n"
    gap = "\n" if after.strip() and not after.startswith(("\n", "\r")) else ""
    return _Edit(start, end, f"{lead}{code}\n{gap}")


def _below(document: Document, problem: Problem, answer: Answer, parts: Sequence[Part]) -> list[_Edit]:
    """A new definition under the statement, with what it needs."""
    signature = problem.signature
    if signature.kind == "class":
        main = class_in(answer, signature.name)
    else:
        answer = under_name(answer, signature)
        holder, function = main_function(answer, signature)
        main = holder or function
    helpers = needed(answer, answer.source(main), without=[main], defined=names_had(document, parts))
    kept = sorted([*helpers, main], key=lambda part: part.start)
    code = "\n\n".join("\n".join(_part_lines(answer, part, document, problem.target.indent)) for part in kept)
    at = problem.target.region.start.offset
    imports = missing_imports(document, parts, problem, answer, code)
    place = import_place(document, parts, at) if any(part.start < at for part in _code(parts)) else at
    lines = "".join(f"{line}\n" for line in imports)
    if place == at and imports:
        code, lines = f"{lines}\n{code}", ""
    return [_Edit(place, place, lines), _with_gaps(document, at, at, code, problem)]


def _code(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if isinstance(part, Definition) or part in _imports(parts)]


_INTO: Mapping[str, Callable[[_Job], list[_Edit]]] = {
    "function": _into_function,
    "method": _into_function,
    "class": _into_class,
}
