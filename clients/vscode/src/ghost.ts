// Ghost text: not in practice mode, and the server hears what became of it as far as VS Code lets an extension know.
// Shown: handed over for the place where the cursor still is. Partly accepted: the text of it that came in one piece.
// That it was accepted whole comes by the command of the item; that it was dismissed nobody is told.

import {
  commands,
  type InlineCompletionItem,
  type InlineCompletionList,
  type Position,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from 'vscode'
import { practising } from './settings.ts'
import type { Window } from './window.ts'

const ENDED = 'vibe/completion'

/** What stands in the editor as ghost text, and how much of it was taken. */
interface Ghost {
  document: TextDocument
  offset: number
  text: string
  id: string
  taken: number
}

let ghost: Ghost | undefined

export function followGhost(vibe: Window): void {
  vibe.context.subscriptions.push(
    workspace.onDidChangeTextDocument((change) => follow(vibe, change)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('vibe.practice') && practising())
        void commands.executeCommand('editor.action.inlineSuggest.hide')
    }),
  )
}

/** The server has answered. */
export function handed(
  vibe: Window,
  document: TextDocument,
  position: Position,
  items: InlineCompletionItem[] | InlineCompletionList | null | undefined,
): void {
  const first = (Array.isArray(items) ? items : items?.items)?.[0]
  const told = first?.command?.arguments?.[0] as { id?: string } | undefined
  const editor = window.activeTextEditor
  if (typeof first?.insertText !== 'string' || !told?.id) return
  if (editor?.document !== document || !editor.selection.active.isEqual(position)) return
  const before = ghost
  ghost = { document, offset: document.offsetAt(position), text: first.insertText, id: told.id, taken: 0 }
  if (before?.id === told.id) ghost.taken = before.taken
  else tell(vibe, ghost, 'shown')
}

function follow(vibe: Window, { document, contentChanges }: TextDocumentChangeEvent): void {
  if (!ghost || document !== ghost.document || contentChanges.length === 0) return
  const [change] = contentChanges
  const { text = '', rangeOffset, rangeLength } = change ?? {}
  const goesOn = rangeOffset === ghost.offset && rangeLength === 0 && ghost.text.startsWith(text)
  if (!goesOn || contentChanges.length > 1 || text === ghost.text) {
    ghost = undefined // something else, or all of it, of which the item's command tells
    return
  }
  const typed = [...text].length
  Object.assign(ghost, { offset: ghost.offset + text.length, text: ghost.text.slice(text.length) })
  if (typed < 2) return
  ghost.taken += typed
  tell(vibe, ghost, 'partly_accepted')
}

function tell(vibe: Window, { id, taken }: Ghost, outcome: 'shown' | 'partly_accepted'): void {
  const characters = outcome === 'partly_accepted' ? { characters: taken } : {}
  void vibe.server.client?.sendNotification(ENDED, { id, outcome, ...characters })
}
