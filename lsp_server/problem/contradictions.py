"""Examples that contradict each other: no solution can satisfy them, so none is asked for."""

from typing import cast

from lsp_server.problem.model import Example, Problem, Value


def contradictions(problem: Problem) -> str | None:
    """A sentence that names two examples with the same input and different results; None when there are none."""
    if problem.several_answers:
        return None
    seen: dict[str, Example] = {}
    for example in problem.examples:
        first = seen.setdefault(_question(example), example)
        if not _agree(first, example, any_order=problem.order != "exact"):
            return (
                f"Two examples contradict each other: `{_line(first)}` and `{_line(example)}` have the same input "
                "but different results. Correct the statement first."
            )
    return None


def _question(example: Example) -> str:
    return repr((example.form, example.inputs, example.session, example.stdin))


def _agree(first: Example, second: Example, any_order: bool) -> bool:
    if (first.expects, first.mutated, first.returned) != (second.expects, second.mutated, second.returned):
        return False
    if first.expects == "exception":
        return _same_exception(str(first.expected), str(second.expected))
    return _same(first.expected, second.expected) or (
        any_order and _members(first.expected) == _members(second.expected)
    )


def _same_exception(first: str, second: str) -> bool:
    """By what both of them say: one may leave the message open."""
    (kind, _, text), (other, _, said) = first.partition(":"), second.partition(":")
    return kind == other and (not text or not said or text == said)


def _same(first: Value, second: Value) -> bool:
    """Equal as Python sees it, or the same text (nan is not equal to itself)."""
    return first == second or repr(first) == repr(second)


def _members(value: Value) -> list[str] | None:
    """The members of a list without their order; nested lists are groups."""
    if not isinstance(value, list | tuple):
        return None
    return sorted(repr(_members(each) or each) for each in cast("list[Value]", value))


def _line(example: Example) -> str:
    return " ".join(example.raw.split())[:120]
