"""Measuring the model: rows that end early leave the batch without changing what the others say."""

import argparse
from random import Random

import pytest
import torch
from transformers import Qwen2Config, Qwen2ForCausalLM

from lsp_server.engine.healing import Beginning, Spellings
from lsp_server.starter import answering, evaluate
from lsp_server.starter import tokenizer as tokens
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.curriculum.exercise import held_out

GREEDY = argparse.Namespace(temperature=0.0, top_p=1.0)
PROMPTS = ("Return x.", "Given a list of integers, return the sum.", "Reverse the string s and return it.", "x")


@pytest.fixture(scope="module")
def tokenizer():
    return tokens.train(PROMPTS, 300)


@pytest.fixture(scope="module")
def model():
    torch.manual_seed(2)
    shape = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    return Qwen2ForCausalLM(Qwen2Config(vocab_size=300, num_key_value_heads=1, initializer_range=0.4, **shape)).eval()


def test_a_batch_says_what_each_row_says_alone_though_rows_end_at_different_times(model, tokenizer, monkeypatch):
    monkeypatch.setattr(answering, "MOST_TOKENS", 24)
    monkeypatch.setattr(answering.tokens, "stop_ids", lambda _: list(range(0, 300, 13)))
    rows = [tokenizer.encode(prompt).ids for prompt in PROMPTS]
    free = Beginning(Spellings({}, ()), "")
    alone = [answering._decode(model, tokenizer, [row], [free], GREEDY)[0] for row in rows]
    assert answering._decode(model, tokenizer, rows, [free] * len(rows), GREEDY) == alone
    assert len({len(text) for text in alone}) > 1


def test_an_unfinished_word_is_finished_and_is_no_part_of_the_answer(model, tokenizer, tmp_path, monkeypatch):
    monkeypatch.setattr(answering, "MOST_TOKENS", 8)
    tokens.save(tokenizer, tmp_path, 512)
    spellings = Spellings(tokenizer.get_vocab(), [*tokens.SPECIAL, *tokens.VISIBLE])
    decode, seen = answering._decode, []
    monkeypatch.setattr(answering, "_decode", lambda *given: seen.append(decode(*given)) or seen[-1])
    prompts = ("Given a li", "return x")
    answers = answering.answer(model, tmp_path, prompts, argparse.Namespace(samples=1, temperature=0.0, top_p=1.0))
    for prompt, (text,) in zip(prompts, answers, strict=True):
        word = spellings.cut(prompt)[1]
        assert word in (" li", " x")
        assert word + text in seen[0]


def test_kept_answers_are_graded_only_for_the_questions_that_they_answer(model, tokenizer, tmp_path, monkeypatch):
    monkeypatch.setattr(answering, "MOST_TOKENS", 6)
    tokens.save(tokenizer, tmp_path, 512)
    options = argparse.Namespace(
        answers=tmp_path / "answers.json", weights=tmp_path, samples=2, temperature=0.7, top_p=0.9
    )
    answered = evaluate._answers(model, PROMPTS, options)
    assert [len(texts) for texts in answered] == [2, 2, 2, 2]
    assert evaluate._answers(model, PROMPTS, options) == answered
    with pytest.raises(ValueError, match="other questions"):
        evaluate._answers(model, PROMPTS[1:], options)


def test_temperature_nothing_is_the_likeliest_and_a_small_mass_leaves_one_choice():
    logits = torch.tensor([[0.0, 3.0, 1.0], [2.0, 0.0, 1.0]])
    assert answering._chosen(logits, 0.0, 1.0).tolist() == [1, 0]
    assert answering._chosen(logits, 1.0, 0.1).tolist() == [1, 0]


def test_sampling_keeps_to_the_probabilities():
    torch.manual_seed(0)
    drawn = answering._chosen(torch.log(torch.tensor([[0.25, 0.75]])).repeat(4000, 1), 1.0, 1.0)
    assert drawn.float().mean().item() == pytest.approx(0.75, abs=0.03)


def test_questions_of_a_split_are_held_out_as_it_says():
    made = evaluate.questions(["composition", "wording", "seen"], ["lists"], 4, "solve", Random(0))
    assert [question.split for question in made] == ["composition"] * 4 + ["wording"] * 4 + ["seen"] * 4
    for question in made:
        by = question.exercise
        composition, wording = held_out("lists", by.composition), held_out("lists", by.wording)
        assert {"composition": composition, "wording": wording and not composition, "seen": not by.held_out}[
            question.split
        ]


def test_holes_are_counted_by_what_is_missing():
    asked = evaluate.questions(["seen"], ["lists"], 12, "fill", Random(3))
    lines = [question for question in asked if "\n" not in question.hole.middle]
    exact = [[question.hole.middle if question in lines else "pass"] for question in asked]
    found = evaluate.holes(asked, exact, [[True]] * 12)["holes"]
    assert found["line"] == {"n": len(lines), "exact": 1.0, "passed": 1.0}
    assert found["block"] == {"n": 12 - len(lines), "exact": 0.0, "passed": 1.0}
    solve = evaluate.questions(["seen"], ["lists"], 1, "solve", Random(3))
    assert evaluate.holes(solve, [["x"]], [[True]]) == {}


def test_figures_are_per_family_split_and_over_all():
    names = [family.name for family in FAMILIES[:2]]
    asked = evaluate.questions(["composition", "wording"], names, 1, "solve", Random(1))
    options = argparse.Namespace(task="solve", samples=2, temperature=0.2, top_p=0.95)
    report = evaluate.summary(asked, [[True, True], [True, False], [False, False], [False, False]], options)
    assert report["families"][names[0]]["all"] == {"n": 2, "pass@1": 0.75, "pass@2": 1.0}
    assert report["families"]["all"]["composition"] == {"n": 2, "pass@1": 0.5, "pass@2": 0.5}
    assert report["families"]["all"]["all"]["n"] == 4
