/**
 * The group against @noble/curves on random inputs: what noble says is computed once, and both modules of the kernel must say
 * the same, byte for byte. CI runs a share (group-noble.test.ts), `npm run test:kernel` all of it.
 */
import assert from 'node:assert/strict'
import { ristretto255_hasher } from '@noble/curves/ed25519.js'
import { shake256 } from '@noble/hashes/sha3.js'
import { toHex, utf8 } from '../../../../src/protocol/bytes.ts'
import {
  addPoints,
  decodePoints,
  decodeScalar,
  encodePoint,
  encodePoints,
  equalPoints,
  hashToGroup,
  multiply,
  multiplyBase,
  multiplyEncodings,
  multiplyPublic,
  multiscalar,
  multiscalarSecret,
  type Point,
  precompute,
  type Scalar,
  subtractPoints,
  sumOfChoices,
  sumPoints,
} from '../../../../src/protocol/crypto/group.ts'
import { type Kernel, useKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { bytesOf, integersOf, mod } from '../../../support/scalar-bytes.ts'
import { EDGE_SCALARS } from './edge-scalars.ts'
import { P } from './inner-kernel.ts'
import { decoded, type Ristretto, times, timesBase } from './noble-points.ts'

/** Randomness that follows from a seed. */
export class Chance {
  readonly #stream: ReturnType<typeof shake256.create>

  constructor(seed: string) {
    this.#stream = shake256.create({}).update(utf8(seed))
  }

  bytes(count: number): Uint8Array {
    return this.#stream.xof(count)
  }

  below(limit: number): number {
    return Math.floor((new DataView(this.bytes(4).buffer).getUint32(0, true) / 2 ** 32) * limit)
  }

  /** A scalar, one time in eight of the hard ones. */
  scalar(): bigint {
    return this.below(8) === 0 ? this.pick(EDGE_SCALARS) : mod(integersOf(this.bytes(64), 64)[0]!)
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!
  }
}

/** Some inputs, and what noble makes of them: throws where the kernel that is in use makes something else of one. */
type Check = () => void
/** Takes inputs for so many comparisons. */
type Part = (chance: Chance, count: number) => Check

const scalarOf = (value: bigint): Scalar => decodeScalar(bytesOf([value]))
const hexOf = (element: Ristretto): string => toHex(element.toBytes())
const encoded = (point: Point): string => toHex(encodePoint(point))
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i)

/** Points of valid encodings. */
function pointsOf(encodings: readonly Uint8Array[]): Point[] {
  return decodePoints(encodings).map((point, i) => point ?? assert.fail(`refused ${toHex(encodings[i]!)}`))
}

/** Decode, multiply by one way or another, encode. Every result is the next one's point. */
function multiplications(chance: Chance, count: number): Check {
  let point = timesBase(mod(integersOf(chance.bytes(64), 64)[0]!))
  const cases = range(count).map(() => {
    const [from, scalar] = [point, chance.scalar()]
    const result = times(from, scalar)
    point = result.is0() ? from.double() : result
    return { encoding: from.toBytes(), scalar, expected: hexOf(result) }
  })
  return () => {
    const points = pointsOf(cases.map(({ encoding }) => encoding))
    const secret = points.map((one, i) => multiply(one, scalarOf(cases[i]!.scalar)))
    const open = points.map((one, i) => multiplyPublic(one, scalarOf(cases[i]!.scalar)))
    const all = [secret, open].map((results) => encodePoints(results).map(toHex))
    for (const [i, { encoding, scalar, expected }] of cases.entries()) {
      const what = `${scalar} · ${toHex(encoding)}`
      assert.equal(all[0]![i], expected, what)
      assert.equal(all[1]![i], expected, `${what}, public`)
    }
    // the scan of a wallet, whose encodings share their inversions: each case between two others
    for (const [i, { encoding, scalar, expected }] of cases.entries()) {
      const others = [cases[(i + 1) % count]!.encoding, cases[(i + 2) % count]!.encoding]
      const [, scanned] = multiplyEncodings([others[0]!, encoding, others[1]!], scalarOf(scalar))
      assert.equal(toHex(scanned!), expected, `${scalar} · ${toHex(encoding)}, scanned`)
    }
  }
}

