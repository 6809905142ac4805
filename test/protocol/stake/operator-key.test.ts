import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toHex } from '../../../src/protocol/bytes.ts'
import { encodePoint, multiplyBase } from '../../../src/protocol/crypto/group.ts'
import { accountKeys, decodeViewKey, encodeViewKey } from '../../../src/protocol/keys.ts'
import {
  operatorKey,
  operatorSecret,
  stakeOwner,
  stakeOwnerSecret,
} from '../../../src/protocol/stake/operator-key.ts'

const keys = accountKeys(new Uint8Array(64).fill(3))

test('the view key alone finds the keys that an account stakes with', () => {
  const viewing = decodeViewKey(encodeViewKey(keys))
  assert.deepEqual(operatorKey(viewing), encodePoint(multiplyBase(operatorSecret(keys))))
  for (const index of [0, 1, 2 ** 32, Number.MAX_SAFE_INTEGER]) {
    assert.deepEqual(stakeOwner(viewing, index), encodePoint(multiplyBase(stakeOwnerSecret(keys, index))))
  }
})

test('no two of them are the same, nor those of another account', () => {
  const other = accountKeys(new Uint8Array(64).fill(4))
  const all = [keys, other].flatMap((one) => [
    operatorKey(one),
    ...Array.from({ length: 10 }, (_, index) => stakeOwner(one, index)),
  ])
  assert.equal(new Set(all.map(toHex)).size, 22)
})

test('they are those of every version', () => {
  const operator = '3cb376864fbbd9b0743205a7d6b68703e79314d3eb4353fc805deb684058841c'
  const first = 'e475f43b00af3550209635e143a7748dd7296ddc7c87aea4b6b5147527e77747'
  assert.deepEqual([toHex(operatorKey(keys)), toHex(stakeOwner(keys, 0))], [operator, first])
})
