"""`python -m lsp_server.engine.service`: open the socket, load the model, serve, end when nobody has asked for long.

The launcher gives the paths. The process belongs to no window: after `--idle-minutes` it frees its model's memory,
after twice that it ends; also on `/shutdown`, on SIGTERM, or when its run file is gone.
"""

import argparse
import asyncio
import logging
import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import filelock

from lsp_server.engine import runfiles

if TYPE_CHECKING:
    import uvicorn

    from lsp_server.engine.service.host import Host

_FAILED_STAYS_S = 30.0
"""A failed engine keeps answering `/health` for so long, so that every window learns why."""

_SLEEPS = 2
"""After the idle time the memory is freed; after so many times that the process ends as well."""

_TICK_S = 1.0

_PRIVATE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TOKENIZERS_PARALLELISM": "false",
    "TQDM_DISABLE": "1",
}
"""Nothing leaves the machine: the libraries below are told not to look at the network at all."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="lsp_server.engine.service", description=__doc__)
    parser.add_argument("--model", default="auto")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--idle-minutes", type=float, default=30.0)
    parser.add_argument("--run-file", type=Path, required=True)
    parser.add_argument("--token-file", type=Path, required=True)
    parser.add_argument("--socket", type=Path, help="a Unix socket; a loopback port is used when this is missing")
    return parser.parse_args()


def open_socket(path: Path | None) -> socket.socket:
    """Listening before anything heavy is imported, so that whoever waits can connect at once."""
    if path is None:
        server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        server.bind(("127.0.0.1", 0))
    else:
        path.unlink(missing_ok=True)
        server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        server.bind(str(path))
        path.chmod(0o600)
    server.listen(128)
    return server


async def serve(options: argparse.Namespace, listening: socket.socket, token: str) -> bool:
    """Until it is told to end. False when the model could not be loaded or the decode thread died."""
    import uvicorn

    from lsp_server.engine.service.app import create_app
    from lsp_server.engine.service.host import Host

    host = Host(options.model, options.device)
    server = uvicorn.Server(
        uvicorn.Config(
            create_app(host, token, end=lambda: _end(server)),
            lifespan="off",
            log_config=None,
            access_log=False,
            timeout_graceful_shutdown=1,
        )
    )
    tasks = [asyncio.create_task(host.load()), asyncio.create_task(watch(host, server, options))]
    await server.serve(sockets=[listening])
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    host.stop()
    return host.error is None


async def watch(host: "Host", server: "uvicorn.Server", options: argparse.Namespace) -> None:
    """Ends the process when it is idle, when it has failed, or when its run file says that another took its place."""
    while not server.should_exit:
        await asyncio.sleep(_TICK_S if options.idle_minutes >= 0.1 else 0.1)
        host.measure()
        host.notice_death()
        limit = _FAILED_STAYS_S if host.phase == "failed" else options.idle_minutes * 60
        if host.phase == "ready" and host.idle_s() > limit and not host.asleep:
            host.sleep()
        limit *= 1 if host.phase == "failed" else _SLEEPS
        running = runfiles.read(options.run_file)
        replaced = running is None or running.pid != os.getpid()
        if host.idle_s() > limit or (replaced and not host.running):
            logging.info("ending: %s", "another took my place" if replaced else "idle")
            _end(server)


def main() -> None:
    options = arguments()
    logging.basicConfig(level=logging.INFO, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    os.environ.update(_PRIVATE)
    os.umask(0o077)

    from lsp_server import __version__

    token = runfiles.read_token(options.token_file)
    if not token:
        sys.exit(f"There is no token in {options.token_file}. Start the engine with `vibe-lsp engine start`.")
    listening = open_socket(options.socket)
    running = runfiles.Running(
        pid=os.getpid(),
        version=__version__,
        model=options.model,
        device=options.device,
        socket=str(options.socket or ""),
        port=0 if options.socket else listening.getsockname()[1],
    )
    runfiles.write(options.run_file, running)
    logging.info("vibe-lsp engine %s, pid %d, model %s", __version__, running.pid, options.model)
    well = False
    try:
        well = asyncio.run(serve(options, listening, token))
    except KeyboardInterrupt:
        logging.info("ending: interrupted")
    except Exception:
        logging.exception("the engine failed")
    clean_up(options)
    logging.shutdown()
    # Threads that load or decode may still be busy, and Python would wait for them for ever.
    os._exit(0 if well else 1)


def clean_up(options: argparse.Namespace) -> None:
    """Remove our files, unless a window is starting our successor at this moment: then they are the successor's."""
    lock = filelock.FileLock(options.run_file.with_suffix(".lock"))
    with suppress(filelock.Timeout), lock.acquire(timeout=0):
        others = [options.token_file, *([options.socket] if options.socket else [])]
        runfiles.forget(options.run_file, others, os.getpid())


def _end(server: "uvicorn.Server") -> None:
    server.should_exit = True


if __name__ == "__main__":
    main()
