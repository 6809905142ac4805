/** Payments between accounts: balances on both sides, chains of payments, cancelling, merging, receipts. */
import assert from 'node:assert/strict'
import { after, describe, type TestContext, test } from 'node:test'
import { NodeError } from '../../../src/node/errors.ts'
import { sharedWorkers } from '../world.ts'
import { createWalletWorld, eventsOf, openWalletNode, testPhrase } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const world = await createWalletWorld({ alice: [5_000_000n, 0n] })
const FEE = 10_000n
const page = { limit: 100 }

async function openPair(t: TestContext, genesis = world) {
  const node = await openWalletNode(t, genesis, workers)
  const alice = await node.account('alice')
  const bob = await node.account('bob')
  const available = async ({ accountId }: { accountId: string }) =>
    (await node.wallet.account.balance(accountId)).available
  return { node, alice, bob, available, ...node.wallet }
}

describe('a payment', () => {
  test('goes from created over broadcast to final, and both sides know it by the same id', async (t) => {
    const { node, alice, bob, payment, account } = await openPair(t)
    assert.equal((await account.balance(alice.accountId)).available, 5_000_000n)

    const sent = await payment.send({ accountId: alice.accountId, to: bob.address, amount: 1_000_000n })
    assert.equal(sent.status, 'created')
    assert.equal(sent.fee, 10_000n)
    assert.equal((await payment.get({ paymentId: sent.paymentId })).status, 'broadcast')
    const before = await account.balance(alice.accountId)
    assert.deepEqual([before.available, before.pending, before.locked], [0n, 3_990_000n, 0n])

    await node.mine()
    const outgoing = await payment.get({ paymentId: sent.paymentId })
    assert.deepEqual([outgoing.status, outgoing.height, outgoing.direction], ['final', 1, 'out'])
    const incoming = await payment.get({ paymentId: sent.paymentId, accountId: bob.accountId })
    assert.deepEqual([incoming.direction, incoming.amount, incoming.to], ['in', 1_000_000n, bob.address])
    assert.equal((await account.balance(alice.accountId)).available, 3_990_000n)
    assert.equal((await account.balance(bob.accountId)).available, 1_000_000n)

    const states = (await eventsOf(node, 'payment.status'))
      .filter(({ accountId }) => accountId === alice.accountId)
      .map(({ event }) => event.status)
    assert.deepEqual(states, ['created', 'broadcast', 'final'])
    const history = await account.history({ accountId: alice.accountId, limit: 10 })
    assert.deepEqual(
      history.items.map(({ type, amount, fee }) => [type, amount, fee]),
      [
        ['issued', 5_000_000n, undefined],
        ['issued', 0n, undefined],
        ['sent', 1_000_000n, 10_000n],
      ],
    )
  })

  test('that with its fee is more than there can be is too large, and not a sum that fits no number', async (t) => {
    const { alice, bob, payment } = await openPair(t)
    const input = { accountId: alice.accountId, to: bob.address, amount: 2n ** 64n - 1n }
    await assert.rejects(payment.estimate(input), { code: 'amount_too_large' })
    await assert.rejects(payment.send(input), { code: 'amount_too_large' })
    const most = { ...input, amount: 2n ** 64n - 1n - FEE }
    assert.equal((await payment.estimate(most)).sufficient, false)
    await assert.rejects(payment.send(most), { code: 'insufficient_funds' })
  })

  test('with the same idempotency key is made once', async (t) => {
    const { node, alice, bob, payment, available } = await openPair(t)
    const input = { accountId: alice.accountId, to: bob.address, amount: 5n, idempotencyKey: 'once' }
    const [first, second] = await Promise.all([payment.send(input), payment.send(input)])
    assert.deepEqual(second, first)
    await node.mine()
    assert.deepEqual(await payment.send(input), first)
    await node.mine()
    assert.equal(await available(bob), 5n)
    await assert.rejects(payment.send({ ...input, amount: 6n }), { code: 'idempotency_conflict' })
  })

  test('to the account itself costs the fee alone', async (t) => {
    const { node, alice, account, payment, available } = await openPair(t)
    const { address } = await account.address({ accountId: alice.accountId })
    await payment.send({ accountId: alice.accountId, to: address, amount: 1_000_000n })
    const { available: now, pending } = await account.balance(alice.accountId)
    assert.deepEqual([now, pending], [0n, 5_000_000n - FEE])
    await node.mine()
    assert.equal(await available(alice), 5_000_000n - FEE)
    const { items } = await account.history({ accountId: alice.accountId, ...page, order: 'newest' })
    assert.deepEqual([items[0]!.type, items[0]!.amount, items[0]!.address], ['self', 1_000_000n, address])
    assert.equal(items.length, 3)
  })

  test('that is more than there is says what there is', async (t) => {
    const { alice, bob, payment } = await openPair(t)
    const send = payment.send({ accountId: alice.accountId, to: bob.address, amount: 4_990_001n })
    await assert.rejects(send, {
      code: 'insufficient_funds',
      details: { available: 5_000_000n, locked: 0n, needed: 5_000_001n, fee: 10_000n },
    })
    await payment.send({ accountId: alice.accountId, to: bob.address, amount: 4_990_000n })
    const empty = payment.send({ accountId: bob.accountId, to: alice.address, amount: 1n })
    await assert.rejects(empty, { code: 'insufficient_funds' })
  })

  test('to an address of another network is refused', async (t) => {
    const { alice, payment } = await openPair(t)
    const to = alice.address.replace(/^dstg1/, 'stg1')
    await assert.rejects(payment.send({ accountId: alice.accountId, to, amount: 1n }), {
      code: 'invalid_address',
    })
  })
})

