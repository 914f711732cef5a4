// What the panel and the extension say to each other. Types only.

import type { Equivalence, Final, Timing, Verdict } from './protocol.ts'

export interface CandidateHead {
  round: number
  code: string | null
  note: string | null
  verdict: Verdict | null
  equivalence: Equivalence | null
  timing: Timing | null
  /** This is the one that the task ended with. */
  chosen: boolean
}

/** All of a run but the long texts. */
export interface Head {
  language: string
  title: string
  model: string
  state: 'working' | 'done' | 'cancelled' | 'broken'
  phrase: string
  /** The answer is an explanation, and what is copied is its text. */
  explains: boolean
  outcome: Final['kind'] | null
  placement: 'applied' | 'ready' | 'moved'
  asking: boolean
  /** What it ended with, also where no candidate was written (a solution seen before). */
  code: string | null
  /** Of an optimization, when it is over: the evidence as Markdown, with its plot as SVG. */
  report: string | null
  practising: boolean
  notes: string[]
  candidates: CandidateHead[]
}

export interface Piece {
  index: number
  part: 'reasoning' | 'answer'
  text: string
}

/** `all` replaces whatever was shown. */
export type ToPanel = { type: 'all' | 'more'; head: Head; pieces: Piece[] }

export type FromPanel =
  | { type: 'ready' | 'apply' | 'discard' | 'diff' | 'again' | 'cancel' }
  | { type: 'copy'; text: string }
