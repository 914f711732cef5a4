// The extension's side of the conversation with the server: what it announces, what it answers, what it hands on.

import { type DocumentSelector, window } from 'vscode'
import type {
  ClientCapabilities,
  LanguageClient,
  LanguageClientOptions,
  Middleware,
  StaticFeature,
} from 'vscode-languageclient/node'
import { CodeLensRequest } from 'vscode-languageclient/node'
import { execute, PREFIX } from './execute.ts'
import { handed } from './ghost.ts'
import { allowedActions, allowedLenses } from './practice.ts'
import type { EventParams, Place, StatusParams } from './protocol.ts'
import { answerQuestions } from './questions.ts'
import { take } from './run.ts'
import { forServer, practising, SECTION } from './settings.ts'
import { languages, type Window } from './window.ts'

export function clientOptions(vibe: Window): LanguageClientOptions {
  return {
    documentSelector: selector(vibe),
    outputChannel: vibe.log,
    traceOutputChannel: vibe.log,
    diagnosticCollectionName: 'vibe-lsp',
    synchronize: { configurationSection: SECTION },
    initializationOptions: { events: true },
    middleware: middleware(vibe),
    initializationFailedHandler: () => false,
  }
}

/** Called with each client before it starts. */
export function converse(vibe: Window, client: LanguageClient): void {
  client.registerFeature(OWN_PROGRESS)
  answerQuestions(vibe, client)
  client.onNotification('vibe/event', ({ id, uri, event }: EventParams) => {
    const run = vibe.runs.named({ ...(id === undefined ? {} : { id }), uri })
    if (!run) return
    take(run, event)
    vibe.changed.fire({ run, event })
  })
  client.onNotification('vibe/status', (params: StatusParams) => {
    const run = params.state === 'working' ? vibe.runs.named(params) : undefined
    if (run) vibe.changed.fire({ run })
  })
}

/** Lenses are asked for again only when somebody says that they changed. */
export function refreshLenses(vibe: Window): void {
  const feature = vibe.server.client?.getFeature(CodeLensRequest.method)
  for (const { document } of window.visibleTextEditors)
    feature?.getProvider(document)?.onDidChangeCodeLensEmitter.fire()
}

function selector(vibe: Window) {
  const schemes = ['file', 'untitled']
  return languages(vibe.context).flatMap((language) =>
    schemes.map((scheme) => ({ language, scheme })),
  ) satisfies DocumentSelector
}

function middleware(vibe: Window): Middleware {
  return {
    async executeCommand(command, args, next) {
      return command.startsWith(PREFIX) && isPlace(args[0]) ? execute(vibe, command, args[0]) : next(command, args)
    },
    async provideCodeActions(document, range, context, token, next) {
      return allowedActions(await next(document, range, context, token))
    },
    async provideCodeLenses(document, token, next) {
      return allowedLenses(await next(document, token))
    },
    async provideInlineCompletionItems(document, position, context, token, next) {
      if (practising()) return undefined
      const items = await next(document, position, context, token)
      if (!token.isCancellationRequested) handed(vibe, document, position, items)
      return items
    },
    workspace: {
      configuration: (params, token, next) =>
        params.items.every((item) => item.section === SECTION)
          ? params.items.map(() => forServer(vibe.context))
          : next(params, token),
    },
  }
}

function isPlace(argument: unknown): argument is Place {
  const place = argument as Partial<Place> | undefined
  return typeof place?.uri === 'string' && typeof place.position?.line === 'number'
}

/** VS Code shows the server's progress without a way to cancel it, so ours is shown instead (execute.ts). */
const OWN_PROGRESS: StaticFeature = {
  getState: () => ({ kind: 'static' }),
  fillClientCapabilities: (capabilities: ClientCapabilities) => {
    capabilities.window = { ...capabilities.window, workDoneProgress: false }
  },
  initialize: () => {},
  clear: () => {},
}
