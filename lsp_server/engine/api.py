"""The OpenAI HTTP API from the client's side: bodies out, `Chunk`s and typed errors in. Knows no process.

Works with the shared engine and with any other server that speaks the API (vLLM, SGLang, llama.cpp, …).
"""

from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import httpx

from lsp_server import errors
from lsp_server.engine.profiles import family
from lsp_server.engine.reader import EventReader, StreamError, json_object, json_objects
from lsp_server.engine.unix import UnixTransport
from lsp_server.engine.wire import Chunk, Message, ModelInfo, Sampling

CHAT, COMPLETIONS, INFILL = "chat/completions", "completions", "infill"

_CONNECT_S = 5.0
_DEFAULT_CONTEXT = 32768
"""Assumed of a server that does not say; too much is harmless, because it answers 400 and says so."""

_BUSY = (429, 502, 503, 504)
"""HTTP's numbers for: come back later."""

_BY_CODE: dict[str, type[errors.VibeError]] = {
    kind.code: kind
    for kind in (
        errors.EngineUnavailableError,
        errors.EngineCrashedError,
        errors.EngineVersionError,
        errors.ModelNotFoundError,
        errors.ModelBrokenError,
    )
}


class GoneError(Exception):
    """The other side hung up in the middle of an answer."""


class SilentError(GoneError):
    """The other side has sent nothing for too long; it may still be there, hanging."""


class UnreachableError(GoneError):
    """There is nobody at that address; nothing was asked yet."""


class BusyError(GoneError):
    """Somebody is there and has no time: too many requests, or still loading. Nothing was answered yet."""

    def __init__(self, sentence: str, after_s: float | None) -> None:
        super().__init__(sentence)
        self.after_s = after_s
        """How long the server asks to wait; None when it does not say."""


@dataclass(frozen=True, slots=True)
class Address:
    """`base_url` ends before `/v1` for the shared engine and includes it for other servers, as people write it."""

    base_url: str
    token: str = ""
    socket: str = ""


def open_client(address: Address, silence_s: float | None) -> httpx.AsyncClient:
    """`silence_s`: after so long without a byte the other side counts as gone."""
    return httpx.AsyncClient(
        base_url=address.base_url,
        headers={"Authorization": f"Bearer {address.token}"} if address.token else {},
        transport=_transport(address),
        timeout=httpx.Timeout(silence_s, connect=_CONNECT_S),
        trust_env=address.base_url.startswith("https:"),
    )


def _transport(address: Address) -> httpx.AsyncBaseTransport | None:
    """None is httpx's default. It reads all certificate authorities, 20 ms that only https is worth."""
    if address.socket:
        return UnixTransport(address.socket)
    return None if address.base_url.startswith("https:") else httpx.AsyncHTTPTransport(verify=False)


def chat_body(messages: Sequence[Message], sampling: Sampling) -> dict[str, Any]:
    return {"messages": [{"role": one.role, "content": one.content} for one in messages], **_common(sampling)}


def completion_body(prompt: str, sampling: Sampling) -> dict[str, Any]:
    return {"prompt": prompt, **_common(sampling)}


def infill_body(prefix: str, suffix: str, sampling: Sampling) -> dict[str, Any]:
    return {"input_prefix": prefix, "input_suffix": suffix, "prompt": "", **_common(sampling)}


def extensions(sampling: Sampling) -> dict[str, Any]:
    """What OpenAI lacks, named as in vLLM. -1 is the one spelling of "no top_k" that every server takes."""
    found: dict[str, Any] = {"top_k": sampling.top_k or -1, "priority": sampling.priority}
    if sampling.thinking_token_budget is not None:
        found["thinking_token_budget"] = sampling.thinking_token_budget
    if sampling.repetition_detection:
        found["repetition_detection"] = {"max_pattern_size": 64, "min_pattern_size": 1, "min_count": 6}
    if sampling.token_healing:
        found["token_healing"] = True
    return found