describe('a payment that', () => {
  test('comes while the chain is being read waits until all coins are known', async (t) => {
    const node = await openWalletNode(t, world, workers)
    const { account, payment } = node.wallet
    const { accountId, address } = await account.recover({ recoveryPhrase: testPhrase('alice') })
    assert.equal((await account.get(accountId)).rescanning, true)
    await payment.send({ accountId, to: address, amount: 1n })
  })

  test('the network refuses is rejected, and its coins are free', async (t) => {
    const refuse = () => Promise.reject(new NodeError('invalid_transaction', { rule: 'invalid_proof' }))
    const node = await openWalletNode(t, world, workers, { chain: () => ({ submit: refuse }) })
    const { account, payment } = node.wallet
    const { accountId, address } = await node.account('alice')
    const { paymentId } = await payment.send({ accountId, to: address, amount: 1n })
    const { status, reason } = await payment.get({ paymentId })
    assert.deepEqual([status, reason], ['rejected', 'refused'])
    assert.equal((await account.balance(accountId)).available, 5_000_000n)
    await assert.rejects(payment.prove({ paymentId }), { code: 'not_provable' })
  })
})

describe('payments one after the other', () => {
  test('need not wait for blocks: a later one spends the change of an earlier one', async (t) => {
    const { node, alice, bob, payment, account, available } = await openPair(t)
    const send = () => payment.send({ accountId: alice.accountId, to: bob.address, amount: 1_000n })
    const sent = await Promise.all([send(), send(), send()])
    assert.equal(new Set(sent.map(({ transactionId }) => transactionId)).size, 3)
    const { locked, available: now, pending } = await account.balance(alice.accountId)
    assert.deepEqual([now, locked > 0n, now + locked + pending], [0n, true, 5_000_000n - 1_000n - FEE])
    const statuses = async () =>
      (await Promise.all(sent.map(({ paymentId }) => payment.get({ paymentId })))).map(({ status }) => status)
    assert.deepEqual((await statuses()).toSorted(), ['broadcast', 'created', 'created'])
    for (let blocks = 0; (await statuses()).some((status) => status !== 'final'); blocks++) {
      assert.ok(blocks < 6)
      await node.mine()
    }
    assert.equal(await available(bob), 3_000n)
  })

  test('of one call are stored all or none, and follow as coins come free', async (t) => {
    const { node, alice, bob, payment, available } = await openPair(t)
    const { accountId } = alice
    const to = bob.address
    const tooMuch = [1_000_000n, 3_980_000n].map((amount) => ({ to, amount }))
    await assert.rejects(payment.sendMany({ accountId, payments: tooMuch }), { code: 'insufficient_funds' })
    assert.equal((await payment.list({ accountId, ...page })).items.length, 0)

    const payments = [100n, 200n, 300n].map((amount) => ({ to, amount }))
    const sent = await payment.sendMany({ accountId, payments, idempotencyKey: 'all' })
    assert.deepEqual(
      sent.map(({ transactionId }) => transactionId !== undefined),
      [true, false, false],
    )
    assert.deepEqual(await payment.sendMany({ accountId, payments, idempotencyKey: 'all' }), sent)
    await node.built(accountId)
    await node.mine(3)
    assert.equal(await available(bob), 600n)
    const { items } = await payment.list({ accountId, ...page, status: 'final', direction: 'out' })
    assert.deepEqual(
      items.map(({ amount }) => amount),
      [100n, 200n, 300n],
    )
  })
})

