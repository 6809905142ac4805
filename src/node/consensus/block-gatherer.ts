/**
 * Puts blocks together again that came in brief: out of the pool, and what is not there is asked of the neighbour that told of
 * the block. Only what its leader, or two thirds of the validators, signed for comes here; each neighbour is asked one question at
 * a time, all together a few, and an answer has only so long. So nobody can make a node ask without end.
 */
import { toHex } from '../../protocol/bytes.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Mempool } from '../mempool/mempool.ts'
import { RequestError, type Requests } from '../network/requests.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { askForTransactions } from './block-transactions.ts'
import { type BriefBlock, isOfLeaf, joinBlock, namesOf } from './brief-block.ts'
import type { Misbehaved } from './inbox.ts'
import type { RecentBlocks } from './recent-blocks.ts'

export type GathererModules = {
  readonly chainId: Uint8Array
  readonly mempool: Pick<Mempool, 'get'>
  readonly workers: NodeWorkers
  readonly requests: Requests
  readonly clock: Pick<Clock, 'sleep'>
  readonly recent: RecentBlocks
  readonly misbehaved: Misbehaved
}

export type GathererLimits = Pick<NodeLimits, 'gatheredBlocks' | 'gatherPatience' | 'gatherTime'>

/** Transactions looked up without a pause. */
const LOOKED_UP_AT_ONCE = 64

export class BlockGatherer {
  readonly #modules: GathererModules
  readonly #limits: GathererLimits
  readonly #signal: AbortSignal
  /** Neighbours that are being asked. */
  readonly #asked = new Set<PeerId>()

  constructor(modules: GathererModules, limits: GathererLimits, signal: AbortSignal) {
    this.#modules = modules
    this.#limits = limits
    this.#signal = signal
  }

  /**
   * The encoded block; undefined when what is missing cannot be had from that neighbour now.
   * @param brief the leaves of which are known to be those of the block
   * @throws WorkerError when the node itself fails
   */
  async gather(from: PeerId, blockId: Uint8Array, brief: BriefBlock): Promise<Uint8Array | undefined> {
    const { recent } = this.#modules
    const known = recent.get(blockId)
    if (known) return known
    const names = namesOf(brief)
    const transactions = await this.#lookUp(names)
    const positions = transactions.flatMap((one, position) => (one ? [] : [position]))
    if (positions.length > 0) {
      const leaves = positions.map((position) => names[position]!.leaf.slice())
      const fetched = await this.#fetch(from, blockId, positions, leaves)
      if (!fetched) return undefined
      for (const [at, position] of positions.entries()) transactions[position] = fetched[at]
    }
    const block = joinBlock({ ...brief, transactions: transactions as Uint8Array[] })
    recent.keep(blockId, block)
    return block
  }

  async #lookUp(names: ReturnType<typeof namesOf>): Promise<(Uint8Array | undefined)[]> {
    const found: (Uint8Array | undefined)[] = []
    for (const name of names) {
      const bytes = this.#modules.mempool.get(toHex(name.id))
      found.push(bytes && isOfLeaf(bytes, name) ? bytes : undefined)
      if (found.length % LOOKED_UP_AT_ONCE === 0) await breath()
    }
    return found
  }

  async #fetch(
    from: PeerId,
    blockId: Uint8Array,
    positions: readonly number[],
    leaves: readonly Uint8Array[],
  ): Promise<Uint8Array[] | undefined> {
    const { requests, workers, chainId, clock, misbehaved } = this.#modules
    const { gatheredBlocks, gatherPatience, gatherTime } = this.#limits
    if (this.#asked.size >= gatheredBlocks || this.#asked.has(from)) return undefined
    this.#asked.add(from)
    const ending = new AbortController()
    const signal = AbortSignal.any([this.#signal, ending.signal])
    clock.sleep(gatherTime, signal).then(
      () => ending.abort(new RequestError('timeout', from)),
      () => {},
    )
    try {
      const options = { patience: gatherPatience, signal }
      const transactions = await askForTransactions(requests, from, { blockId, positions }, options)
      await workers.run('checkTransactions', { chainId, transactions, leaves }, this.#signal)
      return transactions
    } catch (error) {
      if (error instanceof ProtocolError) {
        misbehaved(from, `false transactions of a block: ${error.message}`, 'invalid')
        return undefined
      }
      if (error instanceof RequestError) return undefined
      throw error
    } finally {
      this.#asked.delete(from)
      ending.abort(new Error('the block is there, or cannot be had'))
    }
  }
}
