"""Deeper networks that begin as what a shallower one is."""

import pytest
import torch
from transformers import Qwen2Config, Qwen2ForCausalLM

from lsp_server.starter.train.deepen import deepened


def network(layers: int) -> Qwen2ForCausalLM:
    shape = {"hidden_size": 32, "intermediate_size": 48, "num_attention_heads": 2, "num_key_value_heads": 1}
    config = Qwen2Config(vocab_size=50, num_hidden_layers=layers, initializer_range=0.4, **shape)
    return Qwen2ForCausalLM(config).eval()


@pytest.mark.parametrize(("has", "wanted"), [(1, 2), (3, 5), (6, 8), (4, 4), (2, 6)])
def test_more_layers_say_what_fewer_said_and_all_of_them_can_learn(has: int, wanted: int) -> None:
    torch.manual_seed(has)
    shallow, deep = network(has), network(wanted)
    deep.load_state_dict(deepened(shallow.state_dict(), wanted))
    ids = torch.randint(0, 50, (2, 9))
    logits = deep(ids).logits
    assert torch.allclose(logits, shallow(ids).logits, atol=1e-4)
    logits.square().sum().backward()
    assert all(layer.mlp.down_proj.weight.grad.abs().max() > 0 for layer in deep.model.layers)


def test_copies_stand_among_the_layers_not_all_at_the_end() -> None:
    marked = {f"model.layers.{at}.input_layernorm.weight": torch.full((2,), float(at)) for at in range(6)}
    deep = deepened(marked, 8)
    assert [int(deep[f"model.layers.{at}.input_layernorm.weight"][0]) for at in range(8)] == [0, 1, 2, 2, 3, 4, 5, 5]


def test_layers_are_never_dropped() -> None:
    with pytest.raises(ValueError, match="3 layers do not fit into 2"):
        deepened(network(3).state_dict(), 2)
