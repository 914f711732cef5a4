"""What the commands on problems do: calls the rooms, prints, returns the exit status. On the machine: `machine`.

0: all is well. 1: something did not pass. Errors are raised; `cli.main` turns them into a sentence and status 2.
What a program reads (JSON, a patch) goes to stdout; people's text goes to stderr.
"""

import asyncio
import json
import sys
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from pathlib import Path
from typing import Any, TypeVar

from lsp_server import live, settings, source, store, terminal
from lsp_server.engine import client
from lsp_server.errors import NoProblemError, ProblemError, VibeError
from lsp_server.judge.maths import verify
from lsp_server.problem.function import find_function
from lsp_server.problem.model import Cursor, Frozen, Problem, Replacement
from lsp_server.problem.place import splice
from lsp_server.settings import Settings
from lsp_server.tasks import events
from lsp_server.tasks import report as reports
from lsp_server.tasks.check import check as check_task
from lsp_server.tasks.hint import hint as hint_task
from lsp_server.tasks.optimize import optimize as optimize_task
from lsp_server.tasks.solve import solve as solve_task

Final = events.Solved | events.Unverified | events.GaveUp
End = TypeVar("End", bound=events.Event)

_ENDS_OF_SOLVING = (events.Solved, events.Unverified, events.GaveUp)


def inspect(place: str, as_json: bool, language: str | None) -> int:
    asked = source.read(place, language)
    problems = asked.problems() if asked.line is not None else asked.all_problems()
    if as_json:
        print_json([problem.model_dump(mode="json") for problem in problems])
        return 0
    for problem in asked.problems():
        terminal.show_problem(asked.path, problem)
    return 0


def check(places: Sequence[str], as_json: bool, language: str | None) -> int:
    options = settings_of_user()
    asked = [source.read(place, language) for place in places]
    statuses = [asyncio.run(_check(one, problem, options, as_json)) for one, problem in _wanted(asked)]
    return 0 if all(status == "passed" for status in statuses) else 1


def maths(path: str, expected: str | None, as_json: bool) -> int:
    """1 when the answer is wrong, a step is refuted, or nothing could be checked."""
    verdict = asyncio.run(verify(source.text(path), expected, settings_of_user().sandbox))
    if as_json:
        print_json({"path": path, **verdict.model_dump(mode="json")})
    else:
        terminal.show_maths(verdict, title=path)
    refuted = any(step.status == "refuted" for step in verdict.steps)
    return 1 if refuted or verdict.status in ("wrong", "unsupported", "error") else 0


def _wanted(asked: Sequence[source.Source]) -> list[tuple[source.Source, Problem]]:
    """What is to be run. `check *.py` is a fair wish, so a file without problems among others is only mentioned."""
    wanted = list[tuple[source.Source, Problem]]()
    for one in asked:
        try:
            wanted += [(one, problem) for problem in one.problems()]
        except NoProblemError as error:
            if one.line is not None or len(asked) == 1:
                raise
            terminal.show_state(str(error))
    if not wanted:
        raise NoProblemError("There is nothing to check: none of these files holds a problem.")
    return wanted


async def _check(asked: source.Source, problem: Problem, options: Settings, as_json: bool) -> str:
    verdict = await check_task(asked.document, problem, options)
    line = problem.region.start.line
    if as_json:
        where = {"path": asked.path, "line": line, "language": problem.language, "title": problem.title}
        print_json({**where, **verdict.model_dump(mode="json")})
    else:
        terminal.show_verdict(verdict, title=f"{problem.title}  {asked.path}:{line}")
        if not problem.has_code:
            what = "a derivation" if problem.signature.kind == "maths" else "code"
            terminal.show_state(f"To have {what} written: vibe-lsp solve {asked.path}:{line}")
    return verdict.status


def solve(place: str, language: str | None, *, as_json: bool, as_diff: bool, write: bool, **chosen: int | None) -> int:
    """`chosen`: fields of `SolveSettings` that the command line sets; None leaves the user's setting."""
    _refuse_mixed_output(place, as_json=as_json, as_diff=as_diff, write=write)
    asked = source.read(place, language)
    problem = asked.only_problem()
    options = settings_of_user(**chosen)
    final = asyncio.run(_end_of(solve_task, asked, problem, options, _ENDS_OF_SOLVING, store.open_store(options)))
    terminal.show_end(final)
    good = _good(final)
    if not isinstance(final, events.GaveUp):
        _give(asked, final.replacement, quiet=as_json, as_diff=as_diff, write=write and good)
    if write and not good:
        terminal.show_state(f"{asked.name} was not changed")
    if as_json:
        status = {"solved": "verified", "unverified": "unverified", "gave_up": "failed"}[final.kind]
        _print_outcome(asked, problem, status, final)
    return 0 if good else 1


