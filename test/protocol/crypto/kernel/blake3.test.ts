import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { blake3 as noble } from '@noble/hashes/blake3.js'
import fc from 'fast-check'
import { concat, le32, toHex, utf8 } from '../../../../src/protocol/bytes.ts'
import {
  type Blake3Mode,
  blake3,
  blake3Each,
  deriveKeyMode,
  keyedMode,
  PLAIN,
} from '../../../../src/protocol/crypto/blake3.ts'
import { instantiateKernel, kernel, useKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'
import vectors from '../vectors/blake3.json' with { type: 'json' }

const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => i % 251)

/** The message cut at the given places. */
function split(message: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (message.length + 1)), message.length].sort((a, b) => a - b)
  return places.slice(1).map((place, i) => message.subarray(places[i]!, place))
}

const messages = fc.uint8Array({ maxLength: 5_000, size: 'max' })
const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })

for (const variant of ['simd', 'portable'] as const) {
  describe(`BLAKE3, ${variant}`, () => {
    before(() => useKernel(instantiateKernel(variant)))
    after(() => useKernel(undefined))

    it('gives the official vectors', () => {
      const keyed = keyedMode(utf8(vectors.key))
      const derive = deriveKeyMode(utf8(vectors.contextString))
      const of = (mode: Blake3Mode, length: number) => toHex(blake3(mode, 32, [counting(length)]))
      for (const { inputLength, hash, keyedHash, deriveKey } of vectors.cases) {
        assert.equal(of(PLAIN, inputLength), hash)
        assert.equal(of(keyed, inputLength), keyedHash)
        assert.equal(of(derive, inputLength), deriveKey)
      }
      const { inputLength, deriveKey } = vectors.whole
      assert.equal(toHex(blake3(derive, deriveKey.length / 2, [counting(inputLength)])), deriveKey)
    })

    it('gives what noble gives for every length around blocks and chunks', () => {
      const lengths = [0, 1, 1_024, 2_048, 3_072, 4_096, 5_120, 8_192].flatMap((edge) =>
        [-65, -64, -63, -1, 0, 1, 63, 64, 65].map((offset) => Math.max(0, edge + offset)),
      )
      for (const length of lengths) {
        const message = counting(length)
        assert.deepEqual(blake3(PLAIN, 32, [message]), noble(message), `length ${length}`)
      }
    })

    it('gives what noble gives for any message in any parts, key and length of output', () => {
      const cuts = fc.array(fc.nat(), { maxLength: 6 })
      fc.assert(
        fc.property(messages, cuts, keys, fc.integer({ min: 1, max: 700 }), (message, cuts, key, dkLen) => {
          const parts = split(message, cuts)
          assert.deepEqual(blake3(keyedMode(key), dkLen, parts), noble(message, { key, dkLen }))
          const framed = concat(...parts.flatMap((part) => [le32(part.length), part]))
          assert.deepEqual(blake3(keyedMode(key), dkLen, parts, 'prefixed'), noble(framed, { key, dkLen }))
        }),
        { numRuns: 150 },
      )
    })

    it('takes messages longer than what the kernel takes at once', () => {
      for (const length of [65_535, 65_536, 65_537, 131_072, 200_001]) {
        const message = counting(length)
        assert.deepEqual(blake3(PLAIN, 100, split(message, [3, 70_000])), noble(message, { dkLen: 100 }))
        const framed = concat(le32(length), message, le32(0))
        assert.deepEqual(blake3(PLAIN, 32, [message, new Uint8Array(0)], 'prefixed'), noble(framed))
      }
    })

    it('hashes many messages as it does one', () => {
      const lengths = fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 5_000 }))
      fc.assert(
        fc.property(lengths, fc.integer({ min: 0, max: 11 }), keys, (length, count, key) => {
          const list = Array.from({ length: count }, (_, i) => counting(length + i).subarray(i))
          const mode = keyedMode(key)
          const expected = list.map((message) => noble(message, { key }))
          const inParts = list.map((message) => [
            message.subarray(0, length >> 1),
            message.subarray(length >> 1),
          ])
          assert.deepEqual(blake3Each(mode, inParts), expected)
        }),
        { numRuns: 150 },
      )
    })

    it('hashes many messages of different lengths, or long ones, or more than the kernel takes at once', () => {
      const each = (list: readonly Uint8Array[]) => {
        const hashes = blake3Each(
          PLAIN,
          list.map((message) => [message]),
        )
        assert.deepEqual(
          hashes,
          list.map((message) => noble(message)),
        )
      }
      each([0, 10, 1_025].map(counting))
      each([70_000, 70_000].map(counting))
      each(Array.from({ length: 70 }, () => counting(10_000)))
    })

    it('leaves nothing of a message in memory', () => {
      const memory = () => new Uint8Array(kernel().exports.memory.buffer)
      const secret = new Uint8Array(6_000).fill(0xa5)
      blake3(keyedMode(secret.subarray(0, 32)), 300, [secret])
      const clean = new Uint8Array(memory().length)
      const { exports } = kernel()
      clean.set(memory().subarray(0, exports.heapBase()))
      const other = keyedMode(counting(32))
      blake3(other, 300, [counting(6_000)])
      blake3Each(
        other,
        Array.from({ length: 5 }, () => [counting(3_001)]),
      )
      assert.ok(Buffer.from(memory()).equals(clean))
    })

    it('refuses a key of another length', () => {
      assert.throws(() => keyedMode(new Uint8Array(31)), RangeError)
    })
  })
}
