"""`python -m lsp_server.engine.runtime.models.inventory`: the models on this machine, as JSON on standard output.

An array of objects: `id` (what to write into `engine.model`), `folder`, `bytes`, and `problem`, a phrase that says why
the model cannot be loaded, or null. The embedded model comes first. Needs no torch and asks nobody.
"""

import json
import sys
from pathlib import Path
from typing import Any

from huggingface_hub import CacheNotFound, scan_cache_dir

from lsp_server.engine.runtime.models import hub


def inventory() -> list[dict[str, Any]]:
    return [_entry("starter", hub.STARTER), *(_entry(name, folder) for name, folder in _cached())]


def _cached() -> list[tuple[str, Path]]:
    """Language models of the hub's cache; what has no weights in safetensors (datasets, vision, …) is left out."""
    try:
        names = sorted(repo.repo_id for repo in scan_cache_dir().repos if repo.repo_type == "model")
    except CacheNotFound:
        return []
    return [(name, folder) for name in names if (folder := hub.cached(name)) and (folder / "config.json").is_file()]


def _entry(name: str, folder: Path) -> dict[str, Any]:
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return {"id": name, "folder": str(folder), "bytes": size, "problem": hub.problem(folder)}


if __name__ == "__main__":
    json.dump(inventory(), sys.stdout, indent=2)
    sys.stdout.write("\n")
