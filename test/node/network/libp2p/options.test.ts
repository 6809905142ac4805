import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type NetworkOptions, readOptions } from '../../../../src/node/network/libp2p/options.ts'

const PEER = '12D3KooWJayL6qZEDuniYJ3YLXkQUieSZEv8JjJu7drDMQaneL69'

describe('options', () => {
  test('name a peer once, with all its addresses', () => {
    const addresses = [`/ip4/192.0.2.1/tcp/1/p2p/${PEER}`, `/dns4/example.org/tcp/2/p2p/${PEER}`]
    const { bootstrap } = readOptions({ bootstrap: addresses })
    assert.deepEqual(
      bootstrap.map((target) => [target.peerId, target.addresses.map(String)]),
      [[PEER, addresses]],
    )
  })

  test('that make a closed node take its peers as persistent', () => {
    const plan = readOptions({ onlyPeers: [`/ip4/192.0.2.1/tcp/1/p2p/${PEER}`] })
    assert.deepEqual([plan.closed, plan.persistent[0]?.peerId], [true, PEER])
  })

  test('that make no sense, or tell who is hidden, are refused', () => {
    const only = [`/ip4/192.0.2.1/tcp/1/p2p/${PEER}`]
    const socks = 'socks5://127.0.0.1:9050'
    const wrong: Partial<NetworkOptions>[] = [
      { listen: ['127.0.0.1:80'] },
      { listen: ['/dns4/example.org/tcp/1'] },
      { listen: ['/ip4/127.0.0.1/udp/1'] },
      { bootstrap: ['/ip4/192.0.2.1/tcp/1'] },
      { persistent: [`/p2p/${PEER}`] },
      { privatePeers: ['me'] },
      { maxInbound: -1 },
      { maxOutbound: 1.5 },
      { maxInboundNarrow: 100_000 },
      { socks: 'socks5://proxy.example.org:9050' },
      { socks, mdns: true },
      { socks, dht: true },
      { socks, listen: ['/ip4/0.0.0.0/tcp/1'] },
      { onlyPeers: only, mdns: true },
      { onlyPeers: only, dht: true },
      { onlyPeers: only, bootstrap: only },
    ]
    for (const options of wrong) {
      assert.throws(
        () => readOptions(options),
        { name: 'NetworkError', code: 'invalid_option' },
        JSON.stringify(options),
      )
    }
  })
})
