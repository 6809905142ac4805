/** Blocks on demand, on a development network whose validators are all in this process. */
import type { Chain } from '../chain/chain.ts'
import type { Pace } from './pace.ts'

export type MiningModules = {
  readonly chain: Chain
  readonly pace: Pace
}

export class Mining {
  readonly #modules: MiningModules
  /** Those who ask at the same time get blocks one after the other. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(modules: MiningModules) {
    this.#modules = modules
  }

  /** Returns the height of the last of so many blocks, all of them begun after the call. */
  mine(blocks: number, signal: AbortSignal): Promise<number> {
    const done = this.#queue.then(() => this.#mine(blocks, signal))
    this.#queue = done.catch(() => {})
    return done
  }

  async #mine(blocks: number, signal: AbortSignal): Promise<number> {
    const { chain, pace } = this.#modules
    signal.throwIfAborted()
    await pace.settle()
    // What was handed in before the call is to be in the first block: one that may have been built does not count.
    await this.#make(pace.begun, signal)
    for (let made = 0; made < blocks; made++) await this.#make(chain.height + 1, signal)
    return chain.height
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
