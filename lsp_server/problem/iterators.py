"""Classes that are made of the inputs and then asked for all that they have, `next` as long as `hasNext`.

Their examples show the arguments of the constructor by name, and the list that comes out (`NestedIterator`,
`ZigzagIterator`). How an object is asked is for the judge to know (`judge/runners/drained.py`).
"""

from lsp_server.problem.model import Signature
from lsp_server.problem.parts import Definition

_MAKERS = ("__init__", "new")
_ASKED = frozenset({"next", "hasnext"})


def iterator_signature(definition: Definition) -> Signature | None:
    """The class with the parameters of its constructor and the result of `next`; None when it is no iterator."""
    members = [each for each in definition.members if isinstance(each, Definition) and each.kind == "function"]
    methods = {each.name.replace("_", "").lower(): each for each in members}
    maker = next((each for each in members if each.constructs or each.name in _MAKERS), None)
    if maker is None or not maker.params or not methods.keys() >= _ASKED:
        return None
    return Signature(name=definition.name, params=maker.params, returns=methods["next"].returns, kind="class")
