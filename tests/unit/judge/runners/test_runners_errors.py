"""What compilers and dead programs print, as the error that people read."""

import pytest

from lsp_server.judge.observation import Raised
from lsp_server.judge.runners import c, cpp, go, java, rust

GCC = """solution.cpp: In function 'int f(int)':
solution.cpp:4:12: error: 'm' was not declared in this scope
    4 |     return m;
"""
JAVAC = """Note: something
Solution.java:3: error: cannot find symbol
        return m;
               ^
  symbol:   variable m
  location: class Solution
1 error
"""
PANIC = """panic: runtime error: index out of range [1] with length 0

goroutine 1 [running]:
main.main()
\t/tmp/solution.go:7 +0x1d
"""
UNCAUGHT = """Exception in thread "main" java.lang.ArithmeticException: / by zero
\tat java.base/java.lang.Math.floorMod(Math.java:1)
\tat Main.main(Main.java:5)
"""


@pytest.mark.parametrize(
    ("found", "error"),
    [
        (cpp.first_error(GCC), Raised(("CompileError",), "'m' was not declared in this scope", 4)),
        (cpp.first_error("harness.cpp:9:1: error: no"), Raised(("CompileError",), "no", None)),
        (
            cpp.first_error("(.text+0x17): undefined reference to `main'\ncollect2: error: ld returned 1 exit status"),
            Raised(("LinkError",), "`main` is used but not defined.", None),
        ),
        (cpp.first_error("nothing of the kind"), None),
        (java.first_error(JAVAC), Raised(("CompileError",), "cannot find symbol: variable m", 3)),
        (go.first_error("solution.go:4:12: undefined: m"), Raised(("CompileError",), "undefined: m", 4)),
        (rust.first_error("solution.rs:4:5: error[E0425]: no `m`"), Raised(("CompileError",), "no `m`", 4)),
        (rust.first_error("error: linking failed"), Raised(("CompileError",), "linking failed", None)),
        (
            cpp.explain("terminate called after throwing an instance of 'std::out_of_range'\n  what():  far\n"),
            Raised(("std::out_of_range",), "far", None),
        ),
        (
            cpp.explain("terminate called after throwing an instance of 'std::bad_alloc'\n  what():  std::bad_alloc\n"),
            Raised(("MemoryError",), "std::bad_alloc", None),
        ),
        (cpp.explain("killed"), None),
        (
            c.explain("*** buffer overflow detected ***: terminated"),
            Raised(("abort",), "buffer overflow detected", None),
        ),
        (
            c.explain("free(): double free detected in tcache 2"),
            Raised(("abort",), "free(): double free detected in tcache 2", None),
        ),
        (java.explain(UNCAUGHT, "Main.java"), Raised(("ArithmeticException",), "/ by zero", 5)),
        (java.explain("java.lang.Error", "Main.java"), None),
        (go.explain(PANIC), Raised(("panic",), "runtime error: index out of range [1] with length 0", 7)),
        (go.explain("fatal error: runtime: out of memory"), Raised(("MemoryError",), "runtime: out of memory", None)),
        (
            rust.explain("\nthread 'main' (7) panicked at solution.rs:3:5:\nno\nnote: run with"),
            Raised(("panic",), "no", 3),
        ),
        (rust.explain("thread 'main' panicked at 'no', solution.rs:3:5\nnote: run"), Raised(("panic",), "no", 3)),
        (rust.explain("thread 'main' has overflowed its stack"), Raised(("panic",), "stack overflow", None)),
    ],
)
def test_the_first_message_is_told_with_the_line_of_the_file(found: Raised | None, error: Raised | None) -> None:
    assert found == error
