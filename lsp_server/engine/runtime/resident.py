"""The resident model as a source of `Chunk`s: prompt to tokens, candidates to one stream.

Runs on the event loop; the decoding itself is `decoder`'s thread. It speaks no HTTP.
"""

import secrets
from collections.abc import AsyncGenerator, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from lsp_server.engine.fim import formats_known
from lsp_server.engine.healing import Beginning, Spellings
from lsp_server.engine.merge import merged
from lsp_server.engine.runtime.decoder import open_decoder
from lsp_server.engine.runtime.decoding.noise import step_seed
from lsp_server.engine.runtime.decoding.stepper import TokenRequest
from lsp_server.engine.runtime.decoding.turns import Turns
from lsp_server.engine.runtime.models.loading import Loaded, used_memory
from lsp_server.engine.runtime.prompt import chat_ids, plain_ids, stop_tokens
from lsp_server.engine.runtime.repetition import RepetitionDetection
from lsp_server.engine.runtime.writer import FORCED_END, Limits, Piece, Writer
from lsp_server.engine.wire import Chunk, ContextTooLongError, Message, ModelInfo, Sampling
from lsp_server.errors import RequestRefusedError

_LONGEST_TOKEN = 32
"""Characters that a token of a text may stand for on average; code and prose have three to four."""


@dataclass(frozen=True, slots=True)
class Prompt:
    ids: tuple[int, ...]
    limits: Limits
    """Of each candidate; `max_tokens` is already cut to the room that the prompt leaves."""
    healed: str = ""
    """The end of the prompt that was cut off: each candidate writes it first, and it is no part of its text."""


