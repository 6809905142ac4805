/** Public transactions: which batches go on, and what becomes of what is in them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodeBatch, encodeBatch } from '../../../src/node/relay/batch.ts'
import { RELAY_PARAMS } from '../../../src/node/relay/params.ts'
import { createRelayWorld, type RelayWorldOptions } from '../../support/relay/relay-world.ts'
import { toyTransaction } from '../../support/relay/toy-pool.ts'

/** near — middle — far: what far hears it hears by middle. */
function inLine(options: RelayWorldOptions = {}) {
  const world = createRelayWorld({ stem: false, params: { flush: 0 }, ...options })
  const [middle, far] = ['middle', 'far'].map((id) => world.start(id)) as [
    ReturnType<typeof world.start>,
    ReturnType<typeof world.start>,
  ]
  world.network.join('near')
  world.network.connect('near', 'middle')
  world.network.connect('middle', 'far')
  const say = async (transactions: readonly Uint8Array[], bytes = encodeBatch(transactions)) => {
    world.network.say({ kind: 'public', from: 'near', to: 'middle', bytes })
    await world.clock.pass(500)
  }
  /** What middle sent to far, message by message. */
  const passedOn = () => world.carried.filter(({ to }) => to === 'far').map(({ bytes }) => decodeBatch(bytes))
  return { ...world, middle, far, say, passedOn }
}

describe('a batch that is heard', () => {
  test('goes on as it is when all of it is new, and is not said a second time', async () => {
    const { say, passedOn, network, middle, far } = inLine()
    const batch = [1, 2, 3].map(() => toyTransaction())
    await say(batch)
    assert.deepEqual(passedOn(), [batch])
    assert.deepEqual([middle.pool.size, far.pool.size], [3, 3])
    assert.deepEqual(
      network.verdicts.map(([who, , verdict]) => [who, verdict]),
      [
        ['middle', 'accept'],
        ['far', 'accept'],
      ],
    )
  })

  test('soon after another waits for what else comes, until it is time or there is enough', async () => {
    const { network, clock, middle } = inLine()
    const hear = async (count: number) => {
      const bytes = encodeBatch(Array.from({ length: count }, () => toyTransaction()))
      network.say({ kind: 'public', from: 'near', to: 'middle', bytes })
      await clock.pass(20)
    }
    await hear(1)
    assert.equal(middle.pool.size, 1)
    await hear(1)
    await hear(1)
    assert.equal(middle.pool.size, 1)
    await clock.pass(RELAY_PARAMS.main.gather)
    assert.equal(middle.pool.size, 3)
    await hear(64)
    assert.equal(middle.pool.size, 67)
  })

  test('is rejected for one transaction that is false; what is new beside it goes on without it', async () => {
    const { say, passedOn, network, middle, far } = inLine()
    const [good, forged] = [toyTransaction(), toyTransaction({ forged: true })]
    await say([forged, good])
    assert.deepEqual(network.verdicts[0], ['middle', 'near', 'reject'])
    assert.deepEqual(middle.reports, ['near: an invalid transaction: forged'])
    assert.deepEqual(passedOn(), [[good]])
    assert.deepEqual([far.pool.has(good), far.reports], [true, []])
  })

  test('is rejected when it cannot be decoded, or is longer than any', async () => {
    const { say, network, middle } = inLine()
    await say([], Uint8Array.of(0, 0, 0, 0, 9, 9))
    await say([], new Uint8Array(1 << 20))
    assert.deepEqual(
      network.verdicts.map(([, , verdict]) => verdict),
      ['reject', 'reject'],
    )
    assert.equal(middle.reports.length, 2)
  })

  test('is ignored when little of it is new: what is known does not go round again at no cost', async () => {
    const { say, passedOn, network, middle } = inLine()
    const known = [1, 2, 3].map(() => toyTransaction())
    await say(known)
    await say(known.toReversed())
    const fresh = toyTransaction()
    await say([...known, fresh])
    assert.deepEqual(
      network.verdicts.filter(([who]) => who === 'middle').map(([, , verdict]) => verdict),
      ['accept', 'ignore', 'ignore'],
    )
    assert.deepEqual(passedOn(), [known, [fresh]])
    assert.deepEqual(middle.reports, [])
  })

  test('is ignored for what is spent otherwise here; nobody is blamed for that', async () => {
    const { say, passedOn, network, middle } = inLine()
    const first = toyTransaction()
    await say([first])
    const [rival, fresh] = [toyTransaction({ like: first, forged: true }), toyTransaction()]
    await say([rival, fresh])
    assert.deepEqual(network.verdicts.filter(([who]) => who === 'middle').at(-1), [
      'middle',
      'near',
      'ignore',
    ])
    assert.deepEqual([middle.reports, passedOn()], [[], [[first], [fresh]]])
  })

  test('beside another with the same in it is no reason to say it twice', async () => {
    const { say, network, passedOn, far, clock } = inLine({ checking: 30 })
    const [fresh, lost] = [toyTransaction(), toyTransaction({ toCome: true })]
    const again = encodeBatch([fresh, toyTransaction({ toCome: true })])
    network.say({ kind: 'public', from: 'near', to: 'middle', bytes: again })
    await say([fresh, lost])
    await clock.pass(500)
    assert.deepEqual([passedOn(), far.reports], [[[fresh]], []])
  })

  test('with coins of a block that is not there yet waits for it, and goes on then', async () => {
    const { say, passedOn, middle, clock } = inLine()
    const [early, later] = [toyTransaction({ toCome: true }), toyTransaction({ toCome: true, forged: true })]
    await say([early, later])
    assert.deepEqual([middle.pool.size, passedOn(), middle.reports], [0, [], []])
    middle.pool.commit([])
    await clock.pass(500)
    assert.deepEqual([middle.pool.has(early), middle.pool.size, passedOn()], [true, 1, [[early]]])
  })

  test('is not read when too much of that neighbour waits; others are heard', async () => {
    const { network, clock, middle } = inLine({ checking: 1_000, limits: { peerBatches: 2 } })
    network.join('other')
    network.connect('other', 'middle')
    const batches = Array.from({ length: 5 }, () => encodeBatch([toyTransaction()]))
    for (const bytes of batches) network.say({ kind: 'public', from: 'near', to: 'middle', bytes })
    const one = toyTransaction()
    network.say({ kind: 'public', from: 'other', to: 'middle', bytes: encodeBatch([one]) })
    await clock.pass(5_000)
    assert.deepEqual([middle.pool.size, middle.pool.has(one)], [3, true])
    const verdicts = network.verdicts.filter(([who]) => who === 'middle').map(([, , verdict]) => verdict)
    assert.deepEqual(verdicts.toSorted(), [...Array(3).fill('accept'), ...Array(3).fill('ignore')])
  })
})

