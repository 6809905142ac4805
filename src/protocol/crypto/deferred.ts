/**
 * Decoding points is a good part of a verifier's work, and the kernel decodes two for the price of one: so what needs
 * points says which, and is finished when those of everything in a batch have been decoded with one call.
 */
import { ProtocolError } from '../errors.ts'
import { decodePoints, type Point } from './group.ts'

/** The point of an encoding that was asked for. @throws ProtocolError `invalid_point` where it is none. */
export type Decode = (encoding: Uint8Array) => Point

/** Something that can be computed once its points are there. */
export type Deferred<T> = {
  /** What `finish` will ask for. The same array, asked for by several, is decoded once. */
  readonly encodings: readonly Uint8Array[]
  /** @throws ProtocolError `invalid_point`, and what else comes to light */
  readonly finish: (decode: Decode) => T
}

/** Decodes the points of all; what it returns serves each of them. */
export function decodeTogether(deferred: readonly Deferred<unknown>[]): Decode {
  const encodings = [...new Set(deferred.flatMap((one) => one.encodings))]
  const points = decodePoints(encodings)
  const found = new Map(encodings.map((encoding, i) => [encoding, points[i]]))
  return (encoding) => {
    const point = found.get(encoding)
    if (point === undefined) throw new ProtocolError('invalid_point', 'not a canonical ristretto255 encoding')
    return point
  }
}

/** Finishes one by itself. */
export function finishAlone<T>(deferred: Deferred<T>): T {
  return deferred.finish(decodeTogether([deferred]))
}
