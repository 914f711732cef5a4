"""The memory plan is worked out from the config; for VibeThinker it gives the published figures."""

from types import SimpleNamespace
from typing import Any

from lsp_server.engine.runtime.models import memory

VIBETHINKER = SimpleNamespace(
    model_type="qwen2",
    hidden_size=1536,
    intermediate_size=8960,
    num_hidden_layers=28,
    num_attention_heads=12,
    num_key_value_heads=2,
    vocab_size=151936,
    tie_word_embeddings=True,
    max_position_embeddings=131072,
)


def plan(free: float | None = None, config: Any = VIBETHINKER) -> memory.Plan:
    return memory.plan(config, "bfloat16", on_accelerator=True, free=None if free is None else int(free))


def test_vibethinker_has_its_published_size() -> None:
    found = plan()
    assert found.parameters == 1_543_714_304
    assert found.weights == 3_087_428_608
    assert found.kv_per_token == 28_672


def test_the_cache_shrinks_to_what_is_free_and_the_context_with_it() -> None:
    roomy, tight = plan(80e9), plan(8e9)
    assert roomy.context >= 40_960 + 2_048
    assert tight.kv_tokens < roomy.kv_tokens
    assert tight.context <= tight.kv_tokens
    assert tight.total <= 8e9 and memory.fits(tight, int(8e9))


def test_a_model_that_does_not_fit_says_so_instead_of_shrinking_to_nothing() -> None:
    found = plan(3.5e9)
    assert not memory.fits(found, int(3.5e9))
    assert found.context >= 2048


def test_a_small_model_gets_room_for_all_candidates_at_full_length_and_one_urgent_request() -> None:
    small = SimpleNamespace(**{**vars(VIBETHINKER), "max_position_embeddings": 2048, "hidden_size": 192})
    assert plan(config=small).kv_tokens == 2048 * (memory.MOST_SEQUENCES + 1)


CODER = SimpleNamespace(
    model_type="qwen2",
    hidden_size=896,
    intermediate_size=4864,
    num_hidden_layers=24,
    num_attention_heads=14,
    num_key_value_heads=2,
    vocab_size=151936,
    tie_word_embeddings=True,
    max_position_embeddings=32768,
)


def both(free: float) -> tuple[memory.Plan, memory.Plan]:
    """VibeThinker, and Qwen2.5-Coder-0.5B beside it, under one plan."""
    beside = memory.plan_beside(CODER, "bfloat16")
    return memory.plan(VIBETHINKER, "bfloat16", True, int(free), beside.total), beside


def test_vibethinker_a_completion_model_and_a_stream_of_40k_tokens_fit_into_8_gb() -> None:
    main, beside = both(8e9)
    assert beside.total <= memory.room_beside(VIBETHINKER, "bfloat16", int(8e9))
    assert main.context >= 40_960 + 2_048
    assert main.total + beside.total <= 8e9


def test_best_of_four_at_16k_tokens_fits_beside_it_into_12_gb() -> None:
    main, beside = both(12e9)
    assert main.kv_tokens >= 4 * (16_384 + 1_024)
    assert main.total + beside.total <= 12e9


def test_where_a_long_conversation_would_not_fit_any_more_there_is_no_room_for_a_second_model() -> None:
    assert memory.plan_beside(CODER, "bfloat16").total > memory.room_beside(VIBETHINKER, "bfloat16", int(6e9))


def test_the_smaller_plan_has_room_for_what_one_who_types_asks_at_once() -> None:
    found = memory.plan_beside(CODER, "bfloat16")
    assert (found.context, found.workspace) == (memory.FILL_CONTEXT, 0)
    assert found.kv_tokens // found.context >= 3
