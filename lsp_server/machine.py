"""What the commands on this machine do: doctor, stats, engine, models. Exit statuses as in `commandline`."""

import asyncio
import json
import subprocess
import sys
from dataclasses import asdict

from lsp_server import doctor as examination
from lsp_server import settings, terminal, usage
from lsp_server.commandline import print_json, settings_of_user
from lsp_server.engine import launcher
from lsp_server.engine.wire import Health
from lsp_server.errors import VibeError


def doctor(as_json: bool) -> int:
    options, refused = settings.load()
    findings = asyncio.run(examination.examine(options, refused))
    if as_json:
        print_json([finding.model_dump() for finding in findings])
    else:
        terminal.show_findings(findings)
    return 1 if any(finding.level == "problem" for finding in findings) else 0


def stats(as_json: bool, delete: bool) -> int:
    kept = usage.open_usage()
    if delete:
        count = kept.delete()
        terminal.show_state(f"Forgot {count} {'completion' if count == 1 else 'completions'}.")
        return 0
    found = kept.summaries() if kept.path.exists() else []
    if as_json:
        print_json([{**asdict(each), "rate": each.rate} for each in found])
    else:
        terminal.show_usage(found)
    return 0


def engine_start(as_json: bool) -> int:
    return _show_health(asyncio.run(launcher.start(settings_of_user().engine, on_state=terminal.show_state)), as_json)


def engine_status(as_json: bool) -> int:
    return _show_health(asyncio.run(launcher.status(settings_of_user().engine)), as_json)


def engine_stop(as_json: bool) -> int:
    count = asyncio.run(launcher.stop_all())
    if as_json:
        print_json({"stopped": count})
    else:
        terminal.console.print(f"{count} engine{'' if count == 1 else 's'} stopped")
    return 0


def model_list(as_json: bool) -> int:
    models = json.loads(_runtime("inventory"))
    if as_json:
        print_json(models)
    else:
        terminal.show_models(models)
    return 0


def model_get(name: str, as_json: bool) -> int:
    answer = json.loads(_runtime("download", name))
    if as_json:
        print_json(answer)
    if sentence := answer.get("error") or answer.get("problem"):
        raise VibeError(sentence)
    terminal.console.print(f"{answer['id']} is in {answer['folder']}")
    return 0


def _runtime(module: str, *arguments: str) -> str:
    """The standard output of one of the runtime's programs; they need the model's libraries, which stay out of here."""
    command = (sys.executable, "-P", "-m", f"lsp_server.engine.runtime.models.{module}", *arguments)
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if not done.stdout:
        raise VibeError(f"`{module}` ended with status {done.returncode} and said nothing. Try `vibe-lsp doctor`.")
    return done.stdout


def _show_health(health: Health | None, as_json: bool) -> int:
    if as_json:
        print_json(asdict(health) if health else {"state": "stopped"})
    else:
        terminal.show_health(health)
    return 0 if health else 1
