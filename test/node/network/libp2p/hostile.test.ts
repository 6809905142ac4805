import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { createAdjustableClock, createManualClock } from '../../../../src/node/clock.ts'
import { frameOf } from '../../../../src/node/network/libp2p/frames.ts'
import { concat, le32 } from '../../../../src/protocol/bytes.ts'
import {
  type Attacker,
  emptyPackets,
  hello,
  NAMES,
  openAttacker,
  rawOf,
  sendFrames,
  yamuxFrame,
} from './attacker.ts'
import { type Host, openHost, until, untilMeshed } from './hosts.ts'

/** Counts loopback like any other network. */
const STRICT = { freeLocal: false }

function isNeighbour(host: Host, { libp2p }: Attacker): boolean {
  return host.consensus.peers.includes(libp2p.peerId.toString())
}

async function untilGone(host: Host, { libp2p }: Attacker): Promise<void> {
  await until('the attacker has no connection', () => libp2p.getConnections().length === 0)
  await until('it is no neighbour', () => !host.consensus.peers.includes(libp2p.peerId.toString()))
}

function offences({ logger }: Host): string[] {
  return logger.lines.flatMap((line) => /"offence":"(\w+)"/.exec(line)?.[1] ?? [])
}

describe('a peer that', () => {
  test('says a hello of another chain is let go, and not punished', async (t) => {
    const host = await openHost(t)
    const attacker = await openAttacker(t)
    const connection = await attacker.connect(host, false)
    const stream = await attacker.open(connection, NAMES.hello)
    stream.send(frameOf(hello(new Uint8Array(32))))
    await untilGone(host, attacker)
    await attacker.connect(host)
    assert.equal(host.measure!().bans, 0)
  })

  test('says nothing is let go in time', async (t) => {
    const clock = createAdjustableClock()
    const host = await openHost(t, {}, { clock })
    const attacker = await openAttacker(t)
    await attacker.connect(host, false)
    assert.equal(isNeighbour(host, attacker), false)
    // Small steps: whoever has slept long first gives others time.
    for (let second = 0; second < 30; second++) {
      clock.advance(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    await untilGone(host, attacker)
  })

  test('sends frames too long is banned, and comes back under no name from there', async (t) => {
    const host = await openHost(t, STRICT)
    const attacker = await openAttacker(t)
    for (let time = 0; time < 3; time++) {
      const connection = await attacker.connect(host)
      const stream = await attacker.open(connection, NAMES.direct('transactions'))
      stream.send(le32(0xffff_ffff))
      if (time < 2) {
        await until('the stream is over', () => stream.status !== 'open')
        await connection.close()
      }
    }
    await untilGone(host, attacker)
    await assert.rejects(attacker.connect(host))
    const other = await openAttacker(t)
    await assert.rejects(other.connect(host))
    const elsewhere = await openAttacker(t, '127.9.9.9')
    await elsewhere.connect(host)
    assert.equal(host.measure!().bans, 2)
  })

  test('sends bytes that are no packets hurts nobody', async (t) => {
    const host = await openHost(t)
    const good = await openHost(t, { bootstrap: host.addresses })
    const attacker = await openAttacker(t)
    const connection = await attacker.connect(host)
    const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
    const protocols = [
      NAMES.direct('stem'),
      NAMES.ask('blocks'),
      '/meshsub/1.2.0',
      `/${NAMES.prefix}/id/1.0.0`,
    ]
    for (const protocol of protocols) {
      for (const length of [1, 10, 1_000, 60_000]) {
        const stream = await attacker.open(connection, protocol).catch(() => undefined)
        try {
          stream?.send(random(length))
        } catch {
          // it was reset in the meantime
        }
      }
    }
    const heard: Uint8Array[] = []
    host.stem.onMessage((_, bytes) => heard.push(bytes))
    await until('the other is a neighbour', () => good.stem.peers.length > 0)
    good.stem.send(host.peerId, Uint8Array.of(7))
    await until('the good one is heard', () => heard.some((bytes) => bytes.length === 1 && bytes[0] === 7))
  })

  test('floods is not listened to, and banned', async (t) => {
    const host = await openHost(t)
    let heard = 0
    host.transactions.onMessage(() => {
      heard += 1
    })
    const attacker = await openAttacker(t)
    const connection = await attacker.connect(host)
    const stream = await attacker.open(connection, NAMES.direct('transactions'))
    const flood = new Uint8Array(5 * 10_000)
    for (let at = 0; at < flood.length; at += 5) flood.set(frameOf(Uint8Array.of(1)), at)
    stream.send(flood)
    await untilGone(host, attacker)
    assert.ok(heard < 6_000, `${heard} were heard`)
    assert.ok(host.measure!().flooded > 0)
    await assert.rejects(attacker.connect(host))
  })

  test('says nothing, again and again, is banned, and what others say is heard', async (t) => {
    const host = await openHost(t)
    const honest = await openHost(t, { bootstrap: host.addresses })
    const crowd = await Promise.all(Array.from({ length: 8 }, () => openAttacker(t)))
    const streams = await Promise.all(
      crowd.map(async (attacker) => attacker.open(await attacker.connect(host), '/meshsub/1.2.0')),
    )
    let heard = 0
    host.consensus.onMessage((from) => {
      if (from === honest.peerId) heard += 1
    })
    await untilMeshed(host, honest)
    for (const stream of streams) stream.send(emptyPackets(8_000))
    honest.consensus.broadcast(Uint8Array.of(0, 1))
    await until('the honest one is heard', () => heard === 1)
    await until('all others are gone', () => host.consensus.peers.length === 1)
    assert.deepEqual(host.consensus.peers, [honest.peerId])
    assert.equal(host.measure!().bans, crowd.length)
  })

  test('has not said hello is not listened to', async (t) => {
    const host = await openHost(t)
    const attacker = await openAttacker(t)
    const heard: number[] = []
    host.consensus.onMessage((_, bytes) => heard.push(bytes[1]!))
    await attacker.connect(host, false)
    const { gossip } = attacker.libp2p.services
    const votes = NAMES.topics.votes
    await until('it knows the topics', () => gossip.getSubscribers(votes).length === 1)
    await gossip.publish(votes, Uint8Array.of(0, 1))
    await attacker.connect(host)
    await gossip.publish(votes, Uint8Array.of(0, 2))
    await until('it is heard', () => heard.length > 0)
    assert.deepEqual(heard, [2])
  })

  test('takes nothing costs a bounded amount of memory, and is let go', async (t) => {
    const clock = createAdjustableClock()
    const host = await openHost(t, {}, { clock })
    const attacker = await openAttacker(t)
    const paused = Promise.withResolvers<void>()
    await attacker.libp2p.handle(NAMES.direct('consensus'), (stream) => {
      stream.pause()
      paused.resolve()
    })
    await attacker.connect(host)
    await until('it is a neighbour', () => isNeighbour(host, attacker))
    const message = new Uint8Array(1 << 20).fill(4)
    for (let sent = 0; sent < 200; sent++) host.consensus.send(attacker.libp2p.peerId.toString(), message)
    await paused.promise
    // Sixteen megabytes wait.
    assert.ok(host.measure!().shed >= 180, `${host.measure!().shed} of 200 were dropped`)
    await until('the rest is dropped', () => {
      clock.advance(5_000)
      return host.measure!().shed >= 195
    })
  })

  test('hangs up before it is judged is banned all the same, whatever its names are', async (t) => {
    const host = await openHost(t, STRICT)
    for (let name = 0; name < 4; name++) {
      const attacker = await openAttacker(t)
      const connection = await attacker.connect(host)
      await connection.close()
      await untilGone(host, attacker)
      for (let message = 0; message < 3; message++)
        host.misbehaved!(attacker.libp2p.peerId.toString(), 'invalid', 'a false proof')
    }
    const here = await openAttacker(t)
    await assert.rejects(here.connect(host))
    await (await openAttacker(t, '127.9.9.9')).connect(host)
    assert.equal(host.measure!().bans, 1)
  })

  test('comes back under another name goes on with what was left to it', async (t) => {
    const host = await openHost(t, STRICT, { clock: createManualClock() })
    let heard = 0
    host.transactions.onMessage(() => {
      heard += 1
    })
    for (let name = 1; name <= 2; name++) {
      const attacker = await openAttacker(t)
      const connection = await attacker.connect(host)
      const stream = await attacker.open(connection, NAMES.direct('transactions'))
      stream.send(concat(...Array.from({ length: 2_100 }, () => frameOf(Uint8Array.of(1)))))
      await until('all are read', () => heard + host.measure!().flooded === 2_100 * name)
      await connection.close()
      await untilGone(host, attacker)
    }
    assert.equal(heard, 4_096)
  })

  test('passes on what is refused, again and again, is banned', async (t) => {
    const host = await openHost(t)
    const bad = await openHost(t, { bootstrap: host.addresses })
    host.transactions.onMessage((_, __, judge) => judge('reject'))
    await until('both are in the mesh', () => bad.measure!().mesh.transactions === 1)
    await until('both are in the mesh', () => host.measure!().mesh.transactions === 1)
    for (let message = 0; message < 4; message++) bad.transactions.broadcast(Uint8Array.of(message))
    await until('it is banned', () => host.measure!().bans === 1 && host.consensus.peers.length === 0)
  })

  test('sends on a topic what is too long for it, or none of it, is banned', async (t) => {
    const host = await openHost(t)
    const attacker = await openAttacker(t)
    let heard = 0
    host.consensus.onMessage(() => {
      heard += 1
    })
    await attacker.connect(host)
    const { gossip } = attacker.libp2p.services
    await until('it knows the topics', () => gossip.getSubscribers(NAMES.topics.votes).length === 1)
    gossip.subscribe(NAMES.topics.votes)
    const proposal = Uint8Array.of(1, 2, 3)
    const long = [1, 2].map((byte) => new Uint8Array(2_000).fill(byte, 1))
    for (const bytes of [proposal, ...long]) await gossip.publish(NAMES.topics.votes, bytes)
    await untilGone(host, attacker)
    assert.equal(heard, 0)
    await assert.rejects(attacker.connect(host))
  })
})

describe('below all protocols, a connection', () => {
  const [DATA, WINDOW, PING] = [0, 1, 2]
  const [SYN, RST] = [1, 8]
  /** Bytes of this process beyond those before: what waits for one that reads nothing is not among them. */
  const MOST = 96 << 20
  const ATTACKS = {
    'that pings without pause': (index: number) => [yamuxFrame(PING, SYN, 0, index)],
    'that opens streams and resets them': (index: number) => [
      yamuxFrame(WINDOW, SYN, 101 + 2 * index, 0),
      yamuxFrame(WINDOW, RST, 101 + 2 * index, 0),
    ],
    'that opens more streams than there may be': (index: number) => [
      yamuxFrame(WINDOW, SYN, 101 + 2 * index, 0),
    ],
    'that sends empty frames to streams that are not there': (index: number) => [
      yamuxFrame(DATA, 0, 101 + 2 * index, 0),
    ],
  }
  for (const [attack, frames] of Object.entries(ATTACKS)) {
    for (const deaf of [false, true]) {
      test(`${attack}${deaf ? ', and reads nothing,' : ''} is cut before it costs memory`, async (t) => {
        const host = await openHost(t)
        const attacker = await openAttacker(t)
        const connection = await attacker.connect(host)
        await until('it is a neighbour', () => isNeighbour(host, attacker))
        const raw = rawOf(connection)
        if (deaf) raw.pause()
        const { rss } = process.memoryUsage()
        await sendFrames(raw, 600_000, frames)
        // Whoever reads nothing does not hear that it is over either.
        await until('it is no neighbour', () => !isNeighbour(host, attacker))
        const more = process.memoryUsage().rss - rss
        assert.ok(more < MOST, `${more >> 20} MiB more`)
        assert.ok(offences(host).includes('flood'))
      })
    }
  }

  test('with a frame longer than any window is cut before the frame has come', async (t) => {
    const host = await openHost(t)
    const attacker = await openAttacker(t)
    const raw = rawOf(await attacker.connect(host))
    raw.send(yamuxFrame(DATA, SYN, 101, 0xffff_ffff))
    await untilGone(host, attacker)
    assert.ok(offences(host).includes('oversize'))
  })

  test('that was cut for it again and again is banned', async (t) => {
    const host = await openHost(t, STRICT)
    const attacker = await openAttacker(t)
    for (let time = 0; time < 3; time++) {
      rawOf(await attacker.connect(host)).send(yamuxFrame(DATA, SYN, 101, 0xffff_ffff))
      await untilGone(host, attacker)
    }
    await assert.rejects(attacker.connect(host))
    assert.equal(host.measure!().bans, 2)
  })
})

test('a connection over which gossip has died is ended, so that a new one can be made', async (t) => {
  const clock = createAdjustableClock()
  const host = await openHost(t, {}, { clock })
  const odd = await openAttacker(t)
  const connection = await odd.connect(host)
  const { gossip } = odd.libp2p.services
  await until('gossip runs', () => gossip.getSubscribers(NAMES.topics.votes).length === 1)
  await odd.libp2p.unhandle('/meshsub/1.2.0')
  for (const stream of connection.streams) {
    if (stream.protocol.startsWith('/meshsub/')) stream.abort(new Error('a reset'))
  }
  await until('the connection is over', () => {
    clock.advance(1_000)
    return odd.libp2p.getConnections().length === 0
  })
  assert.equal(host.measure!().deadGossip, 1)
})

test('a hundred from one range do not crowd out others', async (t) => {
  const host = await openHost(t, STRICT)
  const crowd = await Promise.all(
    Array.from({ length: 100 }, (_, index) => openAttacker(t, `127.3.3.${index + 1}`)),
  )
  const outcomes = await Promise.all(
    crowd.map((attacker) =>
      attacker.connect(host).then(
        () => 'in',
        () => 'out',
      ),
    ),
  )
  assert.ok(outcomes.filter((outcome) => outcome === 'in').length <= 4)
  const honest = await Promise.all(
    ['127.4.4.4', '127.5.5.5', '127.6.6.6'].map((from) => openAttacker(t, from)),
  )
  for (const one of honest) {
    await one.connect(host)
    await until('it is a neighbour', () => isNeighbour(host, one))
  }
  assert.ok(host.connections.length <= 7)
})

test('when all places are taken, room is made for whoever comes from elsewhere', async (t) => {
  const host = await openHost(t, { ...STRICT, maxInbound: 14, maxInboundWide: 12, maxInboundNarrow: 12 })
  for (let one = 0; one < 12; one++) {
    const attacker = await openAttacker(t, `127.7.7.${one + 1}`)
    await attacker.connect(host)
  }
  for (const from of ['127.11.1.1', '127.12.1.1', '127.13.1.1', '127.14.1.1']) {
    await (await openAttacker(t, from)).connect(host)
  }
  await until('those in excess are gone', () => host.connections.length === 14)
  const froms = host.connections.map(({ address }) => address.split('/')[2]!.split('.')[1])
  assert.equal(froms.filter((from) => from === '7').length, 10)
})
