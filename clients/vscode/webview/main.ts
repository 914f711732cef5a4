// The page of the panel. It shows what the extension sends, and sends back which button was pressed.

import 'katex/dist/katex.css'
import './style.css'
import type { FromPanel, Head, Piece, ToPanel } from '../src/view.ts'
import { Candidate } from './candidate.ts'
import { button, element } from './elements.ts'
import { code, render } from './markdown.ts'

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

let candidates: Candidate[] = []
let selected = 0
let chosenByHand = false
let shown = ''

window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
  const following = innerHeight + scrollY >= document.documentElement.scrollHeight - NEAR_PX
  if (data.type === 'all') begin()
  for (const piece of data.pieces) candidate(piece).append(piece.text)
  update(data.head)
  if (following) scrollTo(0, document.documentElement.scrollHeight)
})
vscode.postMessage({ type: 'ready' } satisfies FromPanel)

function begin(): void {
  blank.remove()
  candidates = []
  selected = 0
  chosenByHand = false
  shown = ''
  tabs.replaceChildren()
  pages.replaceChildren()
}

function candidate({ index, part }: Piece) {
  return at(index).streams[part]
}

function at(index: number): Candidate {
  while (candidates.length <= index) {
    const mine = candidates.length
    const made = new Candidate(mine, () => {
      chosenByHand = true
      select(mine)
    })
    candidates.push(made)
    tabs.append(made.tab)
  }
  return candidates[index] as Candidate
}

function update(head: Head): void {
  head.candidates.forEach((each, index) => {
    at(index).update(each, head.state !== 'working')
  })
  tabs.hidden = candidates.length < 2
  const chosen = head.candidates.findIndex((each) => each.chosen)
  select(!chosenByHand && chosen >= 0 ? chosen : selected)
  const now = JSON.stringify({ ...head, candidates: null })
  if (now === shown) return
  shown = now
  title.textContent = head.title
  meta.replaceChildren(
    element('span', { class: `state ${look(head)}` }, words(head)),
    element('span', { class: 'quiet' }, head.model),
  )
  notes.replaceChildren(render(head.notes.at(-1) ?? ''))
  if (candidates.length === 0 && head.code) pages.replaceChildren(code(head.code, head.language))
  bar.replaceChildren(...buttons(head))
}

function select(index: number): void {
  const one = candidates[index]
  if (!one) return
  selected = index
  one.draw()
  if (pages.firstChild !== one.page) pages.replaceChildren(one.page)
  candidates.forEach(({ tab }, each) => {
    tab.setAttribute('aria-selected', String(each === index))
    tab.tabIndex = each === index ? 0 : -1
  })
}

tabs.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  chosenByHand = true
  select((selected + step + candidates.length) % candidates.length)
  candidates[selected]?.tab.focus()
})

function look({ state, outcome }: Head): string {
  if (state === 'working') return outcome === 'solved' ? 'good' : 'working'
  return outcome === 'solved' ? 'good' : outcome === 'unverified' ? 'unsure' : 'bad'
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

function buttons(head: Head): HTMLElement[] {
  const send = (type: Exclude<FromPanel['type'], 'copy'>) => () => vscode.postMessage({ type } satisfies FromPanel)
  const written = head.candidates[selected]?.code ?? head.code
  const copy = written
    ? button('Copy', () => vscode.postMessage({ type: 'copy', text: written } satisfies FromPanel))
    : null
  const diff = head.outcome === 'solved' || head.outcome === 'unverified' ? button('Show diff', send('diff')) : null
  if (head.asking)
    return present(button('Apply', send('apply'), 'primary'), diff, copy, button('Discard', send('discard')))
  if (head.state === 'working') return [button('Cancel', send('cancel'))]
  const again = head.practising ? null : button('Try again', send('again'))
  return present(diff && apply(head, send('apply')), diff, copy, again)
}

function apply({ placement, outcome, practising }: Head, act: () => void): HTMLElement | null {
  if (placement === 'applied') return element('span', { class: 'good' }, '✓ In the file')
  return practising || (outcome === 'unverified' && placement === 'moved') ? null : button('Apply', act, 'primary')
}

function present(...parts: (HTMLElement | null)[]): HTMLElement[] {
  return parts.filter((part) => part !== null)
}
