"""Models that lie on this machine: in the hub's cache, in a folder, or shipped with the package. Never the network."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from safetensors import SafetensorError, safe_open

from lsp_server.errors import ModelBrokenError, ModelNotFoundError

STARTER = Path(__file__).parents[3] / "starter" / "weights"


def cached(name: str) -> Path | None:
    """The newest snapshot of hub id `name` in the cache (HF_HOME is honoured), complete or not."""
    import huggingface_hub
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    library: Any = huggingface_hub
    try:
        return Path(library.snapshot_download(name, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError):
        return None


def find(name: str) -> Path:
    """The folder of `name`: a folder, a hub id, or `starter`. Raises ModelNotFoundError."""
    if name == "starter":
        return STARTER
    folder = Path(name).expanduser()
    if folder.is_dir():
        return folder.resolve()
    if found := cached(name):
        return found
    if folder.is_absolute() or name.startswith((".", "~")):
        raise ModelNotFoundError(f"There is no model folder {name}. Correct the setting `engine.model`.")
    raise ModelNotFoundError(
        f"The model {name} is not on this machine. Get it with `vibe-lsp model get {name}`, "
        "or set `engine.model` to `auto` or `starter`."
    )


def problem(folder: Path) -> str | None:
    """Why `folder` cannot be loaded as a language model; None when its files look whole. Reads no weights."""
    return next(_problems(folder), None)


def check(folder: Path) -> None:
    """Raises ModelBrokenError with a sentence when `folder` holds no complete checkpoint."""
    if found := problem(folder):
        advice = "reinstall vibe-lsp" if folder == STARTER else "get the model again, or choose another `engine.model`"
        raise ModelBrokenError(f"The model in {folder} cannot be used: {found}. Please {advice}.")


def _problems(folder: Path) -> Iterator[str]:
    """Reasons in the order in which they should be told."""
    try:
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        yield "it has no config.json"
        return
    except (OSError, ValueError) as error:
        yield f"its config.json cannot be read ({error})"
        return
    architectures: list[str] = config.get("architectures") or []
    if not any("CausalLM" in name for name in architectures):
        yield f"it is no language model but {', '.join(architectures) or 'something unknown'}"
    if not (folder / "tokenizer.json").is_file():
        yield "its tokenizer.json is missing"
    yield from _weight_problems(folder)


def _weight_problems(folder: Path) -> Iterator[str]:
    try:
        files = _weight_files(folder)
    except (OSError, ValueError, KeyError) as error:
        yield f"its model.safetensors.index.json cannot be read ({error})"
        return
    if not files:
        yield "it has no weights in safetensors files"
    for path in files:
        if not path.is_file():
            yield f"{path.name} is missing (the download is not complete)"
            continue
        try:
            opened: Any = safe_open(path, framework="np")
            with opened as weights:
                weights.keys()
        except (SafetensorError, OSError) as error:
            yield f"{path.name} is damaged or not complete ({error})"


def _weight_files(folder: Path) -> list[Path]:
    index = folder / "model.safetensors.index.json"
    if index.is_file():
        names: set[str] = set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
        return [folder / name for name in sorted(names)]
    return sorted(folder.glob("*.safetensors"))
