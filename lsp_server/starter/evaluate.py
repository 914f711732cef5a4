"""Measures the embedded model: `python -m lsp_server.starter.evaluate --n 40 --samples 8`.

Exercises that were held out of training, by composition and by wording, are answered by sampling; each answer is run
on fresh inputs. Prints pass@1 and pass@k per family and split, and writes them as JSON.
"""

import argparse
import json
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import torch
from rich.console import Console
from rich.table import Table

from lsp_server.engine.fim import FORMATS, fim_prompt
from lsp_server.starter.answering import answer, load
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.curriculum.exercise import Exercise, Family, held_out
from lsp_server.starter.grading import Candidate, code_of, grade, pass_at
from lsp_server.starter.holes import ASKED, Hole, hole
from lsp_server.starter.samples import NothingWantedError, exercise, solve

WEIGHTS = Path(__file__).parent / "weights"

SPLITS: dict[str, Callable[[Exercise], bool]] = {
    "composition": lambda e: held_out(e.family, e.composition),
    "wording": lambda e: held_out(e.family, e.wording) and not held_out(e.family, e.composition),
    "seen": lambda e: not e.held_out,
}
"""`seen` shares composition and wording with the training data; names, styles and examples are fresh."""


@dataclass(frozen=True, slots=True)
class Question:
    split: str
    exercise: Exercise
    prompt: str
    hole: Hole | None = None


def main(argv: Sequence[str] | None = None) -> None:
    options = _options(argv)
    model = load(options.weights)
    rng = Random(options.seed)
    torch.manual_seed(options.seed)  # pyright: ignore[reportUnknownMemberType] — torch leaves its argument untyped
    asked = questions(options.splits, options.families, options.n, options.task, rng)
    began = time.monotonic()
    answers = _answers(model, [q.prompt for q in asked], options)
    answered = time.monotonic()
    pairs = [(q, text) for q, texts in zip(asked, answers, strict=True) for text in texts]
    passed = grade([Candidate(q.exercise, _code(q, text)) for q, text in pairs], rng)
    right = [passed[at : at + options.samples] for at in range(0, len(passed), options.samples)]
    report: dict[str, Any] = (
        summary(asked, right, options)
        | holes(asked, answers, right)
        | {"seconds": {"answering": round(answered - began, 1), "grading": round(time.monotonic() - answered, 1)}}
    )
    show(report)
    if options.out:
        options.out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    if options.failures:
        options.failures.write_text("\n".join(_failures(asked, answers, right)), encoding="utf-8")


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m lsp_server.starter.evaluate", description=__doc__)
    parser.add_argument("--n", type=int, default=40, help="exercises per family and split")
    parser.add_argument("--samples", type=int, default=8)
    parser.add_argument("--temperature", type=float, default=0.5, help="0 is greedy")
    parser.add_argument("--top-p", type=float, default=0.95)
    parser.add_argument("--seed", type=int, default=1_000_003)
    parser.add_argument("--task", choices=("solve", "fill"), default="solve")
    parser.add_argument("--splits", nargs="+", choices=list(SPLITS), default=["composition", "wording"])
    parser.add_argument("--families", nargs="+", default=[family.name for family in FAMILIES])
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--answers", type=Path, help="keep the answers here; if there are some, grade those")
    parser.add_argument("--out", type=Path, help="the report as JSON")
    parser.add_argument("--failures", type=Path, help="wrong answers, to read")
    return parser.parse_args(argv)


def questions(splits: Sequence[str], names: Sequence[str], n: int, task: str, rng: Random) -> list[Question]:
    """`n` for each family and split that has any."""
    made: list[Question] = []
    for family in (family for family in FAMILIES if family.name in names):
        for split in splits:
            try:
                made += [_question(family, split, task, rng) for _ in range(n)]
            except NothingWantedError:
                Console(stderr=True).print(f"{family.name} has no exercise in the split {split}.")
    return made


def _question(family: Family, split: str, task: str, rng: Random) -> Question:
    made = exercise((family,), rng, SPLITS[split])
    if task == "solve":
        return Question(split, made, solve(made).prompt)
    cut = hole(made, (), rng, ASKED)
    return Question(split, made, fim_prompt(FORMATS["starter"], cut.prefix, cut.suffix), cut)


