/** Range proofs of 64 bits, by the number of values. */
import type { Row } from '../harness.ts'
import { timed } from './interleave.ts'
import { measureRows } from './rows.ts'
import { BITS, rangeProofs } from './work.ts'

const VALUES = [1, 2, 4, 8, 16]

export function proofRows(): Promise<Row[]> {
  const proofs = VALUES.map(rangeProofs)
  return measureRows('Range proofs', [
    ...VALUES.map((count, i) => ({
      name: `prove ${count} × ${BITS} bit`,
      unit: 'ms' as const,
      timed: timed(proofs[i]!.prove),
    })),
    ...VALUES.map((count, i) => ({
      name: `verify ${count} × ${BITS} bit`,
      unit: 'ms' as const,
      timed: timed(proofs[i]!.verify),
    })),
  ])
}
