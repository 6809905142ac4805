// What the module of the delay function does not export: sums of columns and carries, at addresses of the caller's choice.
import { carry, squareGroup, sumGroup, sumPair } from '../../../../src/protocol/crypto/delay/assembly/columns'
export { heapBase, mostLimbs } from '../../../../src/protocol/crypto/delay/assembly/places'

/** Columns k … k + 5 of a·b. */
export function sumSix(adding: bool, lows: usize, highs: usize, a: usize, b: usize, k: i32, from: i32, to: i32): void {
  if (adding) sumGroup(true, lows, highs, a, b, k, from, to)
  else sumGroup(false, lows, highs, a, b, k, from, to)
}

/** Columns k and k + 1 of a·b. */
export function sumTwo(lows: usize, highs: usize, a: usize, b: usize, k: i32, to: i32): void {
  sumPair(lows, highs, a, b, k, to)
}

/** Columns k … k + 5 of a². */
export function squareSix(lows: usize, highs: usize, a: usize, n: i32, k: i32): void {
  squareGroup(lows, highs, a, n, k)
}

export function carryAll(o: usize, lows: usize, highs: usize, n: i32): i64 {
  return carry(o, lows, highs, n)
}
