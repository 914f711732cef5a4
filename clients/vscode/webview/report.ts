// What an optimization has shown: of one candidate as tables, of the whole as the server's report with its plot.

import type { Equivalence, Timing } from '../src/protocol.ts'
import { factor, timeText } from '../src/words.ts'
import { element } from './elements.ts'
import { render } from './markdown.ts'

const PLOT = /<svg[\s\S]*?<\/svg>/

export class Report {
  readonly tab: HTMLButtonElement
  readonly page = element('div', {
    role: 'tabpanel',
    id: 'page-report',
    'aria-labelledby': 'tab-report',
    tabindex: '0',
  })
  private known = ''

  constructor(select: () => void) {
    const attributes = { type: 'button', role: 'tab', id: 'tab-report', 'aria-controls': 'page-report' }
    this.tab = element('button', attributes, 'Report')
    this.tab.addEventListener('click', select)
    this.page.className = 'report markdown'
  }

  /** Its title and its first sentence stand above already. */
  update(markdown: string): void {
    if (markdown === this.known) return
    this.known = markdown
    const text = markdown.replace(/^# .*\n+.*\n/, '')
    const svg = PLOT.exec(text)?.[0] ?? ''
    const [before = '', after = ''] = svg ? text.split(svg) : [text]
    this.page.replaceChildren(...[render(before), drawn(svg), render(after)].filter((part) => part !== null))
  }

  draw(): void {}
}

const SHAPES = new Set(['svg', 'title', 'g', 'rect', 'line', 'polyline', 'circle', 'path', 'text'])

/** A plot as nodes: shapes and words, nothing that runs or asks for anything. */
function drawn(svg: string): Element | null {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  const all = [root, ...root.querySelectorAll('*')]
  const plain = all.every(
    (node) =>
      SHAPES.has(node.localName) &&
      [...node.attributes].every(({ name, value }) => !/^(on|style$|href$|xlink:)|url\(/.test(`${name}${value}`)),
  )
  if (!plain || root.localName !== 'svg') return null
  root.setAttribute('class', 'plot')
  return document.importNode(root, true)
}

/** Of one candidate. */
export function trialTable({ equivalence, timing }: { equivalence: Equivalence | null; timing: Timing | null }) {
  const parts = [equivalence && same(equivalence), timing && times(timing)]
  return element('section', { class: 'verdict' }, ...parts.flat())
}

function same({ agreed, counterexample, reason }: Equivalence): HTMLElement[] {
  if (counterexample) {
    const { input, old, what } = counterexample
    const title = element('h2', { class: 'bad' }, `✗ ${what} differs`)
    return [title, table(['input', 'before', 'after'], [[input, old, counterexample.new]])]
  }
  if (reason) return [element('h2', { class: 'bad' }, `✗ ${reason}`)]
  return [element('h2', { class: 'good' }, `✓ the same on ${agreed} inputs`)]
}

function times({ sizes, reason }: Timing): HTMLElement[] {
  if (sizes.length === 0) return [element('p', {}, reason ?? 'It could not be timed.')]
  const rows = sizes.map(({ n, old_ms, new_ms, speedup, low, high }) => [
    String(n),
    timeText(old_ms),
    timeText(new_ms),
    factor(speedup),
    `${factor(low)} to ${factor(high)}`,
  ])
  return [table(['n', 'before', 'after', 'speed-up', '95 % interval'], rows)]
}

function table(head: string[], rows: string[][]): HTMLElement {
  const cells = (row: string[]) => row.map((text) => element('td', {}, element('code', {}, text)))
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, ...rows.map((row) => element('tr', {}, ...cells(row)))),
  )
}
