"""The shape of the project: who imports whom, what the server's start costs, that pages about the tree are true."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "lsp_server"


def modules_after(statement: str) -> set[str]:
    code = f"{statement}\nimport sys, json; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("entrance", ["lsp_server.server", "lsp_server.cli", "lsp_server.engine.client"])
def test_the_front_doors_open_without_the_models_libraries(entrance: str) -> None:
    loaded = modules_after(f"import {entrance}")
    assert not loaded & {"torch", "transformers", "huggingface_hub"}
    assert entrance in loaded


def test_the_runtime_needs_nothing_but_torch_and_transformers() -> None:
    """It is measured on machines that have nothing else."""
    loaded = modules_after("import lsp_server.engine.runtime.decoder")
    assert not loaded & {"fastapi", "uvicorn", "pygls", "tree_sitter", "pydantic_settings", "platformdirs"}


def test_every_module_says_what_it_does() -> None:
    silent = [
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*.py")
        if path.stat().st_size and not path.read_text(encoding="utf-8").lstrip().startswith(('"""', 'r"""'))
    ]
    assert silent == []


def test_no_file_has_grown_past_the_wall() -> None:
    long = {path.name: count for path in PACKAGE.rglob("*.py") if (count := len(path.read_text().splitlines())) > 400}
    assert long == {}


def test_the_tree_in_contributing_is_the_tree_on_disk() -> None:
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    listed = {
        line.split()[0] for line in page.partition("```text\n")[2].partition("```")[0].splitlines() if line.split()
    }
    there = {path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py") if path.name != "__init__.py"}
    assert listed == there
