import assert from 'node:assert/strict'
import dns from 'node:dns'
import { describe, test } from 'node:test'
import { readAddress } from '../../../../src/node/network/libp2p/places.ts'
import { destinationOf } from '../../../../src/node/network/libp2p/socks-transport.ts'
import { openAttacker } from './attacker.ts'
import { type Host, openHost, until } from './hosts.ts'
import { openProxy } from './proxy.ts'

const NOBODY = '12D3KooWJayL6qZEDuniYJ3YLXkQUieSZEv8JjJu7drDMQaneL69'
const ONION = 'vww6ybal4bd7szmgncyruucpgfkqahzddi37ktceo3ah7ngmcopnpyyd'

function portOf({ addresses }: Host): number {
  return Number(addresses[0]!.split('/')[4])
}

describe('behind a proxy', () => {
  test('everything goes through it, and nobody is asked for a name', async (t) => {
    const a = await openHost(t)
    const b = await openHost(t)
    const c = await openHost(t)
    const ports = new Map([
      ['node.invalid', portOf(a)],
      [`${ONION}.onion`, portOf(b)],
      ['192.0.2.7', portOf(c)],
    ])
    const proxy = await openProxy(t, ports)
    const lookups: unknown[] = []
    for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt'] as const) {
      t.mock.method(dns, name, (host: unknown) => lookups.push(host))
      t.mock.method(dns.promises, name, (host: unknown) => lookups.push(host))
    }
    const hidden = await openHost(t, {
      listen: [],
      freeLocal: false,
      socks: proxy.url,
      bootstrap: [`/dns4/node.invalid/tcp/7700/p2p/${a.peerId}`, `/onion3/${ONION}:7701/p2p/${b.peerId}`],
      persistent: [`/ip4/192.0.2.7/tcp/7702/p2p/${c.peerId}`, `/dnsaddr/other.invalid/p2p/${NOBODY}`],
    })
    await until('it has three neighbours', () => hidden.consensus.peers.length === 3)
    assert.deepEqual(
      new Set(proxy.asked),
      new Set(['node.invalid:7700', `${ONION}.onion:7701`, '192.0.2.7:7702']),
    )
    assert.equal(new Set(proxy.names).size, 3, 'each has a circuit of its own')
    assert.deepEqual(lookups, [])
    assert.deepEqual(hidden.addresses, [])
    hidden.stem.send(a.peerId, Uint8Array.of(1))
    await until('it has arrived', () => a.measure!().bytesIn['direct stem'] === 1)
  })

  test('only what it can reach has a destination', () => {
    const cases: [string, string | undefined][] = [
      ['/ip4/192.0.2.7/tcp/1', '192.0.2.7:1'],
      ['/ip6/2001:db8::1/tcp/2', '2001:db8::1:2'],
      ['/dns6/example.org/tcp/3', 'example.org:3'],
      [`/onion3/${ONION}:4`, `${ONION}.onion:4`],
      ['/ip4/192.0.2.7/tcp/1/ws', undefined],
      ['/ip4/192.0.2.7/udp/1', undefined],
      ['/dnsaddr/example.org', undefined],
    ]
    for (const [text, expected] of cases) {
      const found = destinationOf(readAddress(text)!)
      assert.equal(found && `${found.host}:${found.port}`, expected, text)
    }
  })
})

describe('what a node tells of itself', () => {
  test('is a name that all have, its protocols, and its public addresses', async (t) => {
    const host = await openHost(t, { freeLocal: false, announce: ['/dns4/node.example.org/tcp/7700'] })
    const stranger = await openAttacker(t)
    const connection = await stranger.connect(host)
    const told = await stranger.libp2p.services.identify.identify(connection)
    assert.equal(told.agentVersion, 'stegos')
    assert.deepEqual(told.listenAddrs.map(String), ['/dns4/node.example.org/tcp/7700'])
    assert.ok(told.protocols.every((protocol) => !/autonat|relay|dcutr|kad|ping/.test(protocol)))
  })

  test('has no address of a private network, and none at all behind a proxy', async (t) => {
    for (const option of [{ freeLocal: false }, { socks: 'socks5://127.0.0.1:9' }]) {
      const host = await openHost(t, option)
      const stranger = await openAttacker(t)
      const connection = await stranger.connect(host)
      const told = await stranger.libp2p.services.identify.identify(connection)
      assert.deepEqual(told.listenAddrs, [], JSON.stringify(option))
    }
  })

  test('is another name at every start, unless it is a validator', async (t) => {
    const first = await openHost(t)
    const { directory } = first
    await first.close()
    const second = await openHost(t, {}, { directory })
    assert.notEqual(second.peerId, first.peerId)
    await second.close()
    const third = await openHost(t, {}, { directory, validator: true })
    await third.close()
    const fourth = await openHost(t, {}, { directory, validator: true })
    assert.equal(fourth.peerId, third.peerId)
    await fourth.close()
    const fifth = await openHost(t, { keepIdentity: false }, { directory, validator: true })
    assert.notEqual(fifth.peerId, third.peerId)
  })
})

describe('a validator behind a sentry', () => {
  test('is reached by its sentry alone, and hears the rest through it', async (t) => {
    const validatorDirectory = await openHost(t, { keepIdentity: true })
    const { directory, peerId } = validatorDirectory
    await validatorDirectory.close()
    const sentry = await openHost(t, { privatePeers: [peerId] })
    const validator = await openHost(t, { onlyPeers: sentry.addresses }, { directory, validator: true })
    const other = await openHost(t, { bootstrap: sentry.addresses })
    await until('the sentry has both', () => sentry.consensus.peers.length === 2)
    const stranger = await openAttacker(t)
    await assert.rejects(stranger.connect(validator))
    for (const host of [sentry, validator]) {
      host.consensus.onMessage((_, __, judge) => judge('accept'))
    }
    let heard = 0
    validator.consensus.onMessage(() => {
      heard += 1
    })
    await until('gossip goes through', () => {
      other.consensus.broadcast(Uint8Array.of(0, heard, Date.now() % 256))
      return heard > 0
    })
    assert.deepEqual(validator.consensus.peers, [sentry.peerId])
  })
})
