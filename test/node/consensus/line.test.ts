/** Validators that are not each other's neighbours: what they say goes from node to node, as each says what it is worth. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { blockAt } from '../../../src/node/chain/find.ts'
import { decodeWire } from '../../../src/node/consensus/wire.ts'
import { readExtras } from '../../../src/protocol/block-extras.ts'
import { equalBytes, toHex } from '../../../src/protocol/bytes.ts'
import { decodeAll } from '../../../src/protocol/codec.ts'
import { encodeMessage } from '../../../src/protocol/consensus/messages.ts'
import { bitsOf } from '../../../src/protocol/stake/bitmap.ts'
import { createWorld, payment, sharedWorkers } from '../world.ts'
import { type Cluster, createCluster } from './cluster.ts'

const workers = sharedWorkers({ after })
const world = createWorld({ validators: 4, params: { blockInterval: 100 }, seed: 'line' })

/** Two validators at each end, and a follower in the middle. */
const LINE = ['node-1', 'node-2', 'node-5', 'node-3', 'node-4']
const areNeighbours = (one: string, other: string) => Math.abs(LINE.indexOf(one) - LINE.indexOf(other)) === 1

async function startLine(cluster: Cluster): Promise<void> {
  for (const position of [0, 1, 2, 3, 4]) await cluster.start(position)
}

describe('a line of five nodes, four of them validators', () => {
  test('makes blocks, with transactions from one end to the other', async (t) => {
    const cluster = await createCluster(t, world, workers, 5, { areNeighbours })
    await startLine(cluster)
    const { bytes, id } = await payment(world, workers, [0, 1])
    assert.equal((await cluster.members[0]!.relay.submit(bytes)).accepted, true)
    const taken: string[] = []
    let height = 0
    while (taken.length === 0) {
      height++
      await cluster.reached(3, height)
      const { transactionIds } = await blockAt(cluster.members[3]!.chain.tables, height)
      taken.push(...transactionIds.map(toHex))
    }
    assert.deepEqual(taken, [toHex(id)])
    for (const position of [0, 1, 2, 4]) await cluster.reached(position, height + 2)
    await cluster.check()
  })

  test('counts everybody as present, also whose precommits come after the decision', async (t) => {
    const cluster = await createCluster(t, world, workers, 5, { areNeighbours })
    await startLine(cluster)
    await cluster.reached(0, 20)
    const { chain } = cluster.members[0]!
    const present = new Map<number, Set<number>>()
    const count = (height: number, bitmap: Uint8Array) => {
      const counted = present.get(height) ?? new Set()
      for (const at of bitsOf(bitmap)) counted.add(at)
      present.set(height, counted)
    }
    for (let height = 2; height <= 20; height++) {
      const { header, extras } = await blockAt(chain.tables, height)
      count(height - 1, header.certificate.bitmap)
      for (const late of decodeAll(extras, readExtras).late) count(late.height, late.bitmap)
    }
    // The first block may begin before all of them are there; the last ones may still be told of.
    for (let height = 2; height <= 12; height++)
      assert.equal(present.get(height)?.size, 4, `height ${height}`)
    await cluster.check()
  })

  test('goes on when one end has been cut off, and takes it in again', async (t) => {
    let isCut = false
    const passes = (from: string, to: string) => !isCut || (from !== 'node-1' && to !== 'node-1')
    const cluster = await createCluster(t, world, workers, 5, { areNeighbours, passes })
    await startLine(cluster)
    await cluster.reached(3, 2)
    isCut = true
    await cluster.reached(3, cluster.members[3]!.chain.height + 4)
    isCut = false
    const { height } = cluster.members[3]!.chain
    await cluster.reached(0, height + 3)
    await cluster.check()
  })
})

test('what is not verified goes no further than the next node', async (t) => {
  const heard = new Set<string>()
  const passes = (_from: string, to: string, bytes: Uint8Array) => {
    if (to === 'node-3' && isFalse(bytes)) heard.add(to)
    return true
  }
  const liar = world.keys[3]!
  const isFalse = (bytes: Uint8Array) => {
    const message = bytes[0]! < 4 ? decodeWire(bytes, world.genesis.params) : undefined
    return message?.type === 'vote' && message.vote.round === 7
  }
  const neighbours = (one: string, other: string) =>
    areNeighbours(one, other) || [one, other].sort().join() === 'liar,node-5'
  const cluster = await createCluster(t, world, workers, 5, { areNeighbours: neighbours, passes })
  await startLine(cluster)
  await cluster.reached(4, 3)
  const victim = cluster.members[4]!
  const stranger = cluster.network.join('liar')

  const validator = victim.chain.state.validators.findIndex(({ publicKey }) =>
    equalBytes(publicKey, liar.publicKey),
  )
  while (victim.reports.length === 0) {
    const height = victim.chain.height + 1
    const vote = { kind: 'prevote', height, round: 7, blockId: undefined, validator } as const
    stranger.consensus.broadcast(
      encodeMessage({ type: 'vote', vote: { ...vote, signature: new Uint8Array(96).fill(height) } }),
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.match(victim.reports[0]!, /^liar: a vote with a false signature/)
  await cluster.reached(3, victim.chain.height + 2)
  assert.deepEqual([...heard], [])
})
