import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { BlsKeyCache } from '../../../src/protocol/crypto/bls-key-cache.ts'

const key = (name: number): Uint8Array => new Uint8Array(48).fill(name)

/** A cache of three keys that takes down what it decodes; what begins with zero is no key. */
function makeCache() {
  const decoded: number[] = []
  const decode = ([name]: Uint8Array): string | undefined => {
    decoded.push(name!)
    return name === 0 ? undefined : `key ${name}`
  }
  return { cache: new BlsKeyCache(decode, 3), decoded }
}

describe('cache of BLS keys', () => {
  it('decodes a key once, also when its bytes come in another array', () => {
    const { cache, decoded } = makeCache()
    assert.equal(cache.get(key(1)), 'key 1')
    assert.equal(cache.get(key(1)), 'key 1')
    assert.deepEqual(decoded, [1])
  })

  it('does not mind that the bytes are overwritten', () => {
    const { cache } = makeCache()
    const bytes = key(1)
    cache.get(bytes)
    bytes.fill(2)
    assert.equal(cache.get(bytes), 'key 2')
    assert.equal(cache.get(key(1)), 'key 1')
  })

  it('forgets the key that was used longest ago', () => {
    const { cache, decoded } = makeCache()
    for (const name of [1, 2, 3, 1, 4]) cache.get(key(name))
    assert.equal(cache.size, 3)
    decoded.length = 0
    for (const name of [1, 3, 4, 2]) cache.get(key(name))
    assert.deepEqual(decoded, [2])
  })

  it('keeps nothing that is no key', () => {
    const { cache, decoded } = makeCache()
    assert.equal(cache.get(key(0)), undefined)
    assert.equal(cache.get(new Uint8Array(47).fill(1)), undefined)
    assert.equal(cache.get(new Uint8Array(1_000_000)), undefined)
    assert.equal(cache.size, 0)
    assert.deepEqual(decoded, [0])
  })

  it('gives all keys or none', () => {
    const { cache } = makeCache()
    assert.deepEqual(cache.getAll([key(1), key(2), key(1)]), ['key 1', 'key 2', 'key 1'])
    assert.equal(cache.getAll([key(1), key(0)]), undefined)
    assert.equal(cache.getAll([]), undefined)
  })
})
