"""Java: the candidate is compiled as it is, with LeetCode's imports before its first line, and called by reflection.

The harness (`inside_java/`) is compiled once per machine, together with an archive of the compiler's own classes that
halves its start. A JVM reserves far more memory than it uses, so its heap is limited by its own flag.
"""

import re
from functools import cache
from pathlib import Path

from lsp_server.judge.observation import Raised, Run
from lsp_server.judge.runners import external, native, tools
from lsp_server.judge.runners.build import Built, NotBuilt, Recipe, build
from lsp_server.judge.runners.completion import completed
from lsp_server.judge.runners.java_types import KEYWORDS, provided
from lsp_server.judge.runners.node_variant import variant
from lsp_server.judge.runners.syntax_like_c import defines_type, mentions, without_comments
from lsp_server.judge.runners.wire import payload
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.sandbox.launcher import is_system
from lsp_server.settings import SandboxSettings

INSTALL = (
    "Install a JDK, 11 or newer (Debian, Ubuntu: `apt install default-jdk-headless`; macOS: `brew install openjdk`)."
)
HARNESS = Path(__file__).with_name("inside_java")
CLASSES, ARCHIVE = "classes", "compiler.jsa"
QUICK_START = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto")
STACK = "-Xss32m"
BESIDE_HEAP_MB, LEAST_HEAP_MB = 128, 64
"""What a JVM takes beyond its heap (code, metadata, a deep stack), and what is left for the heap in any case."""
THREADS = 128

IMPORTED = (
    *("java.io", "java.math", "java.text", "java.time", "java.util", "java.util.concurrent"),
    *("java.util.concurrent.atomic", "java.util.function", "java.util.regex", "java.util.stream"),
)
PACKAGE = re.compile(r"\A((?:\s|//[^\n]*|/\*.*?\*/)*)package\s+[\w.]+\s*;", re.DOTALL)
PUBLIC = re.compile(r"\bpublic\s+(?:(?:final|abstract|sealed|strictfp)\s+)*(?:class|interface|record|enum)\s+(\w+)")
TYPE = re.compile(rf"(?<![\w.])(?:{'|'.join(KEYWORDS)})\s+\w+")
IMPORT = re.compile(r"^[ \t]*(?:import|package)\s[\w.*\s]+;", re.MULTILINE)
LOOSE = "Solution"
"""The class around methods that stand in none."""
ERROR = re.compile(r"^[\w/]+\.java:(?P<line>\d+): error: (?P<text>.*)$", re.MULTILINE)
SYMBOL = re.compile(r"^ +symbol: +(.*)$", re.MULTILINE)
THROWN = re.compile(r'Exception in thread "[^"]*" (?P<type>[\w.$]+)(?:: (?P<text>.*))?')
FRAME = re.compile(r"^\s+at [\w.$/<>]+\((?P<file>\w+\.java):(?P<line>\d+)\)", re.MULTILINE)


def missing() -> str | None:
    return tools.missing("Java", ("javac",), INSTALL)


async def observe(problem: Problem, source: str, settings: SandboxSettings, isolation: Isolation) -> Run:
    problem, source = completed(problem, source)
    source = source if native.is_program(problem) else _in_a_class(source)
    code = without_comments(source)
    if not native.is_program(problem) and not mentions(code, problem.signature.name):
        return native.undefined(problem, isolation)
    harness = await build(_harness(), isolation)
    if isinstance(harness, NotBuilt):
        return external.not_built(harness, first_error(harness.said), isolation)
    name = _file_name(code, problem.signature.owner or LOOSE)

    def start(built: Built) -> external.External:
        return _external(problem, settings, harness.folder, built.folder, name, variant(source))

    return await native.observe(
        problem, _recipe(problem, source, code, harness, name), first_error, start, settings, isolation
    )


def _recipe(problem: Problem, source: str, code: str, harness: Built, name: str) -> Recipe:
    """Types that are provided lie in the default package, so the file's own package is left out."""
    whole = source if native.is_program(problem) else _with_imports(source)
    files = {name: whole, **({} if native.is_program(problem) else provided(source, code))}
    archive = harness.folder / ARCHIVE
    shared = (f"-J-XX:SharedArchiveFile={archive}",) if archive.exists() else ()
    return Recipe(
        commands=((*_javac(), "-cp", str(harness.folder / CLASSES), *shared, *files),),
        files={path: text.encode() for path, text in files.items()},
        outputs=(f"{CLASSES}/**",),
        version=_version(),
        readable=(harness.folder, *_readable()),
    )