def _good(final: Final) -> bool:
    """Whether it is verified, or there was nothing to verify it against. Code that could not be run is not."""
    match final:
        case events.Solved():
            return True
        case events.Unverified(verdict=verdict):
            return verdict.status == "no_examples"
        case events.GaveUp():
            return False


def _refuse_mixed_output(place: str, *, as_json: bool, as_diff: bool, write: bool) -> None:
    """Standard output is for one thing. Raises ProblemError."""
    of_input = place.partition(":")[0] == source.STANDARD_INPUT
    named = {"--json": as_json, "--diff": as_diff, "--write": write and (of_input or as_diff)}
    if len(chosen := [name for name, is_chosen in named.items() if is_chosen]) > 1:
        raise ProblemError(f"{' and '.join(chosen)} would both print the solution. Choose one of them.")


async def _end_of(
    task: Callable[..., AsyncGenerator[events.Event, None]],
    asked: source.Source,
    problem: Problem,
    options: Settings,
    ends: tuple[type[End], ...],
    *further: Any,
) -> End:
    """The event that ends `task`, which is shown while it runs, with a connection to the model of its own."""
    engine = client.connect(options.engine, on_state=terminal.show_state)
    events_of_task = task(asked.document, problem, engine, options, *further)
    async with aclosing(engine), aclosing(events_of_task) as stream:
        return await live.follow_to(stream, ends)


def _give(asked: source.Source, edit: Replacement, quiet: bool, as_diff: bool, write: bool) -> None:
    """The edit, in the way that was asked for; shown when nothing else was."""
    text = asked.document.text
    if write:
        try:
            asked.write(splice(text, edit))
        except VibeError:
            terminal.show_diff(terminal.diff(asked.path, text, edit))  # it took a while to find; it must not get lost
            raise
        if asked.path != source.STANDARD_INPUT:
            terminal.show_state(f"wrote {asked.path}")
    elif as_diff:
        sys.stdout.write(terminal.diff(asked.path, text, edit))
    elif not quiet:
        terminal.show_diff(terminal.diff(asked.path, text, edit))


def _print_outcome(
    asked: source.Source, problem: Problem, status: str, final: Frozen, without: frozenset[str] = frozenset()
) -> None:
    """What `--json` prints of solve, optimize and hint."""
    where = {"path": asked.path, "line": problem.region.start.line, "title": problem.title, "status": status}
    print_json({**where, **final.model_dump(mode="json", exclude={"kind", *without})})


def optimize(
    place: str,
    language: str | None,
    *,
    as_json: bool,
    as_diff: bool,
    write: bool,
    report: str | None,
    **chosen: int | None,
) -> int:
    """0 when a faster version was found. `report`: where its report is written as Markdown."""
    _refuse_mixed_output(place, as_json=as_json, as_diff=as_diff, write=write)
    asked = source.read(place, language)
    if asked.line is None:
        raise ProblemError("Which function is meant? Name a line of it: `vibe-lsp optimize PATH:LINE`.")
    problem = find_function(asked.document, Cursor(line=asked.line))
    ends = (events.Optimized, events.NotFaster)
    final = asyncio.run(_end_of(optimize_task, asked, problem, settings_of_user(**chosen), ends))
    terminal.show_optimized(final)
    if isinstance(final, events.Optimized):
        _give(asked, final.replacement, quiet=as_json, as_diff=as_diff, write=write)
    if report:
        _write_report(report, reports.markdown(final, problem.signature.name))
    if as_json:
        _print_outcome(asked, problem, "faster" if isinstance(final, events.Optimized) else "not_faster", final)
    return 0 if isinstance(final, events.Optimized) else 1


def hint(place: str, language: str | None, number: int, as_json: bool) -> int:
    """0 when there are hints. Shows the hint of that `number`, the last one if there are not so many."""
    asked = source.read(place, language)
    problem = asked.only_problem()
    options = settings_of_user()
    ends = (events.Hinted, events.GaveUp)
    final = asyncio.run(_end_of(hint_task, asked, problem, options, ends, store.open_store(options)))
    if as_json:
        status = "hinted" if isinstance(final, events.Hinted) else "failed"
        _print_outcome(asked, problem, status, final, without=frozenset({"code"}))
    elif isinstance(final, events.Hinted):
        terminal.show_hint(final, number)
    else:
        terminal.show_end(final.model_copy(update={"code": None, "verdict": None}))
    return 0 if isinstance(final, events.Hinted) else 1


def _write_report(path: str, text: str) -> None:
    try:
        Path(path).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ProblemError(f"The report {path} cannot be written: {error.strerror}.") from error
    terminal.show_state(f"wrote {path}")


def settings_of_user(**chosen: int | None) -> Settings:
    """The settings of this user; a wrong one is reported and its default used."""
    options, problems = settings.load({"solve": chosen})
    for sentence in problems:
        terminal.console.print(f"[yellow]{terminal.safe(sentence)}[/]")
    return options


def print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
