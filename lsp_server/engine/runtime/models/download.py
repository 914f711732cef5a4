"""`python -m lsp_server.engine.runtime.models.download ID`: fetch a model into the hub's cache.

The only thing that downloads. Progress bars go to standard error. Standard output gets one JSON object: `id`, `folder`
and `problem` (null, or why it cannot be used after all) on success, `error` with the sentence for the user otherwise
(exit status 1). An interrupted download goes on where it stopped. HF_HOME, HF_ENDPOINT and HF_TOKEN are honoured by
the library below.
"""

import argparse
import errno
import json
import sys
from typing import Any

import huggingface_hub
from huggingface_hub.errors import (
    GatedRepoError,
    HfHubHTTPError,
    HFValidationError,
    LocalEntryNotFoundError,
    OfflineModeIsEnabled,
    RepositoryNotFoundError,
)

from lsp_server.engine.runtime.models import hub

_FILES = ["*.json", "*.safetensors", "*.jinja", "*.txt", "LICENSE*", "README.md"]
"""No pickles: weights in other formats than safetensors could carry code."""


def fetch(name: str) -> dict[str, Any]:
    """Raises OSError and huggingface_hub's errors; `explain` puts them into words."""
    library: Any = huggingface_hub
    library.snapshot_download(name, allow_patterns=_FILES)
    folder = hub.cached(name)
    found = "nothing was stored" if folder is None else hub.problem(folder)
    return {"id": name, "folder": str(folder or ""), "problem": found}


def explain(name: str, error: Exception) -> str:
    """One sentence about what went wrong and what to do."""
    match error:
        case GatedRepoError():
            return f"{name} asks for consent to its licence first: open its page on the hub and set HF_TOKEN."
        case RepositoryNotFoundError():
            return f"There is no model {name} on the hub. Its name looks like `WeiboAI/VibeThinker-1.5B`."
        case HFValidationError():
            return f"`{name}` is no name of a model; one looks like `WeiboAI/VibeThinker-1.5B`."
        case LocalEntryNotFoundError() | OfflineModeIsEnabled() | ConnectionError():
            return (
                f"The hub cannot be reached, so {name} was not downloaded. Check the network (HF_HUB_OFFLINE must not "
                "be set), or copy the model's folder here and set `engine.model` to it."
            )
        case OSError() if error.errno == errno.ENOSPC:
            return f"The disk is full. Free some space and repeat `vibe-lsp model get {name}`; it goes on from here."
        case _:
            return f"Downloading {name} failed: {error}. Repeat `vibe-lsp model get {name}`; it goes on from here."


def main() -> int:
    parser = argparse.ArgumentParser(prog="lsp_server.engine.runtime.models.download", description=__doc__)
    parser.add_argument("id")
    name = parser.parse_args().id
    try:
        answer = fetch(name)
    except (OSError, HfHubHTTPError, HFValidationError, ValueError) as error:
        answer = {"error": explain(name, error)}
    json.dump(answer, sys.stdout)
    sys.stdout.write("\n")
    return 1 if "error" in answer else 0


if __name__ == "__main__":
    sys.exit(main())
