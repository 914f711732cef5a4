// What came out, at the end of the line where the problem begins, until the text changes. Failing examples are
// diagnostics, which the server publishes.

import { type DecorationOptions, type TextDocument, ThemeColor, window, workspace } from 'vscode'
import { summary } from './protocol.ts'
import type { Run } from './run.ts'
import { documentOf, type Window } from './window.ts'

const PASSED = { sign: '✓', color: new ThemeColor('testing.iconPassed') }
const UNKNOWN = { sign: '?', color: new ThemeColor('editorWarning.foreground') }
const FAILED = { sign: '✗', color: new ThemeColor('testing.iconFailed') }
const LOOKS: Record<string, typeof PASSED> = { verified: PASSED, passed: PASSED, failed: FAILED, error: FAILED }

export function showVerdicts(vibe: Window): void {
  const type = window.createTextEditorDecorationType({ isWholeLine: true })
  const shown = new Map<string, DecorationOptions[]>()
  const draw = (uri: string) => {
    for (const editor of window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri) editor.setDecorations(type, shown.get(uri) ?? [])
    }
  }
  vibe.context.subscriptions.push(
    type,
    vibe.changed.event(({ run }) => {
      const document = documentOf(run.place.uri)
      const one = document && run.state === 'done' && decoration(run, document)
      if (one) {
        shown.set(run.place.uri, [one])
        draw(run.place.uri)
      }
    }),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && shown.delete(document.uri.toString())) draw(document.uri.toString())
    }),
    window.onDidChangeVisibleTextEditors((editors) => {
      for (const editor of editors) draw(editor.document.uri.toString())
    }),
  )
}

function decoration(run: Run, document: TextDocument): DecorationOptions | undefined {
  const { answer } = run
  if (!answer?.verdict || !isAbout(run, document)) return undefined
  const line = document.lineAt(Math.min(answer.range?.start.line ?? run.place.position.line, document.lineCount - 1))
  const { sign, color } = LOOKS[run.command === 'vibe.solve' ? answer.status : answer.verdict.status] ?? UNKNOWN
  const contentText = `${sign} ${summary(answer.verdict).replace(/\s+/g, ' ')}`
  return { range: line.range, renderOptions: { after: { contentText, color, margin: '0 0 0 2em' } } }
}

/** A check of text that is there no more says nothing of what is there now. */
function isAbout(run: Run, document: TextDocument): boolean {
  if (run.command === 'vibe.solve') return true
  return (run.answer?.version ?? run.read.version) === document.version
}
