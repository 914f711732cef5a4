// A faster version was found: offers to look at it and to apply it, also to those who have no panel open.

import { window } from 'vscode'
import { insert, showDiff } from './preview.ts'
import type { Run } from './run.ts'
import { documentOf, type Window } from './window.ts'

export function offerFaster(vibe: Window): void {
  const offered = new WeakSet<Run>()
  vibe.context.subscriptions.push(
    vibe.changed.event(({ run }) => {
      if (run.state !== 'done' || run.final?.kind !== 'optimized' || offered.has(run)) return
      offered.add(run)
      void offer(run)
    }),
  )
}

/** Looking at the diff brings the question back. */
async function offer(run: Run): Promise<void> {
  const chosen = await window.showInformationMessage(`${run.title}: ${run.phrase}.`, 'Apply', 'Show Diff')
  if (chosen === 'Apply') return applyFaster(run)
  if (chosen !== 'Show Diff') return
  await showDiff(run)
  await offer(run)
}

/** Only where its function still is what was measured. */
export async function applyFaster(run: Run): Promise<void> {
  const document = documentOf(run.place.uri)
  if (document && (await insert(run, document))) return
  void window.showWarningMessage(
    `${run.title} was changed since it was measured. Nothing was changed; optimize it again.`,
  )
}
