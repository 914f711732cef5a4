// The status bar: which model, and what it does. A click opens the details and what can be done about them.

import {
  commands,
  MarkdownString,
  type QuickPickItem,
  QuickPickItemKind,
  StatusBarAlignment,
  type StatusBarItem,
  ThemeColor,
  window,
} from 'vscode'
import { type Health, health } from './engine.ts'
import type { ServerState } from './server.ts'
import { elsewhere, idleMinutes, practising } from './settings.ts'
import type { Window } from './window.ts'

interface Look {
  icon: string
  words: string
  background?: 'error' | 'warning'
}

const OFF: Record<Exclude<ServerState, 'running'>, Look> = {
  off: { icon: 'circle-slash', words: 'off' },
  restricted: { icon: 'shield', words: 'restricted' },
  missing: { icon: 'warning', words: 'not installed', background: 'warning' },
  starting: { icon: 'loading~spin', words: 'starting' },
  failed: { icon: 'error', words: 'error', background: 'error' },
}

/** Characters that a status bar has room for. */
const LONGEST = 32

/** After the engine's own idle time it is gone; some seconds later it may be asked without waking it. */
const SETTLE_MS = 5000

export class Status {
  private readonly vibe: Window
  private readonly item: StatusBarItem
  private model = ''
  private asleep = false
  private failed = ''
  private timer: NodeJS.Timeout | undefined

  constructor(vibe: Window) {
    this.vibe = vibe
    this.item = window.createStatusBarItem('vibe-lsp.status', StatusBarAlignment.Right, 100)
    this.item.name = 'Vibe'
    this.item.command = 'vibe-lsp.status'
    vibe.context.subscriptions.push(
      this.item,
      vibe.changed.event(({ run }) => {
        this.model = run.model || this.model
        if (run.model) this.asleep = false
        this.failed = run.answer?.status === 'error' ? run.answer.message : ''
        if (run.state !== 'working') this.askLater(idleMinutes() * 60_000 + SETTLE_MS)
        this.draw()
      }),
      vibe.server.onDidChange((state) => {
        if (state === 'starting') this.failed = '' // of another server
        if (state === 'running') this.askLater(SETTLE_MS)
        this.draw()
      }),
      { dispose: () => clearTimeout(this.timer) },
    )
    this.draw()
  }

  draw(): void {
    const { icon, words, background } = this.look()
    const practice = practising() ? '$(mortar-board) ' : ''
    this.item.text = `${practice}$(${icon}) ${words}`
    this.item.tooltip = new MarkdownString(this.details().join('\n\n'))
    this.item.backgroundColor = background ? new ThemeColor(`statusBarItem.${background}Background`) : undefined
    this.item.accessibilityInformation = { label: words.replace('Vibe: ', '') }
    this.item.show()
  }

  /** The menu behind the item; the engine's state comes in when it has answered. */
  async open(): Promise<void> {
    const pick = window.createQuickPick<QuickPickItem & { run?: string }>()
    pick.title = 'Vibe'
    pick.placeholder = this.details()[0] ?? ''
    pick.items = this.menu()
    let chosen: string | undefined
    pick.onDidAccept(() => {
      chosen = pick.selectedItems[0]?.run
      pick.hide()
    })
    pick.onDidHide(() => {
      pick.dispose()
      if (chosen) void commands.executeCommand(chosen) // before, the menu would take the focus back from what it opens
    })
    pick.show()
    if (this.vibe.server.state !== 'running') return
    pick.busy = true
    const found = await this.refresh()
    pick.busy = false
    if (found) pick.items = this.menu(found)
  }

  /** Ask whether the engine is there, and show it. */
  async refresh(): Promise<Health | undefined> {
    if (elsewhere()) return undefined
    try {
      const found = await health(this.vibe)
      this.asleep = found.state === 'stopped' && this.vibe.runs.working().length === 0
      this.model = found.model || this.model
      this.draw()
      return found
    } catch (error) {
      this.vibe.log.warn(`The engine's state is not known: ${(error as Error).message}`)
      return undefined
    }
  }