describe('cancelling', () => {
  test('takes back what is not broadcast, and what builds on it', async (t) => {
    const { node, alice, bob, payment, account, available } = await openPair(t)
    const { accountId } = alice
    const send = (amount: bigint) => payment.send({ accountId, to: bob.address, amount })
    const first = await send(100n)
    const second = await send(200n)
    const third = await send(300n)
    await assert.rejects(payment.cancel({ paymentId: first.paymentId }), {
      code: 'not_cancellable',
      details: { paymentId: first.paymentId, status: 'broadcast' },
    })
    const cancelled = await payment.cancel({ paymentId: second.paymentId, idempotencyKey: 'c' })
    assert.equal(cancelled.status, 'cancelled')
    assert.deepEqual(await payment.cancel({ paymentId: second.paymentId, idempotencyKey: 'c' }), cancelled)
    assert.equal((await payment.get({ paymentId: third.paymentId })).status, 'cancelled')
    assert.equal((await account.balance(accountId)).locked, 0n)
    await node.mine(2)
    assert.equal(await available(bob), 100n)
    assert.equal(await available(alice), 5_000_000n - 100n - FEE)
  })

  test('is not for payments that came in', async (t) => {
    const { node, alice, bob, payment } = await openPair(t)
    const { paymentId } = await payment.send({ accountId: alice.accountId, to: bob.address, amount: 1n })
    await node.mine()
    await assert.rejects(payment.cancel({ paymentId }), { code: 'not_cancellable' })
    await assert.rejects(payment.cancel({ paymentId: '00'.repeat(32) }), { code: 'payment_not_found' })
  })
})

describe('many small coins', () => {
  test('are merged with the payment that needs them, and by consolidating', async (t) => {
    const small = await createWalletWorld({ alice: new Array<bigint>(20).fill(50_000n) })
    const { node, alice, bob, payment, account, available } = await openPair(t, small)
    const { accountId } = alice
    const estimate = await payment.estimate({ accountId, to: bob.address, amount: 900_000n })
    assert.deepEqual([estimate.transactions, estimate.sufficient], [2, true])
    const merge = await payment.consolidate({ accountId })
    assert.deepEqual([merge.merged, merge.remaining, merge.fee], [16, 5, 24_000n])
    await node.mine()
    assert.equal(await available(alice), 1_000_000n - 24_000n)
    const { items } = await account.history({ accountId, ...page, order: 'newest' })
    assert.deepEqual([items[0]!.type, items[0]!.fee, items[0]!.paymentId], ['self', 24_000n, merge.paymentId])
    const values = (await account.outputs({ accountId, ...page, status: 'unspent' })).items
    assert.equal(values.filter(({ amount }) => amount > 0n).length, 5)
  })

  test('need a second transaction when one cannot take them all', async (t) => {
    const small = await createWalletWorld({ alice: new Array<bigint>(17).fill(50_000n) })
    const { node, alice, bob, payment, available } = await openPair(t, small)
    const { accountId } = alice
    const sent = await payment.send({ accountId, to: bob.address, amount: 810_000n })
    assert.equal(sent.fee, 24_000n + FEE)
    await node.mine(3)
    assert.equal((await payment.get({ paymentId: sent.paymentId })).status, 'final')
    assert.equal(await available(bob), 810_000n)
    assert.equal(await available(alice), 850_000n - 810_000n - 24_000n - FEE)
  })

  test('are not there to merge in a new account', async (t) => {
    const { bob, payment } = await openPair(t)
    await assert.rejects(payment.consolidate({ accountId: bob.accountId }), {
      code: 'nothing_to_consolidate',
    })
  })
})

