import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../../src/protocol/bytes.ts'
import { instantiateKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { bytesOf, mod, ORDER, randomIntegers } from '../../../support/scalar-bytes.ts'
import { EDGE_SCALARS, LARGE_INTEGERS } from './edge-scalars.ts'
import { POINT, VARIANTS } from './inner-kernel.ts'
import { timesBase } from './noble-points.ts'
import { PointFrame } from './point-frame.ts'

/** Multiples of the base point, by what they are multiples of: a sum of their multiples is one again, and noble knows it. */
const LOGS = [0n, 1n, 1n, ORDER - 1n, 2n, 0n, 1n, ...randomIntegers('logs', 60), ...EDGE_SCALARS].map(mod)
const ENCODINGS = LOGS.map((log) => timesBase(log).toBytes())
const hexOf = (log: bigint): string => toHex(timesBase(log).toBytes())

type Terms = {
  readonly logs: readonly bigint[]
  readonly encodings: Uint8Array[]
  readonly scalars: readonly bigint[]
}

/** `count` terms, points and scalars chosen by the functions. */
const terms = (count: number, point: (i: number) => number, scalar: (i: number) => bigint): Terms => {
  const indices = Array.from({ length: count }, (_, i) => point(i) % LOGS.length)
  return {
    logs: indices.map((index) => LOGS[index]!),
    encodings: indices.map((index) => ENCODINGS[index]!),
    scalars: indices.map((_, i) => scalar(i)),
  }
}

const sumOf = ({ logs, scalars }: Terms): string =>
  hexOf(logs.reduce((sum, log, i) => sum + log * scalars[i]!, 0n))

/** Sums with a case for whatever a bucket or a chain could meet. */
const CASES: readonly (readonly [string, Terms])[] = (() => {
  const random = randomIntegers('scalars', 200).map(mod)
  const edge = (i: number) => EDGE_SCALARS[i % EDGE_SCALARS.length]!
  const any = (i: number) => random[i % random.length]!
  const lists: [string, Terms][] = []
  for (const count of [0, 1, 2, 3, 4, 5, 16, 17, 63, 120]) {
    lists.push([`${count} of random scalars`, terms(count, (i) => i, any)])
    lists.push([`${count} of edge scalars`, terms(count, (i) => i * 3 + count, edge)])
  }
  lists.push(
    [
      'zeros only',
      terms(
        40,
        (i) => i,
        () => 0n,
      ),
    ],
    [
      'one that is not zero',
      terms(
        40,
        (i) => i,
        (i) => (i === 17 ? ORDER - 1n : 0n),
      ),
    ],
    ['identities only', terms(30, () => 0, any)],
    ['one point again and again', terms(100, () => 9, any)],
    [
      'one term again and again',
      terms(
        100,
        () => 9,
        () => random[3]!,
      ),
    ],
    [
      'one term, added and taken away',
      terms(
        100,
        () => 9,
        (i) => mod(i % 2 ? random[3]! : -random[3]!),
      ),
    ],
    [
      'opposite points',
      terms(
        90,
        (i) => (i % 2 ? 1 : 3),
        () => random[5]!,
      ),
    ],
    [
      'small scalars',
      terms(
        100,
        (i) => i,
        (i) => BigInt(i % 4),
      ),
    ],
    [
      'the largest scalars',
      terms(
        100,
        (i) => i,
        (i) => ORDER - 1n - BigInt(i % 3),
      ),
    ],
    [
      'powers of two',
      terms(
        253,
        (i) => i,
        (i) => mod(1n << BigInt(i)),
      ),
    ],
    ['every edge', terms(EDGE_SCALARS.length, (i) => i + 7, edge)],
  )
  return lists
})()

const EXPECTED = CASES.map(([, list]) => sumOf(list))

for (const variant of VARIANTS) {
  describe(`sums in the ${variant} module`, () => {
    const kernel = instantiateKernel(variant)
    const run = <T>(work: (points: PointFrame) => T): T => PointFrame.run(kernel, work)

    it('with buckets, of digits of 2 to 15 bits', () => {
      for (const [i, [name, { encodings, scalars }]] of CASES.entries()) {
        run((points) => {
          const { exports, frame } = points
          const [to, from] = [points.point(), points.decode(encodings)]
          const factors = frame.put(bytesOf(scalars))
          for (let bits = 2; bits <= 15; bits++) {
            const count = encodings.length
            const room = frame.take(exports.roomOfMany(count, bits) + 16)
            // what lies behind the room is not the kernel's
            const end = room + exports.roomOfMany(count, bits)
            frame.write(end, new Uint8Array(16).fill(0xa5))
            exports.sumMany(to, from, factors, count, bits, room)
            assert.equal(points.encode(to)[0], EXPECTED[i], `${name}, ${bits} bits`)
            assert.ok(frame.get(end, 16).every((byte) => byte === 0xa5))
          }
        })
      }
    })

    it('by interleaving, with tables of all widths for some points, for all and for none', () => {
      for (const [i, [name, { encodings, scalars }]] of CASES.entries()) {
        const count = encodings.length
        for (const width of [5, 6, 7, 8, 9]) {
          const odd = 2 ** (width - 2)
          for (const kept of [() => false, () => true, (n: number) => n % 3 === 1]) {
            // only a few widths for the long ones
            if (count > 20 && width % 2 === 0) continue
            run((points) => {
              const { exports, frame } = points
              const [to, from] = [points.point(), points.decode(encodings)]
              const tables = new Uint32Array(count)
              for (let n = 0; n < count; n++) {
                if (!kept(n)) continue
                tables[n] = frame.take(odd * POINT)
                exports.oddMultiples(tables[n]!, from + n * POINT, odd)
                // where there is a table, the point is not read
                frame.write(from + n * POINT, new Uint8Array(POINT).fill(0xff))
              }
              const places = frame.put(new Uint8Array(tables.buffer))
              const size = exports.roomOfFew(count)
              const room = frame.take(size + 16)
              frame.write(room + size, new Uint8Array(16).fill(0xa5))
              exports.sumFew(to, from, frame.put(bytesOf(scalars)), places, count, width, room)
              assert.equal(points.encode(to)[0], EXPECTED[i], `${name}, width ${width}`)
              assert.ok(frame.get(room + size, 16).every((byte) => byte === 0xa5))
            })
          }
        }
      }
    })

    it('of integers that are no scalars', () => {
      const wide = [...LARGE_INTEGERS, 2n ** 253n, 2n ** 256n - 1n, 2n ** 255n, (2n ** 256n - 1n) / 3n]
      for (const [i, integer] of wide.entries()) {
        run((points) => {
          const { exports, frame } = points
          const [to, from] = [points.point(), points.decode([ENCODINGS[8]!])]
          const factor = frame.put(bytesOf([integer]))
          const expected = hexOf(LOGS[8]! * integer)
          const table = frame.take(32 * POINT)
          exports.oddMultiples(table, from, 32)
          for (const place of [0, table]) {
            const tables = frame.put(new Uint8Array(Uint32Array.of(place).buffer))
            exports.sumFew(to, from, factor, tables, 1, 7, frame.take(exports.roomOfFew(1)))
            assert.equal(points.encode(to)[0], expected, `${integer}`)
          }
          if (i >= LARGE_INTEGERS.length) return
          for (let bits = 2; bits <= 15; bits++) {
            exports.sumMany(to, from, factor, 1, bits, frame.take(exports.roomOfMany(1, bits)))
            assert.equal(points.encode(to)[0], expected, `${integer}, ${bits} bits`)
          }
        })
      }
    })

    it('of points by their signs', () => {
      for (const [name, { logs, encodings }] of CASES) {
        for (const sign of [() => 1, () => -1, (i: number) => (i % 3 ? 1 : -1)]) {
          const signs = Int8Array.from(logs, (_, i) => sign(i))
          const expected = hexOf(logs.reduce((sum, log, i) => sum + log * BigInt(signs[i]!), 0n))
          run((points) => {
            const [to, from] = [points.point(), points.decode(encodings)]
            points.exports.sumPoints(to, from, points.frame.put(new Uint8Array(signs.buffer)), logs.length)
            assert.equal(points.encode(to)[0], expected, name)
          })
        }
      }
    })
  })
}
