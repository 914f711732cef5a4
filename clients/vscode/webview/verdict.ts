// A verdict as a table: what each example gave, and what it should have given.

import type { ExampleResult, Step, Verdict } from '../src/protocol.ts'
import { summary } from '../src/protocol.ts'
import { element } from './elements.ts'

type Look = [string, string]
const UNSURE: Look = ['unsure', '?']
const LOOKS: Partial<Record<Verdict['status'], Look>> = {
  passed: ['good', '✓'],
  failed: ['bad', '✗'],
  error: ['bad', '✗'],
}

/** Values of so few characters are not broken over lines. */
const SHORT = 24

export function verdictTable(verdict: Verdict): HTMLElement {
  const [look, sign] = LOOKS[verdict.status] ?? UNSURE
  const isolation = verdict.examples.length > 0 ? element('span', { class: 'quiet' }, ` in ${verdict.isolation}`) : null
  const title = element('h2', { class: look }, `${sign} ${summary(verdict)}`, isolation)
  const message = verdict.message && verdict.examples.length > 0 ? element('p', {}, verdict.message) : null
  return element(
    'section',
    { class: 'verdict' },
    title,
    message,
    verdict.examples.length > 0 && table(verdict.examples),
    (verdict.steps?.length ?? 0) > 0 && steps(verdict.steps ?? []),
  )
}

function table(examples: ExampleResult[]): HTMLElement {
  const names = ['', 'input', 'expected', 'actual', 'time']
  const head = element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name)))
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...examples.map(row)))
}

const OF_EXAMPLE: Partial<Record<ExampleResult['status'], Look>> = {
  passed: ['good', '✓'],
  ran: ['quiet', 'ran'],
  differs: ['unsure', '? differs'],
}

const OF_STEP: Record<Step['status'], Look> = {
  confirmed: ['good', '✓ confirmed'],
  refuted: ['bad', '✗ refuted'],
  not_checkable: ['quiet', 'not checkable'],
}

/** The equations of a derivation, and what a computer algebra system says of each. */
function steps(all: Step[]): HTMLElement {
  const rows = all.map(({ text, status }) => {
    const [look, words] = OF_STEP[status]
    return element('tr', {}, element('td', { class: look }, words), element('td', {}, element('code', {}, text)))
  })
  return element('table', { class: 'steps' }, element('tbody', {}, ...rows))
}

function row(example: ExampleResult): HTMLElement {
  const passed = example.status === 'passed'
  const words = example.status.replaceAll('_', ' ')
  const [look, shown] = OF_EXAMPLE[example.status] ?? ['bad', `✗ ${words}`]
  const sign = element('td', { class: look, title: words }, shown)
  const actual = [example.actual, example.message].filter((text) => text !== null).join('\n')
  const values = [example.input, example.expected, actual || (passed ? example.expected : '')]
  const cells = values.map((text) =>
    element('td', text.length <= SHORT ? { class: 'short' } : {}, element('code', {}, text)),
  )
  return element('tr', {}, sign, ...cells, element('td', { class: 'quiet time' }, duration(example.time_ms)))
}

function duration(milliseconds: number): string {
  return milliseconds < 1 ? '< 1 ms' : `${milliseconds.toFixed(0)} ms`
}
