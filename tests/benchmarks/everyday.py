"""How many everyday problems does the embedded model solve: `python -m tests.benchmarks.everyday [--weights DIR]`.

Each statement is put into a file and read back as in the product; answers are judged on inputs that it does not show.
The held-out exercises of `starter.evaluate` share the curriculum's style. These do not: weights that are better there
and worse here are not better. `--table first` asks instead what a new user types first.
"""

import argparse
import asyncio
import textwrap
from pathlib import Path

import torch

from lsp_server.judge.judge import judge
from lsp_server.problem.locate import find_problems
from lsp_server.problem.model import Example, Problem
from lsp_server.problem.syntax import Document
from lsp_server.settings import SandboxSettings
from lsp_server.starter import answering, evaluate, tokenizer
from lsp_server.starter.grading import code_of, pass_at
from lsp_server.starter.samples import solve_body
from tests.benchmarks.everyday_problems import PROBLEMS, Everyday
from tests.benchmarks.first_requests import FIRST

TABLES = {"everyday": PROBLEMS, "first": FIRST}
SHOWN = 4
"""pass@k beside pass@1: as many candidates as the product draws."""


def read(everyday: Everyday) -> Problem:
    """The one problem that the product finds in a file with the stub and its docstring."""
    method = "(self" in everyday.stub
    docstring = textwrap.indent(f'"""{everyday.statement}\n"""', "    ")
    stub = f"{everyday.stub}\n{docstring}\n"
    text = f"class Solution:\n{textwrap.indent(stub, '    ')}" if method else stub
    (problem,) = find_problems(Document(text, "python"))
    return problem


def hidden(problem: Problem, everyday: Everyday) -> Problem:
    """`problem` with other examples than the statement shows."""
    names = [parameter.name for parameter in problem.signature.params]
    cases = [
        Example(raw="", inputs=dict(zip(names, arguments, strict=True)), expected=expected)
        for arguments, expected in everyday.cases
    ]
    return problem.model_copy(update={"examples": tuple(cases)})


async def right(problem: Problem, answer: str) -> bool:
    code = code_of(answer)
    return code is not None and (await judge(problem, code, SandboxSettings())).status == "passed"


async def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=evaluate.WEIGHTS)
    parser.add_argument("--table", choices=TABLES, default="everyday")
    parser.add_argument("--samples", type=int, default=12)
    parser.add_argument("--temperature", type=float, default=0.5)
    parser.add_argument("--top-p", type=float, default=0.95)
    options = parser.parse_args()
    torch.manual_seed(5)
    table = TABLES[options.table]
    problems = [read(everyday) for everyday in table]
    prompts = [tokenizer.chat(solve_body(problem)) for problem in problems]
    answers = answering.answer(answering.load(options.weights), options.weights, prompts, options)
    first, several, shown = 0.0, 0.0, min(SHOWN, options.samples)
    for problem, everyday, texts in zip(problems, table, answers, strict=True):
        judged = {text: await right(hidden(problem, everyday), text) for text in set(texts)}
        passed = sum(judged[text] for text in texts)
        print(f"{passed:3} of {len(texts)}  {problem.signature.name}", flush=True)
        first += passed / len(texts)
        several += pass_at(shown, len(texts), passed)
    count = len(table)
    print(f"pass@1 {first / count:.1%}, pass@{shown} {several / count:.1%} (n = {count} x {options.samples})")


if __name__ == "__main__":
    asyncio.run(main())
