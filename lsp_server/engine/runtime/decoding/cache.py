"""The keys and values of all streams: pages of a fixed number of tokens, allocated once.

Knows tensors and pages; whose page is whose is `pages`'s business. A page that holds a whole context (as on the CPU)
is read without copying.
"""

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
        both = heads.view(len(heads), 2, -1, heads.shape[-1]).permute(1, 2, 0, 3)
        done, count = 0, heads.shape[0]
        while done < count:
            number, offset = divmod(start + done, self.page)
            size = min(count - done, self.page - offset)
            self._layers[layer][:, table[number], :, offset : offset + size] = both[:, :, done : done + size]
            done += size

    def write_one(self, layer: int, table: Table, place: int, heads: torch.Tensor) -> None:
        """`heads` [2 × kv_heads, head] become position `place`."""
        number, offset = divmod(place, self.page)
        self._layers[layer][:, table[number], :, offset] = heads.view(2, -1, heads.shape[-1])

    def read(
        self, layer: int, table: Table, count: int, index: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """The first `count` positions, [kv_heads, count, head] each. `index`, see there, saves making it per layer."""
        if count <= self.page:
            return self.keys[layer][table[0], :, :count], self.values[layer][table[0], :, :count]
        pages = self._layers[layer][:, self.index(table, count) if index is None else index]
        keys, values = pages.transpose(1, 2).flatten(2, 3)[:, :, :count]
        return keys, values

    def index(self, table: Table, count: int) -> torch.Tensor:
        """The pages of the first `count` positions, on the device."""
        return torch.tensor(table[: -(-count // self.page)], device=self.whole.device)

    def copy(self, source: int, target: int, count: int) -> None:
        """The first `count` tokens of one page into another, in all layers."""
        self.whole[:, :, target, :, :count] = self.whole[:, :, source, :, :count]
