// One candidate: its tab, and its page with reasoning, answer and verdict.

import { differs, type Verdict } from '../src/protocol.ts'
import type { CandidateHead } from '../src/view.ts'
import { element } from './elements.ts'
import { trialTable } from './report.ts'
import { Stream } from './stream.ts'
import { verdictTable } from './verdict.ts'

export class Candidate {
  readonly tab: HTMLButtonElement
  readonly page: HTMLElement
  readonly streams = { reasoning: new Stream('reasoning'), answer: new Stream('answer') }
  private readonly reasoning: HTMLElement
  private readonly answer: HTMLElement
  private readonly verdict = element('div')
  private readonly index: number
  private known = ''

  constructor(index: number, select: () => void) {
    this.index = index
    const ids = { id: `tab-${index}`, 'aria-controls': `page-${index}` }
    this.tab = element('button', { type: 'button', role: 'tab', ...ids })
    this.tab.addEventListener('click', select)
    this.reasoning = section('Reasoning', this.streams.reasoning.element)
    this.answer = section('Answer', this.streams.answer.element)
    const page = { role: 'tabpanel', id: `page-${index}`, 'aria-labelledby': ids.id, tabindex: '0' }
    this.page = element('div', page, this.reasoning, this.answer, this.verdict)
  }

  /** `over`: nothing more will come, also where this one was left unfinished. */
  update(head: CandidateHead, over: boolean, explains: boolean): void {
    const now = JSON.stringify([head, over, explains])
    if (now === this.known) return
    this.known = now
    if (explains) (this.answer.firstChild as HTMLElement).textContent = 'Explanation'
    this.tab.textContent = `${this.index + 1}${sign(head, over)}`
    this.tab.title =
      head.round > 0 ? `Candidate ${this.index + 1}, repair ${head.round}` : `Candidate ${this.index + 1}`
    this.tab.classList.toggle('chosen', head.chosen)
    const note = head.code === null && head.note !== null ? element('p', { class: 'bad' }, head.note) : null
    const parts = [note, head.verdict && verdictTable(head.verdict), head.equivalence && trialTable(head)]
    this.verdict.replaceChildren(...parts.filter((part) => part !== null))
  }

  draw(): void {
    this.reasoning.hidden = this.streams.reasoning.empty
    this.answer.hidden = this.streams.answer.empty
    this.streams.reasoning.draw()
    this.streams.answer.draw()
  }
}

function section(title: string, content: HTMLElement): HTMLElement {
  const made = element('details', {}, element('summary', {}, title), content)
  made.open = true
  return made
}

const SIGNS: Partial<Record<Verdict['status'], string>> = { passed: ' ✓', failed: ' ✗' }

function sign({ verdict, equivalence, code, note }: CandidateHead, over: boolean): string {
  if (equivalence) return differs(equivalence) ? ' ✗' : ' ✓'
  if (verdict) return SIGNS[verdict.status] ?? ' ?'
  return over || (code === null && note !== null) ? ' –' : ' …'
}
