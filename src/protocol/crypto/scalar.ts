/**
 * The scalar field of ristretto255: integers mod ℓ = 2^252 + 27742317777372353535851937790883648493, computed by the
 * kernel in time that does not depend on their values. What a call leaves in the kernel's memory is overwritten.
 */
import { le64 } from '../bytes.ts'
import { ProtocolError } from '../errors.ts'
import { kernel } from './kernel/kernel.ts'

declare const scalarBrand: unique symbol

/** An integer mod ℓ, always reduced: 32 bytes, little endian, that nobody changes. Made only by functions of this folder. */
export type Scalar = Uint8Array & { readonly [scalarBrand]: true }

/** Bytes of a scalar. */
export const SCALAR_LENGTH = 32

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n
const WORD = 2n ** 64n

const lift = (bytes: Uint8Array): Scalar => bytes as Scalar

export const ZERO: Scalar = scalarFrom(0)
export const ONE: Scalar = scalarFrom(1)

/** A scalar from an integer, such as an amount or an index; reduced mod ℓ. */
export function scalarFrom(value: bigint | number): Scalar {
  const bytes = new Uint8Array(SCALAR_LENGTH)
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) {
    bytes.set(le64(value))
    return lift(bytes)
  }
  const words = new DataView(bytes.buffer)
  let rest = BigInt(value)
  if (rest >= 0n && rest < WORD) {
    words.setBigUint64(0, rest, true)
  } else {
    rest = ((rest % ORDER) + ORDER) % ORDER
    for (let at = 0; at < SCALAR_LENGTH; at += 8, rest >>= 64n) words.setBigUint64(at, rest, true)
  }
  return lift(bytes)
}

/** A scalar from up to 31 bytes, little endian: always below ℓ. */
export function scalarFromBytes(bytes: Uint8Array): Scalar {
  if (bytes.length >= SCALAR_LENGTH) throw new RangeError('31 bytes at most')
  const padded = new Uint8Array(SCALAR_LENGTH)
  padded.set(bytes)
  return lift(padded)
}

/**
 * Decodes a scalar, 32 bytes little endian.
 * @throws ProtocolError `invalid_scalar` unless it is reduced mod ℓ.
 */
export function decodeScalar(bytes: Uint8Array): Scalar {
  const instance = kernel()
  const decoded =
    bytes.length === SCALAR_LENGTH &&
    instance.callSecret((frame) => {
      const at = frame.put(bytes)
      return instance.exports.scalarIsCanonical(at) === 1 && frame.get(at, SCALAR_LENGTH)
    })
  if (decoded === false) throw new ProtocolError('invalid_scalar', 'not a scalar reduced mod ℓ')
  return lift(decoded)
}

/** The canonical 32 bytes of a scalar, little endian: a copy, the caller's own. */
export function encodeScalar(scalar: Scalar): Uint8Array {
  return scalar.slice()
}

/** Reduces 64 uniform bytes (little endian) mod ℓ; the bias is below 2^-250. */
export function reduceWide(bytes: Uint8Array): Scalar {
  if (bytes.length !== 2 * SCALAR_LENGTH) throw new RangeError('wide reduction takes 64 bytes')
  const instance = kernel()
  return instance.callSecret((frame) => {
    const at = frame.put(bytes)
    instance.exports.scalarReduceWide(at, at)
    return lift(frame.get(at, SCALAR_LENGTH))
  })
}

export function addScalars(left: Scalar, right: Scalar): Scalar {
  return compute('scalarAdd', left, right)
}

export function subtractScalars(left: Scalar, right: Scalar): Scalar {
  return compute('scalarSubtract', left, right)
}

export function multiplyScalars(left: Scalar, right: Scalar): Scalar {
  return compute('scalarMultiply', left, right)
}

/** left · right + addend */
export function multiplyAddScalars(left: Scalar, right: Scalar, addend: Scalar): Scalar {
  const instance = kernel()
  return instance.callSecret((frame) => {
    const at = frame.put(left)
    instance.exports.scalarMultiplyAdd(at, at, frame.put(right), frame.put(addend))
    return lift(frame.get(at, SCALAR_LENGTH))
  })
}

export function negateScalar(scalar: Scalar): Scalar {
  const instance = kernel()
  return instance.callSecret((frame) => {
    const at = frame.put(scalar)
    instance.exports.scalarNegate(at, at)
    return lift(frame.get(at, SCALAR_LENGTH))
  })
}

/** 1 / scalar mod ℓ. @throws ProtocolError `invalid_scalar` for zero. */
export function invertScalar(scalar: Scalar): Scalar {
  const instance = kernel()
  const inverse = instance.callSecret((frame) => {
    const at = frame.put(scalar)
    return instance.exports.scalarInvert(at, at) === 1 && frame.get(at, SCALAR_LENGTH)
  })
  if (inverse === false) throw new ProtocolError('invalid_scalar', 'zero has no inverse')
  return lift(inverse)
}

/**
 * 1 / scalar mod ℓ for every scalar of a list, with one inversion in all (Montgomery's trick).
 * @throws ProtocolError `invalid_scalar` if one of them is zero.
 */
export function invertScalars(scalars: readonly Scalar[]): Scalar[] {
  const instance = kernel()
  const inverses = instance.callSecret((frame) => {
    const from = frame.putAll(scalars, SCALAR_LENGTH)
    const to = frame.take(scalars.length * SCALAR_LENGTH)
    return (
      instance.exports.scalarsInvert(to, from, scalars.length) === 1 &&
      scalars.map((_, i) => lift(frame.get(to + i * SCALAR_LENGTH, SCALAR_LENGTH)))
    )
  })
  if (inverses === false) throw new ProtocolError('invalid_scalar', 'zero has no inverse')
  return inverses
}

/** Whether two scalars are equal, in time that does not depend on them. */
export function equalScalars(left: Scalar, right: Scalar): boolean {
  let difference = 0
  for (let i = 0; i < SCALAR_LENGTH; i++) difference |= left[i]! ^ right[i]!
  return difference === 0
}

/** Whether a scalar is zero, in time that does not depend on it. */
export function isZeroScalar(scalar: Scalar): boolean {
  return equalScalars(scalar, ZERO)
}

function compute(
  operation: 'scalarAdd' | 'scalarSubtract' | 'scalarMultiply',
  left: Scalar,
  right: Scalar,
): Scalar {
  const instance = kernel()
  return instance.callSecret((frame) => {
    const at = frame.put(left)
    instance.exports[operation](at, at, frame.put(right))
    return lift(frame.get(at, SCALAR_LENGTH))
  })
}
