"""Do two versions of a function do the same? On every generated input, or here is the smallest one where they differ.

Compared are the returned value and its classes, which argument it is, the arguments afterwards, the class of an
exception, and what was printed. Inputs on which the old version runs out of time, stack or memory decide nothing.

An exception counts as meant when the file raises it by a statement or names its class anywhere. One that just happens
(an IndexError of an empty list) says that the input was not meant: there the new version may fail in another way,
which is noted, but it may not return anything. Where the old version returns, nothing may differ.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from lsp_server.judge.compare import equal
from lsp_server.judge.evidence import Counterexample, Equivalence
from lsp_server.judge.inputs.draw import Domain, Inputs, simpler_of, small
from lsp_server.judge.present import show, visible
from lsp_server.judge.reach import unreached
from lsp_server.judge.runners.inside.codec import Opaque
from lsp_server.judge.trials import Bench, Outcome, Request, ask, encoded, observe, outcome_of
from lsp_server.problem.model import Order

TOLERANCE = 1e-9
"""Relative; sums in another order differ by less."""
CALL_S = 1.0
PATIENCE = 4
"""What a limit stopped is given so many times as long before that counts: a busy machine stops for a second, too."""
MOST_AGAIN = 3
"""More are no pauses of the machine: such a candidate is slow, and nobody waits for it."""
MOST_SHRINKS = 12
EARLY = 60
"""After so many inputs it is asked for the first time what is remembered; later calls may run into limits."""
FEWEST = 20
"""Inputs that must have decided something before two versions are called equal."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the old version does on the inputs, taken once. `reason`: why nothing can be compared with it."""

    source: str
    inputs: tuple[Inputs, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    reason: str | None = None


async def baseline(bench: Bench, source: str, domain: Domain) -> Baseline:
    """Runs the old version twice, in two sandboxes: what differs between them is not determined by its inputs.

    In other languages than Python `remembering` has done that already.
    """
    inputs = await asyncio.to_thread(small, domain)
    first, kept = await remembering(bench, source, inputs)
    if kept:
        return Baseline(source, reason=kept)
    again = await observe(bench, source, inputs, CALL_S) if bench.language == "python" else first
    reason = _undetermined(inputs, first, again) or _useless(first)
    decided = [given for given, outcome in zip(inputs, first, strict=True) if _decides(outcome)]
    reason = reason or await unreached(bench, "the function", source, decided)
    return Baseline(source, tuple(inputs), tuple(first), reason)


def _undetermined(inputs: Sequence[Inputs], first: Sequence[Outcome], again: Sequence[Outcome]) -> str | None:
    for given, one, other in zip(inputs, first, again, strict=True):
        if _decides(one) and _decides(other) and (what := difference(one, other)):
            if _opaque(one.value):
                return f"It returns an object that cannot be compared ({visible(str(one.value), 80)})."
            return f"It does not always do the same: with {shown(given)}, {what} differs from run to run."
    return None


def _opaque(value: Any) -> bool:
    items = cast("Sequence[Any]", value) if isinstance(value, list | tuple) else ()
    return isinstance(value, Opaque) or any(map(_opaque, items))


def _useless(outcomes: Sequence[Outcome]) -> str | None:
    if sum(outcome.ended == "returned" for outcome in outcomes) < FEWEST:
        return "Too few inputs were found that it returns a result for; annotate its parameters or give examples."
    return None


async def compare(bench: Bench, base: Baseline, source: str, domain: Domain, extra: Sequence[Inputs]) -> Equivalence:
    """The new version against the old one; `extra` are inputs that only this candidate's code gives reason for."""
    old = [*base.outcomes, *await observe(bench, base.source, extra, CALL_S)]
    inputs = [*base.inputs, *extra]
    new, kept = await remembering(bench, source, inputs)
    new = await _settled(bench, source, inputs, old, new, CALL_S)
    seen = [Seen(*each, bench.language) for each in zip(inputs, old, new, strict=True)]
    rule = Rule(base.source, bench.problem.order)
    unlike = [each.told("how it ends") for each in seen if rule.judge(each.old, each.new) == UNMEANT]
    found = Equivalence(
        undecided=sum(not _decides(each.old) for each in seen),
        unmeant=len(unlike),
        unlike=min(unlike, key=lambda each: len(each.input), default=None),
    )
    for number, each in enumerate(seen):
        if (what := rule.judge(each.old, each.new)) not in (None, UNMEANT):
            least, what = await _shrunk(bench, base.source, source, domain, each, rule, str(what))
            agreed = sum(_decides(each.old) for each in seen[:number])
            return found.model_copy(update={"agreed": agreed, "counterexample": least.told(what)})
    decided = [given for given, outcome in zip(inputs, old, strict=True) if _decides(outcome)]
    reason = kept or await unreached(bench, "the candidate", source, decided)
    return found.model_copy(update={"agreed": len(decided) - len(unlike), "reason": reason})


async def _settled(
    bench: Bench, source: str, inputs: Sequence[Inputs], old: Sequence[Outcome], new: Sequence[Outcome], wall_s: float
) -> list[Outcome]:
    """`new` after second tries where it was stopped and `old` was not, up to the first that is stopped again."""
    settled = list(new)
    stopped = [
        k for k, pair in enumerate(zip(old, new, strict=True)) if _decides(pair[0]) and pair[1].ended == "stopped"
    ]
    for place in stopped[:MOST_AGAIN]:
        (settled[place],) = await observe(bench, source, [inputs[place]], wall_s * PATIENCE)
        if settled[place].ended == "stopped":
            break
    return settled


async def baseline_of(bench: Bench, source: str, inputs: Sequence[Inputs], wall_s: float) -> Baseline:
    """What the old version does on inputs that it is known to manage, in `wall_s` each. Raises SandboxError."""
    return Baseline(source, tuple(inputs), tuple(await observe(bench, source, inputs, wall_s)))


async def confirm(bench: Bench, base: Baseline, source: str, wall_s: float) -> Equivalence:
    """The same question on the large inputs of `base`, whose counterexample stays as it is."""
    new = await observe(bench, source, base.inputs, wall_s)
    new = await _settled(bench, source, base.inputs, base.outcomes, new, wall_s)
    rule = Rule(base.source, bench.problem.order)
    seen = [Seen(*each, bench.language) for each in zip(base.inputs, base.outcomes, new, strict=True)]
    differing = ((each, what) for each in seen if (what := rule.judge(each.old, each.new)) not in (None, UNMEANT))
    found = next((each.told(str(what)) for each, what in differing), None)
    return Equivalence(agreed=sum(_decides(each.old) for each in seen), counterexample=found)


async def remembering(bench: Bench, source: str, inputs: Sequence[Inputs]) -> tuple[list[Outcome], str | None]:
    """What it does, and the sentence for one that keeps something between calls: a cache, a counter, a global list."""
    if bench.language != "python":
        return await _in_any_order(bench, source, inputs)
    requests: list[Request] = [{"form": "observed", "inputs": encoded(each)} for each in inputs]
    state: Request = {"form": "state"}
    seen = await ask(bench, source, [state, *requests[:EARLY], state, *requests[EARLY:], state], CALL_S)
    middle = min(EARLY, len(inputs)) + 1
    outcomes = [outcome_of(each) for each in (*seen[1:middle], *seen[middle + 1 : -1])]
    states = [seen[place].value for place in (0, middle, -1)]
    held = [cast("dict[str, str]", each) for each in states if isinstance(each, dict)]
    changed = [name for each in held[1:] for name, text in each.items() if held[0].get(name) != text]
    return outcomes, f"It keeps something between calls (`{changed[0]}`)." if changed else None


async def _in_any_order(bench: Bench, source: str, inputs: Sequence[Inputs]) -> tuple[list[Outcome], str | None]:
    """The same where nobody can look into the program: what it does must not depend on what it did before."""
    first = await observe(bench, source, inputs, CALL_S)
    last = (await observe(bench, source, inputs[::-1], CALL_S))[::-1]
    for given, one, other in zip(inputs, first, last, strict=True):
        if _decides(one) and _decides(other) and not _opaque(one.value) and (what := difference(one, other)):
            found = shown(given, bench.language)
            return first, f"It depends on earlier calls: with {found}, {what} is another after other calls."
    return first, None


def _decides(outcome: Outcome) -> bool:
    return outcome.ended in ("returned", "raised")


def difference(old: Outcome, new: Outcome, order: Any = "exact") -> str | None:
    """What differs, in words; None when nothing does."""
    if old.ended != new.ended or (old.ended == "raised" and old.value != new.value):
        return "how it ends"
    checks: Mapping[str, bool] = {
        "the result": old.ended == "raised" or equal(old.value, new.value, order, TOLERANCE),
        "the order of its keys": order != "exact" or _keys(old.value) == _keys(new.value),
        "the type of the result": old.ended == "raised" or old.kinds == new.kinds,
        "what it does to its arguments": equal(list(old.arguments), list(new.arguments), "exact", TOLERANCE),
        "whether the result is the argument itself or a copy": old.same == new.same,
        "which of its parts are one object": old.shares == new.shares,
        "what it prints": old.printed == new.printed,
    }
    return next((what for what, same in checks.items() if not same), None)


def _keys(value: Any) -> list[Any]:
    """The keys of dictionaries in a value, in their order: whoever goes through a dictionary sees it."""
    if isinstance(value, dict):
        pairs = cast("dict[Any, Any]", value)
        return [[repr(key), *_keys(item)] for key, item in pairs.items()]
    if isinstance(value, list | tuple):
        return [keys for item in cast("Sequence[Any]", value) if (keys := _keys(item))]
    return []


@dataclass(frozen=True, slots=True)
class Rule:
    """What may differ: `order` of lists as the statement leaves it open, failures that `source` does not mean."""

    source: str
    order: Order = "exact"

    def judge(self, old: Outcome, new: Outcome) -> str | None:
        """What differs, in words; UNMEANT; None when nothing does or nothing is decided."""
        if not _decides(old):
            return None
        unmeant = old.ended == "raised" and not self._meant(old)
        if unmeant and (new.ended == "raised" or (set(old.kinds.split()) & UNFIT and _decides(new))):
            return UNMEANT if (new.ended, new.value) != (old.ended, old.value) else None
        return difference(old, new, self.order)

    def _meant(self, outcome: Outcome) -> bool:
        names = {outcome.value, *(set(outcome.kinds.split()) - EVERYTHING)}
        plain = {re.split(r"::|\.", str(name))[-1] for name in names}
        return outcome.deliberate or any(re.search(rf"\b{re.escape(name)}\b", self.source) for name in plain)


UNMEANT = "unmeant"
EVERYTHING = frozenset({"Exception", "BaseException", "object", "Object", "Throwable", "RuntimeException", "Error"})
UNFIT = frozenset({"TypeError", "AttributeError"})
"""Raised unmeant, they say that the input is not even of a class that the function takes."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What both versions did with an input."""

    inputs: Inputs
    old: Outcome
    new: Outcome
    language: str

    def told(self, what: str) -> Counterexample:
        old, new = (_told(outcome, what, self.language) for outcome in (self.old, self.new))
        return Counterexample(input=shown(self.inputs, self.language), old=old, new=new, what=what)


async def _shrunk(
    bench: Bench, old: str, new: str, domain: Domain, found: Seen, rule: Rule, what: str
) -> tuple[Seen, str]:
    """Tries simpler inputs, many in one sandbox, until none of them tells the versions apart."""
    for _ in range(MOST_SHRINKS):
        tries = simpler_of(domain, found.inputs)
        before, after = await asyncio.gather(*(observe(bench, each, tries, CALL_S) for each in (old, new)))
        for each in (Seen(*three, bench.language) for three in zip(tries, before, after, strict=True)):
            if (other := rule.judge(each.old, each.new)) not in (None, UNMEANT):
                found, what = each, str(other)
                break
        else:
            break
    return found, what


def shown(inputs: Inputs, language: str = "python") -> str:
    """`nums = [1, 0], k = 2`; a sequence of operations as `LRU(2), put(1, 1), get(1)`."""
    if "operations" in inputs:
        calls = zip(inputs["operations"], inputs["arguments"], strict=True)
        return visible(
            ", ".join(f"{name}({', '.join(show(each, language) for each in values)})" for name, values in calls)
        )
    return visible(", ".join(f"{name} = {show(value, language)}" for name, value in inputs.items()))


def _told(outcome: Outcome, what: str, language: str) -> str:
    if outcome.ended == "raised":
        return f"raises {visible(str(outcome.value))}"
    if outcome.ended != "returned":
        return "dies" if outcome.value == "died" else "comes to no end"
    if what == "what it prints":
        return f"prints {visible(repr(outcome.printed))}"
    if what == "what it does to its arguments":
        return f"leaves {show(list(outcome.arguments), language)}"
    if what == "the type of the result":
        return f"returns {visible(outcome.kinds)}"
    if what == "which of its parts are one object":
        return (
            f"returns parts that are one object with others ({outcome.shares})" if outcome.shares else "makes all new"
        )
    copy = "a new object" if outcome.same < 0 else "its argument"
    return f"returns {copy}" if what.startswith("whether") else f"returns {show(outcome.value, language)}"
