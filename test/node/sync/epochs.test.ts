/** Following headers over epochs: validators come, weights change, and some fall silent. Nothing but genesis is trusted. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openHeaderStore } from '../../../src/node/sync/header-store.ts'
import { equalBytes } from '../../../src/protocol/bytes.ts'
import { encodePoint, multiplyBase } from '../../../src/protocol/crypto/group.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { epochOf } from '../../../src/protocol/stake/schedule.ts'
import { trailOf } from '../../../src/protocol/trail.ts'
import {
  createWorld,
  operation,
  operatorOf,
  STAKED,
  sharedWorkers,
  type TestNode,
  validatorKeys,
} from '../world.ts'
import { answersOf, createLane, sameChain, until } from './lane.ts'
import { makeBlock } from './maker.ts'

const workers = sharedWorkers({ after })
const stake = { ...NETWORKS.dev.stake, epochBlocks: 10, lateBlocks: 4, halvingBlocks: 1_000 }
const world = createWorld({
  validators: 4,
  params: { stake },
  amounts: [5n * STAKED, 0n],
  seed: 'epochs',
})
const keys = validatorKeys(5)
const HEIGHT = 60
/** The block in which a fifth validator registers; it serves from the epoch after on. */
const REGISTERED = 14
/** Heights that are decided without one or two of the validators, one of them the last of its epoch. */
const SILENT = new Map<number, { positions: number[]; round: number }>([
  [25, { positions: [1], round: 12 }],
  [36, { positions: [0, 2], round: 40 }],
  [40, { positions: [3], round: 20 }],
  [53, { positions: [0], round: 33 }],
])

async function make({ chain }: TestNode): Promise<void> {
  while (chain.height < HEIGHT) {
    const height = chain.height + 1
    const transactions = height === REGISTERED ? [await registration()] : []
    await makeBlock(chain, workers, keys, { transactions, silent: SILENT.get(height) })
  }
}

async function registration(): Promise<Uint8Array> {
  const key = keys[4]!
  const signer = operatorOf(key)
  const unsigned = {
    type: 'register',
    key: key.publicKey,
    operator: encodePoint(multiplyBase(signer)),
    commission: 500,
    amount: (9n * STAKED) / 2n,
  } as const
  return (await operation(world, workers, [0, 1], unsigned, { signer, key: key.secret })).bytes
}

test('a new node follows over epochs, with validators that come and others that fall silent', async (t) => {
  const lane = await createLane(t, world, workers)
  const source = await lane.open('source', { first: make })
  const { members, number } = source.chain.state.stake.epoch
  assert.equal(number, epochOf(HEIGHT + 1, stake))
  const serves = (key: { publicKey: Uint8Array }) =>
    members.some(({ publicKey }) => equalBytes(publicKey, key.publicKey))
  // One has come, and one was silent for so long that too little of its stake is left.
  assert.equal(keys.filter(serves).length, 4)
  assert.ok(serves(keys[4]!))
  const node = await lane.open('node')
  await until(() => node.chain.height === HEIGHT, 'the chain', node)
  await sameChain(node, source)
  assert.deepEqual([node.reports, source.reports], [[], []])
  assert.ok(node.logger.lines.some((line) => line.startsWith('catching up')))
})

test('the trail along the headers ends where the state stands', async (t) => {
  const source = await (await createLane(t, world, workers)).open('source', { first: make })
  const lane = await createLane(t, world, workers)
  // Gives no blocks.
  const { headers } = answersOf(source)
  lane.stranger('stranger', HEIGHT + 1, { headers })
  const node = await lane.open('node')
  await until(() => node.sync.progress?.headers === HEIGHT, 'the headers', node)
  assert.equal(node.chain.height, 0)
  const opened = await openHeaderStore(node)
  assert.deepEqual(opened.trail, trailOf(source.chain.state))
})
