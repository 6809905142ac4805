/** A validator that changes its key: alone in the set, so that no block comes about without the right one. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { EvidencePool } from '../../../src/node/consensus/evidence-pool.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { type Vote, voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsSign } from '../../../src/protocol/crypto/bls.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { NETWORKS, UNITS_PER_STG } from '../../../src/protocol/network.ts'
import { validatorId } from '../../../src/protocol/stake/registry.ts'
import { temporaryDirectory } from '../support.ts'
import { START, sharedWorkers } from '../world.ts'
import {
  createWalletWorld,
  killedAtEachBatch,
  openWalletNode,
  type WalletNode,
  type WalletNodeOptions,
} from './wallet-node.ts'

const workers = sharedWorkers({ after })
const params = { ...NETWORKS.dev, stake: { ...NETWORKS.dev.stake, epochBlocks: 12 } }
const coins = [20_000n * UNITS_PER_STG, 0n, 0n]
const world = await createWalletWorld({ ada: coins, bob: coins }, 'rotate', { params, operator: 'bob' })
const [first] = world.keys

const inSet = ({ chain }: WalletNode) => chain.state.validators.map(({ publicKey }) => toHex(publicKey))

test('the new key votes from the next epoch on, and a restart on either side of it changes nothing', async (t) => {
  const directory = await temporaryDirectory(t)
  const clock = createManualClock(START + 1_000)
  const open = () => openWalletNode(t, world, workers, { directory, clock, validatorKey: first! })
  const old = toHex(first!.publicKey)
  const node = await open()
  const { accountId } = await node.account('bob')
  const sent = await node.wallet.stake.rotate({ accountId })
  assert.equal(sent.operation, 'rotate')
  const next = toHex(node.keys!.newest.publicKey)
  assert.notEqual(next, old)
  await node.mine()
  assert.equal(toHex(node.chain.state.stake.records[0]!.nextKey!), next)
  await node.stop()

  const before = await open()
  await before.mine(11 - before.chain.height)
  assert.deepEqual(inSet(before), [old])
  await before.mine(2)
  assert.deepEqual([before.chain.height, inSet(before)], [13, [next]])
  await before.stop()

  const afterwards = await open()
  await afterwards.mine(12)
  assert.deepEqual([afterwards.chain.height, inSet(afterwards)], [25, [next]])
  await afterwards.wallet.stake.rotate({ accountId })
  const third = toHex(afterwards.keys!.newest.publicKey)
  await afterwards.mine(12)
  assert.deepEqual(inSet(afterwards), [third])
  assert.deepEqual(afterwards.failures, [])
  await afterwards.stop()
})

test('is for the operator alone, and a call that fails leaves a key for the next one at most', async (t) => {
  const node = await openWalletNode(t, world, workers, { validatorKey: first! })
  const ada = await node.account('ada')
  const bob = await node.account('bob')
  const failsWith = (code: string) => (error: unknown) => error instanceof NodeError && error.code === code
  await assert.rejects(node.wallet.stake.rotate(ada), failsWith('not_operator'))
  assert.deepEqual(node.keys!.newest, first)
  await node.wallet.stake.rotate({ accountId: bob.accountId })
  const made = node.keys!.newest
  await assert.rejects(node.wallet.stake.rotate({ accountId: bob.accountId }), failsWith('stake_busy'))
  assert.equal(node.keys!.newest, made)
  await node.mine()
  for (let call = 0; call < 2; call++)
    await assert.rejects(node.wallet.stake.rotate({ accountId: bob.accountId }), failsWith('stake_refused'))
  const spare = node.keys!.newest
  await node.mine(12)
  await node.wallet.stake.rotate({ accountId: bob.accountId })
  assert.equal(node.keys!.newest, spare)
  await node.stop()
})

test('a change that the network has refused is tried again with the same key', async (t) => {
  let taken = false
  const submit = async () => {
    if (!taken) throw new NodeError('invalid_transaction', { rule: 'stake_refused' })
  }
  const clock = createManualClock(START + 1_000)
  const directory = await temporaryDirectory(t)
  const options = { directory, clock, validatorKey: first! }
  const node = await openWalletNode(t, world, workers, { ...options, chain: () => ({ submit }) })
  const { accountId } = await node.account('bob')
  taken = true
  const lost = await node.wallet.stake.rotate({ accountId, idempotencyKey: 'lost' })
  const made = node.keys!.newest
  taken = false
  await node.mine(6)
  await node.stop()

  const again = await openWalletNode(t, world, workers, options)
  await again.settled(accountId)
  assert.deepEqual(await again.wallet.stake.rotate({ accountId, idempotencyKey: 'lost' }), lost)
  await again.mine(2)
  assert.equal(again.chain.state.stake.records[0]!.nextKey, undefined)
  await again.wallet.stake.rotate({ accountId })
  assert.deepEqual(again.keys!.newest, made)
  await again.mine()
  assert.deepEqual(again.chain.state.stake.records[0]!.nextKey, made.publicKey)
  await again.mine(12)
  assert.deepEqual(inSet(again), [toHex(made.publicKey)])
  await again.stop()
})

test('a node that is killed at any batch of a change signs with the key that the chain says', async (t) => {
  const prepared = await temporaryDirectory(t)
  const open = (options: WalletNodeOptions) =>
    openWalletNode(t, world, workers, { validatorKey: first!, ...options })
  const node = await open({ directory: prepared, clock: createManualClock(START + 1_000) })
  const { accountId } = await node.account('bob')
  await node.mine(11)
  await node.stop()
  const live = async ({ wallet, settled, mine, chain }: WalletNode) => {
    await settled(accountId)
    await wallet.stake.rotate({ accountId, idempotencyKey: 'change' })
    await mine(13 - chain.height)
  }
  const check = async (again: WalletNode, when: string) => {
    await live(again)
    await again.mine(25 - again.chain.height)
    const keys = again.keys!.newestFirst.map(({ publicKey }) => toHex(publicKey))
    assert.deepEqual([keys.length, inSet(again)], [2, keys.slice(0, 1)], when)
    assert.deepEqual(again.failures, [])
  }
  assert.ok((await killedAtEachBatch(t, prepared, { open, live, check })) > 3)
})

test('what the old key signed twice is still answered for', async (t) => {
  const directory = await temporaryDirectory(t)
  const clock = createManualClock(START + 1_000)
  const open = () => openWalletNode(t, world, workers, { directory, clock, validatorKey: first! })
  const node = await open()
  const { accountId } = await node.account('bob')
  const { chainId } = node.chain.state
  await node.wallet.stake.rotate({ accountId })
  await node.mine(13)
  assert.notDeepEqual(inSet(node), [toHex(first!.publicKey)])
  await node.stop()

  const vote = (name: string): Vote => {
    const unsigned = { kind: 'prevote', height: 5, round: 1, blockId: hash(name), validator: 0 } as const
    return { ...unsigned, signature: blsSign(first!.secret, voteMessage(chainId, unsigned)) }
  }
  const after = await open()
  const pool = await EvidencePool.open(after.store, DEFAULT_LIMITS)
  const charge = { key: first!.publicKey, epoch: 1, share: 1_000_000 }
  await pool.add({ type: 'votes', first: vote('one'), second: vote('another') }, charge)
  await after.mine()
  const [record] = after.chain.state.stake.records
  assert.deepEqual([record!.status, record!.id], ['frozen', validatorId(first!.publicKey)])
  await assert.rejects(after.wallet.stake.rotate({ accountId }), { code: 'stake_refused' })
  await assert.rejects(after.wallet.stake.deposit({ accountId, amount: coins[0]! }), {
    code: 'validator_closed',
  })
  await after.stop()
})
