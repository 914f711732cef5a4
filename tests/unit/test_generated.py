"""What pages say about the code is what the code says."""

import re
import subprocess
import sys
from pathlib import Path

from tests.generate import ROOT, stale


def test_generated_parts_of_pages_are_current() -> None:
    assert [path.name for path, _ in stale()] == [], "run `make generate`"


def test_the_files_that_the_readme_links_to_are_there() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md"):
        links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
        assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_command_of_the_readme_exists() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    used = set(re.findall(r"^vibe-lsp ([a-z]+)|`vibe-lsp ([a-z]+)", page, flags=re.MULTILINE))
    used = {name for pair in used for name in pair if name}
    shown = subprocess.run(
        [sys.executable, "-m", "lsp_server", "--help"], capture_output=True, text=True, check=True, cwd=Path(ROOT)
    ).stdout
    assert used, "the README shows no command"
    assert {name for name in used if name not in shown} == set()
