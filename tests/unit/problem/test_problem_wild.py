"""Statements as they are copied from the sites that people practise on, in all languages: what is understood of each.

A file of tests/data/wild holds the language, what is to be understood (JSON on one line) and the text. An example is
`[inputs or standard input, expected]`; a text without examples must not get any that nobody stated.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from lsp_server.problem.files import problems_of_file
from lsp_server.problem.model import Problem
from lsp_server.problem.syntax import Document

WILD = Path(__file__).parents[2] / "data" / "wild"
CASES = sorted(path.stem for path in WILD.glob("*.txt"))


def load(name: str) -> tuple[Document, dict[str, Any]]:
    language, wanted, text = (WILD / f"{name}.txt").read_bytes().decode().split("\n", 2)
    return Document(text, language), json.loads(wanted)


def only(document: Document) -> Problem:
    found = problems_of_file(document, None)
    assert len(found) == 1, [(each.title, each.signature.name) for each in found]
    return found[0]


@pytest.mark.parametrize("name", CASES)
def test_a_copied_statement_is_understood(name: str) -> None:
    document, wanted = load(name)
    problem = only(document)
    given = [example.stdin if example.form == "stdin" else example.inputs for example in problem.examples]
    assert given == [example[0] for example in wanted["examples"]]
    assert [example.expected for example in problem.examples] == [example[1] for example in wanted["examples"]]
    told = {
        "kind": problem.signature.kind,
        "order": problem.order,
        "constraints": len(problem.constraints),
        "title": problem.title,
        "tolerance": problem.float_tolerance,
        "mutated": problem.examples[0].mutated if problem.examples else None,
        "returned": problem.examples[0].returned if problem.examples else None,
    }
    assert {key: told[key] for key in told if key in wanted} == {key: wanted[key] for key in told if key in wanted}
    assert not [text for text in wanted.get("absent", ()) if text in problem.statement.lower()]
    assert problem.statement or problem.title
