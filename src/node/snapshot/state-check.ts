/**
 * Holds the state on disk against what the chain has certified, now and then while the node has nothing better to do: LtHash of all
 * coins and entries of the stake, read anew, has to lead to the commitment in the header of the same height. It finds what
 * checksums of files do not: rows that were written wrong, by a fault of memory or of this program.
 */
import { equalBytes, utf8 } from '../../protocol/bytes.ts'
import { decodeAll } from '../../protocol/codec.ts'
import { LtHash } from '../../protocol/crypto/lthash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { type LedgerState, stateCommitment } from '../../protocol/ledger.ts'
import { readBlockRecord } from '../chain/block-record.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import { be64, fromBe64 } from '../ordered-keys.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import type { Table, View } from '../table.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { ChunkKind } from './chunk.ts'
import { encodeRows, inChunks } from './make-snapshot.ts'

export type StateCheckModules = {
  readonly chain: Chain
  readonly store: Store
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
  /** Whether the node has nothing better to do. */
  readonly isIdle: () => boolean
}

/** Rows read and hashed at once: some ten milliseconds of a worker thread. */
const ROWS = 256
/** It rests so many times as long as the rows before took, and milliseconds at least. */
const REST = { times: 9, least: 20 }
/** Milliseconds between two looks at whether the node has nothing better to do. */
const LOOK = 60_000
/** When it was done last, milliseconds since 1970. */
const LAST_KEY = utf8('last')

export class StateCheck {
  readonly #modules: StateCheckModules
  readonly #interval: number
  #height = 0

  /** @param interval milliseconds between two checks, also over restarts. */
  constructor(modules: StateCheckModules, interval: number) {
    this.#modules = modules
    this.#interval = interval
  }

  /** Of the last state that was found right since the start; 0 when there is none. */
  get height(): number {
    return this.#height
  }

  /** Checks whenever it is time, until the signal is aborted or damage is found: then the store takes no more writes. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock, store, logger } = this.#modules
    while (!signal.aborted) {
      try {
        await this.#once(signal)
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof StoreError) {
          // what else is wrong with the store is reported by itself
          if (error.code === 'corrupt') store.refuse(error)
          return
        }
        logger.warn({ err: error }, 'the state on disk could not be checked; it is tried again')
        await clock.sleep(LOOK, signal).catch(() => {})
      }
    }
  }

  /** Waits until it is time, and checks. @throws StoreError `corrupt` when something is wrong. */
  async #once(signal: AbortSignal): Promise<void> {
    const { clock, logger, isIdle } = this.#modules
    await clock.sleep(await this.#wait(), signal)
    while (!isIdle()) await clock.sleep(LOOK, signal)
    const { state, view } = await this.#afterCommit(signal)
    try {
      await this.#check(state, view, signal)
    } finally {
      await view.close()
    }
    this.#height = state.height
    await this.#note()
    logger.info({ height: state.height }, 'the state on disk is what the chain says')
  }

  /** Milliseconds until the next check; the first comes when the node has been there for so long. */
  async #wait(): Promise<number> {
    const { clock, store } = this.#modules
    const last = await store.table('state-check').get(LAST_KEY)
    if (!last) await this.#note()
    const age = last ? clock.now() - Number(fromBe64(last)) : 0
    // a clock that was put back does not put the check off for more than once
    return age < 0 ? this.#interval : Math.max(0, this.#interval - age)
  }

  async #note(): Promise<void> {
    const { clock, store } = this.#modules
    await store.commit([store.table('state-check').put(LAST_KEY, be64(clock.now()))])
  }

  /** The state after the next block, and the store as it is right then. */
  #afterCommit(signal: AbortSignal): Promise<{ state: LedgerState; view: View }> {
    const { chain, store } = this.#modules
    return new Promise((resolve, reject) => {
      const abort = () => {
        end()
        reject(signal.reason)
      }
      const end = chain.onCommit(({ height }) => {
        // where several blocks were committed together, the store is past all but the last of them
        if (height !== chain.height) return
        end()
        signal.removeEventListener('abort', abort)
        resolve({ state: chain.state, view: store.view() })
      })
      if (signal.aborted) abort()
      else signal.addEventListener('abort', abort, { once: true })
    })
  }

  async #check(state: LedgerState, view: View, signal: AbortSignal): Promise<void> {
    const { tables } = this.#modules.chain
    const { height } = state
    const record = await tables.blocks.get(be64(height))
    if (!record) throw damaged(height)
    try {
      const { header } = decodeAll(record, readBlockRecord)
      const unspent = await this.#sum('coins', tables.coins, view, signal)
      const entries = await this.#sum('entries', tables.entries, view, signal)
      const found = stateCommitment({ ...state, unspent, stake: { ...state.stake, entries } })
      if (!equalBytes(found, header.stateCommitment)) throw damaged(height)
    } catch (error) {
      throw error instanceof ProtocolError ? damaged(height, error) : error
    }
  }

  /** LtHash of all rows of a table, some at a time. @throws ProtocolError for rows that cannot be read. */
  async #sum(kind: ChunkKind, table: Table, view: View, signal: AbortSignal): Promise<Uint8Array> {
    const { workers, clock } = this.#modules
    const sum = new LtHash()
    for await (const rows of inChunks(table, view, ROWS)) {
      const begun = clock.now()
      const part = await workers.run('snapshotChunk', { kind, chunk: encodeRows(kind, rows) }, signal)
      sum.join(part.sum)
      await clock.sleep(Math.max(REST.least, REST.times * (clock.now() - begun)), signal)
    }
    return sum.toBytes()
  }
}

function damaged(height: number, cause?: unknown): StoreError {
  const message = `the database is damaged: its coins and stake are not those that block ${height} commits to`
  return new StoreError('corrupt', message, { height }, cause)
}
