"""The one tree of settings. Sources, strongest first: editor options, environment, config file, defaults.

Environment: `VIBE_LSP_ENGINE__MODEL=auto`. Config file: `config.toml` in the user's configuration folder.
A wrong value never stops the server: it is reported and the default is used (`load`).
"""

import os
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, cast

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic.alias_generators import to_camel

ENVIRONMENT_PREFIX = "VIBE_LSP_"
HOME_VARIABLE = "VIBE_LSP_HOME"
"""Moves every folder of ours (config, data, run) under one directory; tests use it, portable installs may."""


class Section(BaseModel):
    """Names are snake_case here and in files, camelCase in editors; unknown names are mistakes, not ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", alias_generator=to_camel, populate_by_name=True)


class EngineSettings(Section):
    """The process that keeps the model resident."""

    model: Annotated[
        str, Field(description="`auto`, `starter`, a hub name such as `WeiboAI/VibeThinker-1.5B`, or a folder.")
    ] = "auto"
    device: Annotated[Literal["auto", "cuda", "mps", "cpu"], Field(description="Where the model runs.")] = "auto"
    url: Annotated[
        str, Field(description="An OpenAI-compatible server to use instead, e.g. `http://127.0.0.1:8000/v1`.")
    ] = ""
    api_key: Annotated[str, Field(description="Bearer token for `engine.url`.")] = ""
    idle_minutes: Annotated[
        float,
        Field(
            gt=0, description="The engine frees its memory after so long without a request, and ends after twice that."
        ),
    ] = 30.0
    start_timeout_s: Annotated[float, Field(gt=0, description="How long to wait for the model to load.")] = 180.0


class SolveSettings(Section):
    """Solve this problem."""

    samples: Annotated[int, Field(ge=1, le=64, description="Candidates decoded in one batch.")] = 4
    budget: Annotated[
        Annotated[int, Field(ge=64)] | Literal["quick", "normal", "deep"],
        Field(description="Tokens of thought before the answer is asked for: `quick`, `normal`, `deep` or a number."),
    ] = "normal"
    repair_rounds: Annotated[int, Field(ge=0, le=5, description="How often it is shown its own failing example.")] = 2
    temperature: Annotated[float | None, Field(ge=0, le=2, description="Overrides the model's own default.")] = None


class OptimizeSettings(Section):
    """Optimize this function."""

    rounds: Annotated[
        int, Field(ge=1, le=6, description="How often it is asked for faster versions, shown what was wrong before.")
    ] = 3
    seconds: Annotated[
        float, Field(ge=0.02, le=10, description="Your version is measured on sizes up to which it takes so long.")
    ] = 0.5


class SandboxSettings(Section):
    """Where generated code and your code run."""

    allow_unisolated: Annotated[bool, Field(description="Run code even where nothing can isolate it.")] = False
    wall_time_s: Annotated[float, Field(gt=0, description="Time limit of one example.")] = 10.0
    memory_mb: Annotated[int, Field(ge=64, description="Memory limit of one run.")] = 512
    output_kb: Annotated[int, Field(ge=1, description="Output limit of one run.")] = 1024


class StoreSettings(Section):
    """Solutions seen before."""

    enabled: Annotated[bool, Field(description="Remember verified solutions on this machine.")] = True


class PromptSettings(Section):
    """The words for the model."""

    folder: Annotated[str, Field(description="A folder whose templates replace the shipped ones of the same name.")] = (
        ""
    )


class LensSettings(Section):
    """What is shown in the editor without being asked."""

    enabled: Annotated[bool, Field(description="Show `Solve` and `Run examples` above problems.")] = True


class CompletionSettings(Section):
    """Ghost text while typing."""

    enabled: Annotated[bool, Field(description="Offer inline completions.")] = True
    model: Annotated[
        str,
        Field(
            description="Who fills: `auto` (the engine's model if it was trained to fill, else Qwen2.5-Coder-0.5B "
            "where it is on this machine and the GPU has room, else the starter model), or a name as in "
            "`engine.model`, kept resident beside it by the same process."
        ),
    ] = "auto"
    url: Annotated[str, Field(description="An OpenAI-compatible server for completions only, as `engine.url`.")] = ""
    format: Annotated[
        Literal["auto", "qwen", "starcoder", "granite", "mellum", "deepseek", "codellama", "none"],
        Field(description="The fill-in-the-middle tokens of that model, where its name does not tell."),
    ] = "auto"
    max_tokens: Annotated[int, Field(ge=4, le=512, description="The longest completion.")] = 96
    context_tokens: Annotated[int, Field(ge=64, description="How much of the file the model reads.")] = 1024
    debounce_ms: Annotated[int, Field(ge=0, description="The longest wait for the next key before it is asked.")] = 25
    budget_ms: Annotated[int, Field(ge=10, description="After so long what is ready is shown.")] = 400
    prepare: Annotated[bool, Field(description="Write the next line while one is shown, as if accepted.")] = True
    exclude: Annotated[str, Field(description="Languages without completions, as in `python, java`.")] = ""
    statistics: Annotated[
        bool, Field(description="Count on this machine what was accepted; `vibe-lsp stats` shows it and deletes it.")
    ] = True


class Settings(Section):
    engine: EngineSettings = EngineSettings()
    solve: SolveSettings = SolveSettings()
    optimize: OptimizeSettings = OptimizeSettings()
    sandbox: SandboxSettings = SandboxSettings()
    store: StoreSettings = StoreSettings()
    prompts: PromptSettings = PromptSettings()
    lens: LensSettings = LensSettings()
    completion: CompletionSettings = CompletionSettings()


THINKING_BUDGETS: Mapping[str, int] = {"quick": 1024, "normal": 8192, "deep": 32768}


def thinking_budget(solve: SolveSettings) -> int:
    """Tokens of thought that `solve.budget` stands for."""
    return solve.budget if isinstance(solve.budget, int) else THINKING_BUDGETS[solve.budget]


def load(editor: Mapping[str, Any] | None = None) -> tuple[Settings, list[str]]:
    """The settings, and one sentence per value that was refused (its default is used instead)."""
    merged: dict[str, Any] = {}
    problems: list[str] = []
    for source, values in _sources(editor, problems):
        _merge(merged, _accepted(source, values, problems))
    return Settings.model_validate(merged), problems


def config_file() -> Path:
    return _folder("config") / "config.toml"


def data_folder() -> Path:
    """Where the store and downloaded things live."""
    return _folder("data")


def run_folder() -> Path:
    """Where the engine's socket, token and lock live; only this user may enter."""
    return _folder("run")


