"""What the plugin is made of: its Lua loads, its help has tags, its report reports, and nothing needs configuring."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest

from lsp_server.problem.languages import LANGUAGES
from lsp_server.settings import Settings
from tests.clients.neovim import settings_types
from tests.clients.neovim.conftest import Start, answered_by
from tests.clients.neovim.nvim import BINARY, PLUGIN, Neovim, run_lua
from tests.integration.documents import TWO_SUM

pytestmark = pytest.mark.timeout(180)

LUA_FILES = sorted(PLUGIN.rglob("*.lua"))


def test_every_lua_file_parses(tmp_path: Path) -> None:
    script = tmp_path / "parse.lua"
    script.write_text("for _, file in ipairs(_G.arg) do assert(loadfile(file)) end", encoding="utf-8")
    done = subprocess.run([BINARY, "-l", script, *LUA_FILES], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(LUA_FILES) > 5


def test_the_plugin_stays_small() -> None:
    """It decides nothing, so there is not much to write; a quarter of it is ghost text, which 0.11 lacks."""
    lines = [line for file in LUA_FILES for line in file.read_text(encoding="utf-8").splitlines()]
    assert sum(bool(line.strip()) and not line.lstrip().startswith("--") for line in lines) < 1100
    assert [line for line in lines if "\t" in line] == []


def test_the_types_of_the_settings_are_those_of_the_server() -> None:
    current = settings_types.FILE.read_text(encoding="utf-8")
    assert current == settings_types.types(), "run `python -m tests.clients.neovim.settings_types`"
    assert all(f"---@field {field.alias}?" in current for field in Settings.model_fields.values())


def test_the_server_is_started_for_the_languages_it_knows(tmp_path: Path) -> None:
    shown = run_lua(tmp_path, "print(table.concat(vim.lsp.config.vibe_lsp.filetypes, ' '))")
    assert set(shown.split()) == {*LANGUAGES, "markdown", "tex"}  # Neovim's names; the texts hold mathematics


def test_help_tags_are_made_and_lead_somewhere(tmp_path: Path) -> None:
    doc = tmp_path / "doc"
    doc.mkdir()
    text = (PLUGIN / "doc" / "vibe-lsp.txt").read_text(encoding="utf-8")
    (doc / "vibe-lsp.txt").write_text(text, encoding="utf-8")
    subprocess.run([BINARY, "--headless", "--clean", "-c", f"helptags {doc}", "-c", "qa!"], check=True)
    tags = {line.split("\t")[0] for line in (doc / "tags").read_text(encoding="utf-8").splitlines()}
    assert {"vibe-lsp", ":Vibe", "<Plug>(vibe-solve)", "g:vibe_lsp_panel"} <= tags
    links = {link for link in re.findall(r"\|([^|\s]+)\|", text) if "vibe" in link.lower()}
    lua = "".join(file.read_text(encoding="utf-8") for file in LUA_FILES)
    links |= set(re.findall(r":help (vibe-lsp[\w-]*)", lua))
    assert links <= tags


async def test_completion_offers_what_the_server_can_do_and_no_more(start: Start) -> None:
    editor = await start(TWO_SUM)
    announced = "vim.lsp.get_clients()[1].server_capabilities.executeCommandProvider.commands"
    names = [name.removeprefix("vibe.") for name in await editor.lua(f"return {announced}")]
    commands = [name for name in names if "." not in name]  # the others are for editors, not for people
    offered = await editor.lua("return vim.fn.getcompletion('Vibe ', 'cmdline')")
    assert set(offered) == {*commands, "log", "practice", "reasoning", "status"}
    assert await editor.lua("return vim.fn.getcompletion('Vibe so', 'cmdline')") == ["solve"]
    await editor.command("Vibe nonsense")
    assert "no command `nonsense`" in await editor.messages()
    await the_user_chooses_without_a_name(editor)
    await every_mapping_of_the_help_page_carries_out_its_command(editor)


async def every_mapping_of_the_help_page_carries_out_its_command(editor: Neovim) -> None:
    page = (PLUGIN / "doc" / "vibe-lsp.txt").read_text(encoding="utf-8")
    names = re.findall(r"\*<Plug>\(vibe-(\w+)\)\*", page.partition("GHOST TEXT")[0])
    assert {"solve", "optimize", "hint", "check", "explain", "cancel"} <= set(names)
    await editor.lua("_G.ran = {}; require('vibe_lsp').run = function(name) table.insert(_G.ran, name) end")
    for name in names:
        await editor.lua("vim.keymap.set('n', 'gs', ...)", f"<Plug>(vibe-{name})")
        await editor.keys("gs")
    await editor.until("#_G.ran == ...", len(names))
    assert await editor.lua("return _G.ran") == names


async def the_user_chooses_without_a_name(editor: Neovim) -> None:
    await editor.lua("vim.ui.select = function(names, _, done) _G.names = names; done('status') end")
    await editor.command("Vibe")
    assert "solve" in await editor.lua("return _G.names")
    assert "commands: " in await editor.messages()


async def test_where_the_server_is_not_the_statusline_is_empty_and_a_sentence_says_so(start: Start) -> None:
    editor = await start(TWO_SUM)
    component = "return require('vibe_lsp').statusline()"
    assert await editor.lua(component) == "vibe: ready"
    shown = await editor.lua("return vim.api.nvim_eval_statusline([[%{v:lua.require'vibe_lsp'.statusline()}]], {}).str")
    assert shown == "vibe: ready"
    await editor.command("enew | set filetype=lua")
    assert await editor.lua(component) == ""
    await editor.command("Vibe solve")
    assert 'Files of type "lua" are not served, only: python,' in await editor.messages()


async def test_a_server_that_is_not_installed_is_a_sentence(start: Start) -> None:
    editor = await start(TWO_SUM)
    await editor.lua("vim.lsp.enable('vibe_lsp', false)")
    await editor.until("#vim.lsp.get_clients() == 0")
    await editor.lua("vim.lsp.config('vibe_lsp', { cmd = { 'no-such-vibe', 'serve' } })")
    await editor.command("Vibe solve")
    assert "`no-such-vibe` is not on PATH" in await editor.messages()
    await editor.command("checkhealth vibe_lsp")
    assert "ERROR `no-such-vibe` is not on PATH." in await editor.text()


async def test_checkhealth_reports_what_the_doctor_found(start: Start) -> None:
    editor = await start(TWO_SUM)
    await editor.command("checkhealth vibe_lsp")
    report = await editor.text()
    assert ["OK Neovim 0.1" in report, "vibe-lsp doctor" in report, "sandbox: " in report] == [True] * 3
    assert "python: ready" in report
    assert "ended with status" not in report


async def test_the_log_holds_what_the_server_said(start: Start) -> None:
    editor = await start(TWO_SUM, settings=answered_by("http://127.0.0.1:9/v1"))
    await editor.lua("require('vibe_lsp.log').add('one\\ntwo')")
    await editor.command("Vibe log")
    shown = (await editor.text()).splitlines()
    assert "lsp.log" in shown[0]
    assert [line.split(" ", 1)[-1] for line in shown[-2:]] == ["one", "two"]
    assert await editor.lua("return vim.bo.modifiable") is False


async def test_wrong_settings_are_a_sentence_and_the_server_lives(start: Start) -> None:
    editor = await start(TWO_SUM, settings={"solve": {"samples": "many"}})
    await editor.until("vim.api.nvim_exec2('messages', { output = true }).output ~= ''")
    assert "solve.samples" in await editor.messages()
    assert os.path.basename(await editor.lua("return vim.api.nvim_buf_get_name(1)")) == "solution.py"


def test_what_is_null_is_not_said_whatever_neovim_makes_of_it(tmp_path: Path) -> None:
    """0.11 leaves it out, 0.12 hands on vim.NIL."""
    result = {"status": "wrong_answer", "input": "n = 2", "expected": "4", "actual": "5", "message": None}
    verdict = {"status": "failed", "examples": [result], "message": None, "answer": None}
    problem = {"title": "Twice", "region": {"start": {"line": 1, "column": 0}}}
    events: list[dict[str, object]] = [
        {"kind": "started", "model": "m", "samples": 2, "problem": problem, "explains": None},
        {"kind": "candidate", "index": 0, "code": None, "note": "cut off"},
        {"kind": "judged", "index": 1, "verdict": verdict},
        {"kind": "gave_up", "reason": "It failed.", "code": None},
    ]
    answer = {"id": "1", "status": "failed", "message": "", "verdict": verdict, "range": None, "report": None}
    code = f"""
      local events, answer = unpack(vim.json.decode([==[{json.dumps([events, answer])}]==]))
      vim.api.nvim_buf_set_name(0, [[{tmp_path / "twice"}]])
      local say, uri = require('vibe_lsp.handlers'), vim.uri_from_bufnr(0)
      for _, event in ipairs(events) do say['vibe/event'](nil, {{ uri = uri, id = '1', event = event }}) end
      vim.wait(500, function() return false end)
      local params = {{ command = 'vibe.check', arguments = {{ {{ uri = uri }} }} }}
      say['workspace/executeCommand'](nil, answer, {{ params = params }})
      for _, buf in ipairs(vim.api.nvim_list_bufs()) do
        if vim.bo[buf].filetype == 'vibe_lsp' then
          print(table.concat(vim.api.nvim_buf_get_lines(buf, 0, -1, false), '|'))
        end
      end"""
    shown = run_lua(tmp_path, " ".join(code.split()))
    assert "**cut off**" in shown
    assert "- ✗ `n = 2`: wrong answer, expected `4`, got `5`" in shown
    assert ["NIL" in shown, "Error" in shown] == [False, False]
