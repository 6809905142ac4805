/**
 * Seats of an epoch by stake, for sets too large to let every stake vote with its own weight. As in "Fait Accompli Committee
 * Selection" (Gaži, Kiayias, Russell, CCS 2023): everybody gets the whole part of its due outright, and only the remainders are drawn
 * for, with replacement. Each expects exactly its share, with less variance than if every seat were drawn.
 */

import { le64 } from '../bytes.ts'
import { hash } from '../crypto/hash.ts'
import { drawBelow } from './draw.ts'

/** Seats by position; they sum to `slots`. @param stakes not all zero. */
export function drawSlots(
  stakes: readonly bigint[],
  slots: number,
  beacon: Uint8Array,
  epoch: number,
): number[] {
  const total = stakes.reduce((sum, stake) => sum + stake, 0n)
  const seats = stakes.map((stake) => Number((stake * BigInt(slots)) / total))
  const remainders = stakes.map((stake) => (stake * BigInt(slots)) % total)
  const open = slots - seats.reduce((sum, count) => sum + count, 0)
  const seed = hash('slots', beacon, le64(epoch))
  // What remains sums to exactly `open` seats.
  const ends: bigint[] = []
  let sum = 0n
  for (const remainder of remainders) {
    sum += remainder
    ends.push(sum)
  }
  for (let seat = 0; seat < open; seat++) {
    const point = drawBelow(sum, 'slot', seed, seat)
    seats[firstAbove(ends, point)]! += 1
  }
  return seats
}

function firstAbove(ends: readonly bigint[], point: bigint): number {
  let [from, to] = [0, ends.length - 1]
  while (from < to) {
    const middle = (from + to) >> 1
    if (ends[middle]! > point) to = middle
    else from = middle + 1
  }
  return from
}
