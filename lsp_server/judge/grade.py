"""One observation and one example become one line of the verdict. Decides; runs nothing."""

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from lsp_server.judge.another import Judged, another, another_text
from lsp_server.judge.compare import equal, plain, same_text
from lsp_server.judge.lacking import lacking
from lsp_server.judge.observation import NOTHING, Ended, Observation, Raised
from lsp_server.judge.present import show, show_expected, show_input, visible
from lsp_server.judge.runners.inside.codec import Nodes, Opaque
from lsp_server.judge.spelling import spelled
from lsp_server.judge.verdict import DIFFERS, ExampleResult, ExampleStatus
from lsp_server.problem.model import Example, Problem
from lsp_server.settings import SandboxSettings

STATUS: Mapping[Ended, ExampleStatus] = {
    "time_limit": "time_limit",
    "memory_limit": "memory_limit",
    "output_limit": "output_limit",
}
"""Every other end without a result is a runtime error."""

ANY_CASE = re.compile(
    r"\bin (?:any|either) (?:letter )?(?:case|register)\b|\bcase[- ]insensitive|\bcase (?:of \w+ )?does not matter\b"
    r"|\b(?:print|output) each (?:character|letter)\b[^.]{0,60}\b(?:upper|lower)[- ]?case"
    r"|\b(?P<word>[a-z]+)\W+(?:and\W+)?(?P=word)\b[^.]{0,80}\b(?:considered|treated|regarded|recogni[sz]ed|accepted)\b"
    r"|不区分大小写|大小写不敏感|大小写均可|大文字小文字は問わない",
    re.IGNORECASE,
)
"""The words of Codeforces and CodeChef for an answer of which `yEs` is as good as `YES`."""
RESULT_ASKED = re.compile(r"\breturn(?:s|ed|ing)?\b|返回", re.IGNORECASE)
ADVICE: Mapping[Judged, str | None] = {"yes": None, "perhaps": DIFFERS}


def grade(
    problem: Problem,
    example: Example,
    seen: Observation,
    load_errors: tuple[Raised, ...],
    settings: SandboxSettings,
) -> ExampleResult:
    """`load_errors`: top-level statements of the file that failed; they explain a name that is missing."""
    judged = _judged(problem, example, seen)
    lacks = lacking(example, seen)
    return ExampleResult(
        status="ran" if lacks else _status(judged, example, seen),
        input=show_input(example, problem.language),
        expected=show_expected(example, problem.language),
        actual=_actual(problem, example, seen),
        message=lacks or (_message(problem, seen, load_errors, settings) if judged == "no" else ADVICE[judged]),
        time_ms=round(seen.time_ms, 3),
    )


def _status(judged: Judged, example: Example, seen: Observation) -> ExampleStatus:
    if judged == "yes":
        return "ran" if example.expects == "unknown" else "passed"
    if judged == "perhaps":
        return "differs"
    return STATUS.get(seen.ended, "wrong_answer" if seen.ended == "returned" else "runtime_error")


def _judged(problem: Problem, example: Example, seen: Observation) -> Judged:
    """Where several answers are allowed, the example shows one; only a checker tells another one from a wrong one."""
    shown = (example, *(example.model_copy(update={"expected": each}) for each in example.also))
    if any(_passes(problem, each, seen) for each in shown):
        return "yes"
    if not problem.several_answers or seen.ended != "returned" or example.expects in ("exception", "unknown"):
        return "no"
    if example.form == "stdin":
        return another_text(problem, example, seen.printed)
    return another(problem, example, _subject(problem, example, seen))


def _passes(problem: Problem, example: Example, seen: Observation) -> bool:
    if example.expects == "unknown":
        return seen.ended == "returned"
    if example.expects == "exception":
        return seen.ended == "raised" and seen.raised is not None and _raises(str(example.expected), seen.raised)
    if seen.ended != "returned":
        return False
    if example.expects == "text" or example.form == "stdin":
        folded = str.casefold if example.form == "stdin" and ANY_CASE.search(problem.statement) else str
        wanted, candidates = folded(str(example.expected)), map(folded, _texts(example, seen))
        return any(same_text(wanted, text, problem.float_tolerance, problem.order) for text in candidates)
    if example.returned is not None:
        return _counted_prefix(problem, example, seen)
    value = _subject(problem, example, seen)
    if value is not NOTHING and equal(example.expected, value, problem.order, problem.float_tolerance):
        return True
    return _printed_instead(problem, example, seen) and same_text(
        _text_of(example.expected, problem.language), seen.printed, problem.float_tolerance
    )


def _counted_prefix(problem: Problem, example: Example, seen: Observation) -> bool:
    """LeetCode's "2, nums = [2,2,_,_]": the count is returned and only so much of the argument is stated."""
    stated, actual = example.expected, plain(seen.mutated)
    if isinstance(stated, list) and isinstance(actual, list):
        actual = cast("list[Any]", actual)[: len(cast("list[Any]", stated))]
    return equal(example.returned, seen.value) and equal(stated, actual, problem.order, problem.float_tolerance)


