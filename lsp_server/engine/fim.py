"""How each family of models is asked to fill a hole: which tokens frame what stands before and after it. A table.

It looks at no document and talks to no engine. Sources: Qwen2.5-Coder's and StarCoder2's examples, the cards of
Granite Code, Mellum, DeepSeek-Coder and CodeLlama; the starter model was trained by us in Qwen's format. VibeThinker
has Qwen's tokens in its vocabulary but was never trained to fill, so it has no row.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from lsp_server.engine.wire import ModelInfo

AUTO, NONE = "auto", "none"


@dataclass(frozen=True, slots=True)
class FimFormat:
    """`file` opens another file of the context, "" where the family knows no such token.

    `suffix_first`: the suffix is read before the prefix. `ends`: further tokens after which no answer goes on.
    `whole_lines`: the model was shown holes that begin where a line does, so a line that is begun already stands at the
    end of the prompt, as what the model has written of it.
    """

    prefix: str
    suffix: str
    middle: str
    file: str = ""
    suffix_first: bool = False
    whole_lines: bool = False
    ends: tuple[str, ...] = ()

    @property
    def frame(self) -> tuple[str, ...]:
        return (self.prefix, self.suffix, self.middle)

    @property
    def tokens(self) -> tuple[str, ...]:
        return tuple(token for token in (*self.frame, self.file, *self.ends) if token)


FORMATS: Mapping[str, FimFormat] = {
    "qwen": FimFormat(
        "<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>", "<|file_sep|>",
        ends=("<|endoftext|>", "<|im_end|>", "<|fim_pad|>", "<|repo_name|>"),
    ),
    "starter": FimFormat(
        "<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>", whole_lines=True, ends=("<|endoftext|>", "<|im_end|>")
    ),
    "starcoder": FimFormat(
        "<fim_prefix>", "<fim_suffix>", "<fim_middle>", "<file_sep>", ends=("<|endoftext|>", "<fim_pad>", "<repo_name>")
    ),
    "granite": FimFormat("<|fim_prefix|>", "<|fim_suffix|>", "<|fim_middle|>", ends=("<|end_of_text|>", "<|fim_pad|>")),
    "mellum": FimFormat(
        "<fim_prefix>", "<fim_suffix>", "<fim_middle>", suffix_first=True,
        ends=("<|endoftext|>", "<filename>", "<reponame>"),
    ),
    "deepseek": FimFormat("<｜fim▁begin｜>", "<｜fim▁hole｜>", "<｜fim▁end｜>", ends=("<｜end▁of▁sentence｜>",)),
    "codellama": FimFormat("<PRE> ", " <SUF>", " <MID>", ends=("<EOT>",)),
}  # fmt: skip

BY_SERVER = FimFormat("", "", "")
"""llama.cpp's `/infill` frames the hole itself, with the tokens that its model's file names."""

_MARKS: tuple[tuple[str, str], ...] = (
    ("starter", "starter"),
    ("qwen2.5-coder", "qwen"),
    ("qwen3-coder", "qwen"),
    ("starcoder", "starcoder"),
    ("granite", "granite"),
    ("mellum", "mellum"),
    ("deepseek-coder", "deepseek"),
    ("codellama", "codellama"),
)
"""Part of a model's name, in lower case -> its format."""


_TELLING = ("deepseek", "starcoder", "codellama")
"""Formats whose tokens no tokenizer has by inheritance: a model that has them was trained to fill, whatever its name.

Qwen's are in the vocabulary of all its relatives, of which few were.
"""


def format_of(info: ModelInfo, wished: str = AUTO) -> FimFormat | None:
    """How the model is asked to fill: as the user says, or as its name or its tokenizer tells. None if it cannot.

    `info.extra["fim"]` are the formats whose tokens its tokenizer has; a server of somebody else's does not say.
    """
    known: list[str] | None = info.extra.get("fim")
    if wished != AUTO:
        return FORMATS.get(wished) if known is None or wished in known else None
    names = (info.family.lower(), info.id.lower())
    named = next((found for mark, found in _MARKS if any(mark in name for name in names)), None)
    if named and (known is None or named in known):
        return FORMATS[named]
    told = next((name for name in _TELLING if name in (known or ())), None)
    if told:
        return FORMATS[told]
    return BY_SERVER if info.extra.get("infill") and "vibethinker" not in names else None


def formats_known(vocabulary: Collection[str]) -> list[str]:
    """The formats whose tokens are words of a tokenizer's `vocabulary`."""
    return [name for name, fmt in FORMATS.items() if all(_is_word(token, vocabulary) for token in fmt.frame)]


def _is_word(token: str, vocabulary: Collection[str]) -> bool:
    """CodeLlama's tokenizer writes the space before a word as `▁`."""
    return any(spelled in vocabulary for spelled in (token, token.strip(), f"▁{token.strip()}"))


def fim_prompt(fmt: FimFormat, prefix: str, suffix: str, files: Sequence[tuple[str, str]] = (), name: str = "") -> str:
    """What the model is given to write what belongs between. Tokens that stand in the text itself are only text.

    `files` (name and text) are read before, where the family knows how files are told apart; `name` is this one's.
    """
    before, after = _harmless(fmt, prefix), _harmless(fmt, suffix)
    begun = before.rpartition("\n")[2].lstrip() if fmt.whole_lines else ""
    before = before.removesuffix(begun)
    if fmt.suffix_first:
        hole = f"{fmt.suffix}{after}{fmt.prefix}{before}{fmt.middle}{begun}"
    else:
        hole = f"{fmt.prefix}{before}{fmt.suffix}{after}{fmt.middle}{begun}"
    if not fmt.file or not files:
        return hole
    parts = [f"{fmt.file}{_harmless(fmt, one)}\n{_harmless(fmt, text)}\n" for one, text in files]
    return f"{''.join(parts)}{fmt.file}{_harmless(fmt, name)}\n{hole}"


def _harmless(fmt: FimFormat, text: str) -> str:
    """A file may hold the very words that end a prompt (this one does)."""
    for token in fmt.tokens:
        if (word := token.strip()) in text:
            text = text.replace(word, f"{word[0]} {word[1:]}")
    return text
