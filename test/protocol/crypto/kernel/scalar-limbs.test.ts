import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { compileKernel } from '../../../../scripts/build-kernel.ts'
import { integersOf, mod, ORDER, randomIntegers } from '../../../support/scalar-bytes.ts'

/** The inner functions of the file, compiled alone: the bounds that its comments claim, at the bounds. */
describe('limbs of scalars', () => {
  type Limbs = {
    readonly memory: WebAssembly.Memory
    mul(out: number, a: number, b: number): void
    pack(out: number, limbs: number): void
    unpack(out: number, bytes: number): void
    carry(limbs: number): void
  }
  let kernel: Limbs
  /** Free memory of the module: its static data lies below. */
  const [A, B, OUT] = [4096, 4096 + 72, 4096 + 144]

  before(async () => {
    const { wasm } = await compileKernel('portable', 'src/protocol/crypto/kernel/assembly/scalar-limbs.ts')
    const { instance } = await WebAssembly.instantiate(Uint8Array.from(wasm))
    kernel = instance.exports as unknown as Limbs
  })

  const put = (at: number, limbs: readonly bigint[]): void => {
    new BigInt64Array(kernel.memory.buffer, at, 9).set(limbs)
  }
  const limbsAt = (at: number): bigint[] => [...new BigInt64Array(kernel.memory.buffer, at, 9)]
  const sumOf = (limbs: readonly bigint[]): bigint =>
    limbs.reduce((sum, limb, i) => sum + (limb << BigInt(29 * i)), 0n)
  const packed = (limbs: readonly bigint[]): bigint => {
    put(A, limbs)
    kernel.pack(OUT, A)
    return integersOf(new Uint8Array(kernel.memory.buffer, OUT, 32))[0]!
  }
  const full = (limb: bigint, top: bigint): bigint[] => [...new Array<bigint>(8).fill(limb), top]

  it('multiplies the largest loose operands', () => {
    // 9·(2^30 − 1)² in the middle column; the product of the values stays below 2^513.
    const loose = full(2n ** 30n - 1n, 2n ** 24n - 2n)
    const whole = full(2n ** 29n - 1n, 2n ** 24n - 1n)
    const small = full(2n ** 30n - 1n, 2n ** 22n)
    const one = full(0n, 0n).with(0, 1n)
    const RADIX = 2n ** 261n
    for (const [a, b] of [
      [loose, loose],
      [loose, whole],
      [whole, loose],
      [whole, whole],
      [small, small],
      [loose, one],
      [one, one],
      [full(0n, 2n ** 25n - 1n), full(0n, 2n ** 24n)],
    ] as const) {
      put(A, a)
      put(B, b)
      kernel.mul(OUT, A, B)
      const result = limbsAt(OUT)
      assert.equal(mod(sumOf(result) * RADIX), mod(sumOf(a) * sumOf(b)))
      assert.ok(sumOf(a) * sumOf(b) >= 2n ** 513n || sumOf(result) < 2n * ORDER)
      assert.ok(result.every((limb, i) => limb >= 0n && limb < (i < 8 ? 2n ** 29n : 2n ** 22n)))
    }
  })

  it('packs sums and differences at the limits of their limbs', () => {
    const [limb, top] = [2n ** 34n - 1n, 2n ** 50n - 1n]
    const tops = [
      0n,
      1n,
      -1n,
      63n,
      64n,
      65n,
      2n ** 20n,
      2n ** 20n + 63n,
      2n ** 20n + 64n,
      2n ** 20n + 65n,
      top,
      -top,
    ]
    for (const low of [limb, -limb, 0n, 2n ** 29n - 1n, 1n, -1n]) {
      for (const high of tops) {
        const limbs = full(low, high)
        assert.equal(packed(limbs), mod(sumOf(limbs)))
        const mixed = limbs.map((value, i) => (i % 2 === 1 && i < 8 ? -value : value))
        assert.equal(packed(mixed), mod(sumOf(mixed)))
      }
    }
  })

  it('packs multiples of ℓ, and their neighbours, in whatever limbs', () => {
    const shifts = randomIntegers('limbs', 8).map((value) => BigInt.asIntN(33, value))
    for (const factor of [-5n, -2n, -1n, 0n, 1n, 2n, 3n, 15n, 1000n]) {
      for (const offset of [-1n, 0n, 1n]) {
        const limbs: bigint[] = []
        let rest = factor * ORDER + offset
        for (let i = 0; i < 8; i++) {
          // Any representative of the limb mod 2^29.
          const value = BigInt.asUintN(29, rest) + ((shifts[i]! >> 29n) << 29n)
          limbs.push(value)
          rest = (rest - value) >> 29n
        }
        limbs.push(rest)
        assert.equal(packed(limbs), mod(offset))
      }
    }
  })

  it('carries long sums', () => {
    for (const limbs of [
      full(2n ** 62n - 1n, 2n ** 40n),
      full(1n - 2n ** 62n, -(2n ** 40n)),
      full(-1n, 0n),
    ]) {
      put(A, limbs)
      kernel.carry(A)
      const carried = limbsAt(A)
      assert.equal(sumOf(carried), sumOf(limbs))
      assert.ok(carried.slice(0, 8).every((limb) => limb >= 0n && limb < 2n ** 29n))
    }
  })
})
