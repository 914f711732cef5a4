// A verdict as a table: what each example gave, and what it should have given.

import type { ExampleResult, Verdict } from '../src/protocol.ts'
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
  )
}

function table(examples: ExampleResult[]): HTMLElement {
  const names = ['', 'input', 'expected', 'actual', 'time']
  const head = element('tr', {}, ...names.map((name) => element('th', { scope: 'col' }, name)))
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...examples.map(row)))
}

function row(example: ExampleResult): HTMLElement {
  const passed = example.status === 'passed'
  const words = example.status.replaceAll('_', ' ')
  const sign = element('td', { class: passed ? 'good' : 'bad', title: words }, passed ? '✓' : `✗ ${words}`)
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
