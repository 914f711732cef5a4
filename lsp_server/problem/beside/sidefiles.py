"""Examples that other tools keep in files beside the source: cph, competitest, leetgo, online-judge-tools, plain files.

Reads small text files only, next to the source and under the names that those tools give them; a file that is missing,
too large or not understood is no example.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import md5
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, cast

from lsp_server.problem.beside.competitest import layout_of
from lsp_server.problem.beside.msgpack import unpacked

MOST_BYTES = 1024 * 1024
MOST_TESTS = 100
_UP = 3
"""cph keeps its folder at the root of the workspace, which may be some levels up."""

_BLOCK = re.compile(r"^\s*(input|output)\s*:\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Test:
    """`wanted` is None where nothing tells it: such a test can be run, not judged."""

    given: str
    wanted: str | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What was found beside a source. `arguments`: each line of an input is an argument; else it is standard input."""

    tests: tuple[Test, ...]
    title: str = ""
    arguments: bool = False


def beside(path: Path) -> Beside | None:
    """The tests that stand beside the source at `path`, by the first tool that left some."""
    for reader in _READERS:
        if (found := reader(path)) and found.tests:
            return Beside(found.tests[:MOST_TESTS], found.title, found.arguments)
    return None


def _cph(path: Path) -> Beside | None:
    """`.cph/.<name>_<md5 of the path>.prob`: JSON with `name` and `tests`."""
    name = f".{path.name}_{md5(str(path).encode(), usedforsecurity=False).hexdigest()}.prob"
    folders = [folder / ".cph" for folder in list(path.parents)[:_UP]]
    moved = (each for each in sorted(folders[0].glob(f".{path.name}_*.prob"))) if folders else iter(())
    for file in [*(folder / name for folder in folders), *moved]:
        if (text := _text(file)) is not None and (found := _of_prob(text)):
            return found
    return None


def _of_prob(text: str) -> Beside | None:
    try:
        held: Any = json.loads(text)
    except ValueError:
        return None
    if not isinstance(held, dict):
        return None
    fields = cast("dict[str, Any]", held)
    name, tests = fields.get("name"), fields.get("tests")
    listed = cast("list[Any]", tests) if isinstance(tests, list) else []
    return Beside(tuple(_of_json(listed)), name if isinstance(name, str) else "")


def _of_json(listed: Sequence[Any]) -> Iterator[Test]:
    for each in listed:
        fields = cast("dict[str, Any]", each) if isinstance(each, dict) else {}
        given, wanted = fields.get("input"), fields.get("output")
        if isinstance(given, str) and isinstance(wanted, str | None):
            yield Test(given, wanted or None)


def _competitest(path: Path) -> Beside | None:
    """Pairs of files by number, by default `<name>_input0.txt` and `<name>_output0.txt`, or all in one file."""
    layout = layout_of(path)
    found: list[Test] = []
    for number in range(MOST_TESTS):
        test = _pair(*layout.pair(number))
        if test:
            found.append(test)
        elif number:
            break
    return Beside(tuple(found) or tuple(_packed(layout.single)))


def _packed(path: Path) -> Iterator[Test]:
    """MessagePack of a Lua table: numbers, which start at 0, to `input` and `output`; both may be missing."""
    try:
        held: Any = unpacked(_bytes(path) or b"\x80")
    except ValueError:
        return
    numbered = cast("dict[Any, Any]", held) if isinstance(held, dict) else {}
    listed = list(numbered.values()) if numbered else cast("list[Any]", held) if isinstance(held, list) else []
    for each in listed:
        fields = cast("dict[str, Any]", each) if isinstance(each, dict) else {}
        yield from _of_json([{"input": fields.get("input") or "", "output": fields.get("output")}] if fields else [])


def _in_and_out(path: Path) -> Beside | None:
    """`<name>.in` with `<name>.out`, `<name>1.in` with `<name>1.out`, and so on."""
    found: list[Test] = []
    for number in ["", *map(str, range(1, MOST_TESTS))]:
        test = _pair(path.with_name(f"{path.stem}{number}.in"), path.with_name(f"{path.stem}{number}.out"))
        if test:
            found.append(test)
        elif number:
            break
    return Beside(tuple(found))


def _judge_tools(path: Path) -> Beside | None:
    """`test/sample-1.in` with `test/sample-1.out`, as online-judge-tools and atcoder-cli (`tests/`) leave them.

    Their folders are for one problem each: beside other sources, nobody knows whose tests they are.
    """
    if len(list(islice(path.parent.glob(f"*{path.suffix}"), 2))) > 1:
        return None
    for folder in (path.with_name("test"), path.with_name("tests")):
        inputs = sorted(folder.glob("sample-*.in"))[:MOST_TESTS] if folder.is_dir() else []
        tests = tuple(test for each in inputs if (test := _pair(each, each.with_suffix(".out"))))
        if tests:
            return Beside(tests)
    return None


def _pair(given: Path, wanted: Path) -> Test | None:
    before = _text(given)
    after = _text(wanted) if before is not None else None
    return Test(before, after) if before is not None and after is not None else None


def _leetgo(path: Path) -> Beside | None:
    """`testcases.txt` with blocks of `input:` and `output:`, one argument on each line."""
    text = _text(path.with_name("testcases.txt"))
    if text is None:
        return None
    blocks: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if label := _BLOCK.match(line):
            blocks.append((label[1].lower(), []))
        elif blocks:
            blocks[-1][1].append(line)
    tests = (
        Test("\n".join(given).strip(), "\n".join(wanted).strip() or None)
        for (first, given), (second, wanted) in pairwise(blocks)
        if (first, second) == ("input", "output")
    )
    return Beside(tuple(test for test in tests if test.given or test.wanted), arguments=True)


def _text(path: Path) -> str | None:
    """The content of a small file; None when there is none that can be read as text."""
    try:
        return (_bytes(path) or b"").decode("utf-8").replace("\r\n", "\n") if path.is_file() else None
    except (OSError, UnicodeDecodeError):
        return None


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() and path.stat().st_size <= MOST_BYTES else None
    except OSError:
        return None


_READERS: tuple[Callable[[Path], Beside | None], ...] = (_cph, _competitest, _leetgo, _in_and_out, _judge_tools)
