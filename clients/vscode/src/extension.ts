// Where VS Code begins and ends: puts the parts together. A solve is in execute.ts, the server's life in server.ts.

import { commands, type ExtensionContext, window, workspace } from 'vscode'
import { ACTIONS, registerCommands } from './commands.ts'
import { clientOptions, converse, refreshLenses } from './conversation.ts'
import { PREFIX } from './execute.ts'
import { offerFaster } from './faster.ts'
import { followGhost } from './ghost.ts'
import { offerRepair } from './offer.ts'
import { Panel } from './panel.ts'
import { allowed } from './practice.ts'
import { onPythonSelected } from './python.ts'
import { Status } from './status.ts'
import { showVerdicts } from './verdicts.ts'
import { registerVirtualDocuments } from './virtual.ts'
import { codeLanguages, languages, newWindow, type Window } from './window.ts'

let vibe: Window | undefined

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Vibe', { log: true })
  vibe = newWindow(context, log)
  vibe.server.options = clientOptions(vibe)
  vibe.server.configure = (client) => vibe && converse(vibe, client)
  const panel = new Panel(vibe)
  const status = new Status(vibe)
  showVerdicts(vibe)
  offerFaster(vibe)
  followGhost(vibe)
  context.subscriptions.push(log, registerVirtualDocuments(), ...registerCommands(vibe, panel, status))
  followContext(vibe, panel)
  followChoices(vibe, status)
  await vibe.server.start()
  if (vibe.server.state === 'missing' || vibe.server.state === 'failed') void offerRepair(vibe)
}

export async function deactivate(): Promise<void> {
  await vibe?.server.stop()
}

/** What `when` clauses of package.json read. */
function followContext(vibe: Window, panel: Panel): void {
  const set = (name: string, value: unknown) => void commands.executeCommand('setContext', `vibe-lsp.${name}`, value)
  const update = () => {
    const ready = vibe.server.state === 'running'
    set('languages', languages(vibe.context))
    set('codeLanguages', codeLanguages(vibe.context))
    const can = ready ? allowed(vibe.server.announced) : []
    for (const name of ACTIONS) set(`can.${name}`, can.includes(PREFIX + name))
    set('ready', ready)
    set('busy', vibe.runs.working().length > 0)
    set('reasoned', panel.hasRun)
  }
  update()
  vibe.context.subscriptions.push(
    vibe.server.onDidChange(update),
    vibe.changed.event(({ event }) => (event === undefined || event.kind === 'started') && update()),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('vibe.practice') && update()),
  )
}

/** Another program, another environment, trust: the server is another one then. */
function followChoices(vibe: Window, status: Status): void {
  const { context, server } = vibe
  const again = async (offer = server.state === 'running') => {
    await server.restart()
    if (server.state === 'failed' || (offer && server.state === 'missing')) await offerRepair(vibe)
  }
  context.subscriptions.push(
    workspace.onDidGrantWorkspaceTrust(() => again(true)),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration('vibe.server.path')) void again()
      if (!change.affectsConfiguration('vibe.practice')) return
      status.draw()
      refreshLenses(vibe)
    }),
  )
  void onPythonSelected(() => void again()).then((listener) => listener && context.subscriptions.push(listener))
}
