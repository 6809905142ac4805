import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { PeerId } from '../../../../src/protocol/consensus/replica.ts'
import { type Host, openHost, until, untilMeshed } from './hosts.ts'

const vote = (...rest: number[]) => Uint8Array.of(0, ...rest)
const status = (...rest: number[]) => Uint8Array.of(2, ...rest)

/** Writes down what a host hears of one channel; accepts all of it. */
function hear(
  host: Host,
  channel: 'consensus' | 'transactions' | 'stem',
): { from: PeerId; bytes: number[] }[] {
  const heard: { from: PeerId; bytes: number[] }[] = []
  host[channel].onMessage((from, bytes, judge) => {
    heard.push({ from, bytes: [...bytes] })
    judge('accept')
  })
  return heard
}

describe('two hosts', () => {
  test('are neighbours, and say who opened the connection', async (t) => {
    const a = await openHost(t)
    const b = await openHost(t, { bootstrap: a.addresses })
    await until('they are neighbours', () => a.connections.length === 1 && b.connections.length === 1)
    assert.equal(a.connections[0]!.peerId, b.peerId)
    assert.equal(a.connections[0]!.direction, 'inbound')
    assert.equal(b.connections[0]!.direction, 'outbound')
    assert.equal(b.connections[0]!.address, a.addresses[0])
  })

  test('exchange votes, statuses, transactions and stems, each on its channel', async (t) => {
    const a = await openHost(t)
    const b = await openHost(t, { bootstrap: a.addresses })
    const consensus = hear(b, 'consensus')
    const transactions = hear(b, 'transactions')
    const stem = hear(b, 'stem')
    await untilMeshed(a, b)
    a.consensus.broadcast(vote(1))
    a.consensus.broadcast(status(2))
    a.consensus.send(b.peerId, status(3))
    a.transactions.broadcast(Uint8Array.of(4))
    a.transactions.send(b.peerId, Uint8Array.of(5))
    a.stem.send(b.peerId, Uint8Array.of(6))
    await until(
      'all has arrived',
      () => consensus.length === 3 && transactions.length === 2 && stem.length === 1,
    )
    const from = a.peerId
    const sorted = consensus.toSorted((x, y) => x.bytes.at(-1)! - y.bytes.at(-1)!)
    assert.deepEqual(
      sorted,
      [vote(1), status(2), status(3)].map((bytes) => ({ from, bytes: [...bytes] })),
    )
    assert.deepEqual(transactions.map(({ bytes }) => bytes[0]).toSorted(), [4, 5])
    assert.deepEqual(stem, [{ from, bytes: [6] }])
  })

  test('hear what is said again at once, over direct streams', async (t) => {
    const a = await openHost(t)
    const b = await openHost(t, { bootstrap: a.addresses })
    const heard = hear(b, 'consensus')
    await untilMeshed(a, b)
    a.consensus.broadcast(vote(1))
    a.consensus.broadcast(vote(1))
    await until('both have arrived', () => heard.length === 2)
  })

  test('exchange messages of megabytes', async (t) => {
    const a = await openHost(t)
    const b = await openHost(t, { bootstrap: a.addresses })
    const heard = hear(b, 'consensus')
    await untilMeshed(a, b)
    const block = (type: number, length: number) => {
      const bytes = new Uint8Array(length)
      bytes[0] = type
      return bytes
    }
    a.consensus.send(b.peerId, block(4, 5 << 20))
    // As much as gossip carries, and more than that.
    a.consensus.broadcast(block(1, 3 << 20))
    a.consensus.broadcast(block(1, 5 << 20))
    await until('all have arrived', () => heard.length === 3)
    const lengths = heard.map(({ bytes }) => bytes.length).toSorted()
    assert.deepEqual(lengths, [3 << 20, 5 << 20, 5 << 20])
  })

  test('say what nobody was there for as soon as somebody is', async (t) => {
    const a = await openHost(t)
    a.consensus.broadcast(vote(9))
    await until('nobody heard it', () => a.measure!().unheard === 1)
    const b = await openHost(t, { bootstrap: a.addresses })
    const heard = hear(b, 'consensus')
    await until('it has arrived', () => heard.length === 1)
    assert.deepEqual(heard[0], { from: a.peerId, bytes: [0, 9] })
  })
})

test('a line of four passes on what is accepted, and nothing else', async (t) => {
  // maxOutbound 0: nobody connects to those it hears of.
  const alone = { maxOutbound: 0 }
  const a = await openHost(t, alone)
  const b = await openHost(t, { ...alone, persistent: a.addresses })
  const c = await openHost(t, { ...alone, persistent: b.addresses })
  const d = await openHost(t, { ...alone, persistent: c.addresses })
  const heard: number[][] = [b, c, d].map((host) => {
    const own: number[] = []
    host.transactions.onMessage((_, bytes, judge) => {
      own.push(bytes[0]!)
      judge(bytes[0] === 1 ? 'accept' : 'ignore')
    })
    return own
  })
  await untilMeshed(a, b, c, d)
  a.transactions.broadcast(Uint8Array.of(2))
  a.transactions.broadcast(Uint8Array.of(1))
  await until('the end of the line has heard it', () => heard[2]!.length > 0)
  assert.deepEqual(heard, [[2, 1], [1], [1]])
  assert.deepEqual(a.consensus.peers, [b.peerId])
})

test('votes, proposals, also in brief, and evidence go on; the rest of consensus ends at the neighbours', async (t) => {
  const alone = { maxOutbound: 0 }
  const a = await openHost(t, alone)
  const b = await openHost(t, { ...alone, persistent: a.addresses })
  const c = await openHost(t, { ...alone, persistent: b.addresses })
  const [near, far] = [hear(b, 'consensus'), hear(c, 'consensus')]
  await untilMeshed(a, b, c)
  const [VOTE, PROPOSAL, STATUS, BRIEF_PROPOSAL, BRIEF_CERTIFIED, EVIDENCE] = [0, 1, 2, 5, 6, 7]
  for (const type of [STATUS, BRIEF_CERTIFIED, VOTE, PROPOSAL, BRIEF_PROPOSAL, EVIDENCE])
    a.consensus.broadcast(Uint8Array.of(type, 1))
  await until('all that goes on has arrived', () => near.length === 6 && far.length === 4)
  assert.deepEqual(far.map(({ bytes }) => bytes[0]).toSorted(), [VOTE, PROPOSAL, BRIEF_PROPOSAL, EVIDENCE])
})

test('hosts connect over WebSockets as well', async (t) => {
  const a = await openHost(t, { listen: ['/ip4/127.0.0.1/tcp/0/ws'] })
  const b = await openHost(t, { bootstrap: a.addresses })
  const heard = hear(a, 'stem')
  await until('they are neighbours', () => b.stem.peers.length === 1)
  assert.match(b.connections[0]!.address, /\/ws\//)
  b.stem.send(a.peerId, new Uint8Array(300_000))
  await until('it has arrived', () => heard[0]?.bytes.length === 300_000)
})

test('hosts of different chains do not connect', async (t) => {
  const a = await openHost(t)
  const b = await openHost(t, { bootstrap: a.addresses }, { chainId: new Uint8Array(32).fill(9) })
  await until('b has failed to connect', () =>
    b.logger.lines.some((line) => line.includes('cannot be reached')),
  )
  assert.deepEqual([a.connections, b.connections], [[], []])
})
