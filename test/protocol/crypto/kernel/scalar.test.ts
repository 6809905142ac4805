import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { ristretto255 } from '@noble/curves/ed25519.js'
import { fromHex, toHex } from '../../../../src/protocol/bytes.ts'
import { instantiateKernel, type KernelVariant } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import { bytesOf, EDGES, integersOf, mod, ORDER, randomIntegers } from '../../../support/scalar-bytes.ts'

const { Fn } = ristretto255.Point

/** What a kernel makes of integers: each operation on 32 bytes (or 64) each, in one frame. */
function arithmetic(variant: KernelVariant) {
  const instance = instantiateKernel(variant)
  const { exports } = instance
  type Operation = 'scalarAdd' | 'scalarSubtract' | 'scalarMultiply'
  return {
    instance,
    /** operation(a, b) for every a and every b. */
    pairs: (operation: Operation, a: readonly bigint[], b: readonly bigint[]): bigint[] =>
      instance.callSecret((frame) => {
        const [left, right] = [frame.put(bytesOf(a)), frame.put(bytesOf(b))]
        const out = frame.take(32 * a.length * b.length)
        let at = out
        for (let i = 0; i < a.length; i++) {
          for (let j = 0; j < b.length; j++, at += 32) exports[operation](at, left + 32 * i, right + 32 * j)
        }
        return integersOf(frame.get(out, 32 * a.length * b.length))
      }),
    one: (operation: 'scalarNegate' | 'scalarInvert', value: bigint): bigint =>
      instance.callSecret((frame) => {
        const at = frame.put(bytesOf([value]))
        exports[operation](at, at)
        return integersOf(frame.get(at, 32))[0]!
      }),
    multiplyAdd: (a: bigint, b: bigint, c: bigint): bigint =>
      instance.callSecret((frame) => {
        const at = frame.put(bytesOf([a, b, c]))
        exports.scalarMultiplyAdd(at, at, at + 32, at + 64)
        return integersOf(frame.get(at, 32))[0]!
      }),
    isCanonical: (value: bigint): boolean =>
      instance.callSecret((frame) => exports.scalarIsCanonical(frame.put(bytesOf([value]))) === 1),
    reduceWide: (value: bigint): bigint =>
      instance.callSecret((frame) => {
        const at = frame.put(bytesOf([value], 64))
        exports.scalarReduceWide(at, at)
        return integersOf(frame.get(at, 32))[0]!
      }),
  }
}

const REFERENCE = {
  scalarAdd: (a: bigint, b: bigint) => Fn.add(a, b),
  scalarSubtract: (a: bigint, b: bigint) => Fn.sub(a, b),
  scalarMultiply: (a: bigint, b: bigint) => Fn.mul(a, b),
}

for (const variant of ['simd', 'portable'] as const) {
  describe(`scalars of the ${variant} kernel`, () => {
    const scalar = arithmetic(variant)

    for (const operation of ['scalarAdd', 'scalarSubtract', 'scalarMultiply'] as const) {
      it(`${operation} agrees with noble at the edges and on 100,000 random pairs`, () => {
        const columns = randomIntegers(`${operation} b`, 100)
        for (const [a, b] of [
          [EDGES, EDGES],
          [randomIntegers(`${operation} a`, 1_000), columns],
          [EDGES, columns],
          [columns, EDGES],
        ] as const) {
          const [left, right] = [a.map(mod), b.map(mod)]
          const expected = left.flatMap((x) => right.map((y) => REFERENCE[operation](x, y)))
          assert.deepEqual(scalar.pairs(operation, a, b), expected)
        }
      })
    }

    it('multiplies and adds at once', () => {
      const random = randomIntegers('multiply and add', 300)
      for (const a of [...EDGES, ...random.slice(0, 20)]) {
        for (const [i, b] of EDGES.entries()) {
          const c = EDGES[(7 * i) % EDGES.length]!
          assert.equal(scalar.multiplyAdd(a, b, c), mod(a * b + c))
        }
      }
      for (let i = 0; i < 300; i += 3) {
        const [a, b, c] = random.slice(i) as [bigint, bigint, bigint]
        assert.equal(scalar.multiplyAdd(a, b, c), mod(a * b + c))
      }
    })

    it('negates', () => {
      for (const a of [...EDGES, ...randomIntegers('negate', 1_000)]) {
        assert.equal(scalar.one('scalarNegate', a), mod(-a))
      }
    })

    it('inverts; 0 stands for the inverse that zero does not have', () => {
      for (const a of [...EDGES, ...randomIntegers('invert', 500)]) {
        const expected = mod(a) === 0n ? 0n : Fn.inv(mod(a))
        assert.equal(scalar.one('scalarInvert', a), expected)
      }
      const { instance } = scalar
      const has = (value: bigint): number =>
        instance.callSecret((frame) =>
          instance.exports.scalarInvert(frame.take(32), frame.put(bytesOf([value]))),
        )
      assert.deepEqual([0n, ORDER, 7n * ORDER].map(has), [0, 0, 0])
      assert.deepEqual([1n, ORDER - 1n, 2n ** 63n, 2n ** 252n].map(has), [1, 1, 1, 1])
    })

    it('tells canonical bytes', () => {
      for (const a of [...EDGES, ...EDGES.map((edge) => BigInt.asUintN(256, edge + ORDER))]) {
        assert.equal(scalar.isCanonical(a), a < ORDER)
      }
      for (const a of randomIntegers('canonical', 1_000))
        assert.equal(scalar.isCanonical(a >> 3n), a >> 3n < ORDER)
    })

    it('reduces 64 bytes', () => {
      const multiples = [1n, 2n ** 256n, 2n ** 256n - 1n, 2n ** 259n].map((factor) => factor * ORDER)
      const wide = [
        ...[2n ** 512n - 1n, 2n ** 511n, 2n ** 256n, ((2n ** 512n - 1n) / ORDER) * ORDER],
        ...multiples.flatMap((multiple) => [multiple - 1n, multiple, multiple + 1n]),
        ...EDGES.flatMap((high) => EDGES.map((low) => (high << 256n) + low)),
        ...randomIntegers('wide', 5_000, 64),
      ]
      for (const value of wide) assert.equal(scalar.reduceWide(value), value % ORDER)
    })

    it('leaves nothing of its operands in static memory', () => {
      const { instance } = scalar
      const { memory, heapBase } = instance.exports
      const before = new Uint8Array(memory.buffer).slice(0, heapBase())
      scalar.pairs('scalarMultiply', EDGES, EDGES)
      scalar.multiplyAdd(...(randomIntegers('secrets', 3) as [bigint, bigint, bigint]))
      scalar.one('scalarInvert', 2n ** 200n + 12345n)
      scalar.one('scalarNegate', 2n ** 200n + 12345n)
      scalar.reduceWide(2n ** 500n + 12345n)
      assert.deepEqual(new Uint8Array(memory.buffer).slice(0, heapBase()), before)
    })
  })
}

