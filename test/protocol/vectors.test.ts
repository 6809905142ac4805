import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { protocolVectors } from './make-vectors.ts'

test('the protocol still gives its known answers', () => {
  const file = new URL('./vectors/stegos-v1.json', import.meta.url)
  assert.deepEqual(JSON.parse(JSON.stringify(protocolVectors())), JSON.parse(readFileSync(file, 'utf8')))
})
