"""The text of a statement: title, prose, constraints, examples. Formats of examples are in files of their own.

Works on lines without comment markers; knows neither the document nor the signature.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lsp_server.problem.declared import Declared, declared
from lsp_server.problem.examples.alternatives import with_alternatives
from lsp_server.problem.examples.arrows import find_arrows
from lsp_server.problem.examples.asserted import find_asserted
from lsp_server.problem.examples.calls import find_calls, names_called
from lsp_server.problem.examples.doctests import find_doctests
from lsp_server.problem.examples.given import find_given
from lsp_server.problem.examples.labelled import find_labelled
from lsp_server.problem.examples.labels import LabelKind, is_rule, label_of, pieces
from lsp_server.problem.examples.lined import find_lined
from lsp_server.problem.examples.puzzle import as_samples, find_puzzle, is_puzzle
from lsp_server.problem.examples.raw import Called, Labelled, Raw, Session
from lsp_server.problem.examples.renamed import with_plain_labels
from lsp_server.problem.examples.segments import segments
from lsp_server.problem.examples.stated import find_stated, without_repeated
from lsp_server.problem.examples.tables import find_tables, find_unheaded
from lsp_server.problem.examples.told import find_told
from lsp_server.problem.examples.topcoder import find_numbered
from lsp_server.problem.examples.unreadable import find_unreadable
from lsp_server.problem.examples.worded import PROMISE, find_worded
from lsp_server.problem.examples.worked import find_worked
from lsp_server.problem.markup import without_latex
from lsp_server.problem.model import Order
from lsp_server.problem.prose import is_noise, is_too_long, title_of, without_counters, without_imprint, without_remarks
from lsp_server.problem.wording import has_several_answers, order_of, tells_decimals, tolerance_of

MOST_EXAMPLES = 100

_BULLET = re.compile(r"\s*(?:[-*•·]|\d+[.)])\s+")
_BOUND = re.compile(r"[<>≤≥]=?|\\(?:le|ge|lt|gt)")
_ARROW = re.compile(r"^\S.{0,60}\s(?:[-=]+>|→|➞|⇒)\s")
_WORD = re.compile(r"[^\W\d]\w{2,}")
_INTERACTIVE = re.compile(r"\binteractive (?:problem|task)\b|交互题|这是一道交互", re.IGNORECASE)
"""Its examples show a talk with a judge that is not here: as input and output they would be wrong."""
_LITERAL = re.compile(r"\"[^\"]*\"|'[^']*'|\[.*\]|\{.*\}")
_EXAMPLE_WORDS = frozenset(
    "assert not for and returns return should will raises True False None true false output".split()
)
_KEPT: frozenset[LabelKind] = frozenset({"note", "section", "input", "output", "description"})
_ASKING: frozenset[LabelKind] = frozenset({"example", "input", "output", "constraints"})
_LEFT_BY_BLANK: frozenset[LabelKind] = frozenset({"example", "explanation", "follow_up", "constraints", "output"})


@dataclass(frozen=True, slots=True)
class Statement:
    """`labelled`: the text has sections that only problems have, such as Example, Input or Constraints."""

    title: str
    prose: str
    constraints: tuple[str, ...]
    examples: tuple[Raw, ...]
    order: Order
    labelled: bool
    several_answers: bool = False
    tolerance: float | None = None
    tells_decimals: bool = False
    declared: Declared = field(default_factory=Declared)


@lru_cache(maxsize=4096)
def parse_statement(
    texts: tuple[str, ...], callee: str | None = None, others: frozenset[str] = frozenset()
) -> Statement:
    """`callee` is the function that the statement is about, if known; `others` are the names that its file defines."""
    if is_too_long(texts):
        return Statement("", "", (), (), "exact", labelled=False)
    texts = with_plain_labels(without_remarks(without_counters(without_imprint(texts))))
    sessions, session_lines = find_doctests(texts, callee)
    parts = segments(pieces(texts, session_lines))
    labelled, labelled_lines = find_labelled(parts)
    tabled, table_lines = find_tables(texts)
    numbered, numbered_lines = find_numbered(texts)
    labelled = (
        [*with_alternatives(labelled, texts), *tabled, *numbered] if not _INTERACTIVE.search("\n".join(texts)) else []
    )
    said = declared(texts)
    labelled = [replace(raw, printed=said.prints and not raw.worked) for raw in labelled]
    used = session_lines | labelled_lines | table_lines | numbered_lines
    worked = find_worked(texts, used)
    used |= {line for raw in worked if not raw.stuck for line in range(raw.first, raw.last + 1)}
    modes = _modes(texts, used)
    explained = frozenset(line for line, mode in enumerate(modes) if mode == "explanation")
    called = _called(texts, used | explained, callee, others, alias=not (sessions or labelled))
    read = used | {line for raw in called for line in range(raw.first, raw.last + 1)}
    called += find_asserted(texts, read | explained, callee)
    lined = _lined(texts, modes, read | {raw.first for raw in called})
    if not any((sessions, labelled, called, worked)):
        given = find_given(texts, used)
        worded = find_worded(texts, modes, callee)
        given = worded if len(worded) > sum(not raw.stuck for raw in given) else given
        lined = [raw for raw in lined if raw.first not in {each.first for each in given}] + given
        lined = _with_stated(lined, texts, modes, used, callee)
        if callee is None and is_puzzle(texts):
            lined = as_samples(lined)
        lined = lined or find_puzzle(texts)
    lined += find_unreadable(texts, [*called, *lined], used)
    found = sorted([*sessions, *labelled, *worked, *called, *lined], key=lambda raw: (raw.first, raw.last))[
        :MOST_EXAMPLES
    ]
    examples = _with_tuples(found)
    used |= _whole_lines(texts, modes, [*called, *lined])
    prose = [text for line, text in enumerate(texts) if line not in used and modes[line] in _KEPT | {None}]
    told = [text for line, text in enumerate(texts) if line not in used]
    title, prose = title_of([text for text in prose if not is_noise(text)])
    return Statement(
        title=title,
        prose=_paragraphs(prose),
        constraints=_constraints(texts, modes),
        examples=tuple(examples),
        order=order_of(told),
        several_answers=has_several_answers(told, [raw.wanted for raw in labelled]),
        tolerance=tolerance_of(told),
        tells_decimals=tells_decimals(told),
        declared=said,
        labelled=any(segment.label and segment.label.kind in _ASKING for segment in parts),
    )


def _called(
    texts: Sequence[str], used: frozenset[int], callee: str | None, others: frozenset[str], alias: bool
) -> list[Raw]:
    """Calls in prose. A statement that calls one unknown function and never `callee` means `callee` (renamed stubs)."""
    text = "\n".join("" if line in used else text.replace("\n", " ") for line, text in enumerate(texts))
    found = find_calls(text, 0, callee)
    if callee is None:
        return _of_one_name(found)
    if not found and alias and callee not in set(names_called(text)):
        renamed = _of_one_name([raw for raw in find_calls(text, 0, None) if not _names(raw) & others])
        return [replace(raw, name=callee) for raw in renamed if isinstance(raw, Called)]
    return found


def _with_tuples(found: Sequence[Raw]) -> list[Raw]:
    """`("Venus")` beside results that are tuples is meant as a tuple of one."""
    others = [raw.wanted for raw in found if isinstance(raw, Called) and not raw.grouped]
    if not others or not all(isinstance(value, tuple) for value in others):
        return list(found)
    return [replace(raw, wanted=(raw.wanted,)) if isinstance(raw, Called) and raw.grouped else raw for raw in found]


def _of_one_name(found: Sequence[Raw]) -> list[Raw]:
    """The calls of the function that is called most."""
    names = [raw.name for raw in found if isinstance(raw, Called)]
    if not names:
        return []
    most = max(names, key=names.count)
    return [raw for raw in found if most in _names(raw)]


def _names(raw: Raw) -> set[str]:
    return (
        {raw.name} if isinstance(raw, Called) else set(names_called(raw.source)) if isinstance(raw, Session) else set()
    )


def _lined(texts: Sequence[str], modes: Sequence[LabelKind | None], used: frozenset[int]) -> list[Raw]:
    found: list[Raw] = []
    for line, text in enumerate(texts):
        if line in used or modes[line] not in (None, "example", "note"):
            continue
        label = label_of(text)
        if raw := find_lined(label.rest if label else text, line, modes[line] == "example"):
            found.append(raw)
        elif _is_promised(texts, line, found) and (raw := find_lined(text, line, in_example=True)):
            found.append(raw)
    return found


def _with_stated(
    lined: Sequence[Raw],
    texts: Sequence[str],
    modes: Sequence[LabelKind | None],
    used: frozenset[int],
    callee: str | None,
) -> list[Raw]:
    """`lined` with what sentences state; where there is none of it, with what only looks like examples, too."""
    known = [raw for raw in lined if isinstance(raw, Labelled)]
    stated = without_repeated(find_stated(texts, modes, used), known)
    if lined:
        return [*lined, *stated]
    taken = used | {line for raw in stated for line in range(raw.first, raw.last + 1)}
    return [*stated, *without_repeated(_unlabelled(texts, modes, taken, callee), stated)]


def _unlabelled(
    texts: Sequence[str], modes: Sequence[LabelKind | None], used: frozenset[int], callee: str | None
) -> list[Labelled]:
    """What only looks like examples, in sentences or behind arrows."""
    told = find_worded(texts, modes, callee) or find_arrows(texts, modes, used) or find_told(texts, modes)
    return [*told, *find_unheaded(texts)]


def _is_promised(texts: Sequence[str], line: int, found: Sequence[Raw]) -> bool:
    """Whether the text above says that examples follow: `as shown in the examples:`."""
    above = line - 1
    while above >= 0 and not texts[above].strip() and line - above <= 2:
        above -= 1
    if found and above == found[-1].last:
        return bool(PROMISE.search(texts[found[0].first - 1] or texts[found[0].first - 2]))
    return above >= 0 and bool(PROMISE.search(texts[above]))


def _modes(texts: Sequence[str], used: frozenset[int]) -> list[LabelKind | None]:
    """The kind of section that each line belongs to; None is the statement's own prose."""
    modes: list[LabelKind | None] = []
    mode: LabelKind | None = None
    for line, text in enumerate(texts):
        label = None if line in used else label_of(text)
        if label:
            mode = None if label.kind == "description" else label.kind
        elif mode in _LEFT_BY_BLANK and line and not texts[line - 1].strip() and _returns_to_prose(texts, line, mode):
            mode = None
        modes.append(label.kind if label else mode)
    return modes


