/**
 * LtHash16 with 1,024 lanes: a hash of a set that is updated one element at a time. Every element is hashed to a vector
 * of 16-bit integers; the hash of the set is their sum. It does not depend on the order, and an element can be taken out.
 *
 * Bellare and Micciancio, "A new paradigm for collision-free hashing" (1997); Lewi, Kim, Maykov and Weis, "Securing
 * update propagation with homomorphic hashing" (ePrint 2019/227), with BLAKE3 as the extendable hash.
 * An element counts as often as it is added: the caller sees to it that a set stays a set.
 */
import { hash, hashTo } from './hash.ts'

const LANES = 1024

/** Bytes of the state. */
export const LTHASH_LENGTH = 2 * LANES

export class LtHash {
  readonly #lanes = new Uint16Array(LANES)

  /** Continues from {@link toBytes}. */
  static fromBytes(state: Uint8Array): LtHash {
    if (state.length !== LTHASH_LENGTH) throw new RangeError(`an LtHash state has ${LTHASH_LENGTH} bytes`)
    const sum = new LtHash()
    sum.#accumulate(state, 1)
    return sum
  }

  add(element: Uint8Array): void {
    this.#accumulate(hashTo('lthash element', LTHASH_LENGTH, element), 1)
  }

  /** Takes out an element that was added. */
  remove(element: Uint8Array): void {
    this.#accumulate(hashTo('lthash element', LTHASH_LENGTH, element), -1)
  }

  /** Adds all elements of another set, given as its {@link toBytes}. */
  join(state: Uint8Array): void {
    if (state.length !== LTHASH_LENGTH) throw new RangeError(`an LtHash state has ${LTHASH_LENGTH} bytes`)
    this.#accumulate(state, 1)
  }

  /** The whole state, 2,048 bytes: 16-bit integers, little endian. */
  toBytes(): Uint8Array {
    const state = new Uint8Array(LTHASH_LENGTH)
    const view = new DataView(state.buffer)
    for (let i = 0; i < LANES; i++) view.setUint16(2 * i, this.#lanes[i]!, true)
    return state
  }

  /** 32 bytes that stand for the state. */
  digest(): Uint8Array {
    return hash('lthash digest', this.toBytes())
  }

  /** Adds or subtracts lane by lane; the array wraps mod 2^16. */
  #accumulate(vector: Uint8Array, sign: 1 | -1): void {
    const view = new DataView(vector.buffer, vector.byteOffset, LTHASH_LENGTH)
    for (let i = 0; i < LANES; i++) this.#lanes[i]! += sign * view.getUint16(2 * i, true)
  }
}
