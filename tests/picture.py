"""The picture of the README: `python -m tests.picture` solves the demo for real and draws what the terminal showed."""

import sys
import tempfile
from pathlib import Path

import pytest
from rich.console import Console
from rich.terminal_theme import MONOKAI

from lsp_server import commandline, machine, settings, terminal

DEMO = "tests/data/demo/two_sum.py"
PICTURE = Path(__file__).parent / "data" / "demo" / "terminal.svg"


def main() -> int:
    """A new home, so that no stored solution spares the model its work."""
    terminal.console = Console(stderr=True, record=True, width=100, highlight=False)
    terminal.console.print(f"[bold green]$[/] vibe-lsp solve {DEMO}")
    with tempfile.TemporaryDirectory() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv(settings.HOME_VARIABLE, home)
        status = commandline.solve(DEMO, None, as_json=False, as_diff=False, write=False)
        machine.engine_stop(as_json=True)
    if status == 0:
        terminal.console.save_svg(str(PICTURE), title="vibe-lsp", theme=MONOKAI, font_aspect_ratio=0.6)
    return status


if __name__ == "__main__":
    sys.exit(main())
