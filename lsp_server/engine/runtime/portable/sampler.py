"""`sampling` in the place where transformers' continuous batching puts its logits processors.

Its manager shares one random stream and one `do_sample` among all requests; here each row has wishes of its own.
"""

from typing import Any

import torch
from transformers.generation.continuous_batching.cb_logits_processors import ContinuousBatchingLogitsProcessorList
from transformers.generation.logits_process import LogitsProcessorList

from lsp_server.engine.runtime.decoding.noise import step_seed
from lsp_server.engine.runtime.decoding.sampling import Wishes, noised

_ROWS = 4
"""Per request: temperature and top_p (floats, stored bit by bit), top_k, noise seed of this step."""

_DEFAULTS: dict[str, Any] = {"temperature": 0.0, "top_p": 1.0, "top_k": 0, "seed": 0}


class RowSampler(ContinuousBatchingLogitsProcessorList):
    """Takes the place of the manager's list of processors; the manager itself must run with `do_sample=False`."""

    def __init__(self) -> None:
        super().__init__(LogitsProcessorList())
        self.tensors_required = _ROWS
        self.do_processing = True

    def check_kwargs(self, kwargs: dict[str, Any]) -> None:
        if unknown := set(kwargs) - set(_DEFAULTS):
            raise ValueError(f"The sampler does not know {sorted(unknown)}.")

    def fill_defaults(self, int32_tensor: torch.Tensor) -> None:
        int32_tensor.copy_(_rows([_DEFAULTS], [0]))

    def prepare_tensor_args(self, requests_in_batch: list[Any], arg_storage: torch.Tensor) -> torch.Tensor:
        """`position_offset` already counts the tokens of this step, so it is the position of the token to draw."""
        states = [request.state for request in requests_in_batch if request.has_new_token]
        if states:
            wanted = [{**_DEFAULTS, **state.logit_processor_kwargs} for state in states]
            noise = [step_seed(one["seed"], state.position_offset) for one, state in zip(wanted, states, strict=True)]
            arg_storage[:, : len(states)] = _rows(wanted, noise).to(arg_storage.device)
        return arg_storage

    def __call__(self, input_ids: Any, scores: torch.Tensor, logits_processor_args: torch.Tensor) -> torch.Tensor:
        rows = logits_processor_args[:, : scores.size(0)]
        return noised(scores, Wishes(rows[0].view(torch.float32), rows[1].view(torch.float32), rows[2], rows[3]))


def _rows(wanted: list[dict[str, Any]], noise: list[int]) -> torch.Tensor:
    floats = torch.tensor([[one[name] for one in wanted] for name in ("temperature", "top_p")], dtype=torch.float32)
    whole = torch.tensor([[one["top_k"] for one in wanted], noise], dtype=torch.int32)
    return torch.cat([floats.view(torch.int32), whole])
