/** The validators a chain begins with: keys that are held, and weight that counts. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { utf8 } from '../../src/protocol/bytes.ts'
import {
  blsAggregateKeys,
  blsKeyFromSeed,
  blsProvePossession,
  blsPublicKey,
} from '../../src/protocol/crypto/bls.ts'
import { BASE, encodePoint } from '../../src/protocol/crypto/group.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { checkGenesisValidators } from '../../src/protocol/genesis-validators.ts'

const secrets = ['a', 'b', 'c'].map((name) => blsKeyFromSeed(hash('test validator', utf8(name))))
const validators = secrets.map((secret) => ({
  ...{ key: blsPublicKey(secret), operator: encodePoint(BASE), amount: 5n, commission: 0 },
}))
const possessions = secrets.map(blsProvePossession)
const [first, second, third] = validators as [
  (typeof validators)[0],
  (typeof validators)[0],
  (typeof validators)[0],
]
const refused = { code: 'invalid_block' } as const

test('with keys that are held may begin a chain; one alone needs no proof', () => {
  checkGenesisValidators(validators, possessions)
  checkGenesisValidators([first], undefined)
  checkGenesisValidators([first], [possessions[0]!])
})

describe('are refused', () => {
  test('when there is none, or two have one key', () => {
    assert.throws(() => checkGenesisValidators([], []), refused)
    assert.throws(() => checkGenesisValidators([first, first], [possessions[0]!, possessions[0]!]), refused)
  })

  test('with no stake, less than none, or more than a block can name', () => {
    for (const amount of [0n, -1n, 2n ** 64n]) {
      assert.throws(() => checkGenesisValidators([{ ...first, amount }], undefined), refused)
    }
    const half = { ...second, amount: 2n ** 63n }
    assert.throws(
      () => checkGenesisValidators([{ ...first, amount: 2n ** 63n }, half], possessions.slice(0, 2)),
      refused,
    )
  })

  test('with a key that is none', () => {
    for (const key of [new Uint8Array(48), new Uint8Array(47), Uint8Array.of(0xc0, ...new Uint8Array(47))]) {
      assert.throws(() => checkGenesisValidators([{ ...first, key }], undefined), refused)
    }
  })

  test('with an operator that has no key', () => {
    for (const operator of [new Uint8Array(32), new Uint8Array(32).fill(255), new Uint8Array(31)]) {
      assert.throws(() => checkGenesisValidators([{ ...first, operator }], undefined), refused)
    }
  })

  test('without a proof for each key, in their order', () => {
    for (const proofs of [
      undefined,
      [],
      possessions.slice(1),
      [...possessions, possessions[0]!],
      possessions.toReversed(),
      possessions.with(1, new Uint8Array(96)),
    ]) {
      assert.throws(() => checkGenesisValidators(validators, proofs), refused)
    }
    assert.throws(() => checkGenesisValidators([first], [possessions[1]!]), refused)
  })

  test('with a key made of the others, whose secret nobody knows', () => {
    const forged = { ...first, key: blsAggregateKeys([second.key, third.key]) }
    for (const proof of possessions) {
      assert.throws(() => checkGenesisValidators([first, forged], [possessions[0]!, proof]), refused)
    }
  })
})
