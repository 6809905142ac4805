/** Alice's coins on a test chain, those of genesis and what comes back from what she spends: a chain of any length can be made. */
import type { NodeWorkers } from '../../../src/node/workers/node-workers.ts'
import { inputContext } from '../../../src/protocol/output.ts'
import { decodeTransaction } from '../../../src/protocol/transaction.ts'
import type { TestNode } from '../world.ts'
import { buildPayment, genesisCoin, ownCoin, type World } from '../world.ts'

type Coin = ReturnType<typeof genesisCoin>

/** All of them but the first `skipped` of genesis. */
export class Purse {
  readonly #world: World
  readonly #workers: NodeWorkers
  readonly #coins: Coin[]
  /** Change that is not final yet. */
  #coming: Coin[] = []

  constructor(world: World, workers: NodeWorkers, skipped = 0) {
    this.#world = world
    this.#workers = workers
    this.#coins = world.genesis.mint.map((_, position) => genesisCoin(world, position)).slice(skipped)
  }

  /** Coins that can be spent. */
  get size(): number {
    return this.#coins.length
  }

  /** Pays Bob out of the newest coins, `inputs` of them: those of genesis are the last to go. @returns the encoded transaction. */
  async pay(inputs = 2, amount = 1n): Promise<Uint8Array> {
    const spent = this.#coins.splice(-inputs)
    const { transaction, own } = await buildPayment(this.#world, this.#workers, spent, amount)
    const decoded = decodeTransaction(transaction)
    const context = inputContext(decoded.inputs)
    for (const [index, core] of decoded.outputs.entries()) {
      const coin = ownCoin(context, index, core)
      if (coin) this.#coming.push(coin)
    }
    if (own.length === 0) throw new Error('no change')
    return transaction
  }

  /** What was paid back is final. */
  settle(): void {
    this.#coins.push(...this.#coming)
    this.#coming = []
  }

  /** Makes a block with so many payments of so many inputs each. @returns the encoded payments. */
  async block(node: TestNode, payments: readonly number[]): Promise<Uint8Array[]> {
    const made: Uint8Array[] = []
    for (const inputs of payments) made.push(await this.pay(inputs))
    for (const bytes of made) {
      const admission = await node.mempool.submit(bytes)
      if (!admission.accepted) throw admission.error
    }
    await node.consensus.mine(1)
    this.settle()
    return made
  }
}
