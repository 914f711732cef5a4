// Which program is the server: that of the setting, of the selected Python environment, of PATH, or our own. Runs nothing.

import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { env } from 'node:process'
import type { ExtensionContext } from 'vscode'
import { selectedPython } from './python.ts'
import { serverPath } from './settings.ts'

export interface Program {
  readonly path: string
  readonly origin:
    | 'the setting `vibe.server.path`'
    | 'the selected Python environment'
    | 'PATH'
    | "the extension's own environment"
}

const WINDOWS = process.platform === 'win32'
export const PROGRAM = WINDOWS ? 'vibe-lsp.exe' : 'vibe-lsp'
export const SCRIPTS = WINDOWS ? 'Scripts' : 'bin'

/** A setting that names no program is a mistake worth telling: nothing else is tried then. */
export class NoSuchProgramError extends Error {}

export async function findServer(context: ExtensionContext): Promise<Program | undefined> {
  const set = serverPath()
  if (set) {
    const path = set.replace(/^~(?=[/\\])/, homedir())
    if (!runs(path)) throw new NoSuchProgramError(`The setting \`vibe.server.path\` names no program: ${path}`)
    return { path, origin: 'the setting `vibe.server.path`' }
  }
  const python = await selectedPython()
  if (python && runs(beside(python))) return { path: beside(python), origin: 'the selected Python environment' }
  const path = onPath(PROGRAM)
  if (path) return { path, origin: 'PATH' }
  const own = join(ownEnvironment(context), SCRIPTS, PROGRAM)
  return runs(own) ? { path: own, origin: "the extension's own environment" } : undefined
}

/** Where the extension installs the server when asked to. */
export function ownEnvironment(context: ExtensionContext): string {
  return join(context.globalStorageUri.fsPath, 'server')
}

export function onPath(program: string): string | undefined {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, program)).find(runs)
}

function beside(python: string): string {
  return join(dirname(python), PROGRAM)
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false // not there, or not for us
  }
}
