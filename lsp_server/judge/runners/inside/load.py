"""Loads the file of the candidate as the module `solution`, statement by statement.

A file holds more than the solution that is judged: other exercises, half of them unfinished, calls at the top level.
So a statement that fails is remembered and the rest still runs; `if __name__ == "__main__"` does not fire.
"""

import __future__

import ast
import sys
import types
from collections.abc import Mapping
from typing import Any

from . import nested, prelude
from .errors import FILE, described
from .nodes import Shapes

NAME = "solution"


class Loaded:
    """`errors` are the failures of top-level statements, in order; `imports` what the file uses without importing.

    `hidden` is the number that `isBadVersion` and `guess` know (see `judge/arranged.py`).

    Of the task: source, provided (see `prelude`), node (see `nodes`).
    """

    def __init__(self, task: "dict[str, Any]", name: str = NAME) -> None:
        self.module = types.ModuleType(name)
        self.names = self.module.__dict__
        self.provided: dict[str, str | None] = task["provided"]
        self.variant: str = task["node"]
        self.nodes = Shapes(self.variant)
        self.hidden = 0
        provided = {**self.nodes.classes, nested.NAME: nested.NestedInteger, **prelude.knowing(lambda: self.hidden)}
        self.names["__builtins__"] = prelude.namespace(self.provided, provided)
        self.names["__file__"] = FILE
        self.errors: list[dict[str, Any]] = []
        self.source: str = task["source"]
        self.tree = ast.Module([], [])
        sys.modules[name] = self.module

    def run(self) -> None:
        try:
            self.tree = ast.parse(self.source, FILE)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            self.errors.append(described(error))
            return
        flags = 0
        for statement in self.tree.body:
            flags |= _future(statement)
            self._execute(ast.Module([statement], []), flags)

    def _execute(self, module: ast.Module, flags: int) -> None:
        try:
            exec(compile(module, FILE, "exec", flags, dont_inherit=True), self.names)  # noqa: S102 - in the sandbox
        except BaseException as error:
            self.errors.append(described(error))

    def find(self, name: str) -> Any:
        """What the file calls so at its top, else inside one of its classes; None when there is nothing."""
        if name in self.names:
            return self.names[name]
        waiting = self._own(self.names)
        for cls in waiting:  # grows while it is walked
            found = vars(cls).get(name)
            if isinstance(found, type):
                return found
            waiting += [inner for inner in self._own(vars(cls)) if inner not in waiting]
        return None

    def _own(self, names: "Mapping[str, Any]") -> "list[type]":
        """The classes of the file among these."""
        name = self.module.__name__
        return [value for value in names.values() if isinstance(value, type) and value.__module__ == name]

    def other(self, source: "str | None") -> "Loaded":
        """Another version of the file, loaded; itself for None."""
        if source is None:
            return self
        loaded = Loaded({"source": source, "provided": self.provided, "node": self.variant}, NAME)
        loaded.run()
        return loaded

    def run_as_program(self) -> None:
        """As `python solution.py` does: all at once, errors come out."""
        self.tree = ast.parse(self.source, FILE)
        exec(compile(self.tree, FILE, "exec", dont_inherit=True), self.names)  # noqa: S102 - in the sandbox

    def imports(self) -> "list[str]":
        used, bound = set[str](), set[str]()
        for node in ast.walk(self.tree):
            (used if _reads(node) else bound).update(_names(node))
        return sorted(prelude.line(name, self.provided[name]) for name in (used - bound) & self.provided.keys())


def _future(statement: ast.stmt) -> int:
    if not (isinstance(statement, ast.ImportFrom) and statement.module == "__future__"):
        return 0
    features = [getattr(__future__, alias.name, None) for alias in statement.names]
    return sum(feature.compiler_flag for feature in features if feature)


def _reads(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)


def _names(node: ast.AST) -> "list[str]":
    """The names that `node` itself reads or binds."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.arg):
        return [node.arg]
    if isinstance(node, ast.alias):
        return [(node.asname or node.name).partition(".")[0]]
    return [node.name] if isinstance(node, ast.ExceptHandler) and node.name else []
