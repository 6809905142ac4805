/** Frames on a stream: `length (4) ‖ bytes`. What a peer claims to send is not given memory before it has come. */
import { le32 } from '../../../protocol/bytes.ts'

const PREFIX = 4

export function frameOf(bytes: Uint8Array): Uint8Array {
  const frame = new Uint8Array(PREFIX + bytes.length)
  frame.set(le32(bytes.length))
  frame.set(bytes, PREFIX)
  return frame
}

/** A frame longer than agreed. */
export class FrameError extends Error {
  constructor(length: number, max: number) {
    super(`a frame of ${length} bytes, where ${max} are allowed`)
    this.name = 'FrameError'
  }
}

/** Puts frames together from the pieces a stream brings. Holds no more than one frame and the piece that ended it. */
export class FrameReader {
  readonly #max: number
  readonly #pieces: Uint8Array[] = []
  #held = 0
  /** Of the frame whose beginning is held; undefined until its prefix is there. */
  #length: number | undefined

  /** @param max bytes of a frame, at most */
  constructor(max: number) {
    this.#max = max
  }

  /** The frames that end in this piece. @throws FrameError; then nothing more is read. */
  *push(piece: Uint8Array): Generator<Uint8Array> {
    if (piece.length === 0) return
    this.#pieces.push(piece)
    this.#held += piece.length
    for (;;) {
      if (this.#length === undefined) {
        if (this.#held < PREFIX) return
        const prefix = this.#take(PREFIX)
        const length = new DataView(prefix.buffer, prefix.byteOffset).getUint32(0, true)
        if (length > this.#max) throw new FrameError(length, this.#max)
        this.#length = length
      }
      if (this.#held < this.#length) return
      const frame = this.#take(this.#length)
      this.#length = undefined
      yield frame
    }
  }

  #take(length: number): Uint8Array {
    const taken = new Uint8Array(length)
    let at = 0
    let used = 0
    while (at < length) {
      const piece = this.#pieces[used]!
      const part = piece.subarray(0, length - at)
      taken.set(part, at)
      at += part.length
      if (part.length < piece.length) this.#pieces[used] = piece.subarray(part.length)
      else used += 1
    }
    this.#pieces.splice(0, used)
    this.#held -= length
    return taken
  }
}