  private askLater(milliseconds: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.refresh(), milliseconds)
  }

  private look(): Look {
    const { state } = this.vibe.server
    if (state !== 'running') return { ...OFF[state], words: `Vibe: ${OFF[state].words}` }
    const [run] = this.vibe.runs.working()
    if (run) {
      if (run.asking) return { icon: 'question', words: 'Vibe: asks you', background: 'warning' }
      const speed = run.speed > 0 ? `${run.speed.toFixed(0)} tokens/s` : run.phrase.slice(0, LONGEST) || 'working'
      return { icon: 'loading~spin', words: [short(run.model) || 'Vibe', speed].join(' · ') }
    }
    if (this.failed) return { icon: 'error', words: 'Vibe: error', background: 'error' }
    if (this.asleep) return { icon: 'debug-pause', words: 'Vibe: asleep' }
    return { icon: 'sparkle', words: short(this.model) || 'Vibe' }
  }

  private details(): string[] {
    const { server } = this.vibe
    if (server.state !== 'running')
      return [`Vibe: ${OFF[server.state].words}${server.reason ? `. ${server.reason}` : ''}`]
    const state = this.failed || (this.asleep ? 'The engine is asleep; it wakes with the next request.' : 'Ready.')
    const info = server.client?.initializeResult?.serverInfo
    return [
      this.vibe.runs.working()[0]?.phrase || state,
      `Model: ${this.model || 'not asked yet'}`,
      `Server: ${info?.name ?? ''} ${info?.version ?? ''}, from ${server.program?.origin ?? ''}`,
      ...(practising() ? ['Practice mode is on: no solving in this workspace.'] : []),
    ]
  }

  private menu(found?: Health): (QuickPickItem & { run?: string })[] {
    const separator = (label: string) => ({ label, kind: QuickPickItemKind.Separator })
    const { server, runs } = this.vibe
    const there = server.state === 'running' ? THERE : server.state === 'restricted' ? UNTRUSTED : NOT_THERE
    return [
      separator('now'),
      {
        label: `$(sparkle) ${this.model || 'No model asked yet'}`,
        description: found ? engineLine(found) : '',
        detail: this.details()[0] ?? '',
      },
      ...(runs.working().length > 0 ? [{ label: '$(debug-stop) Cancel', run: 'vibe-lsp.cancel' }] : []),
      separator('do'),
      ...there,
      { label: `$(mortar-board) Turn Practice Mode ${practising() ? 'Off' : 'On'}`, run: 'vibe-lsp.practice' },
      { label: '$(output) Show Log', run: 'vibe-lsp.log' },
      { label: '$(gear) Settings', run: 'vibe-lsp.settings' },
    ]
  }
}

const THERE = [
  { label: '$(open-preview) Show Reasoning', run: 'vibe-lsp.reasoning' },
  { label: '$(arrow-swap) Switch Model…', run: 'vibe-lsp.switchModel' },
  {
    label: '$(trash) Free GPU Memory',
    description: 'stops the engine; the next request starts it',
    run: 'vibe-lsp.freeMemory',
  },
  { label: '$(pulse) Run Doctor', run: 'vibe-lsp.doctor' },
  { label: '$(debug-restart) Restart Server', run: 'vibe-lsp.restart' },
]

const UNTRUSTED = [{ label: '$(shield) Manage Workspace Trust', run: 'workbench.trust.manage' }]

const NOT_THERE = [
  { label: '$(cloud-download) Install the Server', run: 'vibe-lsp.install' },
  { label: '$(debug-restart) Try Again', run: 'vibe-lsp.restart' },
]

function engineLine(found: Health): string {
  if (found.state === 'stopped') return 'the engine is not running'
  const memory = Object.entries(found.memory ?? {}).map(([name, bytes]) => `${name} ${gibibytes(bytes)}`)
  return [found.state, found.device, ...memory].filter(Boolean).join(' · ')
}

function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(2)} GiB`
}

/** `WeiboAI/VibeThinker-1.5B` is long for a status bar; what is in brackets is for the tooltip. */
function short(model: string): string {
  return (model.split('/').at(-1) ?? '').replace(/\s*\(.*/, '')
}
