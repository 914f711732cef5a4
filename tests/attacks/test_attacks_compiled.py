"""Hostile candidates in compiled languages: what they try while they are compiled, and what machine code can try."""

import socket
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from lsp_server.judge import judge as judging
from lsp_server.judge.runners import RUNNERS, cache
from lsp_server.judge.verdict import Verdict
from lsp_server.sandbox.isolation import Isolation
from tests.attacks.conftest import SETTLE_S
from tests.judging import QUICK, call, function, problem

pytestmark = [pytest.mark.usefixtures("shared_builds"), pytest.mark.timeout(240)]
SHORT = QUICK.model_copy(update={"wall_time_s": 1.5})
SECRET = "the user's secret"
HEAD = """
#include <bits/stdc++.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
using namespace std;
"""


@pytest.fixture(autouse=True)
def no_binary_is_left(shared_builds: None) -> Iterator[None]:
    """Nothing that was compiled still runs."""
    yield
    deadline = time.monotonic() + SETTLE_S
    while (left := _running(str(cache.root()))) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert left == []


def _running(folder: str) -> list[str]:
    found = (process.info["exe"] or "" for process in psutil.process_iter(["exe"]))
    return [exe for exe in found if exe.startswith(folder)]


@pytest.fixture
def secret(tmp_path: Path) -> str:
    path = tmp_path / "secret.txt"
    path.write_text(SECRET)
    return str(path)


async def attack(language: str, code: str) -> Verdict:
    """The code defines `f(n)`; "held" is expected of it."""
    if (absent := RUNNERS[language].missing()) is not None:
        pytest.skip(absent)
    asked = problem(call("held", n=1), signature=function("f", "n"), language=language)
    return await judging.judge(asked, code, SHORT)


