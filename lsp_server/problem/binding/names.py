"""How the names of a statement compare with those of a signature, and which parameters an example states at all."""

from lsp_server.problem.grammar import Types
from lsp_server.problem.model import Signature


def folded(name: str) -> str:
    """A name as it compares between languages: `maxValue` is `max_value`."""
    return name.replace("_", "").lower()


def asked_of(signature: Signature, types: Types) -> list[str]:
    """The parameters that an example states: all but those that follow from an array before them."""
    kinds = ["", *(param.type for param in signature.params)]
    pairs = zip(signature.params, kinds, strict=False)
    return [
        param.name
        for param, before in pairs
        if not (types.implied.fullmatch(param.name) and (before.endswith(("*", "]")) or param.type.endswith("*")))
    ]
