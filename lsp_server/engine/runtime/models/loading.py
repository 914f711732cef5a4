"""Which model answers, on which device, and why; then loads it.

`choose` only looks: it reads configs and asks the device for free memory. `load` reads the weights.
"""

import gc
import json
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import torch
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedTokenizerFast
from transformers.utils import logging as transformers_logging

from lsp_server.engine.profiles import family
from lsp_server.engine.runtime.models import hub
from lsp_server.engine.runtime.models.memory import Plan, count_parameters, fits, plan, plan_beside
from lsp_server.errors import EngineUnavailableError, ModelBrokenError

PREFERRED = ("WeiboAI/VibeThinker-1.5B", "WeiboAI/VibeThinker-3B")
"""What `auto` looks for, in this order, where there is a GPU."""

_AUTO_MODEL: Any = AutoModelForCausalLM
_AUTO_CONFIG: Any = AutoConfig
_TOKENIZER: Any = PreTrainedTokenizerFast
"""transformers' types are too wide to be of help."""

_SMALL = 400_000_000
"""Parameters. Below, float32 is as fast as bfloat16 on a CPU; above, memory bandwidth decides."""


@dataclass(frozen=True, slots=True)
class Device:
    """`free` is in bytes; `kind` is torch's name (cuda, mps, cpu)."""

    kind: str
    name: str
    free: int


@dataclass(frozen=True, slots=True)
class Choice:
    """`reason` is the sentence that tells the user why this model, and how to get another.

    `beside`: it only fills, next to a model that answers. `reserved`: bytes of the device that are another's.
    """

    id: str
    family: str
    folder: Path
    device: Device
    reason: str
    beside: bool = False
    reserved: int = 0


@dataclass(frozen=True, slots=True)
class Loaded:
    choice: Choice
    model: Any
    tokenizer: Any
    plan: Plan


def devices(wish: str = "auto") -> Device:
    """The device to run on. Raises EngineUnavailableError when the one that was asked for is not there."""
    available = {"cuda": torch.cuda.is_available, "mps": torch.backends.mps.is_available, "cpu": lambda: True}
    for kind in ("cuda", "mps", "cpu") if wish == "auto" else (wish,):
        if available[kind]():
            return _device(kind)
    raise EngineUnavailableError(f"`engine.device` is `{wish}`, but torch finds no such device here. Set it to `auto`.")


def choose(model: str, device: str = "auto") -> Choice:
    """What the settings `engine.model` and `engine.device` come to on this machine."""
    where = devices(device)
    if model != "auto":
        folder = hub.find(model)
        return Choice(model, _family(model, folder), folder, where, f"The setting `engine.model` asks for {model}.")
    name, reason = _automatic(where)
    return Choice(name, family(name), hub.find(name), where, reason)


def load(choice: Choice) -> Loaded:
    """Raises ModelBrokenError or EngineUnavailableError with the sentence for the user."""
    hub.check(choice.folder)
    transformers_logging.disable_progress_bar()
    found, dtype = planned(choice)
    if not fits(found, choice.device.free):
        raise EngineUnavailableError(_too_large(choice, found))
    if not choice.beside:
        _set_threads(found.parameters, choice.device)
    try:
        model, report = _AUTO_MODEL.from_pretrained(
            choice.folder,
            dtype=getattr(torch, dtype),
            local_files_only=True,
            use_safetensors=True,
            attn_implementation="sdpa",
            output_loading_info=True,
        )
        tokenizer = read_tokenizer(choice.folder)
    except (OSError, ValueError, RuntimeError, KeyError, TypeError) as error:
        raise ModelBrokenError(f"The model in {choice.folder} cannot be loaded: {_first_line(error)}") from error
    _check_report(choice, report)
    return Loaded(choice, model.to(choice.device.kind).eval(), tokenizer, found)


def planned(choice: Choice) -> tuple[Plan, str]:
    """The memory plan and the number format for `choice`."""
    config, dtype = read(choice)
    if choice.beside:
        return plan_beside(config, dtype), dtype
    return plan(config, dtype, choice.device.kind != "cpu", choice.device.free, choice.reserved), dtype


