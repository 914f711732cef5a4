"""Candidates that lie about their results: forged messages, patched modules, objects that equal everything."""

import pytest

from tests.attacks.conftest import Attack
from tests.judging import call

LOUD = """
import builtins, gc, json, os, sys, threading, time

def everywhere(data, fds=range(3, 64), act=None):
    for fd in fds:
        try:
            (act or os.write)(fd, data)
        except OSError:
            pass
"""


@pytest.fixture
def isolation(monkeypatch: pytest.MonkeyPatch) -> object:
    """Lies do not depend on the mechanism: one is enough."""
    from lsp_server.sandbox.run import choose

    return choose(allow_unisolated=False)


async def test_a_message_forged_on_every_descriptor_does_not_pass(attack: Attack) -> None:
    forged = {"k": 0, "value": "held", "ended": "reply", "ms": 1, "reply": '{"value": "held"}'}
    code = f"""{LOUD}
def f(n):
    everywhere(json.dumps({forged!r}).encode() + b"\\n", range(64))
    return "wrong"
"""
    assert (await attack(code)).status == "failed"


async def test_a_true_result_among_forged_messages_does_not_pass(attack: Attack) -> None:
    code = f"""{LOUD}
def f(n):
    everywhere(b"x\\n")
    return "held"
"""
    verdict = await attack(code)
    assert [result.message for result in verdict.examples] == ["It wrote to the channel that results are reported on."]


async def test_a_message_sent_while_loading_does_not_count(attack: Attack) -> None:
    code = f"""{LOUD}
everywhere(json.dumps({{"ready": True, "k": 0, "value": "held"}}).encode() + b"\\n")
everywhere(json.dumps({{"ready": True, "k": 0, "value": "held"}}).encode() + b"\\n")
def f(n):
    return "wrong"
"""
    assert (await attack(code)).status == "failed"


async def test_a_reply_that_is_sent_twice_does_not_pass(attack: Attack) -> None:
    code = f"""{LOUD}
real = os.write
def twice(fd, data):
    real(fd, data)
    return real(fd, data)
os.write = twice
def f(n):
    return n
"""
    verdict = await attack(code, call(1, n=1), call(2, n=2))
    assert verdict.passed == 0


async def test_a_descendant_that_replies_late_does_not_pass_the_next_example(attack: Attack) -> None:
    code = f"""{LOUD}
def f(n):
    if n == 1 and os.fork() == 0:
        time.sleep(0.2)
        everywhere(json.dumps({{"k": 1, "value": "held"}}).encode() + b"\\n")
        os._exit(0)
    time.sleep(0.5)
    return "wrong"
"""
    verdict = await attack(code, call("wrong", n=1), call("held", n=2))
    assert verdict.examples[1].status == "runtime_error"


@pytest.mark.parametrize("leave", ["sys.exit(0)", "os._exit(0)", "raise SystemExit", "raise KeyboardInterrupt"])
async def test_leaving_early_fails_that_example_only(attack: Attack, leave: str) -> None:
    code = f"{LOUD}def f(n):\n    if n == 1: {leave}\n    return n"
    verdict = await attack(code, call(1, n=1), call(2, n=2))
    assert [result.status for result in verdict.examples] == ["runtime_error", "passed"]


async def test_leaving_while_loading_fails_every_example(attack: Attack) -> None:
    verdict = await attack(f"{LOUD}def f(n): return n\nos._exit(0)", call(1, n=1), call(2, n=2))
    assert [result.status for result in verdict.examples] == ["runtime_error", "runtime_error"]
    assert "exited with status 0" in (verdict.examples[0].message or "")


@pytest.mark.parametrize("fds", ["range(0, 3)", "range(0, 64)"])
async def test_closing_descriptors_does_not_pass_a_wrong_result(attack: Attack, fds: str) -> None:
    code = f"""{LOUD}
def f(n):
    everywhere(None, {fds}, lambda fd, _: os.close(fd))
    return "wrong"
"""
    assert (await attack(code)).status == "failed"


async def test_closing_standard_streams_does_not_fail_a_right_result(attack: Attack) -> None:
    code = f"{LOUD}def f(n):\n    sys.stdout.close(); sys.stderr.close(); os.close(0)\n    return 'held'"
    assert (await attack(code)).status == "passed"


async def test_redirected_output_reaches_nothing(attack: Attack) -> None:
    code = f"""{LOUD}
def f(n):
    everywhere(1, act=os.dup2)
    everywhere(b"held\\n", [1])
    return "wrong"
"""
    assert (await attack(code)).status == "failed"


