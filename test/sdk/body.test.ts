import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeBody, decodeText, encodeBody } from '../../src/sdk/index.ts'

test('a body is base64 as Node makes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      assert.equal(encodeBody(bytes), Buffer.from(bytes).toString('base64'))
      assert.deepEqual(decodeBody(encodeBody(bytes)), bytes)
    }),
  )
})

test('a text travels as UTF-8', () => {
  assert.equal(decodeText(encodeBody('Grüße, 世界 🎉')), 'Grüße, 世界 🎉')
})

test('a long body does not exhaust the stack', () => {
  const bytes = new Uint8Array(1_000_000).fill(7)
  assert.deepEqual(decodeBody(encodeBody(bytes)), bytes)
})
