// The panel beside the file: streams the reasoning of a run, its candidates and verdicts, and carries out its buttons.

import { randomBytes } from 'node:crypto'
import { env, Uri, ViewColumn, type Webview, type WebviewPanel, window, workspace } from 'vscode'
import { execute } from './execute.ts'
import { applyFaster } from './faster.ts'
import { insert, placement, showDiff } from './preview.ts'
import type { Event } from './protocol.ts'
import { decide } from './questions.ts'
import type { Run } from './run.ts'
import { opensPanel, practising } from './settings.ts'
import type { FromPanel, Head, Piece, ToPanel } from './view.ts'
import { type Change, documentOf, type Window } from './window.ts'

/** Pieces come a hundred times a second; a page is drawn less often. */
const FLUSH_MS = 80

/** Commands whose runs have something to read. A hint is a sentence, and its reasoning would be more than that. */
const READABLE = new Set(['vibe.solve', 'vibe.optimize', 'vibe.explain'])

/** From these on there is something to read. */
const BEGINNINGS = new Set<Event['kind']>(['started', 'measured'])

export class Panel {
  private readonly vibe: Window
  private panel: WebviewPanel | undefined
  /** The last run of each document. */
  private readonly last = new Map<string, Run>()
  private shown: Run | undefined
  private loaded = false
  private pieces: Piece[] = []
  private timer: NodeJS.Timeout | undefined

  constructor(vibe: Window) {
    this.vibe = vibe
    vibe.context.subscriptions.push(
      vibe.changed.event((change) => this.follow(change)),
      window.onDidChangeActiveTextEditor((editor) => editor && this.turnTo(editor.document.uri.toString())),
      workspace.onDidChangeTextDocument(
        ({ document }) => document.uri.toString() === this.shown?.place.uri && this.later(),
      ),
      workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('vibe.practice') && this.later()),
      { dispose: () => this.panel?.dispose() },
    )
  }

  get hasRun(): boolean {
    return this.last.size > 0
  }

  /** Show the reasoning (again). */
  open(): void {
    const uri = window.activeTextEditor?.document.uri.toString()
    const run = (uri && this.last.get(uri)) || this.shown || [...this.last.values()].at(-1)
    if (!run) return void window.showInformationMessage('Nothing was solved in this window yet.')
    this.reveal()
    this.show(run)
  }

  private follow({ run, event }: Change): void {
    if (!READABLE.has(run.command)) return
    if (run !== this.shown && event && BEGINNINGS.has(event.kind)) {
      this.last.set(run.place.uri, run)
      if (opensPanel() || run.command === 'vibe.explain') this.reveal() // an explanation is nowhere else
      this.show(run)
      return
    }
    if (run !== this.shown) return
    if (event?.kind === 'thinking') this.pieces.push({ index: event.index, part: 'reasoning', text: event.text })
    if (event?.kind === 'writing') this.pieces.push({ index: event.index, part: 'answer', text: event.text })
    this.later()
  }

  private turnTo(uri: string): void {
    const run = this.last.get(uri)
    if (run && run !== this.shown) this.show(run)
  }

  private show(run: Run): void {
    this.shown = run
    this.sendAll()
  }

  private reveal(): void {
    if (this.panel) {
      this.panel.reveal(undefined, true)
      return
    }
    const root = Uri.joinPath(this.vibe.context.extensionUri, 'dist')
    const where = { viewColumn: ViewColumn.Beside, preserveFocus: true }
    const panel = window.createWebviewPanel('vibe-lsp.reasoning', 'Vibe', where, {
      enableScripts: true,
      localResourceRoots: [root],
      enableFindWidget: true,
    })
    panel.iconPath = Uri.joinPath(this.vibe.context.extensionUri, 'media', 'icon.png')
    panel.webview.onDidReceiveMessage((message: FromPanel) => this.act(message))
    panel.onDidDispose(() => {
      this.panel = undefined
      this.loaded = false
    })
    panel.webview.html = page(panel.webview, root)
    this.panel = panel
  }

  private sendAll(): void {
    this.pieces = []
    if (!this.shown || !this.loaded) return
    const pieces = this.shown.candidates.flatMap(({ reasoning, answer }, index): Piece[] => [
      { index, part: 'reasoning', text: reasoning },
      { index, part: 'answer', text: answer },
    ])
    this.post({ type: 'all', head: head(this.shown), pieces })
  }

  private later(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined
      const { pieces, shown } = this
      this.pieces = []
      if (shown && this.loaded) this.post({ type: 'more', head: head(shown), pieces })
    }, FLUSH_MS)
  }

  private post(message: ToPanel): void {
    void this.panel?.webview.postMessage(message)
  }

  private act(message: FromPanel): void {
    if (message.type === 'ready') {
      this.loaded = true
      this.sendAll()
    } else if (message.type === 'copy') {
      void env.clipboard.writeText(message.text)
    } else if (this.shown) {
      void ACTIONS[message.type](this.vibe, this.shown)
    }
  }
}

