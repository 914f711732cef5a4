// Runs other programs to their end. Knows nothing of the editor.

import { spawn } from 'node:child_process'

export interface Ended {
  /** null: a signal ended it. */
  status: number | null
  stdout: string
  stderr: string
}

export interface Options {
  /** Called with each piece of output, of both streams. */
  onOutput?: (text: string) => void
  signal?: AbortSignal
  /** In place of this process's own. */
  env?: Record<string, string | undefined>
}

/** Rejects where the program cannot be started, and when it is gone after it was aborted. */
export function runToEnd(program: string, args: readonly string[], options: Options = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(options.signal ? { signal: options.signal } : {}),
      ...(options.env ? { env: options.env } : {}),
    })
    const ended: Ended = { status: null, stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        ended[name] += text
        options.onOutput?.(text)
      })
    }
    let stopped: Error | undefined
    child.once('error', (error) => {
      if (child.pid === undefined) reject(error)
      else stopped = error // it is told to go, and may still write
    })
    child.once('close', (status) => (stopped ? reject(stopped) : resolve({ ...ended, status })))
  })
}
