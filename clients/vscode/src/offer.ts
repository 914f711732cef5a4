// The server is not there: says why, and offers what helps.

import { homedir } from 'node:os'
import { commands, Uri, window, workspace } from 'vscode'
import { keep } from './settings.ts'
import type { Window } from './window.ts'

const DO: Record<string, () => unknown> = {
  Install: () => commands.executeCommand('vibe-lsp.install'),
  'Choose Program…': chooseProgram,
  'Open Log': () => commands.executeCommand('vibe-lsp.log'),
  'Try Again': () => commands.executeCommand('vibe-lsp.restart'),
  'Manage Trust': () => commands.executeCommand('workbench.trust.manage'),
}

export async function offerRepair(vibe: Window): Promise<void> {
  const { state, reason } = vibe.server
  if (!workspace.isTrusted) {
    return choose(
      'Vibe starts no server in a workspace that you do not trust, so that none of its code runs.',
      'Manage Trust',
    )
  }
  if (state === 'missing') {
    const what = 'vibe-lsp is not in the selected Python environment and not on PATH.'
    return choose(`${what} Install it into an environment of its own?`, 'Install', 'Choose Program…')
  }
  return choose(`The server did not start. ${reason}`, 'Try Again', 'Open Log', 'Choose Program…')
}

async function choose(message: string, ...offers: (keyof typeof DO)[]): Promise<void> {
  const chosen = await window.showWarningMessage(message, ...offers)
  if (chosen) await DO[chosen]?.()
}

/** Not on the settings page: of a window on another machine it opens where this setting does not stand. */
async function chooseProgram(): Promise<void> {
  const options = { title: 'Which program is vibe-lsp?', openLabel: 'Use It', defaultUri: Uri.file(homedir()) }
  const [program] = (await window.showOpenDialog(options)) ?? []
  if (program) await keep('server.path', program.fsPath) // the server is another one then (extension.ts)
}
