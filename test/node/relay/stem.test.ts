/** The stem: where a transaction goes before it is public, and that it becomes so whatever happens on the way. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { digestOf } from '../../../src/node/mempool/digest.ts'
import { decodeBatch, encodeBatch } from '../../../src/node/relay/batch.ts'
import type { RelayParams } from '../../../src/node/relay/params.ts'
import { RELAY_PARAMS } from '../../../src/node/relay/params.ts'
import { createRelayWorld, type RelayWorldOptions } from '../../support/relay/relay-world.ts'
import { toyTransaction } from '../../support/relay/toy-pool.ts'

const { embargo, epoch, epochSpread, collect } = RELAY_PARAMS.main
/** No embargo and no wait for publication lasts longer. */
const EVER = 8 * embargo + 8 * RELAY_PARAMS.main.flush + 1_000
const STEM: Partial<RelayParams> = { diffusing: 0 }

/**
 * A node in the middle: `in-1` … connected to it, it connected to `out-1` …; these are ends of the test's that hear what
 * arrives and do nothing.
 */
function inMiddle(options: RelayWorldOptions = {}, ins = 3, outs = 3) {
  const world = createRelayWorld({ params: STEM, ...options })
  const node = world.start('node')
  const names = (kind: string, count: number) => Array.from({ length: count }, (_, at) => `${kind}-${at + 1}`)
  for (const peer of names('in', ins)) {
    world.network.join(peer)
    world.network.connect(peer, 'node')
  }
  for (const peer of names('out', outs)) {
    world.network.join(peer)
    world.network.connect('node', peer)
  }
  const send = async (
    from: string,
    transactions: readonly Uint8Array[],
    kind: 'stem' | 'public' = 'stem',
  ) => {
    world.network.say({ kind, from, to: 'node', bytes: encodeBatch(transactions) })
    await world.clock.pass(collect + 100)
  }
  /** What came from the node since this was asked for the last time: way, receiver, transaction. */
  let seen = 0
  const left = () => {
    const fresh = world.carried.slice(seen)
    seen = world.carried.length
    return fresh.flatMap(({ kind, from, to, bytes }) =>
      from === 'node' ? decodeBatch(bytes).map((transaction) => ({ kind, to, transaction })) : [],
    )
  }
  return { ...world, node, send, left }
}

/** In every epoch some way leads there: whom a node sends to, epoch after epoch. */
async function relaysOf(
  from: 'own' | string,
  options: RelayWorldOptions,
  epochs: number,
): Promise<string[][]> {
  const { node, send, left, clock } = inMiddle(options)
  const relays: string[][] = []
  for (let count = 0; count < epochs; count++) {
    for (const transaction of [toyTransaction(), toyTransaction()]) {
      if (from === 'own') await node.relay.submit(transaction)
      else await send(from, [transaction])
      await clock.pass(collect + 100)
    }
    relays.push(left().flatMap(({ kind, to }) => (kind === 'stem' ? [to] : [])))
    await clock.pass(epoch + epochSpread)
    left()
  }
  return relays
}

describe("a node's own transaction", () => {
  test('goes to one neighbour, which the node connected to, and is in no pool', async () => {
    const { node, left, clock } = inMiddle()
    const own = toyTransaction()
    assert.equal((await node.relay.submit(own)).accepted, true)
    await clock.pass(collect + 100)
    const [first, ...others] = left()
    assert.deepEqual([first!.kind, first!.transaction, others], ['stem', own, []])
    assert.match(first!.to, /^out-/)
    assert.equal(node.pool.size, 0)
  })

  test('is sent once, however often it is handed in', async () => {
    const { node, left, clock } = inMiddle()
    const own = toyTransaction()
    const admissions = await Promise.all([1, 2, 3].map(() => node.relay.submit(own)))
    await clock.pass(collect + 100)
    admissions.push(await node.relay.submit(own))
    await clock.pass(collect + 100)
    assert.ok(admissions.every(({ accepted }) => accepted))
    assert.deepEqual([left().length, node.pool.checks], [1, 1])
  })

  test('leaves like one that came by: in the same message, to the same relay as for the whole epoch', async () => {
    for (let seed = 1; ; seed++) {
      const { node, send, left, carried, clock } = inMiddle({ seed })
      await node.relay.submit(toyTransaction())
      await send('in-1', [toyTransaction()])
      const ways = left().map(({ to }) => to)
      if (ways[0] !== ways[1]) continue
      await node.relay.submit(toyTransaction())
      await clock.pass(1)
      await node.relay.submit(toyTransaction())
      await send('in-1', [toyTransaction()])
      const messages = carried
        .filter(({ from }) => from === 'node')
        .map(({ bytes }) => decodeBatch(bytes).length)
      assert.deepEqual(new Set(left().map(({ to }) => to)), new Set(ways))
      assert.ok(messages.includes(2))
      return
    }
  })

  test('is refused with what speaks against it, here and nowhere else', async () => {
    const { node, left, clock } = inMiddle()
    const own = toyTransaction()
    await node.relay.submit(own)
    const codes = []
    for (const bad of [toyTransaction({ forged: true }), toyTransaction({ like: own }), new Uint8Array(9)]) {
      const admission = await node.relay.submit(bad)
      codes.push(admission.accepted ? 'accepted' : admission.error.code)
    }
    await clock.pass(collect + 100)
    assert.deepEqual(codes, ['invalid_signature', 'input_spent', 'invalid_shape'])
    assert.equal(left().length, 1)
  })

  test('goes straight to the pool where fewer than two neighbours can be its relay', async () => {
    const { node, left, clock } = inMiddle({ params: { ...STEM, flush: 0 } }, 3, 1)
    const own = toyTransaction()
    await node.relay.submit(own)
    assert.ok(node.pool.has(own))
    await clock.pass(collect + 100)
    assert.deepEqual(new Set(left().map(({ kind }) => kind)), new Set(['public']))
  })
})

