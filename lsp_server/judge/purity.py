"""Why a function cannot be compared, or a candidate not be offered, as far as its text tells: clock, random, files, …

Reading comes before running: what the sandbox would only make fail is refused with its reason. Python only.
"""

import ast
from collections.abc import Iterator

from lsp_server.problem.model import Signature

_MODULES = {
    "random": "random numbers", "secrets": "random numbers", "uuid": "random numbers", "time": "the clock",
    "datetime": "the clock", "socket": "the network", "requests": "the network", "urllib": "the network",
    "httpx": "the network", "aiohttp": "the network", "os": "the system", "sys": "the system", "io": "files",
    "subprocess": "other programs", "threading": "threads", "multiprocessing": "other processes", "pathlib": "files",
    "shutil": "files", "tempfile": "files", "sqlite3": "files", "ctypes": "memory",
}  # fmt: skip
_HARMLESS = frozenset(
    {"maxsize", "setrecursionlimit", "getrecursionlimit", "float_info", "timedelta", "date", "datetime"}
)
_CALLS = {
    "open": "files", "input": "standard input", "exec": "code made at run time", "eval": "code made at run time",
    "id": "addresses of objects", "globals": "global names", "hash": "hashes, which differ from run to run",
    "breakpoint": "the debugger", "__import__": "modules made out at run time",
}  # fmt: skip
_NAMES = frozenset({
    "randint", "randrange", "shuffle", "choice", "choices", "sample", "random", "uniform", "perf_counter", "monotonic",
    "urandom", "token_hex", "getrandbits",
})  # fmt: skip
_CACHES = frozenset({"lru_cache", "cache", "cached_property"})


def impure(source: str, signature: Signature) -> str | None:
    """The sentence for a function whose result depends on more than its arguments, or None. Helpers are read, too."""
    for node in _reachable(source, signature):
        if found := _impurity(node):
            return found
    return None


def _reachable(source: str, signature: Signature) -> Iterator[ast.AST]:
    """All nodes of the function and of what it uses of its file."""
    tree = ast.parse(source)
    defined = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
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


def _impurity(node: ast.AST) -> str | None:
    match node:
        case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
            return f"It uses {_CALLS[name]} (`{name}`)."
        case ast.Call(func=ast.Name(id=name)) if name in _NAMES:
            return f"It uses random numbers or the clock (`{name}`)."
        case ast.Attribute(value=ast.Name(id=module), attr=attribute) if (
            module in _MODULES and attribute not in _HARMLESS
        ):
            return f"It uses {_MODULES[module]} (`{module}.{attribute}`)."
        case ast.Attribute(attr=("now" | "today" | "utcnow") as attribute):
            return f"It uses the clock (`{attribute}`)."
        case ast.Global(names=names):
            return f"It changes the global name `{names[0]}`."
        case _:
            return None


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
