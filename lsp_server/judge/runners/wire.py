"""Values of an example for compiled languages, as one line of words that needs no parser to speak of.

Separated by single spaces: `n` null, `t` and `f` booleans, `i-12` an integer, `d0.5` a fraction (`dinf`, `dnan`),
`stext` a string, `l2` a list of the two values that follow, `m1` a map of one key and one value, `c0,-1,1` a chain (see
`inside/codec.py`: enter, join, loop) whose items are the list that follows. In strings, a
backslash goes before a backslash, `\\s` is a space and `\\n` a line feed. The code's own types say what a value is to
become.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from lsp_server.judge.arranged import aside_of
from lsp_server.judge.runners.inside.codec import Chain
from lsp_server.problem.model import Example, Signature

NOTHING_MUTATED = -1
_ESCAPES = str.maketrans({"\\": "\\\\", " ": "\\s", "\n": "\\n"})


def payload(signature: Signature, room: int) -> Callable[[Example], str]:
    """What a worker is told of an example: `room`, the place of the argument that is changed, the aside (see
    `judge/arranged.py`), the arguments.
    """

    def told(example: Example) -> str:
        inputs = in_order(signature, example.inputs or {})
        names = list(inputs)
        place = names.index(example.mutated) if example.mutated in names else NOTHING_MUTATED
        return f"{room} {place} {aside_of(example)} {encode(list(inputs.values()))}"

    return told


def in_order(signature: Signature, inputs: Mapping[str, Any]) -> dict[str, Any]:
    """By position; by name only where a statement gives exactly the parameters in another order."""
    names = [parameter.name for parameter in signature.params]
    return {name: inputs[name] for name in names} if set(names) == set(inputs) else dict(inputs)


def encode(value: Any) -> str:
    return " ".join(_words(value))


def _words(value: Any) -> Iterator[str]:
    if value is None or isinstance(value, bool):
        yield {None: "n", True: "t", False: "f"}[value]
    elif isinstance(value, int):
        yield f"i{value}"
    elif isinstance(value, float):
        yield f"d{value!r}"
    elif isinstance(value, str):
        yield f"s{value.translate(_ESCAPES)}"
    elif isinstance(value, Chain):
        yield f"c{value.enter},{value.join},{value.loop}"
        yield from _list(value.items)
    elif isinstance(value, Mapping):
        yield from _map(cast("Mapping[Any, Any]", value))
    else:
        yield from _list(list(value))


def _list(items: list[Any]) -> Iterator[str]:
    yield f"l{len(items)}"
    for item in items:
        yield from _words(item)


def _map(items: Mapping[Any, Any]) -> Iterator[str]:
    yield f"m{len(items)}"
    for key, item in items.items():
        yield from _words(key)
        yield from _words(item)
