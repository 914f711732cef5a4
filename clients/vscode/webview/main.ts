// The page of the panel. It shows what the extension sends, and sends back which button was pressed.

import 'katex/dist/katex.css'
import './style.css'
import type { FromPanel, Head, Piece, ToPanel } from '../src/view.ts'
import { Candidate } from './candidate.ts'
import { button, element } from './elements.ts'
import { code, render } from './markdown.ts'
import { Report } from './report.ts'

const vscode = acquireVsCodeApi()

/** So near to the end counts as reading along. */
const NEAR_PX = 40

const title = element('h1')
const meta = element('p', { class: 'meta', role: 'status' })
const notes = element('div', { class: 'notes markdown' })
const tabs = element('div', { role: 'tablist', 'aria-label': 'Candidates' })
const pages = element('main')
const bar = element('div', { class: 'bar', role: 'toolbar', 'aria-label': 'Actions' })
const blank = element('p', { class: 'quiet' }, 'The reasoning of the next solve is shown here.')
document.body.append(blank, element('header', {}, title, meta, bar, notes, tabs), pages)

/** What a tab stands for. */
interface View {
  tab: HTMLButtonElement
  page: HTMLElement
  draw(): void
}

let candidates: Candidate[] = []
let report: Report | undefined
let selected: View | undefined
let chosenByHand = false
let shown = ''
let last: Head | undefined

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  const following = innerHeight + scrollY >= document.documentElement.scrollHeight - NEAR_PX
  if (data.type === 'all') begin()
  for (const piece of data.pieces) candidate(piece).append(piece.text)
  update(data.head)
  if (following && !report) scrollTo(0, document.documentElement.scrollHeight)
})
vscode.postMessage({ type: 'ready' } satisfies FromPanel)

function begin(): void {
  blank.remove()
  candidates = []
  report = undefined
  selected = undefined
  chosenByHand = false
  shown = ''
  last = undefined
  tabs.replaceChildren()
  pages.replaceChildren()
}

function candidate({ index, part }: Piece) {
  return at(index).streams[part]
}

function at(index: number): Candidate {
  while (candidates.length <= index) {
    const made: Candidate = new Candidate(candidates.length, () => selectByHand(made))
    candidates.push(made)
    tabs.append(made.tab)
  }
  return candidates[index] as Candidate
}

function reported(markdown: string): Report {
  const made: Report = report ?? new Report(() => selectByHand(made))
  if (!report) tabs.prepend(made.tab)
  made.update(markdown)
  return made
}

function views(): View[] {
  return report ? [report, ...candidates] : candidates
}

function update(head: Head): void {
  head.candidates.forEach((each, index) => {
    at(index).update(each, head.state !== 'working', head.explains)
  })
  if (head.report !== null) report = reported(head.report)
  tabs.hidden = views().length < 2
  const best = report ?? candidates[head.candidates.findIndex((each) => each.chosen)]
  select((chosenByHand ? undefined : best) ?? selected ?? candidates[0])
  const now = JSON.stringify({ ...head, candidates: null })
  if (now === shown) return
  shown = now
  title.textContent = head.title
  meta.replaceChildren(
    element('span', { class: `state ${look(head)}` }, words(head)),
    element('span', { class: 'quiet' }, head.model),
  )
  notes.replaceChildren(render(head.notes.at(-1) ?? ''))
  if (views().length === 0 && head.code) pages.replaceChildren(code(head.code, head.language))
  drawBar(head)
}

/** A button that is replaced while somebody presses it takes no click, and loses the focus. */
function drawBar(head: Head): void {
  last = head
  const wanted = buttons(head)
  const same =
    wanted.length === bar.children.length && wanted.every((each, at) => each.isEqualNode(bar.children[at] ?? null))
  if (!same) bar.replaceChildren(...wanted)
}

function selectByHand(view: View): void {
  chosenByHand = true
  select(view)
  if (last) drawBar(last)
}

function select(view: View | undefined): void {
  if (!view) return
  selected = view
  view.draw()
  if (pages.firstChild !== view.page) pages.replaceChildren(view.page)
  for (const each of views()) {
    each.tab.setAttribute('aria-selected', String(each === view))
    each.tab.tabIndex = each === view ? 0 : -1
  }
}

tabs.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  const all = views()
  const next = step && selected && all[(all.indexOf(selected) + step + all.length) % all.length]
  if (!next) return
  selectByHand(next)
  next.tab.focus()
})

const LOOKS: Record<NonNullable<Head['outcome']>, string> = {
  solved: 'good',
  optimized: 'good',
  explained: 'good',
  unverified: 'unsure',
  not_faster: 'unsure',
  gave_up: 'bad',
}

function look({ state, outcome }: Head): string {
  const found = outcome ? LOOKS[outcome] : 'bad'
  return state === 'working' && found !== 'good' ? 'working' : found
}

const ENDED: Record<Head['state'], string> = {
  working: 'asking the model',
  done: 'Over.',
  cancelled: 'Cancelled. Nothing was changed.',
  broken: 'The server ended before the task did. Nothing was changed.',
}

function words({ state, phrase, outcome }: Head): string {
  const told = state === 'working' || state === 'done' || outcome !== null
  return told && phrase ? phrase : ENDED[state]
}

const INSERTABLE = new Set<NonNullable<Head['outcome']>>(['solved', 'unverified', 'optimized'])

function buttons(head: Head): HTMLElement[] {
  const send = (type: Exclude<FromPanel['type'], 'copy'>) => () => vscode.postMessage({ type } satisfies FromPanel)
  const copy = written(head) ? button('Copy', copyWritten) : null
  const diff = head.outcome && INSERTABLE.has(head.outcome) ? button('Show diff', send('diff')) : null
  if (head.asking)
    return present(button('Apply', send('apply'), 'primary'), diff, copy, button('Discard', send('discard')))
  if (head.state === 'working') return [button('Cancel', send('cancel'))]
  const again = head.practising ? null : button('Try again', send('again'))
  return present(diff && apply(head, send('apply')), diff, copy, again)
}

/** By the candidate that is looked at, or at the end. */
function written(head: Head): string | null {
  return head.candidates[candidates.indexOf(selected as Candidate)]?.code ?? head.code
}

function copyWritten(): void {
  const text = last && written(last)
  if (text) vscode.postMessage({ type: 'copy', text } satisfies FromPanel)
}

function apply({ placement, outcome, practising }: Head, act: () => void): HTMLElement | null {
  if (placement === 'applied') return element('span', { class: 'good' }, '✓ In the file')
  return practising || (outcome !== 'solved' && placement === 'moved') ? null : button('Apply', act, 'primary')
}

function present(...parts: (HTMLElement | null)[]): HTMLElement[] {
  return parts.filter((part) => part !== null)
}
