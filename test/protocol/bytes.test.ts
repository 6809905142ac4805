import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { fromHex, joinBytes, toHex } from '../../src/protocol/bytes.ts'

describe('hex', () => {
  test('says every byte in two lower-case digits, and is read back', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, value) => value)
    const text = Array.from(bytes, (value) => value.toString(16).padStart(2, '0')).join('')
    assert.equal(toHex(bytes), text)
    assert.equal(toHex(bytes.subarray(7, 9)), '0708')
    assert.deepEqual(fromHex(text), bytes)
    assert.deepEqual(fromHex(''), new Uint8Array())
  })

  test('of upper case, of half a byte or with anything else in it is refused', () => {
    for (const text of ['AB', 'a', 'abc', '0g', 'g0', '0x', ' 0', '0\n', '0é', '00\u0130a'])
      assert.throws(() => fromHex(text), RangeError, JSON.stringify(text))
  })
})

test('more pieces are joined than a call takes arguments', () => {
  const pieces = Array.from({ length: 300_000 }, (_, at) => Uint8Array.of(at % 256))
  const whole = joinBytes(pieces)
  assert.equal(whole.length, pieces.length)
  assert.equal(whole[299_999], 299_999 % 256)
})