describe('what a node hands in without a stem', () => {
  test('is in its pool at once, and several go in one message', async () => {
    const { middle, passedOn, clock } = inLine()
    const own = [1, 2, 3].map(() => toyTransaction())
    for (const bytes of own) assert.equal((await middle.relay.submit(bytes)).accepted, true)
    assert.equal(middle.pool.size, 3)
    await clock.pass(100)
    assert.deepEqual(passedOn(), [own])
  })

  test('is told to others at a moment of a Poisson process', async () => {
    const { middle, passedOn, clock } = inLine({ params: { flush: 2_000 } })
    const own = toyTransaction()
    await middle.relay.submit(own)
    await clock.pass(40)
    assert.deepEqual([middle.pool.has(own), passedOn()], [true, []])
    await clock.pass(16_050)
    assert.deepEqual(passedOn(), [[own]])
  })

  test('is refused with what speaks against it', async () => {
    const { middle, passedOn, clock } = inLine()
    const bytes = toyTransaction()
    await middle.relay.submit(bytes)
    for (const bad of [toyTransaction({ forged: true }), toyTransaction({ like: bytes })]) {
      assert.equal((await middle.relay.submit(bad)).accepted, false)
    }
    await clock.pass(100)
    assert.deepEqual(passedOn(), [[bytes]])
  })

  test('is said again while no block takes it, in another message', async () => {
    const { middle, far, carried, clock } = inLine()
    const own = toyTransaction()
    await middle.relay.submit(own)
    await clock.pass(100)
    for (let height = 1; height <= 16; height++) middle.pool.commit([])
    await clock.pass(100)
    const said = carried.filter(({ to }) => to === 'far').map(({ bytes }) => bytes)
    assert.deepEqual(said.map(decodeBatch), [[own], [own], [own]])
    assert.equal(new Set(said.map(String)).size, 3)
    assert.deepEqual(far.reports, [])
  })
})
