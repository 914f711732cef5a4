"""Problems and candidates in a few words, for every test that judges something."""

from collections.abc import Sequence
from typing import Any

import pytest

from lsp_server.judge.judge import judge
from lsp_server.judge.runners import RUNNERS
from lsp_server.judge.verdict import ExampleResult, Verdict
from lsp_server.problem.model import Example, Parameter, Point, Problem, Region, Signature, Target
from lsp_server.settings import SandboxSettings

NOWHERE = Region(start=Point(line=1, column=0, offset=0), end=Point(line=1, column=0, offset=0))
QUICK = SandboxSettings(wall_time_s=3.0, memory_mb=256, output_kb=64)
Ending = tuple[str, str, str]
"""The body of a function that is called with n = 7, the status of the example, and a part of its message."""


def problem(*examples: Example, signature: Signature, **fields: Any) -> Problem:
    return Problem(
        title="A problem",
        language=fields.pop("language", "python"),
        statement=fields.pop("statement", "Solve it."),
        examples=examples,
        signature=signature,
        region=NOWHERE,
        statement_region=NOWHERE,
        target=Target(kind="below", region=NOWHERE),
        **fields,
    )


def function(name: str = "f", *params: str, returns: str = "") -> Signature:
    """`function("f", "n: int")`."""
    return Signature(name=name, params=_parameters(params), returns=returns)


def method(name: str, *params: str, returns: str = "") -> Signature:
    return Signature(name=name, params=_parameters(params), returns=returns, kind="method", owner="Solution")


def call(expected: Any, **inputs: Any) -> Example:
    """`call(4, n=2)`: with n = 2, 4 is expected."""
    return Example(raw="", inputs=inputs, expected=expected)


def cycle(expected: Any, **inputs: Any) -> Example:
    """`cycle(True, head=[1, 2], pos=0)`: the tail is linked to the node at `pos`."""
    return call(expected, **inputs).model_copy(update={"custom": "cycle"})


def session(text: str, expected: Any, expects: Any = "value") -> Example:
    return Example(raw="", form="session", session=text, expected=expected, expects=expects)


def stdin(text: str, expected: str) -> Example:
    return Example(raw="", form="stdin", stdin=text, expected=expected, expects="text")


def compiled(language: str) -> list[pytest.MarkDecorator]:
    """The marks of tests that compile: what was built is shared, and the first one builds the harness."""
    return [
        pytest.mark.timeout(240),  # which on a busy machine takes its time
        pytest.mark.usefixtures("shared_builds"),
        pytest.mark.skipif(RUNNERS[language].missing() is not None, reason=f"needs what judges {language}"),
    ]


async def not_ended_so(language: str, whole: str, function: str, case: str, endings: Sequence[Ending]) -> list[object]:
    """Those of the endings that did not come so. One program has them all, for compiling is what takes its time.

    In `whole`, FUNCTIONS and CASES stand for `function` and `case` of each ending; in these, SELF is the name of its
    function, BODY the body and K the number; LINE in a message is where the body stands.
    """
    named = [(k, f"ends{k}", ending) for k, ending in enumerate(endings)]
    functions = "".join(function.replace("BODY", each[0]).replace("SELF", name) for _, name, each in named)
    cases = " ".join(case.replace("SELF", name).replace("K", str(k)) for k, name, _ in named)
    code = whole.replace("FUNCTIONS", functions).replace("CASES", cases)
    examples = (call(1, n=7, k=k) for k, _, _ in named)
    quick = QUICK.model_copy(update={"wall_time_s": 2.0})
    verdict = await judge(problem(*examples, signature=method("f", "n", "k"), language=language), code, quick)
    assert verdict.status == "failed", verdict.message
    pairs = zip(endings, verdict.examples, strict=True)
    return [(ending, result) for ending, result in pairs if not _so(ending, result, code)]


def _so(ending: Ending, result: ExampleResult, code: str) -> bool:
    body, status, message = ending
    line = code[: code.index(body.partition("SELF")[0])].count("\n") + 1
    return result.status == status and message.replace("LINE", f"line {line}") in (result.message or "")


async def judged_in(language: str, code: str, *examples: Example, signature: Signature) -> Verdict:
    return await judge(problem(*examples, signature=signature, language=language), code, QUICK)


def _parameters(params: tuple[str, ...]) -> tuple[Parameter, ...]:
    pairs = [text.partition(":") for text in params]
    return tuple(Parameter(name=name.strip(), type=kind.strip()) for name, _, kind in pairs)
