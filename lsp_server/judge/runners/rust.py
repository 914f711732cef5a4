"""Rust: the candidate with a main function after its last line that reads arguments as the types it declares.

The harness (`inside_rust/`) is a crate that is compiled once per machine. Arithmetic is checked, as on the sites.
"""

import platform
import re
import shutil
from dataclasses import replace
from pathlib import Path
from string import Template

from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.runners import external, native, tools
from lsp_server.judge.runners.build import Built, NotBuilt, Recipe, build
from lsp_server.judge.runners.completion import completed
from lsp_server.judge.runners.generics import RUST, replaced, types_of
from lsp_server.judge.runners.node_variant import variant
from lsp_server.judge.runners.rust_source import Function, Parameter, find, implementation
from lsp_server.judge.runners.syntax_like_c import calls, defines_type, mentions, without_comments
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import is_system
from lsp_server.settings import SandboxSettings

INSTALL = "Install Rust from https://rustup.rs (Debian, Ubuntu: `apt install rustc`)."
LINKER = "Rust cannot be run: its compiler needs a C linker (`cc`). Debian, Ubuntu: `apt install gcc`."
HARNESS = Path(__file__).with_name("inside_rust")
CRATE = "libvibe.rlib"
FLAGS = (
    *("--edition", "2021", "--error-format", "short", "--cap-lints", "allow"),
    *("-C", "opt-level=1", "-C", "overflow-checks=on"),
)

LIST_NODE = """
#[derive(PartialEq, Eq, Clone, Debug)]
pub struct ListNode { pub val: i32, pub next: Option<Box<ListNode>> }
impl ListNode { #[inline] fn new(val: i32) -> Self { ListNode { next: None, val } } }
"""
TREE_NODE = """
#[derive(Debug, PartialEq, Eq)]
pub struct TreeNode {
    pub val: i32,
    pub left: Option<std::rc::Rc<std::cell::RefCell<TreeNode>>>,
    pub right: Option<std::rc::Rc<std::cell::RefCell<TreeNode>>>,
}
impl TreeNode { #[inline] pub fn new(val: i32) -> Self { TreeNode { val, left: None, right: None } } }
"""
NESTED = """
#[derive(Debug, PartialEq, Eq)]
pub enum NestedInteger { Int(i32), List(Vec<NestedInteger>) }
impl vibe::read::Read for NestedInteger {
    fn read(from: &mut vibe::read::Reader) -> Self {
        if from.kind() == 'i' { NestedInteger::Int(vibe::read::Read::read(from)) }
        else { NestedInteger::List(vibe::read::Read::read(from)) }
    }
}
impl vibe::write::Write for NestedInteger {
    fn write(&self, out: &mut vibe::write::Writer) {
        match self {
            NestedInteger::Int(value) => vibe::write::Write::write(value, out),
            NestedInteger::List(items) => vibe::write::Write::write(items, out),
        }
    }
}
"""
PROVIDED = (("ListNode", LIST_NODE, "vibe::linked!(ListNode);"), ("TreeNode", TREE_NODE, "vibe::tree!(TreeNode);"))

SHARING = ("cycle", "intersection", "node", "nodes", "copy")
NOT_OFFERED = (
    "Nodes that share or point back to other nodes cannot be judged in Rust: LeetCode offers these problems in other"
    " languages only. Solve it in one of them."
)
KNOWING = {
    "isBadVersion": """#[allow(non_snake_case)]
impl Solution {
    pub fn isBadVersion(&self, version: i32) -> bool { i64::from(version) >= vibe::serve::hidden() }
}""",
    "guess": "unsafe fn guess(num: i32) -> i32 { (vibe::serve::hidden() - i64::from(num)).signum() as i32 }",
}
"""The site's functions for what a solution cannot see (see `judge/arranged.py`)."""

SERVE = "fn main() { vibe::serve::serve(vibe_example) }\n"
DESIGN = Template("""
fn vibe_example(vibe_r: &mut vibe::read::Reader, vibe_t: &mut vibe::serve::Report) {
    let mut vibe_o: Option<$name> = None;
    vibe::serve::design(vibe_r, vibe_t, |vibe_n, vibe_r, vibe_t| {
        if vibe_o.is_none() {
            $read_new
            vibe_o = Some($new);
            return "null".to_string();
        }
        let vibe_s = vibe_o.as_mut().unwrap();
        match vibe_n {
$branches
            _ => std::panic::panic_any(vibe::serve::NotDefined(vibe_n.to_string())),
        }
    });
}
""")