type Action = Exclude<FromPanel['type'], 'ready' | 'copy'>

const ACTIONS: Record<Action, (vibe: Window, run: Run) => unknown> = {
  apply,
  discard: (_, run) => decide(run, false),
  diff: (_, run) => showDiff(run),
  again: (vibe, run) => execute(vibe, run.command, run.place, run.command === 'vibe.solve' ? { fresh: true } : {}),
  cancel: (_, run) => run.cancel(),
}

/** Where the document has moved on the server is asked anew: it finds the place and judges the solution again. */
async function apply(vibe: Window, run: Run): Promise<void> {
  if (decide(run, true)) return
  if (run.final?.kind === 'optimized') return applyFaster(run)
  const document = documentOf(run.place.uri)
  if (document && (await insert(run, document))) return
  await execute(vibe, run.command, run.place)
}

function head(run: Run): Head {
  const code = (run.final?.kind === 'explained' ? run.final.text : run.final?.code) ?? null
  const chosen = chosenOf(run)
  return {
    language: documentOf(run.place.uri)?.languageId ?? '',
    title: run.title,
    model: run.model,
    state: run.state,
    phrase: run.phrase,
    explains: run.command === 'vibe.explain',
    outcome: run.final?.kind ?? null,
    placement: placement(run),
    asking: run.asking,
    code,
    report: run.answer?.report ?? null,
    practising: practising(),
    notes: run.notes,
    candidates: run.candidates.map(({ reasoning, answer, ...rest }, index) => ({ ...rest, chosen: index === chosen })),
  }
}

/**
 * Which candidate it ended with, -1 for none. Several may have written the same, and one was judged; what was inserted
 * may have been given the imports that its file lacks.
 */
function chosenOf({ final, candidates }: Run): number {
  if (final?.kind === 'explained') return 0
  if (!final?.code || final.kind === 'not_faster') return -1
  const judged = candidates.map(({ code, verdict, timing }) => (verdict || timing ? code : null))
  const same = judged.indexOf(final.code)
  if (same >= 0) return same
  if (final.kind === 'optimized') return candidates.findLastIndex(({ timing }) => timing !== null)
  return candidates.findLastIndex(({ verdict }) => verdict?.status === final.verdict?.status)
}

/** Scripts, styles and fonts of our own, and nothing else: no inline style, no image, no request. */
function page(webview: Webview, root: Uri): string {
  const nonce = randomBytes(16).toString('hex')
  const [script, style] = ['panel.js', 'panel.css'].map((name) => webview.asWebviewUri(Uri.joinPath(root, name)))
  const own = webview.cspSource
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${own}; font-src ${own};`
  return `<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${style}">
  <title>Vibe</title>
</head>
<body>
  <script nonce="${nonce}" src="${script}"></script>
</body>
</html>`
}
