import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { keccakP } from '@noble/hashes/sha3.js'
import fc from 'fast-check'
import { toHex, utf8 } from '../../../../src/protocol/bytes.ts'
import { instantiateKernel } from '../../../../src/protocol/crypto/kernel/kernel.ts'

for (const variant of ['simd', 'portable'] as const) {
  describe(`keccak-f[1600], ${variant}`, () => {
    const instance = instantiateKernel(variant)
    const permute = (state: Uint8Array): void =>
      instance.call((frame) => {
        const pointer = frame.put(state)
        instance.exports.keccakF1600(pointer)
        frame.getInto(pointer, state)
      })

    /** FIPS 202, section 6.1: the sponge with a rate of 1600 bits less twice the length of the hash. */
    function sha3(message: Uint8Array, length: number): string {
      const rate = 200 - 2 * length
      const state = new Uint8Array(200)
      let at = 0
      for (const byte of message) {
        state[at++]! ^= byte
        if (at === rate) {
          permute(state)
          at = 0
        }
      }
      state[at]! ^= 0x06
      state[rate - 1]! ^= 0x80
      permute(state)
      return toHex(state.subarray(0, length))
    }

    // Values from NIST's examples with intermediate values for SHA3-256 and SHA3-512.
    it('makes SHA-3', () => {
      assert.equal(sha3(utf8(''), 32), 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a')
      assert.equal(sha3(utf8('abc'), 32), '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532')
      const long = new Uint8Array(200).fill(0xa3)
      assert.equal(sha3(long, 32), '79f38adec5c20307a98ef76e8324afbfd46cfd81b22e3973c65fa1bd9de31787')
      assert.equal(
        sha3(utf8('abc'), 64),
        'b751850b1a57168a5693cd924b6b096e08f621827444f70d884f5d0240d2712e10e116e9192af3c91a7ec57647e3934057340b4cf408d5a56592f8274eec53f0',
      )
    })

    it('is what noble computes, for any state', () => {
      fc.assert(
        fc.property(fc.uint8Array({ minLength: 200, maxLength: 200 }), (state) => {
          const words = new Uint32Array(state.slice().buffer)
          keccakP(words)
          permute(state)
          assert.deepEqual(state, new Uint8Array(words.buffer))
        }),
        { numRuns: 500 },
      )
    })
  })
}
