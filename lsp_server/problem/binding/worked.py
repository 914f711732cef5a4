"""Worked examples, which name the parameters of a function, as standard input of the program around that function.

The samples of the same statement show how a program is given them. Only values for which just one layout fits all
samples are read: a number or text, one list, or both; anything else is left to be counted as unread.
"""

from collections.abc import Sequence
from typing import cast

from lsp_server.problem.examples.raw import Labelled, Raw
from lsp_server.problem.model import Example, Value
from lsp_server.problem.values import parse_named, parse_value

Layout = tuple[str, ...]
"""Of each line what stands on it: `n` the size of the list, `k` the number or text, `*` the items of the list."""

_LAYOUTS: dict[tuple[bool, bool], tuple[Layout, ...]] = {
    (False, True): (("k",),),
    (True, False): (("n", "*"), ("*",)),
    (True, True): (("n k", "*"), ("k n", "*"), ("n", "*", "k"), ("k", "n", "*"), ("*", "k"), ("k", "*")),
}
"""By whether there is a list, and whether there is a number or text."""


def as_stdin(raw: Labelled, raws: Sequence[Raw]) -> Example | None:
    """None where the samples among `raws` don't tell for certain how these values are written."""
    samples = [each for each in raws if isinstance(each, Labelled) and each.block and not each.stuck]
    wanted = _text(parse_value(raw.wanted))
    if not samples or not wanted or not all(_are_alike(each.wanted.strip(), wanted) for each in samples):
        return None
    given = _written(list(parse_named(raw.given)[0].values()), [each.given.split("\n") for each in samples])
    if not given:
        return None
    return Example(raw="", form="stdin", stdin=f"{given}\n", expected=f"{wanted}\n", expects="text")


def _written(values: Sequence[Value], samples: Sequence[Sequence[str]]) -> str:
    """The values in the only layout that all samples have; "" where there is none, or more than one."""
    lists = [cast("list[Value]", value) for value in values if isinstance(value, list)]
    others = [_text(value) for value in values if not isinstance(value, list)]
    items = [_text(item) for item in lists[0]] if lists else []
    if len(lists) > 1 or len(others) > 1 or not all(others + items) or (lists and not items):
        return ""
    layouts = _LAYOUTS[bool(lists), bool(others)]
    parts = {"n": str(len(items)), "k": "".join(others), "*": " ".join(items)}
    fitting = [layout for layout in layouts if all(_fits(layout, parts, sample) for sample in samples)]
    return "\n".join(" ".join(parts[part] for part in line.split()) for line in fitting[0]) if len(fitting) == 1 else ""


def _fits(layout: Layout, parts: dict[str, str], sample: Sequence[str]) -> bool:
    """Whether a sample has this layout: its own size, and values of these kinds."""
    if len(layout) != len(sample):
        return False
    if layout == ("k",):
        return _are_alike(sample[0].strip(), parts["k"])
    size = str(len(sample[layout.index("*")].split()))
    if layout == ("k", "*") and sample[0].strip() == size and parts["k"] != parts["n"]:
        return False  # what stands there is the size, and `k` need not be read at all
    return all(_fits_line(line.split(), parts, text, size) for line, text in zip(layout, sample, strict=True))


def _fits_line(line: Sequence[str], parts: dict[str, str], text: str, size: str) -> bool:
    words = text.split()
    if line == ["*"]:
        return bool(words) and _are_numbers(words) == _are_numbers(parts["*"].split())
    return len(words) == len(line) and all(
        word == size if part == "n" else _are_alike(word, parts[part]) for part, word in zip(line, words, strict=True)
    )


def _text(value: Value) -> str:
    """A number or text as a program reads and prints it; "" for what each program may write in its own way."""
    if type(value) is int:
        return str(value)
    return value if isinstance(value, str) and "\n" not in value and value == value.strip() else ""


def _are_alike(sample: str, ours: str) -> bool:
    """One line of a number, or of text; of several words only where both have them."""
    numbers = _are_numbers([sample]) == _are_numbers([ours])
    return bool(sample) and "\n" not in sample and numbers and (" " in ours or " " not in sample)


def _are_numbers(items: Sequence[str]) -> bool:
    return all(item.removeprefix("-").isdecimal() for item in items)
