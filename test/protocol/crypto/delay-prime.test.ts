import assert from 'node:assert/strict'
import { checkPrimeSync } from 'node:crypto'
import { describe, it } from 'node:test'
import { le32 } from '../../../src/protocol/bytes.ts'
import { power } from '../../../src/protocol/crypto/delay/challenge.ts'
import { hashToPrime } from '../../../src/protocol/crypto/delay/hash-to-prime.ts'
import { isPrime } from '../../../src/protocol/crypto/delay/primality.ts'
import { hashTo } from '../../../src/protocol/crypto/hash.ts'

/** Strong pseudoprimes to base 2, and to all bases up to 37 (OEIS A014233). */
const PSEUDOPRIMES = [
  ...[2_047n, 1_373_653n, 25_326_001n, 3_215_031_751n, 2_152_302_898_747n, 3_474_749_660_383n],
  ...[341_550_071_728_321n, 3_825_123_056_546_413_051n, 318_665_857_834_031_151_167_461n],
]

describe('isPrime', () => {
  it('knows primes', () => {
    for (const prime of [5n, 7n, 97n, 65_537n, 2n ** 61n - 1n, 2n ** 255n - 19n, 2n ** 521n - 1n]) {
      assert.ok(isPrime(prime), `${prime}`)
    }
  })

  it('is not deceived by Carmichael numbers and strong pseudoprimes', () => {
    for (const number of [561n, 1_105n, 294_409n, 118_901_521n, ...PSEUDOPRIMES]) {
      assert.ok(!isPrime(number), `${number}`)
    }
  })

  it('is not deceived by a strong pseudoprime to base 2 as long as a challenge', () => {
    // (4^p + 1)/5 passes the test with base 2 for every prime p > 5
    const number = (4n ** 131n + 1n) / 5n
    assert.equal(power(4n, (number - 1n) / 4n, number), number - 1n)
    assert.ok(!isPrime(number))
  })

  it('agrees with OpenSSL on odd numbers', () => {
    for (let number = 2n ** 264n - 501n; number < 2n ** 264n; number += 2n) {
      assert.equal(isPrime(number), checkPrimeSync(number), `${number}`)
    }
  })
})

describe('hashToPrime', () => {
  it('gives the first prime of 264 bits in the stream of the hash', () => {
    for (let n = 0; n < 10; n++) {
      const stream = hashTo('test primes', 33 * 4096, le32(n))
      let found: bigint | undefined
      for (let at = 0; found === undefined; at += 33) {
        const bytes = Buffer.from(stream.subarray(at, at + 33).toReversed())
        bytes[0]! |= 0x80
        bytes[32]! |= 1
        const number = BigInt(`0x${bytes.toString('hex')}`)
        if (checkPrimeSync(number)) found = number
      }
      assert.equal(hashToPrime('test primes', le32(n)), found)
      assert.equal(found.toString(2).length, 264)
    }
  })

  it('depends on domain and parts', () => {
    const all = [
      hashToPrime('test primes', le32(1), le32(2)),
      hashToPrime('test primes', le32(2), le32(1)),
      hashToPrime('test primes', le32(1)),
      hashToPrime('other primes', le32(1)),
    ]
    assert.equal(new Set(all).size, all.length)
  })
})