ERROR = re.compile(r"^solution\.rs:(?P<line>\d+):\d+: error(?:\[\w+\])?: (?P<text>.*)$", re.MULTILINE)
OTHER = re.compile(r"^(?P<line>)error(?:\[\w+\])?: (?P<text>.*)$", re.MULTILINE)
PANIC = re.compile(r"panicked at (?:'(?P<old>.*)', )?[\w./]*\.rs:(?P<line>\d+):\d+(?::\n(?P<new>.*))?")
DIED = {"overflowed its stack": ("panic", "stack overflow"), "memory allocation of": ("MemoryError", "")}
ALIAS = re.compile(r"\btype\s+\w+[^;=]*=[^;]*;")
MAIN = re.compile(r"^(?P<before>[ \t]*(?:pub\s+)?)fn\s+main\s*\(\s*\)", re.MULTILINE)


def missing() -> str | None:
    if absent := tools.missing("Rust", ("rustc",), INSTALL):
        return absent
    return None if tools.find("cc") else LINKER


def refused(problem: Problem, source: str) -> str | None:
    """Nodes that something else points to as well need shared owners, for which the site has no type in Rust."""
    shared = any(example.custom in SHARING for example in problem.examples)
    taken = _takes(problem, without_comments(source), "Node")
    return NOT_OFFERED if shared or (taken and variant(source)) else None


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    problem, source = completed(problem, source)
    code = without_comments(source)
    unit = source if native.is_program(problem) else _unit(problem, source, code)
    if unit is None:
        return native.undefined(problem, isolation)
    crate = await build(_crate(), isolation)
    if isinstance(crate, NotBuilt):
        return external.not_built(crate, first_error(crate.said), isolation)
    start = native.executable(problem, settings, explain)
    return await native.observe(problem, _recipe(unit, crate), first_error, start, settings, isolation)


def _recipe(unit: str, crate: Built) -> Recipe:
    ours = ("--extern", f"vibe={crate.folder / CRATE}")
    return Recipe(
        commands=((_compiler(), *FLAGS, *_linking(), *ours, "-o", native.MAIN, "solution.rs"),),
        files={"solution.rs": unit.encode()},
        outputs=(native.MAIN,),
        version=_version(),
        readable=(crate.folder, *_readable()),
    )


def _crate() -> Recipe:
    return Recipe(
        commands=((_compiler(), *FLAGS, "--crate-type", "rlib", "--crate-name", "vibe", "-o", CRATE, "lib.rs"),),
        files={path.name: path.read_bytes() for path in sorted(HARNESS.glob("*.rs"))},
        outputs=(CRATE,),
        version=_version(),
        readable=_readable(),
    )


def _compiler() -> str:
    """The compiler itself: what is on PATH may be rustup's, which would look for it in the user's home."""
    asked = shutil.which("rustc") or "rustc"
    return str(Path(tools.version(asked, "--print", "sysroot").partition("\n")[0]) / "bin" / "rustc")


def _version() -> str:
    return tools.version(_compiler(), "--version")


def _linking() -> tuple[str, ...]:
    """The system's own linker. Since 1.90 rustc brings one, which gcc does not find below a folder that is closed."""
    found = re.match(r"rustc 1\.(\d+)", _version())
    return ("-C", "linker-features=-lld") if found and int(found[1]) >= 90 and _on_linux_x86() else ()


def _on_linux_x86() -> bool:
    return platform.system() == "Linux" and platform.machine() == "x86_64"  # elsewhere the flag is refused


def _readable() -> tuple[Path, ...]:
    root = Path(_compiler()).parent.parent
    return () if is_system(root) else (root,)


