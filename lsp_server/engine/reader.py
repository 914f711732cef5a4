"""Reads one event stream of an OpenAI-compatible server, line by line. What servers do differently ends here.

Reasoning that a server sends apart is put back between `<think>` tags. `transformers serve` and llama.cpp's `/infill`
send no `[DONE]`, so an answer is complete when all of its candidates have said how they ended.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from lsp_server.engine.wire import Chunk, Finish

_FINISHES: dict[str, Finish] = {"stop": "stop", "length": "length", "repetition": "repetition", "abort": "abort"}
_STOP_TYPES: dict[str, Finish] = {"limit": "length"}
"""llama.cpp's own words for how an answer ended; all others mean that the model or a stop string ended it."""


class StreamError(Exception):
    """The server sent an error instead of a piece of the answer. `content` is the JSON that it sent."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content.decode("utf-8", "replace"))
        self.content = content


class EventReader:
    """Feed it all lines of one answer to a request for `candidates` texts. Raises StreamError."""

    def __init__(self, candidates: int = 1) -> None:
        self._candidates = candidates
        self._done = False
        self._ended: set[int] = set()
        self._tokens: dict[int, int] = {}
        self._thinking: set[int] = set()

    @property
    def done(self) -> bool:
        return self._done or len(self._ended) >= self._candidates

    def read(self, line: str) -> Iterator[Chunk]:
        kind, _, data = line.partition(":")
        data = data.strip()
        if kind == "error":  # llama.cpp's spelling
            raise StreamError(json.dumps({"error": json_object(data.encode()) or data}).encode())
        if kind != "data":
            return
        if data == "[DONE]":
            self._done = True
            return
        event = json_object(data.encode())
        if event.get("error"):
            raise StreamError(data.encode())
        for choice in json_objects(event.get("choices")) or _as_choices(event):
            yield self._chunk(choice, event.get("usage"))

    def _chunk(self, choice: Mapping[str, Any], usage: Mapping[str, Any] | None) -> Chunk:
        index = int(choice.get("index", 0))
        finish = choice.get("finish_reason")
        text = self._text(index, choice)
        if finish:
            self._ended.add(index)
        return Chunk(
            index, text, self._new_tokens(index, text, usage), _FINISHES.get(finish, "stop") if finish else None
        )

    def _text(self, index: int, choice: Mapping[str, Any]) -> str:
        delta: Mapping[str, Any] = choice.get("delta") or {}
        text = str(delta.get("content") or choice.get("text") or "")
        thought = str(delta.get("reasoning_content") or delta.get("reasoning") or "")
        before = ""
        if thought and index not in self._thinking:
            self._thinking.add(index)
            before = "<think>\n"
        if text and index in self._thinking:
            self._thinking.remove(index)
            thought += "\n</think>\n\n"
        return before + thought + text

    def _new_tokens(self, index: int, text: str, usage: Mapping[str, Any] | None) -> int:
        """vLLM's running count where there is one; else one chunk is one token, as servers usually send them."""
        seen = self._tokens.get(index, 0)
        told = (usage or {}).get("completion_tokens")
        now = int(told) if isinstance(told, int) else seen + bool(text)
        self._tokens[index] = max(seen, now)
        return max(0, now - seen)


def json_object(content: bytes) -> dict[str, Any]:
    """A JSON object, or an empty one when `content` is something else."""
    try:
        value = json.loads(content)
    except ValueError:
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def json_objects(value: object) -> list[dict[str, Any]]:
    """Those of a list; none when `value` is no list."""
    if not isinstance(value, list):
        return []
    return [cast("dict[str, Any]", each) for each in cast("list[object]", value) if isinstance(each, dict)]


def _as_choices(event: Mapping[str, Any]) -> list[dict[str, Any]]:
    """llama.cpp's own shape of an event, which `/infill` uses, in OpenAI's."""
    if "content" not in event:
        return []
    finish = _STOP_TYPES.get(str(event.get("stop_type")), "stop") if event.get("stop") else None
    return [{"index": event.get("index", 0), "text": event["content"], "finish_reason": finish}]
