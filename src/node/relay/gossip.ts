/**
 * Public transactions: those that are new go to the neighbours in batches, theirs go into this pool, and what a batch is worth
 * decides whether it is passed on. What no block takes is said again: it may have been lost, or come to a neighbour before
 * the block whose coins it spends.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { breath } from '../breath.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { Logger } from '../logger.ts'
import type { Mempool } from '../mempool/mempool.ts'
import type { Channel, Verdict } from '../network/channel.ts'
import { encodeBatches } from './batch.ts'
import { type BatchLimits, BatchReader } from './batch-reader.ts'
import { Collector } from './collector.ts'
import { isInvalidInItself } from './of-the-head.ts'
import type { RelayParams } from './params.ts'
import { Parked } from './parked.ts'

export type GossipModules = {
  readonly chain: Pick<Chain, 'onCommit'>
  readonly mempool: Pick<Mempool, 'submit' | 'isVerified' | 'overdue'>
  readonly channel: Channel
  readonly clock: Pick<Clock, 'sleep'>
  readonly logger: Logger
  readonly misbehaved: Misbehaved
}

/** Every so many blocks those that have waited for as many are said again, the oldest. */
const REPEAT_BLOCKS = 8
const REPEATED = { transactions: 64, bytes: 1 << 20 }

/**
 * What a transaction of a batch is to this node. `new` and `known` were verified here, byte for byte; `open` was not, be it
 * that it fits this head badly, that it is in a block already or that there is no room.
 */
type Worth = 'new' | 'known' | 'open' | 'invalid'

export class Gossip {
  readonly #modules: GossipModules
  readonly #collector: Collector
  readonly #reader: BatchReader
  readonly #parked = new Parked()

  /** Passes on until the signal is aborted. */
  constructor(
    modules: GossipModules,
    { collect, gather }: Pick<RelayParams, 'collect' | 'gather'>,
    limits: BatchLimits,
    signal: AbortSignal,
  ) {
    const { chain, channel, clock } = modules
    this.#modules = modules
    this.#collector = new Collector((batch) => channel.broadcast(batch), collect, { clock, signal })
    this.#reader = new BatchReader(modules, (from, batch) => this.#take(from, batch), gather, limits, signal)
    const leave = chain.onCommit(({ height }) => {
      void this.#tryParked(signal)
      if (height % REPEAT_BLOCKS === 0) this.#repeat(height)
    })
    signal.addEventListener('abort', leave, { once: true })
  }

  /** Says a transaction of the pool to the neighbours, with the others of these moments. */
  publish(bytes: Uint8Array): void {
    this.#collector.add(bytes)
  }

  /** Resolves when what neighbours in this process have said by now is in the pool, or refused. */
  async settle(): Promise<void> {
    this.#collector.flush()
    // one turn for it to arrive, another for those who heard of it in that turn
    await breath()
    await breath()
    await this.#reader.settle()
  }

  #repeat(height: number): void {
    const { mempool, channel } = this.#modules
    const overdue = mempool.overdue(REPEAT_BLOCKS, REPEATED.transactions, REPEATED.bytes)
    for (const batch of encodeBatches(overdue, height)) channel.broadcast(batch)
  }

  /**
   * A batch goes on as it is when all of it was verified here and half of it was new: nobody answers for what it did not
   * check, and what is known already cannot be sent round again at no cost. Else what is new goes on in a batch of this node.
   */
  async #take(from: PeerId, batch: readonly Uint8Array[]): Promise<Verdict> {
    const worths = await Promise.all(batch.map((bytes) => this.#worthOf(from, bytes)))
    const fresh = batch.filter((_, index) => worths[index] === 'new')
    if (worths.every((worth) => worth === 'new' || worth === 'known') && 2 * fresh.length >= batch.length) {
      return 'accept'
    }
    for (const bytes of fresh) this.publish(bytes)
    return worths.includes('invalid') ? 'reject' : 'ignore'
  }

  async #worthOf(from: PeerId, bytes: Uint8Array): Promise<Worth> {
    const { mempool, misbehaved } = this.#modules
    if (mempool.isVerified(bytes)) return 'known'
    const admission = await mempool.submit(bytes)
    // One of the same id is known, but for its signatures.
    if (admission.accepted) return mempool.isVerified(bytes) ? 'new' : 'open'
    const { error } = admission
    if (error instanceof ProtocolError && error.code === 'unknown_input') this.#parked.add(bytes)
    if (!isInvalidInItself(error)) return 'open'
    misbehaved(from, `an invalid transaction: ${error.message}`)
    return 'invalid'
  }

  /** What spends coins that a block has brought may be new now. */
  async #tryParked(signal: AbortSignal): Promise<void> {
    const { mempool, logger } = this.#modules
    const parked = this.#parked.take()
    if (parked.length === 0) return
    try {
      await Promise.all(parked.map((bytes) => mempool.submit(bytes)))
      for (const bytes of parked) if (mempool.isVerified(bytes)) this.publish(bytes)
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, 'transactions that waited could not be checked')
    }
  }
}
