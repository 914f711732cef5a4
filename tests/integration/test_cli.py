"""The `vibe-lsp` command as scripts see it: what is on stdout, what exit status comes back."""

import asyncio
import json
import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.engines.openai_double import openai_double

STUB = '''def double(n: int) -> int:
    """Return twice n.

    >>> double(2)
    4
    >>> double(-3)
    -6
    """
'''
GOOD = STUB + "    return n + n\n"
BAD = STUB + "    return n * n\n"
RIGHT = "<think>\nAdd it to itself.\n</think>\n```python\ndef double(n):\n    return n + n\n```"
WRONG = "```python\ndef double(n):\n    return n * n\n```"


PLAIN = {"COLUMNS": "200", "VIBE_LSP_SOLVE__REPAIR_ROUNDS": "0", "VIBE_LSP_SOLVE__SAMPLES": "1"}


@dataclass
class Done:
    status: int | None
    out: str
    err: str

    @property
    def objects(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


async def vibe(*arguments: str, stdin: str = "", **environment: str) -> Done:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "lsp_server", *arguments),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env={**os.environ, **PLAIN, **environment},
    )
    out, err = await process.communicate(stdin.encode())
    return Done(process.returncode, out.decode(), err.decode())


async def solve(answer: str, *arguments: str, stdin: str = "") -> Done:
    async with openai_double(answer) as double:
        return await vibe("solve", *arguments, stdin=stdin, VIBE_LSP_ENGINE__URL=double.url)


@pytest.fixture
def stub(tmp_path: Path) -> Path:
    path = tmp_path / "double.py"
    path.write_text(STUB, encoding="utf-8")
    return path


async def test_inspect_prints_an_array_of_problems(stub: Path) -> None:
    done = await vibe("inspect", str(stub), "--json")
    [[problem]] = done.objects
    assert problem["title"] and problem["language"] == "python"
    assert problem["signature"] == {
        "name": "double",
        "params": [{"name": "n", "type": "int"}],
        "returns": "int",
        "kind": "function",
        "owner": None,
    }
    assert [(e["inputs"], e["expected"]) for e in problem["examples"]] == [({"n": 2}, 4), ({"n": -3}, -6)]
    assert problem["region"]["start"]["line"] == 1


async def test_inspect_shows_people_what_was_understood(stub: Path) -> None:
    done = await vibe("inspect", str(stub))
    assert done.status == 0
    assert ["function double(n: int) -> int" in done.err, ">>> double(2) 4" in done.err] == [True, True]
    assert ["2 examples, 0 constraints" in done.err, "no code yet" in done.err] == [True, True]


async def test_inspect_of_a_file_without_problems_is_an_empty_array(tmp_path: Path) -> None:
    (tmp_path / "plain.py").write_text("x = 1\n")
    done = await vibe("inspect", str(tmp_path / "plain.py"), "--json")
    assert (done.status, done.objects) == (0, [[]])


@pytest.mark.parametrize(("text", "status", "code"), [(GOOD, "passed", 0), (BAD, "failed", 1)])
async def test_check_prints_one_object_per_problem(tmp_path: Path, text: str, status: str, code: int) -> None:
    path = tmp_path / "double.py"
    path.write_text(text)
    done = await vibe("check", f"{path}:9", "--json")
    [verdict] = done.objects
    assert done.status == code
    assert {"path", "line", "language", "title", "status", "examples", "isolation"} <= set(verdict)
    assert verdict["status"] == status
    assert {"status", "input", "expected", "actual", "message", "time_ms"} == set(verdict["examples"][0])


async def test_a_language_that_cannot_be_optimized_is_told_with_those_that_can() -> None:
    done = await vibe("optimize", "-:1", "--language", "c", stdin="int twice(int n) {\n  return n + n;\n}\n")
    assert done.status == 2
    assert "Functions in C cannot be optimized" in done.err and "Rust" in done.err


