/**
 * STROBE-128, the duplex construction over keccak-f[1600], with the operations that Merlin transcripts use.
 *
 * STROBE protocol framework 1.0.2 (strobe.sourceforge.io/specs); only the operations of an honest local party (no transport, no MAC).
 */
import { keccakP } from '@noble/hashes/sha3.js'
import { swap32IfBE } from '@noble/hashes/utils.js'
import { utf8 } from '../bytes.ts'

const STATE_BYTES = 200
/** Bytes between two permutations: 200 − 2·128/8 − 2. */
const RATE = 166

// Flags of an operation.
const INBOUND = 1
const APPLICATION = 2
const CIPHER = 4
const META = 16

const AD = APPLICATION
const META_AD = META | APPLICATION
const KEY = APPLICATION | CIPHER
const PRF = INBOUND | APPLICATION | CIPHER

export class Strobe {
  readonly #words = new Uint32Array(STATE_BYTES / 4)
  readonly #state = new Uint8Array(this.#words.buffer)
  #position = 0
  #begin = 0

  /** Starts a protocol of that name. */
  constructor(protocol: string) {
    this.#state.set([1, RATE + 2, 1, 0, 1, 12 * 8])
    this.#state.set(utf8('STROBEv1.0.2'), 6)
    this.#permute()
    this.metaAd(utf8(protocol), false)
  }

  clone(): Strobe {
    const copy = new Strobe('')
    copy.#words.set(this.#words)
    copy.#position = this.#position
    copy.#begin = this.#begin
    return copy
  }

  /** Absorbs framing; `more` continues the operation before. */
  metaAd(bytes: Uint8Array, more: boolean): void {
    this.#operate(META_AD, more)
    this.#absorb(bytes)
  }

  /** Absorbs public data. */
  ad(bytes: Uint8Array): void {
    this.#operate(AD, false)
    this.#absorb(bytes)
  }

  /** Overwrites part of the state with a secret: what came before cannot be computed from what follows. */
  key(bytes: Uint8Array): void {
    this.#operate(KEY, false)
    for (const byte of bytes) {
      this.#state[this.#position++] = byte
      if (this.#position === RATE) this.#runF()
    }
  }

  /** Squeezes `length` pseudorandom bytes. */
  prf(length: number): Uint8Array {
    this.#operate(PRF, false)
    const output = new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      output[i] = this.#state[this.#position]!
      this.#state[this.#position++] = 0
      if (this.#position === RATE) this.#runF()
    }
    return output
  }

  /** Begins an operation: binds its flags and where the one before it began. */
  #operate(flags: number, more: boolean): void {
    if (more) return
    const before = this.#begin
    this.#begin = this.#position + 1
    this.#absorb(Uint8Array.of(before, flags))
    if ((flags & CIPHER) !== 0 && this.#position !== 0) this.#runF()
  }

  #absorb(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#state[this.#position]! ^= byte
      if (++this.#position === RATE) this.#runF()
    }
  }

  /** "Running F": pads the block and permutes. */
  #runF(): void {
    this.#state[this.#position]! ^= this.#begin
    this.#state[this.#position + 1]! ^= 0x04
    this.#state[RATE + 1]! ^= 0x80
    this.#permute()
    this.#position = 0
    this.#begin = 0
  }

  #permute(): void {
    swap32IfBE(this.#words)
    keccakP(this.#words)
    swap32IfBE(this.#words)
  }
}
