"""Fill a slot: slot -> context -> engine. Yields what was written so far, and ends where the slot ends.

It decides nothing about what is shown (`trim`) and keeps nothing: caches and rhythm are the editor's matter. Engine
errors are raised as they are.
"""

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from lsp_server.engine.client import Engine, Infills
from lsp_server.engine.fim import BY_SERVER, FimFormat, fim_prompt
from lsp_server.engine.wire import BACKGROUND, INTERACTIVE, Chunk, Sampling
from lsp_server.settings import CompletionSettings
from lsp_server.tasks.context import CHARACTERS_PER_TOKEN, around
from lsp_server.tasks.siblings import Other, similar
from lsp_server.tasks.slot import Slot
from lsp_server.tasks.trim import within

_LINE_TOKENS = 48
"""A line that is longer is no line that one wants to read while typing."""
_ELSEWHERE = 0.25
"""Share of what the model reads that may come from other files."""
_VARIED = 0.6
"""Temperature of the further completions that an explicit request shows."""


@dataclass(frozen=True, slots=True)
class Written:
    """All that was written so far. `tokens` is what was decoded for it; `done` ends the stream.

    `short`: it ended for want of tokens, so the slot is not filled yet.
    """

    text: str
    tokens: int
    done: bool
    short: bool = False


async def complete(
    engine: Engine,
    fmt: FimFormat,
    slot: Slot,
    settings: CompletionSettings,
    *,
    seed: int | None = None,
    prepared: bool = False,
    name: str = "",
    others: Sequence[Other] = (),
) -> AsyncGenerator[Written, None]:
    """The most likely completion, or with a `seed` another one. `prepared`: nobody waits for it yet.

    `others` are the other open files; what is like this place is read as well, if the model knows files apart.
    Closing the generator stops the decoding.
    """
    files, tokens_left = _files(fmt, slot, settings.context_tokens, others)
    prefix, suffix = around(slot, tokens_left)
    sampling = Sampling(
        max_tokens=min(settings.max_tokens, _LINE_TOKENS) if slot.kind == "line" else settings.max_tokens,
        temperature=0.0 if seed is None else _VARIED,
        stop=("\n",) if slot.kind == "line" else (),
        priority=BACKGROUND if prepared else INTERACTIVE,
        seed=0 if seed is None else seed,
        token_healing=fmt.whole_lines,
    )
    text, tokens = "", 0
    async with aclosing(_asked(engine, fmt, (prefix, suffix), files, name, sampling)) as chunks:
        async for chunk in chunks:
            text += chunk.text
            tokens += chunk.tokens
            done = chunk.finish is not None or ("\n" in chunk.text and within(slot, text)[1])
            yield Written(text, tokens, done, short=chunk.finish not in (None, "stop"))
            if done:
                return


def _files(fmt: FimFormat, slot: Slot, tokens: int, others: Sequence[Other]) -> tuple[list[tuple[str, str]], int]:
    """Parts of other files, and the tokens that are left for this one."""
    if not fmt.file or not others:
        return [], tokens
    room = int(tokens * _ELSEWHERE * CHARACTERS_PER_TOKEN)
    found = similar(slot.document.text[: slot.offset], others, room)
    used = sum(len(one.text) for one in found) // CHARACTERS_PER_TOKEN
    return [(one.name, one.text) for one in found], tokens - used


def _asked(
    engine: Engine,
    fmt: FimFormat,
    hole: tuple[str, str],
    files: Sequence[tuple[str, str]],
    name: str,
    sampling: Sampling,
) -> AsyncGenerator[Chunk, None]:
    if fmt is BY_SERVER and isinstance(engine, Infills):
        return engine.infill(*hole, sampling)
    return engine.complete(fim_prompt(fmt, *hole, files, name), sampling)
