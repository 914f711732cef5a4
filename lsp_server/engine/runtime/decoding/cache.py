"""The keys and values of all streams: pages of a fixed number of tokens, allocated once.

Knows tensors and pages; whose page is whose is `pages`'s business. A page that holds a whole context (as on the CPU)
is read without copying.
"""

from typing import Protocol

import torch

from lsp_server.engine.runtime.decoding.weights import Shape

Table = list[int]
"""The pages of one stream, in the order of its text."""


class Cache:
    """Per layer two tensors [pages, kv_heads, page, head], which are parts of one."""

    def __init__(self, shape: Shape, pages: int, page: int, dtype: torch.dtype, device: torch.device) -> None:
        size = (shape.layers, 2, pages, shape.kv_heads, page, shape.head)
        self.page = page
        self.pages = pages
        self.whole = torch.zeros(size, dtype=dtype, device=device)
        self._layers = list(self.whole)
        self.keys = list(self.whole[:, 0])
        self.values = list(self.whole[:, 1])

    def write(self, layer: int, table: Table, start: int, heads: torch.Tensor) -> None:
        """`heads` [tokens, 2 × kv_heads, head], keys before values, become the positions from `start` on."""
        both = _apart(heads)
        done, count = 0, heads.shape[0]
        while done < count:
            number, offset = divmod(start + done, self.page)
            size = min(count - done, self.page - offset)
            self._layers[layer][:, table[number], :, offset : offset + size] = both[:, :, done : done + size]
            done += size

    def read(
        self, layer: int, table: Table, count: int, index: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The first `count` positions, [kv_heads, count, head] each. `index`, see there, saves making it per layer."""
        if count <= self.page:
            return self.keys[layer][table[0], :, :count], self.values[layer][table[0], :, :count]
        pages = self._layers[layer][:, self.index(table, count) if index is None else index]
        keys, values = pages.transpose(1, 2).flatten(2, 3)[:, :, :count]
        return keys, values

    def past(self, table: Table, start: int, end: int) -> "Past":
        """What a step of the tokens from `start` to `end` looks at, for all layers at once."""
        return _Page(self, table[0], start, end) if end <= self.page else _Paged(self, table, start, end)

    def index(self, table: Table, count: int) -> torch.Tensor:
        """The pages of the first `count` positions, on the device."""
        return torch.tensor(table[: -(-count // self.page)], device=self.whole.device)

    def copy(self, source: int, target: int, count: int) -> None:
        """The first `count` tokens of one page into another, in all layers."""
        self.whole[:, :, target, :, :count] = self.whole[:, :, source, :, :count]


class Past(Protocol):
    def extend(self, layer: int, heads: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Write the new `heads` [tokens, 2 × kv_heads, head]; returns all keys and values, [kv_heads, count, head]."""
        ...


class _Page:
    """A text within one page is written and read in place. Its views of all layers are made in two operations: one by
    one they would cost a small model a tenth of its step."""

    def __init__(self, cache: Cache, page: int, start: int, end: int) -> None:
        self._new = cache.whole[:, :, page, :, start:end].unbind()
        self._all = cache.whole[:, :, page, :, :end].unbind()

    def extend(self, layer: int, heads: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        self._new[layer].copy_(_apart(heads))
        keys, values = self._all[layer].unbind()
        return keys, values


class _Paged:
    def __init__(self, cache: Cache, table: Table, start: int, end: int) -> None:
        self._cache, self._table, self._start, self._end = cache, table, start, end
        self._index = cache.index(table, end)

    def extend(self, layer: int, heads: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        self._cache.write(layer, self._table, self._start, heads)
        return self._cache.read(layer, self._table, self._end, self._index)


def _apart(heads: torch.Tensor) -> torch.Tensor:
    """Keys and values [2, kv_heads, tokens, head] of `heads` [tokens, 2 × kv_heads, head]."""
    return heads.view(len(heads), 2, -1, heads.shape[-1]).permute(1, 2, 0, 3)
