// A verdict as a table: what each example gave, and what it should have given.

import type { ExampleResult, Verdict } from '../src/protocol.ts'
import { summary } from '../src/protocol.ts'
import { element } from './elements.ts'

export function verdictTable(verdict: Verdict): HTMLElement {
  const good = verdict.status === 'passed'
  const isolation = verdict.examples.length > 0 ? element('span', { class: 'quiet' }, ` in ${verdict.isolation}`) : null
  const title = element('h2', { class: good ? 'good' : 'bad' }, `${good ? '✓' : '✗'} ${summary(verdict)}`, isolation)
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
  const cells = [example.input, example.expected, actual || (passed ? example.expected : '')]
  const time = element('td', { class: 'quiet time' }, `${example.time_ms.toFixed(0)} ms`)
  return element('tr', {}, sign, ...cells.map((text) => element('td', {}, element('code', {}, text))), time)
}
