"""Candidates that reach for what is not theirs: files, environment, network, other processes, the kernel.

A process that outlives its verdict is found by the fixture, by a word in its command line.
"""

import os
import socket
from pathlib import Path

import psutil
import pytest

from tests.attacks.conftest import Attack

REFUSED = """
import os
def refused(act, *args):
    try:
        return repr(act(*args))
    except OSError:
        return "held"
"""
"""`refused(act, ...)` is "held" when the system says no, else what was got."""


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file of the user, outside of every scratch directory."""
    path = tmp_path / "home" / "secret.txt"
    path.parent.mkdir()
    path.write_text("the user's secret")
    return path


@pytest.mark.parametrize("path", ["/etc/shadow", "/etc/passwd", "/etc/hostname"])
async def test_system_files_can_not_be_read(attack: Attack, path: str) -> None:
    assert Path(path).exists()
    assert (await attack(f"{REFUSED}\ndef f(n): return refused(open, {path!r})")).status == "passed"


async def test_the_users_files_can_not_be_read(attack: Attack, secret: Path) -> None:
    assert (await attack(f"{REFUSED}\ndef f(n): return refused(open, {str(secret)!r})")).status == "passed"


async def test_the_users_folders_can_not_be_listed(attack: Attack, secret: Path) -> None:
    home = str(Path.home())
    code = f"{REFUSED}\ndef f(n):\n    for place in ({home!r}, {str(secret.parent)!r}):\n"
    code += "        names = [] if not os.path.isdir(place) else refused(os.listdir, place)\n"
    code += "        if names not in ('held', []) and names != repr(['.pyenv']): return names\n    return 'held'"
    assert (await attack(code)).status == "passed"


@pytest.mark.parametrize("link", ["os.symlink(target, 'link')", "os.link(target, 'link')"])
async def test_a_link_leads_nowhere(attack: Attack, secret: Path, link: str) -> None:
    code = (
        f"{REFUSED}\ntarget = {str(secret)!r}\ndef f(n):\n    refused(lambda: {link})\n    return refused(open, 'link')"
    )
    assert (await attack(code)).status == "passed"


async def test_climbing_out_of_the_scratch_folder_leads_nowhere(attack: Attack, secret: Path) -> None:
    code = f"{REFUSED}\ndef f(n): return refused(open, '../' * 40 + {str(secret)[1:]!r})"
    assert (await attack(code)).status == "passed"


async def test_nothing_can_be_written_outside_of_the_scratch_folder(attack: Attack, tmp_path: Path) -> None:
    places = [str(tmp_path / "made"), "/usr/made", "/made", "/dev/made", "/dev/shm/made", "/var/tmp/made", "/etc/made"]
    code = f"{REFUSED}\ndef f(n):\n    got = [refused(open, place, 'w') for place in {places!r}]\n"
    code += "    return 'held' if set(got) == {'held'} else got"
    assert (await attack(code)).status == "passed"
    assert not any(os.path.exists(place) for place in places)


async def test_the_toolchain_can_not_be_changed(attack: Attack) -> None:
    assert (await attack(f"{REFUSED}\ndef f(n): return refused(open, os.__file__, 'a')")).status == "passed"


async def test_the_environment_of_the_user_is_not_there(attack: Attack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIBE_TEST_TOKEN", "token-of-the-user")
    code = "import os, glob\ndef f(n):\n    seen = repr(dict(os.environ))\n"
    code += "    for path in glob.glob('/proc/*/environ'):\n        try: seen += open(path).read()\n"
    code += "        except OSError: pass\n    return 'held' if 'token-of-the-user' not in seen else seen"
    assert (await attack(code)).status == "passed"


@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
async def test_no_packet_reaches_a_port_of_this_machine(attack: Attack, kind: str) -> None:
    with socket.socket(socket.AF_INET, getattr(socket, kind)) as server:
        server.bind(("127.0.0.1", 0))
        if kind == "SOCK_STREAM":
            server.listen()
        server.settimeout(0.2)
        code = f"{REFUSED}\nimport socket\ndef send():\n    s = socket.socket(socket.AF_INET, socket.{kind})\n"
        code += f"    s.connect(('127.0.0.1', {server.getsockname()[1]}))\n    return s.send(b'x')\n"
        assert (await attack(f"{code}def f(n): return refused(send)")).status == "passed"
        with pytest.raises(TimeoutError):
            server.accept() if kind == "SOCK_STREAM" else server.recv(1)


@pytest.mark.parametrize("abstract", [False, True])
async def test_no_socket_of_another_program_can_be_opened(attack: Attack, tmp_path: Path, abstract: bool) -> None:
    name = "\0vibe-lsp-test" if abstract else str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        code = f"{REFUSED}\nimport socket\ndef connect(): socket.socket(socket.AF_UNIX).connect({name!r})\n"
        assert (await attack(f"{code}def f(n): return refused(connect)")).status == "passed"


async def test_nothing_can_be_listened_on(attack: Attack) -> None:
    code = f"{REFUSED}\nimport socket\ndef f(n): return refused(lambda: socket.create_server(('', 0)))"
    assert (await attack(code)).status == "passed"


async def test_other_processes_can_not_be_signalled(attack: Attack, bystander: psutil.Process) -> None:
    code = f"{REFUSED}\ndef f(n): return refused(os.kill, {bystander.pid}, 9)"
    assert (await attack(code)).status == "passed"
    assert bystander.is_running()
    assert bystander.status() != psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("victim", ["os.getppid()", "1", "-1", "0", "-os.getpgrp()"])
async def test_killing_whoever_is_there_does_not_pass_and_hurts_nobody(
    attack: Attack, bystander: psutil.Process, victim: str
) -> None:
    code = f"{REFUSED}\ndef f(n):\n    refused(os.kill, {victim}, 9)\n    return 'survived'"
    assert (await attack(code)).status == "failed"
    assert bystander.status() != psutil.STATUS_ZOMBIE


async def test_an_example_that_kills_its_supervisor_leaves_the_others_their_verdicts(attack: Attack) -> None:
    from tests.judging import call

    code = "import os\ndef f(n):\n    if n == 2: os.kill(os.getppid(), 9); os.kill(os.getpid(), 9)\n    return n"
    verdict = await attack(code, call(1, n=1), call(2, n=2), call(3, n=3))
    assert [result.status for result in verdict.examples] == ["passed", "runtime_error", "passed"]


@pytest.mark.parametrize("pid", ["os.getppid()", "1"])
async def test_the_supervisor_can_not_be_traced(attack: Attack, pid: str) -> None:
    attach = 16
    code = f"{REFUSED}\nimport ctypes\ndef f(n):\n    c = ctypes.CDLL(None, use_errno=True)\n"
    code += f"    return 'held' if c.ptrace({attach}, {pid}, 0, 0) == -1 else 'traced'"
    assert (await attack(code)).status == "passed"


@pytest.mark.parametrize("pid", ["os.getppid()", "1"])
@pytest.mark.parametrize("entry", ["mem", "fd/3", "environ", "root/etc/passwd", "cwd/x", "maps"])
async def test_the_supervisor_can_not_be_reached_through_proc(attack: Attack, pid: str, entry: str) -> None:
    code = f"{REFUSED}\ndef f(n): return refused(lambda: open(f'/proc/{{{pid}}}/{entry}', 'rb+').read(1))"
    assert (await attack(code)).status == "passed"


@pytest.mark.parametrize(
    "entry", ["sysrq-trigger", "sys/kernel/pid_max", "sys/kernel/core_pattern", "sys/vm/drop_caches"]
)
async def test_the_kernel_can_not_be_set(attack: Attack, entry: str) -> None:
    assert (await attack(f"{REFUSED}\ndef f(n): return refused(open, '/proc/{entry}', 'w')")).status == "passed"


@pytest.mark.parametrize(
    "call",
    [
        "unshare(0x10000000)",
        "mount(b'none', b'/tmp', b'tmpfs', 0, None)",
        "setns(0, 0)",
        "chroot(b'/')",
        "syscall(321, 0, 0, 0)",
        "syscall(250, 0, -3, 1)",
        "syscall(425, 1, b'0' * 256)",
    ],
)
async def test_calls_that_open_the_kernel_are_refused(attack: Attack, call: str) -> None:
    """Namespaces, mounts, bpf, keyctl, io_uring."""
    code = "import ctypes\ndef f(n):\n    c = ctypes.CDLL(None, use_errno=True)\n"
    code += f"    return 'held' if c.{call} == -1 and ctypes.get_errno() == 1 else 'allowed'"
    if os.uname().machine != "x86_64" and "syscall" in call:
        pytest.skip("numbers of x86-64")
    assert (await attack(code)).status == "passed"


async def test_a_user_namespace_of_its_own_is_refused(attack: Attack) -> None:
    code = f"{REFUSED}\nimport subprocess\n"
    code += "def f(n): return 'held' if subprocess.run(['unshare', '-U', 'true'], stderr=-1).returncode else 'allowed'"
    assert (await attack(code)).status == "passed"


async def test_a_daemon_does_not_outlive_the_verdict(attack: Attack) -> None:
    code = """
import os, time
def f(n):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            os.chdir("/")
            os.closerange(0, 64)
            time.sleep(600)
        os._exit(0)
    os.wait()
    return "held"
"""
    assert (await attack(code)).status == "passed"


async def test_a_crowd_of_orphans_does_not_outlive_the_verdict(attack: Attack) -> None:
    code = """
import os, signal, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
def f(n):
    for _ in range(20):
        if os.fork() == 0:
            os.setsid()
            os.fork()
            time.sleep(600)
    return "held"
"""
    assert (await attack(code)).status == "passed"


async def test_the_user_inside_has_no_rights(attack: Attack) -> None:
    """Root outside is not root inside, or root without a single right."""
    code = f"{REFUSED}\ndef f(n): return refused(os.chown, '.', 1, 1) if os.geteuid() == 0 else 'held'"
    assert (await attack(code)).status == "passed"
