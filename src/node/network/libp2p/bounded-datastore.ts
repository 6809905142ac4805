/** What libp2p keeps of peers and of its DHT, in memory: so many records, and whichever was not used for longest goes. */
import type { Libp2pOptions } from 'libp2p'

export type Datastore = NonNullable<Libp2pOptions['datastore']>
type Key = Parameters<Datastore['put']>[0]
type Pair = { key: Key; value: Uint8Array }
type Query = Parameters<Datastore['query']>[0]
type KeyQuery = Parameters<Datastore['queryKeys']>[0]

class NotFoundError extends Error {
  constructor() {
    super('no such record')
    // By this name libp2p knows it.
    this.name = 'NotFoundError'
  }
}

export class BoundedDatastore implements Datastore {
  readonly #most: number
  readonly #maxLength: number
  readonly #pairs = new Map<string, Pair>()

  /** @param maxLength bytes of a record; a longer one is not kept */
  constructor(most: number, maxLength: number) {
    this.#most = most
    this.#maxLength = maxLength
  }

  get size(): number {
    return this.#pairs.size
  }

  put(key: Key, value: Uint8Array): Key {
    this.delete(key)
    if (value.length > this.#maxLength) return key
    this.#pairs.set(key.toString(), { key, value })
    if (this.#pairs.size > this.#most) this.#pairs.delete(this.#pairs.keys().next().value!)
    return key
  }

  get(key: Key): Uint8Array {
    const text = key.toString()
    const pair = this.#pairs.get(text)
    if (!pair) throw new NotFoundError()
    this.#pairs.delete(text)
    this.#pairs.set(text, pair)
    return pair.value
  }

  has(key: Key): boolean {
    return this.#pairs.has(key.toString())
  }

  delete(key: Key): void {
    this.#pairs.delete(key.toString())
  }

  async *putMany(source: Iterable<Pair> | AsyncIterable<Pair>): AsyncGenerator<Key> {
    for await (const { key, value } of source) yield this.put(key, value)
  }

  async *getMany(source: Iterable<Key> | AsyncIterable<Key>): AsyncGenerator<Pair> {
    for await (const key of source) yield { key, value: this.get(key) }
  }

  async *deleteMany(source: Iterable<Key> | AsyncIterable<Key>): AsyncGenerator<Key> {
    for await (const key of source) {
      this.delete(key)
      yield key
    }
  }

  batch(): ReturnType<Datastore['batch']> {
    const changes: (() => void)[] = []
    return {
      put: (key, value) => void changes.push(() => this.put(key, value)),
      delete: (key) => void changes.push(() => this.delete(key)),
      commit: async () => {
        for (const change of changes.splice(0)) change()
      },
    }
  }

  *query({ prefix = '', filters = [], orders = [], offset = 0, limit }: Query): Generator<Pair> {
    const found = [...this.#pairs.values()].filter(
      (pair) => pair.key.toString().startsWith(prefix) && filters.every((filter) => filter(pair)),
    )
    for (const order of orders) found.sort(order)
    yield* found.slice(offset, limit === undefined ? undefined : offset + limit)
  }

  *queryKeys({ prefix = '', filters = [], orders = [], offset = 0, limit }: KeyQuery): Generator<Key> {
    const found = [...this.#pairs.values()]
      .map(({ key }) => key)
      .filter((key) => key.toString().startsWith(prefix) && filters.every((filter) => filter(key)))
    for (const order of orders) found.sort(order)
    yield* found.slice(offset, limit === undefined ? undefined : offset + limit)
  }
}
