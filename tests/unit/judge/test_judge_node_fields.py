"""The site's `data` of a node as `val`; a class of the code's own, and what only has the name, stay."""

import pytest

from lsp_server.judge.node_fields import with_val
from lsp_server.problem.model import Parameter, Signature
from tests.judging import call, problem

SHOWN = "/* class Node { int data; Node left; } */\n"
OWN = "class Node { int data; Node left; }\n"


@pytest.mark.parametrize(
    ("language", "source", "kind", "judged"),
    [
        ("java", f"{SHOWN}int f(Node n) {{ return n.data; }}", "Node", f"{SHOWN}int f(Node n) {{ return n.val; }}"),
        ("cpp", f"{SHOWN}n->data = v.data()[0];", "Node*", f"{SHOWN}n->val = v.data()[0];"),
        ("python", "class Node:\n    data = 0\nn.data = 1", "Node", "class Node:\n    data = 0\nn.val = 1"),
        ("java", f"{OWN}return n.data;", "Node", None),
        ("java", f"{SHOWN}return n.data;", "int[]", None),
        ("java", f"{SHOWN}return n.data + n.val;", "Node", None),
        ("java", "/* class Node { int val; } */ return n.data;", "Node", None),
        ("java", "return n.data;", "Node", None),
    ],
)
def test_a_node_has_its_value_where_the_site_shows_it(
    language: str, source: str, kind: str, judged: str | None
) -> None:
    signature = Signature(name="f", params=(Parameter(name="n", type=kind),), kind="function")
    asked = problem(call(1, n=[1]), signature=signature, language=language)
    assert with_val(asked, source) == (judged or source)