describe('known answers', () => {
  const scalar = arithmetic('simd')
  const integer = (hex: string): bigint => integersOf(fromHex(hex))[0]!

  // curve25519-dalek, src/scalar.rs, tests (computed with Sage): X, XINV, Y, X_TIMES_Y, CANONICAL_2_256_MINUS_1 and
  // from_bytes_mod_order_wide.
  const X = integer('4e5ab4345d4708845913b4641bc27d5252a585101bcc4244d449f4a879d9f204')
  const Y = integer('907633fe1c4b66a4a28d2dd7678386c353d0de5455d4fc9de8ef7ac31f35bb05')

  it('of curve25519-dalek', () => {
    const [product] = scalar.pairs('scalarMultiply', [X], [Y])
    assert.equal(product, integer('6c3374a1894f62210aaa2fe186a6f92ce0aa75c2779581c295fc08179a73940c'))
    const inverse = integer('1cdc17fce0e9a5bbd9247e56bb016347bbba31edd5a9bb96d50bcd7a3f962a0f')
    assert.equal(scalar.one('scalarInvert', X), inverse)
    const largest = integer('1c95988d7431ecd670cf7d73f45befc6feffffffffffffffffffffffffffff0f')
    assert.equal(scalar.reduceWide(2n ** 256n - 1n), largest)
    const twice = integer('d89ab38bd279024745639ed817ad3f64cc005b32db9939f91c521fc564a5c008')
    assert.equal(scalar.reduceWide(X + (X << 256n)), twice)
  })

  // RFC 8032, section 7.1, tests 1 to 3: S = (r + k·s) mod L of section 5.1.6, step 5. The secret s is not reduced.
  for (const { secret, key, message, signature } of [
    {
      secret: '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      key: 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      message: '',
      signature:
        'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    },
    {
      secret: '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      key: '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      message: '72',
      signature:
        '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    },
    {
      secret: 'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      key: 'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      message: 'af82',
      signature:
        '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    },
  ]) {
    it(`of RFC 8032, public key ${key.slice(0, 8)}`, () => {
      const sha512 = (...parts: Uint8Array[]): Uint8Array => {
        const hash = createHash('sha512')
        for (const part of parts) hash.update(part)
        return new Uint8Array(hash.digest())
      }
      const reduced = (...parts: Uint8Array[]): bigint =>
        scalar.reduceWide(integersOf(sha512(...parts), 64)[0]!)
      const expanded = sha512(fromHex(secret))
      expanded[0]! &= 248
      expanded[31] = (expanded[31]! & 127) | 64
      const s = integersOf(expanded.subarray(0, 32))[0]!
      const r = reduced(expanded.subarray(32), fromHex(message))
      const k = reduced(fromHex(signature.slice(0, 64)), fromHex(key), fromHex(message))
      assert.equal(toHex(bytesOf([scalar.multiplyAdd(k, s, r)])), signature.slice(64))
    })
  }
})
