"""The code that a solution completes: as the file has it, with empty bodies, or made from a signature."""

from collections.abc import Iterator

from lsp_server.problem.grammar import Stub
from lsp_server.problem.languages import language_named
from lsp_server.problem.model import Parameter, Signature


def starter_code(signature: Signature, language: str = "python") -> str:
    """The stub for `signature`, as LeetCode shows it in `language`."""
    row = language_named(language)
    stub = row.stub
    if signature.kind == "program":
        return stub.program
    if signature.kind == "class":
        return stub.design.format(name=signature.name)
    is_method = signature.kind == "method"
    listed = [stub.receiver] if stub.receiver and is_method else []
    listed += [_parameter(param, stub) for param in signature.params]
    text = (stub.method if is_method else stub.function).format(
        name=signature.name,
        owner=signature.owner or "Solution",
        params=", ".join(listed),
        returns=_returns(signature.returns, stub),
    )
    return "\n".join([*_tags(signature, stub), text])


def _parameter(param: Parameter, stub: Stub) -> str:
    return (stub.parameter if param.type else stub.untyped).format(name=param.name, type=param.type)


def _returns(kind: str, stub: Stub) -> str:
    return stub.returns.format(type=kind) if kind else stub.unknown


def _tags(signature: Signature, stub: Stub) -> Iterator[str]:
    """Types in a comment, where the language has no other place for them."""
    known = [param for param in signature.params if param.type]
    if not stub.tag or not (known or signature.returns):
        return
    yield "/**"
    for param in known:
        yield stub.tag.format(tag="param", type=param.type, name=f" {param.name}")
    if signature.returns:
        yield stub.tag.format(tag="return", type=signature.returns, name="")
    yield " */"
