"""Problems of two functions of which one undoes the other, as in "Serialize and Deserialize Binary Tree"."""

from collections.abc import Iterator, Mapping, Sequence

from lsp_server.problem.parts import Definition, Part

INVERSES: Mapping[str, str] = {
    "serialize": "deserialize",
    "encode": "decode",
    "encrypt": "decrypt",
    "compress": "decompress",
}


def halves(function: Definition, parts: Sequence[Part]) -> Iterator[Definition]:
    """What among `parts` undoes `function`, when both are still to be written: an answer must hold them all."""
    for part in parts:
        if isinstance(part, Definition) and part.name == INVERSES.get(function.name):
            if function.body.stub and part.body.stub:
                yield part
