// What the parts of the extension share for one window. Holds; does nothing.

import { EventEmitter, type ExtensionContext, type LogOutputChannel, type TextDocument, workspace } from 'vscode'
import type { Event } from './protocol.ts'
import { type Run, Runs } from './run.ts'
import { Server } from './server.ts'

/** A run changed; with `event`, by that event. */
export interface Change {
  run: Run
  event?: Event
}

export interface Window {
  readonly context: ExtensionContext
  readonly log: LogOutputChannel
  readonly server: Server
  readonly runs: Runs
  readonly changed: EventEmitter<Change>
}

export function newWindow(context: ExtensionContext, log: LogOutputChannel): Window {
  const changed = new EventEmitter<Change>()
  context.subscriptions.push(changed)
  return { context, log, server: new Server(context, log), runs: new Runs(), changed }
}

/** The open document that the server knows by this name. */
export function documentOf(uri: string): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri)
}

/** Languages that the server serves: those that activate the extension. */
export function languages(context: ExtensionContext): string[] {
  const events = context.extension.packageJSON.activationEvents as string[]
  return events
    .map((event) => event.split(':'))
    .flatMap(([on, language]) => (on === 'onLanguage' && language ? [language] : []))
}

/** Texts hold questions in mathematics, and no functions. */
const TEXTS = ['latex', 'markdown']

export function codeLanguages(context: ExtensionContext): string[] {
  return languages(context).filter((language) => !TEXTS.includes(language))
}
