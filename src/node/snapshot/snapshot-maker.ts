/** Makes snapshots while the node runs, one at a time; a height that comes while one is being made is left out. */
import type { Chain } from '../chain/chain.ts'
import type { Logger } from '../logger.ts'
import type { SnapshotMeasures } from '../measures.ts'
import type { Store } from '../store.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { makeSnapshot } from './make-snapshot.ts'
import type { SnapshotShelf } from './shelf.ts'

export type SnapshotMakerModules = {
  readonly chain: Chain
  readonly store: Store
  readonly workers: NodeWorkers
  readonly shelf: SnapshotShelf
  readonly logger: Logger
}

export class SnapshotMaker {
  readonly #modules: SnapshotMakerModules
  readonly #interval: number
  #making: Promise<void> | undefined
  #made = 0
  #failed = 0

  /** @param interval blocks between two snapshots. */
  constructor(modules: SnapshotMakerModules, interval: number) {
    this.#modules = modules
    this.#interval = interval
  }

  get measures(): Pick<SnapshotMeasures, 'made' | 'failed'> {
    return { made: this.#made, failed: this.#failed }
  }

  /** Makes snapshots until the signal is aborted; resolves when none is under way any more. */
  async run(signal: AbortSignal): Promise<void> {
    const { chain } = this.#modules
    const end = chain.onCommit(({ height }) => {
      // where several blocks were committed together, the store is past all but the last of them
      const isHead = height === chain.height
      if (isHead && height % this.#interval === 0 && !signal.aborted) this.#making ??= this.#make(signal)
    })
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    end()
    await this.#making
  }

  /** Resolves when the snapshot that is being made is ready. */
  async settled(): Promise<void> {
    await this.#making
  }

  /** To be called in a listener of the commit: the view is of the moment after it. */
  async #make(signal: AbortSignal): Promise<void> {
    const { chain, store, shelf, workers, logger } = this.#modules
    const { state, unspentOutputs, tables } = chain
    const view = store.view()
    try {
      await makeSnapshot({ head: { state, unspentOutputs }, view, tables }, shelf, workers, signal)
      this.#made++
      logger.info({ height: state.height }, 'a snapshot is ready')
    } catch (error) {
      if (!signal.aborted) {
        this.#failed++
        logger.error({ err: error, height: state.height }, 'no snapshot could be made')
      }
    } finally {
      await view.close()
      this.#making = undefined
    }
  }
}
