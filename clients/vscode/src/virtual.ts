// Documents that are in no file: nobody is asked to save them. Both sides of a diff, and the page of the doctor.

import { EventEmitter, Uri, workspace } from 'vscode'

const SCHEME = 'vibe-lsp'

const contents = new Map<string, string>()
const changes = new EventEmitter<Uri>()

export function registerVirtualDocuments(): { dispose(): void } {
  const provider = {
    onDidChange: changes.event,
    provideTextDocumentContent: (uri: Uri) => contents.get(uri.toString()) ?? '',
  }
  return workspace.registerTextDocumentContentProvider(SCHEME, provider)
}

/** The document of that name, with this text from now on. How it is highlighted is told by the name's ending. */
export function virtual(path: string, text: string, query = ''): Uri {
  const uri = Uri.from({ scheme: SCHEME, path, query })
  contents.set(uri.toString(), text)
  changes.fire(uri)
  return uri
}
