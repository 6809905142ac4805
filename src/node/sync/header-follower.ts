/** Keeps verified headers coming, beside everything else, as long as somebody says that it has more of them than will do. */
import { fetchHeaders, type HeaderSyncModules } from './header-sync.ts'
import type { SyncLimits } from './limits.ts'

export class HeaderFollower {
  readonly #modules: HeaderSyncModules
  readonly #limits: SyncLimits
  readonly #signal: AbortSignal
  #running: Promise<void> | undefined
  #failed: unknown

  /** Asks until the signal is aborted. */
  constructor(modules: HeaderSyncModules, limits: SyncLimits, signal: AbortSignal) {
    this.#modules = modules
    this.#limits = limits
    this.#signal = signal
  }

  /** Begins again when somebody has more. @returns whether it is under way. @throws what went wrong before. */
  resume(): boolean {
    if (this.#failed !== undefined) throw this.#failed
    this.#running ??= this.#start()
    return this.#running !== undefined
  }

  /** Resolves when nobody is being asked any more. */
  get ended(): Promise<void> {
    return this.#running ?? Promise.resolve()
  }

  #start(): Promise<void> | undefined {
    const { peers, enough, onMore } = this.#modules
    if (peers.having(enough() + 1).length === 0) return undefined
    return fetchHeaders(this.#modules, this.#limits, this.#signal)
      .catch((error) => {
        this.#failed = error
      })
      .finally(() => {
        this.#running = undefined
        onMore()
      })
  }
}