def read(choice: Choice) -> tuple[Any, str]:
    """transformers' config, and the number format. Raises ModelBrokenError."""
    try:
        config = _AUTO_CONFIG.from_pretrained(choice.folder, local_files_only=True)
        wide = choice.device.kind == "cpu" and count_parameters(config) <= _SMALL
        return config, "float32" if wide else "bfloat16"
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as error:
        raise ModelBrokenError(f"The model in {choice.folder} cannot be used: {_first_line(error)}") from error


def read_tokenizer(folder: Path) -> Any:
    """The tokenizer exactly as tokenizer.json has it.

    AutoTokenizer would, for Qwen2, keep only the vocabulary of that file and put its own splitting of words and its
    own normalisation in place of what the checkpoint was trained with.
    """
    return _TOKENIZER.from_pretrained(folder, local_files_only=True)


def used_memory(kind: str) -> dict[str, int]:
    """Bytes that this process holds on the device, and bytes that are free there."""
    held: dict[str, Callable[[], int]] = {
        "cuda": torch.cuda.memory_reserved,
        "mps": torch.mps.driver_allocated_memory,
        "cpu": lambda: psutil.Process().memory_info().rss,
    }
    return {"used": int(held[kind]()), "free": _device(kind).free}


def free_cache() -> None:
    """Give back what models that nobody holds any more took, on the device as well."""
    gc.collect()
    if torch.cuda.is_initialized():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()


def _automatic(device: Device) -> tuple[str, str]:
    """The name that `auto` stands for, and why."""
    wanted = PREFERRED[0]
    if device.kind == "cpu":
        return "starter", (
            f"No GPU is used here, so the small embedded model answers. With a GPU, {wanted} does: "
            f"`vibe-lsp model get {wanted}`."
        )
    here = [name for name in PREFERRED if (folder := hub.cached(name)) and hub.problem(folder) is None]
    if not here:
        return "starter", (
            f"{wanted} is not on this machine, so the small embedded model answers. "
            f"Get it with `vibe-lsp model get {wanted}`."
        )
    for name in here:
        choice = Choice(name, family(name), hub.find(name), device, "")
        found, _ = planned(choice)
        if fits(found, device.free):
            return name, f"{name} is on this machine and fits on {device.name}."
    return "starter", (
        f"{here[0]} does not fit into the {_gigabytes(device.free)} that are free on {device.name}, so the small "
        "embedded model answers. Free some GPU memory and restart the engine."
    )


def _device(kind: str) -> Device:
    if kind == "cuda":
        free, _ = torch.cuda.mem_get_info()
        return Device(kind, torch.cuda.get_device_name(), free)
    if kind == "mps":
        free = torch.mps.recommended_max_memory() - torch.mps.current_allocated_memory()
        return Device(kind, "the Apple GPU", free)
    return Device(kind, "the CPU", psutil.virtual_memory().available)


def _family(model: str, folder: Path) -> str:
    """By name; a folder that is called anything may still say in its config what it was made from."""
    if folder == hub.STARTER:
        return "starter"
    named = family(model)
    if named != "chat":
        return named
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return named
    return family(str(config.get("_name_or_path", "")))


def _set_threads(parameters: int, device: Device) -> None:
    """One thread is fastest for a tiny model; a large one gets the cores but one, which stays with the editor."""
    if device.kind == "cpu":
        cores = os.cpu_count() or 1
        torch.set_num_threads(1 if parameters < _SMALL // 10 else max(1, cores - 1))


def _check_report(choice: Choice, report: Any) -> None:
    """transformers fills missing tensors with random numbers and only warns."""
    names: list[str] = [*report["missing_keys"], *(name for name, *_ in report["mismatched_keys"])]
    if names:
        raise ModelBrokenError(
            f"The model in {choice.folder} cannot be used: {len(names)} tensors are missing or have the wrong shape, "
            f"such as {min(names)}. Please get the model again."
        )


def _too_large(choice: Choice, found: Plan) -> str:
    return (
        f"{choice.id} needs {_gigabytes(found.total)} ({_gigabytes(found.weights)} weights, the rest cache), and "
        f"{_gigabytes(choice.device.free)} are free on {choice.device.name}. "
        "Free some memory, set `engine.device`, or set `engine.model` to `starter`."
    )


def _gigabytes(count: int) -> str:
    return f"{count / 1e9:.1f} GB"


def _first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