describe('a receipt', () => {
  test('shows anybody what was paid to whom, and is made by the sender alone', async (t) => {
    const { node, alice, bob, payment } = await openPair(t)
    const request = { accountId: alice.accountId, to: bob.address, amount: 42n, idempotencyKey: 'public' }
    const sent = await payment.sendPublic(request)
    assert.deepEqual(await payment.sendPublic(request), sent)
    assert.deepEqual(await payment.verifyProof({ proof: sent.proof }), {
      valid: false,
      reason: 'unknown_output',
    })
    await node.mine()
    const { paymentId, transactionId } = sent
    const shown = { valid: true, paymentId, to: bob.address, amount: 42n, transactionId, height: 1 }
    assert.deepEqual(await payment.verifyProof({ proof: sent.proof }), shown)
    const made = await payment.prove({ paymentId })
    assert.deepEqual(await payment.verifyProof(made), shown)
    await assert.rejects(payment.prove({ paymentId, accountId: bob.accountId }), { code: 'not_provable' })

    const bytes = Buffer.from(made.proof, 'base64url')
    bytes[bytes.length - 1]! ^= 1
    assert.deepEqual(await payment.verifyProof({ proof: bytes.toString('base64url') }), {
      valid: false,
      reason: 'mismatch',
    })
    assert.deepEqual(await payment.verifyProof({ proof: 'no proof' }), { valid: false, reason: 'malformed' })
  })
})

describe('a merge', () => {
  test('has no receipt', async (t) => {
    const coins = await createWalletWorld({ alice: [1_000_000n, 1_000_000n, 0n], bob: [] })
    const { node, alice, payment } = await openPair(t, coins)
    const { paymentId } = await payment.consolidate({ accountId: alice.accountId })
    await assert.rejects(payment.prove({ paymentId }), { code: 'not_provable' })
    await node.mine()
    await assert.rejects(payment.prove({ paymentId }), { code: 'not_provable' })
  })
})

describe('a phrase in use on two nodes', () => {
  test('has the payment rejected whose coin the other spent, and its coins freed', async (t) => {
    const phrase = await createWalletWorld({ alice: [1_000_000n, 0n] })
    const { node, alice, bob, payment, account, available } = await openPair(t, phrase)
    const other = await openWalletNode(t, phrase, workers)
    await other.account('alice')
    const theirs = await other.wallet.payment.send({
      accountId: alice.accountId,
      to: bob.address,
      amount: 7n,
    })
    const bytes = other.mempool.get(theirs.transactionId)!
    await node.mempool.submit(bytes)

    const lost = await payment.send({ accountId: alice.accountId, to: bob.address, amount: 5n })
    const later = await payment.send({ accountId: alice.accountId, to: bob.address, amount: 6n })
    assert.equal((await payment.get({ paymentId: lost.paymentId })).status, 'created')
    await node.mine()
    for (const { paymentId } of [lost, later]) {
      const { status, reason } = await payment.get({ paymentId })
      assert.deepEqual([status, reason], ['rejected', 'input_spent'])
    }
    assert.equal(await available(bob), 7n)
    const balance = await account.balance(alice.accountId)
    assert.deepEqual([balance.available, balance.pending, balance.locked], [1_000_000n - 7n - FEE, 0n, 0n])
    const { items } = await account.outputs({ accountId: alice.accountId, ...page })
    assert.ok(items.every(({ status }) => status === 'spent' || status === 'unspent'))
    // what the other node sent is known here as well, from the record in the change
    assert.equal((await payment.get({ paymentId: theirs.paymentId })).direction, 'out')
  })
})

describe('the faucet', () => {
  test('pays many at once, is not listed, and no events tell of it', async (t) => {
    const amounts = Array.from({ length: 8 }, (_, index) => (index % 2 ? 0n : 1_000_000_000n))
    const faucetWorld = await createWalletWorld({ faucet: amounts })
    const node = await openWalletNode(t, faucetWorld, workers, { faucet: testPhrase('faucet') })
    await node.mine()
    const { wallet } = node
    const bob = await node.account('bob')
    const give = (amount: bigint) => wallet.faucet!({ address: bob.address, amount })
    const given = await Promise.all([1n, 2n, 3n].map(give))
    assert.equal(new Set(given.map(({ transactionId }) => transactionId)).size, 3)
    await node.mine()
    assert.equal((await wallet.account.balance(bob.accountId)).available, 6n)
    assert.equal((await wallet.account.list(page)).items.length, 1)
    const told = new Set((await eventsOf(node, 'payment.status')).map(({ accountId }) => accountId))
    assert.deepEqual([...told], [bob.accountId])
  })
})
