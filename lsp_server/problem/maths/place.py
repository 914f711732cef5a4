"""Puts an answer into the file that asks for it: below the statement, between two marks, over our earlier one.

In Markdown it is the derivation as it was written. LaTeX gets it typeset, or, where it might not compile, in comments
above the answer. Code gets the answer alone.
"""

from collections.abc import Sequence

from lsp_server.errors import AnswerError
from lsp_server.problem.languages import language_named
from lsp_server.problem.maths.box import boxed
from lsp_server.problem.maths.latex import answer_line, on_one_line, typeset
from lsp_server.problem.model import Problem, Replacement
from lsp_server.problem.syntax import Document

NOTE = "vibe-lsp: "
"""How the last line of an answer begins that tells what was checked."""
END = "/vibe-lsp"


def place_answer(document: Document, problem: Problem, derivation: str) -> Replacement:
    """The edit. Raises AnswerError when the derivation has no `\\boxed{…}`."""
    answer = boxed(derivation)
    if answer is None:
        raise AnswerError("The answer holds no \\boxed{…}.")
    body, note = _parts(derivation)
    plain = " ".join(answer.split())
    in_text = document.language in ("markdown", "latex")
    match document.language:
        case "markdown":
            lines = _in_markdown(body, note)
        case "latex":
            lines = _in_latex(document.text, body, plain, note)
        case _:
            lines = _in_code(language_named(document.language).comment, plain, note)
    text = "\n".join(f"{problem.target.indent}{line}".rstrip() for line in lines)
    region = problem.target.region
    if region.start.offset == region.end.offset:
        text = ("\n\n" if in_text else "\n") + text
        text += "\n" if region.end.offset == len(document.text) else ""
    return Replacement(region=region, text=text)


def _parts(derivation: str) -> tuple[str, str]:
    """The derivation without its last line, if that is a note of ours, and the note."""
    body, _, last = derivation.strip().rpartition("\n")
    if not last.startswith(NOTE):
        body, last = derivation.strip(), f"{NOTE}answer"
    kept = [line for line in body.strip().split("\n") if NOTE not in line and END not in line]
    return "\n".join(kept), last


def _in_markdown(body: str, note: str) -> Sequence[str]:
    return (f"<!-- {note} -->", "", *map(_rendered, body.split("\n")), "", f"<!-- {END} -->")


def _rendered(line: str) -> str:
    """With the box between dollars where it stands outside of all formulas, so that a preview draws it."""
    before, box, _ = line.partition("\\boxed{")
    inner = boxed(line)
    if not box or inner is None or before.count("$") % 2 or "\\(" in before or "\\[" in before or "$$" in line:
        return line
    whole = f"\\boxed{{{inner}}}"
    return line.replace(whole, f"${whole}$") if line.count(whole) == 1 else line


def _in_latex(document: str, body: str, answer: str, note: str) -> Sequence[str]:
    if written := typeset(body, document):
        lines = (r"\noindent\textbf{Solution.}", *written.split("\n"))
    else:
        lines = (*(f"% {line}".rstrip() for line in on_one_line(body).split("\n")), answer_line(answer, document))
    return (f"% {note}", *lines, f"% {END}")


def _in_code(mark: str, answer: str, note: str) -> Sequence[str]:
    return (f"{mark} {note}", f"{mark} Answer: {answer}", f"{mark} {END}")
