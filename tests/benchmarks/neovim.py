"""How long people wait in Neovim: `python -m tests.benchmarks.neovim [--starts N] [--keys N]`, JSON to stdout.

From the start of the process to the text on screen, to the attached server and to the first code actions; and from a
key to the redrawn screen, with the server attached and without one. The screen is Neovim's own, not a terminal's.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.vscode import BETWEEN_KEYS_MS, TEXT, spread
from tests.clients.neovim.nvim import Neovim, install
from tests.clients.vscode.server import end_engines

ACTIONS = """
local client = vim.lsp.get_clients({ name = 'vibe_lsp', bufnr = 0 })[1]
local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
params.context = { diagnostics = {}, triggerKind = 1 }
local answer = client:request_sync('textDocument/codeAction', params, 60000, 0)
return answer and answer.result ~= nil and #answer.result or 0
"""
WATCH = """
_G.latencies, _G.pressed = {}, 0
vim.on_key(function() _G.pressed = vim.uv.hrtime() end)
vim.api.nvim_create_autocmd('TextChangedI', { callback = function()
  vim.cmd.redraw()
  table.insert(_G.latencies, (vim.uv.hrtime() - _G.pressed) / 1e6)
end })
"""


async def opened(home: Path, server: bool) -> Neovim:
    home.mkdir(parents=True)
    file = home / "two_sum.py"
    file.write_text(TEXT, encoding="utf-8")
    environment = install(home, {})
    if not server:
        init = home / "config" / "nvim" / "init.lua"
        init.write_text(f"vim.g.vibe_lsp_enable = false\n{init.read_text(encoding='utf-8')}", encoding="utf-8")
    editor = Neovim({**environment, "VIBE_LSP_HOME": str(home / "vibe")})
    await editor.start(file)
    return editor


async def cold(home: Path) -> dict[str, float]:
    """Seconds since the process began to start."""
    start = time.perf_counter()
    editor = await opened(home, server=True)
    await editor.lua("vim.cmd.redraw()")
    found = {"text": time.perf_counter() - start}
    await editor.attached()
    found["attached"] = time.perf_counter() - start
    await editor.put_cursor("Given an array")
    assert await editor.lua(ACTIONS) > 0
    found["actions"] = time.perf_counter() - start
    await editor.leave()
    return found


async def typing(home: Path, server: bool, keys: int) -> list[float]:
    """Milliseconds from each key to the redrawn screen."""
    editor = await opened(home, server)
    if server:
        await editor.attached()
    await editor.put_cursor("Given an array")
    await editor.lua(WATCH)
    await editor.keys("A")
    for key in ("abcdefgh" * keys)[:keys]:
        await editor.keys(key)
        await asyncio.sleep(BETWEEN_KEYS_MS / 1000)
    await editor.keys("<Esc>")
    found: list[float] = await editor.lua("return _G.latencies")
    await editor.leave()
    return found


async def measure(starts: int, keys: int, home: Path) -> dict[str, Any]:
    found = [await cold(home / f"cold{number}") for number in range(starts)]
    attached = await typing(home / "attached", server=True, keys=keys)
    alone = await typing(home / "alone", server=False, keys=keys)
    return {
        "start_s": {name: spread([each[name] for each in found]) for name in ("text", "attached", "actions")},
        "key_ms": {"with server": spread(attached), "without": spread(alone)},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what people wait for in Neovim.")
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--keys", type=int, default=150)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        found = asyncio.run(measure(options.starts, options.keys, Path(home)))
        end_engines(Path(home))  # typing has asked one for ghost text
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
