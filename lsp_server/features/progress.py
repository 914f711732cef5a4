"""Progress that the server creates and the user may cancel. An editor that cannot show it sees nothing here."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lsp_server.features.jobs import Job
from lsp_server.features.session import Report, VibeServer


def register(server: VibeServer) -> None:
    server.feature(types.WINDOW_WORK_DONE_PROGRESS_CANCEL)(cancelled)


def cancelled(ls: VibeServer, params: types.WorkDoneProgressCancelParams) -> None:
    """A click that comes after the end is normal and means nothing."""
    if job := ls.shown_progress.get(params.token):
        job.cancel()


@asynccontextmanager
async def progress(ls: VibeServer, title: str, job: Job) -> AsyncGenerator[Report]:
    """Shown from entry to exit; its cancel button cancels `job`. Yields the function that changes the message."""
    token = await _agreed_token(ls, job)
    if token is None:
        yield lambda _: None
        return
    ls.shown_progress[token] = job
    _send(ls, token, types.WorkDoneProgressBegin(title=title, cancellable=True))
    try:
        yield lambda message: _send(ls, token, types.WorkDoneProgressReport(message=message, cancellable=True))
    finally:
        del ls.shown_progress[token]
        _send(ls, token, types.WorkDoneProgressEnd())


async def _agreed_token(ls: VibeServer, job: Job) -> str | None:
    """A token that the editor agreed to; None where it shows no progress or refuses."""
    if not ls.client.progress:
        return None
    token = f"vibe-{job.id}"
    try:
        await ls.window_work_done_progress_create_async(types.WorkDoneProgressCreateParams(token=token))
    except JsonRpcException:
        return None
    return token


def _send(
    ls: VibeServer,
    token: str,
    value: types.WorkDoneProgressBegin | types.WorkDoneProgressReport | types.WorkDoneProgressEnd,
) -> None:
    ls.progress(types.ProgressParams(token=token, value=value))
