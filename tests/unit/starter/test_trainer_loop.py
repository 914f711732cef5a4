"""The trainer: it learns, follows its schedule, and goes on where it stopped."""

from itertools import repeat
from pathlib import Path
from random import Random

import numpy as np
import pytest
import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

from lsp_server.starter import tokenizer as tokens
from lsp_server.starter.curriculum import FAMILIES
from lsp_server.starter.samples import sample
from lsp_server.starter.train import loop, mastery, network
from lsp_server.starter.train import run as runs
from lsp_server.starter.train.batches import NO_SUBJECT, Batch, batches, encode
from lsp_server.starter.train.command import parse, prepare

TINY = {
    "hidden_size": 32,
    "intermediate_size": 64,
    "num_hidden_layers": 1,
    "num_attention_heads": 2,
    "num_key_value_heads": 1,
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A run's folder with a small tokenizer; the model is tiny and not compiled."""
    monkeypatch.setitem(network.ARCHITECTURES, network.device(), TINY)
    monkeypatch.setattr(network, "compile_layers", lambda _: None)
    rng = Random(0)
    texts = [one.prompt + one.answer for one in (sample(FAMILIES[:1], rng) for _ in range(40))]
    tokens.save(tokens.train(texts, 400), tmp_path, network.CONTEXT)
    return tmp_path


@pytest.fixture
def batch(folder: Path) -> Batch:
    tokenizer, rng = tokens.load(folder), Random(1)
    return batches([encode(tokenizer, sample(FAMILIES[:1], rng)) for _ in range(4)], 4096, rng)[0]


def parameters(run: runs.Run) -> list[torch.Tensor]:
    return [parameter.detach().clone() for parameter in run.model.parameters()]


def test_steps_on_one_batch_bring_its_loss_down(folder: Path, batch: Batch):
    torch.manual_seed(0)
    run = runs.start(folder)
    losses = [float(loop.step(run, batch, 1.0)[0]) for _ in range(12)]
    assert losses[-1] < 0.9 * losses[0]


def test_only_what_is_got_wrong_in_the_code_is_a_failure(folder: Path, batch: Batch):
    run = runs.start(folder)
    rows, columns = np.divmod(batch.targets, batch.ids.shape[1])
    in_code = columns + 1 >= batch.code_at[rows]
    asked = batch.subjects[batch.subjects != NO_SUBJECT].tolist()
    assert asked

    loop.note_failures(run, batch, ~in_code)
    assert all(run.failures[subject] < mastery.UNKNOWN for subject in asked)
    for _ in range(20):
        loop.note_failures(run, batch, in_code)
    assert all(run.failures[subject] > 0.9 for subject in asked)
    assert run.failed > 0.3


def test_the_padding_behind_an_answer_does_not_change_its_loss(folder: Path, batch: Batch):
    run = runs.start(folder)
    rows, length = batch.ids.shape
    padded = torch.nn.functional.pad(torch.as_tensor(batch.ids), (0, 16)).numpy()
    targets = batch.targets // length * (length + 16) + batch.targets % length
    longer = Batch(padded, targets, batch.code_at, batch.subjects)
    assert rows == padded.shape[0]
    assert float(loop.forward(run.model, longer)[0].detach()) == pytest.approx(
        float(loop.forward(run.model, batch)[0].detach()), abs=0.02
    )


def test_explicit_attention_agrees_with_torch():
    torch.manual_seed(1)
    query, key, value = torch.randn(2, 4, 9, 8), torch.randn(2, 2, 9, 8), torch.randn(2, 2, 9, 8)
    ours, _ = network.explicit_attention(torch.nn.Identity(), query, key, value, None, 8**-0.5)
    theirs = torch.nn.functional.scaled_dot_product_attention(query, key, value, is_causal=True, enable_gqa=True)
    assert torch.allclose(ours, theirs.transpose(1, 2), atol=1e-5)


def test_rates_rise_stay_and_fall_to_nothing():
    assert loop.rate(0.0) < 0.2
    assert loop.rate(loop.WARM_UP) == loop.rate(loop.DECAY_FROM) == 1.0
    assert 0 < loop.rate(0.9) < loop.rate(0.6) < 1
    assert loop.rate(1.0) == 0.0
    assert [loop.rate(spent, 0.1, 0.25) for spent in (0.1, 0.55, 1.0)] == pytest.approx([0.25, 0.125, 0.0])


def test_the_command_trains_with_the_rates_that_it_is_given(folder: Path, batch: Batch, monkeypatch):
    run, factors, step = runs.start(folder), [], loop.step
    monkeypatch.setattr(loop, "step", lambda run, batch, *rest: factors.append(rest[0]) or step(run, batch, *rest))
    run.spent_s = 0.001
    loop.train(run, repeat(batch), parse(["--minutes", "0.0001", "--peak", "0.25", "--run", str(folder)]), first=False)
    assert factors[0] == pytest.approx(0.25)


def test_a_run_goes_on_from_its_checkpoint(folder: Path, batch: Batch):
    run = runs.start(folder)
    loop.step(run, batch, 1.0)
    run.spent_s, run.steps, run.failures[7] = 61.5, 1, 0.25
    runs.save(run, folder)
    again = runs.start(folder)
    runs.resume(again, folder)
    assert (again.spent_s, again.steps, again.tokens) == (61.5, 1, batch.ids.size)
    assert again.failures[7] == 0.25
    loop.step(run, batch, 0.5)
    loop.step(again, batch, 0.5)
    assert all(torch.equal(a, b) for a, b in zip(parameters(run), parameters(again), strict=True))


def test_an_export_is_what_auto_classes_load_and_what_the_average_says(folder: Path, tmp_path: Path):
    run, out = runs.start(folder), tmp_path / "weights"
    runs.export(run, folder, out)
    runs.export(run, folder, out)
    assert sorted(path.name for path in out.iterdir()) == [
        "config.json",
        "generation_config.json",
        "model.safetensors",
        "tokenizer.json",
        "tokenizer_config.json",
    ]
    model = AutoModelForCausalLM.from_pretrained(out)
    assert model.dtype == torch.bfloat16
    assert model.generation_config.top_k == 0
    loaded = dict(model.named_parameters())
    for (name, _), average in zip(run.model.named_parameters(), run.average, strict=True):
        assert torch.equal(loaded[name], average.to(torch.bfloat16))


def test_transformers_reads_the_tokenizer_as_it_was_trained(folder: Path):
    theirs, ours = AutoTokenizer.from_pretrained(folder), tokens.load(folder)
    text = tokens.chat("Return x_1 + 20.\n\tdef f(x):") + "<think>\nso\n</think>"
    assert theirs(text)["input_ids"] == ours.encode(text).ids
    asked = theirs.apply_chat_template(
        [{"role": "user", "content": "Add."}], add_generation_prompt=True, tokenize=False
    )
    assert asked == tokens.chat("Add.")


def test_subjects_that_fail_are_shown_more():
    failures, rng = mastery.unknown(), Random(3)
    for fell, name in ((True, "failed"), (False, "mastered")):
        for _ in range(30):
            mastery.learn(failures, [mastery.slot(name)], [fell])
    shown = {
        name: sum(mastery.worth_showing(failures, name, rng) for _ in range(1000))
        for name in ("failed", "new", "mastered")
    }
    assert shown["failed"] > shown["new"] > 1.5 * shown["mastered"] > 300


def test_a_run_can_begin_with_exported_weights(folder: Path, batch: Batch, tmp_path: Path):
    run, weights, second = runs.start(folder), tmp_path / "weights", tmp_path / "second"
    loop.step(run, batch, 1.0)
    runs.export(run, folder, weights)
    second.mkdir()
    prepare(second, 0, weights)
    assert tokens.load(second).to_str() == tokens.load(folder).to_str()
    again = runs.start(second)
    runs.begin_with(again, weights)
    for ours, exported in zip(parameters(again), run.average, strict=True):
        assert torch.allclose(ours, exported, atol=1e-2)
    assert again.steps == 0
