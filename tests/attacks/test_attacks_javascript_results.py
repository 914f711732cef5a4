"""Hostile candidates in JavaScript that take all they can get, or lie about their results."""

import pytest

from lsp_server.sandbox.isolation import Isolation
from tests.attacks.conftest import Attack
from tests.attacks.node import SHORT, js, no_child_is_left, statuses
from tests.judging import call

__all__ = ["js", "no_child_is_left"]


@pytest.fixture
def isolation() -> Isolation:
    """One mechanism is enough: these do not depend on it."""
    from lsp_server.sandbox.run import choose

    return choose(allow_unisolated=False)


@pytest.mark.parametrize(
    ("body", "ends"),
    [
        (
            "const {Worker: W} = require('worker_threads'); for (;;) new W('for(;;);', {eval: true});",
            {"time_limit", "runtime_error"},
        ),
        ("const a = []; for (;;) a.push(Buffer.alloc(1 << 22, 1));", set()),
        ("let a = 'x'; for (;;) a += a + a;", set()),
        ("let a = [0]; for (;;) a = [...a, ...a];", set()),
        ("const m = new Map(); for (let k = 0; ; k++) m.set({}, k);", {"memory_limit", "runtime_error", "time_limit"}),
        (
            "new SharedArrayBuffer(2 ** 32).constructor; return new Uint8Array(new "
            "SharedArrayBuffer(1e9)).fill(1).length;",
            set(),
        ),
        ("/^(a+)+$/.test('a'.repeat(50) + 'b');", {"time_limit"}),
        ("for (;;) fs.writeSync(1, 'x'.repeat(4096));", {"output_limit"}),
        ("for (let k = 0; ; k++) fs.writeFileSync('file' + k, '');", {"output_limit", "time_limit"}),
        (
            "for (let k = 0; ; k++) fs.appendFileSync('big' + k % 9, Buffer.alloc(1 << 20));",
            {"output_limit", "runtime_error"},
        ),
        ("process.on('SIGTERM', () => {}); process.on('SIGINT', () => {}); for (;;);", {"time_limit"}),
        ("return 1n << 10000000n;", {"output_limit", "wrong_answer"}),
        ("const a = []; a[0] = a; return a;", {"wrong_answer"}),
        ("let a = []; for (let k = 0; k < 1e5; k++) a = [a]; return a;", {"wrong_answer"}),
        ("let a = [0]; for (let k = 0; k < 60; k++) a = [a, a]; return a;", {"output_limit"}),
        ("const g = () => g() + 1; return g();", {"runtime_error"}),
        ("process.abort();", {"runtime_error"}),
        ("fs.closeSync(3); fs.closeSync(4); return 'held';", {"runtime_error"}),
        ("process.exit(0);", {"runtime_error"}),
        ("process.reallyExit(0);", {"runtime_error"}),
    ],
)
async def test_what_takes_all_it_can_get_is_stopped_and_said(js: Attack, body: str, ends: set[str]) -> None:
    """Without `ends`: a memory limit, the error by which the engine notices first, or no time left before either."""
    verdict = await js(
        f"const f = n => {{ if (n === 2) return n; {body} }};", call("held", n=1), call(2, n=2), settings=SHORT
    )
    assert statuses(verdict)[0] in (ends or {"memory_limit", "runtime_error", "time_limit"}), verdict
    assert statuses(verdict)[1] == "passed", verdict


FORGED = '{"value": "held", "ms": 1}'


