"""Candidates that take all they can get: processes, memory, time, output, disk."""

import pytest

from lsp_server.settings import SandboxSettings
from tests.attacks.conftest import Attack
from tests.judging import call

SHORT = SandboxSettings(wall_time_s=1.0, memory_mb=256, output_kb=64)
FIRST_MISBEHAVES = (call("held", n=1), call(2, n=2))


def statuses(verdict: object) -> list[str]:
    return [result.status for result in verdict.examples]  # type: ignore[attr-defined]


async def test_a_fork_bomb_ends_and_the_next_example_is_judged(attack: Attack) -> None:
    code = "import os\ndef f(n):\n    while n == 1:\n        try: os.fork()\n        except OSError: pass\n    return n"
    verdict = await attack(code, *FIRST_MISBEHAVES, settings=SHORT)
    assert statuses(verdict)[0] in {"time_limit", "runtime_error", "memory_limit"}
    assert statuses(verdict)[1] == "passed"


async def test_a_thread_bomb_ends(attack: Attack) -> None:
    code = (
        "import threading, time\n"
        "def f(n):\n    while True:\n        try: threading.Thread(target=time.sleep, args=(99,)).start()\n"
        "        except RuntimeError: pass"
    )
    assert statuses(await attack(code, settings=SHORT))[0] in {"time_limit", "memory_limit"}


async def test_a_memory_balloon_is_a_memory_limit(attack: Attack) -> None:
    verdict = await attack("def f(n):\n    a = []\n    while True: a.append(bytearray(1 << 20))")
    assert statuses(verdict) == ["memory_limit"]
    assert verdict.examples[0].message == "It needed more than 256 MB of memory."


async def test_memory_shared_out_to_many_processes_is_counted_together(attack: Attack) -> None:
    code = (
        "import os, time\ndef f(n):\n    for _ in range(12):\n"
        "        if os.fork() == 0:\n            a = bytearray(100 << 20); time.sleep(60)\n    time.sleep(60)"
    )
    assert statuses(await attack(code, settings=SandboxSettings(wall_time_s=8, memory_mb=256))) == ["memory_limit"]


async def test_a_text_of_ten_gigabytes_is_a_memory_limit(attack: Attack) -> None:
    assert statuses(await attack("def f(n): return 'a' * 10**10")) == ["memory_limit"]


async def test_a_loop_that_ignores_every_signal_is_a_time_limit(attack: Attack) -> None:
    code = (
        "import signal\ndef f(n):\n    for s in range(1, 65):\n"
        "        try: signal.signal(s, signal.SIG_IGN)\n        except (OSError, ValueError): pass\n"
        "    while n == 1: pass\n    return n"
    )
    verdict = await attack(code, *FIRST_MISBEHAVES, settings=SHORT)
    assert statuses(verdict) == ["time_limit", "passed"]
    assert verdict.examples[0].message == "It ran longer than 1 s."


async def test_a_loop_that_swallows_every_exception_is_a_time_limit(attack: Attack) -> None:
    code = "def f(n):\n    while True:\n        try:\n            while True: pass\n        except BaseException: pass"
    assert statuses(await attack(code, settings=SHORT)) == ["time_limit"]


async def test_a_candidate_that_stops_itself_is_a_time_limit(attack: Attack) -> None:
    code = "import os, signal\ndef f(n): os.kill(os.getpid(), signal.SIGSTOP)"
    assert statuses(await attack(code, settings=SHORT)) == ["time_limit"]


async def test_a_power_without_end_is_a_time_limit(attack: Attack) -> None:
    assert statuses(await attack("def f(n): return len(str(10 ** 10 ** 8))", settings=SHORT)) == ["time_limit"]


@pytest.mark.parametrize("where", ["print('x' * 99)", "os.write(1, b'x' * 99)", "os.write(2, b'x' * 99)"])
async def test_endless_output_is_an_output_limit(attack: Attack, where: str) -> None:
    verdict = await attack(f"import os\ndef f(n):\n    while n == 1: {where}\n    return n", *FIRST_MISBEHAVES)
    assert statuses(verdict) == ["output_limit", "passed"]
    assert verdict.examples[0].message == "It wrote more than 64 KB."


