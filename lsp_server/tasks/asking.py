"""How a task turns a prompt into a request: where the role goes, how to sample, what a repair shows the model."""

from collections.abc import Sequence
from typing import Any

from lsp_server import prompts
from lsp_server.engine.profiles import PROFILES, Profile, family
from lsp_server.engine.wire import BACKGROUND, Message, Sampling
from lsp_server.judge.verdict import NOT_WRONG, ExampleResult, Verdict
from lsp_server.problem.model import Problem
from lsp_server.settings import SolveSettings, thinking_budget

ANSWER_TOKENS = 2048
"""Room for the answer after the thinking budget."""


def speaks(model: str) -> bool:
    """Whether a model of that name explains in words, as far as its name tells."""
    return PROFILES[family(model)].role != "none"


def messages(model: Profile, prompt: prompts.Prompt) -> Sequence[Message]:
    """The role sentences go where this model was trained to see them."""
    match model.role:
        case "system":
            return (Message("system", prompt.role), Message("user", prompt.body))
        case "user":
            return (Message("user", f"{prompt.role}\n\n{prompt.body}"),)
        case _:
            return (Message("user", prompt.body),)


def sampling(
    chosen: SolveSettings, model: Profile, prompt: prompts.Prompt, temperature: float | None = None
) -> Sampling:
    """The user's wish over the template's over the model's own `temperature`, by default that for code."""
    wishes = (chosen.temperature, prompt.settings.temperature, temperature, model.temperature_code)
    budget = thinking_budget(chosen)
    return Sampling(
        max_tokens=min(prompt.settings.max_tokens or budget + ANSWER_TOKENS, model.max_tokens),
        temperature=next(wish for wish in wishes if wish is not None),
        top_p=model.top_p,
        top_k=model.top_k,
        n=chosen.samples,
        priority=BACKGROUND,
        thinking_token_budget=budget if model.thinks else None,
    )


def repair_variables(problem: Problem, code: str, verdict: Verdict) -> dict[str, Any]:
    """What `prompts/repair.md` says of an attempt that failed."""
    failure = first_failure(verdict)
    return {
        **prompts.describe(problem),
        "code": code,
        "input": failure.input,
        "expected": failure.expected,
        "actual": failure.actual if failure.actual is not None else failure.message or failure.status,
    }


def first_failure(verdict: Verdict) -> ExampleResult:
    """The example to show. `verdict` must have one that failed."""
    return next(result for result in verdict.examples if result.status not in NOT_WRONG)