def _unit(problem: Problem, source: str, code: str) -> str | None:
    """None when the file does not define what is to be called."""
    glue = _design(problem, code) if _is_design(problem) else _call(problem, code)
    if glue is None:
        return None
    before = [text for name, text, _ in PROVIDED if mentions(code, name) and not defines_type(code, name)]
    before += [NESTED] if mentions(code, "NestedInteger") and not defines_type(code, "NestedInteger", ("enum",)) else []
    before += [text for name, text in KNOWING.items() if calls(code, name) and not find(code, name)]
    own = [name for name, _, _ in PROVIDED if defines_type(code, name) and not _takes(problem, code, name)]
    nodes = [macro for name, _, macro in PROVIDED if mentions(code, name) and name not in own]
    holder = "" if re.search(r"\b(?:struct|enum)\s+Solution\b", code) else "pub struct Solution;"
    return "\n".join([MAIN.sub(r"\g<before>fn vibe_main()", source), holder, *before, *nodes, glue])


def _takes(problem: Problem, code: str, name: str) -> bool:
    """Whether what is called takes or gives that type, maybe by another name for it: else it is the candidate's own."""
    names = problem.signature.name, *(("new", *native.operations(problem)) if _is_design(problem) else ())
    heads = (function.head for function in (find(code, each) for each in names) if function)
    return any(mentions(text, name) for text in (*heads, *ALIAS.findall(code)))


def _is_design(problem: Problem) -> bool:
    return problem.signature.kind == "class"


def _call(problem: Problem, code: str) -> str | None:
    owner = problem.signature.owner or "Solution"
    for place, before in ((implementation(code, owner), f"{owner}::"), (code, "")):
        if function := _concrete(find(place, problem.signature.name), problem):
            called = f"{owner}.{function.name}" if function.receiver else f"{before}{function.name}"
            return f"{_example(_reading(function), _timed(function, called), _changed(function))}{SERVE}"
    return None


def _concrete(function: Function | None, problem: Problem) -> Function | None:
    """With the types of the examples in place of its type parameters."""
    if function is None or not function.generics:
        return function
    types = types_of(function.generics, [each.owned for each in function.parameters], problem, RUST)
    parameters = (Parameter(replaced(each.owned, types), each.passed) for each in function.parameters)
    return replace(function, parameters=tuple(parameters))


def _design(problem: Problem, code: str) -> str | None:
    name = problem.signature.name
    methods = implementation(code, name)
    new = find(methods, "new")
    if new is None:
        return None
    branches = ((operation, find(methods, operation)) for operation in native.operations(problem))
    return (
        DESIGN.substitute(
            name=name,
            read_new=_reading(new),
            new=_timed(new, f"{name}::new"),
            branches="\n".join(_branch(operation, method) for operation, method in branches if method),
        )
        + SERVE
    )


def _branch(operation: str, method: Function) -> str:
    call = _timed(method, f"vibe_s.{method.name}")
    return f'        "{operation}" => {{ {_reading(method)} let vibe_v = {call}; vibe_t.json(&vibe_v) }}'


def _example(reading: str, call: str, changed: str) -> str:
    return (
        "fn vibe_example(vibe_r: &mut vibe::read::Reader, vibe_t: &mut vibe::serve::Report) {\n"
        f"    {reading}\n    let vibe_v = {call};\n    vibe_t.result(&vibe_v);\n    {changed}\n}}\n"
    )


def _reading(function: Function) -> str:
    lines = (
        f"let mut vibe_{k}: {each.owned} = vibe::read::Read::read(vibe_r);"
        for k, each in enumerate(function.parameters)
    )
    return " ".join([f"vibe_r.arguments({len(function.parameters)});", *lines])


def _timed(function: Function, called: str) -> str:
    passed = ", ".join(f"{each.passed}vibe_{k}" for k, each in enumerate(function.parameters))
    return f"vibe_t.timed(|| unsafe {{ {called}({passed}) }})"


def _changed(function: Function) -> str:
    """What was given away is gone."""
    return " ".join(f"vibe_t.argument({k}, &vibe_{k});" for k, each in enumerate(function.parameters) if each.passed)


def first_error(said: str) -> Raised | None:
    return native.located(said, ERROR) or native.located(said, OTHER)


def explain(said: str) -> Raised | None:
    for words, (kind, text) in DIED.items():
        if words in said:
            return Raised((kind,), text, None)
    found = PANIC.search(said)
    return Raised(("panic",), found["old"] or found["new"] or "", int(found["line"])) if found else None
