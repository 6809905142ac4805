/** Phrases, view keys as text, and numbers from random bytes. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { randomBelow, randomExponential } from '../../../src/node/random-numbers.ts'
import { entropyOf, keysOfEntropy, phraseOf } from '../../../src/node/wallet/phrase.ts'
import { formatViewKey, parseViewKey } from '../../../src/node/wallet/view-key.ts'
import { encodeScalar } from '../../../src/protocol/crypto/group.ts'
import { accountKeys, encodeViewKey } from '../../../src/protocol/keys.ts'
import { seededRandom } from '../support.ts'
import { testPhrase } from './wallet-node.ts'

const words = testPhrase('words').split(' ')

describe('a phrase', () => {
  test('stands for its entropy', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (entropy) => {
        assert.deepEqual(entropyOf(phraseOf(entropy)), entropy)
      }),
    )
  })

  test('is that of BIP-39 (Trezor vector of 32 zero bytes, without a password)', async () => {
    const phrase = `${'abandon '.repeat(23)}art`
    assert.equal(phraseOf(new Uint8Array(32)), phrase)
    const seed = Buffer.from(
      '408b285c123836004f4b8842c89324c1f01382450c0d439af345ba7fc49acf70' +
        '5489c6fc77dbd4e3dc1dd8cc6bc9f043db8ada1e243c4a0eafb290d399480840',
      'hex',
    )
    const keys = await keysOfEntropy(new Uint8Array(32))
    assert.deepEqual(encodeScalar(keys.spendSecret), encodeScalar(accountKeys(seed).spendSecret))
  })

  test('may be written with other case and spaces', () => {
    assert.deepEqual(entropyOf(`  ${words.join('  ').toUpperCase()}\n`), entropyOf(words.join(' ')))
  })

  test('says what is wrong with it', () => {
    assert.throws(() => entropyOf(words.slice(1).join(' ')), { details: { reason: 'length' } })
    assert.throws(() => entropyOf(words.with(4, 'stegos').join(' ')), {
      details: { reason: 'word', position: 5 },
    })
    const swapped = words.with(0, words[1]!).with(1, words[0]!)
    assert.throws(() => entropyOf(swapped.join(' ')), { details: { reason: 'checksum' } })
  })
})

describe('a view key as text', () => {
  test('comes back, and names its network', async () => {
    const keys = await keysOfEntropy(entropyOf(words.join(' ')))
    const text = formatViewKey(keys, 'dev')
    assert.match(text, /^dstgview1/)
    assert.deepEqual(encodeViewKey(parseViewKey(text, 'dev')), encodeViewKey(keys))
    assert.throws(() => parseViewKey(text, 'main'), { code: 'wrong_network' })
    assert.throws(() => parseViewKey(`${text.slice(0, -1)}q`, 'dev'), { code: 'invalid_view_key' })
    assert.throws(() => parseViewKey('dstgview1', 'dev'), { code: 'invalid_view_key' })
  })
})

describe('numbers from random bytes', () => {
  test('stay below their bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.string(), (bound, seed) => {
        const number = randomBelow(bound, seededRandom(seed))
        assert.ok(Number.isInteger(number) && number >= 0 && number < bound)
      }),
    )
  })

  test('have the mean that was asked for, and a tail that is cut', () => {
    const random = seededRandom('times')
    const times = Array.from({ length: 5_000 }, () => randomExponential(1_000, 8, random))
    const mean = times.reduce((sum, time) => sum + time, 0) / times.length
    assert.ok(mean > 940 && mean < 1_060, `mean ${mean}`)
    assert.ok(times.every((time) => time >= 0 && time <= 8_000))
  })
})
