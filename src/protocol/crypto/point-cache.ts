/** Decodes every distinct encoding once, so that equal points of one check are the same object and share a coefficient. */
import { BASE, decodePoint, ENCODED_LENGTH, type Point } from './group.ts'
import { blindingBase, pedersenBaseEncodings } from './pedersen.ts'

/** Grows with what it is asked to decode: make one for each block or batch. */
export class PointCache {
  readonly #points = new Map<string, Point>([
    [keyOf(pedersenBaseEncodings().value), BASE],
    [keyOf(pedersenBaseEncodings().blinding), blindingBase()],
  ])

  /** @throws ProtocolError `invalid_point` for anything but a canonical encoding. */
  decode(encoding: Uint8Array): Point {
    if (encoding.length !== ENCODED_LENGTH) return decodePoint(encoding)
    const key = keyOf(encoding)
    let point = this.#points.get(key)
    if (point === undefined) {
      point = decodePoint(encoding)
      this.#points.set(key, point)
    }
    return point
  }
}

function keyOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