def log_folder() -> Path:
    return _folder("log")


def _folder(kind: str) -> Path:
    if home := os.environ.get(HOME_VARIABLE):
        return Path(home) / kind
    dirs = platformdirs.PlatformDirs("vibe-lsp", appauthor=False)
    return {
        "config": lambda: dirs.user_config_path,
        "data": lambda: dirs.user_data_path,
        "run": lambda: _runtime_folder(dirs),
        "log": lambda: dirs.user_log_path,
    }[kind]()


def _runtime_folder(dirs: platformdirs.PlatformDirs) -> Path:
    """Where no session manager provides one, the state folder: a shared /tmp is no place for a socket."""
    missing = sys.platform.startswith("linux") and "XDG_RUNTIME_DIR" not in os.environ
    return dirs.user_state_path / "run" if missing else dirs.user_runtime_path


def _sources(editor: Mapping[str, Any] | None, problems: list[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Weakest first, so that a later one overrides."""
    path = config_file()
    try:
        yield str(path), tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        problems.append(f"{path} cannot be read and is ignored: {error}")
    yield "the environment", _from_environment()
    yield "the editor's settings", editor or {}


def _from_environment() -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in os.environ.items():
        name = key.removeprefix(ENVIRONMENT_PREFIX).lower()
        if key.startswith(ENVIRONMENT_PREFIX) and "__" in name:
            section, _, field = name.partition("__")
            values.setdefault(section, {})[field] = value
    return values


def _accepted(source: str, values: Mapping[str, Any], problems: list[str]) -> dict[str, Any]:
    """`values` by field name, without what does not validate."""
    kept = _by_field_name(Settings, values)
    try:
        Settings.model_validate(kept)
    except ValidationError as error:
        for detail in error.errors():
            where = [str(part) for part in detail["loc"][:2]]
            problems.append(f"Setting `{'.'.join(where)}` in {source}: {detail['msg']}. The default is used.")
            _drop(kept, where)
    return kept


def _by_field_name(model: type[BaseModel], values: Mapping[str, Any]) -> dict[str, Any]:
    """camelCase and snake_case are both fine; inside, one spelling is kept so that sources override each other.

    Editors send null for what is not set.
    """
    names = {field.alias: name for name, field in model.model_fields.items()}
    out: dict[str, Any] = {}
    for key, value in values.items():
        if value is None:
            continue
        name = names.get(key, key)
        field = model.model_fields.get(name)
        kind = field.annotation if field else None
        section = kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None
        nested = section and isinstance(value, Mapping)
        out[name] = _by_field_name(section, cast("Mapping[str, Any]", value)) if section and nested else value
    return out


def _drop(values: dict[str, Any], where: list[str]) -> None:
    *sections, last = where
    for section in sections:
        values = values.get(section, {})
    values.pop(last, None)


def _merge(into: dict[str, Any], values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if isinstance(value, Mapping) and isinstance(into.get(key), dict):
            _merge(into[key], cast("Mapping[str, Any]", value))
        else:
            into[key] = value
