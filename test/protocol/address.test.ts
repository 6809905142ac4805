import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { bech32m } from '@scure/base'
import fc from 'fast-check'
import { addressBytes, equalAddresses, formatAddress, parseAddress } from '../../src/protocol/address.ts'
import { subaddress } from '../../src/protocol/keys.ts'
import { bob } from './fixtures.ts'

const address = subaddress(bob, 0)
const text = formatAddress(address, 'dev')

describe('an address', () => {
  test('survives its text form on every network', () => {
    for (const network of ['main', 'test', 'dev'] as const) {
      assert.ok(equalAddresses(parseAddress(formatAddress(address, network), network), address))
    }
    assert.match(text, /^dstg1/)
  })

  test('of another network is told apart from a broken one', () => {
    assert.throws(() => parseAddress(formatAddress(address, 'main'), 'dev'), {
      code: 'wrong_network',
      details: { expected: 'dev', found: 'main' },
    })
    assert.throws(
      () => parseAddress(bech32m.encode('bc', bech32m.toWords(addressBytes(address)), 128), 'dev'),
      {
        code: 'invalid_address',
      },
    )
  })

  test('with any one character changed is refused', () => {
    fc.assert(
      fc.property(
        fc.nat(text.length - 1),
        fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l'),
        (at, letter) => {
          if (text[at] === letter) return
          const changed = text.slice(0, at) + letter + text.slice(at + 1)
          assert.throws(() => parseAddress(changed, 'dev'), { name: 'ProtocolError' })
        },
      ),
    )
  })

  test('never throws anything but a ProtocolError, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (any) => {
        assert.throws(() => parseAddress(any, 'dev'), { name: 'ProtocolError' })
      }),
    )
  })

  test('holds no identity and no bytes that are not points', () => {
    for (const fill of [0, 0xff]) {
      const payload = new Uint8Array(65).fill(fill)
      payload[0] = 0
      const forged = bech32m.encode('dstg', bech32m.toWords(payload), 128)
      assert.throws(() => parseAddress(forged, 'dev'), { code: 'invalid_address' })
    }
  })

  test('of a later version is refused', () => {
    const payload = Uint8Array.of(1, ...addressBytes(address))
    assert.throws(() => parseAddress(bech32m.encode('dstg', bech32m.toWords(payload), 128), 'dev'), {
      code: 'invalid_address',
    })
  })
})
