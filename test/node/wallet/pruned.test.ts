/** The wallet of a node that prunes: what it has stays, and what it cannot read it says. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { Pruner } from '../../../src/node/chain/pruner.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openStore } from '../../../src/node/store.ts'
import { walletTables } from '../../../src/node/wallet/tables.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { sharedWorkers, type World } from '../world.ts'
import { createWalletWorld, openWalletNode, testPhrase, type WalletNode } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const params = { ...NETWORKS.dev, payloadRetention: 3 }
let world: World

before(async () => {
  world = await createWalletWorld({ alice: [5_000_000n, 0n], bob: [100_000n, 0n] }, 'pruned wallet', {
    params,
  })
})

async function prune({ chain, store, clock, logger, wallet }: WalletNode): Promise<number> {
  const neededFrom = () => wallet.neededFrom
  const pruner = new Pruner({ chain, store, clock, logger, neededFrom }, DEFAULT_LIMITS)
  while (await pruner.step());
  return chain.pruned.earliest
}

const pruned = (height: number, earliestHeight: number) => (error: unknown) => {
  assert.ok(error instanceof NodeError, String(error))
  assert.deepEqual([error.code, { ...error.details }], ['block_pruned', { height, earliestHeight }])
  return true
}

/** Every block is written down as read, so that pruning need not wait. */
const limits = { scanCheckpoint: 1 }

async function everything({ wallet }: WalletNode, accountId: string) {
  return {
    balance: await wallet.account.balance(accountId),
    history: (await wallet.account.history({ accountId, limit: 100 })).items,
    messages: (await wallet.message.list({ accountId, limit: 100 })).items,
  }
}

test('balance, history and messages stay when their blocks go, also after a restart, and are spent from', async (t) => {
  const node = await openWalletNode(t, world, workers, { limits })
  const [alice, bob] = [await node.account('alice'), await node.account('bob')]
  const { payment, message } = node.wallet
  await payment.send({ accountId: alice.accountId, to: bob.address, amount: 7n })
  await node.mine()
  const body = new TextEncoder().encode('kept')
  await message.send({ accountId: alice.accountId, to: bob.address, body })
  await node.mine(6)
  const known = await everything(node, bob.accountId)
  assert.equal(await prune(node), 5)
  assert.deepEqual(await everything(node, bob.accountId), known)
  assert.equal(known.messages.length, 1)
  await node.stop()

  const again = await openWalletNode(t, world, workers, { directory: node.directory, limits })
  await again.settled(bob.accountId)
  assert.deepEqual(await everything(again, bob.accountId), known)
  await again.wallet.payment.send({ accountId: bob.accountId, to: alice.address, amount: 90_000n })
  await again.mine()
  await prune(again)
  assert.equal((await again.wallet.account.balance(bob.accountId)).available, 100_007n - 90_000n - 10_000n)
})

test('what would need blocks that are gone is refused, with the height from which on it can be had', async (t) => {
  const node = await openWalletNode(t, world, workers, { limits })
  const alice = await node.account('alice')
  const { account, payment } = node.wallet
  await node.mine(8)
  const earliest = await prune(node)
  assert.equal(earliest, 6)
  const recoveryPhrase = testPhrase('bob')
  await assert.rejects(account.recover({ recoveryPhrase }), pruned(1, earliest))
  await assert.rejects(account.recover({ recoveryPhrase, from: 5 }), pruned(5, earliest))
  await assert.rejects(account.rescan({ accountId: alice.accountId }), pruned(1, earliest))
  const viewKey = await account.viewKey({ accountId: alice.accountId })
  await account.remove({ accountId: alice.accountId })
  await assert.rejects(account.importViewKey({ viewKey, from: 2 }), pruned(2, earliest))
  const fresh = await account.create({})
  const bob = await account.recover({ recoveryPhrase, from: earliest })
  await node.settled(bob.accountId)
  assert.equal((await account.balance(bob.accountId)).available, 0n)
  await assert.rejects(
    payment.send({ accountId: bob.accountId, to: fresh.address, amount: 1n }),
    (error) => error instanceof NodeError && error.code === 'insufficient_funds',
  )
})

test('blocks stay until every account has read them', async (t) => {
  const gate = Promise.withResolvers<void>()
  let held = false
  const node = await openWalletNode(t, world, workers, {
    limits,
    chain: (chain) => ({
      blocks: async function* (from: number, until: number) {
        if (held) await gate.promise
        yield* chain.blocks(from, until)
      },
    }),
  })
  const alice = await node.account('alice')
  await node.mine(8)
  held = true
  const bob = await node.wallet.account.recover({ recoveryPhrase: testPhrase('bob') })
  assert.equal(await prune(node), 0)
  held = false
  gate.resolve()
  await node.settled(bob.accountId)
  assert.equal(await prune(node), 6)
  assert.equal((await node.wallet.account.balance(bob.accountId)).available, 100_000n)
  assert.equal((await node.wallet.account.balance(alice.accountId)).available, 5_000_000n)
})

test('an account that is cut off from its blocks says so, and goes on where it is told to', async (t) => {
  const node = await openWalletNode(t, world, workers, { limits })
  const alice = await node.account('alice')
  await node.mine(8)
  const earliest = await prune(node)
  await node.stop()
  await forgetAccounts(node.directory)

  const again = await openWalletNode(t, world, workers, { directory: node.directory, limits })
  const { account } = again.wallet
  const { accountId } = alice
  await again.mine()
  const cutOff = await account.get(accountId)
  assert.deepEqual([cutOff.rescanning, cutOff.scannedHeight], [true, 0])
  const told = again.logger.lines.filter((line) => line.includes(accountId))
  assert.match(told[0]!, /pruned/)
  assert.equal(told.length, 1)
  await assert.rejects(account.rescan({ accountId }), pruned(1, earliest))
  await account.rescan({ accountId, from: earliest })
  await again.settled(accountId)
  assert.equal((await account.balance(accountId)).available, 0n)
})

/** As if the database had been made anew: the key files alone are left of the accounts. */
async function forgetAccounts(directory: string): Promise<void> {
  const store = await openStore(join(directory, 'db'), { logger: silentLogger })
  for (const table of Object.values(walletTables(store))) {
    const rows = await table.entries()
    await store.commit(rows.map(([key]) => table.delete(key)))
  }
  await store.close()
}