async def test_check_takes_several_files_and_one_failure_decides(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(GOOD)
    (tmp_path / "bad.py").write_text(BAD)
    done = await vibe("check", str(tmp_path / "good.py"), str(tmp_path / "bad.py"), "--json")
    assert (done.status, [verdict["status"] for verdict in done.objects]) == (1, ["passed", "failed"])


async def test_a_file_without_problems_among_others_is_only_mentioned(tmp_path: Path) -> None:
    (tmp_path / "good.py").write_text(GOOD)
    (tmp_path / "plain.py").write_text("x = 1\n")
    plain, good = str(tmp_path / "plain.py"), str(tmp_path / "good.py")
    done = await vibe("check", plain, good, "--json")
    assert (done.status, [verdict["status"] for verdict in done.objects]) == (0, ["passed"])
    assert "No problem was found" in done.err
    assert (await vibe("check", plain, plain)).status == 2
    assert (await vibe("check", f"{plain}:1", good)).status == 2


async def test_standard_input_is_a_file_too() -> None:
    done = await vibe("check", "-", "--language", "python", "--json", stdin=GOOD)
    assert (done.status, done.objects[0]["path"], done.objects[0]["status"]) == (0, "-", "passed")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "missing.py"], "cannot be read"),
        (["check", "-"], "--language"),
        (["check", "notes.txt"], "notes.txt"),
        (["check", "-:1", "--language", "python"], "no problem on line 1"),
        (["inspect", "-", "--language", "klingon"], "klingon"),
        (["solve"], "Missing argument"),
        (["serve", "--tcp", "nonsense"], "HOST:PORT"),
        (["serve", "--tcp", "127.0.0.1:99999"], "HOST:PORT"),
        (["check", "--jsno", "x.py"], "--jsno"),
        (["check", "."], "folder"),
        (["check", "-:abc", "--language", "python"], "`abc` is not a line"),
        (["check", "-:0", "--language", "python"], "counted from 1 to 2"),
        (["check", "-:3", "--language", "python"], "counted from 1 to 2"),
        (["check", "-", "--language", "python"], "No problem was found in standard input"),
        (["solve", "-", "--language", "python", "--json", "--diff"], "--json and --diff"),
        (["solve", "-", "--language", "python", "--json", "--write"], "--json and --write"),
        (["solve", "x.py", "--write", "--diff"], "--diff and --write"),
    ],
)
async def test_misuse_is_exit_status_2_and_one_sentence(arguments: list[str], sentence: str) -> None:
    done = await vibe(*arguments, stdin="x = 1\n")
    assert (done.status, done.out) == (2, "")
    assert sentence in done.err and "Traceback" not in done.err


@pytest.mark.parametrize("command", ["check", "inspect", "solve"])
async def test_a_file_that_cannot_be_parsed_is_said(tmp_path: Path, command: str) -> None:
    (tmp_path / "broken.py").write_text(GOOD.replace("n: int)", "n: int"))
    done = await vibe(command, str(tmp_path / "broken.py"))
    assert done.status == 2 and "first error is on line" in done.err


async def test_check_says_that_no_code_could_pass_contradictory_examples(tmp_path: Path) -> None:
    (tmp_path / "double.py").write_text(GOOD.replace("-3", "2"))
    done = await vibe("check", str(tmp_path / "double.py"), "--json")
    assert done.status == 1 and "contradict each other" in done.objects[0]["message"]


async def test_check_of_a_stub_says_how_to_have_it_written(stub: Path) -> None:
    done = await vibe("check", str(stub))
    assert done.status == 1 and f"vibe-lsp solve {stub}:1" in done.err


async def test_a_file_that_is_not_text_is_misuse(tmp_path: Path) -> None:
    (tmp_path / "latin.py").write_bytes(b'"""caf\xe9"""')
    done = await vibe("inspect", str(tmp_path / "latin.py"))
    assert done.status == 2 and "UTF-8" in done.err


async def test_a_file_of_two_megabytes_is_refused_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "large.py").write_text("x = 1\n" * 400_000)
    done = await vibe("inspect", str(tmp_path / "large.py"))
    assert done.status == 2 and "1 MB" in done.err and "Traceback" not in done.err


async def test_solve_streams_to_stderr_and_ends_verified(stub: Path) -> None:
    done = await solve(RIGHT, str(stub), "--json")
    [outcome] = done.objects
    assert (done.status, outcome["status"]) == (0, "verified")
    assert "n + n" in outcome["code"] and outcome["verdict"]["status"] == "passed"
    assert "Add it to itself." in done.err
    assert stub.read_text() == STUB, "only --write writes"


async def test_solve_that_fails_is_exit_status_1_and_changes_nothing(stub: Path) -> None:
    done = await solve(WRONG, str(stub), "--json", "--write")
    assert (done.status, done.objects[0]["status"]) == (1, "failed")
    assert stub.read_text() == STUB


async def test_solve_without_examples_says_unverified(tmp_path: Path) -> None:
    path = tmp_path / "double.py"
    path.write_text('def double(n):\n    """Return twice n."""\n')
    done = await solve(RIGHT, str(path), "--json")
    assert (done.status, done.objects[0]["status"]) == (0, "unverified")


