/**
 * Checks proofs in batches: while one batch is in a worker, what comes in gathers for the next. So one transaction alone
 * is answered at once, and many together cost a fraction each.
 */
import { ProtocolError } from '../../protocol/errors.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { NodeError } from '../errors.ts'
import type { NodeLimits } from '../limits.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { VerifyJob } from '../workers/verify.ts'
import { WorkerError } from '../workers/worker-error.ts'

type Item = VerifyJob['items'][number]
type Waiting = {
  readonly item: Item
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export class Verification {
  readonly #network: { readonly chainId: Uint8Array; readonly params: NetworkParams }
  readonly #workers: NodeWorkers
  readonly #limits: Pick<NodeLimits, 'mempoolPending' | 'mempoolBatch'>
  readonly #waiting: Waiting[] = []
  #running = 0

  constructor(
    network: { readonly chainId: Uint8Array; readonly params: NetworkParams },
    workers: NodeWorkers,
    limits: Pick<NodeLimits, 'mempoolPending' | 'mempoolBatch'>,
  ) {
    this.#network = network
    this.#workers = workers
    this.#limits = limits
  }

  /** Transactions that wait or are being checked. */
  get pending(): number {
    return this.#waiting.length + this.#running
  }

  /**
   * Resolves when the proofs hold.
   * @throws ProtocolError naming the one that does not; NodeError `mempool_full` when too many wait; WorkerError.
   */
  verify(item: Item): Promise<void> {
    if (this.pending >= this.#limits.mempoolPending) return Promise.reject(new NodeError('mempool_full', {}))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      if (this.#running === 0) void this.#work()
    })
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, this.#limits.mempoolBatch)
      this.#running = batch.length
      await this.#check(batch)
      this.#running = 0
    }
  }

  async #check(batch: readonly Waiting[]): Promise<void> {
    try {
      const items = batch.map(({ item }) => item)
      const refused = await this.#workers.run('verify', { ...this.#network, items })
      for (const { index, code, message } of refused) batch[index]!.reject(new ProtocolError(code, message))
      // For those refused this comes too late to matter.
      for (const { resolve } of batch) resolve()
    } catch (error) {
      const full = error instanceof WorkerError && error.code === 'queue_full'
      for (const { reject } of batch) reject(full ? new NodeError('mempool_full', {}) : error)
    }
  }
}