class Resident:
    """A loaded model that decodes. `start` before the first request, `stop` at the end.

    `turns` are shared with the other models of the process.
    """

    def __init__(self, loaded: Loaded, turns: Turns | None = None) -> None:
        self._turns = turns or Turns()
        self.decoder = open_decoder(loaded.model, loaded.plan, self._turns)
        self.info = _info(loaded)
        self._device = loaded.choice.device.kind
        self._planned = loaded.plan.total
        self._tokenizer = loaded.tokenizer
        self._stop_tokens = stop_tokens(loaded.tokenizer, loaded.model.generation_config)
        self._forced_end = plain_ids(loaded.tokenizer, FORCED_END)

    @cached_property
    def _spellings(self) -> Spellings:
        """Made for the first request that wants it: a fifth of a second for a large vocabulary."""
        return Spellings(self._tokenizer.get_vocab(), self._tokenizer.get_added_vocab())

    def start(self) -> None:
        self.decoder.start()

    def stop(self) -> None:
        self.decoder.stop()

    def read_chat(self, messages: Sequence[Message], sampling: Sampling) -> Prompt:
        """Raises RequestRefusedError or ContextTooLongError."""
        self._check_size(sum(len(message.content) for message in messages))
        return self._prompt(chat_ids(self._tokenizer, messages), sampling)

    def read_text(self, text: str, sampling: Sampling) -> Prompt:
        self._check_size(len(text))
        healing = sampling.token_healing and self.decoder.heals
        kept, word = self._spellings.cut(text) if healing else (text, "")
        return replace(self._prompt(plain_ids(self._tokenizer, kept), sampling), healed=word)

    def read_ids(self, ids: Sequence[int], sampling: Sampling) -> Prompt:
        size = len(self._tokenizer)
        if any(not 0 <= one < size for one in ids):
            raise RequestRefusedError(f"Token ids must lie between 0 and {size - 1}.")
        return self._prompt(list(ids), sampling)

    def generate(self, prompt: Prompt, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        """All `sampling.n` candidates in one stream. Closing it stops the decoding within one step."""
        seed = secrets.randbits(31) if sampling.seed is None else sampling.seed
        candidates = [
            self._candidate(index, prompt, replace(sampling, seed=step_seed(seed, index)))
            for index in range(sampling.n)
        ]
        return merged(candidates)

    def memory(self) -> dict[str, int]:
        """Bytes: what this process holds on the device, what is free there, and what the plan allows for."""
        return {**used_memory(self._device), "planned": self._planned}

    async def warm_up(self) -> None:
        """Decode one token, so that the first request finds everything in place and a broken model shows at once."""
        sampling = Sampling(max_tokens=1, temperature=0.0)
        prompt = self.read_text("def", sampling)
        async with aclosing(self.generate(prompt, sampling)) as stream:
            async for _ in stream:
                pass

    def _check_size(self, characters: int) -> None:
        """Before they are made into tokens, which takes seconds for megabytes, and all others would wait."""
        if characters > _LONGEST_TOKEN * self.info.context_length:
            raise ContextTooLongError(
                f"The prompt has {characters} characters, and {self.info.id} can hold {self.info.context_length} "
                "tokens including its answer. Shorten the statement."
            )

    def _prompt(self, ids: list[int], sampling: Sampling) -> Prompt:
        room = self.info.context_length - len(ids)
        if not ids:
            raise RequestRefusedError("The prompt is empty.")
        if room < 1:
            raise ContextTooLongError(
                f"The prompt has {len(ids)} tokens, and {self.info.id} can hold {self.info.context_length} including "
                "its answer. Shorten the statement."
            )
        limits = Limits(
            max_tokens=min(sampling.max_tokens, room),
            stop=sampling.stop,
            stop_tokens=self._stop_tokens,
            thinking=sampling.thinking_token_budget,
            repetition=RepetitionDetection() if sampling.repetition_detection else None,
        )
        return Prompt(tuple(ids), limits)

    async def _candidate(self, index: int, prompt: Prompt, sampling: Sampling) -> AsyncGenerator[Chunk, None]:
        """One candidate from its first token to the chunk that has `finish`; decodes in two parts if it overthinks."""
        writer = Writer(self._tokenizer, prompt.limits)
        beginning = Beginning(self._spellings, prompt.healed) if prompt.healed else None
        known = len(prompt.healed)
        piece = Piece("")
        while piece.finish is None:
            with self._turns.request(self.decoder, sampling.priority):
                async with aclosing(self.decoder.stream(_request(prompt, writer, sampling, beginning))) as stream:
                    async for tokens in stream:
                        text, used, piece = _write(writer, tokens)
                        yield Chunk(index, text[known:], used, piece.finish)
                        known = max(0, known - len(text))
                        if piece.finish or piece.overthinks:
                            break
            if piece.finish is None:
                piece = writer.close_thought(self._forced_end)
                yield Chunk(index, piece.text, len(self._forced_end), piece.finish)


def _write(writer: Writer, tokens: Sequence[int]) -> tuple[str, int, Piece]:
    """Text of `tokens` up to the point where the candidate ends or must be interrupted, and how many were used."""
    texts: list[str] = []
    piece = Piece("")
    for piece in _pieces(writer, tokens):
        texts.append(piece.text)
    return "".join(texts), len(texts), piece


def _pieces(writer: Writer, tokens: Sequence[int]) -> Iterator[Piece]:
    for token in tokens:
        piece = writer.feed(token)
        yield piece
        if piece.finish or piece.overthinks:
            return


def _request(prompt: Prompt, writer: Writer, sampling: Sampling, beginning: Beginning | None) -> TokenRequest:
    return TokenRequest(
        ids=(*prompt.ids, *writer.tokens),
        max_tokens=prompt.limits.max_tokens - len(writer.tokens),
        temperature=sampling.temperature,
        top_p=sampling.top_p,
        top_k=sampling.top_k,
        seed=sampling.seed or 0,
        priority=sampling.priority,
        stop_tokens=prompt.limits.stop_tokens,
        beginning=beginning,
    )


def _info(loaded: Loaded) -> ModelInfo:
    choice = loaded.choice
    extra: dict[str, Any] = {
        "reason": choice.reason,
        "device_name": choice.device.name,
        "fim": formats_known(loaded.tokenizer.get_vocab()),
        **loaded.plan.as_dict(),
    }
    if choice.family == "starter":
        own = getattr(loaded.model.generation_config, "temperature", None)
        extra |= {"embedded": True} | ({"temperature": own} if own else {})
    return ModelInfo(choice.id, choice.family, loaded.plan.context, choice.device.kind, extra)
