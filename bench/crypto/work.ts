/** The work that is held against references: ours. Both variants of the kernel are measured on it. */

import { le32 } from '../../src/protocol/bytes.ts'
import {
  decodePoint,
  encodePoint,
  encodeScalar,
  multiply,
  multiplyBase,
  multiscalar,
  type Point,
  type Scalar,
} from '../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../src/protocol/crypto/hash.ts'
import { proveRange, verifyRange } from '../../src/protocol/crypto/rangeproof.ts'
import { Transcript } from '../../src/protocol/crypto/transcript.ts'
import { findOutputs } from '../../src/protocol/enote.ts'
import { timed } from './interleave.ts'
import { type Ordinary, outputsOf, stranger, verifyOrdinary } from './ordinary.ts'
import type { Entry } from './rows.ts'

/** Points of the multiscalar multiplication, transactions of the batch, bits of a value. */
export const POINTS = 300
export const BATCH = 128
export const BITS = 64

/** Scalars that are the same in every run, full length. */
export function scalars(count: number, from = 0): Scalar[] {
  return Array.from({ length: count }, (_, i) => deriveScalar('bench scalar', le32(from + i)))
}

/** Points that nobody has tables of. */
export function points(count: number): Point[] {
  return scalars(count, 1_000_000).map(multiplyBase)
}

/** Values that are long and short, with their blindings. */
export function valuesOf(count: number): { values: bigint[]; blindings: Uint8Array[] } {
  const values = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 1_000n + BigInt(i) : 2n ** 40n))
  return { values, blindings: scalars(count, 2_000_000).map(encodeScalar) }
}

/** Both ends of a range proof about so many values. */
export function rangeProofs(count: number) {
  const given = valuesOf(count)
  const fresh = () => ({ bits: BITS, transcript: new Transcript('bench') })
  const prove = () => proveRange({ ...given, ...fresh() })
  const made = prove()
  const verify = () => {
    if (!verifyRange({ ...made, ...fresh() })) throw new Error('a valid proof is refused')
  }
  return { prove, verify }
}

export const WORK = ['multiply', 'sum', 'verify', 'batch', 'prove', 'scan'] as const
export type Work = (typeof WORK)[number]

/** Every piece of work, ready to be timed by the unit. */
export function ourWork(batch: readonly Ordinary[]): Record<Work, Entry> {
  const [scalar, secret] = scalars(2) as [Scalar, Scalar]
  const encoding = encodePoint(multiplyBase(scalar))
  const [terms, factors] = [points(POINTS), scalars(POINTS)]
  const { prove, verify } = rangeProofs(2)
  const foreign = outputsOf(batch)
  return {
    multiply: {
      name: 'decode, multiply by a secret scalar, encode',
      unit: 'µs',
      timed: timed(() => encodePoint(multiply(decodePoint(encoding), secret))),
    },
    sum: {
      name: `multiscalar multiplication, ${POINTS} points`,
      unit: 'ms',
      timed: timed(() => multiscalar(terms, factors)),
    },
    verify: { name: `verify 2 × ${BITS} bit`, unit: 'ms', timed: timed(verify) },
    batch: {
      name: `verify a transaction, 2 in 2 out, of ${batch.length}`,
      unit: 'ms',
      timed: timed(() => verifyOrdinary(batch), batch.length),
    },
    prove: { name: `prove 2 × ${BITS} bit`, unit: 'ms', timed: timed(prove) },
    scan: {
      name: 'scan a foreign output',
      unit: 'µs',
      timed: timed(() => findOutputs(stranger, foreign), foreign.length),
    },
  }
}