def _with_imports(source: str) -> str:
    """On the line of the first word, so that lines keep the numbers of the file."""
    imports = " ".join(f"import {package}.*;" for package in IMPORTED)
    pair = " import javafx.util.*;" if mentions(without_comments(source), "Pair") else ""
    without_package = PACKAGE.sub(r"\1", source.lstrip("\ufeff"))
    return f"{imports}{pair} {without_package}"


def _in_a_class(source: str) -> str:
    """Methods that stand in no class, as CodingBat shows them, in one; lines keep their numbers."""
    if TYPE.search(_top_level(without_comments(source))):
        return source
    start = max((found.end() for found in IMPORT.finditer(source)), default=0)
    return f"{source[:start]}class {LOOSE} {{ {source[start:]}\n}}"


def _file_name(code: str, owner: str) -> str:
    """Java wants a public class in a file of its name."""
    depth_0 = _top_level(code)
    public = PUBLIC.search(depth_0)
    name = public[1] if public else owner if defines_type(code, owner, KEYWORDS) else "Main"
    return f"{name}.java"


def _top_level(code: str) -> str:
    """The code without what stands in braces."""
    kept: list[str] = []
    depth = 0
    for character in code:
        depth += (character == "{") - (character == "}")
        if depth <= 0 or (depth == 1 and character == "{"):
            kept.append(character)
    return "".join(kept)


def _external(
    problem: Problem, settings: SandboxSettings, harness: Path, built: Path, name: str, shape: str
) -> external.External:
    """`shape`: which of LeetCode's classes `Node` is meant, see `node_variant`."""
    signature = problem.signature
    heap = max(LEAST_HEAP_MB, settings.memory_mb - BESIDE_HEAP_MB)
    classes = f"{harness / CLASSES}:{built / CLASSES}"  # a candidate cannot replace a class of the harness
    java = (_java("java"), *QUICK_START, STACK, f"-Xmx{heap}m", "-Dfile.encoding=UTF-8", "-cp", classes)
    serve = (*java, "vibe.Serve", str(built / CLASSES))
    return external.External(
        serve=(*serve, name, signature.kind, signature.owner or LOOSE, signature.name, shape),
        program=serve,
        payload=payload(signature, native.room(settings)),
        explain=lambda said: explain(said, name),
        readable=(harness, built, *_readable()),
        address_space=False,
        processes=THREADS,
    )


def _harness() -> Recipe:
    files = {str(path.relative_to(HARNESS)): path.read_bytes() for path in sorted(HARNESS.rglob("*.java"))}
    archived = (f"-J-XX:ArchiveClassesAtExit={ARCHIVE}",) if _can_archive() else ()
    return Recipe(
        commands=((*_javac(), *archived, *files),),
        files=files,
        outputs=(f"{CLASSES}/**", ARCHIVE),
        version=_version(),
        readable=_readable(),
    )


def _javac() -> tuple[str, ...]:
    flags = (f"-J{flag}" for flag in QUICK_START)
    return (_java("javac"), *flags, "-proc:none", "-nowarn", "-encoding", "UTF-8", "-d", CLASSES)


def _java(program: str) -> str:
    """`java` beside `javac`: another one on PATH may be of another version."""
    return str(Path(tools.find("javac") or "/usr/bin/javac").with_name(program))


def _version() -> str:
    return tools.version(_java("javac"), "-version")


FIRST_WITH_ARCHIVES = 13


def _can_archive() -> bool:
    found = re.search(r"javac (\d+)", _version())
    return found is not None and int(found[1]) >= FIRST_WITH_ARCHIVES


def _readable() -> tuple[Path, ...]:
    return _needed(Path(_java("javac")).parent.parent)


@cache
def _needed(home: Path) -> tuple[Path, ...]:
    """A JDK outside of the system's folders, and the settings of one in there, which distributions keep in /etc."""
    linked = {
        path.resolve().parent for path in (home / "lib" / "jvm.cfg", *(home / "conf").glob("*")) if path.is_symlink()
    }
    own = () if is_system(home) else (home,)
    return (*own, *sorted(path for path in linked if home not in path.parents and path.parent != Path("/")))


def first_error(said: str) -> Raised | None:
    found = native.located(said, ERROR)
    symbol = SYMBOL.search(said)
    if found and symbol and found.text == "cannot find symbol":
        return Raised(found.types, f"cannot find symbol: {symbol[1]}", found.line)
    return found


def explain(said: str, name: str) -> Raised | None:
    thrown = THROWN.search(said)
    if not thrown:
        return None
    line = next((int(frame["line"]) for frame in FRAME.finditer(said) if frame["file"] == name), None)
    kind = thrown["type"].rpartition(".")[2]
    return Raised(("MemoryError" if kind == "OutOfMemoryError" else kind,), thrown["text"] or "", line)
