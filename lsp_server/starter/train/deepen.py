"""More layers for weights that are trained already, without changing what they answer.

A copied layer whose two output matrices are zero adds nothing to the stream that runs past it, yet has gradients from
the first step on (Wu et al. 2024, "LLaMA Pro"): a run goes on from all that shallower ones have learnt.
"""

import re
from collections.abc import Mapping

from torch import Tensor

_LAYER = re.compile(r"^model\.layers\.(\d+)\.(.+)$")
_OUTPUTS = ("self_attn.o_proj.weight", "mlp.down_proj.weight")


def deepened(weights: Mapping[str, Tensor], layers: int) -> dict[str, Tensor]:
    """`weights`, by name as in a state dict, for a network with `layers` of them.

    Raises ValueError when they have more layers than that.
    """
    has = 1 + max(int(found[1]) for name in weights if (found := _LAYER.match(name)))
    if layers < has:
        raise ValueError(f"Weights with {has} layers do not fit into {layers}.")
    made = {name: tensor for name, tensor in weights.items() if not _LAYER.match(name)}
    for at, (source, copied) in enumerate(_order(has, layers)):
        for name, tensor in weights.items():
            found = _LAYER.match(name)
            if found and int(found[1]) == source:
                silent = copied and found[2] in _OUTPUTS
                made[f"model.layers.{at}.{found[2]}"] = tensor * 0 if silent else tensor.clone()
    return made


def _order(has: int, wanted: int) -> list[tuple[int, bool]]:
    """For each layer of the deeper network: the one that it comes from, and whether it is a silent copy of it."""
    copies = [((number + 1) * has - 1) // (wanted - has) for number in range(wanted - has)]
    return [(layer, copied) for layer in range(has) for copied in (False, *[True] * copies.count(layer))]
