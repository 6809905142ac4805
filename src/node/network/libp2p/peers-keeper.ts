/** Writes down who is known and who is banned, one time after the other. */
import type { Logger } from '../../logger.ts'
import type { Neighbours } from './neighbours.ts'
import type { PeerBook } from './peer-book.ts'
import { SAVED, writePeersFile } from './peers-file.ts'
import type { Reputation } from './reputation.ts'

export type KeeperModules = {
  readonly neighbours: Neighbours
  readonly book: PeerBook
  readonly reputation: Reputation
  readonly logger: Logger
}

export class PeersKeeper {
  readonly #path: string
  readonly #modules: KeeperModules
  #saving: Promise<void> = Promise.resolve()
  #waits = false

  constructor(path: string, modules: KeeperModules) {
    this.#path = path
    this.#modules = modules
  }

  /** Resolves when what is so now is on disk, or cannot be put there, which is told. */
  save(): Promise<void> {
    // One that has not begun will write what is so by then.
    if (this.#waits) return this.#saving
    this.#waits = true
    this.#saving = this.#saving.then(async () => {
      this.#waits = false
      await this.#write()
    })
    return this.#saving
  }

  async #write(): Promise<void> {
    const { neighbours, book, reputation, logger } = this.#modules
    const anchors = neighbours.all
      .filter(({ connection }) => connection.direction === 'outbound')
      .toSorted((a, b) => a.since - b.since)
      .map(({ peerId }) => peerId)
      .slice(0, SAVED.anchors)
    try {
      await writePeersFile(this.#path, { anchors, peers: book.met, bans: reputation.bans })
    } catch (error) {
      logger.warn({ path: this.#path, reason: (error as Error).message }, 'known peers could not be kept')
    }
  }
}