async def test_write_puts_the_solution_into_the_file_and_keeps_line_ends(stub: Path) -> None:
    stub.write_bytes(STUB.replace("\n", "\r\n").encode())
    done = await solve(RIGHT, str(stub), "--write")
    assert (done.status, done.out) == (0, "")
    assert stub.read_bytes() == GOOD.replace("\n", "\r\n").encode()


async def test_a_written_solution_passes_check(stub: Path) -> None:
    await solve(RIGHT, str(stub), "--write")
    assert (await vibe("check", str(stub))).status == 0


async def test_diff_is_a_patch_that_applies(stub: Path) -> None:
    done = await solve(RIGHT, str(stub), "--diff")
    assert done.status == 0
    patch = await asyncio.create_subprocess_exec("patch", str(stub), stdin=asyncio.subprocess.PIPE)
    await patch.communicate(done.out.encode())
    assert stub.read_text() == GOOD


async def test_solve_needs_a_line_when_there_are_several_problems(tmp_path: Path) -> None:
    (tmp_path / "two.py").write_text(STUB + "\n\n" + STUB.replace("double", "twice"))
    done = await vibe("solve", str(tmp_path / "two.py"))
    assert done.status == 2 and "one of 1, 11" in done.err


async def test_an_engine_that_is_not_there_is_a_sentence(stub: Path) -> None:
    done = await vibe("solve", str(stub), VIBE_LSP_ENGINE__URL="http://127.0.0.1:9/v1")
    assert done.status == 2 and "127.0.0.1:9" in done.err and "Traceback" not in done.err


async def test_escape_sequences_of_a_model_never_reach_the_terminal(stub: Path) -> None:
    done = await solve("<think>\n\x1b]0;owned\x07\x1b[2J\n</think>\n" + RIGHT.partition("</think>")[2], str(stub))
    assert "\x1b]0" not in done.err and "\x07" not in done.err
    assert "\\x1b]0;owned" in done.err


@pytest.mark.parametrize("command", ["inspect", "check"])
async def test_escape_sequences_of_a_file_never_reach_the_terminal(tmp_path: Path, command: str) -> None:
    hostile = GOOD.replace("Return twice n.", "Return \x1b]0;owned\x07 twice \x1b[2J[bold]n.").replace("n + n", "1 / 0")
    (tmp_path / "double.py").write_text(hostile)
    done = await vibe(command, str(tmp_path / "double.py"))
    assert "\x1b" not in done.err and "\x07" not in done.err
    assert "\\x1b]0;owned\\x07" in done.err and "[bold]n" in done.err


@pytest.mark.parametrize("transport", ["--tcp", "--ws"])
async def test_a_port_that_is_taken_is_a_sentence(transport: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        place = f"127.0.0.1:{taken.getsockname()[1]}"
        done = await vibe("serve", transport, place)
    assert done.status == 2 and f"cannot listen on {place}" in done.err and "Traceback" not in done.err


async def test_engine_status_says_that_none_is_running() -> None:
    done = await vibe("engine", "status", "--json")
    assert (done.status, done.objects) == (1, [{"state": "stopped"}])


async def test_doctor_reports_every_topic() -> None:
    done = await vibe("doctor", "--json")
    [findings] = done.objects
    assert {"vibe-lsp", "libraries", "device", "model", "engine", "sandbox", "language"} <= {
        f["topic"] for f in findings
    }
    assert all(set(f) == {"topic", "level", "found", "advice"} for f in findings)


async def test_doctor_says_what_to_do_about_a_missing_model() -> None:
    done = await vibe("doctor", "--json", VIBE_LSP_ENGINE__MODEL="WeiboAI/VibeThinker-1.5B", HF_HUB_OFFLINE="1")
    said = [f["found"] for f in done.objects[0] if f["level"] == "problem"]
    assert done.status == 1 and any("vibe-lsp model get" in sentence for sentence in said)


async def test_a_wrong_setting_is_said_and_nothing_dies(stub: Path) -> None:
    done = await vibe("check", str(stub), VIBE_LSP_SOLVE__SAMPLES="lots")
    assert "solve.samples" in done.err and done.status == 1


async def test_model_list_shows_the_embedded_model() -> None:
    done = await vibe("model", "list", "--json")
    assert done.objects[0][0]["id"] == "starter"


async def test_a_download_without_a_network_is_a_sentence() -> None:
    done = await vibe("model", "get", "WeiboAI/VibeThinker-1.5B", HF_HUB_OFFLINE="1")
    assert done.status == 2 and "hub cannot be reached" in done.err.replace("\n", " ")
