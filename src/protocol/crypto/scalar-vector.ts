/** Vectors of scalars, as the Bulletproofs paper writes them. */
import { addScalars, multiplyScalars, ONE, type Scalar, ZERO } from './group.ts'

/** (1, x, x², …), `length` of them. */
export function powers(x: Scalar, length: number): Scalar[] {
  const list: Scalar[] = []
  for (let power = ONE; list.length < length; power = multiplyScalars(power, x)) list.push(power)
  return list
}

/** 1 + x + x² + … + x^(length−1) for a length that is a power of two: (1 + x)(1 + x²)(1 + x⁴)… */
export function sumOfPowers(x: Scalar, length: number): Scalar {
  let sum = ONE
  for (let power = x, terms = 1; terms < length; terms *= 2, power = multiplyScalars(power, power)) {
    sum = multiplyScalars(sum, addScalars(ONE, power))
  }
  return sum
}

/** Σ a[i]·b[i] */
export function innerProduct(a: readonly Scalar[], b: readonly Scalar[]): Scalar {
  let sum = ZERO
  for (let i = 0; i < a.length; i++) sum = addScalars(sum, multiplyScalars(a[i]!, b[i]!))
  return sum
}
