/** Blocks on demand, on a development network whose validators are all in this process. */
import type { Chain } from '../chain/chain.ts'
import type { Pace } from './pace.ts'

export type MiningModules = {
  readonly chain: Chain
  readonly pace: Pace
}

export class Mining {
  readonly #modules: MiningModules
  /** Up to this height blocks are asked for: those who ask at the same time get blocks one after the other. */
  #asked = 0

  constructor(modules: MiningModules) {
    this.#modules = modules
  }

  /** The height of the last of so many blocks, all of them begun after the call, behind those that others have asked for. */
  async plan(blocks: number): Promise<number> {
    const { chain, pace } = this.#modules
    await pace.settle()
    // What was handed in before the call is to be in the first block: one that may have been built does not count.
    this.#asked = Math.max(this.#asked, pace.begun, chain.height) + blocks
    return this.#asked
  }

  /** Makes blocks until there is one of that height. */
  async reach(height: number, signal: AbortSignal): Promise<void> {
    const { chain } = this.#modules
    signal.throwIfAborted()
    while (chain.height < height) await this.#make(chain.height + 1, signal)
  }

  async #make(height: number, signal: AbortSignal): Promise<void> {
    const { chain, pace } = this.#modules
    const made = Promise.withResolvers<void>()
    const leave = chain.onCommit((block) => {
      if (block.height >= height) made.resolve()
    })
    const abort = () => made.reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    try {
      signal.throwIfAborted()
      if (chain.height >= height) return
      pace.want(height)
      await made.promise
    } finally {
      leave()
      signal.removeEventListener('abort', abort)
    }
  }
}
