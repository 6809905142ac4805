import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { hashTo } from '../../../src/protocol/crypto/hash.ts'
import { LTHASH_LENGTH, LtHash } from '../../../src/protocol/crypto/lthash.ts'

const of = (...elements: readonly string[]): LtHash => {
  const sum = new LtHash()
  for (const element of elements) sum.add(utf8(element))
  return sum
}

describe('LtHash', () => {
  it('of nothing is zero', () => {
    assert.deepEqual(of().toBytes(), new Uint8Array(LTHASH_LENGTH))
  })

  it('of one element is its expanded hash', () => {
    assert.deepEqual(of('a').toBytes(), hashTo('lthash element', LTHASH_LENGTH, utf8('a')))
  })

  it('of two is the sum of 16-bit lanes, each mod 2^16', () => {
    const [a, b, both] = [of('a'), of('b'), of('a', 'b')].map((sum) => new DataView(sum.toBytes().buffer))
    for (let at = 0; at < LTHASH_LENGTH; at += 2) {
      const expected = (a!.getUint16(at, true) + b!.getUint16(at, true)) % 65_536
      assert.equal(both!.getUint16(at, true), expected)
    }
  })

  it('does not depend on the order, and forgets what is removed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 }), (elements) => {
        const sum = of(...elements)
        assert.deepEqual(of(...elements.toReversed()).toBytes(), sum.toBytes())
        sum.remove(utf8(elements[0]!))
        assert.deepEqual(of(...elements.slice(1)).toBytes(), sum.toBytes())
      }),
      { numRuns: 25 },
    )
  })

  it('tells different sets apart', () => {
    const digests = [of(), of('a'), of('b'), of('a', 'b'), of('ab'), of('a', 'a')].map((sum) =>
      toHex(sum.digest()),
    )
    assert.equal(new Set(digests).size, digests.length)
  })

  it('continues from its bytes', () => {
    const sum = LtHash.fromBytes(of('a').toBytes())
    sum.add(utf8('b'))
    assert.deepEqual(sum.digest(), of('a', 'b').digest())
    assert.throws(() => LtHash.fromBytes(new Uint8Array(LTHASH_LENGTH - 1)), RangeError)
  })

  it('joins two sets', () => {
    const sum = of('a', 'b')
    sum.join(of('c', 'd').toBytes())
    assert.deepEqual(sum.toBytes(), of('a', 'b', 'c', 'd').toBytes())
    assert.throws(() => sum.join(new Uint8Array(LTHASH_LENGTH + 1)), RangeError)
  })

  it('reads a state that lies inside a larger buffer', () => {
    const buffer = new Uint8Array(LTHASH_LENGTH + 3)
    buffer.set(of('a').toBytes(), 3)
    assert.deepEqual(LtHash.fromBytes(buffer.subarray(3)).toBytes(), of('a').toBytes())
  })
})
