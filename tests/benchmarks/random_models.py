"""Models with random weights, made on the spot: the real shape for speed, tiny ones for correctness. No network."""

from typing import Any

import torch
import transformers

from lsp_server.engine.runtime.models.memory import Plan, plan

VIBETHINKER: dict[str, Any] = {
    "vocab_size": 151_936,
    "hidden_size": 1536,
    "intermediate_size": 8960,
    "num_hidden_layers": 28,
    "num_attention_heads": 12,
    "num_key_value_heads": 2,
    "max_position_embeddings": 49_152,
    "tie_word_embeddings": True,
}
"""The shape of VibeThinker-1.5B, with the context that it is run with."""

STARTER: dict[str, Any] = {
    "vocab_size": 2048,
    "hidden_size": 192,
    "intermediate_size": 576,
    "num_hidden_layers": 10,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 4096,
    "tie_word_embeddings": True,
}

TINY: dict[str, Any] = {
    "vocab_size": 1500,
    "hidden_size": 192,
    "intermediate_size": 320,
    "num_hidden_layers": 3,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 2048,
    "tie_word_embeddings": False,
    "initializer_range": 0.1,
}
"""Heads of 48 and a vocabulary that no block divides: sizes at which kernels go wrong."""

THIN: dict[str, Any] = {**VIBETHINKER, "num_hidden_layers": 2, "max_position_embeddings": 2048}
"""Every kernel of the real shape, in little memory."""


_KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "qwen2": ("Qwen2", {}),
    "qwen3": ("Qwen3", {"head_dim": 48}),
    "llama": (
        "Llama",
        {
            "rope_parameters": {
                "rope_type": "llama3",
                "rope_theta": 500_000.0,
                "factor": 8.0,
                "low_freq_factor": 1.0,
                "high_freq_factor": 4.0,
                "original_max_position_embeddings": 512,
            },
        },
    ),
}
"""Llama as of 3.1, whose rotations are stretched."""


def make(kind: str, shape: dict[str, Any], device: str, dtype: torch.dtype, seed: int = 0) -> Any:
    """A Qwen2, Qwen3 or Llama model (`kind`), its biases and norms as random as the rest."""
    library: Any = transformers
    name, extra = _KINDS[kind]
    config = getattr(library, f"{name}Config")(**shape, **extra, bos_token_id=None, eos_token_id=None)
    config._attn_implementation = "sdpa"
    torch.manual_seed(seed)
    with torch.device(device):
        model = getattr(library, f"{name}ForCausalLM")(config).to(dtype).eval()
        for key, tensor in model.named_parameters():
            if key.endswith("bias"):
                tensor.data.normal_(0, 0.3)
            elif "norm" in key:
                tensor.data.uniform_(0.5, 1.5)
    return model


def plan_of(model: Any, free: int | None = None) -> Plan:
    dtype = str(model.dtype).removeprefix("torch.")
    return plan(model.config, dtype, model.device.type != "cpu", free)
