"""`python -m lsp_server.starter.train.average OUT FOLDER=SHARE...`: one set of weights from the ends of several runs.

Runs that went on from one another end in different corners of one basin; their weighted mean is better than any of
them and costs nothing to run (Wortsman et al. 2022, "Model soups"). Shares are scaled to one; everything but the
weights comes from the last folder.
"""

import argparse
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import safetensors.torch
import torch

WEIGHTS = "model.safetensors"

_FILES: Any = safetensors.torch
"""Its own annotations leave the type of a path open."""


def average(folders: Mapping[Path, float], out: Path) -> None:
    """Raises ValueError when the folders hold models of different shapes, or the shares add up to nothing."""
    models: dict[Path, dict[str, torch.Tensor]] = {folder: _FILES.load_file(folder / WEIGHTS) for folder in folders}
    shapes = {tuple((name, *tensor.shape) for name, tensor in sorted(model.items())) for model in models.values()}
    whole = sum(folders.values())
    if len(shapes) != 1 or whole <= 0:
        raise ValueError("Averaging needs models of one shape, and shares whose sum is more than 0.")
    last = [*folders][-1]
    mixed = {
        name: sum(
            (share / whole * models[folder][name].float() for folder, share in folders.items()), torch.zeros(())
        ).to(tensor.dtype)
        for name, tensor in models[last].items()
    }
    shutil.copytree(last, out, dirs_exist_ok=True)
    _FILES.save_file(mixed, out / WEIGHTS, metadata={"format": "pt"})


def _part(text: str) -> tuple[Path, float]:
    folder, _, share = text.rpartition("=")
    if not folder:
        raise argparse.ArgumentTypeError(f"`{text}` is not FOLDER=SHARE, such as runs/first/weights=0.3")
    return Path(folder), float(share)


def main(argv: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m lsp_server.starter.train.average", description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("parts", type=_part, nargs="+", metavar="FOLDER=SHARE")
    options = parser.parse_args(argv)
    average(dict(options.parts), options.out)


if __name__ == "__main__":
    main()
