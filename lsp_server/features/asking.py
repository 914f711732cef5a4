"""The user is asked by `window/showMessageRequest`, and answers with the title of a button.

To clients that follow events the question tells the `id` of its request: several may wait at once, and what such a
client shows beside a question must be what it is about. What is asked, and what follows from it, is decided elsewhere.
"""

from collections.abc import Sequence

from lsprotocol import types

from lsp_server.features.jobs import Job
from lsp_server.features.protocol import Question
from lsp_server.features.session import VibeServer


async def ask(
    ls: VibeServer, job: Job, message: str, titles: Sequence[str], kind: types.MessageType = types.MessageType.Info
) -> str | None:
    """The title that was chosen; None where the question was closed."""
    actions = [types.MessageActionItem(title=title) for title in titles]
    question = Question(type=kind, message=message, actions=actions)
    question.id = job.id if ls.client.events else ""
    chosen = await ls.window_show_message_request_async(question)
    return chosen.title if chosen else None
