// Installs the server into an environment of the extension's own, and says exactly what failed if that fails.

import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commands, type ExtensionContext, type LogOutputChannel, ProgressLocation, window } from 'vscode'
import { onPath, ownEnvironment, SCRIPTS } from './find.ts'
import { type Ended, runToEnd } from './programs.ts'
import { selectedPython } from './python.ts'
import { keep, serverPackage } from './settings.ts'

const OLDEST = [3, 11] as const
const NAMES = ['python3.13', 'python3.12', 'python3.11', 'python3', 'python']

/** A folder with its source, a wheel: where the registry does not have it, or is not to be reached. */
const ELSEWHERE = 'Install from Elsewhere…'

class InstallError extends Error {}

/** True when it is installed. Everything that the user should know was shown. */
export async function install(context: ExtensionContext, log: LogOutputChannel): Promise<boolean> {
  const options = { location: ProgressLocation.Notification, cancellable: true, title: 'Installing vibe-lsp' }
  return window.withProgress(options, async (progress, token) => {
    const abort = new AbortController()
    token.onCancellationRequested(() => abort.abort())
    const step: Step = async (message, program, args) => {
      progress.report({ message })
      await carriedOut(log, program, args, abort.signal, (line) => progress.report({ message: line }))
    }
    try {
      await makeEnvironment(context, step)
      return true
    } catch (error) {
      if (!abort.signal.aborted) void tell(log, error as Error)
      await rm(ownEnvironment(context), { recursive: true, force: true }) // half an environment is none
      return false
    }
  })
}

type Step = (message: string, program: string, args: readonly string[]) => Promise<void>

async function makeEnvironment(context: ExtensionContext, step: Step): Promise<void> {
  const folder = ownEnvironment(context)
  await mkdir(context.globalStorageUri.fsPath, { recursive: true })
  await step('making an environment', await newEnoughPython(), ['-m', 'venv', '--clear', folder])
  const python = join(folder, SCRIPTS, process.platform === 'win32' ? 'python.exe' : 'python')
  const pip = ['-m', 'pip', 'install', '--disable-pip-version-check', '--no-input', '--progress-bar', 'off']
  await step('downloading (torch is the large one)', python, [...pip, serverPackage()])
  await step('trying it', join(folder, SCRIPTS, 'vibe-lsp'), ['--help'])
}

async function newEnoughPython(): Promise<string> {
  const candidates = [
    await selectedPython(),
    ...NAMES.map((name) => onPath(process.platform === 'win32' ? `${name}.exe` : name)),
  ]
  for (const python of candidates.filter((found) => found !== undefined)) {
    if (await isNewEnough(python)) return python
  }
  throw new InstallError(
    `No Python ${OLDEST.join('.')} or newer was found on PATH. Install one, or select one in the Python extension.`,
  )
}

async function isNewEnough(python: string): Promise<boolean> {
  const question = `import sys, venv, ensurepip; sys.exit(sys.version_info < (${OLDEST.join(', ')}))`
  return runToEnd(python, ['-c', question]).then(
    (ended) => ended.status === 0,
    () => false, // a broken link, or no program at all
  )
}

async function carriedOut(
  log: LogOutputChannel,
  program: string,
  args: readonly string[],
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<void> {
  log.info(`$ ${program} ${args.join(' ')}`)
  const onOutput = (text: string) => {
    log.info(text.trimEnd())
    const line = text.trim().split('\n').at(-1)?.slice(0, 80)
    if (line) onLine(line)
  }
  const ended = await runToEnd(program, args, { signal, onOutput })
  if (ended.status !== 0) throw new InstallError(failure(program, args, ended))
}

/** The words of the program itself: its last line that says something is the reason. */
function failure(program: string, args: readonly string[], ended: Ended): string {
  const lines = `${ended.stdout}\n${ended.stderr}`.split('\n').map((line) => line.trim())
  const reason =
    lines.filter((line) => /^error/i.test(line)).at(-1) ?? lines.filter(Boolean).at(-1) ?? 'It said nothing.'
  const what = args[0] === '-m' ? `${program} -m ${args[1]}` : program
  const why = [reason, unreachable(lines)].filter(Boolean).join(' ')
  return `\`${what}\` ended with status ${ended.status ?? 'of a signal'}. ${why}`
}

/** An index that pip cannot reach is an index without the package in its last words; what is wrong it only warns of. */
function unreachable(lines: readonly string[]): string {
  const broken = lines.map((line) => /connection broken by '(.+)': \S+$/.exec(line)?.[1]).findLast(Boolean)
  const reason = broken?.replace(/^.*: /, '').replace(/['")]+$/, '')
  return reason ? `(It could not reach its package index: ${reason}.)` : ''
}

async function tell(log: LogOutputChannel, error: Error): Promise<void> {
  log.error(error.message)
  const chosen = await window.showErrorMessage(`vibe-lsp was not installed. ${error.message}`, ELSEWHERE, 'Open Log')
  if (chosen === ELSEWHERE) await installFromElsewhere()
  else if (chosen) log.show()
}

async function installFromElsewhere(): Promise<void> {
  const name = await window.showInputBox({
    title: 'What shall pip install?',
    prompt: 'A folder with the source of vibe-lsp, a wheel, or a name with a version. Kept as `vibe.server.package`.',
    value: serverPackage(),
    ignoreFocusOut: true,
  })
  if (!name) return
  await keep('server.package', name)
  await commands.executeCommand('vibe-lsp.install')
}
