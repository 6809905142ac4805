import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import { bulletproofGenerators } from '../../../src/protocol/crypto/generators.ts'
import { encodePoint } from '../../../src/protocol/crypto/group.ts'

describe('Bulletproof generators', () => {
  it('are all different', () => {
    const { G, H } = bulletproofGenerators(2, 16)
    const encodings = [...G, ...H].map((point) => toHex(encodePoint(point)))
    assert.equal(new Set(encodings).size, 64)
  })

  it('of fewer bits are the first of each party', () => {
    const wide = bulletproofGenerators(2, 16)
    const narrow = bulletproofGenerators(2, 8)
    assert.deepEqual(narrow.G, [...wide.G.slice(0, 8), ...wide.G.slice(16, 24)])
    assert.deepEqual(narrow.H, [...wide.H.slice(0, 8), ...wide.H.slice(16, 24)])
  })

  it('are the same objects every time, so that sums can merge them', () => {
    assert.equal(bulletproofGenerators(1, 8).G[7], bulletproofGenerators(2, 64).G[7])
  })
})
