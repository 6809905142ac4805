/**
 * STROBE-128, the duplex construction over keccak-f[1600], with the operations that Merlin transcripts use.
 *
 * STROBE protocol framework 1.0.2 (strobe.sourceforge.io/specs); only the operations of an honest local party (no transport, no MAC).
 */
import { utf8 } from '../bytes.ts'
import { kernel } from './kernel/kernel.ts'

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

/**
 * The state stays on this side and visits the kernel for permutations only: what lies between two of them is a hundred
 * bytes or so, less work than another call would be.
 */
export class Strobe {
  readonly #state = new Uint8Array(STATE_BYTES)
  #position = 0
  #begin = 0

  /** Starts a protocol of that name, or goes on from where another one is. */
  constructor(from: string | Strobe) {
    if (typeof from !== 'string') {
      this.#state.set(from.#state)
      this.#position = from.#position
      this.#begin = from.#begin
      return
    }
    this.#state.set([1, RATE + 2, 1, 0, 1, 12 * 8])
    this.#state.set(utf8('STROBEv1.0.2'), 6)
    this.#permute()
    this.metaAd(from, false)
  }

  clone(): Strobe {
    return new Strobe(this)
  }

  /** Absorbs framing, text as UTF-8; `more` continues the operation before. */
  metaAd(data: Uint8Array | string, more: boolean): void {
    this.#operate(META_AD, more)
    if (typeof data === 'string') this.#absorbText(data)
    else this.#absorb(data)
  }

  /** Goes on with framing: an unsigned 32-bit integer, little endian. */
  metaAdLength(value: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.#absorbByte((value >>> shift) & 0xff)
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
    for (let at = 0; at < length; ) {
      const end = Math.min(RATE, this.#position + length - at)
      output.set(this.#state.subarray(this.#position, end), at)
      this.#state.fill(0, this.#position, end)
      at += end - this.#position
      this.#position = end
      if (end === RATE) this.#runF()
    }
    return output
  }

  /** Begins an operation: binds its flags and where the one before it began. */
  #operate(flags: number, more: boolean): void {
    if (more) return
    const before = this.#begin
    this.#begin = this.#position + 1
    this.#absorbByte(before)
    this.#absorbByte(flags)
    if ((flags & CIPHER) !== 0 && this.#position !== 0) this.#runF()
  }

  #absorb(bytes: Uint8Array): void {
    const state = this.#state
    let position = this.#position
    for (let i = 0; i < bytes.length; i++) {
      state[position]! ^= bytes[i]!
      if (++position < RATE) continue
      this.#position = position
      this.#runF()
      position = 0
    }
    this.#position = position
  }

  /** Labels are ASCII, which need not be encoded first. */
  #absorbText(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code > 0x7f) {
        this.#absorb(utf8(text.slice(i)))
        return
      }
      this.#absorbByte(code)
    }
  }

  #absorbByte(byte: number): void {
    this.#state[this.#position]! ^= byte
    if (++this.#position === RATE) this.#runF()
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

  /** A prover's state holds secrets, so nothing of it stays in the kernel. */
  #permute(): void {
    const instance = kernel()
    instance.callSecret((frame) => {
      const pointer = frame.put(this.#state)
      instance.exports.keccakF1600(pointer)
      frame.getInto(pointer, this.#state)
    })
  }
}
