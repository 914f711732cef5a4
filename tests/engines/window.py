"""A second editor window: connects to the shared engine, prints the engine's pid, and waits until its input ends.

Arguments: the program to start as the engine, and the model. `--at TIME` waits for that instant first.
"""

import argparse
import asyncio
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from lsp_server.engine import launcher
from lsp_server.settings import EngineSettings

parser = argparse.ArgumentParser()
parser.add_argument("program")
parser.add_argument("model")
parser.add_argument("--at", type=float, default=0.0)
options = parser.parse_args()

launcher.PROGRAM = (sys.executable, options.program)
time.sleep(max(0.0, options.at - time.time()))
found = asyncio.run(launcher.start(EngineSettings(model=options.model)))
sys.stdout.write(f"{found.pid}\n")
sys.stdout.flush()
sys.stdin.read()
