/** Blocks out of a pool that holds what spoils a block. */
import assert from 'node:assert/strict'
import { after, before, type TestContext, test } from 'node:test'
import { BlockWork } from '../../../src/node/consensus/block-work.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import type { Dropped } from '../../../src/node/mempool/mempool.ts'
import { WorkerError } from '../../../src/node/workers/worker-error.ts'
import { decodeBlock } from '../../../src/protocol/block.ts'
import type { BlockExtras } from '../../../src/protocol/block-extras.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { encodePoint, multiplyBase } from '../../../src/protocol/crypto/group.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { encodeTransaction } from '../../../src/protocol/transaction.ts'
import {
  createWorld,
  openTestNode,
  operation,
  operatorOf,
  payment,
  sharedWorkers,
  validatorKeys,
} from '../world.ts'
import { changed } from './faults.ts'

const workers = sharedWorkers({ after })
/** One validator, place for one more, and room for two transactions in a block, both of which may act on stake. */
const world = createWorld({
  amounts: Array.from({ length: 16 }, (_, index) => (index % 2 ? 0n : 3_000_000n)),
  params: {
    maxBlockTransactions: 2,
    maxBlockOperations: 2,
    stake: {
      ...NETWORKS.dev.stake,
      ...{ minStake: 1_000_000n, minDeposit: 10_000n, maxRecords: 2, maxValidators: 2 },
    },
  },
  seed: 'poison',
})
const key = world.keys[0]!
const newcomers = validatorKeys(4).slice(1)

type Made = { readonly bytes: Uint8Array; readonly id: Uint8Array }
/** All want the last place in the registry: each fits the head, and only one of them a block. */
let rivals: readonly Made[]
let payments: readonly Made[]

before(async () => {
  rivals = await Promise.all(newcomers.map(register))
  payments = await Promise.all([3, 4, 5].map((pair) => payment(world, workers, [2 * pair, 2 * pair + 1])))
})

function register({ publicKey, secret }: (typeof newcomers)[number], pair: number): Promise<Made> {
  const signer = operatorOf({ publicKey })
  const unsigned = {
    ...{ type: 'register' as const, key: publicKey, operator: encodePoint(multiplyBase(signer)) },
    ...{ commission: 0, amount: 1_000_000n },
  }
  return operation(world, workers, [2 * pair, 2 * pair + 1], unsigned, { signer, key: secret })
}

async function open(t: TestContext, waiting: readonly Made[]) {
  const node = await openTestNode(t, world, workers, { awardProver: false })
  const dropped: Dropped[] = []
  const told = Promise.withResolvers<void>()
  node.mempool.onDropped((one) => {
    dropped.push(one)
    told.resolve()
  })
  for (const { bytes } of waiting) assert.ok((await node.mempool.submit(bytes)).accepted)
  return { ...node, dropped, told: told.promise }
}

const waiting = ({ mempool }: { mempool: { candidates: (n: number, bytes: number) => Uint8Array[] } }) =>
  mempool.candidates(10, 1e6).map(toHex)
const hex = (all: readonly Made[]) => all.map(({ bytes }) => toHex(bytes))
const inBlock = (block: Uint8Array) =>
  decodeBlock(block, 10).transactions.map((one) => toHex(encodeTransaction(one)))

test('places of operations that only together break a rule go to the next in line', async (t) => {
  const [first, second, third] = rivals as [Made, Made, Made]
  const [one, two] = payments as [Made, Made, Made]
  const node = await open(t, [first, second, third, one, two])
  const work = new BlockWork({ ...node, workers }, DEFAULT_LIMITS)
  const { block } = (await work.build(key, 0))!
  assert.deepEqual(inBlock(block), hex([first, one]))
  assert.deepEqual(
    waiting(node),
    hex([first, one, two, second, third]),
    'they may fit later, and are last in line',
  )
  assert.deepEqual(node.dropped, [])
})

test('who is refused by the stake after the block leaves the pool', async (t) => {
  const [first, second] = rivals as [Made, Made, Made]
  const node = await open(t, [first, second, payments[0]!])
  await node.consensus.mine(1)
  await node.told
  assert.deepEqual(
    node.dropped.map(({ id, reason, rule }) => [id, reason, rule?.details.rule]),
    [[toHex(second.id), 'refused', 'registry_full']],
  )
  assert.deepEqual([node.mempool.size, node.chain.state.stake.records.length], [0, 2])
  assert.deepEqual(node.failures, [])
})

for (const [what, fault] of [
  [
    'breaks a rule that the pool does not know',
    () => new ProtocolError('invalid_block', 'a rule of tomorrow'),
  ],
  ['makes the program stumble', () => new WorkerError('job_failed', 'apply', 'a number out of its range')],
] as const) {
  test(`a transaction that ${what} costs no other its place, and leaves the pool`, async (t) => {
    const [poison, good, next] = payments as [Made, Made, Made]
    const node = await open(t, [poison, good, next])
    const chain = changed(node.chain, {
      check: async (block, options) => {
        if (inBlock(block).includes(toHex(poison.bytes))) throw fault()
        return node.chain.check(block, options)
      },
    })
    const work = new BlockWork({ ...node, chain, workers }, DEFAULT_LIMITS)
    const { block } = (await work.build(key, 0))!
    assert.deepEqual(inBlock(block), hex([good]))
    assert.deepEqual(waiting(node), hex([good, next]))
    assert.deepEqual(node.dropped, [{ id: toHex(poison.id), reason: 'unfit' }])
    assert.deepEqual(inBlock((await work.build(key, 0))!.block), hex([good, next]))
  })
}

test('no transaction is blamed where not even an empty block can be made', async (t) => {
  const node = await open(t, payments)
  const chain = changed(node.chain, {
    check: async () => {
      throw new ProtocolError('invalid_block', 'a clock that went back')
    },
  })
  const work = new BlockWork({ ...node, chain, workers }, DEFAULT_LIMITS)
  await assert.rejects(work.build(key, 0), { message: 'a clock that went back' })
  assert.deepEqual(waiting(node), hex(payments))
})

test('what a leader adds that fits no block costs no transaction its place', async (t) => {
  const node = await open(t, payments.slice(0, 2))
  const vote = {
    ...{ kind: 'precommit' as const, height: 1, round: 0, validator: 0 },
    signature: new Uint8Array(96),
  }
  const evidence = {
    ...{ type: 'votes' as const, first: { ...vote, blockId: new Uint8Array(32).fill(1) } },
    second: { ...vote, blockId: new Uint8Array(32).fill(2) },
  }
  const extras: BlockExtras = { late: [], evidence: [evidence], award: undefined }
  const work = new BlockWork({ ...node, workers }, DEFAULT_LIMITS)
  const { block } = (await work.build(key, 0, async () => extras))!
  assert.deepEqual(inBlock(block), hex(payments.slice(0, 2)))
  assert.deepEqual(decodeBlock(block, 10).evidence, [])
  assert.deepEqual(node.dropped, [])
})
