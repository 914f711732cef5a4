"""A stand-in for the Python extension: its name, and of its API (`@vscode/python-extension`) what ours asks for.

Which environment is selected is told by a setting, `python.standin`: the path of its interpreter.
"""

import json
import zipfile
from pathlib import Path

VERSION = "2026.1.0"
MANIFEST = {
    "name": "python",
    "publisher": "ms-python",
    "version": VERSION,
    "engines": {"vscode": "^1.95.0"},
    "main": "./extension.js",
    "contributes": {"configuration": {"properties": {"python.standin": {"type": "string", "scope": "resource"}}}},
}
CODE = """const { EventEmitter, Uri, workspace } = require('vscode')
exports.activate = () => {
  const changed = new EventEmitter()
  workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('python.standin') && changed.fire({}))
  const path = () => workspace.getConfiguration('python').get('standin', '')
  return {
    environments: {
      getActiveEnvironmentPath: () => ({ id: path(), path: path() }),
      resolveEnvironment: async ({ path }) => path ? { executable: { uri: Uri.file(path) } } : undefined,
      onDidChangeActiveEnvironmentPath: changed.event,
    },
  }
}
"""
TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension=".json" ContentType="application/json"/><Default Extension=".js" ContentType="text/javascript"/>
<Default Extension=".vsixmanifest" ContentType="text/xml"/></Types>
"""
ABOUT = f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata><Identity Language="en-US" Id="python" Version="{VERSION}" Publisher="ms-python"/>
<DisplayName>Python</DisplayName><Description xml:space="preserve">A stand-in.</Description></Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation><Dependencies/>
<Assets><Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/></Assets>
</PackageManifest>
"""


def packed(folder: Path) -> Path:
    """As a package that editors install."""
    path = folder / "python.vsix"
    files = {
        "[Content_Types].xml": TYPES,
        "extension.vsixmanifest": ABOUT,
        "extension/package.json": json.dumps(MANIFEST),
        "extension/extension.js": CODE,
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path