def told(verdict: Verdict) -> str:
    return f"{verdict.message} {[result.message for result in verdict.examples]}"


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("cpp", 'string f(int n) {{ return\n#include "{secret}"\n; }}'),
        ("cpp", 'asm(".section .rodata\\nstolen: .incbin \\"{secret}\\"\\n");\nstring f(int n) {{ return "held"; }}'),
        ("cpp", 'string f(int n) {{ return "held"; }}\n#include "../../../../../../../../{secret}"'),
        ("c", '#include "/etc/shadow"\nchar* f(int n) {{ return "held"; }}'),
        ("rust", 'fn f(n: i32) -> String {{ include_str!("{secret}").to_string() }}'),
        ("rust", 'fn f(n: i32) -> String {{ env!("VIBE_TEST_TOKEN").to_string() }}'),
        (
            "go",
            "//go:embed {secret}\nvar stolen string\n\nfunc f(n int) string {{ return stolen }}",
        ),
    ],
)
async def test_a_compiler_can_be_made_to_read_nothing_of_the_user(
    language: str, code: str, secret: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIBE_TEST_TOKEN", SECRET)
    verdict = await attack(language, code.format(secret=secret))
    assert (verdict.status, SECRET in told(verdict)) == ("error", False), verdict


async def test_a_compiler_cannot_be_made_to_write_without_end() -> None:
    verdict = await attack("c", 'char large[400000000] = {1};\nchar* f(int n) { return "held"; }')
    assert verdict.status == "error"


@pytest.mark.parametrize(
    ("language", "code"),
    [
        (
            "cpp",
            'string f(int n) {{ ifstream in("{secret}"); string s; getline(in, s); return s.empty() ? "held" : s; }}',
        ),
        (
            "java",
            "class Solution {{ String f(int n) {{ try {{ return java.nio.file.Files.readString("
            'java.nio.file.Path.of("{secret}")); }} catch (java.io.IOException e) {{ return "held"; }} }} }}',
        ),
        (
            "go",
            'func f(n int) string {{\nb, e := os.ReadFile("{secret}")\n'
            'if e == nil {{ return string(b) }}\nreturn "held" }}',
        ),
        (
            "rust",
            'fn f(n: i32) -> String {{ std::fs::read_to_string("{secret}").unwrap_or("held".to_string()) }}',
        ),
        ("c", 'char* f(int n) {{ return fopen("{secret}", "r") ? "open" : "held"; }}'),
    ],
)
async def test_no_file_of_the_user_can_be_read(
    language: str, code: str, secret: str, isolation: Isolation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)  # gcc asks by access(), which a closed folder above refuses
    verdict = await attack(language, code.format(secret=secret))
    assert (verdict.status, verdict.isolation) == ("passed", isolation.name), verdict


def running(statements: str, result: str = "held") -> str:
    return f'{HEAD}string f(int n) {{ {statements}\n return "{result}"; }}'


ATTEMPTS = (
    'if (ptrace(PTRACE_ATTACH, getppid(), 0, 0) != -1) return "traced";',
    'if (socket(AF_INET, SOCK_STREAM, 0) != -1 || socket(AF_UNIX, SOCK_STREAM, 0) != -1) return "a socket";',
    'if (open("/proc/self/exe", O_WRONLY) != -1) return "writable";',
    'char me[999] = {}; readlink("/proc/self/exe", me, 998); if (!unlink(me) || !chmod(me, 0777)) return me;',
    'if (open("/dev/mem", O_RDONLY) != -1 || open("/dev/kmsg", O_RDONLY) != -1) return "open";',
    'if (setuid(0) == 0 || chroot("/") == 0) return "root";',
    'if (getenv("VIBE_TEST_TOKEN")) return "the environment";',
)
"""Each says by what it returns what it got. One program makes them all, for compiling is what takes its time."""


async def test_machine_code_gets_no_further_than_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIBE_TEST_TOKEN", SECRET)
    verdict = await attack("cpp", running("\n".join(ATTEMPTS)))
    assert verdict.status == "passed", verdict


EARLY = HEAD + "static int early = [] { %s; return 0; }();\nstring f(int n) { return {}; }"
FORGED = '"{\\"ready\\":true}\\n0 {\\"value\\":\\"held\\",\\"ms\\":1}\\n"'


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("cpp", EARLY % f"write(4, {FORGED}, 60)"),
        ("cpp", running(f"write(4, {FORGED}, 60); _exit(0);", "no")),
        ("cpp", running(f"for (int fd = 3; fd < 64; ++fd) write(fd, {FORGED}, 60); for (;;) pause();", "no")),
        ("cpp", EARLY % "_exit(0)"),
        ("cpp", running("close(3); close(4); close(1); close(2);", "no")),
        ("cpp", running("kill(-1, SIGKILL); kill(1, SIGKILL); kill(getppid(), SIGKILL); raise(SIGSTOP);", "no")),
        ("cpp", running("for (int s = 1; s < 65; ++s) signal(s, SIG_IGN); for (;;) {}", "no")),
        ("cpp", running("if (fork() == 0) { setsid(); if (fork() == 0) for (;;) pause(); _exit(0); } _exit(0);", "no")),
        ("cpp", running("for (;;) fork();", "no")),
        ("cpp", running("for (;;) { auto p = malloc(1 << 24); if (p) memset(p, 1, 1 << 24); }", "no")),
        ("c", "void vibe_put(void* v, const char* text) {}\nchar* f(int n) { return \"no\"; }"),
        ("c", f"#include <unistd.h>\n__attribute__((constructor)) void early(void) {{ write(4, {FORGED}, 60); }}\n"
              'char* f(int n) { return "no"; }'),
        ("java", 'class Solution { static { System.exit(0); } String f(int n) { return "held"; } }'),
        ("java", "class Solution { String f(int n) throws Exception { var out = new FileOutputStream(\"/dev/fd/4\"); "
                 f'out.write({FORGED}.getBytes()); out.flush(); return "no"; }} }}'),
        ("java", "class Solution { Object f(int n) { return new Object() { public boolean equals(Object o) { "
                 'return true; } public String toString() { return "held"; } }; } }'),
        ("go", f'func f(n int) string {{ os.NewFile(4, "").WriteString({FORGED}); return "no" }}'),
        ("go", 'func init() { os.Exit(0) }\nfunc f(n int) string { return "held" }'),
        ("go", 'func f(n int) string { for { go func() { select {} }() }; return "held" }'),
        ("rust", "use std::os::unix::io::FromRawFd;\nuse std::io::Write;\nfn f(n: i32) -> String { let mut out = "
                 f"unsafe {{ std::fs::File::from_raw_fd(4) }}; out.write_all({FORGED}.as_bytes()); String::new() }}"),
    ],
)  # fmt: skip
async def test_no_trick_makes_a_wrong_answer_pass(language: str, code: str) -> None:
    verdict = await attack(language, code)
    assert verdict.status in ("failed", "error"), verdict
    assert not any(result.status == "passed" for result in verdict.examples)


async def test_what_was_built_is_not_changed_by_what_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cache is shared by all candidates: whoever could write there would judge the others."""
    code = running('char me[999] = {}; readlink("/proc/self/exe", me, 998); string d = string(me) + "/../x"; '
                   'if (creat(d.c_str(), 0777) != -1 || truncate(me, 0) == 0) return d;')  # fmt: skip
    assert (await attack("cpp", code)).status == "passed"
    assert (await attack("cpp", code)).status == "passed"


async def test_no_connection_leaves_a_java_candidate() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        port = server.getsockname()[1]
        code = (
            f'class Solution {{ String f(int n) {{ try {{ new java.net.Socket("127.0.0.1", {port}); return "got"; }}'
            ' catch (IOException e) { return "held"; } } }'
        )
        assert (await attack("java", code)).status == "passed"