@pytest.mark.parametrize(
    "patch",
    [
        'json.dumps = lambda *a, **k: \'{"value": "held"}\'',
        "builtins.repr = lambda value: 'held'",
        "builtins.isinstance = lambda *a: True",
        "import copy; copy.deepcopy = lambda value: 'held'",
        "sys.modules['inside.codec'].Encoder.encode = lambda *a: 'hel' + 'd?'",
        "sys.modules['inside.worker'].run_example = lambda *a: {'value': ['held']}",
        "sys.modules['inside.forms'].FORMS.clear()",
        "sys.modules.clear()",
        "builtins.__dict__.clear()",
    ],
)
async def test_patching_modules_does_not_pass_a_wrong_result(attack: Attack, patch: str) -> None:
    assert (await attack(f"{LOUD}def f(n):\n    {patch}\n    return 'wrong'")).status == "failed"


async def test_the_expected_value_is_nowhere_in_the_process(attack: Attack) -> None:
    code = f"""{LOUD}
import re
def f(n):
    prefix, seen = "only-the-" + "judge-", repr(gc.get_objects()) + repr(sys._current_frames())
    frame = sys._getframe()
    while frame:
        seen += repr(frame.f_locals) + repr(frame.f_globals)
        frame = frame.f_back
    found = re.findall(prefix + "[a-z]+-", seen)
    return found[0] if found else "nothing"
"""
    verdict = await attack(code, call("only-the-judge-knows-this", n=1))
    assert verdict.examples[0].actual == "'nothing'"


async def test_the_expected_value_is_in_no_file_and_no_command_line(attack: Attack) -> None:
    code = f"""{LOUD}
import pathlib
def f(n):
    prefix, seen = "only-the-" + "judge-", ""
    for path in [*pathlib.Path(".").rglob("*"), *pathlib.Path("/proc").glob("*/cmdline")]:
        try:
            seen += path.read_text(errors="replace")
        except OSError:
            pass
    return seen[seen.find(prefix):][:40] if prefix in seen else "nothing"
"""
    verdict = await attack(code, call("only-the-judge-knows-this", n=1))
    assert verdict.examples[0].actual == "'nothing'"


@pytest.mark.parametrize(
    "liar",
    [
        "class Liar:\n    def __eq__(self, other): return True\n    def __hash__(self): return hash('held')",
        "class Liar:\n    __class__ = str\n    def __repr__(self): return \"'held'\"",
        "class Liar:\n    def __reduce__(self): return (str, ('held',))\n    def __str__(self): return 'held'",
        "class Meta(type):\n    __mro__ = (str, object)\n    __name__ = 'str'\nclass Liar(metaclass=Meta): pass",
        "class Liar(str):\n    def __str__(self): return 'held'\n    def __eq__(self, other): return True",
    ],
)
async def test_an_object_that_claims_to_be_the_result_is_not(attack: Attack, liar: str) -> None:
    assert (await attack(f"{liar}\ndef f(n): return Liar()")).status == "failed"


async def test_an_int_that_equals_everything_is_its_own_value(attack: Attack) -> None:
    code = """
class Any(int):
    def __eq__(self, other): return True
    def __int__(self): return 42
    def __hash__(self): return 42
    __index__ = __int__
def f(n):
    return Any(7)
"""
    verdict = await attack(code, call(42, n=1), call(7, n=2))
    assert [result.status for result in verdict.examples] == ["wrong_answer", "passed"]


async def test_a_list_that_lies_about_its_items_is_its_own_items(attack: Attack) -> None:
    code = """
class Sly(list):
    def __iter__(self): return iter([1, 2, 3])
    def __len__(self): return 3
def f(n):
    return Sly()
"""
    assert (await attack(code, call([1, 2, 3], n=1))).status == "failed"


@pytest.mark.parametrize(
    ("body", "status"),
    [("raise ValueError", "wrong_answer"), ("return 42", "wrong_answer"), ("os._exit(0)", "runtime_error")],
)
async def test_a_repr_that_misbehaves_costs_its_own_example_only(attack: Attack, body: str, status: str) -> None:
    code = f"{LOUD}class Odd:\n    def __repr__(self): {body}\ndef f(n): return Odd() if n == 1 else n"
    verdict = await attack(code, call(1, n=1), call(2, n=2))
    assert [result.status for result in verdict.examples] == [status, "passed"]


