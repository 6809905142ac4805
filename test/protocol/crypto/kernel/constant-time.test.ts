import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Frame, KernelExports } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { bytesOf, SCALARS, scrambled } from './secrets.ts'
import { TracedKernel } from './traced-kernel.ts'

const POINT = 160
/** Runs of each function, each with other secrets. */
const RUNS = 48

/** What one run takes for secrets, so many at a time, packed. */
type Secrets = {
  /** Canonical scalars. */
  scalars(count: number): Uint8Array
  /** Points as the kernel holds them: the identity, the base, its negative and multiples. */
  points(count: number): Uint8Array
  /** Encodings of points, and bytes that are none. */
  encodings(count: number): Uint8Array
  /** −1, 0 or 1. */
  choices(count: number): Uint8Array
  bytes(count: number): Uint8Array
}

type Call = (kernel: KernelExports, frame: Frame, secrets: Secrets) => void

/** Every function that a secret goes into. Counts and lengths are public. */
const SECRET: { readonly [name in keyof KernelExports]?: Call } = {
  addPoints: (k, f, s) => k.addPoints(f.take(POINT), f.put(s.points(1)), f.put(s.points(1))),
  subtractPoints: (k, f, s) => k.subtractPoints(f.take(POINT), f.put(s.points(1)), f.put(s.points(1))),
  equalPoints: (k, f, s) => k.equalPoints(f.put(s.points(1)), f.put(s.points(1))),
  decodePoints: (k, f, s) => k.decodePoints(f.take(3 * POINT), f.take(3), f.put(s.encodings(3)), 3),
  encodePoints: (k, f, s) => k.encodePoints(f.take(96), f.put(s.points(3)), 3),
  encodeDoubles: (k, f, s) => k.encodeDoubles(f.take(96), f.put(s.points(3)), 3, f.take(800)),
  mapToGroup: (k, f, s) => k.mapToGroup(f.take(2 * POINT), f.put(s.bytes(128)), 2),
  multiplyEach: (k, f, s) => k.multiplyEach(f.take(2 * POINT), f.put(s.points(2)), 2, f.put(s.scalars(1))),
  buildBase: (k, f, s) => k.buildBase(f.take(k.baseBytes()), f.put(s.points(1))),
  multiplyBase(k, f, s) {
    const tables = f.take(k.baseBytes())
    const base = f.take(POINT)
    k.basePoint(base)
    k.buildBase(tables, base)
    k.multiplyBase(f.take(POINT), tables, f.put(s.scalars(1)))
  },
  sumSecret: (k, f, s) =>
    k.sumSecret(f.take(POINT), f.put(s.points(3)), f.put(s.scalars(3)), 3, f.take(3 * k.secretRoom())),
  sumChosen: (k, f, s) => k.sumChosen(f.take(POINT), f.put(s.points(9)), f.put(s.choices(9)), 9),

  scalarAdd: (k, f, s) => k.scalarAdd(f.take(32), f.put(s.bytes(32)), f.put(s.bytes(32))),
  scalarSubtract: (k, f, s) => k.scalarSubtract(f.take(32), f.put(s.bytes(32)), f.put(s.scalars(1))),
  scalarNegate: (k, f, s) => k.scalarNegate(f.take(32), f.put(s.scalars(1))),
  scalarMultiply: (k, f, s) => k.scalarMultiply(f.take(32), f.put(s.bytes(32)), f.put(s.scalars(1))),
  scalarMultiplyAdd: (k, f, s) =>
    k.scalarMultiplyAdd(f.take(32), f.put(s.bytes(32)), f.put(s.scalars(1)), f.put(s.scalars(1))),
  scalarInvert: (k, f, s) => k.scalarInvert(f.take(32), f.put(s.scalars(1))),
  scalarReduceWide: (k, f, s) => k.scalarReduceWide(f.take(32), f.put(s.bytes(64))),
  scalarIsCanonical: (k, f, s) => k.scalarIsCanonical(f.put(s.bytes(32))),

  scalarsAdd: (k, f, s) => k.scalarsAdd(f.take(96), f.put(s.bytes(96)), f.put(s.scalars(3)), 3),
  scalarsSubtract: (k, f, s) => k.scalarsSubtract(f.take(96), f.put(s.bytes(96)), f.put(s.scalars(3)), 3),
  scalarsAddConstant: (k, f, s) =>
    k.scalarsAddConstant(f.take(96), f.put(s.scalars(3)), f.put(s.bytes(32)), 3),
  scalarsScale: (k, f, s) => k.scalarsScale(f.take(96), f.put(s.scalars(3)), f.put(s.bytes(32)), 3),
  scalarsMultiply: (k, f, s) => k.scalarsMultiply(f.take(96), f.put(s.bytes(96)), f.put(s.scalars(3)), 3),
  scalarsMultiplyAdd: (k, f, s) =>
    k.scalarsMultiplyAdd(f.put(s.scalars(3)), f.put(s.scalars(3)), f.put(s.bytes(32)), 3),
  scalarsFold: (k, f, s) =>
    k.scalarsFold(
      f.take(96),
      ...([s.bytes(96), s.scalars(1), s.scalars(3), s.scalars(1)].map((part) => f.put(part)) as Four),
      3,
    ),
  scalarsSum: (k, f, s) => k.scalarsSum(f.take(32), f.put(s.bytes(160)), 5),
  scalarsProduct: (k, f, s) => k.scalarsProduct(f.take(32), f.put(s.bytes(160)), 5),
  scalarsInnerProduct: (k, f, s) =>
    k.scalarsInnerProduct(f.take(32), f.put(s.bytes(96)), f.put(s.scalars(3)), 3),
  scalarsInvert: (k, f, s) => k.scalarsInvert(f.take(96), f.put(s.scalars(3)), 3),
  scalarsReduceWide: (k, f, s) => k.scalarsReduceWide(f.take(96), f.put(s.bytes(192)), 3),
  scalarsAreCanonical: (k, f, s) => k.scalarsAreCanonical(f.put(s.bytes(96)), 3),
  scalarsPowers: (k, f, s) => k.scalarsPowers(f.take(160), f.put(s.scalars(1)), f.put(s.scalars(1)), 5),
  scalarsSumOfPowers: (k, f, s) => k.scalarsSumOfPowers(f.take(32), f.put(s.scalars(1)), 11),

  // n = 4 of N = 8
  roundScalars: (k, f, s) =>
    k.roundScalars(
      f.take(288),
      f.take(288),
      ...([s.scalars(4), s.scalars(4), s.scalars(8), s.scalars(8), s.scalars(1)].map((part) =>
        f.put(part),
      ) as Five),
      8,
      4,
    ),
  // the challenge is public; only zero, which has no inverse, ends it at once
  foldRound: (k, f, s) =>
    k.foldRound(
      ...([s.scalars(4), s.scalars(4), s.scalars(8), s.scalars(8), SCALARS[6]!].map((part) =>
        f.put(part),
      ) as Five),
      8,
      4,
    ),
  accumulateGenerators(k, f, s) {
    const sums = [f.put(new Uint8Array(8 * 72)), f.put(new Uint8Array(8 * 72))] as const
    k.accumulateGenerators(...sums, 4, 4, 2, f.put(s.scalars(12)), f.take(k.accumulateScratchBytes(8)))
    k.packAccumulators(f.take(256), sums[0], 8)
  },

  keccakF1600: (k, f, s) => k.keccakF1600(f.put(s.bytes(200))),
  blake3Absorb(k, f, s) {
    const state = f.put(new Uint8Array(k.blake3StateBytes(9_000)))
    f.write(state, s.bytes(32))
    k.blake3Absorb(state, f.put(s.bytes(6 * 1024)), 6)
  },
  blake3Finish(k, f, s) {
    for (const length of [0, 1, 32, 64, 65, 1024, 1025, 6_000]) {
      const state = f.put(new Uint8Array(k.blake3StateBytes(length)))
      f.write(state, s.bytes(32))
      k.blake3Finish(state, f.put(s.bytes(length)), length, f.take(320), 300)
    }
  },
  blake3Each: (k, f, s) =>
    k.blake3Each(
      ...([f.put(s.bytes(32)), 16, f.put(s.bytes(7 * 99)), 99, 7] as const),
      f.take(7 * 32),
      f.take(k.blake3EachBytes(99)),
    ),
}

