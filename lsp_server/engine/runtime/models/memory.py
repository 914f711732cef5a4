"""How much memory a model needs, worked out from its config before anything is loaded.

weights + KV bytes per token × tokens + workspace. Never "whatever is free": the user's other programs live on the same
GPU, and a window must be able to tell beforehand whether the model fits.
"""

import math
from dataclasses import dataclass, replace
from typing import Any

PAGE = 256
"""Tokens per page of the paged cache (transformers' default)."""

_WORKSPACE = 600 * 2**20
"""Bytes for the device's context and activations on an accelerator; the CPU needs none of it."""

_DTYPE_BYTES = {"float32": 4, "bfloat16": 2, "float16": 2}

MOST_SEQUENCES, LARGE_SEQUENCES = 8, 4
"""Candidates that can decode at full length side by side where memory allows: of a small context, of a large one.
One more is planned for the request of somebody who types meanwhile, so that no candidate has to be read again."""

_SMALL_CONTEXT = 8192

_LONGEST = 49_152
"""Tokens of one conversation: the 40,960 new ones of VibeThinker's evaluation, and a prompt."""

FILL_CONTEXT, _FILL_SEQUENCES = 8192, 3
"""Of a model that only fills, beside another: tokens of one request, and requests at full length side by side."""

_SHARE = 0.8
"""Of the free memory. The rest is for the programs that the user starts later."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Bytes and tokens. `kv_tokens` are shared by all candidates; one of them may use up to `context`."""

    parameters: int
    weights: int
    kv_per_token: int
    kv_tokens: int
    workspace: int
    context: int

    @property
    def total(self) -> int:
        return self.weights + self.kv_per_token * self.kv_tokens + self.workspace

    @property
    def blocks(self) -> int:
        return math.ceil(self.kv_tokens / PAGE)

    def as_dict(self) -> dict[str, int]:
        return {
            "parameters": self.parameters,
            "weights": self.weights,
            "kv_per_token": self.kv_per_token,
            "kv_tokens": self.kv_tokens,
            "workspace": self.workspace,
            "context": self.context,
            "total": self.total,
        }


def plan(config: Any, dtype: str, on_accelerator: bool, free: int | None = None, reserved: int = 0) -> Plan:
    """The plan for a model of `config` (transformers' own object). `free` bytes shrink the cache, not the weights.

    `reserved` bytes stay free for the model beside it. The least that makes sense is one candidate of a quarter of the
    context; `fits` says whether that is there.
    """
    context = min(int(config.max_position_embeddings), _LONGEST)
    sequences = 1 + (MOST_SEQUENCES if context <= _SMALL_CONTEXT else LARGE_SEQUENCES)
    bare = _bare(config, dtype, _WORKSPACE if on_accelerator else 0)
    wanted = context * sequences
    if free is not None:
        room = int(free * _SHARE) - reserved - bare.total
        wanted = max(min(wanted, room // bare.kv_per_token), least_tokens(context))
    tokens = math.ceil(wanted / PAGE) * PAGE
    return replace(bare, kv_tokens=tokens, context=min(context, tokens - PAGE))


def plan_beside(config: Any, dtype: str) -> Plan:
    """The plan for a model that only fills, beside another whose workspace it shares. It takes no more and no less."""
    context = min(int(config.max_position_embeddings), FILL_CONTEXT)
    return replace(_bare(config, dtype, 0), kv_tokens=context * _FILL_SEQUENCES + PAGE, context=context)


def room_beside(config: Any, dtype: str, free: int) -> int:
    """Bytes that a second model may take on an accelerator so that one long conversation with the first still fits."""
    context = min(int(config.max_position_embeddings), _LONGEST)
    bare = _bare(config, dtype, _WORKSPACE)
    return int(free * _SHARE) - bare.total - bare.kv_per_token * least_tokens(context)


def _bare(config: Any, dtype: str, workspace: int) -> Plan:
    """A plan without any cache."""
    size, parameters = _DTYPE_BYTES[dtype], count_parameters(config)
    return Plan(parameters, parameters * size, kv_bytes_per_token(config, size), 0, workspace, 0)


def fits(found: Plan, free: int) -> bool:
    return found.total <= free


def least_tokens(context: int) -> int:
    return min(context, max(2048, context // 4)) + PAGE


def kv_bytes_per_token(config: Any, size: int) -> int:
    heads = getattr(config, "num_key_value_heads", None) or config.num_attention_heads
    return 2 * config.num_hidden_layers * heads * head_size(config) * size


def head_size(config: Any) -> int:
    return int(getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads)


def count_parameters(config: Any) -> int:
    """Parameters of a decoder of the Qwen2/Llama kind, exact for Qwen2."""
    hidden, width = config.hidden_size, config.intermediate_size
    queries = config.num_attention_heads * head_size(config)
    keys = (getattr(config, "num_key_value_heads", None) or config.num_attention_heads) * head_size(config)
    biases = queries + 2 * keys if config.model_type == "qwen2" else 0
    layer = 2 * hidden * queries + 2 * hidden * keys + biases + 3 * hidden * width + 2 * hidden
    embeddings = config.vocab_size * hidden * (1 if config.tie_word_embeddings else 2)
    return embeddings + config.num_hidden_layers * layer + hidden
