/** Integers as limbs of 51 bits around zero, in floating-point numbers, and back. */

export const LIMB_BITS = 51

/** Limbs that are taken from a number in one piece: shifting a short number is cheaper. */
const PIECE = 6

/**
 * Limbs of at most 2^50 in magnitude, the lowest first. They stand for the value itself if that is below 2^(51·length − 2) in
 * magnitude, and for something congruent to it mod 2^(51·length) in any case.
 * @param length how many; a multiple of six
 */
export function splitLimbs(value: bigint, length: number): number[] {
  const limbs: number[] = []
  for (let at = 0; at < length; at += PIECE) {
    let piece = BigInt.asIntN(PIECE * LIMB_BITS, value)
    value = (value - piece) >> BigInt(PIECE * LIMB_BITS)
    for (let i = 1; i < PIECE; i++) {
      const limb = BigInt.asIntN(LIMB_BITS, piece)
      limbs.push(Number(limb))
      piece = (piece - limb) >> BigInt(LIMB_BITS)
    }
    limbs.push(Number(piece))
  }
  return limbs
}

/** The integer, of either sign, that limbs stand for; as many of them as `splitLimbs` gives. */
export function sumLimbs(limbs: readonly number[]): bigint {
  let sum = 0n
  for (let at = limbs.length; at > 0; at -= PIECE) {
    let piece = 0n
    for (let i = 1; i <= PIECE; i++) piece = (piece << BigInt(LIMB_BITS)) + BigInt(limbs[at - i]!)
    sum = (sum << BigInt(PIECE * LIMB_BITS)) + piece
  }
  return sum
}