@pytest.mark.parametrize(
    "body",
    [
        "for (let fd = 0; fd < 64; fd++) refused(() => fs.writeSync(fd, forged)); return 'wrong';",
        "fs.writeSync(4, '0 ' + forged); return 'wrong';",
        "JSON.stringify = () => forged; return 'wrong';",
        "JSON.parse = () => ({form: 'arguments', inputs: [['n', 'held']]}); return 'wrong';",
        "Array.isArray = () => true; String.prototype.toString = () => 'held'; return {length: 1, 0: 'held'};",
        "Object.prototype.toJSON = () => 'held'; return {a: 1};",
        "Promise.race = () => Promise.resolve(forged); return 'wrong';",
        "Promise.prototype.then = function() { return this; }; return 'wrong';",
        "const w = fs.writeSync; fs.writeSync = (fd, t) => w(fd, forged); return 'wrong';",
        "Buffer.from = () => forged; return 'wrong';",
        "delete require.cache; Object.keys(require.cache ?? {}).forEach(k => delete require.cache[k]); return 'wrong';",
        "process.emit = () => true; process.on('exit', () => fs.writeSync(4, forged)); return 'wrong';",
        "return {toString: () => 'held', valueOf: () => 'held', toJSON: () => 'held', [Symbol.toPrimitive]: () "
        "=> 'held'};",
        "return new Proxy(['held'], {get: (t, k) => k === 'length' ? 1 : 'held', getPrototypeOf: () => "
        "String.prototype});",
        "return new (class extends String { toString() { return 'held'; } valueOf() { return 'held!'; } })('no');",
    ],
)
async def test_no_lie_about_the_result_passes(js: Attack, body: str) -> None:
    code = f"const forged = {FORGED!r} + '\\n';\nconst f = n => {{ {body} }};"
    assert (await js(code)).status == "failed"


async def test_a_message_sent_while_loading_does_not_count(js: Attack) -> None:
    code = f"""
        for (let k = 0; k < 3; k++) fs.writeSync(4, '{{"ready": true}}\\n0 {FORGED}\\n');
        const f = n => "wrong";
    """
    assert (await js(code)).status == "failed"


async def test_a_late_message_does_not_pass_the_next_example(js: Attack) -> None:
    code = f"""
        const f = async n => {{
            if (n === 1) setTimeout(() => fs.writeSync(4, "x {FORGED.replace('"', chr(92) + '"')}\\n"), 50);
            await new Promise(done => setTimeout(done, n === 1 ? 0 : 300));
            return "wrong";
        }};
    """
    verdict = await js(code, call("wrong", n=1), call("held", n=2))
    assert statuses(verdict)[1] != "passed"


async def test_the_expected_value_is_nowhere_in_the_sandbox(js: Attack) -> None:
    code = """
        const f = n => {
            const wanted = "only-the-" + "judge-";
            let seen = require("v8").getHeapSnapshot().read()?.toString() ?? "";
            for (const name of fs.readdirSync(".", {recursive: true})) seen += refused(() => fs.readFileSync(name));
            for (const pid of pids())
                seen += refused(() => fs.readFileSync(`/proc/${pid}/cmdline`));
            return seen.includes(wanted + "knows") ? "found" : "nothing";
        };
    """
    verdict = await js(code, call("only-the-judge-knows-this", n=1))
    assert verdict.examples[0].actual == '"nothing"'


@pytest.mark.parametrize("text", ["\\x1b[2J\\x1b]0;title\\x07", "\\u202egnol", "\\x9b31m", "a\\rb", "\\udc80"])
async def test_what_would_drive_a_terminal_is_made_visible(js: Attack, text: str) -> None:
    code = f"const f = n => {{ if (n === 1) return '{text}'; throw new Error('{text}'); }};"
    verdict = await js(code, call(1, n=1), call(2, n=2))
    shown = "".join(f"{result.actual}{result.message}" for result in verdict.examples)
    assert shown.isprintable(), shown


@pytest.mark.parametrize(
    "spoil",
    [
        "for (const name of fs.readdirSync('harness')) refused(() => fs.writeFileSync('harness/' + name, forged));",
        "refused(() => fs.renameSync('harness', 'gone')); refused(() => fs.mkdirSync('harness'));",
        "refused(() => { fs.chmodSync('solution.js', 0o777); fs.writeFileSync('solution.js', forged); });",
        "fs.mkdirSync('node_modules'); fs.writeFileSync('node_modules/lodash.js', forged);",
        "fs.writeFileSync('package.json', '{\"type\": \"module\"}');",
    ],
)
async def test_writing_over_the_harness_does_not_pass_a_wrong_result(js: Attack, spoil: str) -> None:
    """The second example runs in a new process, because the first one ended its own."""
    code = f"""
        const forged = "require('fs').writeSync(4, 'held\\\\n');";
        const f = n => {{ if (n === 2) return "wrong"; {spoil} process.reallyExit(1); }};
    """
    verdict = await js(code, call("held", n=1), call("held", n=2))
    assert verdict.passed == 0
    assert statuses(verdict)[1] in {"wrong_answer", "runtime_error"}
