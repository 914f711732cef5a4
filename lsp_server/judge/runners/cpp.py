"""C++: the candidate between LeetCode's prelude and a few lines that call it, compiled by g++ (or clang++).

The harness is templates (`inside_cpp/`): the candidate's own types say how a value is read and written. With the
standard library it makes one precompiled header, without which each check would take three times as long.
"""

import re
from pathlib import Path
from string import Template

from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.runners import external, native, tools
from lsp_server.judge.runners.build import Built, NotBuilt, Recipe, build
from lsp_server.judge.runners.completion import completed
from lsp_server.judge.runners.cpp_outside import declared
from lsp_server.judge.runners.cpp_types import provided
from lsp_server.judge.runners.generics import CPP, named, types_of
from lsp_server.judge.runners.node_variant import variant
from lsp_server.judge.runners.syntax_like_c import defines_type, mentions, scope_of, without_comments
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

COMPILERS = ("g++", "c++", "clang++")
INSTALL = (
    "Install a C++ compiler (Debian, Ubuntu: `apt install g++`; Fedora: `dnf install gcc-c++`; macOS: Xcode's tools)."
)
HARNESS = Path(__file__).with_name("inside_cpp")
INCLUDES = "includes"
HEADER = f"{INCLUDES}/bits/stdc++.h"
OBJECT = f"{INCLUDES}/vibe.o"
FLAGS = ("-O1", "-w", "-fmax-errors=1", "-fdiagnostics-color=never", "-D_GLIBCXX_ASSERTIONS")
"""The assertions end a program that indexes a vector out of bounds; without, it would go on with whatever it finds."""
NEWEST, FIRST_GCC_WITH_NEWEST = ("-std=gnu++23", "-std=gnu++20"), 11

ERROR = re.compile(r"^solution\.c(?:pp)?:(?P<line>\d+):(?:\d+:)? (?:fatal )?error: (?P<text>.*)$", re.MULTILINE)
OTHER = re.compile(r"^[\w./+]+:(?P<line>)(?:[\d:]+)? (?:fatal )?error: (?P<text>.*)$", re.MULTILINE)
UNLINKED = re.compile(r"undefined reference to [`'‘](?P<text>[^'’]+)['’]")
ASSERTION = re.compile(r"Assertion [`'](?P<text>.+)' failed")
TERMINATED = re.compile(
    r"terminate called after throwing an instance of '(?P<type>[^']+)'(?:\n *what\(\): *(?P<text>.*))?"
)

OF_C = frozenset(
    "abs atof atoi atol ceil div exp floor fmod index log memcmp pow rand random remove rename rindex round select sqrt"
    " strcat strchr strcmp strcpy strlen strncmp strrchr strspn strstr time tolower toupper".split()
)
CALL = Template("""
template <class vibe_S> void vibe_method(const vibe::Arguments& vibe_a, vibe::Report& vibe_r) {
  auto vibe_o = std::make_unique<vibe_S>();
  $call
}
""")
MEMBER = Template(
    "if constexpr (requires { &vibe_S::$name; }) vibe::invoke(vibe_a, vibe_r, &vibe_S::$name, *vibe_o);"
    " else vibe::guess<vibe_S>(vibe_a, vibe_r, [&](auto&... vibe_x) -> decltype(vibe_o->$name(vibe_x...))"
    ' { return vibe_o->$name(vibe_x...); }, "$name");'
)
FUNCTION = Template("""
struct vibe_function {
  template <class... vibe_X> static auto vibe_call(vibe_X&... vibe_x) -> decltype(::$name(vibe_x...)) {
    return ::$name(vibe_x...);
  }
};
void vibe_example(const vibe::Arguments& vibe_a, vibe::Report& vibe_r) { $call }
""")
DESIGN = Template("""
template <class vibe_S>
void vibe_operate(vibe_S& vibe_s, const std::string& vibe_n, const vibe::Arguments& vibe_a, vibe::Report& vibe_r) {
  auto vibe_o = &vibe_s;
$branches
  throw vibe::NotDefined(vibe_n);
}
void vibe_example(const vibe::Arguments& vibe_a, vibe::Report& vibe_r) {
  vibe::design<$name>(vibe_a, vibe_r, [](auto&... vibe_x) { vibe_operate(vibe_x...); });
}
""")
MAIN = "\nauto main() -> decltype(0) { vibe::serve($example); }\n"


def missing() -> str | None:
    return tools.missing("C++", COMPILERS, INSTALL)


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    problem, source = completed(problem, source)
    problem, source = declared(problem, source)
    code = without_comments(source)
    if not native.is_program(problem) and not mentions(code, problem.signature.name):
        return native.undefined(problem, isolation)
    compiler = tools.find(*COMPILERS) or COMPILERS[0]
    header = await build(_header(compiler), isolation)
    if isinstance(header, NotBuilt):
        return external.not_built(header, first_error(header.said), isolation)
    recipe = _recipe(problem, source, code, compiler, header)
    start = native.executable(problem, settings, explain)
    return await native.observe(problem, recipe, first_error, start, settings, isolation)


def _recipe(problem: Problem, source: str, code: str, compiler: str, header: Built) -> Recipe:
    unit = source if native.is_program(problem) else _unit(problem, source, code)
    ours = ("-I", str(header.folder / INCLUDES)) if _begins_with_everything(unit) else ()
    objects = () if native.is_program(problem) else (str(header.folder / OBJECT),)
    return Recipe(
        commands=((compiler, *_standard(compiler), *FLAGS, *ours, "solution.cpp", *objects, "-o", native.MAIN),),
        files={"solution.cpp": unit.encode()},
        outputs=(native.MAIN,),
        version=tools.version(compiler, "--version"),
        readable=(header.folder, *native.outside(compiler)),
    )


