"""A run: the model with its average and optimizers, its checkpoint, and the weights that it exports."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from transformers import GenerationConfig, Qwen2ForCausalLM

from lsp_server.starter import tokenizer as tokens
from lsp_server.starter.train import mastery
from lsp_server.starter.train.deepen import deepened
from lsp_server.starter.train.network import CONTEXT, configuration, device, network

SAMPLING = {"do_sample": True, "temperature": 0.5, "top_p": 0.95, "top_k": 0}
MATRIX_RATE, OTHER_RATE = 5e-3, 3e-3


@dataclass
class Run:
    """Everything that a checkpoint holds.

    average   the moving average of the weights: what is exported
    failures  by subject, how often its code was wrong (mastery.py); `failed` is the same over the last steps
    """

    model: Any
    average: list[Tensor]
    optimizers: list[torch.optim.Optimizer]
    spent_s: float = 0.0
    steps: int = 0
    tokens: int = 0
    failures: Any = field(default_factory=mastery.unknown)
    failed: float = 0.0
    loss: float = 0.0
    stopping: bool = False


def start(folder: Path) -> Run:
    """A fresh model and its optimizers: Muon for the matrices inside, AdamW for embeddings and norms."""
    model = network(folder)
    matrices = [p for name, p in model.named_parameters() if p.ndim == 2 and "embed" not in name]
    others = [p for name, p in model.named_parameters() if p.ndim != 2 or "embed" in name]
    optimizers: list[torch.optim.Optimizer] = [
        torch.optim.Muon(matrices, lr=MATRIX_RATE, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"),
        torch.optim.AdamW(others, lr=OTHER_RATE, betas=(0.9, 0.98), weight_decay=0.0),
    ]
    return Run(model, [p.detach().clone() for p in model.parameters()], optimizers)


def begin_with(run: Run, weights: Path) -> None:
    """The exported weights of an earlier, perhaps shallower run; schedule and optimizers start anew."""
    earlier: Any = Qwen2ForCausalLM
    known = earlier.from_pretrained(weights, dtype=torch.float32).state_dict()
    run.model.load_state_dict(deepened(known, run.model.config.num_hidden_layers))
    run.average = [parameter.detach().clone() for parameter in run.model.parameters()]


def save(run: Run, folder: Path) -> None:
    state = {
        "model": run.model.state_dict(),
        "average": run.average,
        "optimizers": [optimizer.state_dict() for optimizer in run.optimizers],
        "counts": {
            "spent_s": run.spent_s,
            "steps": run.steps,
            "tokens": run.tokens,
            "failed": run.failed,
        },
        "failures": torch.tensor(list(run.failures)),
    }
    torch.save(state, folder / "checkpoint.new")
    os.replace(folder / "checkpoint.new", folder / "checkpoint.pt")


def resume(run: Run, folder: Path) -> None:
    """Take up the checkpoint of an earlier run, if there is one."""
    if not (folder / "checkpoint.pt").is_file():
        return
    state = torch.load(folder / "checkpoint.pt", map_location=device(), weights_only=True)
    run.model.load_state_dict(state["model"])
    run.average = state["average"]
    for optimizer, values in zip(run.optimizers, state["optimizers"], strict=True):
        optimizer.load_state_dict(values)
    for name, value in state["counts"].items():
        setattr(run, name, value)
    run.failures[:] = state["failures"].tolist()


def export(run: Run, tokenizer_folder: Path, out: Path) -> None:
    """Write the averaged weights in bf16, with tokenizer and configuration. Each file is replaced whole."""
    fresh = out.with_name(out.name + ".new")
    model: Any = Qwen2ForCausalLM(configuration(tokenizer_folder))
    with torch.no_grad():
        for parameter, average in zip(model.parameters(), run.average, strict=True):
            parameter.copy_(average)
    model.set_attn_implementation("sdpa")
    model.generation_config = GenerationConfig(
        eos_token_id=tokens.stop_ids(tokens.load(tokenizer_folder)), pad_token_id=model.config.pad_token_id, **SAMPLING
    )
    model.to(torch.bfloat16).save_pretrained(fresh)
    tokens.save(tokens.load(tokenizer_folder), fresh, CONTEXT)
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(fresh.iterdir(), key=lambda path: path.suffix == ".safetensors"):
        path.chmod(0o644)
        os.replace(path, out / path.name)
    fresh.rmdir()
