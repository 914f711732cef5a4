"""The picture of the README: a solve in a real Neovim, on a real terminal (tmux), written as SVG.

    python -m tests.clients.neovim.picture [--url http://127.0.0.1:8000/v1]

Without `--url` the embedded model answers, with its own words. Needs tmux.
"""

import argparse
import io
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from tests.clients.neovim.nvim import BINARY, PLUGIN, ROOT, install

COLUMNS, ROWS = 140, 32
WAIT_S = 240
EXAMPLE = ROOT / "tests" / "data" / "demo" / "two_sum.py"
CELL, BLANK = 12.2, "&#160;"
"""How wide a character is, and what stands for a blank, in the SVG of rich."""
LEADING = re.compile(r'(<text [^>]*?x=")([\d.]+)("[^>]*?textLength=")([\d.]+)("[^>]*>)((?:&#160;)+)(?=[^<])')
LOOKS = """
vim.cmd.highlight('Normal guibg=NONE')
vim.o.termguicolors = true
vim.o.statusline = " %f%m%=%{v:lua.require'vibe_lsp'.statusline()} "
vim.o.laststatus = 3
vim.o.number = true
vim.diagnostic.config({ virtual_lines = true })
"""


def screen(settings: Mapping[str, Any]) -> str:
    """What the terminal shows at the end of a solve, with its escape sequences."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        environment = install(home, settings)
        init = home / "config" / "nvim" / "init.lua"
        init.write_text(init.read_text(encoding="utf-8") + LOOKS, encoding="utf-8")
        (home / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
        environment |= {"VIBE_LSP_HOME": folder, "LANG": "C.UTF-8", "COLORTERM": "truecolor", "TMUX": ""}
        terminal = _Terminal(f"picture-{os.getpid()}", home, environment)
        try:
            return _solved(terminal)
        finally:
            terminal.tmux("kill-server")
            subprocess.run(["vibe-lsp", "engine", "stop"], env=environment, capture_output=True, check=False)


def picture(shown: str) -> str:
    """A screen as SVG. Its fonts are the reader's own: a picture that fetches some would tell who looks at it."""
    console = Console(width=COLUMNS, record=True, file=io.StringIO(), force_terminal=True)
    for line in shown.splitlines():
        console.print(Text.from_ansi(line), no_wrap=True, overflow="crop")
    svg = console.export_svg(title="Neovim")
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    return LEADING.sub(_moved, svg.replace("Fira Code", "ui-monospace"))


def _moved(run: re.Match[str]) -> str:
    """A run of text without the blanks before it, which some viewers drop, at the place where its words are."""
    before, x, between, length, after, blanks = run.groups()
    by = CELL * blanks.count(BLANK)
    return f"{before}{float(x) + by:g}{between}{float(length) - by:g}{after}"


class _Terminal:
    """A tmux of its own with one window, in which Neovim edits the example."""

    def __init__(self, name: str, home: Path, environment: Mapping[str, str]) -> None:
        self.name, self.environment = name, environment
        config = home / "tmux.conf"
        config.write_text('set -g status off\nset -g default-terminal "tmux-256color"\nset -g escape-time 0\n')
        size = ("-x", str(COLUMNS), "-y", str(ROWS))
        self.tmux("-u", "-f", str(config), "new-session", "-d", *size, "-c", str(home), f"{BINARY} {EXAMPLE.name}")

    def tmux(self, *arguments: str) -> str:
        command = ["tmux", "-L", self.name, *arguments]
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True).stdout

    def type(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def wait_for(self, words: str) -> None:
        deadline = time.monotonic() + WAIT_S
        while words not in (shown := self.tmux("capture-pane", "-p")):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{words!r} never came:\n{shown}")
            time.sleep(0.2)


def _solved(terminal: _Terminal) -> str:
    terminal.wait_for("vibe: ready")
    terminal.type("/Given", "Enter", ":nohlsearch | Vibe solve", "Enter")
    terminal.wait_for("✓ 2/2")
    time.sleep(1)  # the terminal draws what is left
    return terminal.tmux("capture-pane", "-e", "-p")


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the picture of the README.")
    parser.add_argument("--url", default="", help="an OpenAI-compatible server, instead of the embedded model")
    url = parser.parse_args().url
    engine = {"url": url} if url else {"model": "starter", "device": "cpu"}
    shown = screen({"engine": engine, "solve": {"samples": 4}})
    (PLUGIN / "solve.svg").write_text(picture(shown), encoding="utf-8")


if __name__ == "__main__":
    main()
