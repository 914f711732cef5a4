"""Text that an example states without quotes: only the signature, or what it cannot be, tells that it is text."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace

from lsp_server.problem.binding.names import asked_of, folded
from lsp_server.problem.examples.raw import Labelled, Raw
from lsp_server.problem.grammar import Types
from lsp_server.problem.model import Signature
from lsp_server.problem.values import is_value

_NAMED = re.compile(r"(\w+) = ")
_BARE_WORD = re.compile(r"[^\W\d]\w*")
_BARE_WORDS = re.compile(r"[^\W\d]\w*(?: \w+){0,5}")


def show_texts(raws: Sequence[Raw]) -> bool:
    """Whether the outputs are text without quotes: one of a word, another perhaps of several (`Empty string`)."""
    shown = [raw.wanted.strip() for raw in raws if isinstance(raw, Labelled) and raw.block and not raw.stuck]
    texts = [each for each in shown if not is_value(each)]
    return any(_BARE_WORD.fullmatch(each) for each in texts) and all(_BARE_WORDS.fullmatch(each) for each in texts)


def quoted(raw: Labelled, signature: Signature, types: Types) -> Labelled:
    """`raw` with quotes around what has none and is text: by its type, or as it can be no other value."""
    asked = asked_of(signature, types)
    kind = next((param.type for param in signature.params if [param.name] == asked), None)
    named = _NAMED.match(raw.given)
    name = named[0] if named and [folded(named[1])] == [folded(each) for each in asked] else ""
    given = raw.given[len(name) :].strip()
    if kind is not None and bool(name) is bool(named) and _is_bare(given, kind, types):
        raw = replace(raw, given=f"{name}{json.dumps(given, ensure_ascii=False)}")
    if _is_bare(raw.wanted, signature.returns, types):
        raw = replace(raw, wanted=json.dumps(raw.wanted, ensure_ascii=False))
    return raw


def _is_bare(text: str, kind: str, types: Types) -> bool:
    """Whether it is text without quotes: the type says so, or there is none and it is no value."""
    return bool(text) and text[0] not in "\"'" and bool(types.text.fullmatch(kind) if kind else not is_value(text))
