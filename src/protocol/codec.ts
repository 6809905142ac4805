/**
 * The byte codec of the protocol: fixed widths, little endian, nothing optional, no trailing bytes. Every value has
 * exactly one encoding, so an id can be the hash of the bytes.
 */
import { fromLe64, joinBytes, le32, le64 } from './bytes.ts'
import { ProtocolError } from './errors.ts'

/** Collects fields into one byte string. */
export class Writer {
  readonly #parts: Uint8Array[] = []

  u8(value: number): this {
    return this.bytes(Uint8Array.of(value))
  }

  u32(value: number): this {
    return this.bytes(le32(value))
  }

  u64(value: bigint | number): this {
    return this.bytes(le64(value))
  }

  /** Raw bytes of a width the format knows. */
  bytes(bytes: Uint8Array): this {
    this.#parts.push(bytes)
    return this
  }

  /** Bytes of any width, preceded by their length as 32 bits. */
  sized(bytes: Uint8Array): this {
    return this.u32(bytes.length).bytes(bytes)
  }

  finish(): Uint8Array {
    return joinBytes(this.#parts)
  }
}

/**
 * Whether what is decoded has bytes of its own, or shares those it was decoded from. Sharing is for work that ends soon: what
 * is kept, or sent to another thread, would take all the bytes along.
 */
export type Fields = 'copied' | 'shared'

/** Takes fields off a byte string. Every fault is a ProtocolError `invalid_encoding`. */
export class Reader {
  readonly #bytes: Uint8Array
  readonly #fields: Fields
  #at = 0

  constructor(bytes: Uint8Array, fields: Fields = 'copied') {
    this.#bytes = bytes
    this.#fields = fields
  }

  /** Bytes that have not been taken. */
  get left(): number {
    return this.#bytes.length - this.#at
  }

  u8(): number {
    return this.#bytes[this.#skip(1)]!
  }

  u32(): number {
    const [bytes, at] = [this.#bytes, this.#skip(4)]
    return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
  }

  /** A round of consensus: below 2^31, so that counting on from it never leaves 32 bits. */
  round(): number {
    const round = this.u32()
    if (round >= 2 ** 31) throw new ProtocolError('invalid_encoding', 'a round that no chain comes to')
    return round
  }

  u64(): bigint {
    return fromLe64(this.bytes(8))
  }

  /** The next `length` bytes: a copy, unless the reader shares. */
  bytes(length: number): Uint8Array {
    const start = this.#skip(length)
    if (this.#fields === 'shared') return this.#bytes.subarray(start, this.#at)
    return this.#bytes.slice(start, this.#at)
  }

  /** Bytes preceded by their length, refused above `limit` before anything is copied. */
  sized(limit: number): Uint8Array {
    const length = this.u32()
    if (length > limit) {
      throw new ProtocolError('invalid_encoding', `a field of ${length} bytes; at most ${limit} are allowed`)
    }
    return this.bytes(length)
  }

  /** Where the next `length` bytes start, which are taken with that. */
  #skip(length: number): number {
    const start = this.#at
    if (start + length > this.#bytes.length) {
      throw new ProtocolError('invalid_encoding', 'bytes end too early')
    }
    this.#at += length
    return start
  }

  /** Whether nothing is left. */
  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  /** The end: whatever is left over makes the whole invalid. */
  finish(): void {
    if (this.#at !== this.#bytes.length) throw new ProtocolError('invalid_encoding', 'trailing bytes')
  }
}

/** Decodes all of `bytes` with `read`. */
export function decodeAll<T>(bytes: Uint8Array, read: (reader: Reader) => T, fields?: Fields): T {
  const reader = new Reader(bytes, fields)
  const value = read(reader)
  reader.finish()
  return value
}
