import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Event, summary, type Verdict } from '../src/protocol.ts'
import { newRun, type Run, Runs, take } from '../src/run.ts'

const verdict: Verdict = { status: 'passed', examples: [], isolation: 'bubblewrap', message: null }

function run(uri = 'file:///a.py'): Run {
  return newRun('vibe.solve', { uri, position: { line: 0, character: 0 } }, { version: 1, text: '' })
}

test('pieces of several candidates alternate', () => {
  const one = run()
  take(one, { kind: 'thinking', index: 1, text: 'b' })
  take(one, { kind: 'thinking', index: 0, text: 'a' })
  take(one, { kind: 'writing', index: 1, text: 'c' })
  take(one, { kind: 'thinking', index: 1, text: 'b' })
  assert.deepEqual(
    one.candidates.map(({ reasoning, answer }) => [reasoning, answer]),
    [
      ['a', ''],
      ['bb', 'c'],
    ],
  )
})

test('a repair round goes on counting, and its candidates know it', () => {
  const one = run()
  take(one, { kind: 'judged', index: 0, verdict })
  take(one, { kind: 'repairing', round: 1, rounds: 2, example: 'n = 0' })
  take(one, { kind: 'candidate', index: 1, code: null, note: 'no code' })
  assert.deepEqual(
    one.candidates.map(({ round, verdict, note }) => [round, verdict?.status, note]),
    [
      [0, 'passed', null],
      [1, undefined, 'no code'],
    ],
  )
})

test('an optimization says how it stands, what each candidate has shown, and how it ended', () => {
  const one = run()
  const growth = { name: 'n^2', confidence: 0.9 }
  const size = { n: 4096, old_ms: 250, new_ms: 0.05, speedup: 5000, low: 4000, high: 6000 }
  const timing = { sizes: [size], old_growth: growth, new_growth: growth, reason: null }
  const equivalence = { agreed: 237, undecided: 0, counterexample: null, reason: null }
  take(one, { kind: 'measured', sizes: [4096], times_ms: [250], growth, hot_line: 'if x in found:' })
  take(one, { kind: 'compared', index: 0, equivalence })
  take(one, { kind: 'timed', index: 0, timing })
  const replacement = { region: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, text: '' }
  const told = { model: 'm', seconds: 1, tokens: 1 }
  take(one, { kind: 'optimized', code: 'x', replacement, equivalence, timing, ...told })
  assert.deepEqual(one.notes, ['As it stands: O(n²), 250.00 ms at n = 4096. Most of it goes into `if x in found:`.'])
  assert.deepEqual([one.candidates[0]?.equivalence, one.candidates[0]?.timing], [equivalence, timing])
  assert.equal(one.phrase, '5000 times as fast at n = 4096, the same on 237 inputs')
})

test('why the examples of a solution say little is kept beside it', () => {
  const [one, other] = [run(), run()]
  const replacement = { region: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, text: '' }
  const told = { kind: 'solved', code: 'x', replacement, verdict, model: 'm', from_store: false } as const
  take(one, { ...told, seconds: 1, tokens: 1, caution: 'All examples give 1.' })
  take(other, { ...told, seconds: 1, tokens: 1, caution: null })
  assert.deepEqual([one.notes, other.notes], [['All examples give 1.'], []])
})

test('an event that this client does not know is passed over', () => {
  const one = run()
  take(one, { kind: 'invented' } as unknown as Event)
  assert.equal(one.final, null)
})

test('a verdict in words: cases without a result are counted apart, a derivation has its own sentence', () => {
  const example = { input: '', expected: '', actual: null, message: null, time_ms: 0 }
  const [passed, ran] = [{ ...example, status: 'passed' } as const, { ...example, status: 'ran' } as const]
  const unknown = '1 ran: what they should give is not known'
  assert.equal(summary({ ...verdict, examples: [passed, ran] }), `1/1 examples passed, ${unknown}`)
  assert.equal(summary({ ...verdict, examples: [ran] }), unknown)
  assert.equal(summary({ ...verdict, examples: [passed], answer: '5', message: 'the answer 5' }), 'the answer 5')
})

test('the first notification of a request names the oldest nameless run of its document', () => {
  const [first, second, other] = [run(), run(), run('file:///b.py')]
  const runs = new Runs()
  for (const each of [other, first, second]) runs.add(each)
  assert.equal(runs.named({ id: 'x', uri: 'file:///a.py' }), first)
  assert.equal(runs.named({ id: 'y', uri: 'file:///a.py' }), second)
  assert.equal(runs.named({ id: 'x', uri: 'file:///a.py' }), first)
  assert.equal(runs.named({ id: 'z', uri: 'file:///a.py' }), undefined)
})

test('a run that is over is no longer meant', () => {
  const one = run()
  const runs = new Runs()
  runs.add(one)
  runs.named({ id: 'x', uri: 'file:///a.py' })
  one.state = 'cancelled'
  assert.equal(runs.named({ id: 'x', uri: 'file:///a.py' }), undefined)
  assert.deepEqual(runs.working(), [])
})

test('a question is about the request that it names, and without a name about the first that waits', () => {
  const [first, second] = [run(), run()]
  const runs = new Runs()
  const replacement = { region: { start: { line: 1, column: 0 }, end: { line: 1, column: 0 } }, text: '' }
  const told = { model: 'm', seconds: 1, tokens: 1, reason: 'no examples' }
  for (const [each, id] of [
    [first, 'x'],
    [second, 'y'],
  ] as const) {
    runs.add(each)
    runs.named({ id, uri: 'file:///a.py' })
    take(each, { kind: 'unverified', code: 'x', replacement, verdict, ...told })
  }
  assert.equal(runs.undecided('y'), second)
  assert.equal(runs.undecided(), first)
  second.asking = true
  assert.equal(runs.undecided('y'), undefined)
  assert.equal(runs.undecided('z'), undefined)
})

test('an explanation is kept, with the verdict that it is about', () => {
  const one = run()
  const problem = {
    title: 'Last',
    signature: { name: 'last' },
    region: { start: { line: 1, column: 0 }, end: { line: 2, column: 0 } },
  }
  const failed: Verdict = { ...verdict, status: 'failed' }
  take(one, { kind: 'started', problem, model: '', samples: 0, explains: true })
  assert.equal(one.phrase, 'looking at the code')
  take(one, { kind: 'writing', index: 0, text: 'It is 1 too small.' })
  take(one, { kind: 'explained', text: 'It is 1 too small.', verdict: failed, model: '', seconds: 1, tokens: 0 })
  assert.deepEqual([one.candidates[0]?.verdict, one.phrase], [failed, 'Explained without a model'])
})
