/**
 * Prunes while the node runs: blocks older than the network's retention period are cut down in small batches of their own.
 * A commit waits for at most the batch that is being written. What is to be done follows from the head and from a mark that
 * each batch moves on, so that a crash at any instant loses and repeats nothing.
 */

import { Alarm } from '../alarm.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { PruneMeasures } from '../measures.ts'
import type { Store } from '../store.ts'
import type { Chain } from './chain.ts'
import { nextPruneStep } from './prune-step.ts'
import { writePruned } from './pruned.ts'

export type PrunerModules = {
  readonly chain: Chain
  readonly store: Store
  readonly clock: Clock
  readonly logger: Logger
  /** The lowest height that somebody in this node has still to read. */
  readonly neededFrom: () => number
}

export type PrunerLimits = Pick<NodeLimits, 'pruneStep' | 'retryDelay'>

export class Pruner {
  readonly #modules: PrunerModules
  readonly #limits: PrunerLimits
  readonly #alarm = new Alarm()
  #steps = 0
  #failures = 0

  constructor(modules: PrunerModules, limits: PrunerLimits) {
    this.#modules = modules
    this.#limits = limits
  }

  get measures(): PruneMeasures {
    const { chain } = this.#modules
    const waiting = Math.max(0, this.#oldest - Math.max(1, chain.pruned.swept))
    return { waiting, steps: this.#steps, failures: this.#failures }
  }

  /** Prunes what is old, now and after every block, until the signal is aborted or the store takes no more. */
  async run(signal: AbortSignal): Promise<void> {
    const { chain, clock, logger } = this.#modules
    const end = chain.onCommit(() => this.#alarm.ring())
    try {
      while (!signal.aborted) {
        let delay: number | undefined
        try {
          while (!signal.aborted && (await this.step())) await breath()
        } catch (error) {
          if (signal.aborted) return
          this.#failures++
          logger.error({ err: error }, 'pruning failed; it is tried again')
          delay = this.#limits.retryDelay
        }
        await this.#alarm.wait(clock, delay, signal).catch(() => {})
      }
    } finally {
      end()
    }
  }

  /** Writes one batch. @returns whether there was anything to prune. */
  async step(): Promise<boolean> {
    const { chain, store, neededFrom } = this.#modules
    const { pruned, tables } = chain
    const until = Math.min(this.#oldest, neededFrom())
    if (until <= pruned.swept) return false
    const step = await nextPruneStep(tables, pruned, until, this.#limits.pruneStep)
    await store.transact((batch) => {
      // an account may have come meanwhile that begins with these blocks
      if (neededFrom() < step.pruned.earliest) return
      batch.add(...step.operations)
      writePruned(batch, tables, step.pruned)
      batch.onCommit(() => chain.setPruned(step.pruned))
    })
    this.#steps++
    return true
  }

  /** The lowest height whose payloads the network still keeps. */
  get #oldest(): number {
    const { chain } = this.#modules
    return chain.height - chain.params.payloadRetention + 1
  }
}
