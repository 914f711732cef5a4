"""What a press on "Solve this problem" comes to with the embedded model, and what its repairs are worth.

`python -m tests.benchmarks.solving [--n 90] [--samples 4] [--repairs 2] [--model NAME] [--seed K]`
Held-out exercises that show an example, each written into a file as people write them, go through the whole task:
found in the file, answered by the resident engine, judged in the sandbox. What was offered is run once more on inputs
that the statement does not show: an answer that fails there passed its examples by luck.
"""

import argparse
import asyncio
import dataclasses
from collections import Counter
from contextlib import aclosing
from random import Random

from lsp_server import settings
from lsp_server.engine import client
from lsp_server.engine.client import Engine
from lsp_server.errors import VibeError
from lsp_server.problem.locate import find_problems
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.curriculum.exercise import Exercise
from lsp_server.starter.files import written
from lsp_server.starter.grading import Candidate, grade
from lsp_server.starter.samples import exercise
from lsp_server.tasks.events import GaveUp, Repairing, Solved, Unverified
from lsp_server.tasks.solve import solve

SEED = 1_000_003


@dataclasses.dataclass(frozen=True, slots=True)
class Pressed:
    """How one press ended: the code, whether it was offered as verified or only on asking, after how many repairs, in
    what time. `warned`: that its examples say little."""

    code: str | None
    repairs: int
    seconds: float
    verified: bool = True
    warned: bool = False


def asked(count: int, rng: Random) -> list[tuple[Exercise, Document]]:
    """The same number of each family; what the product finds as one problem with just the examples that stand there."""
    found: list[tuple[Exercise, Document]] = []
    while len(found) < count:
        made = exercise((FAMILIES[len(found) % len(FAMILIES)],), rng, lambda one: one.held_out)
        document = Document(written(made, rng), "python")
        problems = find_problems(document)
        if made.problem.examples and [len(one.examples) for one in problems] == [len(made.problem.examples)]:
            found.append((made, document))
    return found


async def pressed(document: Document, engine: Engine, options: Settings) -> Pressed:
    repairs = 0
    (problem,) = find_problems(document)
    async with aclosing(solve(document, problem, engine, options, None)) as events:
        async for event in events:
            match event:
                case Repairing(round=number):
                    repairs = number
                case Solved():
                    return Pressed(event.code, repairs, event.seconds, warned=bool(event.caution))
                case Unverified():
                    return Pressed(event.code, repairs, event.seconds, verified=False)
                case GaveUp():
                    return Pressed(None, repairs, event.seconds)
                case _:
                    pass
    raise AssertionError("a task ended without its last event")


def show(ended: list[Pressed], right: list[bool]) -> None:
    count = len(ended)
    both = list(zip(ended, right, strict=True))
    verified = [(one, fine) for one, fine in both if one.code and one.verified]
    print(f"verified: {len(verified)} of {count} ({len(verified) / count:.1%})")
    for repairs, solved in sorted(Counter(one.repairs for one, _ in verified).items()):
        print(f"  {f'after {repairs} repairs' if repairs else 'in the first batch'}: {solved}")
    wrong = "wrong on inputs that were not shown"
    for warned, name in ((False, "without a caution"), (True, "with a caution")):
        of_these = [fine for one, fine in verified if one.warned == warned]
        print(f"  {name}: {len(of_these)}, {wrong}: {of_these.count(False)}")
    asked_for = [fine for one, fine in both if one.code and not one.verified]
    print(f"offered as unverified: {len(asked_for)}, {wrong}: {asked_for.count(False)}")
    times = sorted(one.seconds for one in ended)
    print(f"seconds: median {times[count // 2]:.1f}, p95 {times[int(0.95 * count)]:.1f}")


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, default=90)
    parser.add_argument("--samples", type=int, default=4)
    parser.add_argument("--repairs", type=int, default=2)
    parser.add_argument("--model", default="starter")
    parser.add_argument("--seed", type=int, default=SEED)
    wanted = parser.parse_args()
    solving = {"samples": wanted.samples, "repair_rounds": wanted.repairs}
    options, _ = settings.load({"engine": {"model": wanted.model}, "solve": solving})
    rng = Random(wanted.seed)
    questions = asked(wanted.n, rng)
    ended: list[Pressed] = []
    async with aclosing(client.connect(options.engine)) as engine:
        for made, document in questions:
            try:
                ended.append(await pressed(document, engine, options))
            except VibeError as error:
                print(f"{made.composition}: {error}", flush=True)
                ended.append(Pressed(None, 0, 0.0))
            print(f"{len(ended)} of {wanted.n}", end="\r", flush=True)
    candidates = [Candidate(made, one.code) for (made, _), one in zip(questions, ended, strict=True)]
    show(ended, await asyncio.to_thread(grade, candidates, rng))


if __name__ == "__main__":
    asyncio.run(main())
