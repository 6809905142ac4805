/**
 * Looks up coins for many at once: what is asked for in one turn of the event loop is one reading of the store. A reading by
 * itself costs much more than a coin in it.
 */
import type { EncodedCoin } from '../workers/coins.ts'
import { type ChainTables, readCoin } from './tables.ts'

type Asked = {
  readonly ids: readonly Uint8Array[]
  readonly resolve: (coins: EncodedCoin[]) => void
  readonly reject: (error: unknown) => void
}

export class CoinReader {
  readonly #table: ChainTables['coins']
  #asked: Asked[] = []

  constructor({ coins }: Pick<ChainTables, 'coins'>) {
    this.#table = coins
  }

  /** Those of `ids` that are unspent coins, in their order; others are left out. @throws StoreError */
  read(ids: readonly Uint8Array[]): Promise<EncodedCoin[]> {
    return new Promise((resolve, reject) => {
      if (this.#asked.length === 0) queueMicrotask(() => void this.#readAll())
      this.#asked.push({ ids, resolve, reject })
    })
  }

  async #readAll(): Promise<void> {
    const asked = this.#asked
    this.#asked = []
    try {
      const values = (await this.#table.getMany(asked.flatMap(({ ids }) => ids))).values()
      for (const { ids, resolve } of asked) {
        resolve(
          ids.flatMap((id) => {
            const value = values.next().value
            return value ? [readCoin(id, value)] : []
          }),
        )
      }
    } catch (error) {
      for (const { reject } of asked) reject(error)
    }
  }
}
