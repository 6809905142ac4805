/**
 * How far this validator has come with its votes, in a file beside the database: `validator.votes`. A database that has lost
 * its end, or was put back from a copy, looks like a whole one of an earlier time, and whoever votes by it contradicts what it
 * has said. The mark tells. It is written after the journal and before the signature, so it is never ahead of a journal that
 * has lost nothing.
 *
 * Two slots of a disk's sector each are written in turn: one of them is whole, whatever happens. The file does not grow,
 * so it needs no room on a full disk.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { equalBytes, utf8 } from '../../protocol/bytes.ts'
import { Reader, Writer } from '../../protocol/codec.ts'
import { HASH_LENGTH, hash } from '../../protocol/crypto/hash.ts'
import { syncDirectory } from '../files.ts'
import { isNoRoom, StoreError } from '../store-error.ts'

export const VOTE_MARK_FILE = 'validator.votes'

/** What had been reached: a record of the journal of a height, or that the height is final. */
export type Reached = { readonly height: number; readonly record: number }

/** In place of a record: the block of the height is on disk. */
export const FINAL = 0xffff_ffff

const SLOT = 512
const LENGTH = 8 + 8 + 4

export class VoteMark {
  readonly #file: FileHandle
  readonly #path: string
  readonly #chainId: Uint8Array
  /** What was reached when the file was opened; undefined when it is new. */
  readonly found: Reached | undefined
  #number: number
  #height: number
  #syncing: Promise<void> = Promise.resolve()
  #waits = false
  #failure: StoreError | undefined

  private constructor(file: FileHandle, path: string, chainId: Uint8Array, last: Slot | undefined) {
    this.#file = file
    this.#path = path
    this.#chainId = chainId
    this.found = last?.reached
    this.#number = last?.number ?? 0
    this.#height = last?.reached.height ?? 0
  }

  /** @throws StoreError `corrupt` when the file is damaged or of another chain, `disk_full` or `io`. */
  static async open(dataDirectory: string, chainId: Uint8Array): Promise<VoteMark> {
    const path = join(dataDirectory, VOTE_MARK_FILE)
    try {
      const file = await openFile(path)
      try {
        const last = await readLast(file, path, chainId)
        const mark = new VoteMark(file, path, chainId, last)
        // Room for it now: later there may be none.
        if (!last) await file.write(new Uint8Array(2 * SLOT), 0, 2 * SLOT, 0)
        return mark
      } catch (error) {
        await file.close()
        throw error
      }
    } catch (error) {
      throw explain(error, path)
    }
  }

  /**
   * Resolves when a process that is killed would leave it behind; on the disk it is soon after. What is behind the mark, as
   * blocks that are fetched again, does not move it.
   * @throws StoreError
   */
  async note(reached: Reached): Promise<void> {
    if (this.#failure) throw this.#failure
    if (reached.height < this.#height) return
    this.#height = reached.height
    const number = this.#number + 1
    const slot = encodeSlot({ number, reached }, this.#chainId)
    try {
      await this.#file.write(slot, 0, SLOT, (number % 2) * SLOT)
      this.#number = number
    } catch (error) {
      throw this.#fail(error)
    }
    this.#sync()
  }

  async close(): Promise<void> {
    await this.#syncing
    await this.#file.close()
  }

  #sync(): void {
    if (this.#waits) return
    this.#waits = true
    this.#syncing = this.#syncing.then(async () => {
      this.#waits = false
      await this.#file.datasync().catch((error) => this.#fail(error))
    })
  }

  #fail(error: unknown): StoreError {
    this.#failure ??= explain(error, this.#path)
    return this.#failure
  }
}

type Slot = { readonly number: number; readonly reached: Reached }

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const file = await open(path, 'wx+', 0o600)
  await syncDirectory(join(path, '..'))
  return file
}

/** The slot written last; undefined when nothing has been written yet. @throws StoreError `corrupt` */
async function readLast(file: FileHandle, path: string, chainId: Uint8Array): Promise<Slot | undefined> {
  const bytes = new Uint8Array(2 * SLOT)
  const { bytesRead } = await file.read(bytes, 0, 2 * SLOT, 0)
  const slots = [0, 1].map((index) => decodeSlot(bytes.subarray(index * SLOT, (index + 1) * SLOT), chainId))
  const whole = slots.filter((slot) => slot !== undefined)
  if (whole.length > 0) return whole.reduce((last, slot) => (slot.number > last.number ? slot : last))
  // Nothing or zeros: it was made, and nothing was signed by it yet.
  if (bytesRead === 0 || bytes.every((byte) => byte === 0)) return undefined
  throw new StoreError('corrupt', `${path} is damaged or belongs to another chain`, { path })
}

function encodeSlot({ number, reached }: Slot, chainId: Uint8Array): Uint8Array {
  const content = new Writer().u64(number).u64(reached.height).u32(reached.record).finish()
  const slot = new Uint8Array(SLOT)
  slot.set(content)
  slot.set(checksum(chainId, content), LENGTH)
  return slot
}

function decodeSlot(slot: Uint8Array, chainId: Uint8Array): Slot | undefined {
  const content = slot.subarray(0, LENGTH)
  if (!equalBytes(checksum(chainId, content), slot.subarray(LENGTH, LENGTH + HASH_LENGTH))) return undefined
  const reader = new Reader(content)
  return { number: Number(reader.u64()), reached: { height: Number(reader.u64()), record: reader.u32() } }
}

function checksum(chainId: Uint8Array, content: Uint8Array): Uint8Array {
  return hash('vote mark', utf8(VOTE_MARK_FILE), chainId, content)
}

function explain(error: unknown, path: string): StoreError {
  if (error instanceof StoreError) return error
  return isNoRoom(error)
    ? new StoreError('disk_full', `no room to write ${path}`, { path }, error)
    : new StoreError('io', `${path} cannot be read or written`, { path }, error)
}