async def stream(client: httpx.AsyncClient, path: str, body: Mapping[str, Any]) -> AsyncGenerator[Chunk, None]:
    """Chunks of one request. Raises GoneError or one of its kinds, or the error that the server sent."""
    try:
        async with client.stream("POST", path, json=body) as response:
            if response.status_code != 200:
                await response.aread()
                raise _failure(response)
            reader = EventReader(int(body.get("n", 1)))
            async for line in response.aiter_lines():
                for chunk in reader.read(line):
                    yield chunk
            if not reader.done:
                raise GoneError("the answer broke off")
    except StreamError as error:
        raise refusal(500, error.content) from error
    except httpx.TransportError as error:
        raise gone(error) from error


async def get(client: httpx.AsyncClient, path: str) -> dict[str, Any]:
    """The JSON object at `path`. Raises like `stream`."""
    try:
        response = await client.get(path)
    except httpx.TransportError as error:
        raise gone(error) from error
    if response.status_code != 200:
        raise _failure(response)
    return json_object(response.content)


def gone(error: httpx.TransportError) -> GoneError:
    """What an error of the connection means."""
    match error:
        case httpx.ConnectError() | httpx.ConnectTimeout():
            return UnreachableError(str(error) or type(error).__name__)
        case httpx.ReadTimeout():
            return SilentError("it has sent nothing for too long")
        case _:
            return GoneError(str(error) or type(error).__name__)


def model_info(listing: Mapping[str, Any], wanted: str = "") -> ModelInfo:
    """From `/v1/models`: the model called `wanted`, else the first. Understands vLLM's and llama.cpp's extra fields."""
    cards = json_objects(listing.get("data"))
    if not cards:
        raise errors.ModelNotFoundError("The server at `engine.url` offers no model. Load one there.")
    unlisted: dict[str, Any] = {"id": wanted} if wanted else cards[0]
    card = next((one for one in cards if one.get("id") == wanted), unlisted)
    name = str(card.get("id", wanted))
    meta = (*json_objects([card.get("meta")]), {})[0]
    lengths = (card.get("max_model_len"), meta.get("n_ctx_train"))
    context = next((one for one in lengths if isinstance(one, int) and one > 0), _DEFAULT_CONTEXT)
    return ModelInfo(
        id=name,
        family=str(card.get("family") or family(name)),
        context_length=context,
        device=str(card.get("device") or "remote"),
        extra=card.get("extra") or ({"infill": True} if card.get("owned_by") == "llamacpp" else {}),
    )


def refusal(status: int, content: bytes) -> errors.VibeError:
    """The error that a response of `status` stands for, with the server's own sentence."""
    values = _told(content)
    sentence = str(values.get("message") or content[:300].decode("utf-8", "replace") or f"HTTP {status}")
    if kind := _BY_CODE.get(str(values.get("code"))):
        return kind(sentence)
    if status in (401, 403):
        return errors.EngineUnavailableError(f"The engine refuses the key (`engine.api_key`): {sentence}")
    if status in (400, 404, 413, 422):
        return errors.RequestRefusedError(f"The engine refuses the request: {sentence}")
    return errors.EngineError(f"The engine failed: {sentence}")


def _told(content: bytes) -> Mapping[str, Any]:
    """`message` and `code`, wherever a server puts them: OpenAI's shape, FastAPI's (`transformers serve`), SGLang's."""
    body = json_object(content)
    told = body.get("error") or body.get("detail") or body
    return cast("dict[str, Any]", told) if isinstance(told, dict) else {"message": told}


def _failure(response: httpx.Response) -> Exception:
    """BusyError where it may help to ask again, unless one of our own engines says more exactly what is wrong."""
    error = refusal(response.status_code, response.content)
    if response.status_code not in _BUSY or type(error) is not errors.EngineError:
        return error
    after = response.headers.get("retry-after", "")
    return BusyError(str(error), float(after) if after.replace(".", "", 1).isdecimal() else None)


def _common(sampling: Sampling) -> dict[str, Any]:
    body: dict[str, Any] = {
        "max_tokens": sampling.max_tokens,
        "temperature": sampling.temperature,
        "top_p": sampling.top_p,
        "n": sampling.n,
        "stream": True,
        "stream_options": {"include_usage": True, "continuous_usage_stats": True},
    }
    if sampling.stop:
        body["stop"] = list(sampling.stop)
    return body if sampling.seed is None else {**body, "seed": sampling.seed}
