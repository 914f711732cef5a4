"""The tensors of a Qwen2, Qwen3 or Llama checkpoint, laid out for decoding: q, k and v in one product, gate and up too.

transformers loads and names them; its modules then share the fused memory, so nothing is held twice.
"""

from dataclasses import dataclass
from typing import Any

import torch

_KINDS = ("qwen2", "qwen3", "llama")
_ROPES = ("default", "linear", "llama3", "yarn")
"""Kinds of rotary embedding whose frequencies do not depend on the length of the text."""

_SMALL = 16 * 2**20
"""Elements of a matrix of which a second copy does not hurt."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Of the model; `head` is the size of one attention head, `width` that of the MLP."""

    layers: int
    hidden: int
    heads: int
    kv_heads: int
    head: int
    width: int
    vocabulary: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Layer:
    """`qkv` is [(heads + 2 kv_heads) × head, hidden], `gate_up` [2 width, hidden]; biases and norms where there are."""

    input_norm: torch.Tensor
    qkv: torch.Tensor
    qkv_bias: torch.Tensor | None
    query_norm: torch.Tensor | None
    key_norm: torch.Tensor | None
    out: torch.Tensor
    mlp_norm: torch.Tensor
    gate_up: torch.Tensor
    down: torch.Tensor


@dataclass(frozen=True, slots=True)
class Weights:
    """`cosines` and `sines` are float32 [positions, head / 2]."""

    shape: Shape
    embedding: torch.Tensor
    layers: tuple[Layer, ...]
    norm: torch.Tensor
    unembedding: torch.Tensor
    cosines: torch.Tensor
    sines: torch.Tensor

    @property
    def dtype(self) -> torch.dtype:
        return self.embedding.dtype

    @property
    def device(self) -> torch.device:
        return self.embedding.device


def unsupported(config: Any) -> str | None:
    """Why a model of `config` needs transformers' own forward pass; None when this runtime can run it."""
    parameters: dict[str, Any] = getattr(config, "rope_parameters", None) or {}
    rope: str = parameters.get("rope_type", "default")
    layers = getattr(config, "layer_types", None) or ["full_attention"]
    known = {
        f"the model type {config.model_type}": config.model_type in _KINDS,
        f"the rotary embedding {rope}": rope in _ROPES,
        "attention over a sliding window": set(layers) == {"full_attention"},
        f"the activation {getattr(config, 'hidden_act', '?')}": getattr(config, "hidden_act", "") == "silu",
        "biases in the MLP": not getattr(config, "mlp_bias", False),
        "a bias after attention": config.model_type == "qwen2" or not getattr(config, "attention_bias", False),
    }
    return next((name for name, fine in known.items() if not fine), None)


@torch.inference_mode()
def fuse(model: Any, positions: int) -> Weights:
    """The weights of a transformers model, for texts of up to `positions` tokens. `unsupported` must have said None."""
    config, body = model.config, model.model
    head = int(getattr(config, "head_dim", None) or config.hidden_size // config.num_attention_heads)
    shape = Shape(
        layers=config.num_hidden_layers,
        hidden=config.hidden_size,
        heads=config.num_attention_heads,
        kv_heads=getattr(config, "num_key_value_heads", None) or config.num_attention_heads,
        head=head,
        width=config.intermediate_size,
        vocabulary=config.vocab_size,
        epsilon=config.rms_norm_eps,
    )
    cosines, sines = _rotations(body.rotary_emb, positions)
    return Weights(
        shape=shape,
        embedding=body.embed_tokens.weight.detach(),
        layers=tuple(_layer(one) for one in body.layers),
        norm=body.norm.weight.detach(),
        unembedding=_unembedding(model),
        cosines=cosines,
        sines=sines,
    )


def _layer(module: Any) -> Layer:
    attention, mlp = module.self_attn, module.mlp
    projections = [attention.q_proj, attention.k_proj, attention.v_proj]
    biased = projections[0].bias is not None
    return Layer(
        input_norm=module.input_layernorm.weight.detach(),
        qkv=_joined(projections, "weight"),
        qkv_bias=_joined(projections, "bias") if biased else None,
        query_norm=_norm(attention, "q_norm"),
        key_norm=_norm(attention, "k_norm"),
        out=_joined([attention.o_proj], "weight"),
        mlp_norm=module.post_attention_layernorm.weight.detach(),
        gate_up=_joined([mlp.gate_proj, mlp.up_proj], "weight"),
        down=_joined([mlp.down_proj], "weight"),
    )


def _norm(attention: Any, name: str) -> torch.Tensor | None:
    module = getattr(attention, name, None)
    return None if module is None else module.weight.detach()


def _joined(modules: list[Any], name: str) -> torch.Tensor:
    """One tensor of all, of which the modules' own parameters become parts."""
    whole = _laid_out(torch.cat([getattr(one, name).detach() for one in modules]))
    end = 0
    for module in modules:
        start, end = end, end + len(getattr(module, name))
        getattr(module, name).data = whole[start:end]
    return whole


def _unembedding(model: Any) -> torch.Tensor:
    """Often the embedding itself, which must stay row by row: only a small one gets a copy in the better layout."""
    weight = model.lm_head.weight.detach()
    return _laid_out(weight) if weight.numel() <= _SMALL else weight


def _laid_out(tensor: torch.Tensor) -> torch.Tensor:
    """On the CPU a matrix is kept column by column: one row times a matrix is then up to five times as fast."""
    return tensor.t().contiguous().t() if tensor.dim() == 2 and tensor.device.type == "cpu" else tensor


def _rotations(embedding: Any, positions: int) -> tuple[torch.Tensor, torch.Tensor]:
    """As transformers computes them: angles in float32, scaled afterwards."""
    frequencies = embedding.inv_freq.float()
    steps = torch.arange(positions, device=frequencies.device, dtype=torch.float32)
    angles = torch.outer(steps, frequencies)
    scaling = float(embedding.attention_scaling)
    return (angles.cos() * scaling).contiguous(), (angles.sin() * scaling).contiguous()
