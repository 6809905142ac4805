/**
 * Transactions on their way: those of this node leave by the stem like those that come by it, and go straight to the pool and
 * the neighbours where there is no stem, nor any to be expected soon.
 */
import type { Random } from '../../protocol/crypto/random.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { Logger } from '../logger.ts'
import type { StemMeasures } from '../measures.ts'
import type { Admission, Mempool } from '../mempool/mempool.ts'
import type { NodeNetwork } from '../network/channel.ts'
import type { BatchLimits } from './batch-reader.ts'
import { Flush } from './flush.ts'
import { Gossip } from './gossip.ts'
import type { RelayParams } from './params.ts'
import { Stem } from './stem.ts'
import type { StempoolLimits } from './stempool.ts'

export type RelayModules = {
  readonly chain: Pick<Chain, 'onCommit'>
  readonly mempool: Pick<Mempool, 'submit' | 'check' | 'admit' | 'isVerified' | 'overdue' | 'onAccepted'>
  readonly network: Pick<NodeNetwork, 'connections' | 'transactions' | 'stem' | 'seeks'>
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly misbehaved: Misbehaved
}

export type RelayLimits = StempoolLimits & BatchLimits

export class Relay {
  readonly #modules: RelayModules
  readonly #signal: AbortSignal
  readonly #flush: Flush
  readonly #gossip: Gossip
  readonly #stem: Stem

  /** Passes on until the signal is aborted. */
  constructor(modules: RelayModules, params: RelayParams, limits: RelayLimits, signal: AbortSignal) {
    const { clock, random, network } = modules
    this.#modules = modules
    this.#signal = signal
    this.#flush = new Flush(params.flush, { clock, random, signal })
    const gossip = new Gossip({ ...modules, channel: network.transactions }, params, limits, signal)
    const publish = (bytes: Uint8Array) => gossip.publish(bytes)
    this.#gossip = gossip
    this.#stem = new Stem({ ...modules, flush: this.#flush, publish }, params, limits, signal)
  }

  /**
   * Takes a transaction of this node's own, whatever the bytes. One that is known already is accepted again. What leaves by the
   * stem is in no pool until somebody has made it public.
   * @throws WorkerError or StoreError when the node itself fails, never over the bytes.
   */
  async submit(bytes: Uint8Array): Promise<Admission> {
    const { mempool } = this.#modules
    const copy = bytes.slice()
    if (this.#stem.takesOwn) return this.#stem.submit(copy)
    const isKnown = mempool.isVerified(copy)
    const admission = await mempool.submit(copy)
    if (!isKnown && mempool.isVerified(copy)) void this.#publish(copy)
    return admission
  }

  get measures(): StemMeasures {
    return this.#stem.measures
  }

  /** Resolves when what nodes in this process have made public by now is in the pool, or refused. */
  async settle(): Promise<void> {
    await Promise.all([this.#gossip.settle(), this.#stem.settle()])
  }

  async #publish(bytes: Uint8Array): Promise<void> {
    try {
      await this.#flush.next()
    } catch (error) {
      if (this.#signal.aborted) return
      throw error
    }
    if (this.#modules.mempool.isVerified(bytes)) this.#gossip.publish(bytes)
  }
}
