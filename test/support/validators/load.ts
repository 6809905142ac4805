/** The load on a network of processes: each validator has a wallet that pays, and a reader of its events. */

import { type CrashRunResult, checkEverything, checkRepeats } from '../crash-checks.ts'
import { createWorld, type Load, startLoad, startReader, type World } from '../crash-load.ts'
import { seededRandom } from '../seeded-random.ts'
import type { ManagedProcess } from './process.ts'

export type Loaded = {
  readonly world: World
  /** Calls that were accepted. */
  readonly accepted: number
  /** What it has promised of late it still knows. */
  checkRepeats(): Promise<void>
  /** No further call. */
  stop(): Promise<void>
  /** What was accepted is final, once; and money and events are right. */
  check(): Promise<CrashRunResult>
  abort(): void
}

/** Coins of each payer: more than one, so that it need not wait for its change. */
const COINS = 3
/** A call every quarter of a second from each wallet: blocks carry a few transactions, and nothing waits for long. */
const LOAD = { callers: 1, pause: 250 }

export async function loadValidator(
  { client, number }: Pick<ManagedProcess, 'client'> & { readonly number: number },
  seed: number,
  rate: Load = LOAD,
): Promise<Loaded> {
  const world = await createWorld(client, COINS)
  const random = seededRandom(seed + number)
  const load = startLoad(client, world, seed + number, rate)
  const reader = startReader(client)
  return {
    world,
    get accepted() {
      return load.accepted.length
    },
    checkRepeats: () => checkRepeats(client, world, load.accepted, random),
    stop: load.stop,
    check: () => checkEverything(client, world, load.accepted, reader),
    abort: load.abort,
  }
}
