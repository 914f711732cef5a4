"""Why a function cannot be compared, or a candidate not be offered, as far as its text tells: clock, random, files, …

Reading comes before running: what the sandbox would only make fail is refused with its reason. Python only.
"""

import ast
from collections.abc import Collection, Iterator, Mapping

from lsp_server.problem.model import Signature

_MODULES = {
    "random": "random numbers", "secrets": "random numbers", "uuid": "random numbers", "time": "the clock",
    "datetime": "the clock", "socket": "the network", "requests": "the network", "urllib": "the network",
    "httpx": "the network", "aiohttp": "the network", "os": "the system", "sys": "the system", "io": "files",
    "subprocess": "other programs", "threading": "threads", "concurrent": "threads", "_thread": "threads",
    "multiprocessing": "other processes", "pathlib": "files", "shutil": "files", "tempfile": "files",
    "sqlite3": "files", "ctypes": "memory", "gc": "memory", "weakref": "memory", "inspect": "its own frames",
    "traceback": "its own frames", "builtins": "names of the language", "importlib": "modules made out at run time",
    "signal": "signals", "atexit": "what happens later",
}  # fmt: skip
_HARMLESS = frozenset(
    {"maxsize", "setrecursionlimit", "getrecursionlimit", "float_info", "timedelta", "date", "datetime"}
)
_CALLS = {
    "open": "files", "input": "standard input", "exec": "code made at run time", "eval": "code made at run time",
    "id": "addresses of objects", "globals": "global names", "hash": "hashes, which differ from run to run",
    "breakpoint": "the debugger", "__import__": "modules made out at run time", "vars": "names of objects",
    "locals": "its own frames", "setattr": "names made out at run time", "compile": "code made at run time",
}  # fmt: skip
_NAMES = frozenset({
    "randint", "randrange", "shuffle", "choice", "choices", "sample", "random", "uniform", "perf_counter", "monotonic",
    "urandom", "token_hex", "getrandbits",
})  # fmt: skip
_INNER = frozenset({
    "__traceback__", "tb_frame", "tb_next", "f_back", "f_globals", "f_locals", "f_code", "f_builtins", "gi_frame",
    "cr_frame", "__globals__", "__subclasses__", "__builtins__", "__code__", "__closure__", "__dict__", "__defaults__",
    "__kwdefaults__", "__loader__", "__mro__",
})  # fmt: skip
"""What leads out of a function, to those who call it or to what is kept between calls."""
_CACHES = frozenset({"lru_cache", "cache", "cached_property"})


def impure(source: str, signature: Signature) -> str | None:
    """The sentence for a function whose result depends on more than its arguments, or None. Helpers are read, too."""
    tree = ast.parse(source)
    imported, defined = _imported(tree), _defined(tree)
    for node in _reachable(defined, signature):
        if found := _impurity(node, imported, defined.keys()):
            return found
    return None


def _imported(tree: ast.Module) -> dict[str, str]:
    """The full name of what each name of the file was imported from, wherever in it."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {each.asname or each.name.partition(".")[0]: each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {each.asname or each.name: f"{node.module}.{each.name}" for each in node.names}
    return found


def _defined(tree: ast.Module) -> dict[str, ast.AST]:
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}


def _reachable(defined: Mapping[str, ast.AST], signature: Signature) -> Iterator[ast.AST]:
    """All nodes of the function and of what it uses of its file."""
    todo, done = [signature.owner or signature.name], set[str]()
    while todo:
        name = todo.pop()
        if name in done or name not in defined:
            continue
        done.add(name)
        for node in ast.walk(defined[name]):
            yield node
            if isinstance(node, ast.Name):
                todo.append(node.id)


def _impurity(node: ast.AST, imported: Mapping[str, str], defined: Collection[str]) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS and name not in defined:
            return f"It uses {_CALLS[name]} (`{name}`)."
        case ast.Call(func=ast.Name(id=name)) if name in _NAMES and name not in defined:
            return f"It uses random numbers or the clock (`{name}`)."
        case ast.Name(id=("__name__" | "__file__" | "__builtins__" | "__spec__") as name):
            return f"It looks at what loads it (`{name}`)."
        case ast.Name(id=name) if name in imported:
            return _outside(imported[name])
        case ast.Attribute(value=ast.Name(id=name), attr=attribute, ctx=ast.Load()):
            return _inner(attribute) or _outside(f"{imported.get(name, name)}.{attribute}")
        case ast.Attribute(value=ast.Name(id=name), ctx=ast.Store()) if name in imported:
            return f"It stores something in `{imported[name]}`, which outlives a call."
        case ast.Attribute(attr=attribute):
            return _inner(attribute)
        case ast.Global(names=names):
            return f"It changes the global name `{names[0]}`."
        case _:
            return None


def _outside(name: str) -> str | None:
    """For a name such as `time.perf_counter`; a module alone is not used yet."""
    module, _, attribute = name.partition(".")
    if attribute and module in _MODULES and not _HARMLESS & set(attribute.split(".")[:1]):
        return f"It uses {_MODULES[module]} (`{name}`)."
    return _inner(attribute)


def _inner(attribute: str) -> str | None:
    if attribute in ("now", "today", "utcnow"):
        return f"It uses the clock (`{attribute}`)."
    return f"It looks behind its own call (`{attribute}`)." if attribute in _INNER else None


def caching(old: str, new: str, signature: Signature) -> str | None:
    """The sentence for a new version that remembers results between calls where the old one does not."""
    before, after = _kept(old, signature), _kept(new, signature)
    return next((sentence for sentence in after if sentence not in before), None)


def _kept(source: str, signature: Signature) -> list[str]:
    """What outlives a call: caches of functions that do, and mutable defaults that are changed."""
    tree = ast.parse(source)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    bodies = [tree.body, *(node.body for node in classes)]
    lasting = [node for body in bodies for node in body if isinstance(node, ast.FunctionDef)]
    found: list[str] = []
    for function in lasting:
        names = {_name(decorator) for decorator in function.decorator_list}
        if names & _CACHES:
            found.append(f"`{function.name}` keeps its results between calls (`@{min(names & _CACHES)}`).")
        if any(isinstance(each, ast.Dict | ast.List | ast.Set) for each in function.args.defaults):
            found.append(f"`{function.name}` has a mutable default argument, which outlives a call.")
    found += [
        f"It stores something on the function `{signature.name}`, which outlives a call."
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and _name(node.value) == signature.name
    ]
    return found


def _name(node: ast.expr) -> str:
    match node:
        case ast.Call(func=inner):
            return _name(inner)
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
        case _:
            return ""
