"""Classes that are written as several definitions side by side: they become one definition with members.

`LRUCache.prototype.get = function …` (JavaScript), `func (this *LRUCache) Get` (Go), `impl LRUCache` (Rust),
`lRUCacheGet` below `typedef struct … LRUCache` (C).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lsp_server.problem.parts import Body, Comment, Definition, Part


def grouped(parts: Sequence[Part]) -> Iterator[Part]:
    """`parts` with each class and what belongs to it as one. Comments between them are left to the group."""
    index = 0
    while index < len(parts):
        part = parts[index]
        end = _end_of_group(parts, index) if isinstance(part, Definition) else index + 1
        if isinstance(part, Definition) and end > index + 1:
            yield _joined(part, parts[index:end])
        else:
            yield part
        index = end


def _end_of_group(parts: Sequence[Part], index: int) -> int:
    """Behind the last definition that belongs to the class at `index`."""
    head = parts[index]
    assert isinstance(head, Definition)  # noqa: S101 - the caller asks for definitions only
    end = index + 1
    for at in range(index + 1, len(parts)):
        part = parts[at]
        if isinstance(part, Definition) and belongs(part, head):
            end = at + 1
        elif not isinstance(part, Comment):
            break
    return end


def belongs(part: Definition, head: Definition) -> bool:
    """Also by its name in C: `lRUCacheCreate` and `lru_cache_get` belong to `LRUCache`."""
    if part.belongs_to != "*":
        return bool(part.belongs_to) and part.belongs_to == head.name
    name, prefix = part.name.replace("_", "").lower(), head.name.replace("_", "").lower()
    return head.kind == "class" and bool(prefix) and name.startswith(prefix)


def _joined(head: Definition, parts: Sequence[Part]) -> Definition:
    last = next(part for part in reversed(parts) if isinstance(part, Definition))
    own = head.start if head.own < 0 else head.own
    members = [member for part in parts for member in _members_of(part, head)]
    inner = next((member.indent for member in members if isinstance(member, Definition)), head.indent)
    body = Body(own, last.end, head.indent, all(m.body.stub for m in members if isinstance(m, Definition)))
    docs = (*head.docs,) if head.kind == "class" else ()
    return replace(
        head,
        kind="class",
        end=last.end,
        header_end=own,
        body=replace(body, indent=inner if inner == head.indent else head.indent),
        params=(),
        returns="",
        docs=docs,
        members=tuple(members),
    )


def _members_of(part: Part, head: Definition) -> list[Part]:
    """The methods that one part of a group contributes; a function that makes the object is no method."""
    if not isinstance(part, Definition):
        return []
    if part.kind == "class":
        return [each for each in part.members if isinstance(each, Definition)]
    is_maker = part is head or part.constructs
    return [replace(part, constructs=is_maker, name=part.name.rpartition(".")[2])]
