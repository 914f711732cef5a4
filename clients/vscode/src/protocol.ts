// What the server says, in its own words (clients/README.md, lsp_server/tasks/events.py). Types only.

export interface ExampleResult {
  status: 'passed' | 'wrong_answer' | 'runtime_error' | 'time_limit' | 'memory_limit' | 'output_limit'
  input: string
  expected: string
  actual: string | null
  message: string | null
  time_ms: number
}

export interface Verdict {
  status: 'passed' | 'failed' | 'error' | 'no_examples' | 'unsupported'
  examples: ExampleResult[]
  isolation: string
  message: string | null
}

/** Lines from 1, columns in code points from 0: good for a preview, not for an edit of text that may have moved. */
export interface Point {
  line: number
  column: number
}

export interface Replacement {
  region: { start: Point; end: Point }
  text: string
}

export interface Problem {
  title: string
  signature: { name: string }
  region: { start: Point; end: Point }
}

interface Ended {
  verdict: Verdict
  model: string
  seconds: number
  tokens: number
}

export type Final =
  | ({ kind: 'solved'; code: string; replacement: Replacement; from_store: boolean } & Ended)
  | ({ kind: 'unverified'; code: string; replacement: Replacement; reason: string } & Ended)
  | ({ kind: 'gave_up'; code: string | null; reason: string } & Omit<Ended, 'verdict'> & { verdict: Verdict | null })

export type Event =
  | { kind: 'started'; problem: Problem; model: string; samples: number }
  | { kind: 'progress'; state: string; tokens: number; tokens_per_s: number }
  | { kind: 'thinking'; index: number; text: string }
  | { kind: 'writing'; index: number; text: string }
  | { kind: 'candidate'; index: number; code: string | null; note: string | null }
  | { kind: 'judged'; index: number; verdict: Verdict }
  | { kind: 'repairing'; round: number; rounds: number; example: string }
  | Final

/** `id` names one request; servers before it was there had one request per document. */
export interface EventParams {
  id?: string
  uri: string
  event: Event
}

export interface StatusParams {
  id?: string
  uri: string
  state: 'working' | 'idle' | 'error'
  message: string
}

export interface Place {
  uri: string
  position: { line: number; character: number }
}

export interface Answer {
  id?: string
  status: 'verified' | 'unverified' | 'failed' | 'error' | Verdict['status']
  message: string
  applied: boolean
  solution: string | null
  verdict: Verdict | null
  range?: { start: Place['position']; end: Place['position'] } | null
  version?: number | null
}

export function summary(verdict: Verdict): string {
  const passed = verdict.examples.filter((example) => example.status === 'passed').length
  if (verdict.examples.length === 0) return verdict.message ?? 'no examples to run'
  return `${passed}/${verdict.examples.length} examples passed`
}
