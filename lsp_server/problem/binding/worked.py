"""Worked examples, which name the parameters of a function, as standard input of the program around that function.

The samples of the same statement show how a program is given them. Only shapes that leave no doubt are read: one value
on a line for itself, or one list below its size; anything else is left to be counted as unread.
"""

from collections.abc import Sequence
from typing import cast

from lsp_server.problem.examples.raw import Labelled, Raw
from lsp_server.problem.model import Example, Value
from lsp_server.problem.values import parse_named, parse_value


def as_stdin(raw: Labelled, raws: Sequence[Raw]) -> Example | None:
    """None where the samples among `raws` don't tell for certain how these values are written."""
    samples = [each for each in raws if isinstance(each, Labelled) and each.block and not each.stuck]
    named, _ = parse_named(raw.given)
    wanted = _line(parse_value(raw.wanted))
    if len(named) != 1 or not samples or wanted is None or not all(_is_line(each.wanted, wanted) for each in samples):
        return None
    given = _written(next(iter(named.values())))
    if given is None or not all(_is_alike(given, each.given.split("\n")) for each in samples):
        return None
    return Example(raw="", form="stdin", stdin="\n".join(given) + "\n", expected=f"{wanted}\n", expects="text")


def _written(value: Value) -> list[str] | None:
    """A line of its own, or the size of a list and its items on the next line."""
    if isinstance(value, list):
        items = [_line(item) for item in cast("list[Value]", value)]
        return [str(len(items)), " ".join(item for item in items if item)] if items and all(items) else None
    line = _line(value)
    return None if line is None else [line]


def _line(value: Value) -> str | None:
    """A number or text as a program reads and prints it."""
    if type(value) is int or (isinstance(value, str) and value and "\n" not in value):
        return str(value)
    return None


def _is_alike(given: Sequence[str], sample: Sequence[str]) -> bool:
    """Whether a sample is written in the same way; a number where a number is."""
    if len(given) != len(sample):
        return False
    if len(sample) == 1:
        return _is_line(sample[0], given[0])
    items = [sample[1].split(), given[1].split()]
    return sample[0].strip() == str(len(items[0])) and len({_are_numbers(each) for each in items}) == 1


def _is_line(sample: str, ours: str) -> bool:
    numbers = _are_numbers([sample.strip()]) == _are_numbers([ours])
    return (
        "\n" not in sample.strip() and numbers and bool(sample.strip()) and (" " in ours or " " not in sample.strip())
    )


def _are_numbers(items: Sequence[str]) -> bool:
    return all(item.lstrip("-").isdecimal() for item in items)
