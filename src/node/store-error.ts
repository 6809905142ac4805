import { DamagedFile } from './database-files/file-reader.ts'

/** Why the store cannot be opened, read or written. None of these reaches a client: the node says `not_ready` or stops. */
export type StoreErrorCode =
  /** Another process has the directory open. */
  | 'locked'
  /** No room, or a quota or file size limit was met. */
  | 'disk_full'
  /** The files or the records in them do not make sense. */
  | 'corrupt'
  /** Written by a version with another layout, or not a store at all. */
  | 'wrong_schema'
  /** It belongs to another chain than the genesis file. */
  | 'wrong_chain'
  /** Blocks were pruned from it, and the node is to have all of them. */
  | 'pruned'
  /** The operating system refused: permissions, a missing disk, an I/O error. */
  | 'io'
  /** The store was closed. */
  | 'closed'

export class StoreError extends Error {
  readonly code: StoreErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: StoreErrorCode,
    message: string,
    details: Record<string, string | number> = {},
    cause?: unknown,
  ) {
    super(message, cause === undefined ? {} : { cause })
    this.name = 'StoreError'
    this.code = code
    this.details = details
  }
}

/** The StoreError for what LevelDB reports. Its codes say too little, so the text is read where they end. */
export function storeErrorFrom(error: unknown, directory: string): StoreError {
  if (error instanceof StoreError) return error
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { code } = cause as { code?: string }
  const make = (kind: StoreErrorCode, text: string) => new StoreError(kind, text, { directory }, error)
  if (code === 'LEVEL_LOCKED') {
    return make('locked', `the database in ${directory} is in use by another process`)
  }
  if (code === 'LEVEL_CORRUPTION') return make('corrupt', `the database in ${directory} is damaged`)
  if (error instanceof DamagedFile) {
    return make('corrupt', `the database in ${directory} is damaged: ${error.message}`)
  }
  if (code === 'LEVEL_DATABASE_NOT_OPEN') return make('closed', 'the database is closed')
  if (isNoRoom(cause)) return make('disk_full', `no room to write the database in ${directory}`)
  return make('io', `the database in ${directory} cannot be read or written`)
}

/** Whether a write failed because the disk, a quota or a limit of the file's size left no room for it. */
export function isNoRoom(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return (
    ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ||
    /no space left|file too large|quota exceeded/i.test(message)
  )
}
