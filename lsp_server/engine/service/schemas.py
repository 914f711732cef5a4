"""The bodies of requests: OpenAI's fields, and vLLM's names for what OpenAI lacks."""

from dataclasses import replace
from typing import Annotated, Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, model_validator

from lsp_server.engine.wire import BACKGROUND, Message, Sampling

_UNSUPPORTED = ("suffix", "logprobs", "top_logprobs", "echo", "tools", "functions", "response_format", "logit_bias")
"""Refused instead of ignored: an answer without them would look right and be wrong."""


class Body(BaseModel):
    """Unknown fields are ignored, as other servers do: clients send many that change nothing here."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class StreamOptions(Body):
    """`continuous_usage_stats` (vLLM): every chunk says how many tokens its candidate has so far."""

    include_usage: bool = False
    continuous_usage_stats: bool = False


class Repetition(Body):
    """vLLM's `repetition_detection`; a maximum of 0 turns it off. How long a loop must be is the engine's matter."""

    max_pattern_size: int = Field(64, ge=0)
    min_pattern_size: int = Field(1, ge=0)
    min_count: int = Field(6, ge=2)


Stop = Annotated[str, Field(min_length=1, max_length=256)]


class GenerationBody(Body):
    """What chat and plain completion share. `temperature` and `top_p` default to OpenAI's 1."""

    model: str = ""
    max_tokens: int | None = Field(None, ge=1)
    temperature: float = Field(1.0, ge=0, le=2)
    top_p: float = Field(1.0, gt=0, le=1)
    top_k: int = Field(0, ge=-1)
    n: int = Field(1, ge=1, le=64)
    seed: int | None = None
    stop: Stop | Annotated[list[Stop], Field(max_length=16)] | None = None
    stream: bool = False
    stream_options: StreamOptions = StreamOptions()
    priority: int = BACKGROUND
    thinking_token_budget: int | None = Field(None, ge=1)
    repetition_detection: Repetition | None = None

    @model_validator(mode="before")
    @classmethod
    def refuse_what_would_be_ignored(cls, values: Any) -> Any:
        if not isinstance(values, dict):
            return values  # pydantic says what is wrong with it
        given = cast("dict[str, Any]", values)
        asked = [name for name in _UNSUPPORTED if given.get(name)]
        if asked:
            raise ValueError(f"{', '.join(asked)}: not supported by this engine")
        return given

    def sampling(self, max_tokens: int) -> Sampling:
        """As the runtime reads it; `max_tokens` is the endpoint's default."""
        stop = (self.stop,) if isinstance(self.stop, str) else tuple(self.stop or ())
        return Sampling(
            max_tokens=self.max_tokens or max_tokens,
            temperature=self.temperature,
            top_p=self.top_p,
            top_k=max(0, self.top_k),
            n=self.n,
            seed=self.seed,
            stop=stop,
            priority=self.priority,
            thinking_token_budget=self.thinking_token_budget,
            repetition_detection=self.repetition_detection is not None
            and self.repetition_detection.max_pattern_size > 0,
        )


class TextPart(Body):
    type: Literal["text"]
    text: str


class ChatMessage(Body):
    role: Literal["system", "developer", "user", "assistant"]
    content: str | list[TextPart]

    def message(self) -> Message:
        content = self.content if isinstance(self.content, str) else "".join(part.text for part in self.content)
        return Message("system" if self.role == "developer" else self.role, content)


class ChatBody(GenerationBody):
    messages: list[ChatMessage] = Field(min_length=1)
    max_completion_tokens: int | None = Field(None, ge=1)


class CompletionBody(GenerationBody):
    """`prompt`: text, or the ids of its tokens."""

    prompt: str | list[int]
    token_healing: bool = False

    def sampling(self, max_tokens: int) -> Sampling:
        return replace(super().sampling(max_tokens), token_healing=self.token_healing)
