"""Hostile candidates in JavaScript that reach for what is not theirs: another language and harness, the same "
"sandbox."""

import os
import socket
from pathlib import Path

import psutil
import pytest

from tests.attacks.conftest import Attack
from tests.attacks.node import SHORT, js, no_child_is_left, statuses
from tests.judging import call

__all__ = ["js", "no_child_is_left"]


@pytest.mark.parametrize("path", ["/etc/passwd", "/etc/shadow", "{secret}", "../../../../../../../../{secret}"])
async def test_no_file_of_the_user_or_the_system_can_be_read(js: Attack, tmp_path: Path, path: str) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the user's secret")
    place = path.format(secret=str(secret))
    assert (await js(f"const f = n => refused(() => fs.readFileSync({place!r}));")).status == "passed"


async def test_a_link_out_of_the_scratch_folder_leads_nowhere(js: Attack, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the user's secret")
    code = (
        f"const f = n => {{ fs.symlinkSync({str(secret)!r}, 'link'); return refused(() => fs.readFileSync('link')); }};"
    )
    assert (await js(code)).status == "passed"


async def test_nothing_outside_can_be_written(js: Attack, tmp_path: Path) -> None:
    places = [str(tmp_path / "made"), "/usr/made", "/dev/shm/made", "/var/tmp/made"]
    code = f"const tried = {places!r}.map(p => refused(() => fs.writeFileSync(p, 'x')));\n"
    code += "const f = n => tried.find(r => r !== 'held') ?? 'held';"
    assert (await js(code)).status == "passed"
    assert not any(os.path.exists(place) for place in places)


async def test_the_environment_of_the_user_is_not_there(js: Attack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIBE_TEST_TOKEN", "token-of-the-user")
    code = """
        const f = n => {
            let seen = JSON.stringify(process.env) + JSON.stringify(process.report.getReport());
            for (const pid of pids())
                seen += refused(() => fs.readFileSync(`/proc/${pid}/environ`));
            return seen.includes("token-of-the-user") ? seen : "held";
        };
    """
    assert (await js(code)).status == "passed"


async def test_no_connection_reaches_a_port_of_this_machine(js: Attack) -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        server.settimeout(0.2)
        port = server.getsockname()[1]
        code = f"""
            const f = n => new Promise(done => {{
                const s = net.connect({port}, "127.0.0.1", () => done("connected"));
                s.on("error", e => done("held"));
            }});
        """
        assert (await js(code)).status == "passed"
        with pytest.raises(TimeoutError):
            server.accept()


@pytest.mark.parametrize("abstract", [False, True])
async def test_no_socket_of_another_program_can_be_opened(js: Attack, tmp_path: Path, abstract: bool) -> None:
    name = "\0vibe-lsp-test-js" if abstract else str(tmp_path / "socket")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(name)
        server.listen()
        path = name.replace("\0", "\\0")
        code = f"""
            const f = n => new Promise(done => {{
                try {{
                    net.connect({{path: "{path}"}}, () => done("connected")).on("error", e => done("held"));
                }} catch (e) {{ done("held"); }}
            }});
        """
        assert (await js(code)).status == "passed"


async def test_nothing_can_be_listened_on_and_no_packet_sent(js: Attack) -> None:
    code = """
        const f = async n => {
            const listened = await new Promise(done => {
                const s = net.createServer().on("error", () => done("held"));
                s.listen(0, "0.0.0.0", () => { const [a] = Object.values(os.networkInterfaces()).flat()
                    .filter(i => !i.internal); done(a ? "listening to the world" : "held"); });
            });
            const found = await new Promise(done =>
                require("dns").lookup("example.org", e => done(e ? "held" : "found")));
            return [listened, found].find(r => r !== "held") ?? "held";
        };
    """
    assert (await js(code)).status == "passed"


async def test_other_processes_can_not_be_signalled(js: Attack, bystander: psutil.Process) -> None:
    assert (await js(f"const f = n => refused(() => process.kill({bystander.pid}, 'SIGKILL'));")).status == "passed"
    assert bystander.is_running()
    assert bystander.status() != psutil.STATUS_ZOMBIE


@pytest.mark.parametrize("victim", ["process.ppid", "1", "-1"])
async def test_killing_whoever_is_there_does_not_pass(js: Attack, victim: str) -> None:
    verdict = await js(f"const f = n => {{ refused(() => process.kill({victim}, 'SIGKILL')); return 'survived'; }};")
    assert verdict.status == "failed"


@pytest.mark.parametrize("entry", ["mem", "fd/3", "environ", "root/etc/passwd"])
async def test_the_supervisor_can_not_be_reached_through_proc(js: Attack, entry: str) -> None:
    code = f"const open = () => fs.openSync(`/proc/${{process.ppid}}/{entry}`, 'r+');\n"
    code += "const f = n => refused(() => fs.readSync(open(), Buffer.alloc(1)));"
    assert (await js(code)).status == "passed"


async def test_a_daemon_does_not_outlive_the_verdict(js: Attack) -> None:
    code = """
        const f = n => {
            for (let k = 0; k < 3; k++)
                child.spawn("/bin/sh", ["-c", "trap '' TERM HUP INT; (sleep 600 &) ; exec sleep 600"],
                            {detached: true, stdio: "ignore"}).unref();
            return "held";
        };
    """
    assert (await js(code)).status == "passed"


async def test_a_fork_bomb_ends_and_the_next_example_is_judged(js: Attack) -> None:
    code = """
        const f = n => { if (n === 2) return n;
            child.spawn("/bin/sh", ["-c", "b() { b | b & }; b"], {detached: true, stdio: "ignore"});
            for (;;) refused(() => child.spawnSync("/bin/sh", ["-c", "sleep 9 & sleep 9 & sleep 9"], {timeout: 50}));
        };
    """
    verdict = await js(code, call("held", n=1), call(2, n=2), settings=SHORT)
    assert statuses(verdict)[0] in {"time_limit", "memory_limit", "runtime_error"}
    assert statuses(verdict)[1] == "passed"


async def test_a_native_module_and_a_binding_open_nothing(js: Attack, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the user's secret")
    code = f"""
        const f = n => {{
            refused(() => process.dlopen({{exports: {{}}}}, "/usr/lib/x86_64-linux-gnu/libc.so.6"));
            return refused(() => child.execFileSync("/bin/cat", [{str(secret)!r}], {{stdio: "pipe"}}).toString()
                || (() => {{ throw Object.assign(new Error(), {{code: "EMPTY"}}); }})());
        }};
    """
    verdict = await js(code)
    assert "secret" not in (verdict.examples[0].actual or "").replace("secret.txt", "")
