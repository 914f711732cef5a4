"""C: the candidate between LeetCode's includes and generated code that calls it (`c_glue`). By gcc or clang.

As on that site, undefined behaviour ends a function with a message, where the compiler has the library for it; that
takes 1.3 times as long to compile. Not so for programs, which other sites compile plainly, because a tight loop runs
up to five times as long. The address sanitizer is left out: it reserves terabytes, which the limit of memory refuses,
and runs such a loop ten times as long.
"""

import re
from pathlib import Path

from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.runners import c_glue, c_types, external, native, tools
from lsp_server.judge.runners.build import Built, NotBuilt, Recipe, build
from lsp_server.judge.runners.c_source import Function, arguments, find
from lsp_server.judge.runners.completion import completed
from lsp_server.judge.runners.cpp import first_error
from lsp_server.judge.runners.syntax_like_c import without_comments
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

COMPILERS = ("gcc", "cc", "clang")
INSTALL = "Install a C compiler (Debian, Ubuntu: `apt install gcc`; Fedora: `dnf install gcc`; macOS: Xcode's tools)."
HARNESS = Path(__file__).with_name("inside_c")
OBJECT = "vibe.o"
FLAGS = ("-std=gnu17", "-O1", "-w", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=2", "-fdiagnostics-color=never")
CHECKED = ("-fsanitize=undefined", "-fno-sanitize-recover=all")
UNDEFINED = re.compile(r"solution\.c:(?P<line>\d+):\d+: runtime error: (?P<text>.*)")
INCLUDED = (
    *("assert", "ctype", "errno", "float", "inttypes", "limits", "math", "stdarg", "stdbool", "stddef", "stdint"),
    *("stdio", "stdlib", "string", "time"),
)
ENDED = re.compile(
    r"(?P<text>\*\*\* .* \*\*\*|[\w./]+:\d+: \w+: Assertion `.*' failed|(?:free|malloc|realloc|corrupted|munmap)[ (].*)"
)


def missing() -> str | None:
    return tools.missing("C", COMPILERS, INSTALL)


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    problem, source = completed(problem, source)
    code = without_comments(source)
    unit = source if native.is_program(problem) else _unit(problem, source, code)
    if unit is None:
        return native.undefined(problem, isolation)
    harness = await build(_harness(), isolation)
    if isinstance(harness, NotBuilt):
        return external.not_built(harness, first_error(harness.said), isolation)
    if native.is_program(problem):
        recipe = _recipe(unit, harness, (), ())
    else:
        checked = CHECKED if isinstance(await build(_probe(), isolation), Built) else ()
        recipe = _recipe(unit, harness, (str(harness.folder / OBJECT),), checked)
    start = native.executable(problem, settings, explain)
    return await native.observe(problem, recipe, first_error, start, settings, isolation)


def _recipe(unit: str, harness: Built, objects: tuple[str, ...], checked: tuple[str, ...]) -> Recipe:
    compiler = _compiler()
    ours = ("-I", str(harness.folder)) if objects else ()
    return Recipe(
        commands=((compiler, *FLAGS, *checked, *ours, "solution.c", *objects, "-o", native.MAIN, "-lm"),),
        files={"solution.c": unit.encode()},
        outputs=(native.MAIN,),
        version=tools.version(compiler, "--version"),
        readable=(harness.folder, *native.outside(compiler)),
    )


def _harness() -> Recipe:
    compiler = _compiler()
    return Recipe(
        commands=((compiler, *FLAGS, "-c", "vibe.c", "-o", OBJECT),),
        files={path.name: path.read_bytes() for path in sorted(HARNESS.iterdir())},
        outputs=(OBJECT, "*.h"),
        version=tools.version(compiler, "--version"),
        readable=native.outside(compiler),
    )


def _probe() -> Recipe:
    """It can be built where undefined behaviour can be seen."""
    compiler = _compiler()
    return Recipe(
        commands=((compiler, *CHECKED, "probe.c", "-o", "probe"),),
        files={"probe.c": b"int main(int count, char **words) { return count + 1 < 0; }\n"},
        outputs=("probe",),
        version=tools.version(compiler, "--version"),
        readable=native.outside(compiler),
    )


def _compiler() -> str:
    return tools.find(*COMPILERS) or COMPILERS[0]


def _unit(problem: Problem, source: str, code: str) -> str | None:
    """None when the file does not define what is to be called. Lines keep the numbers of the file."""
    called = _called(problem, code)
    if not called:
        return None
    given = c_types.provided(source, code, called)
    body = _design(problem, code, called[0]) if problem.signature.kind == "class" else _call(problem, called[0])
    includes = [f"#include <{name}.h>" for name in INCLUDED]
    before = [*includes, *given.definitions, "#define main vibe_main", '#line 1 "solution.c"']
    after = ["", "#undef main", '#line 1 "harness.c"', '#include "vibe.h"', *given.includes]
    main = [
        f"static void vibe_example(struct vibe *v) {{\n{given.forget}\n{body}\n}}",
        "int main(void) { vibe_serve(vibe_example); }",
        "",
    ]
    return "\n".join([*before, source, *after, *main])


def _called(problem: Problem, code: str) -> list[Function]:
    """The function of the problem; of a design class the one that makes the object, then its operations."""
    name = problem.signature.name
    if problem.signature.kind != "class":
        return list(filter(None, [find(code, name)]))
    create = find(code, f"{name}Create", ignore_case=True)
    methods = (find(code, name + operation, ignore_case=True) for operation in native.operations(problem))
    return [create, *filter(None, methods)] if create else []


def _call(problem: Problem, function: Function) -> str:
    given = max((len(example.inputs or {}) for example in problem.examples), default=0)
    return c_glue.example(function, given)


def _design(problem: Problem, code: str, create: Function) -> str:
    """Functions `myStackCreate`, `myStackPush(MyStack* obj, …)`, as the site names them."""
    name = problem.signature.name
    methods = ((operation, find(code, name + operation, ignore_case=True)) for operation in native.operations(problem))
    branches = "\n".join(_branch(operation, method) for operation, method in methods if method)
    made = c_glue.prepared(arguments(create.parameters, len(create.parameters)))
    return f"""
vibe_arguments(v, 2);
int vibe_count = 0;
char **vibe_names = vibe_strings(v, &vibe_count);
vibe_list(v, "the arguments");
{made.reading}
vibe_start(); {create.returns.text} vibe_object = {create.name}({made.passed}); vibe_stop(v);
vibe_put(v, "\\"value\\":[null");
for (int vibe_k = 1; vibe_k < vibe_count; ++vibe_k) {{
vibe_put(v, ",");
{branches}
vibe_undefined(v, vibe_names[vibe_k]);
}}
vibe_put(v, "],");"""


def _branch(operation: str, method: Function) -> str:
    rest = arguments(method.parameters[1:], len(method.parameters))
    call = c_glue.prepared(rest)
    passed = ", ".join(filter(None, ("vibe_object", call.passed)))
    body = f"{call.reading}\n{c_glue.timed(method, passed)}\n{c_glue.result(method)}\ncontinue;"
    return f'if (!strcmp(vibe_names[vibe_k], "{operation}")) {{ {body} }}'


def explain(said: str) -> Raised | None:
    if undefined := UNDEFINED.search(said):
        return Raised(("undefined behaviour",), undefined["text"], int(undefined["line"]))
    found = ENDED.search(said)
    return Raised(("abort",), found["text"].strip("* "), None) if found else None
