"""Where in a text the questions are: statement, stated answer, derivation, and the block that we have put there.

Works on lines with their places, of a Markdown or LaTeX file or of a comment. Headings, rules, environments and
numbered items that ask for something begin a section; a section that asks for a number or an expression is a question.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lsp_server.problem.maths.box import stated
from lsp_server.problem.maths.wording import asks_for_answer, has_formula, poses, without_instruction
from lsp_server.problem.parts import TextLine
from lsp_server.problem.prose import title_of

MOST_STATEMENT = 3000
"""Characters; the question of a longer section is its last paragraph that asks, with the one before it."""
MOST_LINES = 60
Role = Literal["break", "opens", "part", "statement", "answer", "derivation", "aside", "ours", "other"]

MOST_OURS = 500
"""Lines of an answer that we have put there; without its end the beginning is a remark."""

_OURS, _OURS_END = (re.compile(rf"\s*(?:<!--|%+|#+|//+)?\s*{mark}") for mark in ("vibe-lsp:", r"/vibe-lsp\b"))
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_VERBATIM = re.compile(r"\s*\\(begin|end)\{(?:verbatim|lstlisting|minted|comment|tikzpicture|asy)\*?\}")
_HEADING = re.compile(r"\s*(?:#{1,6}\s+(?P<mark>.*)|\\(?:sub)*(?:section|chapter|paragraph)\*?\{(?P<tex>[^{}]*)\}.*)$")
_RULE = re.compile(r"\s*(?:(?:[-*_]\s*){3,}|\\(?:hrule|newpage|clearpage|bigskip|medskip)\s*)$")
_OPENS = re.compile(
    r"\s*(?:\\begin\{(?:problem|exercise|question|example|prob|ex|task)\*?\}(?:\[[^\]]*\])?|"
    r"\\(?:item|question|problem|exercise)\b(?:\[[^\]]*\])?)\s*"
)
_ITEM = re.compile(
    r"\s*(?:[*_]{2}|\\textbf\{)?(?:(?:problem|exercise|question|example|task)\s*#?\d*[\w.]*|"
    r"(?:[A-Z]{3,6}\s+)?(?:\d{4}\s+)?(?:[A-Z]{3,6}\s+)?[(\[]?(?:No\.\s*)?\d{1,3}(?=[.):\]]))(?:[.):\]]|\s+\([^()]*\)[.:]?)*"
    r"(?:[*_]{2}|\})?[.:]?(?:\s+|$)(?:[*_]{0,2}[(\[]\d{1,3}(?:\s*(?:points?|pts?\.?|marks?|p))?[)\]][*_]{0,2}\.?\s+)?",
    re.IGNORECASE,
)
"""`3.`, `**Problem 3.**`, `AIME 2020 Problem 3`, `3. [5]` with its points."""
_NUMBER, _NAME = (
    re.compile(r"\d{1,3}(?!\d)"),
    re.compile(r"[\W_]*(?:problem|exercise|question|example|task)", re.IGNORECASE),
)
_LABEL = re.compile(
    r"\s*(?:<summary>|<details>|<!--|#{1,6}\s|[>|]|\s)*(?:[*_]{1,2}|\\textbf\{|\\paragraph\{|\\emph\{|\\(?P<command>ans(?:wer)?)\{)?\s*"
    r"(?:\\begin\{(?P<environment>solution|proof|answer)\}|"
    r"(?P<word>(?:final\s+)?answer|ans|solution|derivation|proof|hints?|remarks?|notes?|source|答案|解答|解析|解|提示)"
    r"(?:\s+\d{1,2})?(?:\s*[*_]{1,2}|\})?\s*(?:[:.=：]\}?|(?=[*_]{2})|(?=</summary>)|$))",
    re.IGNORECASE,
)
_ROLES: dict[str, Role] = {
    "answer": "answer", "ans": "answer", "答案": "answer", "solution": "derivation", "derivation": "derivation",
    "proof": "derivation", "解答": "derivation", "解": "derivation", "解析": "derivation",
}  # fmt: skip
_IN_BRACKETS = re.compile(r"[(\[]\s*(?:answer|ans|答案)\s*[:=：]\s*(?P<value>[^()\[\]]+)[)\]]\s*$", re.IGNORECASE)
_PREAMBLE = re.compile(
    r"\s*(?:\\(?:documentclass|usepackage|title|author|date|maketitle|newcommand|begin\{(?:document|enumerate|itemize|center"
    r"|problem|exercise|question|example|prob|ex|task|solution|proof|answer)\*?\}|end\{[^{}]*\}|label|tableofcontents|setlength)"
    r"|%(?!\s*/?vibe-lsp)).*"
)
_MARKUP = re.compile(r"</?(?:summary|details)>|<!--|-->|\\end\{\w+\*?\}")


@dataclass(slots=True)
class _Open:
    """A section that is being read: the lines of each role."""

    title: str = ""
    context: str = ""
    numbered: bool = False
    """Begun by a number."""
    parts: int = 0
    """Numbered lines that ask for nothing by themselves: conditions."""
    statement: list[TextLine] = field(default_factory=list[TextLine])
    answer: list[TextLine] = field(default_factory=list[TextLine])
    derivation: list[TextLine] = field(default_factory=list[TextLine])
    ours: list[TextLine] = field(default_factory=list[TextLine])


@dataclass(frozen=True, slots=True)
class Question:
    """`answer` is what the text states. `derivation` and `ours` are stretches of the text: (start, end)."""

    title: str
    statement: str
    start: int
    statement_end: int
    end: int
    answer: str | None = None
    derivation: tuple[int, int] | None = None
    ours: tuple[int, int] | None = None


def questions(lines: Sequence[TextLine], in_code: bool = False) -> list[Question]:
    """The questions of a text, in order."""
    found = (_question(section, in_code) for section in _sections(_with_roles(lines)))
    return [question for question in found if question]


def _with_roles(lines: Sequence[TextLine]) -> Iterator[tuple[Role, TextLine]]:
    """What each line is. A blank line ends an answer that has begun; a derivation goes on to the next section."""
    role: Role = "statement"
    closing = ""
    asked: re.Match[str] | None = None
    for number, line in enumerate(lines):
        text = line.text
        if closing:
            yield ("ours" if closing == "ours" else "other"), line
            if _closes(text, closing):
                closing, role = "", "aside"
            continue
        if closing := _opened(lines, number):
            yield ("ours" if closing == "ours" else "other"), line
        elif label := _LABEL.match(text):
            role = _role_of(label)
            yield role, _rest(line, label.end())
        elif _HEADING.match(text) or _RULE.match(text):
            role = "statement"
            yield "break", line
        elif opened := _OPENS.match(text):
            asks = "begin" in opened[0] or _asks_soon(lines, number, opened)
            role = "statement"
            yield "opens" if asks else "part", _rest(line, opened.end())
        elif item := _ITEM.match(text):
            asks = _asks_soon(lines, number, item) and (role == "statement" or _follows(item, asked))
            asked = item if asks else asked
            yield (
                "opens" if asks else "part" if role == "statement" else role,
                _rest(line, item.end()) if asks else line,
            )
            role = "statement" if asks else role
        else:
            role = "aside" if role == "answer" and not text.strip() and _has_text(lines, number) else role
            yield role, line


def _opened(lines: Sequence[TextLine], number: int) -> str:
    """What a line opens that is not read as text: our own block, a fence, front matter, verbatim. "" for none."""
    text = lines[number].text
    if _OURS.match(text) and any(_OURS_END.match(line.text) for line in lines[number : number + MOST_OURS]):
        return "ours"
    if fence := _FENCE.match(text):
        return fence[1]
    if number == 0 and text.strip() == "---":
        return "---"
    verbatim = _VERBATIM.match(text)
    return "verbatim" if verbatim and verbatim[1] == "begin" else ""


def _closes(text: str, closing: str) -> bool:
    if closing == "ours":
        return bool(_OURS_END.match(text))
    if closing == "verbatim":
        return bool(_VERBATIM.match(text))
    return text.strip().startswith(closing)


def _role_of(label: re.Match[str]) -> Role:
    word = (label["word"] or label["environment"] or label["command"] or "").lower()
    return _ROLES.get(word.removeprefix("final").strip(), "aside")


def _rest(line: TextLine, at: int) -> TextLine:
    """A line without its label or number; its place stays that of the whole line."""
    return TextLine(line.text[at:], line.start, line.end)


def _asks_soon(lines: Sequence[TextLine], number: int, item: re.Match[str]) -> bool:
    """Whether a numbered item behind an answer or a derivation is the next question, no step of it."""
    text = [lines[number].text[item.end() :]]
    for line in lines[number + 1 : number + 30]:
        if not line.text.strip() or _ITEM.match(line.text):
            break
        text.append(line.text)
    return poses("\n".join(text))


def _follows(item: re.Match[str], asked: re.Match[str] | None) -> bool:
    """Whether a numbered line behind a derivation is the next question, no step: it has the next number, or a name."""
    number = _NUMBER.search(item[0])
    before = _NUMBER.search(asked[0]) if asked else None
    return not number or bool(before and int(number[0]) == int(before[0]) + 1) or bool(_NAME.match(item[0]))


def _has_text(lines: Sequence[TextLine], number: int) -> bool:
    """Whether the answer above a blank line has begun already."""
    above = lines[number - 1].text if number else ""
    label = _LABEL.match(above)
    return bool(re.search(r"\w", _MARKUP.sub("", above[label.end() if label else 0 :])))


def _sections(roles: Iterator[tuple[Role, TextLine]]) -> Iterator[_Open]:
    section = _Open()
    for role, line in roles:
        heading = _HEADING.match(line.text) if role == "break" else None
        if role == "break" and (heading or _is_asking(section)):
            yield section
            section = _Open(title=(heading["mark"] or heading["tex"] or "").strip() if heading else "")
        elif (role == "opens" and _ends_at_item(section)) or (
            role == "part" and section.numbered and _is_asking(section)
        ):
            yield section
            section = _Open(section.title, _shared(section), numbered=True, statement=[line])
        elif role in ("opens", "part", "statement"):
            section.parts += role == "part"
            target = section.statement if not section.ours else []
            target.append(line)
        elif role in ("answer", "derivation", "ours"):
            getattr(section, role).append(line)
    yield section


def _ends_at_item(section: _Open) -> bool:
    """Whether an item that asks begins another question, as opposed to ending the one whose conditions are numbered."""
    return section.numbered or not section.parts or _is_asking(section)


def _is_asking(section: _Open) -> bool:
    """By its end, where it is long: this is asked at every numbered line."""
    return asks_for_answer(_text(section.statement[-MOST_LINES:])[-MOST_STATEMENT:])


def _shared(section: _Open) -> str:
    """What was said before the first of several questions: `Let $ABC$ be a triangle with …`."""
    if section.numbered:
        return section.context
    text = _text([line for line in section.statement if not _PREAMBLE.fullmatch(line.text)])
    return text if has_formula(text) and not asks_for_answer(text) and len(text) < MOST_STATEMENT else ""


def _question(section: _Open, in_code: bool) -> Question | None:
    lines = _trimmed([line for line in section.statement if not _PREAMBLE.fullmatch(line.text)])
    if len(_text(lines)) > MOST_STATEMENT:
        lines = _last_that_asks(lines)
    text = _text(lines)
    if section.context:
        text = f"{section.context}\n{text}"
    if not lines or not asks_for_answer(text, in_code):
        return None
    answer = next((found for line in section.answer if (found := stated(_MARKUP.sub("", line.text)))), None)
    if aside := _IN_BRACKETS.search(text):
        answer, text = answer or stated(aside["value"]), text[: aside.start()].rstrip()
    title = "" if section.numbered else section.title
    derivation, ours = (_trimmed(part) for part in (section.derivation, section.ours))
    last = max(line.end for line in (*lines, *_trimmed(section.answer), *derivation, *ours))
    return Question(
        title=title or title_of(text.splitlines())[0],
        statement=without_instruction(text),
        start=lines[0].start,
        statement_end=lines[-1].end,
        end=last,
        answer=answer,
        derivation=(derivation[0].start, derivation[-1].end) if derivation else None,
        ours=(ours[0].start, ours[-1].end) if ours else None,
    )


def _last_that_asks(lines: Sequence[TextLine]) -> list[TextLine]:
    """The last paragraph that asks for something, with the one before it."""
    paragraphs = list(_paragraphs(lines))
    asking = [number for number, each in enumerate(paragraphs) if asks_for_answer(_text(each))]
    if not asking:
        return []
    return [line for each in paragraphs[max(asking[-1] - 1, 0) : asking[-1] + 1] for line in each]


def _paragraphs(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    paragraph: list[TextLine] = []
    for line in lines:
        if line.text.strip():
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _trimmed(lines: Sequence[TextLine]) -> list[TextLine]:
    """Without blank lines at both ends."""
    filled = [number for number, line in enumerate(lines) if line.text.strip()]
    return list(lines[filled[0] : filled[-1] + 1]) if filled else []


def _text(lines: Sequence[TextLine]) -> str:
    return "\n".join(line.text.rstrip() for line in lines).strip()
