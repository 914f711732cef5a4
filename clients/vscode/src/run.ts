// One request and what is known of it so far. Remembers; shows nothing, and knows nothing of VS Code.

import type { Answer, Equivalence, Event, Final, Place, Problem, StatusParams, Timing, Verdict } from './protocol.ts'
import { summary } from './protocol.ts'
import { factor, growthText, timeText } from './words.ts'

export interface Candidate {
  /** The round of repair that it belongs to; 0 is the first batch. */
  round: number
  reasoning: string
  answer: string
  code: string | null
  note: string | null
  verdict: Verdict | null
  /** Of an optimization: whether it does the same as what stands in the file, and how it does in time. */
  equivalence: Equivalence | null
  timing: Timing | null
}

/** working: under way. done: the server answered. cancelled: by anyone. broken: no answer will come. */
export type RunState = 'working' | 'done' | 'cancelled' | 'broken'

/** The document as it was when the request was sent. */
export interface Read {
  version: number
  text: string
}

export interface Run {
  readonly command: string
  readonly place: Place
  readonly read: Read
  /** False once the document changed before the server had read it: then `read` may not be what it read. */
  exact: boolean
  /** The server's name for it; '' until it has told. */
  id: string
  state: RunState
  /** The task has told something, so it has read the document. */
  begun: boolean
  problem: Problem | null
  title: string
  model: string
  phrase: string
  speed: number
  round: number
  candidates: Candidate[]
  notes: string[]
  final: Final | null
  answer: Answer | null
  /** Stops it, down to the model. */
  cancel: () => void
  /** The server waits for the user to decide about code that was not checked. */
  asking: boolean
}

export function newRun(command: string, place: Place, read: Read, cancel: () => void = () => {}): Run {
  return {
    command,
    place,
    read,
    exact: true,
    id: '',
    state: 'working',
    begun: false,
    problem: null,
    title: '',
    model: '',
    phrase: '',
    speed: 0,
    round: 0,
    candidates: [],
    notes: [],
    final: null,
    answer: null,
    cancel,
    asking: false,
  }
}

type Kind = Event['kind']
type Appliers = { [K in Kind]: (run: Run, event: Extract<Event, { kind: K }>) => void }

const APPLY: Appliers = {
  started(run, event) {
    run.problem = event.problem
    run.title = event.problem.title || event.problem.signature.name || 'Problem'
    run.model = event.model
    if (event.explains) run.phrase = 'looking at the code'
    else run.phrase = event.samples === 0 ? 'solved before; checking again' : 'thinking'
  },
  progress(run, event) {
    const tokens = event.tokens > 0 ? ` · ${event.tokens} tokens · ${event.tokens_per_s.toFixed(0)} tokens/s` : ''
    run.phrase = event.state + tokens
    run.speed = event.tokens_per_s
  },
  thinking(run, event) {
    candidate(run, event.index).reasoning += event.text
  },
  writing(run, event) {
    candidate(run, event.index).answer += event.text
  },
  candidate(run, event) {
    Object.assign(candidate(run, event.index), { code: event.code, note: event.note })
  },
  judged(run, event) {
    candidate(run, event.index).verdict = event.verdict
  },
  repairing(run, event) {
    run.round = event.round
    run.phrase = `repair ${event.round} of ${event.rounds}`
    run.notes.push(`Repair ${event.round} of ${event.rounds}. What failed: \`${event.example}\``)
  },
  measured(run, event) {
    const [n, time] = [event.sizes.at(-1) ?? 0, event.times_ms.at(-1) ?? 0]
    const where = event.hot_line ? ` Most of it goes into \`${event.hot_line}\`.` : ''
    run.notes.push(`As it stands: ${growthText(event.growth)}, ${timeText(time)} at n = ${n}.${where}`)
  },
  compared(run, event) {
    candidate(run, event.index).equivalence = event.equivalence
  },
  timed(run, event) {
    candidate(run, event.index).timing = event.timing
  },
  solved: finish,
  unverified: finish,
  gave_up: finish,
  optimized: finish,
  not_faster: finish,
  explained(run, event) {
    if (event.verdict) candidate(run, 0).verdict = event.verdict
    finish(run, event)
  },
}

/** Take an event in. Kinds that this client does not know are passed over. */
export function take(run: Run, event: Event): void {
  run.begun = true
  const apply = APPLY[event.kind] as ((run: Run, event: Event) => void) | undefined
  apply?.(run, event)
}

function finish(run: Run, event: Final): void {
  run.final = event
  if (event.kind === 'solved' && event.caution) run.notes.push(event.caution)
  run.model = event.model || run.model
  run.phrase = lastWords(event)
}

const EMPTY: Candidate = {
  round: 0,
  reasoning: '',
  answer: '',
  code: null,
  note: null,
  verdict: null,
  equivalence: null,
  timing: null,
}

function candidate(run: Run, index: number): Candidate {
  while (run.candidates.length <= index) {
    run.candidates.push({ ...EMPTY, round: run.round })
  }
  return run.candidates[index] as Candidate
}

export function lastWords(final: Final): string {
  switch (final.kind) {
    case 'solved':
      return final.from_store
        ? `Solved before, checked again: ${summary(final.verdict)}`
        : `Solved in ${final.seconds.toFixed(1)} s with ${final.tokens} tokens: ${summary(final.verdict)}`
    case 'explained':
      return final.model ? `Explained in ${final.seconds.toFixed(1)} s` : 'Explained without a model'
    case 'unverified':
      return `Not verified: ${final.reason}`
    case 'optimized':
      return faster(final)
    case 'gave_up':
    case 'not_faster':
      return final.reason
  }
}

function faster({ timing, equivalence }: Extract<Final, { kind: 'optimized' }>): string {
  const top = timing.sizes.at(-1)
  const gain = top ? `${factor(top.speedup)} times as fast at n = ${top.n}` : 'Faster'
  return `${gain}, the same on ${equivalence.agreed} inputs`
}

/** All requests of a window: finds the one that a notification is about. */
export class Runs {
  private readonly known: Run[] = []

  add(run: Run): void {
    this.known.push(run)
  }

  remove(run: Run): void {
    const at = this.known.indexOf(run)
    if (at >= 0) this.known.splice(at, 1)
  }

  /** Requests under way, of a document or of all. */
  working(uri?: string): Run[] {
    return this.known.filter((run) => run.state === 'working' && (uri === undefined || run.place.uri === uri))
  }

  /**
   * `working` comes once per request, in the order in which they were sent: the first of them names the oldest nameless
   * run of its document.
   */
  named(params: Pick<StatusParams, 'id' | 'uri'>): Run | undefined {
    const { id = params.uri, uri } = params
    const mine = this.known.filter((run) => run.place.uri === uri)
    const found = mine.find((run) => run.id === id && run.state === 'working')
    if (found) return found
    const nameless = mine.find((run) => run.id === '' && run.state === 'working')
    if (nameless) nameless.id = id
    return nameless
  }

  /** The request of that name; a server that does not name it asks about the first that ended with unchecked code. */
  undecided(id?: string): Run | undefined {
    const waiting = this.working().filter((run) => !run.asking)
    return waiting.find((run) => (id === undefined ? run.final?.kind === 'unverified' : run.id === id))
  }
}
