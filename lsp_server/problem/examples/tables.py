"""Examples in a Markdown table: a column for the output, the others for the input, one example in a row."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence

from lsp_server.problem.examples.labels import label_of
from lsp_server.problem.examples.raw import Labelled
from lsp_server.problem.examples.unreadable import unreadable
from lsp_server.problem.values import is_value

_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*")
_CELL = re.compile(r"(?<!\\)\|")
_OUTPUT = re.compile(r"(?:expected|result|returns?|answer|结果|答案)\b.*", re.IGNORECASE)
_CALL = re.compile(r"[A-Za-z_]\w*\(\w+(?:,\s*\w+)*\)")
"""`to_roman(n)`: what the function gives, beside a column `n`."""
_ASIDE = frozenset({"explanation", "example", "note"})
_NAME = re.compile(r"`?([^\W\d]\w*)`?")
_TAB = re.compile(r"\s*\t\s*")
_HEAD = re.compile(r"[A-Za-z_]\w*(?:\.(?i:txt))?|№|#")
_FILES = {"input.txt": "input", "output.txt": "output"}
_NUMBER = re.compile(r"#|№|no\.?|\d+", re.IGNORECASE)


def find_tables(texts: Sequence[str]) -> tuple[list[Labelled], frozenset[int]]:
    """The examples, and the lines of all tables that hold some."""
    found: list[Labelled] = []
    used: set[int] = set()
    for first, heads, rows in _tables(texts):
        raws = _of_table(heads, rows)
        found += raws
        used.update(range(first, rows[-1][0] + 1) if raws else ())
    return found, frozenset(used)


def find_unheaded(texts: Sequence[str]) -> list[Labelled]:
    """The rows of tables whose heads are names and do not tell which is the result: that of the last column, if any."""
    found: list[Labelled] = []
    for _, heads, rows in _tables(texts):
        names = [_NAME.fullmatch(head.strip("*")) for head in heads]
        if len(heads) > 1 and all(names) and not any(_kind(head) == "output" for head in heads):
            found += _rows(heads, rows, range(len(heads) - 1), len(heads) - 1, weak=True, bare=True)
    return found


def _tables(texts: Sequence[str]) -> Iterator[tuple[int, list[str], list[tuple[int, list[str]]]]]:
    """The line of the heads, the heads, and each row with its line."""
    for line, text in enumerate(texts):
        if line and _RULE.fullmatch(text) and "|" in text and "|" in texts[line - 1]:
            end = next((row for row in range(line + 1, len(texts)) if "|" not in texts[row]), len(texts))
            yield line - 1, _cells(texts[line - 1]), [(row, _cells(texts[row])) for row in range(line + 1, end)]
        elif "\t" in text and all(map(_HEAD.fullmatch, _TAB.split(text.strip()))):
            yield line, _TAB.split(text.strip()), list(_tabbed(texts, line))


def _tabbed(texts: Sequence[str], line: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table that was copied from a page, a tab between its cells, below its heads."""
    for row in range(line + 1, len(texts)):
        cells = _TAB.split(texts[row].strip())
        if len(cells) < 2:
            return
        yield row, cells


def _cells(text: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in _CELL.split(text.strip().strip("|"))]


def _of_table(heads: Sequence[str], rows: Sequence[tuple[int, list[str]]]) -> list[Labelled]:
    kinds = [_kind(head) for head in heads]
    if kinds.count("output") != 1:
        return []
    given = [index for index, kind in enumerate(kinds) if kind == "input"]
    wanted = kinds.index("output")
    return _rows(heads, rows, given, wanted, weak=False, bare=bool(_CALL.fullmatch(heads[wanted].strip("*` "))))


def _rows(
    heads: Sequence[str],
    rows: Sequence[tuple[int, list[str]]],
    given: Sequence[int],
    wanted: int,
    *,
    weak: bool,
    bare: bool,
) -> list[Labelled]:
    texts = {
        column
        for column in given
        if _param(heads[column]) and _holds_text(cells[column] for _, cells in rows if len(cells) > column)
    }
    return [
        Labelled(
            line,
            line,
            _given(heads, cells, given, texts),
            _value(cells[wanted]),
            weak=weak,
            bare=bare,
            empty=any(not cells[column] for column in texts),
        )
        if len(cells) == len(heads) and cells[wanted]
        else unreadable(line, line)
        for line, cells in rows
        if given and any(cells)
    ]


def _holds_text(cells: Iterable[str]) -> bool:
    """Whether a column has text without quotes: there an empty cell may be the empty text."""
    return any(cell and not is_value(_value(cell)) for cell in cells)


def _kind(head: str) -> str:
    """What a column holds: "input", "output" or something else."""
    if file := _FILES.get(head.lower()):
        return file
    label = label_of(head.strip("*` "))
    if label and label.kind in ("input", "output"):
        return label.kind
    if _OUTPUT.fullmatch(head.strip("*` ")) or _CALL.fullmatch(head.strip("*` ")):
        return "output"
    return "aside" if (label and label.kind in _ASIDE) or _NUMBER.fullmatch(head) else "input"


def _given(heads: Sequence[str], cells: Sequence[str], columns: Sequence[int], texts: Container[int]) -> str:
    """`nums = [1], k = 2`: columns that are headed by a parameter give its name. `texts`: those of text."""
    parts: list[str] = []
    for column in columns:
        name, value = _param(heads[column]), _value(cells[column]) or ('""' if column in texts else "")
        parts.append(f"{name} = {value}" if name else value)
    return ", ".join(parts)


def _param(head: str) -> str:
    """The parameter that a column is headed by; "" when it is headed by a label or by words."""
    name = _NAME.fullmatch(head.strip("*"))
    return name[1] if name and not label_of(head.strip("*` ")) else ""


def _value(cell: str) -> str:
    """A cell without the marks of code, with its breaks as lines."""
    plain = re.sub(r"<br\s*/?>", "\n", cell)
    return "\n".join(part.strip().strip("`").strip() for part in plain.split("\n"))
