import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatAmount, parseAmount } from '../../src/sdk/index.ts'

test('coins become base units', () => {
  assert.equal(parseAmount('1'), '1000000')
  assert.equal(parseAmount('1.5'), '1500000')
  assert.equal(parseAmount('0.000001'), '1')
  assert.equal(parseAmount('0'), '0')
  assert.equal(parseAmount('18446744073709.551615'), '18446744073709551615')
})

test('what is no amount is refused, not rounded', () => {
  for (const text of ['', '-1', '1.', '.5', '1e6', '1,5', '0.0000001', '18446744073709.551616', '0x10']) {
    assert.throws(() => parseAmount(text), RangeError, text)
  }
})

test('base units become coins without needless zeros', () => {
  assert.equal(formatAmount('1500000'), '1.5')
  assert.equal(formatAmount('1'), '0.000001')
  assert.equal(formatAmount(1_000_000n), '1')
  assert.equal(formatAmount('0'), '0')
})

test('parsing undoes formatting for every amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (units) => {
      assert.equal(parseAmount(formatAmount(units)), units.toString())
    }),
  )
})
