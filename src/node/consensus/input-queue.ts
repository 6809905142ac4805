/** Inputs of the replica, taken one after the other in the order they come. */
import type { ReplicaInput } from '../../protocol/consensus/replica.ts'
import { breath } from '../breath.ts'

export type Queued = {
  readonly input: ReplicaInput
  /** Of a message: the height at which its signatures have been verified. */
  readonly verifiedFor: number | undefined
}

/** Inputs taken without a pause. */
const TAKEN_AT_ONCE = 64

export class InputQueue {
  readonly #take: (queued: Queued) => Promise<void>
  readonly #onFailure: (error: unknown) => void
  readonly #signal: AbortSignal
  readonly #waiting: Queued[] = []
  #draining: Promise<void> | undefined

  /** @param signal after which nothing more is taken */
  constructor(
    modules: { take: (queued: Queued) => Promise<void>; onFailure: (error: unknown) => void },
    signal: AbortSignal,
  ) {
    this.#take = modules.take
    this.#onFailure = modules.onFailure
    this.#signal = signal
  }

  /** Resolves when the input, and what came after it meanwhile, has been taken. */
  push(input: ReplicaInput, verifiedFor?: number): Promise<void> {
    if (this.#signal.aborted) return Promise.resolve()
    this.#waiting.push({ input, verifiedFor })
    this.#draining ??= this.#drain()
    return this.#draining
  }

  /** Resolves when nothing is being taken. */
  async settled(): Promise<void> {
    await this.#draining
  }

  async #drain(): Promise<void> {
    // Whoever pushes goes on before anything happens.
    await Promise.resolve()
    try {
      for (let taken = 1; !this.#signal.aborted; taken++) {
        const next = this.#waiting.shift()
        if (!next) break
        await this.#take(next)
        if (taken % TAKEN_AT_ONCE === 0) await breath()
      }
    } catch (error) {
      this.#onFailure(error)
    }
    this.#draining = undefined
  }
}
