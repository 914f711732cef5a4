// The server is not there: says why, and offers what helps.

import { commands, window, workspace } from 'vscode'
import type { Window } from './window.ts'

const DO: Record<string, () => unknown> = {
  Install: () => commands.executeCommand('vibe-lsp.install'),
  'Choose Program…': () => commands.executeCommand('workbench.action.openSettings', 'vibe.server.path'),
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
