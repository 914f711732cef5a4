"""What crosses the boundary between the language server and the engine, in the words of the OpenAI API.

Fields that OpenAI's API lacks are named as vLLM names them, so one client speaks to both.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

PROTOCOL_VERSION = 2
"""Raised when an older client and a newer engine (or the reverse) would misunderstand each other."""

INTERACTIVE, BACKGROUND = 0, 10
"""`priority`: lower is served first, as in vLLM."""

FILL = "fill"
"""In place of a model's name: whichever of the engine's models fills holes in code."""

Finish = Literal["stop", "length", "repetition", "abort"]


@dataclass(frozen=True, slots=True)
class Message:
    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Sampling:
    """How to decode. `top_k` 0 is off (None would become 50 in transformers 5). `temperature` 0 is greedy.

    `thinking_token_budget`: after so many tokens without `</think>`, the engine closes the reasoning itself and
    opens the answer. `repetition_detection`: stop a candidate that has fallen into a loop. `token_healing` (of plain
    text; transformers' name): the prompt's last word may be unfinished. An engine that cannot heal goes on from it.
    """

    max_tokens: int = 2048
    temperature: float = 0.6
    top_p: float = 0.95
    top_k: int = 0
    n: int = 1
    seed: int | None = None
    stop: tuple[str, ...] = ()
    priority: int = BACKGROUND
    thinking_token_budget: int | None = None
    repetition_detection: bool = True
    token_healing: bool = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of text of candidate `index`. `tokens` counts the tokens behind `text`; `finish` ends that candidate."""

    index: int
    text: str
    tokens: int = 0
    finish: Finish | None = None


@dataclass(frozen=True, slots=True)
class ModelInfo:
    """What `/v1/models` says of the resident model."""

    id: str
    family: str
    context_length: int
    device: str
    extra: dict[str, Any] = field(default_factory=dict[str, Any])


class ContextTooLongError(Exception):
    """The prompt leaves no room for an answer. HTTP has its own code for it; our client sees RequestRefusedError."""


Phase = Literal["starting", "loading", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Health:
    """What `/health` says. Read with `health()`, which also understands engines of other versions.

    `model` answers and `beside` are the models that fill next to it, once somebody has asked for them.
    `steps` and `tokens`, of all models, only ever grow; `running` counts the requests that are being answered. Memory
    is in bytes.
    `error_code` and `error` are the code and the sentence of the `VibeError` that made the engine fail.
    """

    state: Phase = "starting"
    protocol: int = 0
    version: str = ""
    pid: int = 0
    model: str = ""
    beside: tuple[str, ...] = ()
    device: str = ""
    reason: str = ""
    running: int = 0
    requests: int = 0
    steps: int = 0
    tokens: int = 0
    tokens_per_s: float = 0.0
    uptime_s: float = 0.0
    idle_s: float = 0.0
    memory: Mapping[str, int] = field(default_factory=dict[str, int])
    error_code: str = ""
    error: str = ""


def health(values: Mapping[str, Any]) -> Health:
    """Unknown fields are left out, missing ones keep their defaults."""
    known = {one.name for one in fields(Health)}
    found: dict[str, Any] = {name: value for name, value in values.items() if name in known}
    found["beside"] = tuple(found.get("beside", ()))
    return Health(**found)
