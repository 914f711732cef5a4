"""Where competitest.nvim keeps the tests of a source: by its defaults, or as a `.competitest.lua` above it says.

Reads the few settings that are names, as text; it runs no Lua. Settings in the editor's own configuration are not seen.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MOST_CHARACTERS = 20_000
_LOCAL = ".competitest.lua"
_UP = 6
_DEFAULTS: Mapping[str, str] = {
    "testcases_directory": ".",
    "testcases_input_file_format": "$(FNOEXT)_input$(TCNUM).txt",
    "testcases_output_file_format": "$(FNOEXT)_output$(TCNUM).txt",
    "testcases_single_file_format": "$(FNOEXT).testcases",
}
_SETTING = re.compile(rf"\b(?P<name>{'|'.join(_DEFAULTS)})\s*=\s*(?P<quote>[\"'])(?P<value>[^\"'\n]*)(?P=quote)")
_REMARK = re.compile(r"^\s*--.*$", re.MULTILINE)
_MODIFIER = re.compile(r"\$\((\w*)\)")


@dataclass(frozen=True, slots=True)
class Layout:
    """`given` and `wanted` have `$(TCNUM)` where the number goes."""

    given: str
    wanted: str
    single: Path

    def pair(self, number: int) -> tuple[Path, Path]:
        """The files of the input and of the output of a test."""
        given, wanted = (Path(each.replace("$(TCNUM)", str(number))) for each in (self.given, self.wanted))
        return given, wanted


def layout_of(path: Path) -> Layout:
    """Where the tests of the source at `path` are."""
    told = {**_DEFAULTS, **_local_settings(path)}
    folder = path.parent / _filled(told["testcases_directory"], path)
    given, wanted, single = (
        str(folder / _filled(told[f"testcases_{name}_file_format"], path)) for name in ("input", "output", "single")
    )
    return Layout(given, wanted, Path(single))


def _local_settings(path: Path) -> Mapping[str, str]:
    """Of the nearest file with local settings in the folders above `path`."""
    for folder in list(path.parents)[:_UP]:
        if text := _text(folder / _LOCAL):
            return {match["name"]: match["value"] for match in _SETTING.finditer(_REMARK.sub("", text))}
    return {}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")[:MOST_CHARACTERS] if path.is_file() else ""
    except (OSError, UnicodeDecodeError):
        return ""


def _filled(name: str, path: Path) -> str:
    """With what competitest's modifiers stand for; the number stays."""
    values = {
        "": "$",
        "FNAME": path.name,
        "FNOEXT": path.stem,
        "FEXT": path.suffix.removeprefix("."),
        "FABSPATH": str(path),
        "ABSDIR": str(path.parent),
    }
    return _MODIFIER.sub(lambda match: values.get(match[1], match[0]), name)
