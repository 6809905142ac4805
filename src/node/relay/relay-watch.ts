/**
 * Whether this node's own transactions had better wait for relays. After a start, or when its connections have broken off, a
 * node that looks for neighbours has none for some seconds: whatever it said to the first that come would be known for its own.
 */
import type { Clock } from '../clock.ts'
import type { RelayParams } from './params.ts'

export type RelayWatchModules = {
  readonly clock: Clock
  /** Whether the node tries to connect to others. */
  readonly seeks: boolean
  /** Whether there are relays. */
  readonly isOpen: () => boolean
}

/** Milliseconds between two looks. */
const LOOK = 1_000

export class RelayWatch {
  readonly #modules: RelayWatchModules
  readonly #wait: number
  #until = Number.NEGATIVE_INFINITY

  /** Looks until the signal is aborted. */
  constructor(
    modules: RelayWatchModules,
    { relayWait }: Pick<RelayParams, 'relayWait'>,
    signal: AbortSignal,
  ) {
    this.#modules = modules
    this.#wait = relayWait
    if (!modules.seeks) return
    this.#beginAgain()
    void this.#look(signal)
  }

  /** Whether there may soon be relays where there are none. */
  get isAwaited(): boolean {
    return this.#modules.clock.now() < this.#until
  }

  /** Resolves when there are relays, or none are to be expected any more. @throws the signal's reason. */
  async settled(signal: AbortSignal): Promise<void> {
    const { clock, isOpen } = this.#modules
    while (!isOpen() && this.isAwaited) await clock.sleep(LOOK, signal)
  }

  #beginAgain(): void {
    this.#until = this.#modules.clock.now() + this.#wait
  }

  async #look(signal: AbortSignal): Promise<void> {
    const { clock, isOpen } = this.#modules
    try {
      for (;;) {
        await clock.sleep(LOOK, signal)
        if (isOpen()) this.#beginAgain()
      }
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}
