// Shall this be inserted? The server asks, the user answers in the notification or in the panel, whichever first.

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

/** `id`: of the request that it is about. */
type Question = ShowMessageRequestParams & { id?: string }

type Decide = (insert: boolean) => void

const open = new WeakMap<Run, Decide>()

/** For the panel. False when nobody asks (any more). */
export function decide(run: Run, insert: boolean): boolean {
  const answer = open.get(run)
  answer?.(insert)
  return answer !== undefined
}

export function answerQuestions(vibe: Window, client: LanguageClient): void {
  client.onRequest(ShowMessageRequest.type, (params: Question, token) => {
    const run = params.actions?.length === 2 ? vibe.runs.undecided(params.id) : undefined
    return run ? ask(vibe, run, params, token) : plain(params)
  })
}

async function ask(
  vibe: Window,
  run: Run,
  params: Question,
  token: CancellationToken,
): Promise<MessageActionItem | null> {
  const [insert, discard] = params.actions as [MessageActionItem, MessageActionItem]
  run.asking = true
  vibe.changed.fire({ run })
  const ends = vibe.changed.event((change) => change.run === run && run.state !== 'working' && decide(run, false))
  const chosen = await new Promise<boolean>((resolve) => {
    open.set(run, resolve)
    token.onCancellationRequested(() => resolve(false))
    void notify(run, params, resolve)
  })
  ends.dispose()
  open.delete(run)
  run.asking = false
  vibe.changed.fire({ run })
  return chosen ? insert : discard
}

/** A notification that was closed decides nothing: the panel still asks. Looking at the diff brings it back. */
async function notify(run: Run, params: Question, resolve: Decide): Promise<void> {
  const [insert = '', discard = ''] = (params.actions ?? []).map((action) => action.title)
  const chosen = await shown(params)(params.message, insert, 'Show Diff', discard)
  if (chosen === 'Show Diff' && open.has(run)) {
    await showDiff(run)
    return notify(run, params, resolve)
  }
  if (chosen !== undefined) resolve(chosen === insert)
}

async function plain(params: Question): Promise<MessageActionItem | null> {
  const actions = params.actions ?? []
  const chosen = await shown(params)(params.message, ...actions.map((action) => action.title))
  return actions.find((action) => action.title === chosen) ?? null
}

function shown({ type }: Question): (message: string, ...titles: string[]) => Thenable<string | undefined> {
  if (type === MessageType.Error) return window.showErrorMessage
  return type === MessageType.Warning ? window.showWarningMessage : window.showInformationMessage
}
