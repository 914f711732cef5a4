"""Examples as TopCoder shows them: a number with a bracket, the arguments line by line, `Returns:` and the result."""

import re
from collections.abc import Sequence

from lsp_server.problem.examples.raw import Labelled

_NUMBER = re.compile(r"\s*\d{1,2}\)\s*(?P<rest>.*)$")
_RETURNS = re.compile(r"\s*Returns:\s*(?P<value>\S.*?)\s*$")
_BRACES = str.maketrans("{}", "[]")
MOST_LINES = 30


def find_numbered(texts: Sequence[str]) -> tuple[list[Labelled], frozenset[int]]:
    """The examples, and their lines."""
    found: list[Labelled] = []
    for first, text in enumerate(texts):
        opened = _NUMBER.match(text)
        last = _result_of(texts, first) if opened else 0
        if opened and last:
            given = [opened["rest"], *(line.strip() for line in texts[first + 1 : last])]
            value = texts[last].partition(":")[2].strip()
            lines = (line.translate(_BRACES) for line in given if line)
            found.append(Labelled(first, last, "\n".join(lines), value.translate(_BRACES)))
    return found, frozenset(line for raw in found for line in range(raw.first, raw.last + 1))


def _result_of(texts: Sequence[str], first: int) -> int:
    """The line that says what an example returns; 0 when the next example or too much else comes before."""
    for line in range(first + 1, min(first + MOST_LINES, len(texts))):
        if _RETURNS.match(texts[line]):
            return line
        if _NUMBER.match(texts[line]):
            return 0
    return 0
