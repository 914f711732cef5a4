"""One set of weights from several runs."""

from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from lsp_server.starter.train.average import main


def folder(path: Path, value: float, size: int = 3) -> Path:
    path.mkdir()
    (path / "config.json").write_text(path.name)
    save_file({"w": torch.full((size,), value, dtype=torch.bfloat16)}, path / "model.safetensors")
    return path


def test_the_mean_is_weighted_and_keeps_the_number_format(tmp_path: Path) -> None:
    first, last = folder(tmp_path / "first", 1.0), folder(tmp_path / "last", 5.0)
    main([str(tmp_path / "out"), f"{first}=1", f"{last}=3"])
    mixed = load_file(tmp_path / "out" / "model.safetensors")["w"]
    assert mixed.dtype == torch.bfloat16
    assert mixed.tolist() == [4.0, 4.0, 4.0]
    assert (tmp_path / "out" / "config.json").read_text() == "last"


def test_models_of_different_shapes_are_not_mixed(tmp_path: Path) -> None:
    first, last = folder(tmp_path / "first", 1.0), folder(tmp_path / "last", 5.0, size=4)
    with pytest.raises(ValueError, match="one shape"):
        main([str(tmp_path / "out"), f"{first}=1", f"{last}=3"])
    assert not (tmp_path / "out").exists()
