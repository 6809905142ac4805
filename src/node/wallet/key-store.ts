/**
 * The key files of a data directory: `accounts/<account id>.json`, readable by their owner alone. A change is prepared
 * beside the file, decided by a commit of the database and only then put in place, so that after a crash the files and the
 * database agree: `resolve` finishes what was decided and drops what was not.
 */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { toHex, utf8 } from '../../protocol/bytes.ts'
import { hash } from '../../protocol/crypto/hash.ts'
import { readTextFile, syncDirectory, writeFileDurably } from '../files.ts'

const FILE = /^([0-9a-f]{16})\.json$/
const STAGED = /^([0-9a-f]{16})\.json\.staged$/

/** Begun when a crash came: nobody has decided for it. */
const UNFINISHED = /\.new$/

/** The files as they stand on the disk. */
export type KeyStoreContent = {
  /** Account ids with a file in place. */
  readonly inPlace: readonly string[]
  /** Account ids with a prepared file. */
  readonly staged: readonly string[]
}

export class KeyStore {
  readonly #directory: string

  constructor(dataDirectory: string) {
    this.#directory = join(dataDirectory, 'accounts')
  }

  /** Makes the directory if need be and says what is in it. */
  async open(): Promise<KeyStoreContent> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 })
    const names = await readdir(this.#directory)
    for (const name of names.filter((one) => UNFINISHED.test(one))) await rm(join(this.#directory, name))
    const matching = (pattern: RegExp) => names.flatMap((name) => pattern.exec(name)?.[1] ?? []).toSorted()
    return { inPlace: matching(FILE), staged: matching(STAGED) }
  }

  /** The text of a file in place, or undefined. */
  async read(accountId: string): Promise<string | undefined> {
    return readTextFile(this.#path(accountId))
  }

  /** Writes a prepared file and makes it durable. @returns its fingerprint, which the database shall remember. */
  async stage(accountId: string, text: string): Promise<string> {
    await writeFileDurably(this.#staged(accountId), text)
    return fingerprintOf(text)
  }

  /** Puts the prepared file in place. */
  async promote(accountId: string): Promise<void> {
    await rename(this.#staged(accountId), this.#path(accountId))
    await syncDirectory(this.#directory)
  }

  /** Drops the prepared file. */
  async discard(accountId: string): Promise<void> {
    await rm(this.#staged(accountId), { force: true })
  }

  /** After a crash: puts the prepared file in place if it is the one the database decided for, and drops it otherwise. */
  async resolve(accountId: string, decided: string | undefined): Promise<void> {
    const text = await readTextFile(this.#staged(accountId))
    if (text !== undefined && fingerprintOf(text) === decided) await this.promote(accountId)
    else await this.discard(accountId)
  }

  /** Deletes the file, for good. */
  async remove(accountId: string): Promise<void> {
    await rm(this.#path(accountId), { force: true })
    await this.discard(accountId)
    await syncDirectory(this.#directory)
  }

  #path(accountId: string): string {
    return join(this.#directory, `${accountId}.json`)
  }

  #staged(accountId: string): string {
    return `${this.#path(accountId)}.staged`
  }
}

export function fingerprintOf(text: string): string {
  return toHex(hash('key file', utf8(text)))
}
