// Code that nobody could check: the server asks, the user answers in the notification or in the panel, whichever first.

import { window } from 'vscode'
import type {
  CancellationToken,
  LanguageClient,
  MessageActionItem,
  ShowMessageRequestParams,
} from 'vscode-languageclient/node'
import { MessageType, ShowMessageRequest } from 'vscode-languageclient/node'
import { showDiff } from './preview.ts'
import type { Run } from './run.ts'
import type { Window } from './window.ts'

type Decide = (insert: boolean) => void

const open = new WeakMap<Run, Decide>()

/** For the panel. False when nobody asks (any more). */
export function decide(run: Run, insert: boolean): boolean {
  const answer = open.get(run)
  answer?.(insert)
  return answer !== undefined
}

export function answerQuestions(vibe: Window, client: LanguageClient): void {
  client.onRequest(ShowMessageRequest.type, (params, token) => {
    const run = vibe.runs.undecided()
    return run && params.actions?.length === 2 ? ask(vibe, run, params, token) : plain(params)
  })
}

async function ask(
  vibe: Window,
  run: Run,
  params: ShowMessageRequestParams,
  token: CancellationToken,
): Promise<MessageActionItem | null> {
  const [insert, discard] = params.actions as [MessageActionItem, MessageActionItem]
  run.asking = true
  vibe.changed.fire({ run })
  const chosen = await new Promise<boolean>((resolve) => {
    open.set(run, resolve)
    token.onCancellationRequested(() => resolve(false))
    void notify(run, params.message, insert.title, discard.title, resolve)
  })
  open.delete(run)
  run.asking = false
  vibe.changed.fire({ run })
  return chosen ? insert : discard
}

/** A notification that was closed decides nothing: the panel still asks. Looking at the diff brings it back. */
async function notify(run: Run, message: string, insert: string, discard: string, resolve: Decide): Promise<void> {
  const chosen = await window.showWarningMessage(message, insert, 'Show Diff', discard)
  if (chosen === 'Show Diff' && open.has(run)) {
    await showDiff(run)
    return notify(run, message, insert, discard, resolve)
  }
  if (chosen !== undefined) resolve(chosen === insert)
}

async function plain(params: ShowMessageRequestParams): Promise<MessageActionItem | null> {
  const actions = params.actions ?? []
  const show = { [MessageType.Error]: window.showErrorMessage, [MessageType.Warning]: window.showWarningMessage }
  const shown = show[params.type as 1 | 2] ?? window.showInformationMessage
  const chosen = await shown(params.message, ...actions.map((action) => action.title))
  return actions.find((action) => action.title === chosen) ?? null
}
