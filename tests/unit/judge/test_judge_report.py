"""The report of the harness is hostile input."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lsp_server.judge.observation import NOTHING
from lsp_server.judge.runners.python import PYTHON
from lsp_server.judge.runners.report import lost, read
from lsp_server.sandbox.program import Outcome

READY = {"k": None, "ended": "reply", "reply": json.dumps({"ready": True, "errors": [], "imports": []})}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda i: st.lists(i) | st.dictionaries(st.text(), i),
)


def outcome(*events: Any, ended: Any = "exited", code: int | None = 0) -> Outcome:
    lines = [event if isinstance(event, bytes) else json.dumps(event).encode() for event in events]
    return Outcome(ended, code, b"\n".join(lines), b"", 1.5, "bubblewrap")


def reply(k: int = 0, **fields: Any) -> dict[str, Any]:
    return {"k": k, "ended": "reply", "reply": json.dumps(fields), "printed": "", "stderr": "", "ms": 1}


def test_a_result_is_read_with_what_was_printed() -> None:
    event = reply(value=[1, 2], ms=3.5) | {"printed": "noise"}
    seen = read(outcome(READY, event), 1, PYTHON).observations[0]
    assert (seen.ended, seen.value, seen.printed, seen.time_ms) == ("returned", [1, 2], "noise", 3.5)
    assert seen.first is NOTHING


def test_only_the_last_statement_of_a_session_has_printed() -> None:
    event = reply(value=None, mark="<m>") | {"printed": "before<m>after"}
    assert read(outcome(READY, event), 1, PYTHON).observations[0].printed == "after"


def test_a_failure_while_loading_counts_for_every_example() -> None:
    report = read(outcome({"k": None, "ended": "died", "status": -11}), 2, PYTHON)
    assert [report.observations[k].loading for k in (0, 1)] == [True, True]
    assert "SIGSEGV" in report.observations[1].detail


def test_the_first_report_of_an_example_counts() -> None:
    assert read(outcome(READY, reply(value=1), reply(value=2)), 1, PYTHON).observations[0].value == 1


def test_an_example_without_a_report_is_left_out() -> None:
    assert set(read(outcome(READY, reply(value=1)), 3, PYTHON).observations) == {0}


@pytest.mark.parametrize("k", [-1, 5, "0", 1.5, [0]])
def test_a_report_of_an_example_that_is_not_there_is_ignored(k: Any) -> None:
    assert read(outcome(READY, reply(value=1) | {"k": k}), 1, PYTHON).observations == {}


@pytest.mark.parametrize("text", ["", "[]", "{", '{"value": {"t": "no", "v": 1}}', "[" * 5000])
def test_a_reply_that_cannot_be_read_was_tampered_with(text: str) -> None:
    event = {"k": 0, "ended": "reply", "reply": text}
    assert read(outcome(READY, event), 1, PYTHON).observations[0].ended == "tampered"


def test_import_lines_are_taken_from_our_own_table_only() -> None:
    lines = ["import math", "import os", "from typing import List", "import os; import math", "from os import List", 3]
    ready = {"k": None, "ended": "reply", "reply": json.dumps({"ready": True, "imports": lines})}
    assert read(outcome(ready), 1, PYTHON).load.imports == ("import math", "from typing import List")


@given(st.lists(JSON | st.binary(), max_size=4), st.integers(0, 3))
def test_no_report_whatsoever_raises(events: list[Any], examples: int) -> None:
    assert set(read(outcome(*events), examples, PYTHON).observations) <= set(range(examples))


@given(JSON, JSON)
def test_no_reply_whatsoever_raises(content: Any, ended: Any) -> None:
    event = {"k": 0, "ended": ended, "reply": json.dumps(content), "printed": content, "ms": content}
    assert 0 in read(outcome(READY, event), 1, PYTHON).observations


@pytest.mark.parametrize(
    ("ended", "code", "detail"), [("exited", -9, "SIGKILL"), ("exited", 3, "status 3"), ("memory_limit", None, "")]
)
def test_a_sandbox_that_ended_early_says_how(ended: Any, code: int | None, detail: str) -> None:
    seen = lost(outcome(ended=ended, code=code))
    assert seen.ended == ("died" if ended == "exited" else ended)
    assert detail in seen.detail
