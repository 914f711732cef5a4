"""A solution that was verified before, as far as it goes on from what stands before the cursor.

It asks no model and runs nothing: the solution passed the examples of this very statement when it was kept.
"""

from collections.abc import Sequence

from lsp_server import prompts
from lsp_server.errors import AnswerError, PromptError, StoreError
from lsp_server.problem.model import Problem
from lsp_server.problem.place import place, splice
from lsp_server.problem.syntax import Document
from lsp_server.settings import Settings
from lsp_server.store import Store
from lsp_server.tasks.solving import key_of


def problem_before(problems: Sequence[Problem], document: Document, offset: int) -> Problem | None:
    """The problem that somebody writes the solution of at `offset`: around it, or just above with nothing between."""
    begun = [each for each in problems if each.statement_region.end.offset <= offset]
    near = [each for each in begun if not document.text[each.region.end.offset : offset].strip()]
    return max(near, key=lambda each: each.region.start.offset, default=None)


def remainder(document: Document, problem: Problem, offset: int, settings: Settings, store: Store) -> str:
    """What is left to write of the kept solution of `problem`, "" when there is none or the user writes another.

    `problem` was found in this very `document`. Reads the store's file: call it in a thread.
    """
    try:
        template = prompts.load("solve", settings.prompts.folder)
        kept = store.get(key_of(problem, settings, template))
        return _left_of(document, problem, offset, kept.code) if kept else ""
    except (StoreError, PromptError, AnswerError):
        return ""  # a completion by the model is as good a start; solving says what is wrong


def _left_of(document: Document, problem: Problem, offset: int, code: str) -> str:
    replacement = place(document, problem, code)
    start, end = replacement.region.start.offset, replacement.region.end.offset
    whole = splice(document.text, replacement)
    if not start <= offset or document.text[offset:end].strip() or not whole.startswith(document.text[:offset]):
        return ""
    return whole[offset : start + len(replacement.text)].rstrip()
