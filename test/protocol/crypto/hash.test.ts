import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { blake3 } from '@noble/hashes/blake3.js'
import fc from 'fast-check'
import { concat, equalBytes, le32, toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { encodeScalar, reduceWide } from '../../../src/protocol/crypto/group.ts'
import { deriveScalar, HASH_LENGTH, hash, hashEach, hashTo } from '../../../src/protocol/crypto/hash.ts'

const parts = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 4 })

describe('hash', () => {
  it('is BLAKE3 key derivation over length-prefixed parts', () => {
    const input = concat(le32(1), utf8('a'), le32(0), le32(2), utf8('bc'))
    assert.deepEqual(
      hash('test', utf8('a'), utf8(''), utf8('bc')),
      blake3(input, { context: utf8('stegos v1 test') }),
    )
  })

  it('tells apart every split of the same bytes', () => {
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const same = left.length === right.length && left.every((part, i) => equalBytes(part, right[i]!))
        assert.equal(equalBytes(hash('test', ...left), hash('test', ...right)), same)
      }),
    )
    const splits = [
      hash('test'),
      hash('test', utf8('')),
      hash('test', utf8('ab')),
      hash('test', utf8('a'), utf8('b')),
      hash('test', utf8(''), utf8('ab')),
    ].map(toHex)
    assert.equal(new Set(splits).size, splits.length)
  })

  it('tells domains apart', () => {
    assert.notDeepEqual(hash('one', utf8('x')), hash('two', utf8('x')))
  })

  it('of a shorter length is a prefix', () => {
    const long = hashTo('test', 200, utf8('x'))
    assert.deepEqual(hash('test', utf8('x')), long.subarray(0, HASH_LENGTH))
  })

  it('of a list is the hash of each, whatever their lengths', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 9 }), (lists) => {
        assert.deepEqual(
          hashEach('test', lists),
          lists.map((list) => hash('test', ...list)),
        )
      }),
    )
  })

  it('gives scalars by wide reduction', () => {
    assert.deepEqual(
      encodeScalar(deriveScalar('test', utf8('x'))),
      encodeScalar(reduceWide(hashTo('test', 64, utf8('x')))),
    )
  })
})