describe('an epoch', () => {
  test('has two relays, and each way in leads to one of them', async () => {
    const { node, send, left, clock } = inMiddle({ params: { ...STEM, embargo: 1e9 } }, 8, 8)
    const round = async () => {
      const relays: string[] = []
      for (let peer = 1; peer <= 8; peer++) {
        await send(`in-${peer}`, [toyTransaction()])
        relays.push(left()[0]!.to)
      }
      await node.relay.submit(toyTransaction())
      await clock.pass(collect + 100)
      return [...relays, left()[0]!.to]
    }
    const relays = await round()
    assert.equal(new Set(relays).size, 2)
    assert.deepEqual([await round(), await round()], [relays, relays])
  })

  test('ends, and others are drawn', async () => {
    const relays = await relaysOf('own', {}, 12)
    for (const [first, second] of relays) assert.equal(first, second)
    assert.equal(new Set(relays.map(([first]) => first)).size, 3)
    assert.notDeepEqual(await relaysOf('own', { seed: 2 }, 12), relays)
  })

  test('of a node that diffuses ends the stem of others, not its own', async () => {
    const own = await relaysOf('own', { params: { diffusing: 1 } }, 3)
    const others = await relaysOf('in-1', { params: { diffusing: 1 } }, 3)
    assert.deepEqual([own.flat().length, others.flat().length], [6, 0])
    const some = (await relaysOf('in-1', { params: { diffusing: 0.5 } }, 40)).map(({ length }) => length)
    // both transactions of an epoch share its fate
    assert.deepEqual(new Set(some), new Set([0, 2]))
  })

  test('goes on with another relay when one leaves', async () => {
    const { node, left, clock, network } = inMiddle()
    await node.relay.submit(toyTransaction())
    await clock.pass(collect + 100)
    const { to } = left()[0]!
    network.disconnect('node', to)
    await node.relay.submit(toyTransaction())
    await clock.pass(collect + 100)
    const [next] = left()
    assert.ok(next!.kind === 'stem' && next!.to !== to)
  })
})

describe('what comes by the stem', () => {
  test('is checked, and only passed on when it is valid', async () => {
    const { node, send, left } = inMiddle()
    await send('in-1', [toyTransaction({ forged: true }), new Uint8Array(7)])
    assert.deepEqual(left(), [])
    assert.deepEqual(node.reports.length, 2)
    await send('in-2', [toyTransaction({ toCome: true })])
    assert.deepEqual([left(), node.reports.length], [[], 2])
  })

  test('is not sent back to where it came from', async () => {
    for (let seed = 1; seed <= 8; seed++) {
      const { send, left } = inMiddle({ seed }, 0, 2)
      for (const [from, to] of [
        ['out-1', 'out-2'],
        ['out-2', 'out-1'],
      ] as const) {
        await send(from, [toyTransaction()])
        assert.deepEqual(
          left().map((one) => one.to),
          [to],
        )
      }
    }
  })

  test('has room for so much of each neighbour', async () => {
    const { node, send, left } = inMiddle({ limits: { stemPeerTransactions: 2 } })
    await send(
      'in-1',
      [1, 2, 3].map(() => toyTransaction()),
    )
    assert.equal(left().length, 2)
    await send('in-2', [toyTransaction()])
    assert.equal(left().length, 1)
    assert.deepEqual(node.reports, [])
  })

  test('becomes public by this node when a relay swallows it, and only then', async () => {
    const { node, send, left, clock } = inMiddle()
    const transaction = toyTransaction()
    await send('in-1', [transaction])
    assert.deepEqual([left().length, node.pool.size], [1, 0])
    const waiting = { transactions: 1, bytes: transaction.length, passedOn: 1, ended: 0, overdue: 0 }
    assert.deepEqual(node.relay.measures, waiting)
    await clock.pass(EVER)
    assert.deepEqual(node.relay.measures, { ...waiting, transactions: 0, bytes: 0, overdue: 1 })
    assert.ok(node.pool.has(transaction))
    const said = left()
    assert.deepEqual(new Set(said.map(({ kind }) => kind)), new Set(['public']))
    assert.equal(said.length, 6)
  })

  test('is let go of when it is heard in public, or a block has it', async () => {
    const { node, send, left, clock } = inMiddle()
    const [heard, inBlock] = [toyTransaction(), toyTransaction()]
    await send('in-1', [heard, inBlock])
    left()
    await send('in-2', [heard], 'public')
    node.pool.commit([inBlock])
    left()
    await clock.pass(EVER)
    assert.deepEqual(left(), [])
    assert.deepEqual([node.pool.has(heard), node.pool.has(inBlock)], [true, false])
  })

  test('gives way to what is public and spends the same, and is never heard of again', async () => {
    const { node, send, left, clock } = inMiddle()
    const hidden = toyTransaction()
    const rival = toyTransaction({ like: hidden })
    await send('in-1', [hidden])
    left()
    await send('in-2', [rival], 'public')
    assert.ok(node.pool.has(rival))
    assert.deepEqual(
      new Set(left().map(({ transaction }) => digestOf(transaction))),
      new Set([digestOf(rival)]),
    )
    await clock.pass(EVER)
    assert.deepEqual(left(), [])
    assert.deepEqual([node.pool.has(hidden), node.reports], [false, []])
  })

  test('is forgotten when the node ends', async () => {
    const { node, send, left, clock } = inMiddle()
    await send('in-1', [toyTransaction()])
    left()
    node.stop()
    await clock.pass(EVER)
    assert.deepEqual(left(), [])
  })
})

