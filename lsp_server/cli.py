"""The `vibe-lsp` command: parses, calls, prints. No logic.

What a program reads (JSON, a patch) goes to stdout; people's text goes to stderr.
Exit status: 0 all is well, 1 something did not pass, 2 the command was misused or could not run.
"""

import asyncio
import json
import subprocess
import sys
from contextlib import aclosing
from dataclasses import asdict
from typing import Annotated, Any

import typer

from lsp_server import __version__, doctor, settings, source, store, terminal
from lsp_server.engine import client, launcher
from lsp_server.engine.wire import Health
from lsp_server.errors import VibeError
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.place import splice
from lsp_server.settings import Settings
from lsp_server.tasks import events
from lsp_server.tasks.check import check as check_task
from lsp_server.tasks.solve import solve as solve_task

app = typer.Typer(
    name="vibe-lsp",
    help="Solves the problem under the cursor with a model on this machine, and shows that the answer is right.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

engine_app = typer.Typer(help="The process that keeps the model resident.", no_args_is_help=True)
model_app = typer.Typer(help="The models on this machine.", no_args_is_help=True)
app.add_typer(engine_app, name="engine")
app.add_typer(model_app, name="model")

TAKES_PLACES = {"ignore_unknown_options": True}
"""So that `-:12`, line 12 of standard input, is no option; `source.read` refuses real mistakes."""

Places = Annotated[list[str], typer.Argument(metavar="PATH[:LINE]...", help="Files, or `-` for standard input.")]
Place = Annotated[str, typer.Argument(metavar="PATH[:LINE]", help="A file, or `-` for standard input.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON to stdout.")]
LanguageName = Annotated[str | None, typer.Option("--language", help="Language of standard input.")]


def main() -> None:
    """Entry point. Errors meant for the user become one sentence and exit status 2."""
    try:
        app()
    except VibeError as error:
        terminal.complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


@app.callback(invoke_without_command=True)
def _top(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(__version__)
        raise typer.Exit


@app.command()
def serve(
    tcp: Annotated[str | None, typer.Option(metavar="HOST:PORT", help="Listen on a TCP port.")] = None,
    ws: Annotated[str | None, typer.Option(metavar="HOST:PORT", help="Listen on a WebSocket.")] = None,
) -> None:
    """Run the language server, over standard input and output unless told otherwise."""
    from lsp_server import server  # not needed by the other commands, and it takes a third of a second

    server.serve(tcp=_address(tcp), ws=_address(ws))


@app.command(context_settings=TAKES_PLACES)
def inspect(place: Place, as_json: AsJson = False, language: LanguageName = None) -> None:
    """Show the problems found in a file, or at one line of it."""
    asked = source.read(place, language)
    problems = asked.problems() if asked.line is not None else find_problems(asked.document)
    if as_json:
        _print_json([problem.model_dump(mode="json") for problem in problems])
        return
    for problem in problems:
        terminal.show_problem(asked.path, problem)
    if not problems:
        terminal.console.print("No problem was found. A docstring or comment with examples is one.")


@app.command(context_settings=TAKES_PLACES)
def check(places: Places, as_json: AsJson = False, language: LanguageName = None) -> None:
    """Run the code that stands in a file against its own examples."""
    options = _settings()
    statuses: list[str] = []
    for asked in [source.read(place, language) for place in places]:
        for problem in asked.problems():
            verdict = asyncio.run(check_task(asked.document, problem, options))
            statuses.append(verdict.status)
            where = {"path": asked.path, "line": problem.region.start.line, "language": problem.language}
            if as_json:
                _print_json({**where, "title": problem.title, **verdict.model_dump(mode="json")})
            else:
                terminal.show_verdict(verdict, title=f"{problem.title}  {asked.path}:{problem.region.start.line}")
    raise typer.Exit(0 if all(status == "passed" for status in statuses) else 1)


@app.command(context_settings=TAKES_PLACES)
def solve(
    place: Place,
    as_json: AsJson = False,
    as_diff: Annotated[bool, typer.Option("--diff", help="Print the edit as a patch to stdout.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the solution into the file.")] = False,
    samples: Annotated[int | None, typer.Option(min=1, max=64, help="Candidates decoded in one batch.")] = None,
    budget: Annotated[int | None, typer.Option(min=64, help="Tokens of thought.")] = None,
    language: LanguageName = None,
) -> None:
    """Solve a problem: stream the reasoning, run each candidate against the examples, end with a verdict."""
    asked = source.read(place, language)
    problem = asked.only_problem()
    final = asyncio.run(_solve(asked, problem, _settings(samples=samples, budget=budget)))
    terminal.show_end(final)
    changed = final if isinstance(final, events.Solved | events.Unverified) else None
    if changed:
        _give(asked, changed.replacement, quiet=as_json, as_diff=as_diff, write=write)
    if as_json:
        _print_json(_outcome(asked, problem, final))
    raise typer.Exit(0 if changed else 1)


def _give(asked: source.Source, edit: Replacement, quiet: bool, as_diff: bool, write: bool) -> None:
    """The edit, in the way that was asked for; shown when nothing else was."""
    text = asked.document.text
    if write:
        asked.write(splice(text, edit))
        terminal.show_state(f"wrote {asked.path}")
    elif as_diff:
        sys.stdout.write(terminal.diff(asked.path, text, edit))
    elif not quiet:
        terminal.show_diff(terminal.diff(asked.path, text, edit))


async def _solve(
    asked: source.Source, problem: Problem, options: Settings
) -> events.Solved | events.Unverified | events.GaveUp:
    engine = client.connect(options.engine, on_state=terminal.show_state)
    async with (
        aclosing(engine),
        aclosing(solve_task(asked.document, problem, engine, options, store.open_store(options))) as stream,
    ):
        return await terminal.follow(stream)


@app.command("doctor")
def examine(as_json: AsJson = False) -> None:
    """Say what was found on this machine, and what to do about each miss."""
    options, refused = settings.load()
    findings = asyncio.run(doctor.examine(options, refused))
    if as_json:
        _print_json([finding.model_dump() for finding in findings])
    else:
        terminal.show_findings(findings)
    raise typer.Exit(1 if any(finding.level == "problem" for finding in findings) else 0)


@engine_app.command("start")
def engine_start(as_json: AsJson = False) -> None:
    """Start the engine, or find the one that runs, and wait until its model is loaded."""
    health = asyncio.run(launcher.start(_settings().engine, on_state=terminal.show_state))
    _show_health(health, as_json)


@engine_app.command("status")
def engine_status(as_json: AsJson = False) -> None:
    """Show the engine's state; exit status 1 when none is running."""
    health = asyncio.run(launcher.status(_settings().engine))
    _show_health(health, as_json)
    raise typer.Exit(0 if health else 1)


@engine_app.command("stop")
def engine_stop(as_json: AsJson = False) -> None:
    """Stop all engines of this user and free their memory."""
    count = asyncio.run(launcher.stop_all())
    if as_json:
        _print_json({"stopped": count})
    else:
        terminal.console.print(f"{count} engine{'' if count == 1 else 's'} stopped")


@model_app.command("list")
def model_list(as_json: AsJson = False) -> None:
    """Show the models that are on this machine."""
    models = json.loads(_runtime("inventory"))
    if as_json:
        _print_json(models)
    else:
        terminal.show_models(models)


@model_app.command("get")
def model_get(
    name: Annotated[str, typer.Argument(help="A name on the hub, such as WeiboAI/VibeThinker-1.5B.")],
    as_json: AsJson = False,
) -> None:
    """Download a model into the hub's cache. The only command that asks the network for anything."""
    answer = json.loads(_runtime("download", name))
    if as_json:
        _print_json(answer)
    if sentence := answer.get("error") or answer.get("problem"):
        raise VibeError(sentence)
    terminal.console.print(f"{answer['id']} is in {answer['folder']}")


def _runtime(module: str, *arguments: str) -> str:
    """The standard output of one of the runtime's programs; they need the model's libraries, which stay out of here."""
    command = (sys.executable, "-P", "-m", f"lsp_server.engine.runtime.{module}", *arguments)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if not done.stdout:
        raise VibeError(
            f"`{module}` ended with status {done.returncode} and said nothing. `vibe-lsp doctor` may tell why."
        )
    return done.stdout


def _show_health(health: Health | None, as_json: bool) -> None:
    if as_json:
        _print_json(asdict(health) if health else {"state": "stopped"})
    else:
        terminal.show_health(health)


def _outcome(asked: source.Source, problem: Problem, final: events.Event) -> dict[str, Any]:
    """What `solve --json` prints."""
    status = {"solved": "verified", "unverified": "unverified", "gave_up": "failed"}[final.kind]
    where = {"path": asked.path, "line": problem.region.start.line, "title": problem.title, "status": status}
    return {**where, **final.model_dump(mode="json", exclude={"kind"})}


def _settings(samples: int | None = None, budget: int | None = None) -> Settings:
    """The settings of this user; a wrong one is reported and its default used."""
    chosen = {name: value for name, value in (("samples", samples), ("budget", budget)) if value is not None}
    options, problems = settings.load({"solve": chosen} if chosen else None)
    for sentence in problems:
        terminal.console.print(f"[yellow]{sentence}[/]")
    return options


def _address(text: str | None) -> tuple[str, int] | None:
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit():
        raise typer.BadParameter(f"{text} is not HOST:PORT")
    return host, int(port)


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
