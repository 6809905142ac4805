/** A node whose neighbours are not there yet, or not there any more, and which has something of its own to say. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decodeBatch } from '../../../src/node/relay/batch.ts'
import { RELAY_PARAMS } from '../../../src/node/relay/params.ts'
import { createRelayWorld } from '../../support/relay/relay-world.ts'
import { toyTransaction } from '../../support/relay/toy-pool.ts'

const { relayWait, flush, embargo } = RELAY_PARAMS.main
/** Time for what can go to have gone. */
const MOMENT = 2_000

function alone(seeks = true) {
  const world = createRelayWorld({ seeks: (id) => seeks && id === 'node', params: { diffusing: 0 } })
  const node = world.start('node')
  const peers = ['in', 'out-1', 'out-2']
  for (const peer of peers) world.network.join(peer)
  const join = (peer: string) =>
    peer === 'in' ? world.network.connect(peer, 'node') : world.network.connect('node', peer)
  /** What came from the node: way and transaction. */
  const said = () =>
    world.carried.flatMap(({ kind, from, bytes }) =>
      from === 'node' ? decodeBatch(bytes).map((transaction) => [kind, transaction]) : [],
    )
  return { ...world, node, join, said }
}

describe("a node's own transaction", () => {
  test('waits for two relays, and leaves by the stem as if they had been there', async () => {
    const { node, join, said, clock } = alone()
    const own = toyTransaction()
    assert.equal((await node.relay.submit(own)).accepted, true)
    await clock.pass(MOMENT)
    for (const peer of ['in', 'out-1']) {
      join(peer)
      await clock.pass(MOMENT)
      assert.deepEqual([said(), node.pool.size], [[], 0])
    }
    assert.equal((await node.relay.submit(own)).accepted, true, 'it is taken again, and goes once')
    join('out-2')
    await clock.pass(MOMENT)
    assert.deepEqual([said(), node.pool.size], [[['stem', own]], 0])
  })

  test('waits again when the relays have left, long after the start', async () => {
    const { node, join, said, network, clock } = alone()
    for (const peer of ['in', 'out-1', 'out-2']) join(peer)
    await clock.pass(10 * relayWait)
    for (const peer of ['out-1', 'out-2']) network.disconnect('node', peer)
    const own = toyTransaction()
    await node.relay.submit(own)
    await clock.pass(relayWait / 2)
    assert.deepEqual(said(), [])
    for (const peer of ['out-1', 'out-2']) join(peer)
    await clock.pass(MOMENT)
    assert.deepEqual(said(), [['stem', own]])
  })

  test('becomes public here after all where no relays come', async () => {
    const { node, join, said, clock } = alone()
    join('in')
    const own = toyTransaction()
    await node.relay.submit(own)
    await clock.pass(relayWait + 8 * flush + MOMENT)
    assert.deepEqual([said(), node.pool.has(own)], [[['public', own]], true])
    const next = toyTransaction()
    await node.relay.submit(next)
    assert.equal(node.pool.has(next), true, 'nobody is waited for any more')
  })

  test('that has become public elsewhere meanwhile is let go of', async () => {
    const { node, join, said, clock } = alone()
    const own = toyTransaction()
    await node.relay.submit(own)
    node.pool.commit([own])
    for (const peer of ['out-1', 'out-2']) join(peer)
    await clock.pass(MOMENT + 8 * embargo)
    assert.deepEqual([said(), node.relay.measures.transactions], [[], 0])
  })

  test('waits for nobody where the node looks for nobody', async () => {
    const { node } = alone(false)
    const own = toyTransaction()
    await node.relay.submit(own)
    assert.equal(node.pool.has(own), true)
  })
})
