// The engine, asked and told through the server's own command line: state, memory, models. Shows nothing.

import { env } from 'node:process'
import { runToEnd } from './programs.ts'
import { forServer } from './settings.ts'
import type { Window } from './window.ts'

export interface Health {
  state: 'stopped' | 'starting' | 'loading' | 'ready' | 'failed'
  model?: string
  device?: string
  reason?: string
  tokens_per_s?: number
  idle_s?: number
  memory?: Record<string, number>
  error?: string
}

export interface Model {
  id: string
  bytes: number
  problem: string | null
}

export function health(vibe: Window): Promise<Health> {
  return ask<Health>(vibe, 'engine', 'status', '--json')
}

export function models(vibe: Window): Promise<Model[]> {
  return ask<Model[]>(vibe, 'model', 'list', '--json')
}

export interface Finding {
  topic: string
  level: string
  found: string
  advice: string
}

/** How many engines were stopped. */
export async function stop(vibe: Window): Promise<number> {
  return (await ask<{ stopped: number }>(vibe, 'engine', 'stop', '--json')).stopped
}

export function doctor(vibe: Window): Promise<Finding[]> {
  return ask<Finding[]>(vibe, 'doctor', '--json')
}

/** JSON comes on stdout whatever the exit status is. */
async function ask<T>(vibe: Window, ...args: string[]): Promise<T> {
  const { program } = vibe.server
  if (!program) throw new Error('vibe-lsp was not found.')
  const ended = await runToEnd(program.path, args, { env: { ...env, ...settingsAsEnvironment(vibe) } })
  try {
    return JSON.parse(ended.stdout) as T
  } catch {
    throw new Error(
      `\`vibe-lsp ${args.join(' ')}\` ended with status ${ended.status}. ${ended.stderr.trim().split('\n').at(-1) ?? ''}`,
    )
  }
}

/** The command line knows nothing of the editor's settings, but the environment outweighs its config file. */
function settingsAsEnvironment(vibe: Window): Record<string, string> {
  const sections = Object.entries(forServer(vibe.context)) as [string, Record<string, unknown>][]
  return Object.fromEntries(
    sections.flatMap(([section, values]) =>
      Object.entries(values).map(([name, value]) => [
        `VIBE_LSP_${section}__${snake(name)}`.toUpperCase(),
        String(value),
      ]),
    ),
  )
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`)
}
