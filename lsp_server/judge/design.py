"""A class whose operations are known before its examples are, so that it is compiled once for all of them."""

from lsp_server.problem.model import Signature


class Design(Signature):
    """`operations`: the names of the methods that examples may call."""

    operations: tuple[str, ...] = ()


def operations_of(signature: Signature) -> tuple[str, ...]:
    """None known beforehand where a statement alone tells what is called."""
    return signature.operations if isinstance(signature, Design) else ()
