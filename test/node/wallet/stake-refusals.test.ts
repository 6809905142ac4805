/** Operations on stake that fail after they were handed in: the stake stays as it was, and tells of them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NodeError } from '../../../src/node/errors.ts'
import type { WalletChain } from '../../../src/node/wallet/chain-view.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { UNITS_PER_STG } from '../../../src/protocol/network.ts'
import { validatorId } from '../../../src/protocol/stake/registry.ts'
import { sharedWorkers } from '../world.ts'
import { createWalletWorld, eventsOf, openWalletNode } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const coins = { bob: [20_000n * UNITS_PER_STG, 5_000n * UNITS_PER_STG, 0n], cat: [500n * UNITS_PER_STG] }
const world = await createWalletWorld(coins, 'refusals', { operator: 'bob' })
const stakeId = toHex(validatorId(world.keys[0]!.publicKey))

/** A wallet that makes operations without asking the rules, as if the stake had changed just then. */
const unasked = ({ stake }: WalletChain): Partial<WalletChain> => ({
  stake: Object.create(stake, { tryOperation: { value: async () => {} } }),
})

test('an operation that the network refuses leaves the stake as it was, with the rule', async (t) => {
  const node = await openWalletNode(t, world, workers, { validatorKey: world.keys[0]!, chain: unasked })
  const { wallet } = node
  const { accountId } = await node.account('bob')
  await node.mine()
  const before = await wallet.stake.get({ accountId, stakeId })
  assert.equal(before.refused, undefined)
  const { transactionId } = await wallet.stake.resume({ accountId })
  const stake = await wallet.stake.get({ accountId, stakeId })
  const refused = {
    transactionId,
    operation: 'resume',
    reason: 'refused',
    rule: 'status',
    height: 1,
  } as const
  assert.deepEqual(stake, { ...before, refused }, 'all else is as it was')
  const { items } = await wallet.stake.list({ accountId, limit: 10 })
  assert.deepEqual(items[0]!.refused, refused)
  const told = (await eventsOf(node, 'stake.status')).at(-1)!.event
  assert.deepEqual([told.stakeId, told.refused], [stakeId, refused])

  const next = await wallet.stake.configure({ accountId, commission: 900 })
  assert.notEqual(next.transactionId, transactionId)
  await node.mine()
  assert.deepEqual(
    (await wallet.stake.get({ accountId, stakeId })).refused,
    refused,
    'later ones do not hide it',
  )
  await node.stop()
})

test('one that a block has after all was not refused', async (t) => {
  let kept: Uint8Array | undefined
  let refuses = false
  const submit = async (transaction: Uint8Array) => {
    if (refuses) throw new NodeError('invalid_transaction', { rule: 'stake_refused', stakeRule: 'announced' })
    kept = transaction
  }
  const options = { validatorKey: world.keys[0]!, chain: () => ({ submit }) }
  const node = await openWalletNode(t, world, workers, options)
  const { wallet } = node
  const { accountId } = await node.account('bob')
  const { transactionId } = await wallet.stake.configure({ accountId, commission: 900 })
  refuses = true
  await node.mine(6)
  const { refused } = await wallet.stake.get({ accountId, stakeId })
  assert.deepEqual([refused?.transactionId, refused?.rule], [transactionId, 'announced'])
  assert.equal((await node.relay.submit(kept!)).accepted, true)
  await node.mine()
  const stake = await wallet.stake.get({ accountId, stakeId })
  assert.deepEqual([stake.refused, stake.pending], [undefined, undefined])
  await node.stop()
})

test('what was to spend the change of a refused one ends with it, but has broken no rule itself', async (t) => {
  let refuses = false
  const submit = async () => {
    if (refuses)
      throw new NodeError('invalid_transaction', { rule: 'stake_refused', stakeRule: 'ruined_pool' })
  }
  const node = await openWalletNode(t, world, workers, { chain: () => ({ submit }) })
  const { wallet } = node
  const { accountId } = await node.account('cat')
  const deposit = { accountId, amount: 10n * UNITS_PER_STG, validatorKey: toHex(world.keys[0]!.publicKey) }
  const [first, second] = [await wallet.stake.deposit(deposit), await wallet.stake.deposit(deposit)]
  refuses = true
  await node.mine(6)
  const endOf = async ({ stakeId, transactionId }: typeof first) => {
    const { status, refused } = await wallet.stake.get({ accountId, stakeId })
    assert.equal(refused?.transactionId, transactionId)
    return [status, refused?.reason, refused?.rule]
  }
  assert.deepEqual(await endOf(first), ['rejected', 'refused', 'ruined_pool'])
  assert.deepEqual(await endOf(second), ['rejected', 'refused', undefined])
  await node.stop()
})
