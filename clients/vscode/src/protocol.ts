// What the server says, in its own words (clients/README.md, lsp_server/tasks/events.py). Types only.

export interface ExampleResult {
  /** ran: nothing tells what it should give. differs: another answer, where several are allowed. */
  status:
    | 'passed'
    | 'ran'
    | 'differs'
    | 'wrong_answer'
    | 'runtime_error'
    | 'time_limit'
    | 'memory_limit'
    | 'output_limit'
  input: string
  expected: string
  actual: string | null
  message: string | null
  time_ms: number
}

/** One equation of a derivation. */
export interface Step {
  text: string
  line: number
  status: 'confirmed' | 'refuted' | 'not_checkable'
}

export interface Verdict {
  status: 'passed' | 'differs' | 'failed' | 'error' | 'no_examples' | 'unsupported'
  examples: ExampleResult[]
  isolation: string
  message: string | null
  /** Of a derivation in mathematics: what its box holds, and its equations. */
  answer?: string | null
  steps?: Step[]
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

/** How time grows with size: `name` is "unclear" or what stands in O(). */
export interface Growth {
  name: string
  confidence: number
}

export interface Equivalence {
  agreed: number
  undecided: number
  counterexample: { input: string; old: string; new: string; what: string } | null
  reason: string | null
}

export interface Size {
  n: number
  old_ms: number
  new_ms: number
  speedup: number
  low: number
  high: number
}

export interface Timing {
  sizes: Size[]
  old_growth: Growth
  new_growth: Growth
  reason: string | null
}

interface Tried {
  model: string
  seconds: number
  tokens: number
}

export type Final =
  | ({ kind: 'optimized'; code: string; replacement: Replacement; equivalence: Equivalence; timing: Timing } & Tried)
  | ({
      kind: 'not_faster'
      code: string | null
      reason: string
      equivalence: Equivalence | null
      timing: Timing | null
    } & Tried)
  | ({ kind: 'explained'; text: string; code?: null; verdict: Verdict | null } & Tried)
  | ({ kind: 'solved'; code: string; replacement: Replacement; caution?: string | null; from_store: boolean } & Ended)
  | ({ kind: 'unverified'; code: string; replacement: Replacement; reason: string } & Ended)
  | ({ kind: 'gave_up'; code: string | null; reason: string } & Omit<Ended, 'verdict'> & { verdict: Verdict | null })

export type Event =
  | { kind: 'started'; problem: Problem; model: string; samples: number; explains?: boolean }
  | { kind: 'progress'; state: string; tokens: number; tokens_per_s: number }
  | { kind: 'thinking'; index: number; text: string }
  | { kind: 'writing'; index: number; text: string }
  | { kind: 'candidate'; index: number; code: string | null; note: string | null }
  | { kind: 'judged'; index: number; verdict: Verdict }
  | { kind: 'repairing'; round: number; rounds: number; example: string }
  | { kind: 'measured'; sizes: number[]; times_ms: number[]; growth: Growth; hot_line: string }
  | { kind: 'compared'; index: number; equivalence: Equivalence }
  | { kind: 'timed'; index: number; timing: Timing }
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
  status: 'verified' | 'unverified' | 'failed' | 'error' | 'faster' | 'not_faster' | 'explained' | Verdict['status']
  message: string
  applied: boolean
  solution: string | null
  verdict: Verdict | null
  range?: { start: Place['position']; end: Place['position'] } | null
  version?: number | null
  /** Of an optimization: the evidence as Markdown, with its plot as SVG. */
  report?: string | null
}

export function summary(verdict: Verdict): string {
  const { examples, status, answer, message } = verdict
  if (examples.length === 0 || status === 'error' || (answer ?? null) !== null) return message ?? 'no examples to run'
  const passed = examples.filter((example) => example.status === 'passed').length
  const ran = examples.filter((example) => example.status === 'ran').length
  const unknown = `${ran} ran: what they should give is not known`
  if (ran === examples.length) return unknown
  const differing = examples.filter((example) => example.status === 'differs').length
  const aside = differing > 0 ? `, ${differing} differ${differing === 1 ? 's' : ''}: several answers are allowed` : ''
  return `${passed}/${examples.length - ran} examples passed${aside}${ran > 0 ? `, ${unknown}` : ''}`
}

export function differs({ counterexample, reason }: Equivalence): boolean {
  return counterexample !== null || reason !== null
}
