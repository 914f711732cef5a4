"""Each family is spoken to in its own way, and the checkpoint's own figures win for the embedded model."""

import pytest

from lsp_server.engine.profiles import family, profile
from lsp_server.engine.wire import ModelInfo


def info(id: str, family: str = "", context: int = 100_000, **extra: object) -> ModelInfo:
    return ModelInfo(id=id, family=family, context_length=context, device="cpu", extra=extra)


def test_vibethinker_gets_its_role_in_the_user_message_and_the_authors_figures() -> None:
    found = profile(info("WeiboAI/VibeThinker-1.5B", "vibethinker"))
    assert (found.role, found.temperature_code, found.temperature_maths) == ("user", 0.6, 1.0)
    assert (found.top_p, found.top_k, found.max_tokens) == (0.95, 0, 40960)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("WeiboAI/VibeThinker-3B", "vibethinker"),
        ("vibethinker-1.5b-q8_0.gguf", "vibethinker"),
        ("starter", "starter"),
        ("Qwen/Qwen2.5-Coder-0.5B", "qwen-coder"),
        ("some-model", "chat"),
    ],
)
def test_a_remote_servers_name_tells_the_family(name: str, expected: str) -> None:
    assert family(name) == expected
    assert profile(info(name)).family == expected


def test_an_answer_is_never_asked_to_be_longer_than_the_context() -> None:
    assert profile(info("WeiboAI/VibeThinker-1.5B", "vibethinker", context=4096)).max_tokens == 4096


def test_the_embedded_model_brings_its_own_temperature_and_others_do_not() -> None:
    assert profile(info("starter", "starter", embedded=True, temperature=0.3)).temperature_code == 0.3
    assert profile(info("WeiboAI/VibeThinker-1.5B", "vibethinker", temperature=0.3)).temperature_code == 0.6