def _code(question: Question, text: str) -> str | None:
    cut = question.hole
    return cut.prefix + text + cut.suffix if cut else code_of(text)


def _answers(model: Any, prompts: Sequence[str], options: argparse.Namespace) -> list[list[str]]:
    """What the model answers, or what it answered: a machine with a GPU may have no sandbox, so that grading waits.

    Raises ValueError when the kept answers are to other questions: seed, counts, or the curriculum have changed.
    """
    kept: Path | None = options.answers
    if kept and kept.is_file():
        asked, answers = json.loads(kept.read_text(encoding="utf-8"))
        if asked != list(prompts):
            raise ValueError(f"{kept} holds answers to other questions. Ask anew, or set PYTHONHASHSEED as then.")
        return answers
    answers = answer(model, options.weights, prompts, options)
    if kept:
        kept.write_text(json.dumps([list(prompts), answers]), encoding="utf-8")
    return answers


def summary(asked: Sequence[Question], right: Sequence[Sequence[bool]], options: argparse.Namespace) -> dict[str, Any]:
    counts: dict[str, dict[str, list[Sequence[bool]]]] = defaultdict(lambda: defaultdict(list))
    for question, passed in zip(asked, right, strict=True):
        for family in (question.exercise.family, "all"):
            for split in (question.split, "all"):
                counts[family][split].append(passed)
    rows = {family: {split: _figures(rows) for split, rows in by.items()} for family, by in counts.items()}
    return {
        "task": options.task,
        "samples": options.samples,
        "temperature": options.temperature,
        "top_p": options.top_p,
        "families": rows,
    }


def holes(
    asked: Sequence[Question], answers: Sequence[Sequence[str]], right: Sequence[Sequence[bool]]
) -> dict[str, Any]:
    """By what is missing, a line (or its end) or a block: how often exactly that was written, and how often it passed.

    Of each question's first answer. Empty when nothing was to be filled.
    """
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for question, texts, passed in zip(asked, answers, right, strict=True):
        if cut := question.hole:
            found["block" if "\n" in cut.middle else "line"].append((texts[0] == cut.middle, passed[0]))
    return {"holes": {kind: _shares(rows) for kind, rows in found.items()}} if found else {}


def _shares(rows: Sequence[tuple[bool, bool]]) -> dict[str, float]:
    exact, passed = (round(sum(each) / len(rows), 4) for each in zip(*rows, strict=True))
    return {"n": len(rows), "exact": exact, "passed": passed}


def _figures(rows: Sequence[Sequence[bool]]) -> dict[str, float]:
    samples = len(rows[0])
    at = {k: sum(pass_at(k, samples, sum(row)) for row in rows) / len(rows) for k in sorted({1, samples})}
    return {"n": len(rows)} | {f"pass@{k}": round(value, 4) for k, value in at.items()}


def show(report: dict[str, Any]) -> None:
    splits = sorted(report["families"]["all"], key=_all_last)
    table = Table(title=f"{report['task']}: pass@1 / pass@{report['samples']} at temperature {report['temperature']}")
    for head in ("family", *splits):
        table.add_column(head)
    for family in sorted(report["families"], key=_all_last):
        row = report["families"][family]
        table.add_row(family, *(_cell(row.get(split), report["samples"]) for split in splits))
    Console(width=120).print(table, report.get("holes", ""), report["seconds"])


def _all_last(name: str) -> tuple[bool, str]:
    return name == "all", name


def _cell(figures: dict[str, float] | None, samples: int) -> str:
    if figures is None:
        return "-"
    return f"{100 * figures['pass@1']:.1f} / {100 * figures[f'pass@{samples}']:.1f} (n={figures['n']:.0f})"


def _failures(
    asked: Sequence[Question], answers: Sequence[Sequence[str]], right: Sequence[Sequence[bool]]
) -> Iterator[str]:
    for question, texts, passed in zip(asked, answers, right, strict=True):
        if not all(passed):
            made, text = question.exercise, texts[passed.index(False)]
            where = f"{made.family} {question.split} {made.composition} | {made.wording}"
            yield f"##### {where} {sum(passed)}/{len(passed)}"
            yield f"{question.prompt}\n--- answered\n{text}\n--- expected\n{made.answer}\n"


if __name__ == "__main__":
    main()
