/**
 * Vectors of scalars mod ℓ, as the Bulletproofs paper writes them, computed by the kernel whole: one crossing into
 * WebAssembly for a vector. Time depends on lengths alone. Functions that take two vectors throw RangeError when the
 * lengths differ.
 */
import { ProtocolError } from '../errors.ts'
import { type Frame, type Kernel, kernel } from './kernel/kernel.ts'
import { ONE, SCALAR_LENGTH, type Scalar } from './scalar.ts'

declare const scalarsBrand: unique symbol

/** Scalars one behind the other, 32 bytes each, that nobody changes. Made only by functions of this folder. */
export type Scalars = Uint8Array & { readonly [scalarsBrand]: true }

/** How many scalars a vector has. */
export function countOf(vector: Scalars): number {
  return vector.length / SCALAR_LENGTH
}

/** One of a vector's scalars. @throws RangeError if it has none there */
export function scalarAt(vector: Scalars, index: number): Scalar {
  const at = index * SCALAR_LENGTH
  if (!(at >= 0 && at < vector.length)) throw new RangeError(`a vector of ${countOf(vector)} has no ${index}`)
  return vector.slice(at, at + SCALAR_LENGTH) as Uint8Array as Scalar
}

/** Scalars and vectors one behind the other. */
export function packScalars(list: readonly (Scalar | Scalars)[]): Scalars {
  let length = 0
  for (const part of list) length += part.length
  const packed = new Uint8Array(length)
  let at = 0
  for (const part of list) {
    packed.set(part, at)
    at += part.length
  }
  return packed as Scalars
}

/** The scalars of a vector, one by one. */
export function unpackScalars(vector: Scalars): Scalar[] {
  return Array.from({ length: countOf(vector) }, (_, i) => scalarAt(vector, i))
}

/** The scalars from one index to before another; without the latter, all that follow. */
export function sliceScalars(vector: Scalars, from: number, to?: number): Scalars {
  return vector.slice(from * SCALAR_LENGTH, to === undefined ? undefined : to * SCALAR_LENGTH) as Scalars
}

/** As many times the same scalar. */
export function repeatScalar(scalar: Scalar, length: number): Scalars {
  const packed = new Uint8Array(length * SCALAR_LENGTH)
  for (let at = 0; at < packed.length; at += SCALAR_LENGTH) packed.set(scalar, at)
  return packed as Scalars
}

/**
 * Decodes scalars that lie one behind the other, 32 bytes each.
 * @throws ProtocolError `invalid_scalar` unless all of them are reduced mod ℓ.
 */
export function decodeScalars(bytes: Uint8Array): Scalars {
  const decoded =
    bytes.length % SCALAR_LENGTH === 0 &&
    compute(({ exports }, frame) => {
      const at = frame.put(bytes)
      const canonical = exports.scalarsAreCanonical(at, bytes.length / SCALAR_LENGTH) === 1
      return canonical && (frame.get(at, bytes.length) as Scalars)
    })
  if (decoded === false) throw new ProtocolError('invalid_scalar', 'not scalars reduced mod ℓ')
  return decoded
}

/** Reduces uniform bytes mod ℓ, 64 bytes (little endian) for each scalar; the bias is below 2^-250. */
export function reduceWideAll(bytes: Uint8Array): Scalars {
  if (bytes.length % (2 * SCALAR_LENGTH) !== 0) throw new RangeError('wide reduction takes 64 bytes a scalar')
  return vector(bytes.length / (2 * SCALAR_LENGTH), (exports, frame, out, n) => {
    exports.scalarsReduceWide(out, frame.put(bytes), n)
  })
}

/** (1, x, x², …), `length` of them. */
export function powers(x: Scalar, length: number): Scalars {
  return powersFrom(ONE, x, length)
}

/** (start, start·x, start·x², …), `length` of them. */
export function powersFrom(start: Scalar, x: Scalar, length: number): Scalars {
  return vector(length, (exports, frame, out, n) => {
    exports.scalarsPowers(out, frame.put(start), frame.put(x), n)
  })
}

/** 1 + x + x² + … + x^(length−1) */
export function sumOfPowers(x: Scalar, length: number): Scalar {
  return single((exports, frame, out) => exports.scalarsSumOfPowers(out, frame.put(x), length))
}

