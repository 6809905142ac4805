import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ristretto255 } from '@noble/curves/ed25519.js'
import { instantiateKernel, type KernelExports } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { bytesOf, EDGES, integersOf, mod, ORDER, randomIntegers } from '../../../support/scalar-bytes.ts'

const { Fn } = ristretto255.Point

type Call = (exports: KernelExports, out: number, ...pointers: number[]) => unknown

for (const variant of ['simd', 'portable'] as const) {
  describe(`vectors of scalars in the ${variant} kernel`, () => {
    const instance = instantiateKernel(variant)

    /** What a call writes to `out`, `count` scalars, from vectors that are given to it in their order. */
    function run(count: number, vectors: readonly (readonly bigint[])[], call: Call): bigint[] {
      return instance.callSecret((frame) => {
        const pointers = vectors.map((vector) => frame.put(bytesOf(vector)))
        const out = frame.take(32 * count)
        call(instance.exports, out, ...pointers)
        return integersOf(frame.get(out, 32 * count))
      })
    }

    const a = [...EDGES, ...randomIntegers('a', 300)]
    const b = [...EDGES.toReversed(), ...randomIntegers('b', 300)]
    const factors = [0n, 1n, ORDER - 1n, 2n ** 256n - 1n, ...randomIntegers('factors', 4)]
    const n = a.length

    it('adds, subtracts and multiplies element by element', () => {
      const sum = run(n, [a, b], (kernel, out, x, y) => kernel.scalarsAdd(out, x!, y!, n))
      assert.deepEqual(
        sum,
        a.map((value, i) => mod(value + b[i]!)),
      )
      const difference = run(n, [a, b], (kernel, out, x, y) => kernel.scalarsSubtract(out, x!, y!, n))
      assert.deepEqual(
        difference,
        a.map((value, i) => mod(value - b[i]!)),
      )
      const product = run(n, [a, b], (kernel, out, x, y) => kernel.scalarsMultiply(out, x!, y!, n))
      assert.deepEqual(
        product,
        a.map((value, i) => mod(value * b[i]!)),
      )
    })

    it('combines a vector with one scalar, or two vectors with two', () => {
      for (const s of factors) {
        const more = run(n, [a, [s]], (kernel, out, x, y) => kernel.scalarsAddConstant(out, x!, y!, n))
        assert.deepEqual(
          more,
          a.map((value) => mod(value + s)),
        )
        const scaled = run(n, [a, [s]], (kernel, out, x, y) => kernel.scalarsScale(out, x!, y!, n))
        assert.deepEqual(
          scaled,
          a.map((value) => mod(value * s)),
        )
        const t = mod(s * s + 3n)
        const folded = run(n, [a, [s], b, [t]], (kernel, out, x, y, z, w) =>
          kernel.scalarsFold(out, x!, y!, z!, w!, n),
        )
        assert.deepEqual(
          folded,
          a.map((value, i) => mod(value * s + b[i]! * t)),
        )
        const accumulated = run(n, [b, a, [s]], (kernel, out, sum, x, y) => {
          kernel.scalarsMultiplyAdd(sum!, x!, y!, n)
          kernel.scalarsAdd(out, sum!, out, n)
        })
        assert.deepEqual(
          accumulated,
          b.map((value, i) => mod(value + a[i]! * s)),
        )
      }
    })

    it('writes a result in the place of an operand', () => {
      const twice = run(n, [a], (kernel, out, x) => {
        kernel.scalarsMultiply(x!, x!, x!, n)
        kernel.scalarsAdd(out, x!, out, n)
      })
      assert.deepEqual(
        twice,
        a.map((value) => mod(value * value)),
      )
    })

    it('makes powers, and their sum', () => {
      for (const x of [...factors, 2n, 3n]) {
        for (const length of [0, 1, 2, 3, 64, 100]) {
          const powers: bigint[] = []
          for (let i = 0, power = mod(a.at(-1)!); i < length; i++, power = Fn.mul(power, mod(x)))
            powers.push(power)
          const made = run(length, [[a.at(-1)!], [x]], (kernel, out, s, y) =>
            kernel.scalarsPowers(out, s!, y!, length),
          )
          assert.deepEqual(made, powers)
          const sum = run(1, [[x]], (kernel, out, y) => kernel.scalarsSumOfPowers(out, y!, length))
          assert.deepEqual(sum, [powers.reduce((total, _, i) => mod(total + Fn.pow(mod(x), BigInt(i))), 0n)])
        }
      }
    })

    it('sums, multiplies and makes inner products', () => {
      for (const length of [0, 1, 2, n]) {
        const [x, y] = [a.slice(0, length), b.slice(0, length)]
        const sum = run(1, [x], (kernel, out, at) => kernel.scalarsSum(out, at!, length))
        assert.deepEqual(sum, [mod(x.reduce((total, value) => total + value, 0n))])
        const product = run(1, [x], (kernel, out, at) => kernel.scalarsProduct(out, at!, length))
        assert.deepEqual(product, [x.reduce((total, value) => mod(total * value), 1n)])
        const inner = run(1, [x, y], (kernel, out, at, by) =>
          kernel.scalarsInnerProduct(out, at!, by!, length),
        )
        assert.deepEqual(inner, [mod(x.reduce((total, value, i) => total + value * y[i]!, 0n))])
      }
      const nonzero = randomIntegers('product', 50)
      const product = run(1, [nonzero], (kernel, out, at) => kernel.scalarsProduct(out, at!, 50))
      assert.deepEqual(product, [nonzero.reduce((total, value) => mod(total * value), 1n)])
    })

    it('sums 100,000 of the largest', () => {
      const count = 100_000
      const [largest] = [2n ** 256n - 1n]
      const many = new Array<bigint>(count).fill(largest)
      const sum = run(1, [many], (kernel, out, at) => kernel.scalarsSum(out, at!, count))
      assert.deepEqual(sum, [mod(largest * BigInt(count))])
      const inner = run(1, [many], (kernel, out, at) => kernel.scalarsInnerProduct(out, at!, at!, count))
      assert.deepEqual(inner, [mod(largest * largest * BigInt(count))])
    })

    it('inverts all with one inversion, and none when there is a zero', () => {
      const invert = (values: readonly bigint[]): [found: number, inverses: bigint[]] => {
        let found = -1
        const inverses = run(values.length, [values], (kernel, out, at) => {
          found = kernel.scalarsInvert(out, at!, values.length)
        })
        return [found, inverses]
      }
      const invertible = a.filter((value) => mod(value) !== 0n)
      for (const list of [invertible, invertible.slice(0, 1), invertible.slice(3, 5)]) {
        assert.deepEqual(invert(list), [1, list.map((value) => Fn.inv(mod(value)))])
      }
      assert.deepEqual(invert([]), [1, []])
      for (const zero of [0n, ORDER, 15n * ORDER]) {
        for (const at of [0, 1, 4]) {
          assert.deepEqual(invert(invertible.slice(0, 5).with(at, zero)), [0, [0n, 0n, 0n, 0n, 0n]])
        }
        assert.deepEqual(invert([zero]), [0, [0n]])
      }
    })

    it('reduces many wide integers', () => {
      const wide = [2n ** 512n - 1n, 0n, ORDER << 256n, ...randomIntegers('wide vector', 200, 64)]
      const reduced = instance.callSecret((frame) => {
        const [out, from] = [frame.take(32 * wide.length), frame.put(bytesOf(wide, 64))]
        instance.exports.scalarsReduceWide(out, from, wide.length)
        return integersOf(frame.get(out, 32 * wide.length))
      })
      assert.deepEqual(reduced, wide.map(mod))
    })

    it('tells whether all are canonical', () => {
      const canonical = a.map(mod)
      const all = (values: readonly bigint[]): number =>
        instance.callSecret((frame) =>
          instance.exports.scalarsAreCanonical(frame.put(bytesOf(values)), values.length),
        )
      assert.equal(all(canonical), 1)
      assert.equal(all([]), 1)
      for (const at of [0, 7, n - 1]) assert.equal(all(canonical.with(at, ORDER)), 0)
    })

    it('leaves nothing of its operands in static memory', () => {
      const { memory, heapBase } = instance.exports
      const statics = (): Uint8Array => new Uint8Array(memory.buffer).slice(0, heapBase())
      const fresh = instantiateKernel(variant).exports
      assert.deepEqual(statics(), new Uint8Array(fresh.memory.buffer).slice(0, heapBase()))
    })
  })
}
