"""How long people wait in VS Code: `python -m tests.benchmarks.vscode [--windows N] [--keys N]`, JSON to stdout.

From the start of loading a window to its text, to the first lens and to the first menu of code actions; and from a key
to the changed line on screen, with the server attached and without one. Code-server and Chromium run on this machine,
so the figures are those of the editor and the server together.
"""

import argparse
import asyncio
import json
import math
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, async_playwright, expect

from tests.clients.vscode import install
from tests.clients.vscode.code import ARGUMENTS, Code, new_page
from tests.clients.vscode.places import CHROMIUM, ROOT
from tests.clients.vscode.server import CodeServer, code_server, write_settings

TEXT = (ROOT / "tests" / "data" / "demo" / "two_sum.py").read_text(encoding="utf-8")
BETWEEN_KEYS_MS = 80
NO_SERVER = {"vibe.server.path": "/no/such/vibe-lsp"}
WATCH = """() => {
  window.latencies = []
  let pressed = 0
  addEventListener('keydown', () => { pressed = performance.now() }, true)
  new MutationObserver(() => {
    if (pressed) requestAnimationFrame(() => { latencies.push(performance.now() - pressed); pressed = 0 })
  }).observe(document.querySelector('.view-lines'), { childList: true, characterData: true, subtree: true })
}"""


async def opened(server: CodeServer, browser: Browser, folder: Path, settings: dict[str, Any]) -> Code:
    folder.mkdir(parents=True)
    write_settings(folder, settings)
    code = Code(server, await new_page(browser), folder)
    code.file.write_text(TEXT, encoding="utf-8")
    await code.open()
    return code


async def cold(server: CodeServer, browser: Browser, folder: Path) -> dict[str, float]:
    """Seconds since the window began to load."""
    start = time.perf_counter()
    code = await opened(server, browser, folder, {})
    found = {"text": time.perf_counter() - start}
    await expect(code.editor.locator(".codelens-decoration a")).to_have_count(1)
    found["lens"] = time.perf_counter() - start
    await code.put_cursor("Given an array")
    await code.page.keyboard.press("Control+.")
    await code.page.locator(".action-widget .action", has_text="Solve this problem").wait_for()
    found["actions"] = time.perf_counter() - start
    await code.page.context.close()
    return found


async def typing(
    server: CodeServer, browser: Browser, folder: Path, settings: dict[str, Any], keys: int
) -> list[float]:
    """Milliseconds from each key to the frame that shows it."""
    code = await opened(server, browser, folder, settings)
    await asyncio.sleep(5)  # the window has settled
    await code.put_cursor("Given an array")
    await code.page.evaluate(WATCH)
    for key in ("abcdefgh" * keys)[:keys]:
        await code.page.keyboard.press(key)
        await asyncio.sleep(BETWEEN_KEYS_MS / 1000)
    found: list[float] = await code.page.evaluate("latencies")
    await code.page.context.close()
    return found


def spread(values: list[float]) -> dict[str, float]:
    ordered = sorted(values)
    return {"n": len(ordered), "p50": statistics.median(ordered), "p95": ordered[math.ceil(0.95 * len(ordered)) - 1]}


async def measure(windows: int, keys: int, home: Path) -> dict[str, Any]:
    with code_server(home / "code") as server:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
            starts = [await cold(server, browser, home / f"cold{number}") for number in range(windows)]
            attached = await typing(server, browser, home / "attached", {}, keys)
            alone = await typing(server, browser, home / "alone", NO_SERVER, keys)
            await browser.close()
    names = ("text", "lens", "actions")
    return {
        "window_s": {name: spread([each[name] for each in starts]) for name in names},
        "key_ms": {"with server": spread(attached), "without": spread(alone)},
    }


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure what people wait for in VS Code.")
    parser.add_argument("--windows", type=int, default=5)
    parser.add_argument("--keys", type=int, default=150)
    options = parser.parse_args()
    if status := install.main():
        return status
    with tempfile.TemporaryDirectory() as home:
        found = asyncio.run(measure(options.windows, options.keys, Path(home)))
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