/** a[i] + b[i] */
export function addVectors(a: Scalars, b: Scalars): Scalars {
  return vector(common(a, b), (exports, frame, out, n) => {
    exports.scalarsAdd(out, frame.put(a), frame.put(b), n)
  })
}

/** a[i] − b[i] */
export function subtractVectors(a: Scalars, b: Scalars): Scalars {
  return vector(common(a, b), (exports, frame, out, n) => {
    exports.scalarsSubtract(out, frame.put(a), frame.put(b), n)
  })
}

/** a[i]·b[i] */
export function multiplyVectors(a: Scalars, b: Scalars): Scalars {
  return vector(common(a, b), (exports, frame, out, n) => {
    exports.scalarsMultiply(out, frame.put(a), frame.put(b), n)
  })
}

/** a[i] + s */
export function addToEach(a: Scalars, s: Scalar): Scalars {
  return vector(countOf(a), (exports, frame, out, n) => {
    exports.scalarsAddConstant(out, frame.put(a), frame.put(s), n)
  })
}

/** a[i]·s */
export function scaleVector(a: Scalars, s: Scalar): Scalars {
  return vector(countOf(a), (exports, frame, out, n) => {
    exports.scalarsScale(out, frame.put(a), frame.put(s), n)
  })
}

/** a[i] + b[i]·s */
export function addScaled(a: Scalars, b: Scalars, s: Scalar): Scalars {
  const n = common(a, b)
  return compute(({ exports }, frame) => {
    const sum = frame.put(a)
    exports.scalarsMultiplyAdd(sum, frame.put(b), frame.put(s), n)
    return frame.get(sum, a.length) as Scalars
  })
}

/** a[i]·s + b[i]·t */
export function foldVectors(a: Scalars, s: Scalar, b: Scalars, t: Scalar): Scalars {
  return vector(common(a, b), (exports, frame, out, n) => {
    exports.scalarsFold(out, frame.put(a), frame.put(s), frame.put(b), frame.put(t), n)
  })
}

/** Σ a[i] */
export function sumOf(a: Scalars): Scalar {
  return single((exports, frame, out) => exports.scalarsSum(out, frame.put(a), countOf(a)))
}

/** Π a[i] */
export function productOf(a: Scalars): Scalar {
  return single((exports, frame, out) => exports.scalarsProduct(out, frame.put(a), countOf(a)))
}

/** Σ a[i]·b[i] */
export function innerProduct(a: Scalars, b: Scalars): Scalar {
  const n = common(a, b)
  return single((exports, frame, out) => exports.scalarsInnerProduct(out, frame.put(a), frame.put(b), n))
}

/**
 * 1 / a[i], with one inversion in all (Montgomery's trick).
 * @throws ProtocolError `invalid_scalar` if one of them is zero.
 */
export function invertVector(a: Scalars): Scalars {
  return vector(countOf(a), (exports, frame, out, n) => {
    if (exports.scalarsInvert(out, frame.put(a), n) !== 1) {
      throw new ProtocolError('invalid_scalar', 'zero has no inverse')
    }
  })
}

const compute = <T>(run: (instance: Kernel, frame: Frame) => T): T => {
  const instance = kernel()
  return instance.callSecret((frame) => run(instance, frame))
}

/** A vector of n scalars that `fill` writes to `out`. */
function vector(
  n: number,
  fill: (exports: Kernel['exports'], frame: Frame, out: number, n: number) => void,
): Scalars {
  return compute(({ exports }, frame) => {
    const out = frame.take(n * SCALAR_LENGTH)
    fill(exports, frame, out, n)
    return frame.get(out, n * SCALAR_LENGTH) as Scalars
  })
}

/** A scalar that `fill` writes to `out`. */
function single(fill: (exports: Kernel['exports'], frame: Frame, out: number) => void): Scalar {
  return compute(({ exports }, frame) => {
    const out = frame.take(SCALAR_LENGTH)
    fill(exports, frame, out)
    return frame.get(out, SCALAR_LENGTH) as Uint8Array as Scalar
  })
}

function common(a: Scalars, b: Scalars): number {
  if (a.length !== b.length) throw new RangeError('vectors of different lengths')
  return countOf(a)
}
