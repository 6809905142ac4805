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

/** Takes fields off a byte string. Every fault is a ProtocolError `invalid_encoding`. */
export class Reader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Bytes that have not been taken. */
  get left(): number {
    return this.#bytes.length - this.#at
  }

  u8(): number {
    return this.bytes(1)[0]!
  }

  u32(): number {
    const bytes = this.bytes(4)
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true)
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

  /** A copy of the next `length` bytes. */
  bytes(length: number): Uint8Array {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new ProtocolError('invalid_encoding', 'bytes end too early')
    const part = this.#bytes.slice(this.#at, end)
    this.#at = end
    return part
  }

  /** Bytes preceded by their length, refused above `limit` before anything is copied. */
  sized(limit: number): Uint8Array {
    const length = this.u32()
    if (length > limit) {
      throw new ProtocolError('invalid_encoding', `a field of ${length} bytes; at most ${limit} are allowed`)
    }
    return this.bytes(length)
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
export function decodeAll<T>(bytes: Uint8Array, read: (reader: Reader) => T): T {
  const reader = new Reader(bytes)
  const value = read(reader)
  reader.finish()
  return value
}
