// What `vibe-lsp doctor` finds on this machine, as a page.

import { commands, ProgressLocation, window } from 'vscode'
import { doctor, type Finding } from './engine.ts'
import { virtual } from './virtual.ts'
import type { Window } from './window.ts'

const SIGNS: Record<string, string> = { ok: '✓', note: 'ℹ', problem: '✗' }

export async function examine(vibe: Window): Promise<void> {
  const options = { location: ProgressLocation.Notification, title: 'Examining this machine' }
  const findings = await window.withProgress(options, () => doctor(vibe))
  const uri = virtual('/Vibe doctor.md', page(findings))
  try {
    await commands.executeCommand('markdown.showPreview', uri)
  } catch {
    await window.showTextDocument(uri, { preview: true }) // the editor's own Markdown extension may be off
  }
}

function page(findings: readonly Finding[]): string {
  const rows = findings.map((each) => [SIGNS[each.level] ?? each.level, each.topic, words(each)])
  const lines = [['', 'topic', 'found'], ['---', '---', '---'], ...rows].map(row)
  return ['# vibe-lsp doctor', '', ...lines, ''].join('\n')
}

/** Below each other: a third column of sentences would not fit beside a panel. */
function words({ found, advice }: Finding): string {
  return advice ? `${found}<br>→ ${advice}` : found
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`
}
