"""`python -m lsp_server.engine.runtime.models.probe [--model M] [--device D]`: what the engine would find.

For `vibe-lsp doctor`, which itself must not import torch. Loads no weights. Fields:

    torch, transformers         versions
    device                      {kind, name, free}: free in bytes; null when the wished device is not there
    model                       {id, family, folder, reason}: what would answer, and why; null on error
    beside                      {id, reason, total}: what fills holes where `model` cannot; null where it can
    dtype, plan, fits           number format, memory plan in bytes and tokens, whether it fits into what is free
    models                      see `inventory`
    error                       {code, message} of the VibeError that the engine would fail with, or null
"""

import argparse
import json
import sys
from typing import Any

import torch
import transformers

from lsp_server.engine.runtime.models import companion, hub, loading
from lsp_server.engine.runtime.models.inventory import inventory
from lsp_server.engine.runtime.models.memory import fits
from lsp_server.errors import VibeError


def probe(model: str, device: str) -> dict[str, Any]:
    found: dict[str, Any] = {
        "torch": torch.__version__,
        "transformers": transformers.__version__,
        **dict.fromkeys(("device", "model", "beside", "dtype", "plan", "fits", "error")),
        "models": inventory(),
    }
    try:
        where = loading.devices(device)
        found["device"] = {"kind": where.kind, "name": where.name, "free": where.free}
        found |= _choice(loading.choose(model, device))
    except VibeError as error:
        found["error"] = {"code": error.code, "message": str(error)}
    return found


def _choice(choice: loading.Choice) -> dict[str, Any]:
    hub.check(choice.folder)
    beside = companion.companion(choice)
    plan, dtype = loading.planned(companion.with_room(choice, beside))
    told = {"id": choice.id, "family": choice.family, "folder": str(choice.folder), "reason": choice.reason}
    fills = beside and {"id": beside.id, "reason": beside.reason, "total": loading.planned(beside)[0].total}
    fit = fits(plan, choice.device.free)
    return {"model": told, "beside": fills, "dtype": dtype, "plan": plan.as_dict(), "fits": fit}


def main() -> None:
    parser = argparse.ArgumentParser(prog="lsp_server.engine.runtime.models.probe", description=__doc__)
    parser.add_argument("--model", default="auto")
    parser.add_argument("--device", default="auto")
    options = parser.parse_args()
    json.dump(probe(options.model, options.device), sys.stdout, indent=2)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
