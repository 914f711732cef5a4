"""Settings from the editor: initializationOptions, then `workspace/configuration` (section "vibe") where it is offered.

A wrong value is reported once, by one message, and its default is used. What the settings mean is decided in
`lsp_server.settings`; a changed engine setting drops the connection, and the next request makes a new one.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, cast

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from lsp_server import settings
from lsp_server.features.engine import disconnect
from lsp_server.features.session import VibeServer
from lsp_server.features.shown import log, show
from lsp_server.settings import Settings

SECTION = "vibe"
_PATIENCE_S = 2.0
_WATCH = types.Registration(
    id="vibe-configuration",
    method=types.WORKSPACE_DID_CHANGE_CONFIGURATION,
    register_options=types.DidChangeConfigurationRegistrationOptions(section=SECTION),
)


def register(server: VibeServer) -> None:
    server.feature(types.INITIALIZED)(initialized)
    server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)(did_change_configuration)


async def initialized(ls: VibeServer, _: types.InitializedParams) -> None:
    try:
        await use(ls, await _pulled(ls) or {})
    finally:
        ls.configured.set()
    if ls.client.registers_configuration:
        await ls.client_register_capability_async(types.RegistrationParams(registrations=[_WATCH]))


async def configured(ls: VibeServer) -> Settings:
    """The settings, once the editor has told its own, at the start and after a change. An editor may be silent."""
    with suppress(TimeoutError):
        async with asyncio.timeout(_PATIENCE_S):
            await ls.configured.wait()
    return ls.settings


async def did_change_configuration(ls: VibeServer, params: types.DidChangeConfigurationParams) -> None:
    """Editors that can be asked are asked; others push everything, or just our section. Requests wait for it."""
    ls.configured.clear()
    try:
        values = await _pulled(ls)
        if values is None:
            pushed = section(params.settings)
            values = section(pushed.get(SECTION, pushed))
        await use(ls, values)
    finally:
        ls.configured.set()


async def use(ls: VibeServer, values: Mapping[str, Any]) -> None:
    """Take over what the editor says, on top of what it said at the start."""
    before = ls.settings
    ls.settings, refused = settings.load(_merged(ls.initial_options, values))
    report_once(ls, refused)
    if ls.settings.engine != before.engine:
        await disconnect(ls)
    ls.configured.set()
    if ls.settings.lens != before.lens and ls.client.refreshes_lenses:
        await ls.workspace_code_lens_refresh_async(None)


def report_once(ls: VibeServer, refused: list[str]) -> None:
    """Settings are read again and again; a mistake in them is worth one message."""
    fresh = [sentence for sentence in refused if sentence not in ls.refused_settings]
    ls.refused_settings.update(fresh)
    if fresh:
        show(ls, types.MessageType.Warning, "\n".join(fresh))


async def _pulled(ls: VibeServer) -> Mapping[str, Any] | None:
    """Our section of the editor's settings; None when it cannot be asked."""
    if not ls.client.configuration:
        return None
    wanted = types.ConfigurationParams(items=[types.ConfigurationItem(section=SECTION)])
    try:
        answer: Any = await ls.workspace_configuration_async(wanted)
    except JsonRpcException as error:
        log(ls, f"The editor did not tell its settings: {error}")
        return None
    return section(answer[0] if answer else None)


def section(value: Any) -> dict[str, Any]:
    """Editors send null, lists or text for a section that is not set."""
    return dict(cast("Mapping[str, Any]", value)) if isinstance(value, Mapping) else {}


def _merged(weaker: Mapping[str, Any], stronger: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(weaker)
    for name, value in stronger.items():
        nested = isinstance(merged.get(name), Mapping) and isinstance(value, Mapping)
        merged[name] = _merged(section(merged[name]), section(value)) if nested else value
    return merged
