/** The reference: points of @noble/curves, and how they are laid into the kernel's memory. */
import { ED25519_TORSION_SUBGROUP, ed25519, ristretto255 } from '@noble/curves/ed25519.js'
import { bytesOf, mod } from '../../../support/scalar-bytes.ts'
import { type Inner, modP, PAIR } from './inner-kernel.ts'

export const Ristretto = ristretto255.Point
export type Ristretto = InstanceType<typeof Ristretto>
export const Edwards = ed25519.Point
export type Edwards = InstanceType<typeof Edwards>

/** The points of edwards25519 whose order divides 8, by multiples of one of order 8. */
export const TORSION: readonly Edwards[] = (() => {
  const generator = Edwards.fromHex(ED25519_TORSION_SUBGROUP[3]!)
  const points = [Edwards.ZERO]
  while (points.length < 8) points.push(points.at(-1)!.add(generator))
  return points
})()

/** Those of E[4]: added to a point, they leave its element of ristretto255 what it is. */
export const COSET: readonly Edwards[] = TORSION.filter((_, i) => i % 2 === 0)

/** A point on the curve that stands for an element. */
export function edwardsOf(element: Ristretto): Edwards {
  return (element as unknown as { readonly ep: Edwards }).ep
}

/** factor · element for any factor, zero among them, in variable time. */
export function times(element: Ristretto, factor: bigint): Ristretto {
  const reduced = mod(factor)
  return reduced === 0n ? Ristretto.ZERO : element.multiplyUnsafe(reduced)
}

/** factor · the base point: noble keeps a table for it. */
export function timesBase(factor: bigint): Ristretto {
  const reduced = mod(factor)
  return reduced === 0n ? Ristretto.ZERO : Ristretto.BASE.multiply(reduced)
}

/** The encoding of an element, or undefined for what noble does not decode. */
export function decoded(encoding: Uint8Array): Ristretto | undefined {
  try {
    return Ristretto.fromBytes(encoding)
  } catch {
    return undefined
  }
}

/** Extended coordinates, each below p. */
export type Coordinates = { readonly X: bigint; readonly Y: bigint; readonly T: bigint; readonly Z: bigint }

/** The same point with all coordinates multiplied by a number, which is not a multiple of p. */
export function scaled({ X, Y, T, Z }: Coordinates, by: bigint): Coordinates {
  return { X: modP(X * by), Y: modP(Y * by), T: modP(T * by), Z: modP(Z * by) }
}

/** Lays two field elements into a pair, by their bytes; `room` has 32 of them. */
export function putPair({ exports }: Inner, pair: number, lanes: readonly bigint[], room: number): void {
  for (const [lane, value] of lanes.entries()) {
    new Uint8Array(exports.memory.buffer).set(bytesOf([value]), room)
    exports.loadLane(pair, lane, room)
  }
}

/** Lays an extended point into the kernel's memory. */
export function putPoint(inner: Inner, pointer: number, { X, Y, T, Z }: Coordinates, room: number): void {
  putPair(inner, pointer, [X, Y], room)
  putPair(inner, pointer + PAIR, [T, Z], room)
}
