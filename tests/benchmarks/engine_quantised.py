"""What weight-only int8 and int4 cost in logits: `python -m tests.benchmarks.engine_quantised [--model M]`.

Needs torchao, which nothing else here does. The model writes texts (greedy, unquantised), and at each of their tokens
is compared with its quantised self: the mean divergence of the distributions, how often the likeliest token stays. It
measures no speed: on a CPU there is none to be gained, and on a GPU the products must first be compiled there.
"""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

import torch

from lsp_server.engine.runtime.models import loading

ASKED = (
    "Return the sum of the even numbers of nums.",
    "Given a list of words, return the longest one.",
    "<|fim_prefix|>def add(a, b):\n    return <|fim_suffix|>\n<|fim_middle|>",
)
TOKENS = 64

_INT4: Any = vars(torch)["int4"]
"""torch's stubs do not know it."""


def kinds() -> Mapping[str, Any]:
    from torchao.quantization import (  # pyright: ignore[reportMissingImports] -- not one of our dependencies
        Int8WeightOnlyConfig,
        IntxWeightOnlyConfig,
        PerGroup,
    )

    return {
        "int8": Int8WeightOnlyConfig(),
        "int4, groups of 64": IntxWeightOnlyConfig(weight_dtype=_INT4, granularity=PerGroup(64)),
    }


@torch.inference_mode()
def written(model: Any, ids: Sequence[int]) -> list[int]:
    """`ids` and what the model goes on with."""
    start = torch.tensor([list(ids)], device=model.device)
    return model.generate(start, max_new_tokens=TOKENS, do_sample=False, pad_token_id=0)[0].tolist()


@torch.inference_mode()
def logarithms(model: Any, ids: Sequence[int]) -> torch.Tensor:
    """Of the probabilities of each next token, float32 [tokens, vocabulary]."""
    return torch.log_softmax(model(torch.tensor([list(ids)], device=model.device)).logits[0].float(), -1)


def main() -> None:
    from torchao.quantization import quantize_  # pyright: ignore[reportMissingImports] -- see above

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default="starter")
    name = parser.parse_args().model
    loaded = loading.load(loading.choose(name))
    texts = [written(loaded.model, loaded.tokenizer(asked).input_ids) for asked in ASKED]
    wanted = torch.cat([logarithms(loaded.model, text) for text in texts])
    for kind, config in kinds().items():
        model = loading.load(loading.choose(name)).model
        quantize_(model, config)
        found = torch.cat([logarithms(model, text) for text in texts])
        divergence = (wanted.exp() * (wanted - found)).sum(-1).mean()
        same = (wanted.argmax(-1) == found.argmax(-1)).float().mean()
        print(f"{kind}: divergence {float(divergence):.4f} nats, same token {100 * float(same):.1f} % of {len(found)}")


if __name__ == "__main__":
    main()
