/**
 * What a node keeps: one LevelDB in which keys and values are bytes. Every write goes through one queue, and each entry
 * of the queue is one atomic batch that is on disk before anybody hears of it. So whatever is written together is there
 * together after a crash at any instant, and numbers handed out while a batch is built follow the order of the commits.
 */
import { mkdir } from 'node:fs/promises'
import { ClassicLevel } from 'classic-level'
import { utf8 } from '../protocol/bytes.ts'
import { Batch, type Operation } from './batch.ts'
import { breath } from './breath.ts'
import { checkFiles } from './database-files/check-files.ts'
import { scrub } from './database-files/scrub.ts'
import { DEFAULT_LIMITS, type NodeLimits } from './limits.ts'
import type { Logger } from './logger.ts'
import { StoreError, storeErrorFrom } from './store-error.ts'
import { type Database, Table, type View } from './table.ts'

/** Layout of the records. A store of another layout is refused, never guessed at. */
export const SCHEMA_VERSION = 5

/** Operations of a batch handed to LevelDB without a pause, about two milliseconds. */
const HANDED_AT_ONCE = 1_024

export type StoreModules = {
  readonly logger: Logger
  readonly limits?: Pick<NodeLimits, 'storeCacheBytes'>
  /**
   * Told once, when a write fails or damage is found. Nothing is written after that: what reached the disk is only known
   * after a restart.
   */
  readonly onFailure?: (error: StoreError) => void
}

export class Store {
  readonly #database: Database
  readonly #directory: string
  readonly #logger: Logger
  readonly #onFailure: (error: StoreError) => void
  #queue: Promise<unknown> = Promise.resolve()
  #refusal: StoreError | undefined
  readonly #closing = new AbortController()

  /** Use {@link openStore}. */
  constructor(database: Database, directory: string, modules: StoreModules) {
    this.#database = database
    this.#directory = directory
    this.#logger = modules.logger
    this.#onFailure = modules.onFailure ?? (() => {})
  }

  /** A named part of the store with keys of its own. Names are lower-case words. */
  table(name: string): Table {
    return new Table(name, this.#database, (error) => {
      const explained = storeErrorFrom(error, this.#directory)
      if (explained.code === 'corrupt') this.refuse(explained)
      return explained
    })
  }

  /** Looks for damage in the background until the store is closed. */
  watch(): void {
    const { signal } = this.#closing
    scrub(this.#directory, signal).catch((error) => {
      if (signal.aborted) return
      this.refuse(storeErrorFrom(error, this.#directory))
    })
  }

  /** Takes no more writes, because damage was found. */
  refuse(error: StoreError): void {
    this.#refuse(error, 'the database is damaged; nothing more is written')
  }

  /**
   * Builds one batch and commits it: `build` runs when every earlier batch is on disk, and the promise resolves with its
   * result when this one is. If `build` throws, nothing is written. `build` must not wait for another commit, and should
   * do slow work before, because everybody waits for it.
   * @throws StoreError; the store takes no more writes after one failed.
   */
  transact<T>(build: (batch: Batch) => T | Promise<T>): Promise<T> {
    const done = this.#queue.then(() => this.#commit(build))
    this.#queue = done.catch(() => {})
    return done
  }

  /** What is on disk at this moment. In a listener of a commit that is the store right after its batch. */
  view(): View {
    return this.#database.snapshot()
  }

  /** Commits `operations` as one batch. */
  commit(operations: readonly Operation[]): Promise<void> {
    return this.transact((batch) => batch.add(...operations))
  }

  /** Waits for the commits under way and closes. Later writes fail with code `closed`. */
  async close(): Promise<void> {
    this.#closing.abort()
    await this.#queue
    this.#refusal ??= new StoreError('closed', 'the database is closed')
    await this.#database.close()
  }

  async #commit<T>(build: (batch: Batch) => T | Promise<T>): Promise<T> {
    if (this.#refusal) throw this.#refusal
    const batch = new Batch()
    const result = await build(batch)
    const { operations, listeners } = batch.seal()
    if (operations.length > 0) await this.#write(operations)
    for (const listener of listeners) this.#tell(listener)
    return result
  }

  async #write(operations: readonly Operation[]): Promise<void> {
    try {
      const batch = this.#database.batch()
      for (const operation of operations) {
        if (operation.type === 'put') batch.put(operation.key, operation.value)
        else batch.del(operation.key)
        if (batch.length % HANDED_AT_ONCE === 0) await breath()
      }
      await batch.write({ sync: true })
    } catch (error) {
      throw this.#refuse(
        storeErrorFrom(error, this.#directory),
        'a write to the database failed; nothing more is written',
      )
    }
  }

  /** From now on nothing is written. */
  #refuse(error: StoreError, message: string): StoreError {
    if (this.#refusal) return this.#refusal
    this.#refusal = error
    this.#logger.error({ code: error.code, reason: error.message }, message)
    this.#tell(() => this.#onFailure(error))
    return error
  }

  /** A listener's fault is not the committer's: the batch is on disk. */
  #tell(listener: () => void): void {
    try {
      listener()
    } catch (error) {
      this.#logger.error({ err: error }, 'a listener of the store failed')
    }
  }
}

/**
 * Opens the store in `directory`, making it when there is none.
 * @throws StoreError `locked`, `corrupt`, `disk_full`, `wrong_schema` or `io`.
 */
export async function openStore(directory: string, modules: StoreModules): Promise<Store> {
  const { storeCacheBytes } = modules.limits ?? DEFAULT_LIMITS
  let database: Database
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await checkFiles(directory)
    // Not made before: it opens by itself soon after.
    database = new ClassicLevel(directory, {
      keyEncoding: 'view',
      valueEncoding: 'view',
      cacheSize: storeCacheBytes,
      // Most of what is in it are proofs and ciphertexts, which get no shorter.
      compression: false,
    })
    await database.open()
  } catch (error) {
    throw storeErrorFrom(error, directory)
  }
  const store = new Store(database, directory, modules)
  try {
    await checkSchema(store, database)
  } catch (error) {
    await database.close()
    throw storeErrorFrom(error, directory)
  }
  store.watch()
  return store
}

async function checkSchema(store: Store, database: Database): Promise<void> {
  const meta = store.table('meta')
  const key = utf8('schema')
  const found = await meta.get(key)
  const wanted = utf8(String(SCHEMA_VERSION))
  if (!found && (await database.keys({ limit: 1 }).all()).length === 0) {
    await store.commit([meta.put(key, wanted)])
    return
  }
  const version = found ? new TextDecoder().decode(found) : 'none'
  if (version !== String(SCHEMA_VERSION)) {
    throw new StoreError(
      'wrong_schema',
      `the database has layout ${version}; this version reads ${SCHEMA_VERSION}`,
      { found: version, expected: SCHEMA_VERSION },
    )
  }
}
