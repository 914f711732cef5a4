"""The words for the model: finds, validates and renders the templates of the top-level `prompts/` folder.

A template is Markdown with a small front matter. Where its role sentences go (system message, start of the user
message, or nowhere) is a property of the model, so `render` returns role and body apart.
Problem text is data here: it is inserted as it stands and never interpreted as a template.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, TemplateError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel, ConfigDict, ValidationError

from lsp_server.errors import PromptError
from lsp_server.problem.languages import language_named
from lsp_server.problem.literals import written
from lsp_server.problem.model import Example, Problem
from lsp_server.problem.starter import starter_code

_ENVIRONMENT = ImmutableSandboxedEnvironment(undefined=StrictUndefined, keep_trailing_newline=False, autoescape=False)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
"""A model that thinks in English is asked to restate such a task first."""
_SHIPPED = (Path(__file__).parent / "_prompts", Path(__file__).parents[1] / "prompts")


class FrontMatter(BaseModel):
    """`temperature` and `max_tokens` override the model's defaults for this task."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    variables: tuple[str, ...]
    role: str = ""
    temperature: float | None = None
    max_tokens: int | None = None


class Template(BaseModel):
    model_config = ConfigDict(frozen=True)

    name: str
    settings: FrontMatter
    body: str
    digest: str
    """Hash of the file: part of the store's key, so that editing a prompt never returns an old answer."""


class Prompt(BaseModel):
    model_config = ConfigDict(frozen=True)

    role: str
    body: str
    settings: FrontMatter
    digest: str


def load(name: str, folder: str | Path = "") -> Template:
    """The template `name`; a file in the user's `folder` wins over the shipped one. Raises PromptError."""
    path = _find(name, folder)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PromptError(f"The prompt {path} cannot be read: {error}") from error
    return _parse(path, text)


def render(template: Template, variables: Mapping[str, Any]) -> Prompt:
    """Fill `template` with the variables it declares. A declared one that is missing raises PromptError."""
    wanted = {name: variables[name] for name in template.settings.variables if name in variables}
    try:
        body = _compiled(template.body).render(wanted).strip()
        role = _compiled(template.settings.role).render(wanted)
    except TemplateError as error:
        raise PromptError(f"The prompt `{template.name}` cannot be filled: {error}") from error
    return Prompt(role=role, body=body, settings=template.settings, digest=template.digest)


def describe(problem: Problem, most_examples: int = 4) -> dict[str, Any]:
    """The variables that every template about a problem may use."""
    return {
        "title": "" if _repeats(problem.title, problem.statement) else problem.title,
        "statement": problem.statement,
        "constraints": problem.constraints,
        "examples": [example_text(example, problem.language) for example in problem.examples[:most_examples]],
        "starter_code": problem.starter_code or starter_code(problem.signature, problem.language),
        "language": language_named(problem.language).title,
        "fence": problem.language,
        "restate": bool(_CHINESE.search(problem.statement)),
    }


def describe_question(problem: Problem) -> dict[str, Any]:
    """The variables of a question in mathematics. The answer that the text states is none of them."""
    return {"statement": problem.statement, "restate": bool(_CHINESE.search(problem.statement))}


def _repeats(title: str, statement: str) -> bool:
    """A title that was made from the statement's first words ("Given a list …, return the…") tells nothing new."""
    start = " ".join(title.removesuffix("…").split()).lower()
    return start in " ".join(statement.split()).lower()


def example_text(example: Example, language: str = "python") -> str:
    """An example as LeetCode words it, whatever form it had in the file."""
    if example.expects == "unknown":
        return example.raw.strip()
    if example.inputs is not None and example.form == "arguments":
        given = ", ".join(f"{name} = {written(value, language)}" for name, value in example.inputs.items())
        return f"Input: {given}\nOutput: {_expected(example, language)}"
    if example.form == "operations" and example.inputs is not None and _CHINESE.search(example.raw):
        given = "\n".join(written(value, language) for value in example.inputs.values())
        return f"Input\n{given}\nOutput\n{_expected(example, language)}"
    if example.form == "stdin":
        return f"Input:\n{(example.stdin or '').rstrip()}\nOutput:\n{str(example.expected).rstrip()}"
    return example.raw.strip()


def names(folder: str | Path = "") -> Sequence[str]:
    """All templates that can be loaded."""
    folders = [Path(folder)] if folder else []
    return sorted(
        {path.stem for place in (*folders, *_SHIPPED) if place.is_dir() for path in place.glob("*.md")} - {"README"}
    )


def _expected(example: Example, language: str) -> str:
    return written(example.expected, language) if example.expects == "value" else str(example.expected)


def _find(name: str, folder: str | Path) -> Path:
    places = [Path(folder).expanduser()] if folder else []
    for place in (*places, *_SHIPPED):
        if (path := place / f"{name}.md").is_file():
            return path
    raise PromptError(f"There is no prompt called `{name}`. Known: {', '.join(names(folder))}.")


_compiled = lru_cache(maxsize=64)(_ENVIRONMENT.from_string)
"""Compiling a template takes ten times as long as filling it."""


@lru_cache(maxsize=64)
def _parse(path: Path, text: str) -> Template:
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    if not text.startswith("---\n") or not body:
        raise PromptError(f"The prompt {path} must start with a front matter between two lines of ---.")
    try:
        settings = FrontMatter.model_validate(yaml.safe_load(head))
        used = meta.find_undeclared_variables(_ENVIRONMENT.parse(f"{settings.role}{body}"))
    except (ValidationError, yaml.YAMLError, TemplateError) as error:
        raise PromptError(f"The prompt {path} is not valid: {error}") from error
    if used != set(settings.variables):
        odd = ", ".join(sorted(used ^ set(settings.variables)))
        raise PromptError(f"The prompt {path} must list exactly the variables it uses; these differ: {odd}.")
    return Template(name=path.stem, settings=settings, body=body, digest=hashlib.sha256(text.encode()).hexdigest()[:16])
