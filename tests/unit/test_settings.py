"""Precedence of the sources, and that a wrong value is reported and never fatal."""

from pathlib import Path

import pytest

from lsp_server import settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(settings.HOME_VARIABLE, str(tmp_path))
    (tmp_path / "config").mkdir()
    return tmp_path


def write_config(text: str) -> None:
    settings.config_file().write_text(text, encoding="utf-8")


def test_editor_beats_environment_beats_file_beats_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings.load()[0].solve.samples == 4
    write_config("[solve]\nsamples = 5\nrepair_rounds = 1\n[engine]\nmodel = 'file'")
    monkeypatch.setenv("VIBE_LSP_SOLVE__SAMPLES", "6")
    monkeypatch.setenv("VIBE_LSP_ENGINE__MODEL", "environment")
    options, problems = settings.load({"solve": {"samples": 7}})
    assert problems == []
    assert (options.solve.samples, options.engine.model, options.solve.repair_rounds) == (7, "environment", 1)


def test_both_spellings_of_a_name_are_the_same_setting() -> None:
    write_config("[engine]\nidle_minutes = 1")
    options, problems = settings.load({"engine": {"idleMinutes": 2}})
    assert (options.engine.idle_minutes, problems) == (2, [])


@pytest.mark.parametrize(
    ("editor", "named"),
    [
        ({"solve": {"samples": 0}}, "solve.samples"),
        ({"solve": {"samples": "many"}}, "solve.samples"),
        ({"solve": {"budget": "endless"}}, "solve.budget"),
        ({"engine": {"modle": "x"}}, "engine.modle"),
        ({"nonsense": 1}, "nonsense"),
        ({"solve": 3}, "solve"),
        ({"sandbox": {"allowUnisolated": "perhaps"}}, "sandbox.allow_unisolated"),
    ],
)
def test_a_wrong_value_is_named_and_the_rest_is_kept(editor: dict[str, object], named: str) -> None:
    options, problems = settings.load({"store": {"enabled": False}, **editor})
    assert problems and all(f"`{named}`" in sentence for sentence in problems)
    assert options.store.enabled is False
    assert options.solve == settings.SolveSettings()


def test_a_broken_config_file_is_reported_and_ignored() -> None:
    write_config("this is not toml")
    options, problems = settings.load()
    assert options == settings.Settings()
    assert len(problems) == 1 and "config.toml" in problems[0]


def test_null_from_an_editor_means_not_set() -> None:
    options, problems = settings.load({"engine": None, "solve": {"temperature": None, "samples": None}})
    assert (options, problems) == (settings.Settings(), [])


@pytest.mark.parametrize(("budget", "tokens"), [("quick", 1024), ("deep", 32768), (777, 777)])
def test_a_budget_is_a_name_or_a_number(budget: str | int, tokens: int) -> None:
    options, _ = settings.load({"solve": {"budget": budget}})
    assert settings.thinking_budget(options.solve) == tokens
