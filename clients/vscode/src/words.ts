// Measured values in words, as the server's own report has them (lsp_server/tasks/report.py).

import type { Growth } from './protocol.ts'

export function timeText(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`
  return milliseconds >= 0.1 ? `${milliseconds.toFixed(2)} ms` : `${(milliseconds * 1000).toFixed(2)} µs`
}

export function factor(value: number): string {
  return value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)
}

export function growthText({ name }: Growth): string {
  return name === 'unclear' ? 'growth unclear' : `O(${name.replace('^2', '²').replace('^3', '³')})`
}
