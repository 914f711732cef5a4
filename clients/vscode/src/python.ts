// The Python environment that the user selected in the Python extension, if that is installed. Its API, as far as used.

import { type Event, extensions, workspace } from 'vscode'

interface Environments {
  getActiveEnvironmentPath(resource?: unknown): { path: string }
  resolveEnvironment(path: { path: string }): Promise<{ executable: { uri?: { fsPath: string } } } | undefined>
  onDidChangeActiveEnvironmentPath: Event<unknown>
}

async function environments(): Promise<Environments | undefined> {
  const extension = extensions.getExtension<{ environments?: Environments }>('ms-python.python')
  if (!extension) return undefined
  return (await extension.activate()).environments
}

/** The interpreter's path. */
export async function selectedPython(): Promise<string | undefined> {
  const api = await environments()
  if (!api) return undefined
  const resolved = await api.resolveEnvironment(api.getActiveEnvironmentPath(workspace.workspaceFolders?.[0]?.uri))
  return resolved?.executable.uri?.fsPath
}

export async function onPythonSelected(listener: () => void): Promise<{ dispose(): void } | undefined> {
  return (await environments())?.onDidChangeActiveEnvironmentPath(listener)
}
