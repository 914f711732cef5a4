"""How each family of models wants to be spoken to: a table. It builds no prompt and talks to no engine.

VibeThinker: README and evaluation guide of WeiboAI/VibeThinker (temperature 0.6 for code, 1.0 for maths, top_p 0.95,
no top_k, up to 40,960 new tokens; role and task in one user message). The starter model's own figures come with it.
"""

from dataclasses import dataclass, replace
from typing import Any, Literal

from lsp_server.engine.wire import ModelInfo

RolePlace = Literal["user", "system", "none"]


@dataclass(frozen=True, slots=True)
class Profile:
    """`role`: where the role sentences of a prompt go (start of the user message, system message, nowhere).

    `top_k` 0 is off. `max_tokens` bounds one answer, reasoning included. `thinks`: it writes `<think>…</think>` first.
    """

    family: str
    role: RolePlace
    temperature_code: float
    temperature_maths: float
    top_p: float
    max_tokens: int
    thinks: bool
    top_k: int = 0


PROFILES: dict[str, Profile] = {
    "vibethinker": Profile("vibethinker", "user", 0.6, 1.0, 0.95, 40960, thinks=True),
    "starter": Profile("starter", "none", 0.6, 0.6, 0.95, 1024, thinks=True),
    "qwen-coder": Profile("qwen-coder", "system", 0.7, 0.7, 0.8, 8192, thinks=False, top_k=20),
    "chat": Profile("chat", "system", 0.6, 0.6, 0.95, 16384, thinks=True),
}


def family(model: str) -> str:
    """The family that a model's name tells: a hub id, a folder name, or what a remote server calls it."""
    name = model.lower()
    marks = {"vibethinker": "vibethinker", "starter": "starter", "qwen2.5-coder": "qwen-coder"}
    return next((known for mark, known in marks.items() if mark in name), "chat")


def profile(info: ModelInfo) -> Profile:
    """The profile of the resident model; figures that the checkpoint itself gives (`info.extra`) win."""
    base = PROFILES.get(info.family) or PROFILES[family(info.id)]
    room = max(1, info.context_length)
    return replace(base, max_tokens=min(base.max_tokens, room), **_own_figures(info.extra))


def _own_figures(extra: dict[str, Any]) -> dict[str, Any]:
    """The starter model is retrained now and then: its temperature travels in its generation config."""
    temperature = extra.get("temperature")
    if not isinstance(temperature, int | float) or extra.get("embedded") is not True:
        return {}
    return {"temperature_code": float(temperature), "temperature_maths": float(temperature)}
