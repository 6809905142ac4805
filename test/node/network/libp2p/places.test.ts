import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { placeOf, readAddress, readProxy } from '../../../../src/node/network/libp2p/places.ts'

const place = (text: string) => placeOf(readAddress(text)!)

describe('places', () => {
  test('of IPv4 are ranges of 16 and 24 bits', () => {
    assert.deepEqual(place('/ip4/203.0.113.9/tcp/1'), {
      host: '203.0.113.9',
      ranges: ['203.0.0.0/16', '203.0.113.0/24'],
      local: false,
    })
  })

  test('of IPv6 are ranges of 32 and 48 bits, and an address is its network of 64', () => {
    assert.deepEqual(place('/ip6/2001:db8:7:8:9::1/tcp/1'), {
      host: '2001:db8:7:8::/64',
      ranges: ['2001:db8::/32', '2001:db8:7::/48'],
      local: false,
    })
  })

  test('are the same for an IPv4 address written as one of IPv6', () => {
    assert.deepEqual(place('/ip6/::ffff:203.0.113.9/tcp/1'), place('/ip4/203.0.113.9/tcp/1'))
    assert.deepEqual(place('/ip6/::ffff:cb00:7109/tcp/1'), place('/ip4/203.0.113.9/tcp/1'))
  })

  test('of this machine and of private networks are local', () => {
    const local = [
      '/ip4/127.0.0.1',
      '/ip4/10.9.8.7',
      '/ip4/172.31.0.1',
      '/ip4/192.168.1.1',
      '/ip6/::1',
      '/ip6/fd00::1',
    ]
    for (const text of local) assert.equal(place(`${text}/tcp/1`)?.local, true, text)
    for (const text of ['/ip4/172.32.0.1', '/ip4/11.0.0.1', '/ip6/2001:db8::1', '/dns4/example.org']) {
      assert.equal(place(`${text}/tcp/1`)?.local, false, text)
    }
  })

  test('of names are the names', () => {
    assert.equal(place('/dns4/Node.Example.org/tcp/1')?.host, 'node.example.org')
    assert.equal(place('/p2p/12D3KooWJayL6qZEDuniYJ3YLXkQUieSZEv8JjJu7drDMQaneL69'), undefined)
  })

  test('of proxies are addresses, never names', () => {
    assert.deepEqual(readProxy('socks5://127.0.0.1:9050'), { host: '127.0.0.1', port: 9050 })
    assert.deepEqual(readProxy('socks5://[::1]:9050'), { host: '::1', port: 9050 })
    for (const text of [
      'socks5://localhost:9050',
      'http://127.0.0.1:1',
      'socks5://127.0.0.1:0',
      'socks5://1.2.3:4',
    ]) {
      assert.equal(readProxy(text), undefined, text)
    }
  })
})
