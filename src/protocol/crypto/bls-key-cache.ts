/**
 * Decoded public keys by their encoding. To decompress a key and to check its subgroup costs more than to add it up, and
 * the same few validators sign every block. Bounded: the key that was used longest ago goes first. Only valid keys are
 * kept, so what is no key takes no room; whether a stranger's key is one is asked past the cache (`decode` alone).
 */
import { BLS_PUBLIC_KEY_LENGTH } from './bls-backend.ts'

export class BlsKeyCache<Key> {
  readonly #decode: (bytes: Uint8Array) => Key | undefined
  readonly #capacity: number
  readonly #keys = new Map<string, Key>()

  /**
   * @param decode KeyValidate of 48 bytes: undefined for what is no key
   * @param capacity how many keys are kept; without it as many as a certificate may name
   */
  constructor(decode: (bytes: Uint8Array) => Key | undefined, capacity = 4_096) {
    this.#decode = decode
    this.#capacity = capacity
  }

  get size(): number {
    return this.#keys.size
  }

  /** The decoded key; undefined when the bytes are none. */
  get(bytes: Uint8Array): Key | undefined {
    if (bytes.length !== BLS_PUBLIC_KEY_LENGTH) return undefined
    // Bytes that somebody may overwrite later cannot be a map's key; a string of them can.
    const name = String.fromCharCode(...bytes)
    let key = this.#keys.get(name)
    if (key === undefined) {
      key = this.#decode(bytes)
      if (key === undefined) return undefined
      if (this.#keys.size >= this.#capacity) this.#keys.delete(this.#keys.keys().next().value!)
    } else {
      this.#keys.delete(name)
    }
    // A map lists its entries in the order they were set: the last one used is the last.
    this.#keys.set(name, key)
    return key
  }

  /** The decoded keys; undefined when there is none or one is malformed. */
  getAll(list: readonly Uint8Array[]): [Key, ...Key[]] | undefined {
    const keys: Key[] = []
    for (const bytes of list) {
      const key = this.get(bytes)
      if (key === undefined) return undefined
      keys.push(key)
    }
    const [first, ...others] = keys
    return first === undefined ? undefined : [first, ...others]
  }
}
