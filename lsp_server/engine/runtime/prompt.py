"""From messages and text to token ids. What stands in a message is data: it can never end the message it stands in."""

import secrets
from collections.abc import Sequence
from typing import Any

import jinja2

from lsp_server.engine.wire import Message
from lsp_server.errors import RequestRefusedError

_CONTROL = (
    "<|im_end|>",
    "<|im_start|>",
    "<|endoftext|>",
    "<|fim_prefix|>",
    "<|fim_middle|>",
    "<|fim_suffix|>",
    "<|fim_pad|>",
    "<|repo_name|>",
    "<|file_sep|>",
)
"""No answer goes on after one of these (Qwen2.5-Coder's own list of stop tokens, by name instead of by number)."""


def plain_ids(tokenizer: Any, text: str) -> list[int]:
    """Control tokens in `text` count as such: this is how a fill-in-the-middle prompt is written."""
    return list(tokenizer(text, add_special_tokens=False).input_ids)


def chat_ids(tokenizer: Any, messages: Sequence[Message]) -> list[int]:
    """The conversation in the model's own template, ready for its answer. Raises RequestRefusedError."""
    contents = [message.content for message in messages]
    if not any(token in content for content in contents for token in tokenizer.get_added_vocab()):
        return plain_ids(tokenizer, _rendered(tokenizer, messages, contents))
    marks = [f"{secrets.token_hex(12)}" for _ in contents]
    text = _rendered(tokenizer, messages, marks)
    ids: list[int] = []
    for mark, content in zip(marks, contents, strict=True):
        before, found, text = text.partition(mark)
        if not found:
            raise RequestRefusedError("The model's chat template leaves out a message.")
        ids += plain_ids(tokenizer, before) + _data_ids(tokenizer, content)
    return ids + plain_ids(tokenizer, text)


def stop_tokens(tokenizer: Any, generation_config: Any) -> frozenset[int]:
    """All ids that end an answer: what the checkpoint says, and the control tokens that its vocabulary has."""
    own: int | list[int] | None = generation_config.eos_token_id
    listed = own if isinstance(own, list) else [own]
    known: dict[str, int] = tokenizer.get_vocab()
    named = [known.get(token) for token in (*_CONTROL, tokenizer.eos_token)]
    return frozenset(one for one in (*listed, *named) if one is not None)


def _rendered(tokenizer: Any, messages: Sequence[Message], contents: Sequence[str]) -> str:
    if not tokenizer.chat_template:
        raise RequestRefusedError("This model has no chat template; use /v1/completions.")
    conversation = [
        {"role": message.role, "content": content} for message, content in zip(messages, contents, strict=True)
    ]
    try:
        return tokenizer.apply_chat_template(conversation, add_generation_prompt=True, tokenize=False)
    except jinja2.TemplateError as error:
        raise RequestRefusedError(f"The model's chat template refuses these messages: {error}") from error


def _data_ids(tokenizer: Any, text: str) -> list[int]:
    return list(tokenizer(text, add_special_tokens=False, split_special_tokens=True).input_ids)
