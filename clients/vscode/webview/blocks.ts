// Where a growing Markdown text may be cut: what stands before is complete and never changes its looks again.

const FENCE = /^ {0,3}(`{3,}|~{3,})/

/** The end of the last complete block, 0 when there is none: a blank line outside of fences and displayed maths. */
export function settled(text: string): number {
  let fence = ''
  let maths = ''
  let safe = 0
  let at = 0
  for (const line of text.split(/(?<=\n)/)) {
    at += line.length
    const mark = FENCE.exec(line)?.[1]
    if (maths === '' && mark) fence = nextFence(fence, mark, line)
    else if (fence === '') maths = nextMaths(maths, line.trim())
    if (fence === '' && maths === '' && line.endsWith('\n') && line.trim() === '') safe = at
  }
  return safe
}

function nextFence(fence: string, mark: string, line: string): string {
  if (fence === '') return mark
  const closes = mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark
  return closes ? '' : fence
}

const CLOSING: Record<string, string> = { $$: '$$', '\\[': '\\]' }

/** The delimiter that would close displayed maths, '' outside of it. */
function nextMaths(maths: string, line: string): string {
  if (maths !== '') return line.includes(maths) ? '' : maths
  const [opening, rest] = [line.slice(0, 2), line.slice(2)]
  const closing = CLOSING[opening] ?? ''
  return rest.includes(closing) ? '' : closing
}
