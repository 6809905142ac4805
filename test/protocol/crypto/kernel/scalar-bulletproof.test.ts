import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ristretto255 } from '@noble/curves/ed25519.js'
import { instantiateKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { bytesOf, integersOf, mod, ORDER, randomIntegers } from '../../../support/scalar-bytes.ts'

const { Fn } = ristretto255.Point

for (const variant of ['simd', 'portable'] as const) {
  describe(`loops of Bulletproofs in the ${variant} kernel`, () => {
    const instance = instantiateKernel(variant)
    const { exports } = instance

    for (const [n, m, stride] of [
      [8, 1, 8],
      [8, 2, 64],
      [64, 1, 64],
      [64, 2, 64],
      [32, 16, 64],
    ] as const) {
      it(`sums the coefficients of the generators of ${m} values of ${n} bits`, () => {
        const N = n * m
        const rounds = Math.log2(N)
        const [W, z, a, b, y, ...u] = randomIntegers(`share ${n} ${m}`, 5 + rounds).map(mod) as [
          ...[bigint, bigint, bigint, bigint, bigint],
          ...bigint[],
        ]
        const inverses = u.map((value) => Fn.inv(value))
        const y_inverse = Fn.inv(y)
        const terms = [
          ...[W, z, a, b, y_inverse],
          inverses.reduce((product, value) => Fn.mul(product, value)),
          ...u.map((value) => Fn.mul(value, value)),
          ...inverses.map((value) => Fn.mul(value, value)),
        ]
        const places = stride * m
        // Section 3.1: s_k takes u_round where the bit of the round, highest first, is set in k, else its inverse.
        const s = Array.from({ length: N }, (_, k) =>
          u.reduce((product, _, round) => {
            const set = (k >> (rounds - 1 - round)) & 1
            return Fn.mul(product, (set ? u : inverses)[round]!)
          }, 1n),
        )
        const expected = new Array<bigint>(2 * places).fill(0n)
        for (let k = 0; k < N; k++) {
          const [j, i] = [Math.floor(k / n), k % n]
          const at = j * stride + i
          expected[at] = mod(expected[at]! - W * (z + a * s[k]!))
          const bit = Fn.pow(z, BigInt(2 + j)) * 2n ** BigInt(i) - b * s[N - 1 - k]!
          expected[places + at] = mod(
            expected[places + at]! + W * (z + Fn.pow(y_inverse, BigInt(k)) * mod(bit)),
          )
        }

        const sums = (proofs: number): bigint[] =>
          instance.callSecret((frame) => {
            const each = exports.accumulatorBytes()
            const G = frame.put(new Uint8Array(2 * places * each))
            const scratch = frame.take(exports.accumulateScratchBytes(N))
            const at = frame.put(bytesOf(terms))
            for (let proof = 0; proof < proofs; proof++) {
              exports.accumulateGenerators(G, G + each * places, stride, n, m, at, scratch)
            }
            const out = frame.take(64 * places)
            exports.packAccumulators(out, G, 2 * places)
            return integersOf(frame.get(out, 64 * places))
          })
        assert.deepEqual(sums(1), expected)
        assert.deepEqual(
          sums(1_000),
          expected.map((value) => mod(1_000n * value)),
        )
      })
    }

    for (const [N, n] of [
      [8, 8],
      [8, 4],
      [8, 2],
      [128, 128],
      [128, 16],
    ] as const) {
      it(`does a round with ${n} values left and ${N} generators`, () => {
        const half = n / 2
        const random = randomIntegers(`round ${N} ${n}`, 2 * n + 2 * N + 2).map(mod)
        const a = random.slice(0, n)
        const b = random.slice(n, 2 * n)
        const g = random.slice(2 * n, 2 * n + N)
        const h = random.slice(2 * n + N, 2 * n + 2 * N)
        const [q, u] = random.slice(-2) as [bigint, bigint]
        const v = Fn.inv(u)

        const cross = (left: bigint[], right: bigint[]): bigint =>
          mod(q * left.reduce((sum, value, i) => sum + value * right[i]!, 0n))
        const L = [cross(a.slice(0, half), b.slice(half))]
        const R = [cross(a.slice(half), b.slice(0, half))]
        for (let k = 0; k < N; k++) {
          const i = k % n
          const low = i < half
          L.push(low ? mod(h[k]! * b[i + half]!) : mod(g[k]! * a[i - half]!))
          R.push(low ? mod(g[k]! * a[i + half]!) : mod(h[k]! * b[i - half]!))
        }
        const folded = {
          a: a.slice(0, half).map((value, i) => mod(u * value + v * a[i + half]!)),
          b: b.slice(0, half).map((value, i) => mod(v * value + u * b[i + half]!)),
          g: g.map((value, k) => mod(value * (k % n < half ? v : u))),
          h: h.map((value, k) => mod(value * (k % n < half ? u : v))),
        }

        instance.callSecret((frame) => {
          const at = {
            a: frame.put(bytesOf(a)),
            b: frame.put(bytesOf(b)),
            g: frame.put(bytesOf(g)),
            h: frame.put(bytesOf(h)),
          }
          const [toL, toR] = [frame.take(32 * (N + 1)), frame.take(32 * (N + 1))]
          const read = (pointer: number, count: number) => integersOf(frame.get(pointer, 32 * count))
          exports.roundScalars(toL, toR, at.a, at.b, at.g, at.h, frame.put(bytesOf([q])), N, n)
          assert.deepEqual([read(toL, N + 1), read(toR, N + 1)], [L, R])
          assert.equal(exports.foldRound(at.a, at.b, at.g, at.h, frame.put(bytesOf([ORDER])), N, n), 0)
          assert.deepEqual(read(at.a, n), a)
          assert.equal(exports.foldRound(at.a, at.b, at.g, at.h, frame.put(bytesOf([u])), N, n), 1)
          const after = { a: read(at.a, half), b: read(at.b, half), g: read(at.g, N), h: read(at.h, N) }
          assert.deepEqual(after, folded)
        })
      })
    }

    it('leaves nothing of its operands in static memory', () => {
      const statics = (kernel: typeof exports) =>
        new Uint8Array(kernel.memory.buffer).slice(0, exports.heapBase())
      assert.deepEqual(statics(exports), statics(instantiateKernel(variant).exports))
    })
  })
}
