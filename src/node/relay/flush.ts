/**
 * The moments at which a node makes transactions public: a Poisson process, so that the time at which it does says little of
 * the time at which it got them. All that wait go at the same moment.
 */
import type { Random } from '../../protocol/crypto/random.ts'
import type { Clock } from '../clock.ts'
import { randomExponential } from '../random-numbers.ts'
import { LONGEST } from './params.ts'

export type FlushModules = {
  readonly clock: Pick<Clock, 'sleep'>
  readonly random: Random
  readonly signal: AbortSignal
}

export class Flush {
  /** Milliseconds. */
  readonly #mean: number
  readonly #modules: FlushModules
  #next: Promise<void> | undefined

  constructor(mean: number, modules: FlushModules) {
    this.#mean = mean
    this.#modules = modules
  }

  /** Resolves at the next moment; it is drawn when the first asks for it, which for such a process is the same. @throws the signal's reason. */
  next(): Promise<void> {
    if (this.#mean === 0) return Promise.resolve()
    const { clock, random, signal } = this.#modules
    this.#next ??= clock.sleep(randomExponential(this.#mean, LONGEST, random), signal).finally(() => {
      this.#next = undefined
    })
    return this.#next
  }
}
