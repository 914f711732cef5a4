"""Fill-in-the-middle exercises: a file as it stands in an editor, with a hole where the cursor is.

A file holds one to three functions, each with its statement as a docstring or as a comment above it. The hole is the
rest of a line, a whole line, a few lines, or the whole body of one function.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from lsp_server import prompts
from lsp_server.problem.model import Problem
from lsp_server.starter.curriculum.exercise import Exercise

WIDTHS = (60, 72, 88, 100, 400)
LEARNED = ("line", "line", "line", "lines", "body", "body", "body")
"""No rest of a line: the model is asked to write the whole line and is given its beginning (engine/fim.py)."""
ASKED = ("rest", "rest", "line", "line", "lines", "body")


@dataclass(frozen=True, slots=True)
class Hole:
    prefix: str
    middle: str
    suffix: str


def hole(target: Exercise, others: Sequence[Exercise], rng: Random, kinds: Sequence[str] = LEARNED) -> Hole:
    """A file with `target` and `others` in it, and a hole of one of `kinds` in the body of `target`."""
    head, body = _documented(target, rng)
    start, end = _cut(body, rng.choice(kinds), rng)
    before = "".join(sum((_documented(other, rng) for other in others), ())) if others else ""
    after = rng.choice(("", "", "\n")) if rng.random() < 0.8 else "\n\n\ndef main():\n    pass\n"
    gap = "\n\n" if before else ""
    return Hole(before + gap + head + body[:start], body[start:end], body[end:] + after)


def _documented(exercise: Exercise, rng: Random) -> tuple[str, str]:
    """The definition with its statement, and the body below it."""
    lines = exercise.code.splitlines(keepends=True)
    at = next(number for number, line in enumerate(lines) if line.lstrip().startswith("def ")) + 1
    indent = lines[at - 1][: len(lines[at - 1]) - len(lines[at - 1].lstrip())] + "    "
    told = _told(exercise.problem, rng)
    head, body = "".join(lines[:at]), "".join(lines[at:]) + "\n"
    if exercise.problem.signature.kind == "function" and rng.random() < 0.25:
        return textwrap.indent(told, "# ", lambda _: True) + "\n" + head, body
    quoted = f'"""{told}"""' if "\n" not in told else f'"""\n{told}\n"""'
    return head + textwrap.indent(quoted, indent) + "\n", body


def _told(problem: Problem, rng: Random) -> str:
    width = rng.choice(WIDTHS)
    told = "\n".join(textwrap.fill(part, width) for part in problem.statement.splitlines())
    if problem.examples and rng.random() < 0.4:
        told += "\n\nExample:\n" + prompts.example_text(problem.examples[0])
    return told.replace('"""', "'''")


def _cut(body: str, kind: str, rng: Random) -> tuple[int, int]:
    """Where the hole starts and ends in `body`."""
    lines = body.splitlines(keepends=True)
    number = rng.randrange(len(lines))
    start = sum(map(len, lines[:number]))
    line = lines[number].rstrip("\n")
    indent = len(line) - len(line.lstrip())
    if kind == "rest":
        return start + rng.randint(indent, max(indent, len(line) - 1)), start + len(line)
    if kind == "line":
        return start + indent, start + len(line)
    if kind == "lines":
        last = rng.randrange(number, min(len(lines), number + 3))
        return start + indent, sum(map(len, lines[: last + 1])) - 1
    return len(body) - len(body.lstrip(" ")), len(body) - 1