describe('who asks whether a transaction is on its way through a node', () => {
  const hidden = toyTransaction()
  const rivals = [1, 2].map(() => toyTransaction({ like: hidden })) as [Uint8Array, Uint8Array]

  /** What the neighbours `in-2` and all of `out` see, message by message with its time, from the probe on. */
  async function seen(isThere: boolean, probe: (ask: ReturnType<typeof inMiddle>) => Promise<unknown>) {
    // A check takes time: one that is left out would show.
    const world = inMiddle({ params: { ...STEM, embargo: 1e9 }, checking: 30 })
    const { network, clock, carried } = world
    // Both worlds draw the same numbers up to the probe.
    await world.send('in-1', [isThere ? hidden : toyTransaction()])
    const before = carried.length
    const asked = clock.now()
    const answers = await probe(world)
    await clock.pass(1_000)
    const messages = carried
      .slice(before)
      .map(({ kind, from, to, bytes, at }) => [at - asked, kind, from, to, ...decodeBatch(bytes)])
    return { messages, verdicts: network.verdicts, answers, reports: world.node.reports }
  }

  for (const [name, probe] of [
    ['by the stem, with itself', ({ send }) => send('in-2', [hidden])],
    ['by the stem, with one that spends the same', ({ send }) => send('in-2', rivals)],
    ['in public, with itself', ({ send }) => send('in-2', [hidden], 'public')],
    ['in public, with one that spends the same', ({ send }) => send('in-2', [rivals[0]], 'public')],
    ['through the API, with itself', ({ node, clock }) => answerOf(node, clock, hidden)],
    ['through the API, with one that spends the same', ({ node, clock }) => answerOf(node, clock, rivals[0])],
  ] as [string, (world: ReturnType<typeof inMiddle>) => Promise<unknown>][]) {
    test(`learns nothing ${name}`, async () => {
      const without = await seen(false, probe)
      assert.ok(without.messages.length > 0, 'the probe does something')
      assert.deepEqual(await seen(true, probe), without)
    })
  }

  async function answerOf(
    { relay }: ReturnType<typeof inMiddle>['node'],
    clock: ReturnType<typeof inMiddle>['clock'],
    transaction: Uint8Array,
  ) {
    const answer = relay.submit(transaction)
    await clock.pass(200)
    return answer
  }
})

test('a stem that runs in a circle ends, and what went round becomes public', async () => {
  for (let seed = 1; ; seed++) {
    const world = createRelayWorld({ seed, params: STEM })
    const ids = [0, 1, 2, 3, 4].map((at) => `node-${at}`)
    const nodes = ids.map((id) => world.start(id))
    for (const at of ids.keys()) {
      for (const step of [1, 2]) world.network.connect(ids[at]!, ids[(at + step) % ids.length]!)
    }
    const transaction = toyTransaction()
    await nodes[0]!.relay.submit(transaction)
    await world.clock.pass(2_000)
    const hops = () => world.carried.filter(({ kind }) => kind === 'stem')
    const ended = hops().length
    if (!hops().some(({ to }) => to === ids[0])) continue
    // what came by each of the ten edges, and what was handed in, goes on once
    assert.ok(ended <= 11, `${ended} hops`)
    await world.clock.pass(EVER)
    assert.equal(hops().length, ended)
    assert.ok(nodes.every(({ pool }) => pool.has(transaction)))
    assert.deepEqual(
      nodes.flatMap(({ reports }) => reports),
      [],
    )
    return
  }
})
