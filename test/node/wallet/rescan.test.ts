/** Reading the chain again while it goes on. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sharedWorkers } from '../world.ts'
import { createWalletWorld, openWalletNode, testPhrase } from './wallet-node.ts'

const workers = sharedWorkers({ after })

test('a rescan asked for while another one is at work is not lost', async (t) => {
  const world = await createWalletWorld({ alice: [5_000_000n, 0n, 0n] })
  const reading = Promise.withResolvers<void>()
  const open = Promise.withResolvers<void>()
  let held = false
  const node = await openWalletNode(t, world, workers, {
    chain: (chain) => ({
      blocks: async function* (from: number, until: number) {
        if (held) {
          reading.resolve()
          await open.promise
        }
        yield* chain.blocks(from, until)
      },
    }),
  })
  const { account } = node.wallet
  await node.mine(10)
  // the coins of genesis are below the height it is recovered from
  const { accountId } = await account.recover({ recoveryPhrase: testPhrase('alice'), from: 5 })
  await node.settled(accountId)
  assert.equal((await account.balance(accountId)).available, 0n)
  held = true
  await account.rescan({ accountId, from: 5 })
  await reading.promise
  await account.rescan({ accountId, from: 0 })
  held = false
  open.resolve()
  await node.settled(accountId)
  assert.equal((await account.balance(accountId)).available, 5_000_000n)
})

test('a height beyond the chain holds up neither the account nor the others', async (t) => {
  const world = await createWalletWorld({ alice: [5_000_000n, 0n, 0n] })
  const node = await openWalletNode(t, world, workers)
  const { account, payment } = node.wallet
  const alice = await node.account('alice')
  const bob = await account.recover({ recoveryPhrase: testPhrase('bob'), from: 1_000_000 })
  await payment.send({ accountId: alice.accountId, to: bob.address, amount: 7n })
  await node.mine(2)
  assert.equal((await account.balance(bob.accountId)).available, 7n)
  await account.rescan({ accountId: bob.accountId, from: 0 })
  await node.settled(bob.accountId)
  const { scannedHeight, rescanning } = await account.get(bob.accountId)
  assert.deepEqual([scannedHeight, rescanning], [node.chain.height, false])
  assert.equal((await account.balance(bob.accountId)).available, 7n)
})
