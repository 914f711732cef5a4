// The server's process through the life of a window: found, started, started again when it dies, stopped.

import { env } from 'node:process'
import { EventEmitter, type ExtensionContext, type LogOutputChannel, workspace } from 'vscode'
import { CloseAction, ErrorAction, LanguageClient, type LanguageClientOptions, State } from 'vscode-languageclient/node'
import { findServer, type Program } from './find.ts'

/** restricted: the workspace is not trusted. missing: no program was found. */
export type ServerState = 'off' | 'restricted' | 'missing' | 'starting' | 'running' | 'failed'

/** So many deaths within so long are no accident. */
const RESTARTS = 4
const WITHIN_MS = 3 * 60_000

export type Configure = (client: LanguageClient) => void

export class Server {
  state: ServerState = 'off'
  program: Program | undefined
  /** Why it is `missing` or `failed`. */
  reason = ''
  client: LanguageClient | undefined
  options: LanguageClientOptions = {}
  /** Called with each new client before it starts. */
  configure: Configure = () => {}

  private readonly context: ExtensionContext
  private readonly log: LogOutputChannel
  private readonly changes = new EventEmitter<ServerState>()
  readonly onDidChange = this.changes.event
  private starting: Promise<void> | undefined
  /** The last restart that was asked for, and the one that has not begun. */
  private turn: Promise<void> = Promise.resolve()
  private next: Promise<void> | undefined
  private deaths: number[] = []

  constructor(context: ExtensionContext, log: LogOutputChannel) {
    this.context = context
    this.log = log
  }

  /** Commands of the server that runs. */
  get announced(): string[] {
    return this.client?.initializeResult?.capabilities.executeCommandProvider?.commands ?? []
  }

  /** The client of a server that runs, started if need be; undefined when that did not work. */
  async ready(): Promise<LanguageClient | undefined> {
    if (this.state !== 'running') await this.start()
    return this.state === 'running' ? this.client : undefined
  }

  /** Resolves when it runs, or when `state` and `reason` say why not. Asked twice, it starts once. */
  start(): Promise<void> {
    this.starting ??= this.begin().finally(() => {
      this.starting = undefined
    })
    return this.starting
  }

  private async begin(): Promise<void> {
    if (!workspace.isTrusted)
      return this.become('restricted', 'No server is started in a workspace that you do not trust.')
    this.become('starting')
    try {
      this.program = await findServer(this.context)
      if (!this.program) return this.become('missing', 'It is neither in the selected Python environment nor on PATH.')
      this.log.info(`Starting ${this.program.path} (from ${this.program.origin})`)
      await this.stop()
      await this.launch(this.program.path)
      this.become('running')
    } catch (error) {
      this.log.error(error as Error)
      this.become('failed', (error as Error).message)
    }
  }

  async stop(): Promise<void> {
    const { client } = this
    this.client = undefined
    try {
      if (client?.needsStop()) await client.stop()
      await client?.dispose()
    } catch (error) {
      this.log.warn(`The server did not end as it should: ${(error as Error).message}`)
    }
  }

  /** After a start that is under way, which would not survive it. Asked again before its turn, it is done once. */
  restart(): Promise<void> {
    this.next ??= this.turn
      .then(() => this.starting)
      .then(() => {
        this.next = undefined
        return this.again()
      })
    this.turn = this.next
    return this.next
  }

  private async again(): Promise<void> {
    this.deaths = []
    this.become('off')
    await this.stop()
    await this.start()
  }

  private async launch(command: string): Promise<void> {
    const run = { command, args: ['serve'], options: { env: { ...env, PYTHONUNBUFFERED: '1' } } }
    const errorHandler = {
      error: () => ({ action: ErrorAction.Continue, handled: true }),
      closed: () => ({ action: this.closed(), handled: true }),
    }
    const client = new LanguageClient('vibe', 'Vibe', run, { ...this.options, errorHandler })
    this.client = client
    this.configure(client)
    client.onDidChangeState(({ newState }) => this.follow(client, newState))
    await client.start()
  }

  /** The process is gone without having been asked to go. */
  private closed(): CloseAction {
    const now = Date.now()
    this.deaths = [...this.deaths.filter((time) => time > now - WITHIN_MS), now]
    if (this.deaths.length <= RESTARTS) return CloseAction.Restart
    this.become('failed', `The server ended ${this.deaths.length} times within three minutes.`)
    return CloseAction.DoNotRestart
  }

  private follow(client: LanguageClient, state: State): void {
    if (client !== this.client || this.state === 'failed') return
    if (state === State.Starting) this.become('starting')
    if (state === State.Running) this.become('running')
  }

  private become(state: ServerState, reason = ''): void {
    this.state = state
    this.reason = reason
    this.changes.fire(state)
  }
}
