import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settled } from '../webview/blocks.ts'

const cases: [string, string, string][] = [
  ['a paragraph that goes on', '', 'So we need'],
  ['a finished paragraph', 'One.\n\n', 'Two'],
  ['several', 'One.\n\nTwo.\n\n', 'Three\n'],
  ['an open fence keeps its blank lines', 'Code:\n\n', '```python\nx = 1\n\ny = 2\n'],
  ['a closed fence', '```python\nx = 1\n\ny = 2\n```\n\n', 'then'],
  ['a fence in a longer fence', '', '````\n```\n\n```\n\n'],
  ['displayed maths in dollars', 'So\n\n', '$$\na\n\nb\n'],
  ['displayed maths on one line', '$$a$$\n\n', 'b'],
  ['displayed maths in brackets', '\\[\na\n\\]\n\n', 'b'],
  ['a blank line that is not yet over', '', 'One.\n   '],
]

for (const [name, complete, rest] of cases) {
  test(`cuts behind what is complete: ${name}`, () => {
    assert.equal(settled(complete + rest), complete.length)
  })
}