type Four = [number, number, number, number]
type Five = [number, number, number, number, number]

/** Functions in variable time, for public data. */
const PUBLIC: { readonly [name in keyof KernelExports]?: Call } = {
  sumFew: (k, f, s) =>
    k.sumFew(
      f.take(POINT),
      ...([s.points(3), s.scalars(3), new Uint8Array(12)].map((part) => f.put(part)) as [
        number,
        number,
        number,
      ]),
      ...([3, 7, f.take(k.roomOfFew(3))] as const),
    ),
  sumMany: (k, f, s) =>
    k.sumMany(
      ...([f.take(POINT), f.put(s.points(3)), f.put(s.scalars(3)), 3, 5] as const),
      f.take(k.roomOfMany(3, 5)),
    ),
  sumPoints: (k, f, s) =>
    k.sumPoints(f.take(POINT), f.put(s.points(9)), f.put(s.bytes(9).map((byte) => 1 - (byte & 2))), 9),
}

/** Functions that say sizes, test themselves, make tables of public points, or are covered above. */
const OTHERS: ReadonlySet<string> = new Set([
  ...['accumulateScratchBytes', 'accumulatorBytes', 'baseBytes', 'blake3EachBytes', 'blake3StateBytes'],
  ...['heapBase', 'pointBytes', 'roomOfFew', 'roomOfMany', 'secretRoom'],
  ...['basePoint', 'selfTest', 'wipe', 'oddMultiples', 'packAccumulators'],
])