def _returns_to_prose(texts: Sequence[str], line: int, mode: LabelKind) -> bool:
    """Behind a blank line, a paragraph that is neither indented nor a bullet belongs to the statement again."""
    text = texts[line]
    if not text.strip() or text[0].isspace() or _BULLET.match(text) or (mode == "example" and _ARROW.search(text)):
        return False
    return mode != "constraints" or not (_BOUND.search(text) or _is_below_label(texts, line))


def _is_below_label(texts: Sequence[str], line: int) -> bool:
    """Whether nothing but blank lines stands between a line and the label above it."""
    above = next((text for text in reversed(texts[:line]) if text.strip()), "")
    return label_of(above) is not None


def _whole_lines(texts: Sequence[str], modes: Sequence[LabelKind | None], found: Sequence[Raw]) -> set[int]:
    """Lines that are nothing but an example; a sentence that holds one stays in the prose."""
    lines: set[int] = set()
    for raw in found:
        words = set(_WORD.findall(_LITERAL.sub("", texts[raw.first]))) - _EXAMPLE_WORDS - _names(raw)
        if raw.last > raw.first or modes[raw.first] == "example" or len(words) <= 1:
            lines.update(range(raw.first, raw.last + 1))
    return lines


def _constraints(texts: Sequence[str], modes: Sequence[LabelKind | None]) -> tuple[str, ...]:
    found: list[str] = []
    for text, mode in zip(texts, modes, strict=True):
        if mode != "constraints" or is_noise(text) or is_rule(text):
            continue
        label = label_of(text)
        content = _BULLET.sub("", label.rest if label else text, count=1).strip().strip("`").strip()
        if content:
            found.append(without_latex(content))
    return tuple(found)


def _paragraphs(lines: Sequence[str]) -> str:
    """The prose with single blank lines between paragraphs and without empty headings."""
    kept = [line.rstrip() for line in lines if not is_rule(line)]
    kept = [line for line in kept if not ((label := label_of(line)) and label.kind == "description" and not label.rest)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
