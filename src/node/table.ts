/** A named part of the store: its keys share a prefix that no other table's keys have. */
import type { ClassicLevel } from 'classic-level'
import { concat, utf8 } from '../protocol/bytes.ts'
import type { Operation } from './batch.ts'
import type { StoreError } from './store-error.ts'

export type Database = ClassicLevel<Uint8Array, Uint8Array>

export type Entry = readonly [key: Uint8Array, value: Uint8Array]

/** Bounds of a walk through a table, in the order of its keys' bytes. */
export type Range = {
  readonly gt?: Uint8Array
  readonly gte?: Uint8Array
  readonly lt?: Uint8Array
  readonly lte?: Uint8Array
  readonly reverse?: boolean
  /** At most so many entries. */
  readonly limit?: number
  /** What the store held when the view was taken; what it holds now when left out. */
  readonly view?: View | undefined
}

/** The whole store as it was at one moment. To be closed: it keeps what has been deleted since from being cleared away. */
export type View = ReturnType<Database['snapshot']>

/** Entries read ahead in a walk, and their bytes at most. */
const WALK_STEP = 256
const WALK_BYTES = 128 * 1024

/** `put` and `delete` make operations for a batch; reads see what has been committed. */
export class Table {
  readonly #database: Database
  readonly #prefix: Uint8Array
  readonly #end: Uint8Array
  readonly #explain: (error: unknown) => StoreError

  constructor(name: string, database: Database, explain: (error: unknown) => StoreError) {
    if (!/^[a-z]+(?:-[a-z]+)*$/.test(name)) throw new RangeError('a table is named by lower-case words')
    this.#database = database
    // No name holds a byte below 2, so no table's keys lie between another's.
    this.#prefix = concat(utf8(name), Uint8Array.of(0))
    this.#end = concat(utf8(name), Uint8Array.of(1))
    this.#explain = explain
  }

  put(key: Uint8Array, value: Uint8Array): Operation {
    return { type: 'put', key: this.keyOf(key), value }
  }

  delete(key: Uint8Array): Operation {
    return { type: 'del', key: this.keyOf(key) }
  }

  /** The value, or undefined. */
  async get(key: Uint8Array): Promise<Uint8Array | undefined> {
    const value = await this.#reading(this.#database.get(this.keyOf(key)))
    return value && plain(value)
  }

  /** The values in the order of `keys`, undefined where there is none. */
  async getMany(keys: readonly Uint8Array[]): Promise<(Uint8Array | undefined)[]> {
    const values = await this.#reading(this.#database.getMany(keys.map((key) => this.keyOf(key))))
    return values.map((value) => value && plain(value))
  }

  async has(key: Uint8Array): Promise<boolean> {
    return (await this.#reading(this.#database.get(this.keyOf(key)))) !== undefined
  }

  /** Walks through the entries of a range as they were at the first step. */
  async *range(range: Range = {}): AsyncGenerator<Entry> {
    const iterator = this.#database.iterator({ ...this.#bounds(range), highWaterMarkBytes: WALK_BYTES })
    try {
      for (;;) {
        const entries = await this.#reading(iterator.nextv(WALK_STEP))
        if (entries.length === 0) return
        for (const entry of entries) yield this.#entryOf(entry)
      }
    } finally {
      await iterator.close()
    }
  }

  /** As {@link range}, the values alone. */
  async *values(range: Range = {}): AsyncGenerator<Uint8Array> {
    const iterator = this.#database.values({ ...this.#bounds(range), highWaterMarkBytes: WALK_BYTES })
    try {
      for (;;) {
        const values = await this.#reading(iterator.nextv(WALK_STEP))
        if (values.length === 0) return
        for (const value of values) yield plain(value)
      }
    } finally {
      await iterator.close()
    }
  }

  /** The entries of a range at once: for pages, so give a limit. */
  async entries(range: Range = {}): Promise<Entry[]> {
    const entries = await this.#reading(this.#database.iterator(this.#bounds(range)).all())
    return entries.map((entry) => this.#entryOf(entry))
  }

  /** The first key of a range, or undefined. */
  async firstKey(range: Range = {}): Promise<Uint8Array | undefined> {
    const [entry] = await this.entries({ ...range, limit: 1 })
    return entry?.[0]
  }

  /** The key under which the store as a whole knows `key`. */
  keyOf(key: Uint8Array): Uint8Array {
    return concat(this.#prefix, key)
  }

  #bounds({ gt, gte, lt, lte, reverse = false, limit = -1, view }: Range) {
    return {
      ...(view && { snapshot: view }),
      ...(gt ? { gt: this.keyOf(gt) } : { gte: gte ? this.keyOf(gte) : this.#prefix }),
      ...(lte ? { lte: this.keyOf(lte) } : { lt: lt ? this.keyOf(lt) : this.#end }),
      reverse,
      limit,
    }
  }

  #entryOf([key, value]: readonly [Uint8Array, Uint8Array]): Entry {
    return [plain(key).subarray(this.#prefix.length), plain(value)]
  }

  async #reading<T>(work: Promise<T>): Promise<T> {
    try {
      return await work
    } catch (error) {
      throw this.#explain(error)
    }
  }
}

/** LevelDB hands out Buffers, whose `slice` shares memory; the rest of the node knows only Uint8Array. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
