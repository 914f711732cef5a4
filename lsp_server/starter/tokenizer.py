"""The tokenizer of the embedded model: byte-level BPE with Qwen's special tokens and the ChatML template.

A word is the same token after a bracket, a dot or an underscore, and digits stand alone: a small model copies names
and numbers, and it learns that sooner when they look the same everywhere. Knows no torch and no transformers; writes
the files that `AutoTokenizer` reads.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Template
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

END_OF_TEXT, IM_START, IM_END = "<|endoftext|>", "<|im_start|>", "<|im_end|>"
FIM_PREFIX, FIM_MIDDLE, FIM_SUFFIX, FIM_PAD = "<|fim_prefix|>", "<|fim_middle|>", "<|fim_suffix|>", "<|fim_pad|>"
THINK, END_THINK = "<think>", "</think>"

SPECIAL = (END_OF_TEXT, IM_START, IM_END, FIM_PREFIX, FIM_MIDDLE, FIM_SUFFIX, FIM_PAD)
VISIBLE = (THINK, END_THINK)
"""One token each, but text all the same: they survive `skip_special_tokens`, and the engine looks for them in text."""

WORDS = r"'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"

CHAT_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def train(texts: Iterable[str], vocabulary: int) -> Tokenizer:
    """A tokenizer with `vocabulary` entries, special tokens and all 256 bytes included."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(WORDS), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary - len(VISIBLE),
        special_tokens=list(SPECIAL),
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    visible: list[Any] = [AddedToken(token, normalized=False) for token in VISIBLE]
    tokenizer.add_tokens(visible)  # pyright: ignore[reportUnknownMemberType] — its own stub leaves it open
    return tokenizer


def save(tokenizer: Tokenizer, folder: Path, context_length: int) -> None:
    """Write `tokenizer.json`, its configuration and the chat template into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    configuration = {
        "tokenizer_class": "PreTrainedTokenizerFast",
        "model_max_length": context_length,
        "clean_up_tokenization_spaces": False,
        "eos_token": IM_END,
        "pad_token": END_OF_TEXT,
        "additional_special_tokens": [token for token in SPECIAL if token not in (IM_END, END_OF_TEXT)],
        "chat_template": CHAT_TEMPLATE,
    }
    (folder / "tokenizer_config.json").write_text(json.dumps(configuration, indent=2) + "\n", encoding="utf-8")


def load(folder: Path) -> Tokenizer:
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def chat(body: str) -> str:
    """What the engine feeds the model when `body` is the one user message."""
    return _template().render(messages=[{"role": "user", "content": body}], add_generation_prompt=True)


def fill_in_the_middle(prefix: str, suffix: str) -> str:
    """What the model is given to write what belongs between `prefix` and `suffix`."""
    return f"{FIM_PREFIX}{prefix}{FIM_SUFFIX}{suffix}{FIM_MIDDLE}"


def stop_ids(tokenizer: Tokenizer) -> list[int]:
    """Ids that end a generation of either kind."""
    vocabulary = tokenizer.get_vocab()
    return [vocabulary[token] for token in (IM_END, END_OF_TEXT)]


@cache
def _template() -> Template:
    return Template(CHAT_TEMPLATE, autoescape=False, keep_trailing_newline=True)
