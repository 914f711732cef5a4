"""One runner per language: how a candidate and its examples become a program, and what came out of it.

A runner is a file `<language>.py` with two functions, and a row in `RUNNERS`:

    missing() -> str | None        None, or the sentence that tells how to install what is not there (`tools.missing`)
    observe(problem, source, settings, isolation) -> Run

and, where not every problem can be judged, `refused(problem, source)`: the sentence that says so. `observe` makes an
`External` and hands it to `external.observe`, which does everything else: it puts the files into the sandbox, keeps the
time of each example, counts memory, processes and output, runs what was not reached once more, and reads the report as
`Observation`s. Compiled languages call `build.build(Recipe(...), isolation)` before: it compiles in a sandbox of its
own, once for the same content; a `NotBuilt` becomes `external.not_built(...)`.

The program that `External.serve` starts is the candidate with a harness around it. It shares a process with the
candidate, so it holds no secret and is believed nothing; what is expected never comes in. Its channel are two
descriptors, and every message is one line:

    4 <-  {"ready": true}                 once it is loaded; or it dies, and `explain` reads its standard error
    3 ->  token payload                   run this example (`External.payload`; by default JSON: form, inputs as
                                          [[name, value], ...] in call order, mutated: a name or null, ...)
    4 <-  token reply                     JSON: what came of it; then it waits for the next line, and leaves at the end

Standard input is empty, standard output and error are the candidate's; flush them before a reply. A reply holds

    {"value": V, "ms": 1.5}               V is what was returned (null for nothing), ms the time of the call alone
    "first": V                            with value null: the first argument after the call
    "mutated": V                          the argument that `mutated` names, after the call
    {"error": {"types": [...], "text": "...", "line": 7}}     it raised; its class and bases, most special first
    {"too_large": true}                   more than anybody wants to read

Values (`inside.codec`): plain JSON for null, booleans, strings, arrays, integers of any size and finite fractions;
{"t": "float", "v": "nan"}, "inf", "-inf"; {"t": "dict", "v": [[key, value], ...]}; {"t": "set", "v": [...]};
{"t": "nodes", "v": ["ListNode", [...]]} for linked lists and trees, empty ones too; {"t": "opaque", "v": [kind, text]}
for what has no value. A fraction needs a dot or an exponent: 2.0 is not 2. Cut lists without end at 100,000 items.

A program that reads standard input (`External.program`, form "stdin") may ignore the channel and end with status 0.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from lsp_server.judge.observation import Run
from lsp_server.judge.runners import c, cpp, go, java, javascript, python, rust, typescript
from lsp_server.problem.model import Problem
from lsp_server.sandbox.isolation import Isolation
from lsp_server.settings import SandboxSettings

Observe = Callable[[Problem, str, SandboxSettings, Isolation], Awaitable[Run]]


def _everything(_problem: Problem, _source: str) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Runner:
    """`missing` says which tool is not installed, None when all is there; `refused` why this one cannot be judged.

    `everywhere`: it needs no descriptors 3 and 4, which a program on Windows does not inherit.
    """

    observe: Observe
    missing: Callable[[], str | None]
    refused: Callable[[Problem, str], str | None] = _everything
    everywhere: bool = False


RUNNERS: Mapping[str, Runner] = {
    "python": Runner(python.observe, lambda: None, everywhere=True),
    "javascript": Runner(javascript.observe, javascript.missing),
    "typescript": Runner(typescript.observe, typescript.missing),
    "c": Runner(c.observe, c.missing),
    "cpp": Runner(cpp.observe, cpp.missing),
    "java": Runner(java.observe, java.missing),
    "go": Runner(go.observe, go.missing),
    "rust": Runner(rust.observe, rust.missing, rust.refused),
}
