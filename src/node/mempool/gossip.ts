/**
 * Passes waiting transactions on: those this pool took in go to the neighbours, theirs go into this pool. What no block
 * takes is passed on again: it may have been lost, or come to a neighbour before the block whose coins it spends.
 */
import { ProtocolError, type ProtocolErrorCode } from '../../protocol/errors.ts'
import { breath } from '../breath.ts'
import type { Chain } from '../chain/chain.ts'
import { MAX_TRANSACTION_LENGTH } from '../chain/transaction-layout.ts'
import { FairQueue } from '../consensus/fair-queue.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Channel } from '../network/channel.ts'
import type { Mempool } from './mempool.ts'

export type GossipModules = {
  readonly chain: Pick<Chain, 'onCommit'>
  readonly mempool: Mempool
  readonly channel: Channel
  readonly logger: Logger
  readonly misbehaved: Misbehaved
}

/** Transactions handed to the pool together; it verifies them in batches. */
const HANDED_TOGETHER = 64
/** Every so many blocks those that have waited for as many are passed on again, the oldest. */
const REPEAT_BLOCKS = 8
const REPEATED = { transactions: 64, bytes: 1 << 20 }

/**
 * What a transaction may be refused for that was right when it was sent: a coin or a deposit may be in a block that this node
 * has not seen yet, and another may have changed the stake. All else was wrong from the beginning.
 */
const OF_THE_HEAD: ReadonlySet<ProtocolErrorCode> = new Set<ProtocolErrorCode>([
  ...(['unknown_input', 'unknown_stake', 'stake_refused', 'invalid_award'] as const),
])

export class Gossip {
  readonly #modules: GossipModules
  readonly #unread: FairQueue
  #reading: Promise<void> | undefined

  /** Passes on until the signal is aborted. */
  constructor(
    modules: GossipModules,
    { peerTransactions, peersBytes }: Pick<NodeLimits, 'peerTransactions' | 'peersBytes'>,
    signal: AbortSignal,
  ) {
    const { chain, mempool, channel } = modules
    this.#modules = modules
    this.#unread = new FairQueue({
      messages: peerTransactions,
      bytes: peerTransactions * MAX_TRANSACTION_LENGTH,
      allBytes: peersBytes,
    })
    const endings = [
      mempool.onAccepted((bytes) => channel.broadcast(bytes)),
      chain.onCommit(({ height }) => {
        if (height % REPEAT_BLOCKS > 0) return
        const overdue = mempool.overdue(REPEAT_BLOCKS, REPEATED.transactions, REPEATED.bytes)
        for (const bytes of overdue) channel.broadcast(bytes)
      }),
      channel.onMessage((from, bytes) => {
        if (bytes.length > MAX_TRANSACTION_LENGTH) modules.misbehaved(from, 'longer than any transaction')
        else if (this.#unread.add(from, bytes)) this.#reading ??= this.#read(signal)
      }),
    ]
    const end = () => {
      for (const ending of endings) ending()
    }
    signal.addEventListener('abort', end, { once: true })
  }

  /** Resolves when what neighbours in this process have passed on by now is in the pool, or refused. */
  async settle(): Promise<void> {
    // one turn for it to arrive, another for those who heard of it in that turn
    await breath()
    await breath()
    await this.#reading
  }

  async #read(signal: AbortSignal): Promise<void> {
    // Whatever arrives in the same turn is verified together.
    await breath()
    while (!this.#unread.isEmpty && !signal.aborted) {
      const taken = this.#unread.take(HANDED_TOGETHER)
      await Promise.all(taken.map(({ from, bytes }) => this.#submit(from, bytes, signal)))
    }
    this.#reading = undefined
  }

  async #submit(from: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const { mempool, logger, misbehaved } = this.#modules
    try {
      const admission = await mempool.submit(bytes)
      if (admission.accepted || !(admission.error instanceof ProtocolError)) return
      if (OF_THE_HEAD.has(admission.error.code)) return
      misbehaved(from, `an invalid transaction: ${admission.error.message}`)
    } catch (error) {
      if (!signal.aborted) logger.error({ err: error }, 'a transaction of a peer could not be checked')
    }
  }
}
