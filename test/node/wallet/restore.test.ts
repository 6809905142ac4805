/** The phrase alone brings everything back: balances, history, messages received and sent, payments made. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { SeenOutputs, SeenPlace, WalletChain } from '../../../src/node/wallet/chain-view.ts'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { PART_LENGTH } from '../../../src/protocol/payload.ts'
import { sharedWorkers } from '../world.ts'
import { createWalletWorld, eventsOf, openWalletNode, testPhrase, type WalletNode } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const world = await createWalletWorld({ alice: [5_000_000n, 0n, 0n], bob: [100_000n] })
const page = { limit: 100 }

/** All that the lists of an account say, but for what only the node that sent knows: when it was asked to. */
async function knowledge({ wallet }: WalletNode, accountId: string) {
  const { account, payment, message } = wallet
  const { height, ...balance } = await account.balance(accountId)
  const out = (await message.list({ accountId, ...page, direction: 'out' })).items
  return {
    balance,
    history: (await account.history({ accountId, ...page })).items,
    received: (await message.list({ accountId, ...page })).items,
    sent: out.map(({ createdAt, ...rest }) => rest).toSorted((a, b) => (a.messageId < b.messageId ? -1 : 1)),
    payments: (await payment.list({ accountId, ...page })).items
      .map(({ createdAt, ...rest }) => rest)
      .toSorted((a, b) => (`${a.direction} ${a.paymentId}` < `${b.direction} ${b.paymentId}` ? -1 : 1)),
    unspent: (await account.outputs({ accountId, ...page, status: 'unspent' })).items.toSorted((a, b) =>
      a.outputId < b.outputId ? -1 : 1,
    ),
  }
}

test('an account that is recovered knows what it knew', async (t) => {
  const node = await openWalletNode(t, world, workers)
  const alice = await node.account('alice')
  const bob = await node.account('bob')
  const { account, payment, message } = node.wallet
  // a payment, with data, to an address of its own; an answer; a long message; something to itself; a merge
  const { address } = await account.address({ accountId: bob.accountId })
  await payment.send({
    accountId: alice.accountId,
    to: address,
    amount: 300_000n,
    data: utf8('rent'),
    app: 'notes',
  })
  await node.mine()
  await message.send({ accountId: bob.accountId, to: alice.address, body: utf8('thanks'), app: 'chat' })
  const body = Uint8Array.from({ length: PART_LENGTH + 10 }, (_, at) => at)
  await message.send({ accountId: alice.accountId, to: bob.address, body, app: 'chat' })
  await node.built(alice.accountId)
  await node.mine(10)
  await payment.send({ accountId: alice.accountId, to: alice.address, amount: 1_000n })
  await node.mine()
  await payment.consolidate({ accountId: alice.accountId })
  await node.mine()

  const before = await knowledge(node, alice.accountId)
  assert.deepEqual(
    before.history.map(({ type }) => type),
    ['issued', 'issued', 'issued', 'sent', 'received', 'sent', 'sent', 'self', 'self'],
  )
  assert.deepEqual(
    before.sent.map((one) => one.body).toSorted((a, b) => a!.length - b!.length),
    [utf8('rent'), body],
  )
  assert.equal(before.received[0]!.app, 'chat')

  await account.remove({ accountId: alice.accountId })
  const recovered = await account.recover({ recoveryPhrase: testPhrase('alice') })
  await node.settled(recovered.accountId)
  assert.deepEqual(await knowledge(node, recovered.accountId), before)

  const bobBefore = await knowledge(node, bob.accountId)
  await account.remove({ accountId: bob.accountId })
  await node.account('bob')
  assert.deepEqual(await knowledge(node, bob.accountId), bobBefore)
  // an address that was used is not given out again
  assert.equal((await account.address({ accountId: bob.accountId })).index, 2)

  // a receipt can be made after the restore, too
  const rent = before.payments.find(({ amount }) => amount === 300_000n)!
  const proof = await payment.prove({ paymentId: rent.paymentId })
  assert.equal((await payment.verifyProof(proof)).valid, true)

  // reading the chain again finds nothing new and tells nothing twice
  const told = (await node.events.read(0n, 10_000)).length
  const scanning = await account.rescan({ accountId: recovered.accountId, from: 0 })
  assert.equal(scanning.rescanning, true)
  await node.settled(recovered.accountId)
  assert.deepEqual(await knowledge(node, recovered.accountId), before)
  assert.equal((await node.events.read(0n, 10_000)).length, told)
  assert.ok((await eventsOf(node, 'message.received')).length > 0)
})

test('addresses far beyond those that are known are found, as long as there is no larger gap', async (t) => {
  const limits = { addressLookahead: 5 }
  const node = await openWalletNode(t, world, workers, { limits })
  const alice = await node.account('alice')
  const carol = await node.account('carol')
  const { account, payment } = node.wallet
  const addresses = []
  for (let i = 0; i < 9; i++) addresses.push((await account.address({ accountId: carol.accountId })).address)
  for (const to of [addresses[3]!, addresses[8]!]) {
    await payment.send({ accountId: alice.accountId, to, amount: 10n })
  }
  await node.mine(2)
  assert.equal((await account.balance(carol.accountId)).available, 20n)

  await account.remove({ accountId: carol.accountId })
  const again = await node.account('carol')
  assert.equal((await account.balance(again.accountId)).available, 20n)
  assert.equal((await account.address({ accountId: again.accountId })).index, 10)
})

test('balances survive when payloads are pruned, and what this node sent is known all the same', async (t) => {
  const pruned = (chain: WalletChain) => ({
    outputs: async (places: readonly SeenPlace[]): Promise<SeenOutputs[]> =>
      (await chain.outputs(places)).map(({ origin, outputs }) => ({
        origin,
        outputs: outputs.map(({ payload, ...coin }) => coin),
      })),
  })
  const node = await openWalletNode(t, world, workers, { chain: pruned })
  const alice = await node.account('alice')
  const bob = await node.account('bob')
  const { account, payment } = node.wallet
  const { paymentId } = await payment.send({ accountId: alice.accountId, to: bob.address, amount: 7n })
  await node.mine()
  const known = await knowledge(node, alice.accountId)
  assert.deepEqual([known.balance.available, known.history.at(-1)!.type], [5_000_000n - 7n - 10_000n, 'sent'])
  assert.equal((await payment.get({ paymentId })).status, 'final')

  await account.remove({ accountId: alice.accountId })
  await node.account('alice')
  const restored = await knowledge(node, alice.accountId)
  assert.deepEqual([restored.balance, restored.unspent], [known.balance, known.unspent])
  assert.equal((await account.balance(bob.accountId)).available, 100_007n)
})
