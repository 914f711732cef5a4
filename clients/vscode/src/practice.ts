// Practice mode: what would give the answer away is neither offered nor carried out; hints and running examples stay.

import { type CodeAction, type CodeLens, type Command, window } from 'vscode'
import { practising, setPractising } from './settings.ts'

/** Commands that write code. */
const GIVING_AWAY = new Set(['vibe.solve', 'vibe.optimize'])

export function refusedInPractice(command: string): boolean {
  if (!practising() || !GIVING_AWAY.has(command)) return false
  void window
    .showInformationMessage('Practice mode is on in this workspace: solving is off.', 'Turn It Off')
    .then((chosen) => {
      if (chosen) void setPractising(false)
    })
  return true
}

/** Commands that may be offered now. */
export function allowed(commands: readonly string[]): string[] {
  return commands.filter((command) => !(practising() && GIVING_AWAY.has(command)))
}

export function allowedLenses(lenses: CodeLens[] | null | undefined): CodeLens[] | null | undefined {
  return lenses?.filter((lens) => !lens.command || allowed([lens.command.command]).length > 0)
}

export function allowedActions(actions: (Command | CodeAction)[] | null | undefined) {
  return actions?.filter((action) => allowed([nameOf(action)]).length > 0)
}

function nameOf(action: Command | CodeAction): string {
  const command = action.command
  return typeof command === 'string' ? command : (command?.command ?? '')
}
