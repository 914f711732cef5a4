"""Reads MessagePack, in which competitest.nvim keeps its test cases: the types of its specification but no extensions.

https://github.com/msgpack/msgpack/blob/master/spec.md
"""

import struct
from collections.abc import Callable, Mapping
from typing import Any

MOST_DEPTH = 16
_NUMBERS: Mapping[int, str] = {
    0xCA: ">f", 0xCB: ">d", 0xCC: ">B", 0xCD: ">H", 0xCE: ">I", 0xCF: ">Q", 0xD0: ">b", 0xD1: ">h", 0xD2: ">i",
    0xD3: ">q",
}  # fmt: skip
_CONSTANTS: Mapping[int, Any] = {0xC0: None, 0xC2: False, 0xC3: True}
_SIZES: Mapping[int, tuple[str, str]] = {
    0xC4: ("text", ">B"), 0xC5: ("text", ">H"), 0xC6: ("text", ">I"), 0xD9: ("text", ">B"), 0xDA: ("text", ">H"),
    0xDB: ("text", ">I"), 0xDC: ("array", ">H"), 0xDD: ("array", ">I"), 0xDE: ("map", ">H"), 0xDF: ("map", ">I"),
}  # fmt: skip


def unpacked(data: bytes) -> Any:
    """The one value in `data`; bytes are read as UTF-8 text. Raises ValueError when it is anything else."""
    try:
        value, end = _value(data, 0, 0)
    except (struct.error, IndexError, RecursionError, TypeError) as error:
        raise ValueError("this is no MessagePack") from error
    if end != len(data):
        raise ValueError("there is something behind the value")
    return value


def _value(data: bytes, at: int, depth: int) -> tuple[Any, int]:
    if depth > MOST_DEPTH:
        raise ValueError("too deep")
    first, at = data[at], at + 1
    if first in _CONSTANTS:
        return _CONSTANTS[first], at
    if form := _NUMBERS.get(first):
        return struct.unpack_from(form, data, at)[0], at + struct.calcsize(form)
    if first < 0x80 or first >= 0xE0:
        return first if first < 0x80 else first - 0x100, at
    kind, size, at = _sized(data, first, at)
    return _READERS[kind](data, at, size, depth + 1)


def _sized(data: bytes, first: int, at: int) -> tuple[str, int, int]:
    """What begins with a byte that tells a size, or that sizes follow."""
    if first in _SIZES:
        kind, form = _SIZES[first]
        return kind, struct.unpack_from(form, data, at)[0], at + struct.calcsize(form)
    if first < 0xA0:
        return ("map" if first < 0x90 else "array"), first & 0x0F, at
    if first < 0xC0:
        return "text", first & 0x1F, at
    raise ValueError(f"a value of type {first:#x} is not known")


def _text(data: bytes, at: int, size: int, depth: int) -> tuple[Any, int]:
    if at + size > len(data):
        raise ValueError("the text is cut")
    return data[at : at + size].decode("utf-8"), at + size


def _array(data: bytes, at: int, size: int, depth: int) -> tuple[Any, int]:
    values = list[Any]()
    for _ in range(size):
        value, at = _value(data, at, depth)
        values.append(value)
    return values, at


def _map(data: bytes, at: int, size: int, depth: int) -> tuple[Any, int]:
    flat, at = _array(data, at, 2 * size, depth)
    return dict(zip(flat[::2], flat[1::2], strict=True)), at


Reader = Callable[[bytes, int, int, int], tuple[Any, int]]
_READERS: Mapping[str, Reader] = {"text": _text, "array": _array, "map": _map}
