/**
 * The clock of a development network, which can be put forward and stays so over restarts: blocks carry its time, and time
 * on a chain does not go back.
 */
import { fromLe64, le64, utf8 } from '../protocol/bytes.ts'
import type { Batch } from './batch.ts'
import type { AdjustableClock } from './clock.ts'
import type { Store } from './store.ts'
import type { Table } from './table.ts'

const OFFSET_KEY = utf8('clock-offset')

export class DevTime {
  readonly #clock: AdjustableClock
  readonly #table: Table
  #offset: bigint

  /** Use {@link openDevTime}. */
  constructor(clock: AdjustableClock, table: Table, offset: bigint) {
    this.#clock = clock
    this.#table = table
    this.#offset = offset
  }

  /** Puts the clock forward when the batch is on disk. @returns the time it will then be, were it at once. */
  advance(batch: Batch, ms: number): number {
    if (ms === 0) return this.#clock.now()
    const offset = this.#offset + BigInt(ms)
    batch.put(this.#table, OFFSET_KEY, le64(offset))
    batch.onCommit(() => {
      this.#offset = offset
      this.#clock.advance(ms)
    })
    return this.#clock.now() + ms
  }
}

/** Puts the clock forward by what it was put forward before. */
export async function openDevTime(store: Store, clock: AdjustableClock): Promise<DevTime> {
  const table = store.table('meta')
  const stored = await table.get(OFFSET_KEY)
  const offset = stored ? fromLe64(stored) : 0n
  clock.advance(Number(offset))
  return new DevTime(clock, table, offset)
}