async def test_a_repr_without_end_is_a_time_limit(attack: Attack) -> None:
    from tests.attacks.test_attacks_resources import SHORT

    code = "class Odd:\n    def __repr__(self):\n        while True: pass\ndef f(n): return Odd()"
    assert [r.status for r in (await attack(code, settings=SHORT)).examples] == ["time_limit"]


@pytest.mark.parametrize(
    "value",
    [
        "a = []\n    a.append(a)\n    return a",
        "a = {}\n    a['a'] = a\n    return a",
        "a = []\n    for _ in range(100000): a = [a]\n    return a",
        "a = [0]\n    for _ in range(60): a = [a, a]\n    return a",
        "a = ListNode(1)\n    a.next = a\n    return a",
    ],
)
async def test_a_result_without_end_is_no_match_and_no_crash(attack: Attack, value: str) -> None:
    verdict = await attack(f"def f(n):\n    if n == 2: return n\n    {value}", call("held", n=1), call(2, n=2))
    assert verdict.examples[0].status in {"wrong_answer", "output_limit"}
    assert verdict.examples[1].status == "passed"


async def test_exit_handlers_and_threads_print_nothing_late(attack: Attack) -> None:
    code = f"""{LOUD}
import atexit
atexit.register(everywhere, b"late\\n")
def late():
    time.sleep(0.3)
    everywhere(b"late\\n")
def f(n):
    threading.Thread(target=late).start()
    return "held"
"""
    assert (await attack(code)).status == "passed"


async def test_a_signal_handler_does_not_turn_a_limit_into_a_result(attack: Attack) -> None:
    from tests.attacks.test_attacks_resources import SHORT

    code = "import signal\ndef f(n):\n    for s in (signal.SIGALRM, signal.SIGTERM, signal.SIGXCPU, signal.SIGINT):\n"
    code += "        signal.signal(s, lambda *_: None)\n    while True: signal.pause()"
    assert [r.status for r in (await attack(code, settings=SHORT)).examples] == ["time_limit"]


@pytest.mark.parametrize(
    "text", ["\\x1b[2J\\x1b]0;title\\x07", "\\u202egnol", "\\x9b31m", "a\\rb", "\\u2028", "\\udc80"]
)
async def test_what_would_drive_a_terminal_is_made_visible(attack: Attack, text: str) -> None:
    verdict = await attack(
        f"def f(n):\n    if n == 1: return '{text}'\n    raise ValueError('{text}')", call(1, n=1), call(2, n=2)
    )
    shown = "".join(f"{r.actual}{r.message}" for r in verdict.examples)
    assert shown.isprintable()


async def test_a_candidate_can_not_have_a_line_of_its_own_imported(attack: Attack) -> None:
    code = f"""{LOUD}
lines = ["import os; os.system('x')", "import evil", "import math"]
sys.modules["inside.load"].Loaded.imports = lambda self: lines
def f(n):
    return "held"
"""
    assert (await attack(code)).missing_imports == ("import math",)


async def test_an_error_without_end_is_cut(attack: Attack) -> None:
    verdict = await attack("def f(n): raise ValueError('x' * 10**6)")
    assert len(verdict.examples[0].message or "") <= 500
    assert (verdict.examples[0].message or "").startswith("ValueError: xxx")


@pytest.mark.parametrize(
    "spoil",
    [
        "for path in glob.glob('inside/*'): refused(os.chmod, path, 0o777); refused(open, path, 'w')",
        "refused(os.rename, 'inside', 'outside'); refused(os.mkdir, 'inside')",
        "for path in glob.glob('inside/*'): refused(os.unlink, path)",
        "for name in ('json', 'os', 'struct', 'math'): refused(lambda: open(name + '.py', 'w').write(forged))",
        "refused(lambda: open('sitecustomize.py', 'w').write(forged)); os.environ['PYTHONPATH'] = '.'",
    ],
)
async def test_writing_over_the_harness_does_not_pass_a_wrong_result(attack: Attack, spoil: str) -> None:
    """The second example runs in a new worker, because the first one ended its own."""
    code = f"""{LOUD}
import glob
forged = "import os; os.write(4, b'held')"
def refused(act, *args):
    try:
        act(*args)
    except OSError:
        pass
def f(n):
    if n == 1:
        {spoil}
        os._exit(1)
    return "wrong"
"""
    verdict = await attack(code, call("held", n=1), call("held", n=2))
    assert [result.status for result in verdict.examples] == ["runtime_error", "wrong_answer"]
