"""Pairs of a slow function, as people write it, and the faster one that does the same. Knows no torch.

The slow one has a docstring or none, and names of its own for what it counts; both have one name and one signature, so
that the fast body can take the place of the slow one.
"""

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from lsp_server import prompts
from lsp_server.starter.curriculum import faster
from lsp_server.starter.curriculum.exercise import Draft, Exercise, dress, written_code
from lsp_server.starter.curriculum.table import draft_of

FAMILY = "faster"
LOCALS = {
    "result": ("result", "res", "out", "found", "ans", "output"),
    "count": ("count", "cnt", "c", "hits", "amount"),
    "total": ("total", "s", "acc", "summed", "t"),
    "best": ("best", "longest", "m", "best_so_far", "record"),
    "x": ("x", "v", "num", "item", "el", "value"),
    "y": ("y", "w", "other", "second"),
    "rest": ("rest", "left_over", "remaining", "copy"),
    "seen": ("seen", "visited", "so_far", "known_values"),
}
"""What slow functions call their variables; the first is what the tables write."""


@dataclass(frozen=True, slots=True)
class Pair:
    """`made` is the exercise whose solution is the fast function; `slow` is the whole slow one, without a class."""

    made: Exercise
    slow: str
    growth: str
    hot_line: str


def pair(rng: Random, wanted: Callable[[Exercise], bool] = lambda made: not made.held_out) -> Pair:
    """A pair that is `wanted`; by default one that may be trained on."""
    while True:
        op = rng.choices(faster.OPS, [op.combinations.bit_length() for op in faster.OPS])[0]
        draft = draft_of(op, faster.WORDINGS[op.key], rng)
        fast, *slow = draft.body.split(f"\n{faster.MARK}")
        made = dress(FAMILY, replace(draft, body=fast), rng)
        if wanted(made):
            growth, _, body = rng.choice(slow).partition("\n")
            return _pair(made, growth, _renamed(body, draft, rng), rng)


def request(found: Pair, rng: Random) -> str:
    """The body of the prompt, with or without what would have been measured."""
    growth = found.growth if rng.random() < 0.6 else ""
    hot_line = found.hot_line if rng.random() < 0.5 else ""
    variables = {"code": found.slow, "growth": growth, "hot_line": hot_line, "earlier": "", "reason": ""}
    return prompts.render(prompts.load("optimize"), variables | {"language": "Python", "fence": "python"}).body


def answer(made: Exercise) -> str:
    """Reasoning and the fast function, without the class around it."""
    code = without_class(made.code)
    return f"<think>\n{made.draft.reasoning}\n</think>\n\n```python\n{code}\n```"


def without_class(code: str) -> str:
    head, _, rest = code.partition("\n")
    return textwrap.dedent(rest) if head.startswith("class ") else code


def _pair(made: Exercise, growth: str, body: str, rng: Random) -> Pair:
    slow = without_class(written_code(made.problem.signature, body))
    working = [line for line in slow.splitlines()[1:] if not line.strip().startswith(("return ", "break"))]
    deepest = max(working or [""], key=lambda line: len(line) - len(line.lstrip()))
    if rng.random() < 0.6:
        head, _, rest = slow.partition("\n")
        said = textwrap.fill(made.problem.statement, rng.choice((68, 79, 100)), subsequent_indent="    ")
        slow = f'{head}\n    """{said}"""\n{rest}'
    return Pair(made, slow, growth, deepest.strip())


def _renamed(body: str, draft: Draft, rng: Random) -> str:
    """`body` with other names for its variables, none of which it uses already."""
    used = {*re.findall(r"\w+", body), *(name for name, _ in draft.params)}
    for name, others in LOCALS.items():
        free = [other for other in others if other == name or other not in used]
        if name in used and name not in (param for param, _ in draft.params):
            chosen = rng.choice(free)
            body = re.sub(rf"(?<!\.)\b{name}\b", chosen, body)
            used.add(chosen)
    return body
