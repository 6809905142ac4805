/** The headers of Yamux's frames, read beside Yamux itself (hashicorp's spec.md, "Framing"), which bounds nothing of them. */

/** `version (1) ‖ type (1) ‖ flags (2) ‖ stream (4) ‖ length (4)`, big endian. */
const HEADER_LENGTH = 12
const DATA = 0
const PING = 2
const SYN = 1

export type YamuxHeader = {
  /** Whether the receiver has to answer it. */
  readonly pings: boolean
  /** Whether it opens a stream. */
  readonly opens: boolean
  /** Bytes of data that follow, of all the sender has told of; 0 of a frame without. */
  readonly data: number
}

/** Finds headers in the pieces a connection brings, and holds no more than one of them. */
export class YamuxHeaders {
  readonly #header = new Uint8Array(HEADER_LENGTH)
  readonly #view = new DataView(this.#header.buffer)
  #held = 0
  /** Bytes of data before the next header. */
  #skipped = 0

  /** @param onHeader told of each header that ends in this piece; false when no more are to be read */
  read(piece: Uint8Array, onHeader: (header: YamuxHeader) => boolean): boolean {
    for (let at = 0; at < piece.length; ) {
      if (this.#skipped > 0) {
        const skipped = Math.min(this.#skipped, piece.length - at)
        this.#skipped -= skipped
        at += skipped
        continue
      }
      this.#header[this.#held++] = piece[at++]!
      if (this.#held < HEADER_LENGTH) continue
      this.#held = 0
      const header = this.#decode()
      this.#skipped = header.data
      if (!onHeader(header)) return false
    }
    return true
  }

  #decode(): YamuxHeader {
    const type = this.#header[1]
    const syn = (this.#header[3]! & SYN) !== 0
    return {
      pings: type === PING && syn,
      opens: type !== PING && syn,
      data: type === DATA ? this.#view.getUint32(8) : 0,
    }
  }
}
