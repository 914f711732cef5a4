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

COUNTED = """
enabled = 0
local enable = vim.lsp.enable
vim.lsp.enable = function(...)
  enabled = enabled + 1
  return enable(...)
end
"""

# No manager: the repository is on 'runtimepath', and Neovim reads its `plugin/` by itself.
ITSELF = "vim.opt.runtimepath:append({repository})"

# Reads `plugin/` there and then, from init.lua.
LAZY = """
vim.go.loadplugins = false
vim.opt.runtimepath:prepend({repository})
for _, file in ipairs(vim.fn.glob({repository} .. '/plugin/**/*.lua', true, true)) do
  vim.cmd.source(file)
end
"""

# Without the link it finds nothing, until `config` of the spec is called.
LAZY_CONFIG = LAZY + "({config})({{ name = 'vibe-lsp', dir = {repository} }}, {{}})"

PACK = "vim.pack.add({ 'URL of the repository' })"
AGREED = "vim.fn.confirm = function() return 1 end"  # to install it, which vim.pack asks

ASK = """io.stdout:write(vim.inspect({
  vim.fn.exists(':Vibe'), vim.lsp.is_enabled('vibe_lsp'), enabled, vim.lsp.config.vibe_lsp.cmd[1],
  #vim.api.nvim_get_runtime_file('lsp/vibe_lsp.lua', true), vim.fn.getcompletion('vibe-lsp', 'help')[1],
  vim.fn.getcompletion('vibe_ls', 'checkhealth')[1] }))""".replace("\n", " ")
THERE = '{ 2, true, 1, "vibe-lsp", 1, "vibe-lsp", "vibe_lsp" }'
"""The command, the server, enabled once, its command line, one configuration of it, the page of help, the report."""

needs_vim_pack = pytest.mark.skipif(
    not NEWER.exists(), reason="Neovim 0.12 is not here: VIBE_TEST_NEWER names no folder with it"
)
NO_LINKS = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.symlinks", "GIT_CONFIG_VALUE_0": "false"}
"""Of Windows, where making one is a privilege: in place of a link git writes a file that holds its target."""


def started(home: Path, before: str, *later: str, binary: Path = BINARY, **more: str) -> str:
    """What an editor prints in which only `before`, in its init.lua, or what is called later knows of the plugin."""
    environment = install(home, {}, COUNTED + before)
    (home / "data" / "nvim" / "site" / "pack" / "test" / "start" / "vibe_lsp").unlink()
    commands = [word for line in (*later, ASK) for word in ("-c", f"lua {line}")]
    argv = [binary, "--headless", *commands, "-c", "qa!"]
    done = subprocess.run(argv, env={**environment, **more}, capture_output=True, text=True, check=True)
    return done.stdout


def quoted(path: Path) -> str:
    return json.dumps(str(path))


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What of the repository matters here, in a folder with a space: tags of the help are written into it."""
    folder = tmp_path / "my plugins" / "vibe-lsp"
    shutil.copytree(PLUGIN, folder / "clients" / "neovim", ignore=shutil.ignore_patterns("tags"))
    shutil.copy(ROOT / "plugin", folder, follow_symlinks=False)
    return folder


@pytest.fixture
def published(clone: Path) -> Path:
    """The same as a repository."""
    roles = {f"GIT_{role}_{part}": "nobody" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    for line in ("init -q -b main", "add .", "commit -q -m All"):
        subprocess.run(["git", *line.split()], cwd=clone, check=True, env={**os.environ, **roles})
    return clone


def of_help_page(name: str, end: str) -> str:
    """A function that the page shows."""
    page = (PLUGIN / "doc" / "vibe-lsp.txt").read_text(encoding="utf-8")
    return " ".join(page.partition(name)[2].partition(end)[0].split())


def without_links(clone: Path) -> None:
    link = clone / "plugin"
    target = str(link.readlink())
    link.unlink()
    link.write_text(target, encoding="utf-8")


@pytest.mark.parametrize("manager", [ITSELF, LAZY], ids=["none", "lazy.nvim"])
def test_the_repository_is_a_plugin_and_nothing_is_to_be_configured(manager: str, clone: Path, tmp_path: Path) -> None:
    assert started(tmp_path, manager.format(repository=quoted(clone))) == THERE


def test_lazy_nvim_without_links_needs_the_config_of_the_help_page(clone: Path, tmp_path: Path) -> None:
    without_links(clone)
    config = of_help_page("config = ", " }\n")
    assert started(tmp_path, LAZY_CONFIG.format(repository=quoted(clone), config=config)) == THERE


def test_an_older_neovim_finds_the_report_that_says_so(clone: Path, tmp_path: Path) -> None:
    older = "vim.fn.has = function() return 0 end\n"
    shown = started(tmp_path, older + ITSELF.format(repository=quoted(clone)))
    assert shown == '{ 0, false, 0, "vibe-lsp", 1, "vibe-lsp", "vibe_lsp" }'


def test_what_users_have_in_a_file_of_their_own_counts(clone: Path, tmp_path: Path) -> None:
    own = tmp_path / "config" / "nvim" / "lsp" / "vibe_lsp.lua"
    own.parent.mkdir(parents=True)
    own.write_text("return { cmd = { 'my-own' } }", encoding="utf-8")
    shown = started(tmp_path, ITSELF.format(repository=quoted(clone)))
    assert shown == '{ 2, true, 1, "my-own", 2, "vibe-lsp", "vibe_lsp" }'


def test_a_page_of_help_that_has_changed_gets_new_tags(clone: Path, tmp_path: Path) -> None:
    tags = clone / "clients" / "neovim" / "doc" / "tags"
    tags.write_text("", encoding="utf-8")
    os.utime(tags, (0, 0))
    assert started(tmp_path, ITSELF.format(repository=quoted(clone))) == THERE


def added(call: str, url: str, home: Path, when: str, **more: str) -> str:
    """What is there after vim.pack was called, as a page says, in init.lua or by hand."""
    call = " ".join(call.replace("'URL of the repository'", json.dumps(url)).split())
    first, later = (call, "") if when == "in init.lua" else ("", call)
    return started(home, f"{AGREED}\n{first}", *filter(None, [later]), binary=NEWER, **more)


@needs_vim_pack
@pytest.mark.parametrize("when", ["in init.lua", "by hand"])
def test_vim_pack_needs_nothing_but_the_address(published: Path, tmp_path: Path, when: str) -> None:
    assert added(PACK, published.as_uri(), tmp_path, when) == THERE
    assert added(PACK, published.as_uri(), tmp_path, when) == THERE  # and when it was installed before


@needs_vim_pack
@pytest.mark.parametrize("when", ["in init.lua", "by hand"])
def test_vim_pack_without_links_needs_the_load_function_of_the_help_page(
    published: Path, tmp_path: Path, when: str
) -> None:
    load = of_help_page("load = ", " })")
    call = f"{PACK.removesuffix(')')}, {{ load = {load} }})"
    assert added(call, published.as_uri(), tmp_path, when, **NO_LINKS) == THERE
    assert (tmp_path / "data" / "nvim" / "site" / "pack" / "core" / "opt" / "vibe-lsp" / "plugin").is_file()
