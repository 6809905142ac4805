import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../../src/protocol/bytes.ts'
import { instantiateKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { bytesOf, mod, randomIntegers } from '../../../support/scalar-bytes.ts'
import { EDGE_SCALARS, LARGE_INTEGERS } from './edge-scalars.ts'
import { POINT, VARIANTS } from './inner-kernel.ts'
import { Ristretto, times, timesBase } from './noble-points.ts'
import { PointFrame } from './point-frame.ts'

const hexOf = (element: Ristretto): string => toHex(element.toBytes())

/** The identity, generators of both signs, and points without a known logarithm. */
const POINTS: readonly Ristretto[] = [
  Ristretto.ZERO,
  Ristretto.BASE,
  Ristretto.BASE.negate(),
  ...randomIntegers('points', 2).map((factor) => timesBase(factor)),
]
const ENCODINGS = POINTS.map((point) => point.toBytes())
const SCALARS = [...EDGE_SCALARS, ...randomIntegers('scalars', 4).map(mod)]
/** By scalar the multiples of all points. */
const EXPECTED = new Map(
  [...SCALARS, ...LARGE_INTEGERS].map((scalar) => [
    scalar,
    POINTS.map((point) => hexOf(times(point, scalar))),
  ]),
)

for (const variant of VARIANTS) {
  describe(`multiplication by secrets in the ${variant} module`, () => {
    const kernel = instantiateKernel(variant)
    const run = <T>(work: (points: PointFrame) => T): T => PointFrame.run(kernel, work)

    it('of every edge, of many points at once, onto them as well', () => {
      for (const [scalar, expected] of EXPECTED) {
        run((points) => {
          const { exports, frame } = points
          const [from, factor] = [points.decode(ENCODINGS), frame.put(bytesOf([scalar]))]
          const to = frame.take(POINTS.length * POINT)
          exports.multiplyEach(to, from, POINTS.length, factor)
          assert.deepEqual(points.encode(to, POINTS.length), expected, `${scalar}`)
          exports.multiplyEach(from, from, POINTS.length, factor)
          assert.deepEqual(points.encode(from, POINTS.length), expected, `${scalar}, onto themselves`)
        })
      }
    })

    it('of every edge, with tables for the point', () => {
      for (const [i, encoding] of ENCODINGS.entries()) {
        run((points) => {
          const { exports, frame } = points
          const [tables, to] = [frame.take(exports.baseBytes()), points.point()]
          exports.buildBase(tables, points.decode([encoding]))
          for (const [scalar, expected] of EXPECTED) {
            exports.multiplyBase(to, tables, frame.put(bytesOf([scalar])))
            assert.equal(points.encode(to)[0], expected[i], `${scalar}`)
          }
        })
      }
    })

    it('of every edge in a sum by itself, and of every two in one of two', () => {
      for (const [scalar, expected] of EXPECTED) {
        run((points) => {
          const { exports, frame } = points
          const [to, room] = [points.point(), frame.take(2 * exports.secretRoom())]
          const [from, factor] = [points.decode(ENCODINGS), frame.put(bytesOf([scalar]))]
          for (const [i, one] of expected.entries()) {
            exports.sumSecret(to, from + i * POINT, factor, 1, room)
            assert.equal(points.encode(to)[0], one)
          }
        })
      }
      const pool = SCALARS.filter((_, i) => i % 4 === 0)
      for (const first of pool) {
        run((points) => {
          const { exports, frame } = points
          const [to, room] = [points.point(), frame.take(2 * exports.secretRoom())]
          const from = points.decode([ENCODINGS[1]!, ENCODINGS[1]!])
          for (const second of pool) {
            exports.sumSecret(to, from, frame.put(bytesOf([first, second])), 2, room)
            assert.equal(points.encode(to)[0], hexOf(timesBase(first + second)))
          }
        })
      }
    })

    it('in sums of any length: equal, opposite and neutral points among them', () => {
      const logs = [0n, 1n, -1n, 5n, 5n, -5n, ...randomIntegers('logs', 20)].map(mod)
      const encodings = logs.map((log) => timesBase(log).toBytes())
      for (const count of [0, 1, 2, 3, 6, 7, 25, 26]) {
        for (const shift of [0, 1, 2]) {
          const scalars = logs.slice(0, count).map((_, i) => SCALARS[(i * 11 + shift * 3) % SCALARS.length]!)
          const expected = scalars.reduce((sum, scalar, i) => sum + scalar * logs[i]!, 0n)
          run((points) => {
            const { exports, frame } = points
            const [to, from] = [points.point(), points.decode(encodings.slice(0, count))]
            const room = frame.take(count * exports.secretRoom())
            exports.sumSecret(to, from, frame.put(bytesOf(scalars)), count, room)
            assert.equal(points.encode(to)[0], hexOf(timesBase(expected)))
          })
        }
      }
    })

    it('by −1, 0 and 1', () => {
      const logs = [1n, 1n, 0n, -1n, 7n, ...randomIntegers('logs', 95)].map(mod)
      const encodings = logs.map((log) => timesBase(log).toBytes())
      for (const count of [0, 1, 2, 3, 99, 100]) {
        for (const pattern of [
          () => 0,
          () => 1,
          () => -1,
          (i: number) => (i % 3) - 1,
          (i: number) => ((i * i) % 5) % 2,
        ]) {
          const choices = Array.from({ length: count }, (_, i) => pattern(i))
          const expected = choices.reduce((sum, choice, i) => sum + BigInt(choice) * logs[i]!, 0n)
          run((points) => {
            const { exports, frame } = points
            const [to, from] = [points.point(), points.decode(encodings.slice(0, count))]
            const signs = frame.put(new Uint8Array(Int8Array.from(choices).buffer))
            exports.sumChosen(to, from, signs, count)
            assert.equal(points.encode(to)[0], hexOf(timesBase(expected)))
          })
        }
      }
    })

    it('leaves no scalar, and no table of a secret point, in static memory', () => {
      run((points) => {
        const { exports, frame } = points
        const secret = bytesOf([mod(randomIntegers('left behind', 1)[0]!)])
        exports.multiplyEach(points.point(), points.decode([ENCODINGS[3]!]), 1, frame.put(secret))
        exports.wipe()
        const still = new Uint8Array(exports.memory.buffer, 0, exports.heapBase()).slice()
        exports.multiplyEach(points.point(), points.decode([ENCODINGS[4]!]), 1, frame.put(bytesOf([77n])))
        exports.wipe()
        assert.deepEqual(new Uint8Array(exports.memory.buffer, 0, exports.heapBase()), still)
      })
    })
  })
}
