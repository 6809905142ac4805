/** Numbers as LevelDB writes them. */

/** What a file of the database holds makes no sense. */
export class DamagedFile extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'DamagedFile'
  }
}

export class FileReader {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length
  }

  /** A number of seven bits a byte, the lowest first. @throws DamagedFile, also beyond 2^53. */
  varint(): number {
    let value = 0
    for (let scale = 1; scale <= 2 ** 49; scale *= 128) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) break
      value += (byte & 0x7f) * scale
      if (byte < 0x80 && Number.isSafeInteger(value)) return value
    }
    throw new DamagedFile('a number ends too early or is too large')
  }

  /** @throws DamagedFile */
  bytes(length: number): Uint8Array {
    const end = this.#at + length
    if (end > this.#bytes.length) throw new DamagedFile('it ends too early')
    const found = this.#bytes.subarray(this.#at, end)
    this.#at = end
    return found
  }

  /** Bytes with their length before them. @throws DamagedFile */
  sized(): Uint8Array {
    return this.bytes(this.varint())
  }
}

export function le32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0
}
