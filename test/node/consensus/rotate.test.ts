/** Validators that change their key, leave and come back, on a network of four that goes on meanwhile. */
import assert from 'node:assert/strict'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { blockAt } from '../../../src/node/chain/find.ts'
import { equalBytes, toHex } from '../../../src/protocol/bytes.ts'
import { NETWORKS, UNITS_PER_STG } from '../../../src/protocol/network.ts'
import { hasBit } from '../../../src/protocol/stake/bitmap.ts'
import { validatorId } from '../../../src/protocol/stake/registry.ts'
import { temporaryDirectory } from '../support.ts'
import { createWalletWorld, openWalletOn } from '../wallet/wallet-node.ts'
import { sharedWorkers } from '../world.ts'
import { createCluster } from './cluster.ts'

const workers = sharedWorkers({ after })
const EPOCH = 8
const stake = { ...NETWORKS.dev.stake, epochBlocks: EPOCH, lateBlocks: 4, unbondingEpochs: 2 }
// Blocks come when the test asks for them.
const params = { ...NETWORKS.dev, blockInterval: 3_600_000, stake }
const coins = [20_000n * UNITS_PER_STG, 0n, 0n]
const world = await createWalletWorld({ bob: coins }, 'rotate in four', {
  ...{ params, operator: 'bob', validators: 4 },
})
const KEY = world.keys[3]!.publicKey

/** Four validators, the last of them with the wallet of who operates them all. */
async function createNetwork(t: TestContext) {
  const directory = await temporaryDirectory(t)
  const cluster = await createCluster(t, world, workers, 4)
  const openLast = async () => {
    const member = await cluster.start(3, { directory })
    const { wallet, account } = await openWalletOn(t, member, workers, {
      directory,
      validatorKey: world.keys[3]!,
    })
    const stop = async () => {
      await wallet.close()
      await member.stop()
    }
    return { ...member, wallet, account, stop }
  }
  for (const position of [0, 1, 2]) await cluster.start(position)
  const first = () => cluster.members[0] ?? cluster.members[1]!
  return {
    cluster,
    directory,
    openLast,
    /** Makes blocks up to a height, on all that run. */
    until: async (height: number) => {
      await first().consensus.mine(height - first().chain.height)
      for (const [position, member] of cluster.members.entries())
        if (member) await cluster.reached(position, height)
    },
    records: () => first().chain.state.stake.records,
    inSet: () => first().chain.state.validators.map(({ publicKey }) => toHex(publicKey)),
    /** Whether the block at a height is signed by the holder of a key. */
    isSigned: async (height: number, key: string) => {
      const { chain } = first()
      const index = chain.state.validators.findIndex(({ publicKey }) => toHex(publicKey) === key)
      return hasBit((await blockAt(chain.tables, height + 1)).header.certificate.bitmap, index)
    },
  }
}

test('the new key votes from the next epoch on, with a restart before it and one after it', async (t) => {
  const { cluster, openLast, until, records, inSet, isSigned } = await createNetwork(t)
  const last = await openLast()
  const { accountId } = await last.account('bob')
  await until(1)
  await last.wallet.stake.rotate({ accountId })
  const next = toHex(last.keys!.newest.publicKey)
  await until(2)
  const changing = records().find(({ key }) => equalBytes(key, KEY))
  assert.equal(toHex(changing!.nextKey!), next)
  await last.stop()
  await until(4)

  const before = await openLast()
  await cluster.reached(3, 4)
  await until(EPOCH - 1)
  assert.ok(inSet().includes(toHex(KEY)) && !inSet().includes(next))
  await until(EPOCH)
  assert.ok(!inSet().includes(toHex(KEY)) && inSet().includes(next))
  // Of three that are there all are needed.
  await cluster.members[0]!.stop()
  await until(EPOCH + 3)
  await before.stop()
  await openLast()
  await until(EPOCH + 6)
  for (const height of [1, 2, 5])
    assert.ok(await isSigned(EPOCH + height, next), `${height} after the change`)
  await cluster.start(0)
  await cluster.reached(0, EPOCH + 6)
  await cluster.check()
})

test('a key file from before the change votes no more, and changes the key again', async (t) => {
  const { cluster, directory, openLast, until, inSet, isSigned } = await createNetwork(t)
  const last = await openLast()
  const { accountId } = await last.account('bob')
  await last.wallet.stake.rotate({ accountId })
  const lost = toHex(last.keys!.newest.publicKey)
  await until(2 * EPOCH - 2)
  await last.stop()
  await rm(join(directory, 'validator.key'))

  const without = await openLast()
  await until(2 * EPOCH - 1)
  assert.deepEqual([inSet().includes(lost), without.keys!.newestFirst.length], [true, 1])
  await without.wallet.stake.rotate({ accountId })
  const next = toHex(without.keys!.newest.publicKey)
  await until(2 * EPOCH)
  assert.deepEqual([inSet().includes(lost), inSet().includes(next)], [false, true])
  await cluster.members[0]!.stop()
  await until(2 * EPOCH + 2)
  assert.ok(await isSigned(2 * EPOCH + 1, next))
  await cluster.check()
})

for (const [name, returns] of [
  ['at once', EPOCH + 2],
  ['when its validator is gone', 2 * EPOCH + 2],
] as const) {
  test(`who has left comes back with a new key, ${name}`, async (t) => {
    const { cluster, openLast, until, records, inSet, isSigned } = await createNetwork(t)
    const last = await openLast()
    const { accountId } = await last.account('bob')
    const status = () => records().find(({ key }) => equalBytes(key, KEY))?.status
    await last.wallet.stake.withdraw({ accountId, stakeId: toHex(validatorId(KEY)) })
    await until(1)
    assert.equal(status(), 'leaving')
    await until(returns)
    assert.ok(!inSet().includes(toHex(KEY)))
    assert.equal(status(), returns > 2 * EPOCH ? undefined : 'leaving')
    const amount = 10_000n * UNITS_PER_STG
    if (status()) {
      const other = await last.account('ada')
      const joining = last.wallet.stake.deposit({ accountId: other.accountId, amount })
      await assert.rejects(joining, { code: 'validator_closed' })
    }

    const { operation, stakeId } = await last.wallet.stake.deposit({ accountId, amount })
    const { publicKey } = last.keys!.newest
    const next = toHex(publicKey)
    assert.notEqual(next, toHex(KEY))
    assert.deepEqual([operation, stakeId], ['register', toHex(validatorId(publicKey))])
    const joins = returns - 2 + EPOCH
    await until(joins)
    assert.ok(inSet().includes(next) && inSet().length === 4)
    await cluster.members[0]!.stop()
    await until(joins + 3)
    for (const height of [1, 2]) assert.ok(await isSigned(joins + height, next))
    await cluster.check()
  })
}
