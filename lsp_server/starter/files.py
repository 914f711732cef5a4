"""Exercises written into a file as people write them, and read back by the product's own eyes.

What the model is asked in production has been through a docstring or a comment: wrapped lines, a title made from the
first sentence, examples in many forms, types taken from examples. Knows no torch.
"""

import textwrap
from collections.abc import Callable
from dataclasses import replace
from random import Random

from lsp_server import prompts
from lsp_server.errors import VibeError
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Example, Problem, Signature
from lsp_server.problem.syntax import Document
from lsp_server.starter.curriculum.exercise import Exercise

WIDTHS = (60, 68, 72, 76, 79, 84, 88, 100, 110, 400)


def reread(made: Exercise, rng: Random) -> Exercise:
    """`made` with its problem as the product finds it in a file; as it was where the product reads something else."""
    try:
        found = find_problems(Document(written(made, rng), "python"))
    except VibeError:
        return made
    if len(found) != 1 or not _same_task(made.problem, found[0]):
        return made
    problem = found[0].model_copy(update={"order": made.problem.order})
    code = _with_head(made.code, made.problem.signature, problem.signature)
    return replace(made, problem=problem, code=code, answer=made.answer.replace(made.code, code))


def written(made: Exercise, rng: Random) -> str:
    """A file that holds nothing but the statement, as docstring or comment, and the stub."""
    head = prompts.starter_code(made.problem.signature)
    indent = "        " if made.problem.signature.kind == "method" else "    "
    told = _told(made.problem, rng)
    if made.problem.signature.kind == "function" and rng.random() < 0.3:
        comment = textwrap.indent(told, "# ", lambda _: True)
        return f"{comment}\n{head}\n{indent}pass\n"
    quoted = f'"""{told}\n{indent}"""' if rng.random() < 0.6 else f'"""\n{told}\n"""'
    body = textwrap.indent(quoted, indent).replace(f'{indent * 2}"""', f'{indent}"""')
    return f"{head}\n{body}\n{indent}pass\n"


def _told(problem: Problem, rng: Random) -> str:
    """Title, statement, examples in one of the forms people use, constraints."""
    width = rng.choice(WIDTHS)
    parts = [problem.title] if problem.title else []
    parts += ["\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in problem.statement.splitlines())]
    form = rng.choice(_FORMS)
    parts += [form(problem.signature, example, number) for number, example in enumerate(problem.examples, 1)]
    if problem.constraints:
        parts.append("Constraints:\n" + "\n".join(f"- {line}" for line in problem.constraints))
    return "\n\n".join(parts).replace("\\", "\\\\").replace('"""', "'''")


def _leetcode(_signature: Signature, example: Example, number: int) -> str:
    return f"Example {number}:\n{prompts.example_text(example)}"


def _doctest(signature: Signature, example: Example, _number: int) -> str:
    return f">>> {_call(signature, example)}\n{example.expected!r}"


def _equation(signature: Signature, example: Example, _number: int) -> str:
    return f"{_call(signature, example)} == {example.expected!r}"


def _arrow(signature: Signature, example: Example, _number: int) -> str:
    return f"{_call(signature, example)} -> {example.expected!r}"


_FORMS: tuple[Callable[[Signature, Example, int], str], ...] = (_leetcode, _leetcode, _doctest, _equation, _arrow)


def _call(signature: Signature, example: Example) -> str:
    return f"{signature.name}({', '.join(map(repr, (example.inputs or {}).values()))})"


def _same_task(asked: Problem, found: Problem) -> bool:
    left, right = asked.signature, found.signature
    same_names = [p.name for p in left.params] == [p.name for p in right.params]
    same_place = (left.name, left.kind, left.owner) == (right.name, right.kind, right.owner)
    return same_names and same_place and len(asked.examples) == len(found.examples)


def _with_head(code: str, old: Signature, new: Signature) -> str:
    """`code` under the head that the product shows the model: it may have found types that the stub lacks."""
    return code.replace(prompts.starter_code(old), prompts.starter_code(new), 1)
