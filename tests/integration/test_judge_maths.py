"""Answers and steps, checked for real by the computer algebra system in the sandbox."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from lsp_server.judge import maths
from lsp_server.judge.maths import MathsVerdict, verify
from lsp_server.settings import SandboxSettings

SANDBOX = SandboxSettings()


async def checked(derivation: str, expected: str | None = None) -> MathsVerdict:
    return await verify(derivation, expected, SANDBOX)


@pytest.mark.parametrize(
    ("answer", "expected", "status"),
    [
        ("204", "204", "correct"),
        (r"\frac{1}{2}", "0.5", "correct"),
        (r"1 + \sqrt{2}", r"\sqrt2 + 1", "correct"),
        (r"\frac{n^2+n}{2}", "n(n+1)/2", "correct"),
        (r"\{2, 1\}", r"\{1, 2\}", "correct"),
        (r"\frac{1}{3}", "0.5", "wrong"),
        ("(2, 1)", "(1,2)", "wrong"),
    ],
)
async def test_the_answer_in_the_box_is_compared_as_mathematics(answer: str, expected: str, status: str) -> None:
    verdict = await checked(rf"Hence \boxed{{{answer}}}.", expected)
    assert (verdict.status, verdict.answer, verdict.isolation) == (status, answer, "bubblewrap")


async def test_without_a_box_there_is_no_answer() -> None:
    assert (await checked("It is 204.", "204")).status == "no_answer"


async def test_without_an_expected_answer_only_the_steps_are_checked() -> None:
    verdict = await checked(r"$2 + 2 = 4$, so \boxed{4}")
    assert (verdict.status, [step.status for step in verdict.steps]) == ("undecided", ["confirmed"])


STEPS = [
    ("3 + 4 = 7", "confirmed"),
    ("3 + 4 = 8", "refuted"),
    (r"\frac{2^{10} - 1}{3} = 341", "confirmed"),
    (r"\binom{10}{3} = 120", "confirmed"),
    (r"\binom{10}{3} = 130", "refuted"),
    (r"\sum_{k=1}^{10} k = 55", "confirmed"),
    (r"\sqrt{50} = 5\sqrt{2}", "confirmed"),
    ("(x + 1)^2 = x^2 + 2x + 1", "confirmed"),
    ("(x + 1)^2 = x^2 + 2x + 2", "refuted"),
    (r"\sin^2 x + \cos^2 x = 1", "confirmed"),
    ("x^2 - 5x + 6 = 0", "not_checkable"),
    ("x = 5", "not_checkable"),
    (r"\frac{1}{3} = 0.333", "refuted"),
    ("2^{100} = 1267650600228229401496703205376", "confirmed"),
    (r"10^{10^{10^{10}}} = 1", "not_checkable"),
    (r"\heartsuit @ = 3", "not_checkable"),
]


async def test_each_step_is_confirmed_refuted_or_left_open() -> None:
    verdict = await checked("\n".join(f"${text}$" for text, _ in STEPS))
    assert [(step.text, step.status) for step in verdict.steps] == STEPS
    assert [step.line for step in verdict.steps] == list(range(1, len(STEPS) + 1))
    assert verdict.summary == "no answer; steps: 8 confirmed, 4 refuted, 4 not checkable"


async def test_the_parser_evaluates_code_but_only_in_the_sandbox(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    made = tmp_path / "made"
    secret.write_text("the user's secret")
    hostile = f"__import__('os').system('cat {secret} > {made}')"
    verdict = await checked(rf"${hostile} = 1$ $\text{{{hostile}}} = 2$ \boxed{{{hostile}}}", hostile)
    assert not made.exists()
    assert "refuted" not in {step.status for step in verdict.steps}


async def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    verdict = await checked(r"\boxed{1}", "1")
    assert (verdict.status, verdict.message) == ("unsupported", maths.INSTALL)


@pytest.mark.parametrize(("expected", "status", "code"), [("0.75", "correct", 0), ("2", "wrong", 1)])
def test_the_command_checks_a_file(tmp_path: Path, expected: str, status: str, code: int) -> None:
    path = tmp_path / "proof.md"
    path.write_text("Since $3 + 0 = 3$ we have\n\n$\\boxed{\\frac{3}{4}}$")
    command = [sys.executable, "-m", "lsp_server", "maths", str(path), "--expected", expected, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = json.loads(done.stdout)
    assert (done.returncode, said["status"], said["answer"]) == (code, status, "\\frac{3}{4}")
    assert [step["status"] for step in said["steps"]] == ["confirmed"]


def test_a_refuted_step_is_shown_and_counts(tmp_path: Path) -> None:
    path = tmp_path / "proof.md"
    path.write_text("$3 + 4 = 8$")
    done = subprocess.run([sys.executable, "-m", "lsp_server", "maths", str(path)], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert "refuted" in done.stderr and "3 + 4 = 8" in done.stderr
