// What a solution changes in its document: shown as a diff, and put into the document again after an undo.

import { commands, Range, type TextDocument, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode'
import type { Point } from './protocol.ts'
import type { Run } from './run.ts'
import { virtual } from './virtual.ts'
import { documentOf } from './window.ts'

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
  return virtual(Uri.parse(run.place.uri).path, text, side)
}

/** The document that the task read, with the solution in it. */
export function solved(run: Run): string | undefined {
  const change = changeOf(run)
  return change && spliced(run.read.text, change)
}

/** applied: the solution stands there. ready: it is known where it goes. moved: it is neither. */
export function placement(run: Run): 'applied' | 'ready' | 'moved' {
  const now = documentOf(run.place.uri)?.getText()
  const change = changeOf(run)
  if (now === undefined || !change) return 'moved'
  if (now === solved(run) || optimizedIn(run, change, now)) return 'applied'
  return changeIn(run, now) ? 'ready' : 'moved'
}

/** Where it is not known where the solution goes nothing is done: the server finds the place anew. */
export async function insert(run: Run, document: TextDocument): Promise<boolean> {
  const change = placement(run) === 'ready' ? changeIn(run, document.getText()) : undefined
  if (!change) return false
  const edit = new WorkspaceEdit()
  const range = new Range(document.positionAt(change.from), document.positionAt(change.to))
  edit.replace(document.uri, range, change.text)
  return workspace.applyEdit(edit)
}

/** Offsets in a text, half-open, and what comes between them. */
interface Change {
  from: number
  to: number
  text: string
}

function spliced(text: string, { from, to, text: inserted }: Change): string {
  return text.slice(0, from) + inserted + text.slice(to)
}

/** In the document that the task read. */
function changeOf(run: Run): Change | undefined {
  const { final, read } = run
  const replacement = final && 'replacement' in final ? final.replacement : undefined
  if (!replacement) return undefined
  const { start, end } = replacement.region
  return { from: indexOf(read.text, start), to: indexOf(read.text, end), text: fitting(read.text, replacement.text) }
}

/** In the document as it is now: as it was read, or with the optimized function as it was, and there only once. */
function changeIn(run: Run, now: string): Change | undefined {
  const change = changeOf(run)
  if (!change || (run.exact && now === run.read.text)) return change
  if (run.final?.kind !== 'optimized') return undefined
  const [start, end] = surroundings(run, change)
  const was = run.read.text.slice(start, end)
  const at = now.indexOf(was)
  if (at < 0 || now.indexOf(was, at + 1) >= 0) return undefined
  return { ...change, from: change.from - start + at, to: change.to - start + at }
}

function optimizedIn(run: Run, change: Change, now: string): boolean {
  if (run.final?.kind !== 'optimized') return false
  const [start, end] = surroundings(run, change)
  return now.includes(spliced(run.read.text.slice(0, end), change).slice(start))
}

/** The function that was read, and what is replaced of its file. */
function surroundings(run: Run, { from, to }: Change): [number, number] {
  const { text } = run.read
  const region = run.problem?.region
  const [start, end] = region ? [indexOf(text, region.start), indexOf(text, region.end)] : [from, to]
  return [Math.min(start, from), Math.max(end, to)]
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
function unitsBefore(line: string, codePoints: number): number {
  let units = 0
  for (let count = 0; count < codePoints && units < line.length; count++)
    units += (line.codePointAt(units) ?? 0) > 0xffff ? 2 : 1
  return units
}
