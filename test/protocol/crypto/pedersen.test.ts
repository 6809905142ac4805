import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { toHex } from '../../../src/protocol/bytes.ts'
import {
  addPoints,
  addScalars,
  BASE,
  encodePoint,
  equalPoints,
  isIdentity,
  multiply,
  ONE,
  scalarFrom,
  ZERO,
} from '../../../src/protocol/crypto/group.ts'
import { deriveScalar } from '../../../src/protocol/crypto/hash.ts'
import { blindingBase, commit } from '../../../src/protocol/crypto/pedersen.ts'

describe('Pedersen commitment', () => {
  it('uses the default blinding base of dalek', () => {
    assert.equal(
      toHex(encodePoint(blindingBase())),
      '8c9240b456a9e6dc65c377a1048d745f94a08cdb7f44cbcd7b46f34048871134',
    )
  })

  it('is amount·B + blinding·B~, at the edges too', () => {
    assert.ok(isIdentity(commit(0n, ZERO)))
    assert.ok(equalPoints(commit(1n, ZERO), BASE))
    assert.ok(equalPoints(commit(0n, ONE), blindingBase()))
    const largest = 2n ** 64n - 1n
    assert.ok(
      equalPoints(commit(largest, ONE), addPoints(multiply(BASE, scalarFrom(largest)), blindingBase())),
    )
  })

  it('adds up', () => {
    const amounts = fc.bigInt({ min: 0n, max: 2n ** 63n - 1n })
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        const r = deriveScalar('test', Uint8Array.of(1))
        const s = deriveScalar('test', Uint8Array.of(2))
        assert.ok(equalPoints(addPoints(commit(a, r), commit(b, s)), commit(a + b, addScalars(r, s))))
      }),
      { numRuns: 10 },
    )
  })

  it('takes other bases', () => {
    const bases = { value: blindingBase(), blinding: BASE }
    assert.ok(equalPoints(commit(3n, scalarFrom(5), bases), commit(5n, scalarFrom(3))))
  })
})
