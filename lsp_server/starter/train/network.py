"""The network that is trained: its shape, its attention on a CPU, its compilation. Knows nothing of a run."""

from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from transformers import AttentionInterface, Qwen2Config, Qwen2ForCausalLM

from lsp_server.starter import tokenizer as tokens

VOCABULARY = 2048
CONTEXT = 4096
ARCHITECTURES: dict[str, dict[str, Any]] = {
    "cpu": {
        "hidden_size": 192,
        "intermediate_size": 576,
        "num_hidden_layers": 10,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
    },
    "cuda": {
        "hidden_size": 256,
        "intermediate_size": 768,
        "num_hidden_layers": 8,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
    },
}
"""By the device that trains: 4.8 million parameters are what two cores teach in hours, 6.8 million what a GPU does."""


def device() -> str:
    return "cuda" if torch.cuda.is_available() else "cpu"


def network(tokenizer_folder: Path) -> Any:
    """A Qwen2ForCausalLM with random weights. `Any`: transformers' annotations do not hold under pyright."""
    attention: Any = AttentionInterface
    attention.register("explicit", explicit_attention)
    model: Any = Qwen2ForCausalLM(configuration(tokenizer_folder))
    nn.init.normal_(model.model.embed_tokens.weight, std=0.02)
    model.to(device())
    compile_layers(model)
    return model


def compile_layers(model: Any) -> None:
    """One compilation (14 s of CPU time) serves all layers, and makes a step 1.4 times as fast."""
    for layer in model.model.layers:
        layer.compile(dynamic=True)


def configuration(folder: Path) -> Qwen2Config:
    vocabulary = tokens.load(folder).get_vocab()
    values: dict[str, Any] = ARCHITECTURES[device()] | {
        "vocab_size": len(vocabulary),
        "max_position_embeddings": CONTEXT,
        "tie_word_embeddings": True,
        "bos_token_id": None,
        "eos_token_id": vocabulary[tokens.IM_END],
        "pad_token_id": vocabulary[tokens.END_OF_TEXT],
        "attn_implementation": "sdpa" if device() == "cuda" else "explicit",
    }
    return Qwen2Config(**values)


def explicit_attention(
    module: nn.Module, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None, scaling: float, **_: Any
) -> tuple[Tensor, None]:
    """Causal attention as plain products: on a CPU, twice as fast as the fused kernel at these lengths, in bf16.

    Padding stands at the right, so that the causal mask alone keeps it out of sight.
    """
    length = query.shape[2]
    groups = query.shape[1] // key.shape[1]
    key, value = key.repeat_interleave(groups, 1), value.repeat_interleave(groups, 1)
    later = torch.full((length, length), -1e4, dtype=query.dtype, device=query.device).triu(1)
    scores = torch.softmax(torch.matmul(query * scaling, key.transpose(2, 3)) + later, -1)
    return torch.matmul(scores, value).transpose(1, 2).contiguous(), None
