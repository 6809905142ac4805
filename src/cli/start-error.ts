/** What keeps a node from starting, with what a person can do about it. */
import { isNoRoom, StoreError } from '../node/store-error.ts'
import { CliError } from './cli-error.ts'
import { EXIT } from './exit-codes.ts'

const HINTS: Readonly<Record<string, string>> = {
  locked: 'Another node runs on it. Take another directory with --data-dir DIR.',
  wrong_schema:
    'It was written by another version. Take another directory, or remove this one if nothing in it counts.',
  pruned:
    'Start it with --prune, as before. A node with all blocks begins in another directory: --data-dir DIR.',
  wrong_chain: 'Take another directory with --data-dir DIR.',
  corrupt:
    'Nothing was changed. If it is the database, move db and snapshots away and start again: blocks are fetched from other nodes, and accounts are read from them anew. Never remove accounts, validator.key, validator.votes or faucet.phrase; those come back from a backup alone. See docs/operating.md, "When the disk fails".',
  disk_full: 'Make room and start again; nothing that was confirmed is lost.',
}

/** What the store, the network and the file system say; other errors as they are. */
export function startError(error: unknown, dataDirectory: string): unknown {
  const { name, code = '', message, syscall } = error as NodeJS.ErrnoException
  if (name === 'StoreError') {
    const hint = HINTS[code]
    return new CliError(EXIT.cannotStart, `${dataDirectory}: ${message}${hint ? `\n${hint}` : ''}`, error)
  }
  if (name === 'NetworkError') return new CliError(EXIT.cannotStart, message, error)
  if (syscall === undefined) return error
  if (isNoRoom(error)) return startError(new StoreError('disk_full', message, {}, error), dataDirectory)
  return new CliError(
    EXIT.cannotStart,
    `the data directory ${dataDirectory} cannot be used: ${message}`,
    error,
  )
}