def _header(compiler: str) -> Recipe:
    """The folder to name first in the include path."""
    files = {path.name: path.read_bytes() for path in sorted(HARNESS.iterdir())}
    ours = [name for name in files if name != "stdc++.h"]
    layout = (("mkdir", "-p", f"{INCLUDES}/bits"), ("cp", *ours, INCLUDES), ("cp", "stdc++.h", HEADER))
    here = ("-I", INCLUDES, "-x", "c++-header", HEADER, "-o", f"{HEADER}.gch")
    precompile = (compiler, *_standard(compiler), *FLAGS, *here)
    compiled = (compiler, *_standard(compiler), *FLAGS, "-I", INCLUDES, "-c", "vibe.cpp", "-o", OBJECT)
    is_clang = "clang" in tools.version(compiler, "--version")  # it looks for precompiled headers in another way
    return Recipe(
        commands=(*layout, *(() if is_clang else (precompile,)), compiled),
        files=files,
        outputs=(f"{INCLUDES}/**",),
        version=tools.version(compiler, "--version"),
        readable=native.outside(compiler),
    )


def _standard(compiler: str) -> tuple[str, ...]:
    major = tools.version(compiler, "-dumpversion").partition(".")[0]
    return (NEWEST[0] if not major.isdigit() or int(major) >= FIRST_GCC_WITH_NEWEST else NEWEST[1],)


def _begins_with_everything(unit: str) -> bool:
    """A precompiled header is used only as the first include; a program that takes less is compiled without ours."""
    first = re.search(r"^[ \t]*#[ \t]*include\s*[<\"]([^>\"]+)", without_comments(unit), re.MULTILINE)
    return first is not None and first[1] == "bits/stdc++.h"


def _unit(problem: Problem, source: str, code: str) -> str:
    """A main function of the user's own, for trying things out, is renamed; lines keep the numbers of the file."""
    before = ["#include <bits/stdc++.h>", "using namespace std;", *provided(source, code), "#define main vibe_main"]
    circle = "template <> inline constexpr bool vibe::circular<Node> = true;" if variant(source) == "circle" else ""
    after = ["", "#undef main", '#line 1 "harness.cpp"', circle, _glue(problem, code)]
    return "\n".join([*before, '#line 1 "solution.cpp"', source, *after])


def _glue(problem: Problem, code: str) -> str:
    signature = problem.signature
    if signature.kind == "class":
        branches = (f'  if (vibe_n == "{name}") {{ {_member(name)} return; }}' for name in native.operations(problem))
        name = scope_of(code, signature.name) + signature.name
        return DESIGN.substitute(name=name, branches="\n".join(branches)) + _main("vibe_example")
    owner = signature.owner or "Solution"
    if defines_type(code, owner):
        return CALL.substitute(call=_member(signature.name)) + _main(f"vibe_method<{scope_of(code, owner)}{owner}>")
    name = scope_of(code, signature.name) + signature.name
    return FUNCTION.substitute(name=name, call=_function(problem, code, name)) + _main("vibe_example")


def _member(name: str) -> str:
    return MEMBER.substitute(name=name)


def _function(problem: Problem, code: str, path: str) -> str:
    """An overloaded function has no address of its own; one that C's library has too is told by its types.

    `path` is its name with its namespaces. A template is taken for the types of the examples.
    """
    signature = problem.signature
    if signature.name in OF_C and all(each.type for each in signature.params):
        types = ", ".join(each.type for each in signature.params)
        return f"vibe::invoke(vibe_a, vibe_r, static_cast<{signature.returns} (*)({types})>(&::{path}));"
    name = signature.name
    if template := re.search(rf"\btemplate\s*(<[^{{}};]*?>)\s*[^;{{}}()]*\b{name}\s*\(", code):
        types = types_of(named(template[1]), [each.type for each in signature.params], problem, CPP)
        return f"vibe::invoke(vibe_a, vibe_r, &::{path}<{', '.join(types.values())}>);"
    if len(re.findall(rf"(?<![\w.>]){name}\s*\([^;{{}}]*\)[^;{{}}]*\{{", code)) > 1:
        called = "[](auto&... vibe_x) -> decltype(vibe_function::vibe_call(vibe_x...))"
        return (
            f'vibe::guess<void>(vibe_a, vibe_r, {called} {{ return vibe_function::vibe_call(vibe_x...); }}, "{name}");'
        )
    return f"vibe::invoke(vibe_a, vibe_r, &::{path});"


def _main(example: str) -> str:
    return Template(MAIN).substitute(example=example)


def first_error(said: str) -> Raised | None:
    if unlinked := UNLINKED.search(said):
        return Raised(("LinkError",), f"`{unlinked['text']}` is used but not defined.", None)
    return native.located(said, ERROR) or native.located(said, OTHER)


def explain(said: str) -> Raised | None:
    if found := TERMINATED.search(said):
        kind = "MemoryError" if found["type"] == "std::bad_alloc" else found["type"]
        return Raised((kind,), found["text"] or "", None)
    found = ASSERTION.search(said)
    return Raised(("assertion",), f"`{found['text']}` does not hold.", None) if found else None
