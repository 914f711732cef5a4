"""Doctest sessions: `>>>` with `...` continuation, what is shown below, Traceback blocks, `<BLANKLINE>`.

Sources are kept as text and never run here. What a later example needs of earlier ones (assignments, imports,
calls that change something) becomes its `setup`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lsp_server.problem.examples.calls import find_calls
from lsp_server.problem.examples.labels import label_of
from lsp_server.problem.examples.raw import Called, Raw, Session
from lsp_server.problem.values import is_value

_PROMPT = re.compile(r"(\s*)>>>(?: (.*))?$")
_MORE = re.compile(r"(\s*)\.\.\.(?: (.*))?$")
_DIRECTIVE = re.compile(r"\s*#\s*doctest:\s*(.*)$")
_UNCHECKABLE = re.compile(r"\+\s*(?:ELLIPSIS|SKIP)", re.IGNORECASE)
_TRACEBACK = re.compile(r"\s*Traceback \((?:most recent call last|innermost last)\):")
_RAISED = re.compile(r"\s*((?:\w+\.)*\w+)(?::\s*(.*))?$")
_STRING = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'")
_PRINT = re.compile(r"print\(([^*=]*)\)")
_PRINTS = re.compile(r"^(?:for|while|with|if|try|async)\b|\bprint\(")
"""What shows as many lines as it likes."""
_STATES = re.compile(
    r"(?:[\w.,\s\[\]'\"()*]+?(?:[-+*/|&^%@<>]|//|\*\*)?=(?!=)|import |from |def |class |@|del |for |with )"
)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One `>>>` with its continuation lines and the lines that it shows."""

    first: int
    last: int
    source: str
    shown: tuple[str, ...]


def find_doctests(texts: Sequence[str], callee: str | None) -> tuple[list[Raw], frozenset[int]]:
    """The examples, and the indexes of all lines that belong to sessions."""
    found: list[Raw] = []
    used: set[int] = set()
    setup: list[str] = []
    for prompt in _prompts(texts):
        used.update(range(prompt.first, prompt.last + 1))
        raws, keeps = _examples(prompt, tuple(setup), callee)
        found += raws
        if keeps:
            setup.append(prompt.source)
    return found, frozenset(used)


def _prompts(texts: Sequence[str]) -> list[Prompt]:
    found: list[Prompt] = []
    line = 0
    while line < len(texts):
        opened = _PROMPT.match(texts[line])
        if not opened:
            line += 1
            continue
        first, source = line, [opened[2] or ""]
        line += 1
        while line < len(texts) and (more := _MORE.match(texts[line])):
            source.append(more[2] or "")
            line += 1
        end = _end_of_shown(texts, line)
        indent = len(opened[1])
        shown = tuple(text[indent:] if not text[:indent].strip() else text.lstrip() for text in texts[line:end])
        found.append(Prompt(first, end - 1, "\n".join(source).strip(), shown))
        line = end
    return found


def _end_of_shown(texts: Sequence[str], line: int) -> int:
    """Shown lines end at a blank line, the next prompt, a fence or a label."""
    while line < len(texts) and texts[line].strip():
        if _PROMPT.match(texts[line]) or texts[line].strip().startswith("```") or label_of(texts[line]):
            break
        line += 1
    return line


def _examples(prompt: Prompt, setup: tuple[str, ...], callee: str | None) -> tuple[list[Raw], bool]:
    """What a prompt shows as examples, and whether later ones need it."""
    source, directive = _without_directive(prompt.source)
    if not source or _UNCHECKABLE.search(directive):
        return [], not _UNCHECKABLE.search(directive) and bool(source)
    states = bool(_STATES.match(source))
    if prompt.shown:
        source = _without_comment(source)
    else:
        calls = [] if states else find_calls(source, prompt.first, callee, in_code=True)
        return calls, not calls
    if _TRACEBACK.match(prompt.shown[0]):
        return _raising(prompt, setup, source, callee), False
    raw = _showing(prompt, setup, source, callee)
    return [raw], states or (isinstance(raw, Session) and bool(setup))


def _without_directive(source: str) -> tuple[str, str]:
    match = _DIRECTIVE.search(source.split("\n", 1)[0])
    if not match:
        return source, ""
    head, _, rest = source.partition("\n")
    return "\n".join([head[: match.start()], *([rest] if rest else [])]).strip(), match[1]


def _without_comment(source: str) -> str:
    """A statement of one line without the remark behind it."""
    masked = _STRING.sub(lambda match: "x" * len(match[0]), source)
    mark = masked.find("#")
    return source if mark < 0 or "\n" in source else source[:mark].rstrip()


def _showing(prompt: Prompt, setup: tuple[str, ...], source: str, callee: str | None) -> Raw:
    shown = "\n".join("" if text.strip() == "<BLANKLINE>" else text.rstrip() for text in prompt.shown)
    if printed := _PRINT.fullmatch(source):
        return _session(prompt, setup, f"str({printed[1]})", repr(shown), "value")
    shown = shown if _PRINTS.search(source) or _STATES.match(source) else _first_value(shown)
    call = find_calls(f"{source} == {shown}", prompt.first, callee, in_code=True)
    if len(call) == 1 and isinstance(call[0], Called) and call[0].name == (callee or call[0].name):
        return replace(call[0], last=prompt.last)
    return _session(prompt, setup, source, shown, "value" if is_value(shown) else "text")


def _raising(prompt: Prompt, setup: tuple[str, ...], source: str, callee: str | None) -> list[Raw]:
    """The last line that is not indented names the exception."""
    lines = [text for text in prompt.shown[1:] if text and not text[0].isspace()]
    raised = _RAISED.match(lines[0]) if lines else None
    if not raised:
        return []
    wanted = f"{raised[1]}: {raised[2]}" if raised[2] else raised[1]
    call = find_calls(f"{source} == 0", prompt.first, callee, in_code=True)
    if len(call) == 1 and isinstance(call[0], Called) and not setup:
        return [replace(call[0], last=prompt.last, wanted=wanted, expects="exception")]
    return [_session(prompt, setup, source, wanted, "exception")]


def _session(prompt: Prompt, setup: tuple[str, ...], source: str, wanted: str, expects: str) -> Session:
    kind = "exception" if expects == "exception" else "value" if expects == "value" else "text"
    return Session(prompt.first, prompt.last, "\n".join(setup), source, wanted, kind)


def _first_value(shown: str) -> str:
    """What is shown, without prose that follows it when no blank line parts them."""
    head, *rest = shown.split("\n")
    return head if rest and not is_value(shown) and is_value(head) and not all(map(is_value, rest)) else shown
