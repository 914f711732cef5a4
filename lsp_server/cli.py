"""The `vibe-lsp` command as people type it: names, options, help. What the commands do is in `commandline`
and `machine`, each imported by the command that needs it, because `serve` needs none of it and must
be up at once.
"""

import gc
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Annotated

import typer

from lsp_server import __version__
from lsp_server.errors import VibeError

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

MOST_PORT = 65535
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
        from lsp_server import terminal

        terminal.complain(str(error))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)


@app.callback(invoke_without_command=True)
def top(version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    """Solve, check and inspect problems from the command line, or serve an editor."""
    if version:
        typer.echo(__version__)
        raise typer.Exit


@app.command()
def serve(
    tcp: Annotated[str | None, typer.Option(metavar="HOST:PORT", help="Listen on a TCP port.")] = None,
    ws: Annotated[str | None, typer.Option(metavar="HOST:PORT", help="Listen on a WebSocket.")] = None,
) -> None:
    """Run the language server, over standard input and output unless told otherwise."""
    addresses = {"tcp": _address(tcp), "ws": _address(ws)}
    place = tcp or ws or "standard input"
    if sys.stderr.isatty():  # started by a person, not by an editor
        typer.echo(f"The language server waits for an editor on {place}. Ctrl-C ends it.", err=True)
    with _nothing_collected():
        from lsp_server import server

    try:
        server.serve(**addresses)
    except OSError as error:
        raise VibeError(f"The server cannot listen on {place}: {error.strerror}. Choose another address.") from error


@app.command(context_settings=TAKES_PLACES)
def inspect(place: Place, as_json: AsJson = False, language: LanguageName = None) -> None:
    """Show the problems found in a file, or at one line of it."""
    from lsp_server import commandline

    raise typer.Exit(commandline.inspect(place, as_json, language))


@app.command(context_settings=TAKES_PLACES)
def check(places: Places, as_json: AsJson = False, language: LanguageName = None) -> None:
    """Run the code that stands in a file against its own examples."""
    from lsp_server import commandline

    raise typer.Exit(commandline.check(places, as_json, language))


@app.command()
def maths(
    path: Annotated[str, typer.Argument(metavar="PATH", help="Text with LaTeX in it, or `-` for standard input.")],
    expected: Annotated[str | None, typer.Option(help="The right answer, where it is known.")] = None,
    as_json: AsJson = False,
) -> None:
    """Check a derivation: its equations one by one, and what its \\boxed{} holds against the expected answer."""
    from lsp_server import commandline

    raise typer.Exit(commandline.maths(path, expected, as_json))


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
    from lsp_server import commandline

    kept = {"as_json": as_json, "as_diff": as_diff, "write": write}
    raise typer.Exit(commandline.solve(place, language, **kept, samples=samples, budget=budget))


@app.command(context_settings=TAKES_PLACES)
def optimize(
    place: Annotated[str, typer.Argument(metavar="PATH:LINE", help="A line of a function, or `-:LINE`.")],
    as_json: AsJson = False,
    as_diff: Annotated[bool, typer.Option("--diff", help="Print the edit as a patch to stdout.")] = False,
    write: Annotated[bool, typer.Option("--write", help="Write the faster version into the file.")] = False,
    report: Annotated[str | None, typer.Option(metavar="FILE", help="Write the evidence as Markdown.")] = None,
    samples: Annotated[int | None, typer.Option(min=1, max=64, help="Candidates decoded in one batch.")] = None,
    budget: Annotated[int | None, typer.Option(min=64, help="Tokens of thought.")] = None,
    language: LanguageName = None,
) -> None:
    """Look for a faster version of a function that does the same: shown on many inputs, and measured."""
    from lsp_server import commandline

    kept = {"as_json": as_json, "as_diff": as_diff, "write": write}
    raise typer.Exit(commandline.optimize(place, language, **kept, report=report, samples=samples, budget=budget))


@app.command(context_settings=TAKES_PLACES)
def hint(
    place: Place,
    number: Annotated[int, typer.Option("--number", "-n", min=1, help="Which one; the last says most.")] = 1,
    as_json: AsJson = False,
    language: LanguageName = None,
) -> None:
    """Give a hint and no solution: it comes from one that was found, passed the examples, and is not shown."""
    from lsp_server import commandline

    raise typer.Exit(commandline.hint(place, language, number, as_json))


@app.command()
def doctor(as_json: AsJson = False) -> None:
    """Say what was found on this machine, and what to do about each miss."""
    from lsp_server import machine

    raise typer.Exit(machine.doctor(as_json))


@app.command()
def stats(
    as_json: AsJson = False,
    delete: Annotated[bool, typer.Option("--delete", help="Forget all of it.")] = False,
) -> None:
    """Show what became of inline completions on this machine: how many were accepted, how fast they came."""
    from lsp_server import machine

    raise typer.Exit(machine.stats(as_json, delete))


@engine_app.command("start")
def engine_start(as_json: AsJson = False) -> None:
    """Start the engine, or find the one that runs, and wait until its model is loaded."""
    from lsp_server import machine

    raise typer.Exit(machine.engine_start(as_json))


@engine_app.command("status")
def engine_status(as_json: AsJson = False) -> None:
    """Show the engine's state; exit status 1 when none is running."""
    from lsp_server import machine

    raise typer.Exit(machine.engine_status(as_json))


@engine_app.command("stop")
def engine_stop(as_json: AsJson = False) -> None:
    """Stop all engines of this user and free their memory."""
    from lsp_server import machine

    raise typer.Exit(machine.engine_stop(as_json))


@model_app.command("list")
def model_list(as_json: AsJson = False) -> None:
    """Show the models that are on this machine."""
    from lsp_server import machine

    raise typer.Exit(machine.model_list(as_json))


@model_app.command("get")
def model_get(
    name: Annotated[str, typer.Argument(help="A name on the hub, such as WeiboAI/VibeThinker-1.5B.")],
    as_json: AsJson = False,
) -> None:
    """Download a model into the hub's cache. The only command that asks the network for anything."""
    from lsp_server import machine

    raise typer.Exit(machine.model_get(name, as_json))


@contextmanager
def _nothing_collected() -> Generator[None]:
    """Modules stay: to look for garbage among what they make costs a tenth of the start, and again at every key."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _address(text: str | None) -> tuple[str, int] | None:
    if text is None:
        return None
    host, _, port = text.rpartition(":")
    if not host or not port.isdigit() or int(port) > MOST_PORT:
        raise typer.BadParameter(f"{text} is not HOST:PORT")
    return host, int(port)
