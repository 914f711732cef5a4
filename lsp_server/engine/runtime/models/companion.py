"""Which model fills holes in code where the one that answers was not trained to, and what both need together.

It only looks, as `loading.choose` does. One plan for both: what the second needs is kept free of the first one's cache.
"""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from lsp_server.engine.fim import format_of, formats_known
from lsp_server.engine.profiles import family
from lsp_server.engine.runtime.models import hub, loading
from lsp_server.engine.runtime.models.loading import Choice
from lsp_server.engine.runtime.models.memory import room_beside
from lsp_server.engine.wire import ModelInfo

FILLERS = ("Qwen/Qwen2.5-Coder-0.5B",)
"""What `completion.model = auto` looks for beside a model on an accelerator. On a CPU it would take too long."""


def can_fill(choice: Choice) -> bool:
    return (
        format_of(ModelInfo(choice.id, choice.family, 0, "", {"fim": formats_known(_words(choice.folder))})) is not None
    )


def companion(main: Choice) -> Choice | None:
    """What fills beside `main`; None where `main` can do it. Raises as `loading.planned`."""
    if can_fill(main):
        return None
    name = FILLERS[0]
    reason = f"{main.id} was not trained to fill holes, so the small embedded model does."
    if main.device.kind != "cpu":
        here = [one for one in FILLERS if (folder := hub.cached(one)) and hub.problem(folder) is None]
        for one in here:
            told = f"{one} fills holes beside {main.id}, which was not trained to."
            found = Choice(one, family(one), hub.find(one), main.device, told, beside=True)
            if loading.planned(found)[0].total <= room_beside(*loading.read(main), main.device.free):
                return found
        reason += f" {here[0]} does not fit beside it." if here else f" For a better one: `vibe-lsp model get {name}`."
    return Choice("starter", "starter", hub.STARTER, loading.devices("cpu"), reason, beside=True)


def with_room(main: Choice, other: Choice | None) -> Choice:
    """`main`, whose plan leaves room for `other` where both are on one accelerator."""
    if other is None or main.device.kind == "cpu" or other.device.kind != main.device.kind:
        return main
    return replace(main, reserved=loading.planned(other)[0].total)


def chosen(name: str, device: str) -> Choice:
    """The model `name` beside the one that answers, because somebody asks for it. Raises ModelNotFoundError."""
    return replace(loading.choose(name, "cpu" if name == "starter" else device), beside=True)


def _words(folder: Path) -> set[str]:
    """What its tokenizer takes as one token, by name."""
    try:
        content: dict[str, Any] = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    added: list[dict[str, Any]] = content.get("added_tokens") or []
    model: dict[str, Any] = content.get("model") or {}
    vocabulary: dict[str, int] | list[Any] = model.get("vocab") or {}  # a list of pairs in Unigram models
    return {str(one.get("content")) for one in added} | ({*vocabulary} if isinstance(vocabulary, dict) else set())
