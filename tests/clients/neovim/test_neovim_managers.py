"""Plugin managers: what each does with this repository when it starts, and that nothing more has to be configured.

lazy.nvim is not here: what it does is written down as a few lines of Lua, and was tried with itself by hand. vim.pack
is Neovim's own since 0.12, and is used itself where that is there.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.clients.neovim.nvim import BINARY, NEWER, PLUGIN, ROOT, install

pytestmark = pytest.mark.timeout(120)

# Puts the folder on 'runtimepath' and reads its `plugin/` there and then, from init.lua.
LAZY_FOLDER = """
vim.go.loadplugins = false
vim.opt.runtimepath:prepend({repository} .. '/clients/neovim')
for _, file in ipairs(vim.fn.glob({repository} .. '/clients/neovim/plugin/**/*.lua', true, true)) do
  vim.cmd.source(file)
end
"""

# Reads `lazy.lua` at the top of a clone, as the body of a function, and merges it with the user's spec by its name.
LAZY_REPOSITORY = """
vim.go.loadplugins = false
local text = table.concat(vim.fn.readfile({repository} .. '/lazy.lua'), '\\n')
local spec = assert(loadstring('return function()\\n' .. text .. '\\nend'))()()
assert(spec[1] == 'vibe-lsp')
vim.opt.runtimepath:prepend({repository})
spec.config({{ name = 'vibe-lsp', dir = {repository} }}, {{}})
"""

# The `load` function of the help page, called from init.lua before plugins are read.
PACK_LOAD = """
local load = {load}
load({{ spec = {{ name = 'vibe-lsp' }}, path = {repository} }})
"""

PACK_BRANCH = "vim.cmd.packadd({ 'vibe-lsp', bang = true })"
PACK_ITSELF = "vim.pack.add({{ {{ src = {url}, version = {version} }} }}, {{ confirm = false{load} }})"

ASK = "print(vim.fn.exists(':Vibe'), vim.lsp.is_enabled('vibe_lsp'), vim.lsp.config.vibe_lsp.cmd[1])"
HELP = "print(vim.fn.getcompletion('vibe-lsp', 'help')[1])"


def started(home: Path, before: str, ask: str = ASK, binary: Path = BINARY) -> list[str]:
    """The words that an editor prints in which only `before`, in its init.lua, knows of the plugin."""
    environment = install(home, {}, before)
    (home / "data" / "nvim" / "site" / "pack" / "test" / "start" / "vibe_lsp").unlink()
    argv = [binary, "--headless", "-c", f"lua {ask}", "-c", "qa!"]
    return subprocess.run(argv, env=environment, capture_output=True, text=True, check=True).stderr.split()


def quoted(path: Path) -> str:
    return json.dumps(str(path))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What of the repository matters here, in a folder with a space: tags of the help are written into it."""
    folder = tmp_path / "my plugins" / "vibe-lsp"
    shutil.copytree(PLUGIN, folder / "clients" / "neovim", ignore=shutil.ignore_patterns("tags"))
    shutil.copy(ROOT / "lazy.lua", folder)
    return folder


@pytest.mark.parametrize("manager", [LAZY_FOLDER, LAZY_REPOSITORY], ids=["the folder", "the repository"])
def test_lazy_nvim_needs_no_configuration(manager: str, clone: Path, tmp_path: Path) -> None:
    assert started(tmp_path, manager.format(repository=quoted(clone))) == ["2", "true", "vibe-lsp"]


def test_lazy_nvim_finds_the_help_of_the_repository(clone: Path, tmp_path: Path) -> None:
    assert started(tmp_path, LAZY_REPOSITORY.format(repository=quoted(clone)), HELP) == ["vibe-lsp"]


def load_function() -> str:
    page = (PLUGIN / "doc" / "vibe-lsp.txt").read_text(encoding="utf-8")
    return "function(plugin)" + page.partition("load = function(plugin)")[2].partition("\n      end")[0] + " end"


def publish(clone: Path) -> None:
    """Make the branch by the command that the plugin's README gives to who publishes it."""
    page = (PLUGIN / "README.md").read_text(encoding="utf-8")
    command = page.partition("```sh\ngit branch")[2].partition("```")[0]
    roles = {f"GIT_{role}_{part}": "nobody" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    for line in ("git init -q -b main", "git add .", "git commit -q -m All", f"git branch{command}"):
        subprocess.run(["sh", "-ec", line], cwd=clone, check=True, env={**os.environ, **roles})


def test_vim_pack_needs_the_load_function_of_the_help_page(clone: Path, tmp_path: Path) -> None:
    before = PACK_LOAD.format(load=load_function(), repository=quoted(clone))
    assert started(tmp_path, before) == ["2", "true", "vibe-lsp"]


def test_vim_pack_needs_nothing_with_the_branch_that_holds_the_plugin_alone(clone: Path, tmp_path: Path) -> None:
    publish(clone)
    packages = tmp_path / "data" / "nvim" / "site" / "pack" / "core" / "opt" / "vibe-lsp"
    subprocess.run(["git", "clone", "-q", "-b", "neovim", clone, packages], check=True)
    assert started(tmp_path, PACK_BRANCH) == ["2", "true", "vibe-lsp"]


@pytest.mark.skipif(not NEWER.exists(), reason="Neovim 0.12 is not here: VIBE_TEST_NEWER names no folder with it")
@pytest.mark.parametrize("version", ["main", "neovim"])
def test_vim_pack_itself_installs_it(clone: Path, tmp_path: Path, version: str) -> None:
    publish(clone)
    load = f", load = {load_function()}" if version == "main" else ""
    before = PACK_ITSELF.format(url=json.dumps(clone.as_uri()), version=json.dumps(version), load=load)
    assert "2 true vibe-lsp" in " ".join(started(tmp_path, before, binary=NEWER))  # among what vim.pack prints