/** Multiples of the base point, for which there are tables. */
function baseMultiples(chance: Chance, count: number): Check {
  const cases = range(count).map(() => {
    const scalar = chance.scalar()
    return { scalar, expected: hexOf(timesBase(scalar)) }
  })
  return () => {
    for (const { scalar, expected } of cases) {
      assert.equal(encoded(multiplyBase(scalarOf(scalar))), expected, `${scalar} · B`)
    }
  }
}

/** 32 bytes of any kind: which are encodings, and that those come back. */
function decodings(chance: Chance, count: number): Check {
  let last: Uint8Array = timesBase(chance.scalar()).toBytes()
  const cases = range(count).map((i) => {
    const encoding = candidate(chance, i, last)
    const element = decoded(encoding)
    if (element !== undefined) last = encoding
    return { encoding, expected: element && hexOf(element) }
  })
  return () => {
    const points = decodePoints(cases.map(({ encoding }) => encoding))
    const valid = points.flatMap((point) => point ?? [])
    // written anew from coordinates, not from what the point was decoded from
    const again = encodePoints(valid.map((point) => subtractPoints(addPoints(point, point), point))).map(
      toHex,
    )
    let at = 0
    for (const [i, { encoding, expected }] of cases.entries()) {
      assert.equal(points[i] !== undefined, expected !== undefined, toHex(encoding))
      if (expected !== undefined) assert.equal(again[at++], expected)
    }
  }
}

function candidate(chance: Chance, i: number, valid: Uint8Array): Uint8Array {
  const bytes = chance.bytes(32)
  switch (i % 8) {
    case 0:
      return bytes
    case 1:
      // valid but for a bit
      return valid.with(bytes[0]! & 31, valid[bytes[0]! & 31]! ^ (1 << (bytes[1]! & 7)))
    case 2: {
      // its opposite, a byte of another, or p more, where that fits
      const value = integersOf(valid)[0]!
      return [bytesOf([P - value]), bytesOf([value + P]), valid.with(bytes[0]! & 31, bytes[1]!)][
        bytes[2]! % 3
      ]!
    }
    case 3:
      // near zero, p, 2^255 and 2^256
      return bytesOf([
        [0n, P, 2n ** 255n, 2n ** 256n - 1n][bytes[0]! & 3]! ^ BigInt(bytes[1]! & (bytes[2]! | 1)),
      ])
    default:
      // canonical and not negative: one in four is an encoding
      return bytes.with(0, bytes[0]! & 0xfe).with(31, bytes[31]! & 0x7f)
  }
}

/** The map of 64 bytes to the group. */
function maps(chance: Chance, count: number): Check {
  const cases = range(count).map(() => {
    const uniform = chance.bytes(64)
    return { uniform, expected: hexOf(ristretto255_hasher.deriveToCurve!(uniform)) }
  })
  return () => {
    const points = encodePoints(cases.map(({ uniform }) => hashToGroup(uniform))).map(toHex)
    for (const [i, { uniform, expected }] of cases.entries())
      assert.equal(points[i], expected, toHex(uniform))
  }
}

