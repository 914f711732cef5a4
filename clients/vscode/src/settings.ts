// Settings: what the user has set, for the server, and the few that are the client's own. Reads; changes only on request.

import { ConfigurationTarget, type ExtensionContext, workspace } from 'vscode'

export const SECTION = 'vibe'

/** Settings of this client; the server does not know them, and would say so. */
const OWN = new Set(['practice', 'panel', 'server', 'trace'])

/**
 * What the user has set, as the server wants it. Defaults are left out: they would outweigh the config file and the
 * environment, which come from the same user.
 */
export function forServer(context: ExtensionContext): Record<string, unknown> {
  const tree: Record<string, unknown> = {}
  for (const name of serverSettings(context)) {
    const value = explicit(name)
    if (value !== undefined) plant(tree, name.split('.'), value)
  }
  return tree
}

/** Names without the section, from package.json, which is generated from the server's own. */
function serverSettings(context: ExtensionContext): string[] {
  const groups = context.extension.packageJSON.contributes.configuration as { properties: Record<string, unknown> }[]
  const names = groups.flatMap((group) => Object.keys(group.properties)).map((name) => name.slice(SECTION.length + 1))
  return names.filter((name) => !OWN.has(name.split('.')[0] ?? ''))
}

function explicit(name: string): unknown {
  const found = workspace.getConfiguration(SECTION).inspect(name)
  return found?.workspaceFolderValue ?? found?.workspaceValue ?? found?.globalValue
}

function plant(tree: Record<string, unknown>, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    tree[first] = value
    return
  }
  tree[first] ??= {}
  plant(tree[first] as Record<string, unknown>, rest, value)
}

export function practising(): boolean {
  return workspace.getConfiguration(SECTION).get('practice', false)
}

/** For this workspace where there is one. */
export async function setPractising(on: boolean): Promise<void> {
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global
  await workspace.getConfiguration(SECTION).update('practice', on, target)
}

export function opensPanel(): boolean {
  return workspace.getConfiguration(SECTION).get('panel.open', 'beside') === 'beside'
}

export function serverPath(): string {
  return workspace.getConfiguration(SECTION).get('server.path', '').trim()
}

export function serverPackage(): string {
  return workspace.getConfiguration(SECTION).get('server.package', 'vibe-lsp').trim()
}

/** The model runs on another server, of which there is nothing to start, stop or measure here. */
export function elsewhere(): boolean {
  return workspace.getConfiguration(SECTION).get('engine.url', '') !== ''
}

export function idleMinutes(): number {
  return workspace.getConfiguration(SECTION).get('engine.idleMinutes', 30)
}

/** Where its value is kept now it is changed; in a window on another machine that is the machine's own page. */
export async function keep(name: 'engine.model' | 'server.path' | 'server.package', value: string): Promise<void> {
  const settings = workspace.getConfiguration(SECTION)
  const here = settings.inspect(name)?.workspaceValue !== undefined
  await settings.update(name, value, here ? ConfigurationTarget.Workspace : ConfigurationTarget.Global)
}
