// What a solution changes in its document: shown as a diff, and put into the document again after an undo.

import {
  commands,
  EventEmitter,
  Position,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode'
import type { Point, Replacement } from './protocol.ts'
import type { Run } from './run.ts'
import { documentOf } from './window.ts'

const SCHEME = 'vibe-lsp'

const contents = new Map<string, string>()
const changes = new EventEmitter<Uri>()

export function registerPreviews(): { dispose(): void } {
  const provider = {
    onDidChange: changes.event,
    provideTextDocumentContent: (uri: Uri) => contents.get(uri.toString()) ?? '',
  }
  return workspace.registerTextDocumentContentProvider(SCHEME, provider)
}

export async function showDiff(run: Run): Promise<void> {
  const after = solved(run)
  if (after === undefined) return
  const [left, right] = [fill(run, 'before', run.read.text), fill(run, 'after', after)]
  await commands.executeCommand('vscode.diff', left, right, `${run.title}: your file ↔ with the solution`, {
    preview: true,
    viewColumn: columnOf(run.place.uri), // the panel's own column would hide the buttons that are pressed next
  })
}

function columnOf(uri: string): ViewColumn {
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === Uri.parse(uri).toString())
  return shown?.viewColumn ?? ViewColumn.One
}

/** Both sides keep the file's name, so that they are highlighted like it. */
function fill(run: Run, side: string, text: string): Uri {
  const uri = Uri.from({ scheme: SCHEME, path: Uri.parse(run.place.uri).path, query: side })
  contents.set(uri.toString(), text)
  changes.fire(uri)
  return uri
}

/** The document that the task read, with the solution in it. */
export function solved(run: Run): string | undefined {
  const replacement = replacementOf(run)
  if (!replacement) return undefined
  const { text } = run.read
  const { start, end } = replacement.region
  return text.slice(0, indexOf(text, start)) + fitting(text, replacement.text) + text.slice(indexOf(text, end))
}

/** applied: the solution stands there. ready: the document is what the task read. moved: it is neither. */
export function placement(run: Run): 'applied' | 'ready' | 'moved' {
  const now = documentOf(run.place.uri)?.getText()
  if (now !== undefined && now === solved(run)) return 'applied'
  return run.exact && now === run.read.text ? 'ready' : 'moved'
}

/** Only where the document is what the task read: for any other the server finds the place anew. */
export async function insert(run: Run, document: TextDocument): Promise<boolean> {
  const replacement = replacementOf(run)
  if (!replacement || placement(run) !== 'ready') return false
  const edit = new WorkspaceEdit()
  const [start, end] = [replacement.region.start, replacement.region.end].map((point) =>
    positionOf(run.read.text, point),
  )
  edit.replace(document.uri, new Range(start as Position, end as Position), replacement.text)
  return workspace.applyEdit(edit)
}

function replacementOf(run: Run): Replacement | undefined {
  return run.final?.kind === 'gave_up' ? undefined : run.final?.replacement
}

function fitting(text: string, inserted: string): string {
  return text.includes('\r\n') ? inserted.replace(/\r?\n/g, '\r\n') : inserted
}

const LINE = /\r\n|\r|\n/g

function indexOf(text: string, point: Point): number {
  let start = 0
  for (let line = 1; line < point.line; line++) {
    LINE.lastIndex = start
    if (!LINE.exec(text)) return text.length
    start = LINE.lastIndex
  }
  return start + unitsBefore(text.slice(start), point.column)
}

/** Columns are counted in code points there, in UTF-16 units here. */
function positionOf(text: string, point: Point): Position {
  const line = text.split(LINE)[point.line - 1] ?? ''
  return new Position(point.line - 1, unitsBefore(line, point.column))
}

function unitsBefore(line: string, codePoints: number): number {
  let units = 0
  for (let count = 0; count < codePoints && units < line.length; count++)
    units += (line.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return units
}