/** Sums and differences of two, sometimes equal or opposite, and whether they are equal. */
function additions(chance: Chance, count: number): Check {
  let [left, right] = [timesBase(chance.scalar()), timesBase(chance.scalar())]
  const cases = range(count).map((i) => {
    if (i % 16 === 7) left = right
    if (i % 16 === 11) left = right.negate()
    const [sum, difference] = [left.add(right), left.subtract(right)]
    const given = [left.toBytes(), right.toBytes()] as const
    const equal = left.equals(right)
    ;[left, right] = [right, difference.is0() || i % 5 === 0 ? sum.double() : difference]
    return { given, sum: hexOf(sum), difference: hexOf(difference), equal }
  })
  return () => {
    const firsts = pointsOf(cases.map(({ given }) => given[0]))
    const seconds = pointsOf(cases.map(({ given }) => given[1]))
    const sums = encodePoints(firsts.map((point, i) => addPoints(point, seconds[i]!)))
    const differences = encodePoints(firsts.map((point, i) => subtractPoints(point, seconds[i]!)))
    for (const [i, { given, sum, difference, equal }] of cases.entries()) {
      const what = given.map(toHex).join(' and ')
      assert.equal(toHex(sums[i]!), sum, what)
      assert.equal(toHex(differences[i]!), difference, what)
      assert.equal(equalPoints(firsts[i]!, seconds[i]!), equal, what)
    }
  }
}

/** Points by their logarithms: what a sum of their multiples is, noble knows with one multiplication. */
const POOL = 512

/** Sums of multiples of any length; one in 64 is long. Some of the points have tables. */
function sums(chance: Chance, count: number): Check {
  const logs = [0n, 1n, mod(-1n), ...range(POOL - 3).map(() => chance.scalar())]
  const encodings = logs.map((log) => timesBase(log).toBytes())
  const cases = range(count).map((i) => {
    const length = i % 64 === 63 ? chance.below(700) : chance.below(24)
    const indices = range(length).map(() => chance.below(POOL))
    const scalars = indices.map(() => chance.scalar())
    const signs = Int8Array.from(indices, () => chance.below(2) * 2 - 1)
    const choices = Int8Array.from(indices, () => chance.below(3) - 1)
    const total = (factors: readonly bigint[]) =>
      hexOf(timesBase(indices.reduce((sum, index, n) => sum + logs[index]! * factors[n]!, 0n)))
    // these cost noble as much as a sum does: one in eight
    const other = i % 8 === 0 && [signs, choices].map((list) => total([...list].map(BigInt)))
    return { indices, scalars, signs, choices, expected: total(scalars), other }
  })
  return () => {
    const points = pointsOf(encodings)
    for (const point of points.slice(0, 40)) precompute(point)
    for (const [i, { indices, scalars, signs, choices, expected, other }] of cases.entries()) {
      const list = indices.map((index) => points[index]!)
      const factors = scalars.map(scalarOf)
      const what = indices.map((index, n) => `${scalars[n]} · ${logs[index]}`).join(' + ')
      assert.equal(encoded(multiscalar(list, factors)), expected, what)
      if (i % 4 === 0) assert.equal(encoded(multiscalarSecret(list, factors)), expected, `${what}, secret`)
      if (other === false) continue
      assert.equal(encoded(sumPoints(list, signs)), other[0])
      assert.equal(encoded(sumOfChoices(list, choices)), other[1])
    }
  }
}

/** What is compared, by name. */
export const PARTS = { multiplications, baseMultiples, decodings, maps, additions, sums } satisfies Record<
  string,
  Part
>

/** Comparisons for which inputs are taken at once. */
const BATCH = 500

/**
 * Compares `count` results of a part with noble's, on instances of the modules given.
 * @param seed with the same, the same inputs come again
 * @param progress is told after each batch how many comparisons were made
 */
export function compare(
  part: keyof typeof PARTS,
  count: number,
  seed: string,
  kernels: readonly Kernel[],
  progress: (done: number) => void = () => {},
): void {
  const chance = new Chance(`${part} ${seed}`)
  try {
    for (let done = 0; done < count; ) {
      const size = Math.min(BATCH, count - done)
      const check = PARTS[part](chance, size)
      for (const kernel of kernels) {
        // a fresh one each time: tables of one batch are of no use to the next
        useKernel(kernel.renew())
        check()
      }
      done += size
      progress(done)
    }
  } finally {
    useKernel(undefined)
  }
}
