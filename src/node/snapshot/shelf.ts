/**
 * The snapshots that a node has ready for others: a directory each, with a file for the manifest and one for each chunk. One
 * under construction has another name until it is whole. Files carry a hash of their own: what a disk has damaged is never
 * served, since to whoever asks it would be a lie.
 */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { concat, equalBytes, toHex } from '../../protocol/bytes.ts'
import { HASH_LENGTH, hash } from '../../protocol/crypto/hash.ts'
import { syncDirectory } from '../files.ts'
import { chunkCount, decodeManifest, manifestId } from './manifest.ts'

/** A snapshot by its name: the height, and the id of its manifest. */
export type SnapshotName = { readonly height: number; readonly id: Uint8Array }

/** A snapshot that is ready, of so many chunks. */
export type ShelfItem = SnapshotName & { readonly chunks: number }

/** A snapshot under construction. */
export type Draft = {
  /** Writes a chunk durably. */
  put(number: number, chunk: Uint8Array): Promise<void>
  /** Makes it one of those that are ready, and drops the oldest beyond what is kept. */
  publish(manifest: Uint8Array): Promise<void>
  discard(): Promise<void>
}

const MANIFEST = 'manifest'
const DRAFT = 'draft'

export class SnapshotShelf {
  readonly #directory: string
  readonly #kept: number
  /** The newest first. */
  #items: readonly ShelfItem[] = []

  /** Use {@link openShelf}. @param kept snapshots that are ready at once, at most. */
  constructor(directory: string, kept: number) {
    this.#directory = directory
    this.#kept = kept
  }

  get items(): readonly ShelfItem[] {
    return this.#items
  }

  find(id: Uint8Array): ShelfItem | undefined {
    return this.#items.find((item) => equalBytes(item.id, id))
  }

  /** Undefined when it is gone or damaged; then the whole snapshot is taken off the shelf. */
  async manifest(item: ShelfItem): Promise<Uint8Array | undefined> {
    return this.#read(item, MANIFEST)
  }

  /** As {@link manifest}. */
  async chunk(item: ShelfItem, number: number): Promise<Uint8Array | undefined> {
    if (number >= item.chunks) return undefined
    return this.#read(item, String(number))
  }

  async begin(): Promise<Draft> {
    const directory = join(this.#directory, DRAFT)
    await rm(directory, { recursive: true, force: true })
    await mkdir(directory, { mode: 0o700 })
    return {
      put: (number, chunk) => writeChecked(join(directory, String(number)), chunk),
      publish: async (manifest) => {
        await writeChecked(join(directory, MANIFEST), manifest)
        await syncDirectory(directory)
        const item = itemOf(manifest)
        await rm(this.#pathOf(item), { recursive: true, force: true })
        await rename(directory, this.#pathOf(item))
        await syncDirectory(this.#directory)
        await this.#keep([item, ...this.#items.filter(({ id }) => !equalBytes(id, item.id))])
      },
      discard: () => rm(directory, { recursive: true, force: true }),
    }
  }

  /** Takes stock of what is there after a start. */
  async load(): Promise<void> {
    await mkdir(this.#directory, { recursive: true, mode: 0o700 })
    const found: ShelfItem[] = []
    for (const name of await readdir(this.#directory)) {
      const manifest = await readChecked(join(this.#directory, name, MANIFEST))
      const item = manifest && itemOf(manifest)
      if (item && nameOf(item) === name) found.push(item)
      else await rm(join(this.#directory, name), { recursive: true, force: true })
    }
    await this.#keep(found)
  }

  async #keep(items: readonly ShelfItem[]): Promise<void> {
    const sorted = items.toSorted((one, other) => other.height - one.height)
    this.#items = sorted.slice(0, this.#kept)
    for (const item of sorted.slice(this.#kept))
      await rm(this.#pathOf(item), { recursive: true, force: true })
  }

  async #read(item: ShelfItem, file: string): Promise<Uint8Array | undefined> {
    const bytes = await readChecked(join(this.#pathOf(item), file))
    if (!bytes) {
      this.#items = this.#items.filter((one) => one !== item)
      await rm(this.#pathOf(item), { recursive: true, force: true })
    }
    return bytes
  }

  #pathOf(item: ShelfItem): string {
    return join(this.#directory, nameOf(item))
  }
}

/** Opens the shelf in a directory, making it when there is none. */
export async function openShelf(directory: string, kept: number): Promise<SnapshotShelf> {
  const shelf = new SnapshotShelf(directory, kept)
  await shelf.load()
  return shelf
}

function nameOf({ height, id }: SnapshotName): string {
  return `${height}-${toHex(id)}`
}

function itemOf(bytes: Uint8Array): ShelfItem {
  const manifest = decodeManifest(bytes)
  return { height: manifest.head.state.height, id: manifestId(bytes), chunks: chunkCount(manifest) }
}

async function writeChecked(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(concat(hash('snapshot file', bytes), bytes))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Undefined for a file that is not there, cannot be read, or is not what was written. */
async function readChecked(path: string): Promise<Uint8Array | undefined> {
  try {
    const whole = await readFile(path)
    const bytes = new Uint8Array(whole.buffer, whole.byteOffset + HASH_LENGTH, whole.length - HASH_LENGTH)
    return equalBytes(hash('snapshot file', bytes), whole.subarray(0, HASH_LENGTH)) ? bytes : undefined
  } catch {
    return undefined
  }
}
