/**
 * Checks transactions in batches: what comes in the same turn goes together, and while a thread is at work what comes in gathers
 * for the next batch, unless there is enough for one more. After a batch the threads have a rest in proportion to the time it
 * took, for the next one to gather. So one transaction alone is answered at once, and many together cost a fraction each.
 */
import { HASH_LENGTH } from '../../protocol/crypto/hash.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { NodeLimits } from '../limits.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { unpack } from '../workers/packed.ts'
import { inParts } from '../workers/parts.ts'
import { refusalError, type VerifyItem } from '../workers/verify.ts'
import { WorkerError } from '../workers/worker-error.ts'

export type VerificationLimits = Pick<NodeLimits, 'mempoolPending' | 'mempoolBatch' | 'verifyPart'>

type Waiting = {
  readonly item: VerifyItem
  readonly resolve: (id: Uint8Array) => void
  readonly reject: (error: unknown) => void
}

/** How long a rest is: so many times the time that the batch took, milliseconds at most. A batch of that time needs none. */
const REST = { times: 8, most: 100 } as const

export class Verification {
  readonly #network: { readonly chainId: Uint8Array; readonly params: NetworkParams }
  readonly #workers: NodeWorkers
  readonly #clock: Clock
  readonly #limits: VerificationLimits
  readonly #waiting: Waiting[] = []
  /** Transactions that are being checked, and in how many jobs. */
  #running = 0
  #jobs = 0
  /** Whether the threads get work at the end of this turn. */
  #called = false
  /** Rests that have not ended: no batch begins before unless it is a large one. */
  #rests = 0

  constructor(
    network: { readonly chainId: Uint8Array; readonly params: NetworkParams },
    { workers, clock }: { workers: NodeWorkers; clock: Clock },
    limits: VerificationLimits,
  ) {
    this.#network = network
    this.#workers = workers
    this.#clock = clock
    this.#limits = limits
  }

  /** Transactions that wait or are being checked. */
  get pending(): number {
    return this.#waiting.length + this.#running
  }

  /**
   * Resolves with the id of the transaction when it holds on its own.
   * @throws ProtocolError naming the rule it breaks; NodeError `mempool_full` when too many wait; WorkerError.
   */
  verify(item: VerifyItem): Promise<Uint8Array> {
    if (this.pending >= this.#limits.mempoolPending) return Promise.reject(new NodeError('mempool_full', {}))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      this.#workSoon()
    })
  }

  #workSoon(): void {
    if (this.#called) return
    this.#called = true
    void breath().then(() => {
      this.#called = false
      this.#work()
    })
  }

  /** Shares what waits among the threads that no batch of ours is in. */
  #work(): void {
    const { mempoolBatch, verifyPart } = this.#limits
    const free = this.#workers.threads - this.#jobs
    const large = 2 * verifyPart
    if (free <= 0 || this.#waiting.length < (this.#rests + this.#jobs > 0 ? large : 1)) return
    const taken = this.#waiting.splice(0, free * mempoolBatch)
    for (const batch of inParts(taken, free, large)) void this.#check(batch)
  }

  async #check(batch: readonly Waiting[]): Promise<void> {
    const begun = this.#clock.now()
    this.#jobs++
    this.#running += batch.length
    try {
      const items = batch.map(({ item }) => item)
      const { ids, refused } = await this.#workers.run('verify', { ...this.#network, items })
      for (const one of refused) batch[one.index]!.reject(refusalError(one))
      // for those refused this comes too late to matter
      for (const [index, id] of unpack(ids, HASH_LENGTH).entries()) batch[index]!.resolve(id)
    } catch (error) {
      const full = error instanceof WorkerError && error.code === 'queue_full'
      for (const { reject } of batch) reject(full ? new NodeError('mempool_full', {}) : error)
    } finally {
      this.#jobs--
      this.#running -= batch.length
      void this.#rest(this.#clock.now() - begun)
    }
  }

  async #rest(took: number): Promise<void> {
    this.#rests++
    this.#work()
    if (took < REST.most) await this.#clock.sleep(Math.min(REST.times * took, REST.most))
    this.#rests--
    this.#work()
  }
}
