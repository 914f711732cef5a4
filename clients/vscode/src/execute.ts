// Sends a command to the server and shows, with a button to cancel, that it works. What comes of it others show.

import {
  type CancellationToken,
  CancellationTokenSource,
  type Progress,
  ProgressLocation,
  type TextDocument,
  window,
  workspace,
} from 'vscode'
import { ErrorCodes, ExecuteCommandRequest, LSPErrorCodes, ResponseError } from 'vscode-languageclient/node'
import { offerRepair } from './offer.ts'
import { refusedInPractice } from './practice.ts'
import type { Answer, Place } from './protocol.ts'
import { newRun, type Run } from './run.ts'
import { documentOf, type Window } from './window.ts'

export const PREFIX = 'vibe.'

const DOING: Record<string, string> = {
  'vibe.solve': 'Solving',
  'vibe.check': 'Running examples',
  'vibe.optimize': 'Optimizing',
  'vibe.hint': 'Thinking of a hint',
  'vibe.explain': 'Explaining',
}

/** What is over sooner needs no notification. */
const SHOWN_AFTER_MS = 600

const GONE = [ErrorCodes.PendingResponseRejected, ErrorCodes.ConnectionInactive] as number[]
const CANCELLED = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled] as number[]

/** About the place of the cursor. */
export async function executeHere(vibe: Window, command: string): Promise<void> {
  const editor = window.activeTextEditor
  if (!editor) return void window.showInformationMessage('Open a file and put the cursor into a problem.')
  const { line, character } = editor.selection.active
  await execute(vibe, command, { uri: editor.document.uri.toString(), position: { line, character } })
}

/** `fresh`: what was found before does not count. */
export interface Wishes {
  fresh?: boolean
}

/** An optimization is looked at before it is applied: its edit is made here (preview.ts). */
const ALWAYS: Record<string, object> = { 'vibe.optimize': { apply: false } }

/** What came of it; undefined when that was told already, or it was cancelled. */
export async function execute(
  vibe: Window,
  command: string,
  place: Place,
  wishes: Wishes = {},
): Promise<Answer | undefined> {
  if (refusedInPractice(command)) return undefined
  const client = await vibe.server.ready()
  if (!client) return void offerRepair(vibe)
  const document = documentOf(place.uri)
  if (!document) return undefined
  const cancel = new CancellationTokenSource()
  const run = newRun(command, place, { version: document.version, text: document.getText() }, () => cancel.cancel())
  vibe.runs.add(run)
  const params = { command, arguments: [{ ...place, ...ALWAYS[command], ...wishes }] }
  const answer = client.sendRequest(ExecuteCommandRequest.type, params, cancel.token) as Promise<Answer>
  showProgress(vibe, run)
  const watch = watchReading(run, document)
  try {
    vibe.changed.fire({ run })
    run.answer = await answer
    run.state = 'done'
    if (!run.final) run.phrase = run.answer.message
    return run.answer
  } catch (error) {
    run.state = stateAfter(error)
    if (!(error instanceof ResponseError)) vibe.log.error(error as Error)
    else if (run.state === 'done') void window.showErrorMessage(`Vibe: ${error.message}`)
    return undefined
  } finally {
    watch.dispose()
    cancel.dispose()
    vibe.runs.remove(run)
    vibe.changed.fire({ run })
  }
}

/** What runs for a document, or everything. */
export function cancel(vibe: Window, uri?: string): void {
  const running = vibe.runs.working(uri)
  if (running.length === 0) void window.showInformationMessage('Nothing is running.')
  for (const run of running) run.cancel()
}

function stateAfter(error: unknown): Run['state'] {
  if (!(error instanceof ResponseError) || GONE.includes(error.code)) return 'broken'
  return CANCELLED.includes(error.code) ? 'cancelled' : 'done'
}

/** Until the task says that it has read the document, what is typed may be read or not. */
function watchReading(run: Run, document: TextDocument): { dispose(): void } {
  return workspace.onDidChangeTextDocument((change) => {
    if (change.document === document && !run.begun && change.contentChanges.length > 0) run.exact = false
  })
}

/** Until it has ended, or the user is asked. */
function showProgress(vibe: Window, run: Run): void {
  const options = { location: ProgressLocation.Notification, cancellable: true, title: DOING[run.command] ?? 'Working' }
  const timer = setTimeout(() => void window.withProgress(options, show), SHOWN_AFTER_MS)
  const over = new Promise<void>((resolve) => {
    const listener = vibe.changed.event((change) => {
      if (change.run !== run || (run.state === 'working' && !run.asking)) return
      clearTimeout(timer)
      listener.dispose()
      resolve()
    })
  })

  async function show(progress: Progress<{ message: string }>, token: CancellationToken): Promise<void> {
    token.onCancellationRequested(run.cancel)
    const message = () => [run.title, run.phrase].filter(Boolean).join(' · ') || 'asking the server'
    progress.report({ message: message() })
    const listener = vibe.changed.event((change) => change.run === run && progress.report({ message: message() }))
    await over
    listener.dispose()
  }
}
