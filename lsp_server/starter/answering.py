"""What the embedded model answers to many prompts at once: decoding by transformers, in batches, without the engine.

Answers a prompt that ends in the middle of a line as the engine does (`engine.healing`).
"""

import argparse
from collections.abc import Sequence
from inspect import signature
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import Qwen2ForCausalLM

from lsp_server.engine.healing import Beginning, Spellings
from lsp_server.starter import tokenizer as tokens

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
CACHE = next(name for name in ("cache", "past_key_values") if name in signature(Qwen2ForCausalLM.forward).parameters)
"""What the model calls its key-value cache: transformers 5.24 gave it a new name."""
ROWS = {"cpu": 256, "cuda": 2048}
MOST_TOKENS = 320


def load(weights: Path) -> Any:
    """The model in float32. `Any`: transformers' annotations of its wrapped methods do not hold under pyright."""
    kind: Any = Qwen2ForCausalLM
    return kind.from_pretrained(weights, dtype=torch.float32).eval().to(DEVICE)


def answer(model: Any, weights: Path, prompts: Sequence[str], options: argparse.Namespace) -> list[list[str]]:
    """`samples` answers for each prompt, special tokens removed. Prompts of similar length are decoded together."""
    tokenizer = tokens.load(weights)
    spellings = Spellings(tokenizer.get_vocab(), [*tokens.SPECIAL, *tokens.VISIBLE])
    begun = [spellings.cut(prompt) for prompt in prompts]
    ids = [tokenizer.encode(kept).ids for kept, _ in begun]
    jobs = sorted((number for number in range(len(ids)) for _ in range(options.samples)), key=lambda n: len(ids[n]))
    answers: list[list[str]] = [[] for _ in prompts]
    for at in range(0, len(jobs), ROWS[DEVICE]):
        chunk = jobs[at : at + ROWS[DEVICE]]
        beginnings = [Beginning(spellings, begun[n][1]) for n in chunk]
        for number, text in zip(
            chunk, _decode(model, tokenizer, [ids[n] for n in chunk], beginnings, options), strict=True
        ):
            answers[number].append(text.removeprefix(begun[number][1]))
    return answers


@torch.inference_mode()
def _decode(
    model: Any,
    tokenizer: Any,
    rows: Sequence[Sequence[int]],
    beginnings: Sequence[Beginning],
    options: argparse.Namespace,
) -> list[str]:
    """Sample one answer for each row. Rows that have ended leave the batch, so that few long ones do not hold it up."""
    mask = _left_padded([[1] * len(row) for row in rows])
    written: list[list[int]] = [[] for _ in rows]
    alive, stops = torch.arange(len(rows), device=DEVICE), torch.tensor(tokens.stop_ids(tokenizer), device=DEVICE)
    state = model(_left_padded(rows), attention_mask=mask, position_ids=_positions(mask), use_cache=True)
    for _ in range(MOST_TOKENS):
        logits = _restricted(state.logits[:, -1], [beginnings[int(row)].allowed for row in alive.cpu()])
        chosen = _chosen(logits, options.temperature, options.top_p)
        going = ~torch.isin(chosen, stops)
        for row, token in zip(alive[going].cpu(), chosen[going].cpu(), strict=True):
            written[int(row)].append(int(token))
            beginnings[int(row)].took([int(token)])
        if not going.any():
            break
        kept, cache = going.nonzero().flatten(), state.past_key_values
        if len(kept) < len(alive):
            cache.batch_select_indices(kept)
        alive, chosen, mask = alive[kept], chosen[kept], torch.nn.functional.pad(mask[kept], (0, 1), value=1)
        here = _positions(mask)[:, -1:]
        state = model(chosen[:, None], attention_mask=mask, position_ids=here, use_cache=True, **{CACHE: cache})
    return [tokenizer.decode(row, skip_special_tokens=True) for row in written]


def _restricted(logits: Tensor, allowed: Sequence[Sequence[int]]) -> Tensor:
    """Logits [rows, vocabulary] where each row has only its allowed tokens left; () leaves all."""
    for row, some in enumerate(allowed):
        if some:
            kept = logits[row, list(some)]
            logits[row] = -torch.inf
            logits[row, list(some)] = kept
    return logits


def _left_padded(rows: Sequence[Sequence[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[0] * (longest - len(row)) + list(row) for row in rows], device=DEVICE)


def _positions(mask: Tensor) -> Tensor:
    return (mask.cumsum(1) - 1).clamp(min=0)


def _chosen(logits: Tensor, temperature: float, top_p: float) -> Tensor:
    """One token for each row: the likeliest at temperature 0, else drawn from the smallest set with mass `top_p`."""
    if not temperature:
        return logits.argmax(-1)
    likely, order = (logits.float() / temperature).softmax(-1).sort(descending=True)
    likely[likely.cumsum(-1) - likely > top_p] = 0.0
    return order.gather(1, torch.multinomial(likely, 1)).flatten()
