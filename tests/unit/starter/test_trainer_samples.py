"""Samples, holes, mutants, tokenizer and batches: what the model is shown while it learns."""

import ast
import queue
from dataclasses import replace
from random import Random
from threading import Thread, current_thread

import pytest

from lsp_server import prompts
from lsp_server.starter import tokenizer as tokens
from lsp_server.starter.curriculum.exercise import Draft, Exercise, Family, compiled, dress, held_out
from lsp_server.starter.files import reread
from lsp_server.starter.grading import code_of, pass_at
from lsp_server.starter.holes import hole
from lsp_server.starter.hurried import hurried
from lsp_server.starter.mutants import mutant
from lsp_server.starter.samples import NothingWantedError, exercise, sample, solve
from lsp_server.starter.train import batches as making
from lsp_server.starter.train import mastery
from lsp_server.starter.train.batches import ROUND, Encoded, batches, encode

WORDINGS = [f"w{number}" for number in range(40)]


def draft(rng: Random) -> Draft:
    name = rng.choice(("nums", "values", "items"))
    least = rng.randint(2, 9)
    return Draft(
        composition="above sum",
        wording=rng.choice(WORDINGS),
        name="sum_above",
        params=((name, "List[int]"), ("limit", "int")),
        returns="int",
        statement=f"Return the sum of the numbers in {name} that are greater than limit, plus {least}.",
        reasoning="Keep what is above the limit. Add it up.",
        body=f"total = {least}\nfor x in {name}:\n    if x > limit:\n        total += x\nreturn total",
        inputs=lambda fresh: ([fresh.randint(-9, 9) for _ in range(fresh.randint(0, 6))], fresh.randint(-3, 3)),
    )


FAMILY = Family("toy", draft)


@pytest.fixture(scope="module")
def tokenizer():
    rng = Random(1)
    return tokens.train([one.prompt + one.answer for one in (sample([FAMILY], rng) for _ in range(200))], 512)


def exercises(count: int) -> list[Exercise]:
    rng = Random(7)
    return [exercise([FAMILY], rng) for _ in range(count)]


def test_the_model_reads_exactly_what_production_renders_as_one_user_message():
    made = exercises(1)[0]
    body = prompts.render(prompts.load("solve"), prompts.describe(made.problem)).body
    assert solve(made).prompt == f"<|im_start|>user\n{body}<|im_end|>\n<|im_start|>assistant\n"


def test_what_is_held_out_never_becomes_a_sample():
    assert any(held_out("toy", wording) for wording in WORDINGS)
    assert not any(made.held_out for made in exercises(300))


def test_asking_for_exercises_that_no_draft_gives_ends_with_an_error():
    with pytest.raises(NothingWantedError):
        exercise([FAMILY], Random(0), lambda _: False)


def test_a_draft_whose_own_solution_fails_is_left_out(caplog: pytest.LogCaptureFixture):
    def sometimes_broken(rng: Random) -> Draft:
        made = draft(rng)
        return made if rng.random() < 0.5 else replace(made, body="return 1 / 0", composition="broken")

    rng = Random(3)
    made = [exercise([Family("toy", sometimes_broken)], rng) for _ in range(40)]
    assert {one.composition for one in made if one.problem.examples} == {"above sum"}
    assert "toy/broken" in caplog.text


def test_all_three_kinds_of_samples_are_made():
    rng = Random(11)
    made = [sample([FAMILY], rng) for _ in range(200)]
    kinds = {"fill" if one.prompt.startswith("<|fim_prefix|>") else "chat" for one in made}
    assert kinds == {"fill", "chat"}
    repairs = [one for one in made if "### Earlier solution" in one.prompt]
    assert repairs
    assert all("The earlier solution" in one.answer for one in repairs)


def test_a_repair_shows_an_input_on_which_the_earlier_solution_is_wrong():
    rng = Random(2)
    repairs = [one for one in (sample([FAMILY], rng) for _ in range(300)) if "### Failing example" in one.prompt]
    for one in repairs:
        told = one.prompt.split("### Failing example\n")[1].split("<|im_end|>")[0]
        expected, actual = told.split("\nExpected: ")[1].split("\nActual: ")
        assert expected != actual


def test_a_mutant_compiles_and_differs_from_the_code():
    code = exercises(1)[0].code
    for seed in range(30):
        found = mutant(code, Random(seed))
        assert found is not None
        assert ast.dump(ast.parse(found[0])) != ast.dump(ast.parse(code))


def test_code_with_nothing_to_change_has_no_mutant():
    assert mutant("def f(x):\n    return x", Random(0)) is None


def test_a_filled_hole_gives_the_file_back_and_the_file_still_solves_the_problem():
    rng = Random(5)
    for made in exercises(60):
        cut = hole(made, [], rng)
        assert cut.middle
        solved = compiled(cut.prefix + cut.middle + cut.suffix, made.problem.signature)
        args = made.draft.inputs(rng)
        assert solved(*args) == compiled(made.code, made.problem.signature)(*args)


def test_text_survives_the_tokenizer(tokenizer):
    for text in ("def f(a_b: int) -> str:\n\treturn 'é 你好 🎉'\r\n", "   x  =  -12.5  \n\n\n", ""):
        assert tokenizer.decode(tokenizer.encode(text).ids) == text


