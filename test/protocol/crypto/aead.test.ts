import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromHex, toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { AEAD_TAG_LENGTH, openSealed, seal } from '../../../src/protocol/crypto/aead.ts'

// draft-irtf-cfrg-xchacha-03, appendix A.3.1
const key = fromHex('808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f')
const nonce = fromHex('404142434445464748494a4b4c4d4e4f5051525354555657')
const context = fromHex('50515253c0c1c2c3c4c5c6c7')
const plaintext = utf8(
  "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.",
)
const sealed =
  'bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb' +
  '731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452' +
  '2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9' +
  '21f9664c97637da9768812f615c68b13b52e' +
  'c0875924c1c7987947deafd8780acf49'

describe('XChaCha20-Poly1305', () => {
  it('seals and opens the vector of the draft', () => {
    assert.equal(toHex(seal(key, nonce, plaintext, context)), sealed)
    assert.deepEqual(openSealed(key, nonce, fromHex(sealed), context), plaintext)
  })

  it('opens nothing under another key, nonce or context', () => {
    const other = (bytes: Uint8Array): Uint8Array => bytes.with(0, bytes[0]! ^ 1)
    assert.equal(openSealed(other(key), nonce, fromHex(sealed), context), undefined)
    assert.equal(openSealed(key, other(nonce), fromHex(sealed), context), undefined)
    assert.equal(openSealed(key, nonce, fromHex(sealed), other(context)), undefined)
    assert.equal(openSealed(key, nonce, fromHex(sealed)), undefined)
  })

  it('opens nothing that was changed or cut', () => {
    const bytes = fromHex(sealed)
    for (let i = 0; i < bytes.length; i++) {
      assert.equal(openSealed(key, nonce, bytes.with(i, bytes[i]! ^ 0x80), context), undefined)
      assert.equal(openSealed(key, nonce, bytes.subarray(0, i), context), undefined)
    }
  })

  it('seals nothing at all, too', () => {
    const empty = seal(key, nonce, new Uint8Array(0))
    assert.equal(empty.length, AEAD_TAG_LENGTH)
    assert.deepEqual(openSealed(key, nonce, empty), new Uint8Array(0))
  })
})