type Points = { readonly points: readonly Uint8Array[]; readonly encodings: readonly Uint8Array[] }

/** Multiples of the base point as this kernel holds them, the identity first, then the base; their encodings, and none. */
function pointsOf(kernel: TracedKernel): Points {
  const { exports } = kernel
  return kernel.call((frame) => {
    const base = frame.take(POINT)
    exports.basePoint(base)
    const points = SCALARS.map((scalar) => {
      const multiple = frame.take(POINT)
      exports.multiplyEach(multiple, base, 1, frame.put(scalar))
      return frame.get(multiple, POINT)
    })
    const encodings = points.map((point) => {
      const encoding = frame.take(32)
      exports.encodePoints(encoding, frame.put(point), 1)
      return frame.get(encoding, 32)
    })
    return { points, encodings: [...encodings, ...NO_ENCODINGS] }
  })
}

const P = 2n ** 255n - 19n
/** Around p and above, where an encoding is not canonical; negative; and no point's. */
const NO_ENCODINGS: readonly Uint8Array[] = [
  ...[P - 1n, P, P + 1n, P + 2n, 2n ** 255n - 2n, 2n ** 255n, 2n ** 256n - 1n, 1n, 4n, 8n].map(bytesOf),
  scrambled('no encoding', 32),
]

/** The secrets of a run: everything zero, everything full, everything one bit or value of the lists; later all mixed. */
function secretsOf(run: number, { points, encodings }: Points): Secrets {
  let drawn = 0
  const draw = (list: readonly Uint8Array[], count: number): Uint8Array => {
    const parts = Array.from({ length: count }, () => {
      const mixed = scrambled(`${run} ${drawn++}`, 2)
      return list[(run < list.length ? run : mixed[0]! * 256 + mixed[1]!) % list.length]!
    })
    return new Uint8Array(Buffer.concat(parts))
  }
  return {
    scalars: (count) => draw(SCALARS, count),
    points: (count) => draw(points, count),
    encodings: (count) => draw(encodings, count),
    choices: (count) =>
      draw(
        [0, 1, -1].map((choice) => Uint8Array.of(choice)),
        count,
      ),
    bytes(count) {
      if (run < 2) return new Uint8Array(count).fill(-run)
      if (run < 10) return scrambled(`${run} ${drawn++}`, count)
      const bytes = new Uint8Array(count)
      if (count > 0) bytes[(run * 37) % count]! |= 1 << (run % 8)
      return bytes
    },
  }
}

for (const variant of ['simd', 'portable'] as const) {
  describe(`the ${variant} kernel`, () => {
    const kernel = new TracedKernel(variant)
    const points = pointsOf(kernel)
    const runs = Array.from({ length: RUNS }, (_, run) => run)
    const callWith = (call: Call) => (run: number) =>
      kernel.callSecret((frame) => call(kernel.exports, frame, secretsOf(run, points)))

    for (const [name, call] of Object.entries(SECRET)) {
      test(`${name} goes one way, whatever the secrets are`, () => {
        kernel.assertSameTrace(runs, callWith(call))
      })
    }

    for (const [name, call] of Object.entries(PUBLIC)) {
      test(`${name}, for public data, does not`, () => {
        assert.throws(() => kernel.assertSameTrace(runs, callWith(call)), /secret \d+ leaves another trace/)
      })
    }

    test('computes with zeros and normal numbers only', () => {
      assert.equal(kernel.abnormalNumbers, 0n)
    })

    test('has no function that is not sorted into one of these', () => {
      const functions = Object.entries(kernel.exports).filter(([, value]) => typeof value === 'function')
      const sorted = new Set([...Object.keys(SECRET), ...Object.keys(PUBLIC), ...OTHERS])
      assert.deepEqual(
        functions.map(([name]) => name).filter((name) => !sorted.has(name)),
        [],
      )
      assert.equal(functions.length, sorted.size)
    })
  })
}