def test_digits_stand_alone_and_special_tokens_are_one_token(tokenizer):
    assert len(tokenizer.encode("2048").ids) == 4
    for token in (*tokens.SPECIAL, *tokens.VISIBLE):
        assert len(tokenizer.encode(token).ids) == 1


def test_reasoning_marks_stay_in_decoded_text_and_chat_marks_do_not(tokenizer):
    ids = tokenizer.encode("<think>\nso\n</think><|im_end|>").ids
    assert tokenizer.decode(ids, skip_special_tokens=True) == "<think>\nso\n</think>"


def test_the_saved_tokenizer_is_read_back_the_same(tokenizer, tmp_path):
    tokens.save(tokenizer, tmp_path, 128)
    text = solve(exercises(1)[0]).prompt
    assert tokens.load(tmp_path).encode(text).ids == tokenizer.encode(text).ids


def test_batches_hold_every_sample_once_and_teach_only_answers():
    rng = Random(4)
    pool = [Encoded([1 + number] * rng.randint(20, 90), 10, 14, 0) for number in range(100)]
    made = batches(pool, 1024, rng)
    seen = [row[0] for batch in made for row in batch.ids]
    assert sorted(seen) == [1 + number for number in range(100)]
    for batch in made:
        assert batch.ids.size <= 1024
        assert batch.ids.shape[1] % ROUND == 0
        columns = batch.targets % batch.ids.shape[1]
        assert columns.min() == 9
        assert (batch.ids.flatten()[batch.targets + 1] != 0).all()


def test_the_code_of_an_answer_is_its_last_block_after_the_reasoning():
    assert code_of("<think>\n```python\nno\n```\n</think>\n\n```python\nyes\n```") == "yes"
    assert code_of("<think>\nnothing") is None


@pytest.mark.parametrize(("k", "samples", "right", "value"), [(1, 8, 2, 0.25), (8, 8, 1, 1.0), (8, 8, 0, 0.0)])
def test_pass_at_k_is_the_unbiased_estimate(k, samples, right, value):
    assert pass_at(k, samples, right) == pytest.approx(value)


def test_an_exercise_that_went_through_a_file_is_what_the_product_reads_there():
    rng = Random(8)
    for seed in range(40):
        made = dress("toy", draft(Random(seed)), Random(seed))
        again = reread(made, rng)
        assert " ".join(again.problem.statement.split()) == made.problem.statement
        assert [example.inputs for example in again.problem.examples] == [e.inputs for e in made.problem.examples]
        assert again.code.startswith(prompts.starter_code(again.problem.signature))
        assert again.code in again.answer


def test_most_exercises_survive_the_way_through_a_file():
    pairs = [(made, reread(made, Random(9))) for made in (dress("toy", draft(Random(s)), Random(s)) for s in range(40))]
    assert sum(again is not made for made, again in pairs) >= 38


def test_a_statement_that_the_product_reads_as_something_else_stays_as_it_was():
    odd = replace(draft(Random(1)), statement="Let F(0) = 0 and F(n) = F(n - 1) + 1. Return F(n).")
    made = next(one for one in (dress("toy", odd, Random(seed)) for seed in range(50)) if not one.problem.examples)
    assert reread(made, Random(0)) is made


def test_a_trainer_that_outruns_its_makers_is_shown_earlier_batches_again(monkeypatch):
    monkeypatch.setattr(making, "ENOUGH", 2)
    rows = [Encoded([1, 2, 3 + number], 1, 2, 0) for number in range(2)]
    fresh = [batches([row], 64, Random(0))[0] for row in rows]
    waiting: queue.Queue = queue.Queue()
    for batch in fresh:
        waiting.put(batch)
    shown = making._drain(waiting, [current_thread()])
    assert [next(shown), next(shown)] == fresh
    assert all(any(next(shown) is batch for batch in fresh) for _ in range(5))


def test_a_trainer_whose_makers_died_says_so(monkeypatch):
    monkeypatch.setattr(making, "ENOUGH", 0)
    with pytest.raises(RuntimeError, match="died"):
        next(making._drain(queue.Queue(), [Thread()]))


def test_a_hurried_statement_keeps_what_decides_the_answer():
    made = dress("toy", draft(Random(3)), Random(3))
    name = made.problem.signature.params[0].name
    said = f'Given the array {name}, join a number of elements, like "the, end." and 12.5, with an `a` between them.'
    problem = made.problem.model_copy(update={"statement": said})
    typed = [hurried(problem, Random(seed)).statement for seed in range(60)]
    for kept in (name, '"the, end."', "12.5", "`a`", "between"):
        assert sum(kept in one for one in typed) >= 55, kept
    assert all(one.strip() for one in typed)
    assert len(set(typed)) > 20
    assert any("the array" not in one for one in typed)


def test_what_counts_as_mastered_is_the_code_behind_the_reasoning(tokenizer):
    for made in exercises(8):
        row = encode(tokenizer, solve(made))
        shown = tokenizer.decode(row.ids[row.code_at :], skip_special_tokens=False)
        assert shown.lstrip().startswith("```python\n")
        assert "</think>" not in shown
        assert row.subject == mastery.slot(f"{made.family} {made.composition.split()[0]}")
