"""Do two versions of a function do the same? On every generated input, or here is the smallest one where they differ.

Compared are the returned value and its classes, which argument it is, the arguments afterwards, the class of an
exception, and what was printed. Inputs on which the old version runs out of time, stack or memory decide nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from lsp_server.judge.compare import equal
from lsp_server.judge.inputs.draw import Domain, Inputs, small
from lsp_server.judge.inputs.shrink import simpler
from lsp_server.judge.present import show, visible
from lsp_server.judge.reach import unreached
from lsp_server.judge.runners.inside.codec import Opaque
from lsp_server.judge.trials import Bench, Outcome, Request, ask, encoded, observe, outcome_of
from lsp_server.problem.model import Frozen

TOLERANCE = 1e-9
"""Relative; sums in another order differ by less."""
CALL_S = 1.0
MOST_SHRINKS = 12
EARLY = 60
"""After so many inputs it is asked for the first time what is remembered; later calls may run into limits."""
FEWEST = 20
"""Inputs that must have decided something before two versions are called equal."""


class Counterexample(Frozen):
    """The smallest input found on which the versions differ, as texts. `what` names the difference."""

    input: str
    old: str
    new: str
    what: str


class Equivalence(Frozen):
    """`agreed` inputs on which both did the same; `undecided` those on which the old version came to no end.

    Equal when there is neither a counterexample nor a `reason` for doubt.
    """

    agreed: int = 0
    undecided: int = 0
    counterexample: Counterexample | None = None
    reason: str | None = None

    @property
    def equal(self) -> bool:
        return self.counterexample is None and self.reason is None


@dataclass(frozen=True, slots=True)
class Baseline:
    """What the old version does on the inputs, taken once. `reason`: why nothing can be compared with it."""

    source: str
    inputs: tuple[Inputs, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    reason: str | None = None


async def baseline(bench: Bench, source: str, domain: Domain) -> Baseline:
    """Runs the old version twice, in two sandboxes: what differs between them is not determined by its inputs."""
    inputs = small(domain)
    first, kept = await remembering(bench, source, inputs)
    if kept:
        return Baseline(source, reason=kept)
    again = await observe(bench, source, inputs, CALL_S)
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
    agreed, undecided = 0, 0
    for given, before, after in zip(inputs, old, new, strict=True):
        if not _decides(before):
            undecided += 1
        elif what := difference(before, after, bench.problem.order):
            shrunk = await _shrunk(bench, base.source, source, domain, _Differing(given, before, after, what))
            return Equivalence(agreed=agreed, undecided=undecided, counterexample=shrunk.told())
        else:
            agreed += 1
    decided = [given for given, outcome in zip(inputs, old, strict=True) if _decides(outcome)]
    reason = kept or await unreached(bench, "the candidate", source, decided)
    return Equivalence(agreed=agreed, undecided=undecided, reason=reason)


async def remembering(bench: Bench, source: str, inputs: Sequence[Inputs]) -> tuple[list[Outcome], str | None]:
    """What it does, and the sentence for one that keeps something between calls: a cache, a counter, a global list."""
    requests: list[Request] = [{"form": "observed", "inputs": encoded(each)} for each in inputs]
    asked = [{"form": "state"}, *requests[:EARLY], {"form": "state"}, *requests[EARLY:], {"form": "state"}]
    seen = await ask(bench, source, asked, CALL_S)
    before, early, late = seen[0], seen[min(EARLY, len(inputs)) + 1], seen[-1]
    asked_state = (id(before), id(early), id(late))
    outcomes = [outcome_of(each) for each in seen if id(each) not in asked_state]
    states: list[Any] = [each.value for each in (before, early, late)]
    held = [cast("dict[str, str]", each) for each in states if isinstance(each, dict)]
    changed = [name for each in held[1:] for name, text in each.items() if held[0].get(name) != text]
    return outcomes, f"It keeps something between calls (`{changed[0]}`)." if changed else None


def _decides(outcome: Outcome) -> bool:
    return outcome.ended in ("returned", "raised")


def difference(old: Outcome, new: Outcome, order: Any = "exact") -> str | None:
    """What differs, in words; None when nothing does."""
    if old.ended != new.ended or (old.ended == "raised" and old.value != new.value):
        return "how it ends"
    checks: Mapping[str, bool] = {
        "the result": old.ended == "raised" or equal(old.value, new.value, order, TOLERANCE),
        "the type of the result": old.kinds == new.kinds,
        "what it does to its arguments": equal(list(old.arguments), list(new.arguments), "exact", TOLERANCE),
        "whether the result is the argument itself or a copy": old.same == new.same,
        "what it prints": old.printed == new.printed,
    }
    return next((what for what, same in checks.items() if not same), None)


@dataclass(frozen=True, slots=True)
class _Differing:
    inputs: Inputs
    old: Outcome
    new: Outcome
    what: str

    def told(self) -> Counterexample:
        old, new = (_told(outcome, self.what) for outcome in (self.old, self.new))
        return Counterexample(input=shown(self.inputs), old=old, new=new, what=self.what)


async def _shrunk(bench: Bench, old: str, new: str, domain: Domain, found: _Differing) -> _Differing:
    """Tries simpler inputs, many in one sandbox, until none of them tells the versions apart."""
    for _ in range(MOST_SHRINKS):
        tries = simpler(found.inputs, domain.shapes)
        before = await observe(bench, old, tries, CALL_S)
        after = await observe(bench, new, tries, CALL_S)
        for given, one, other in zip(tries, before, after, strict=True):
            if _decides(one) and (what := difference(one, other, bench.problem.order)):
                found = _Differing(given, one, other, what)
                break
        else:
            return found
    return found


def shown(inputs: Inputs) -> str:
    return visible(", ".join(f"{name} = {show(value)}" for name, value in inputs.items()))


def _told(outcome: Outcome, what: str) -> str:
    if outcome.ended == "raised":
        return f"raises {visible(str(outcome.value))}"
    if outcome.ended != "returned":
        return "comes to no end"
    if what == "what it prints":
        return f"prints {visible(repr(outcome.printed))}"
    if what == "what it does to its arguments":
        return f"leaves {show(list(outcome.arguments))}"
    if what == "the type of the result":
        return f"returns {visible(outcome.kinds)}"
    copy = "a new object" if outcome.same < 0 else "its argument"
    return f"returns {copy}" if what.startswith("whether") else f"returns {show(outcome.value)}"