def _raises(expected: str, raised: Raised) -> bool:
    """`ValueError` or `ValueError: message`; a subclass is fine, a module before the name does not matter."""
    name, colon, message = expected.partition(":")
    if name.strip().rpartition(".")[2] not in raised.types:
        return False
    return not colon or not message.strip() or same_text(message.strip(), raised.text.strip())


def _texts(example: Example, seen: Observation) -> list[str]:
    """What may equal an expected text: what was printed, the value as the language writes it, both, or a string."""
    if example.form == "stdin":
        return [seen.printed]
    written = seen.text or ""
    if example.form == "session":
        return [seen.printed + written]
    texts = [written, seen.printed + written, seen.printed]
    return [*texts, seen.value] if isinstance(seen.value, str) else texts


def _subject(problem: Problem, example: Example, seen: Observation) -> Any:
    """The value that the example speaks of: what was returned, or the argument that was changed in place."""
    if example.mutated:
        return seen.mutated
    may_change = not _must_return(problem) and not _asks_for_a_result(problem, example)
    if may_change and seen.value is None and example.expected is not None and _is_mutable(seen.first):
        return seen.first
    return seen.value


def _asks_for_a_result(problem: Problem, example: Example) -> bool:
    """By its words, or by an example that is written as a call: what stands behind it is what the call gives."""
    called = re.search(rf"\b{re.escape(problem.signature.name)}\s*\(", example.raw)
    return bool(called or RESULT_ASKED.search(problem.statement))


def _is_mutable(value: Any) -> bool:
    return isinstance(value, list | dict | set | Nodes) and not isinstance(value, Opaque)


def _must_return(problem: Problem) -> bool:
    """True when the file itself declares a result; a type that was only guessed from the examples obliges nobody."""
    return problem.target.kind == "body" and problem.signature.returns not in ("", "None", "void", "()")


def _printed_instead(problem: Problem, example: Example, seen: Observation) -> bool:
    """An interpreter's session shows a printed value like a returned one; a caller does not."""
    if example.form != "session" and _must_return(problem):
        return False
    return seen.value is None and bool(seen.printed.strip())


def _text_of(expected: Any, language: str) -> str:
    return expected if isinstance(expected, str) else spelled(expected, language)


def _actual(problem: Problem, example: Example, seen: Observation) -> str | None:
    if seen.ended == "raised" and seen.raised:
        return visible(_exception(seen.raised))
    if seen.ended != "returned":
        return None
    if example.form == "stdin" or _printed_instead(problem, example, seen):
        return visible(seen.printed.rstrip("\n"))
    if example.expects == "text" and seen.text is not None:
        return visible(seen.printed + seen.text)
    subject = _subject(problem, example, seen)
    if subject is None and seen.text:
        return visible(seen.text)  # a language may have more than one word for nothing
    return show(subject, problem.language)


def _exception(raised: Raised) -> str:
    return f"{raised.types[0]}: {raised.text}" if raised.text else raised.types[0]


def _message(
    problem: Problem, seen: Observation, load_errors: tuple[Raised, ...], settings: SandboxSettings
) -> str | None:
    say = MESSAGES.get(seen.ended)
    if say is None:
        return None
    text = say(problem, seen, settings)
    if seen.loading:
        text = f"While the file was loaded: {text}"
    return visible(text + _because(seen, load_errors))


def _because(seen: Observation, load_errors: tuple[Raised, ...]) -> str:
    """Why a name is missing: a statement before it failed, or the whole file is not Python."""
    unknown = seen.ended == "undefined" or (seen.raised is not None and seen.raised.types[0] == "NameError")
    return f" The file failed before that: {located(load_errors[0])}." if unknown and load_errors else ""


def located(raised: Raised) -> str:
    text = _exception(raised)
    return f"{text} (line {raised.line})" if raised.line else text


MESSAGES: Mapping[Ended, Callable[[Problem, Observation, SandboxSettings], str]] = {
    "raised": lambda _, seen, __: located(seen.raised) if seen.raised else "It raised an exception.",
    "undefined": lambda problem, _, __: f"The code does not define `{problem.signature.name}`.",
    "died": lambda _, seen, __: seen.detail,
    "tampered": lambda _, seen, __: seen.detail,
    "time_limit": lambda _, __, settings: f"It ran longer than {settings.wall_time_s:g} s.",
    "memory_limit": lambda _, __, settings: f"It needed more than {settings.memory_mb} MB of memory.",
    "output_limit": lambda _, __, settings: f"It wrote more than {settings.output_kb} KB.",
    "process_limit": lambda _, __, ___: "It started more processes than are allowed.",
}