async def test_an_endless_result_is_an_output_limit(attack: Attack) -> None:
    code = "import itertools\ndef f(n): return itertools.count()"
    assert statuses(await attack(code)) == ["output_limit"]


async def test_a_file_can_not_be_large_nor_sparse(attack: Attack) -> None:
    code = (
        "def f(n):\n    with open('big', 'wb') as file:\n        try: file.truncate(1 << 40)\n"
        "        except OSError: return 'held'"
    )
    assert (await attack(code)).status == "passed"


async def test_the_scratch_folder_can_not_be_filled_without_end(attack: Attack) -> None:
    code = (
        "import os\ndef f(n):\n    for k in range(9999):\n        with open(f'file{k}', 'wb') as file:\n"
        "            file.write(b'x' * (8 << 20))\n"
    )
    verdict = await attack(code, settings=SandboxSettings(wall_time_s=8))
    assert statuses(verdict)[0] in {"runtime_error", "output_limit"}


async def test_files_can_not_be_made_without_end(attack: Attack) -> None:
    code = "def f(n):\n    k = 0\n    while True:\n        open(f'{k}', 'w').close()\n        k += 1"
    assert statuses(await attack(code, settings=SandboxSettings(wall_time_s=8))) == ["output_limit"]


async def test_endless_recursion_is_a_runtime_error(attack: Attack) -> None:
    verdict = await attack("def f(n): return f(n)")
    assert statuses(verdict) == ["runtime_error"]
    assert (verdict.examples[0].message or "").startswith("RecursionError")


async def test_a_broken_c_stack_costs_its_own_example_only(attack: Attack) -> None:
    code = "import sys, ctypes\nsys.setrecursionlimit(10**9)\ndef f(n): return n if n == 2 else ctypes.string_at(0)"
    verdict = await attack(code, *FIRST_MISBEHAVES)
    assert statuses(verdict) == ["runtime_error", "passed"]
    assert "SIGSEGV" in (verdict.examples[0].message or "")


async def test_loading_without_end_is_a_time_limit_of_every_example(attack: Attack) -> None:
    verdict = await attack("while True: pass", *FIRST_MISBEHAVES, settings=SHORT)
    assert statuses(verdict) == ["time_limit", "time_limit"]
    assert verdict.examples[1].message == "While the file was loaded: It ran longer than 1 s."


async def test_source_nested_without_end_is_a_runtime_error(attack: Attack) -> None:
    verdict = await attack("import builtins\nx = builtins.compile('[' * 10**5 + ']' * 10**5, '', 'eval')")
    assert statuses(verdict) == ["runtime_error"]


@pytest.mark.parametrize(
    "bomb",
    [
        "x" + " = [0] * 10**10",
        "x = 'a' * 2**40",
        "x = " + "(" * 60 + "0" + ",) * 9" * 60,
        "x = " + "**".join("9" * 9),
        "import zlib; x = zlib.decompress(zlib.decompress(BOMB))",
        "import re; x = re.match('(a+)+$', 'a' * 64 + 'b')",
        "x = f'{1:>{10**10}}'",
    ],
)
async def test_a_small_source_that_unfolds_to_a_huge_value_is_contained(attack: Attack, bomb: str) -> None:
    """As a literal, which the compiler may unfold already, and read back by `f`; other examples are told the same."""
    import zlib

    packed = zlib.compress(zlib.compress(bytes(300 << 20)))
    code = f"BOMB = {packed!r}\ntry:\n    {bomb}\nexcept Exception: x = 0\ndef f(n): return [x, n]"
    verdict = await attack(code, call("held", n=1), settings=SHORT)
    assert verdict.status == "failed"
    assert statuses(verdict)[0] in {"memory_limit", "time_limit", "output_limit", "wrong_answer", "runtime_error"}
