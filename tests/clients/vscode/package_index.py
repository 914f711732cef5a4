"""A package index, as a company has one (PEP 503), with one package: the server of this environment as a wheel."""

import asyncio
import sys
import zipfile
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

WHEEL = "vibe_lsp-9.9.9-py3-none-any.whl"
INFO = "vibe_lsp-9.9.9.dist-info"
SHIM = f"""import os, sys

def main():
    os.execv({sys.executable!r}, [{sys.executable!r}, "-m", "lsp_server", *sys.argv[1:]])
"""
FILES = {
    "vibe_lsp_shim.py": SHIM,
    f"{INFO}/METADATA": "Metadata-Version: 2.1\nName: vibe-lsp\nVersion: 9.9.9\n",
    f"{INFO}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    f"{INFO}/entry_points.txt": "[console_scripts]\nvibe-lsp = vibe_lsp_shim:main\n",
}


@dataclass
class PackageIndex:
    """`left` tells that pip went while it was kept waiting, which it is until `open` is set."""

    wheel: Path
    url: str = ""
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)
    open: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        path = (await reader.readuntil(b"\r\n\r\n")).decode().split(" ")[1]
        self.asked.set()
        if not self.open.is_set():
            with suppress(ConnectionError):
                await reader.read()
            self.left.set()
        elif path == "/simple/vibe-lsp/":
            _respond(writer, "text/html", f'<a href="/{WHEEL}">{WHEEL}</a>'.encode())
        else:
            _respond(writer, "application/octet-stream", self.wheel.read_bytes())
        writer.close()


@asynccontextmanager
async def package_index(folder: Path) -> AsyncGenerator[PackageIndex]:
    index = PackageIndex(_wheel(folder))
    server = await asyncio.start_server(index.serve, "127.0.0.1", 0)
    index.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/simple"
    try:
        yield index
    finally:
        server.close()


def ask(home: Path, url: str) -> None:
    """From now on pip asks there, and nowhere else."""
    nowhere = "extra-index-url =\nfind-links =\n"
    (home / "pip.conf").write_text(f"[global]\nindex-url = {url}\nretries = 1\n{nowhere}", encoding="utf-8")


def _wheel(folder: Path) -> Path:
    path = folder / WHEEL
    record = "".join(f"{name},,\n" for name in [*FILES, f"{INFO}/RECORD"])
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {**FILES, f"{INFO}/RECORD": record}.items():
            archive.writestr(name, text)
    return path


def _respond(writer: asyncio.StreamWriter, kind: str, body: bytes) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    writer.write(head.encode() + body)
