"""Plugin managers: what each does with this repository when it starts, and that nothing more has to be configured.

The managers are not here; what they do is written down as a few lines of Lua. It was tried with
lazy.nvim itself by hand.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.clients.neovim.nvim import BINARY, PLUGIN, ROOT, install

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

PACK_BRANCH = "vim.cmd.packadd({{ 'vibe-lsp', bang = true }})"

ASK = "print(vim.fn.exists(':Vibe'), vim.lsp.is_enabled('vibe_lsp'), vim.lsp.config.vibe_lsp.cmd[1])"
HELP = "print(vim.fn.getcompletion('vibe-lsp', 'help')[1])"


def started(home: Path, before: str, ask: str = ASK) -> list[str]:
    """The words that an editor prints in which only `before`, in its init.lua, knows of the plugin."""
    environment = install(home, {}, before)
    (home / "data" / "nvim" / "site" / "pack" / "test" / "start" / "vibe_lsp").unlink()
    argv = [BINARY, "--headless", "-c", f"lua {ask}", "-c", "qa!"]
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


def test_vim_pack_needs_the_load_function_of_the_help_page(clone: Path, tmp_path: Path) -> None:
    page = (PLUGIN / "doc" / "vibe-lsp.txt").read_text(encoding="utf-8")
    load = "function(plugin)" + page.partition("load = function(plugin)")[2].partition("\n      end")[0] + " end"
    before = PACK_LOAD.format(load=load, repository=quoted(clone))
    assert started(tmp_path, before) == ["2", "true", "vibe-lsp"]


def test_vim_pack_needs_nothing_with_the_branch_that_holds_the_plugin_alone(clone: Path, tmp_path: Path) -> None:
    """The branch is made by the command that the plugin's README gives to who publishes it."""
    page = (PLUGIN / "README.md").read_text(encoding="utf-8")
    command = page.partition("```sh\ngit branch")[2].partition("```")[0]
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
    environment = {f"GIT_{role}_{part}": "nobody" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    for line in (["init", "-q"], ["add", "."], [*who, "commit", "-q", "-m", "All"]):
        subprocess.run(["git", *line], cwd=clone, check=True)
    made = ["env", *(f"{name}={value}" for name, value in environment.items()), "sh", "-ec", f"git branch{command}"]
    subprocess.run(made, cwd=clone, check=True)
    packages = tmp_path / "data" / "nvim" / "site" / "pack" / "core" / "opt" / "vibe-lsp"
    subprocess.run(["git", "clone", "-q", "-b", "neovim", clone, packages], check=True)
    assert started(tmp_path, PACK_BRANCH.format()) == ["2", "true", "vibe-lsp"]
