/** The bounds that the head comment of assembly/columns.ts argues, at their extremes, against exact integers. */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { compileDelay } from '../../../scripts/build-kernel.ts'

type Inner = {
  readonly memory: WebAssembly.Memory
  heapBase(): number
  mostLimbs(): number
  sumSix(
    adding: number,
    lows: number,
    highs: number,
    a: number,
    b: number,
    k: number,
    from: number,
    to: number,
  ): void
  sumTwo(lows: number, highs: number, a: number, b: number, k: number, to: number): void
  squareSix(lows: number, highs: number, a: number, n: number, k: number): void
  carryAll(o: number, lows: number, highs: number, n: number): bigint
}

/** The largest reduced limb. */
const LIMIT = 2 ** 50 + 2 ** 14
const LENGTHS = [6, 12, 42, 84]
const PAD = 8

const PATTERNS: Record<string, (k: number) => number> = {
  'the largest': () => LIMIT,
  'the smallest': () => -LIMIT,
  'of changing sign': (k) => (k % 2 === 0 ? LIMIT : -LIMIT),
  'of both signs by halves': (k) => (k % 12 < 6 ? LIMIT : -LIMIT),
  'odd and one off the largest': (k) => (k % 3 === 0 ? 1 - LIMIT : LIMIT - 1),
  'largest but with zeros': (k) => (k % 5 === 0 ? 0 : -LIMIT),
  'what splits a product at a half': () => 2 ** 50 + 2 ** 0,
  'powers of two': (k) => (k % 2 === 0 ? -(2 ** 50) : 2 ** 50),
}

describe('columns of products', () => {
  let inner: Inner
  let doubles: Float64Array
  let integers: BigInt64Array
  /** Free places in memory, in units of eight bytes. */
  let places: { a: number; b: number; o: number; lows: number; highs: number }

  before(async () => {
    const { wasm } = await compileDelay('test/protocol/crypto/delay-assembly/inner.ts')
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(wasm)))
    inner = exports as unknown as Inner
    doubles = new Float64Array(inner.memory.buffer)
    integers = new BigInt64Array(inner.memory.buffer)
    const base = inner.heapBase() / 8
    places = { a: base + PAD, b: base + 128, o: base + 256, lows: base + 384, highs: base + 640 }
  })

  function write(at: number, limbs: readonly number[]): void {
    doubles.fill(0, at - PAD, at + limbs.length + PAD)
    doubles.set(limbs, at)
  }

  /** The sums of a product's columns, low and high parts together; `k` is the place of the first. */
  const columns = (count: number): bigint[] =>
    Array.from({ length: count }, (_, k) => integers[places.lows + k]! + integers[places.highs + k]!)

  const total = (columns: readonly bigint[]): bigint =>
    columns.reduce((sum, column, k) => sum + (column << BigInt(51 * k)), 0n)

  const exact = (limbs: readonly number[]): bigint => total(limbs.map(BigInt))

  function multiply(n: number, adding: 0 | 1): void {
    const { lows, highs, a, b } = places
    for (let k = 0; k < 2 * n; k += 6) {
      const [from, to] = k < n ? [0, k + 6] : [k - (n - 1), n]
      inner.sumSix(adding, 8 * lows, 8 * highs, 8 * a, 8 * b, k, from, to)
    }
  }

  for (const n of LENGTHS) {
    for (const [name, pattern] of Object.entries(PATTERNS)) {
      it(`are exact for ${n} limbs ${name}`, () => {
        const limbs = Array.from({ length: n }, (_, k) => pattern(k))
        for (const [other, second] of Object.entries(PATTERNS)) {
          const factors = Array.from({ length: n }, (_, k) => second(k))
          write(places.a, limbs)
          write(places.b, factors)
          integers.fill(0n, places.lows, places.lows + 512)
          const product = exact(limbs) * exact(factors)
          multiply(n, 0)
          assert.equal(total(columns(2 * n + 1)), product, other)
          for (const column of columns(2 * n + 1)) assert.ok(column < 2n ** 58n && column > -(2n ** 58n))
          multiply(n, 1)
          assert.equal(total(columns(2 * n + 1)), 2n * product, `${other}, twice`)
          integers.fill(0n, places.lows, places.lows + 512)
          inner.sumTwo(8 * places.lows, 8 * places.highs, 8 * places.a, 8 * places.b, n - 2, n)
          const [low, high] = [n - 2, n - 1].map((k) =>
            limbs.slice(0, k + 1).reduce((sum, limb, i) => sum + BigInt(limb) * BigInt(factors[k - i]!), 0n),
          )
          const at = (column: number) =>
            integers[places.lows + column]! + (integers[places.highs + column]! << 51n)
          assert.deepEqual([at(0), at(1)], [low, high], other)
        }
        integers.fill(0n, places.lows, places.lows + 512)
        for (let k = 0; k < 2 * n; k += 6) {
          inner.squareSix(8 * places.lows, 8 * places.highs, 8 * places.a, n, k)
        }
        assert.equal(total(columns(2 * n + 1)), exact(limbs) ** 2n)
      })
    }
  }

  for (const n of LENGTHS) {
    it(`are carried into ${n} reduced limbs, up to 2^58`, () => {
      const most = 2n ** 58n
      const edges = [
        most,
        -most,
        most - 1n,
        1n - most,
        2n ** 50n,
        2n ** 50n - 1n,
        -(2n ** 50n),
        -(2n ** 50n) - 1n,
      ]
      edges.push(0n, -1n, 2n ** 51n, -(2n ** 51n))
      for (const [i, low] of edges.entries()) {
        for (const step of [0, 1, 5]) {
          const sums = Array.from({ length: n }, (_, k) => edges[(i + k * step) % edges.length]!)
          for (const [k, sum] of sums.entries()) {
            integers[places.lows + k] = sum - low
            integers[places.highs + k] = low
          }
          const carried = inner.carryAll(8 * places.o, 8 * places.lows, 8 * places.highs, n)
          const limbs = [...doubles.subarray(places.o, places.o + n)]
          for (const limb of limbs) assert.ok(Math.abs(limb) <= LIMIT, `${limb}`)
          assert.equal(exact(limbs) + (carried << BigInt(51 * n)), total(sums))
        }
      }
    })
  }
})
