// The commands of the palette, the menus and the keys. Which ones are offered is decided by what the server announced.

import { commands, type Disposable, ProgressLocation, ViewColumn, window, workspace } from 'vscode'
import { examine } from './doctor.ts'
import { models, stop } from './engine.ts'
import { cancel, executeHere, PREFIX } from './execute.ts'
import { install } from './install.ts'
import { offerRepair } from './offer.ts'
import type { Panel } from './panel.ts'
import { keep, practising, setPractising } from './settings.ts'
import type { Status } from './status.ts'
import type { Window } from './window.ts'

/** Actions on the place of the cursor, by the names that the server gives them. */
export const ACTIONS = ['solve', 'check', 'optimize', 'hint', 'explain']

export function registerCommands(vibe: Window, panel: Panel, status: Status): Disposable[] {
  const own: Record<string, () => unknown> = {
    cancel: () => cancel(vibe, running(vibe)),
    reasoning: () => panel.open(),
    status: () => status.open(),
    log: () => vibe.log.show(),
    switchModel: () => told(() => switchModel(vibe)),
    freeMemory: () => told(() => freeMemory(vibe, status)),
    practice: () => setPractising(!practising()),
    restart: () => restart(vibe),
    install: () => installAndStart(vibe),
    doctor: () => told(() => examine(vibe)),
    sample: openSample,
    settings: () => commands.executeCommand('workbench.action.openSettings', `@ext:${vibe.context.extension.id}`),
  }
  for (const name of ACTIONS) own[name] = () => executeHere(vibe, PREFIX + name)
  return Object.entries(own).map(([name, run]) => commands.registerCommand(`vibe-lsp.${name}`, run))
}

/** The document in front, if something runs for it; else all. */
function running(vibe: Window): string | undefined {
  const uri = window.activeTextEditor?.document.uri.toString()
  return uri !== undefined && vibe.runs.working(uri).length > 0 ? uri : undefined
}

async function told(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    void window.showErrorMessage(`Vibe: ${(error as Error).message}`)
  }
}

async function restart(vibe: Window): Promise<void> {
  await vibe.server.restart()
  if (vibe.server.state !== 'running') await offerRepair(vibe)
}

async function installAndStart(vibe: Window): Promise<void> {
  if (!workspace.isTrusted) return offerRepair(vibe) // the Python that is selected may be the workspace's own
  await vibe.server.stop() // its files are about to change
  if (await install(vibe.context, vibe.log)) {
    await restart(vibe)
    const { program } = vibe.server
    if (program) void window.showInformationMessage(`vibe-lsp is installed and runs (from ${program.origin}).`)
  }
}

const AUTO = {
  label: 'auto',
  description: 'VibeThinker where a GPU and its weights are there, the embedded model otherwise',
}

async function switchModel(vibe: Window): Promise<void> {
  const items = models(vibe).then((found) => [
    AUTO,
    ...found.map(({ id, bytes, problem }) => ({
      label: id,
      description: `${(bytes / 1e6).toFixed(0)} MB`,
      ...(problem ? { detail: problem } : {}),
    })),
  ])
  const chosen = await window.showQuickPick(items, {
    title: 'Which model answers?',
    placeHolder: 'Models on this machine',
  })
  if (chosen) await keep('engine.model', chosen.label)
}

async function freeMemory(vibe: Window, status: Status): Promise<void> {
  const count = await window.withProgress({ location: ProgressLocation.Window, title: 'Stopping the engine' }, () =>
    stop(vibe),
  )
  await status.refresh()
  void window.showInformationMessage(
    count === 0 ? 'No engine was running.' : 'The engine was stopped and its memory is free.',
  )
}

async function openSample(): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'python', content: SAMPLE })
  await window.showTextDocument(document, ViewColumn.One)
}

const SAMPLE = `class Solution:
    def twoSum(self, nums: list[int], target: int) -> list[int]:
        """
        Given an array of integers nums and an integer target, return indices of the two numbers such that they
        add up to target. You may assume that each input has exactly one solution, and you may not use the same
        element twice.

        Example 1:
            Input: nums = [2, 7, 11, 15], target = 9
            Output: [0, 1]

        Example 2:
            Input: nums = [3, 2, 4], target = 6
            Output: [1, 2]
        """
`
