/** Messages: short and long ones, with money, from outside indistinguishable from payments, and what strangers may try. */
import assert from 'node:assert/strict'
import { after, describe, type TestContext, test } from 'node:test'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { MAX_MESSAGE_LENGTH, PART_LENGTH } from '../../../src/protocol/payload.ts'
import { decodeTransaction, shapeOf } from '../../../src/protocol/transaction.ts'
import { sharedWorkers } from '../world.ts'
import { createWalletWorld, eventsOf, openWalletNode } from './wallet-node.ts'

const workers = sharedWorkers({ after })
const world = await createWalletWorld({ alice: [5_000_000n, 0n, 0n, 0n] })
const page = { limit: 100 }

async function openPair(t: TestContext) {
  const node = await openWalletNode(t, world, workers)
  const alice = await node.account('alice')
  const bob = await node.account('bob')
  return { node, alice, bob, ...node.wallet }
}

describe('a message', () => {
  test('arrives with its body, and both sides see how it went', async (t) => {
    const { node, alice, bob, message, account } = await openPair(t)
    const sent = await message.send({
      accountId: alice.accountId,
      to: bob.address,
      body: utf8('hello'),
      app: 'chat',
    })
    assert.deepEqual(
      [sent.status, sent.parts, sent.fee, sent.transactionIds.length],
      ['created', 1, 10_000n, 1],
    )
    const { messageId } = sent
    assert.equal((await message.get({ messageId })).status, 'broadcast')
    await node.mine()
    const { items, next, complete } = await message.list({ accountId: bob.accountId, ...page })
    assert.equal(complete, true)
    const [received] = items
    assert.deepEqual(
      [
        received!.messageId,
        received!.app,
        received!.status,
        received!.height,
        received!.amount,
        received!.to,
      ],
      [messageId, 'chat', 'received', 1, 0n, bob.address],
    )
    assert.deepEqual(received!.body, utf8('hello'))
    assert.deepEqual(
      [(await message.get({ messageId })).direction, (await message.get({ messageId })).status],
      ['out', 'final'],
    )
    assert.equal((await message.list({ accountId: bob.accountId, ...page, app: 'mail' })).items.length, 0)
    assert.equal((await message.list({ accountId: bob.accountId, ...page, cursor: next })).items.length, 0)
    assert.equal(
      (await message.list({ accountId: alice.accountId, ...page, direction: 'out' })).items.length,
      1,
    )
    assert.equal((await eventsOf(node, 'message.received')).length, 1)
    const states = await eventsOf(node, 'message.status')
    assert.deepEqual(states.map(({ event }) => `${event.direction} ${event.status}`).toSorted(), [
      'in received',
      'out broadcast',
      'out created',
      'out final',
    ])
    assert.equal((await account.balance(bob.accountId)).available, 0n)
  })

  test('looks from outside like a payment: shape, size and fee', async (t) => {
    const { node, alice, bob, message, payment } = await openPair(t)
    const { accountId } = alice
    const to = bob.address
    const paid = await payment.send({ accountId, to, amount: 123_456n })
    const plain = node.mempool.get(paid.transactionId)!
    await node.mine()
    const said = await message.send({ accountId, to, body: utf8('hello'), app: 'chat' })
    const carrying = node.mempool.get(said.transactionIds[0]!)!
    await node.mine()
    const both = await payment.send({ accountId, to, amount: 1n, data: new Uint8Array(PART_LENGTH) })
    const paidWithData = node.mempool.get(both.transactionId)!
    assert.deepEqual([carrying.length, paidWithData.length], [plain.length, plain.length])
    assert.deepEqual([said.fee, both.fee], [paid.fee, paid.fee])
    for (const bytes of [plain, carrying, paidWithData]) {
      assert.deepEqual(shapeOf(decodeTransaction(bytes)), { inputs: 2, outputs: 2 })
    }
  })

  test('can travel with money', async (t) => {
    const { node, alice, bob, message, payment } = await openPair(t)
    const sent = await payment.send({
      accountId: alice.accountId,
      to: bob.address,
      amount: 700n,
      data: utf8('rent'),
      app: 'notes',
    })
    assert.ok(sent.messageId)
    await node.mine()
    const [received] = (await message.list({ accountId: bob.accountId, ...page })).items
    assert.deepEqual([received!.amount, received!.paymentIds], [700n, [sent.paymentId]])
    const incoming = await payment.get({ paymentId: sent.paymentId, accountId: bob.accountId })
    assert.deepEqual(
      [incoming.data, incoming.app, incoming.messageId],
      [utf8('rent'), 'notes', sent.messageId],
    )
  })

  test('of several parts leaves part by part and arrives whole', async (t) => {
    const { node, alice, bob, message, payment } = await openPair(t)
    const body = Uint8Array.from({ length: 2 * PART_LENGTH + 1 }, (_, at) => at)
    const sent = await message.send({
      accountId: alice.accountId,
      to: bob.address,
      body,
      idempotencyKey: 'long',
    })
    assert.deepEqual([sent.parts, sent.fee, sent.transactionIds.length], [3, 30_000n, 1])
    await node.built(alice.accountId)
    const out = async () => message.get({ messageId: sent.messageId })
    assert.deepEqual([(await out()).status, (await out()).partsDone], ['created', 0])
    await node.mine()
    assert.equal((await out()).partsDone, 1)
    const arriving = await message.get({ messageId: sent.messageId, accountId: bob.accountId })
    assert.deepEqual(
      [arriving.status, arriving.partsDone, arriving.parts, arriving.body],
      ['partial', 1, 3, undefined],
    )
    assert.equal((await message.list({ accountId: bob.accountId, ...page })).items.length, 0)
    for (let blocks = 0; (await out()).status !== 'final'; blocks++) {
      assert.ok(blocks < 20)
      await node.mine()
    }
    const [received] = (await message.list({ accountId: bob.accountId, ...page })).items
    assert.deepEqual(received!.body, body)
    assert.equal(received!.partsDone, 3)
    assert.equal((await eventsOf(node, 'message.received')).length, 1)
    const payments = await payment.list({ accountId: bob.accountId, ...page })
    assert.deepEqual(
      payments.items.map(({ messageId, data }) => [messageId, data]),
      new Array(3).fill([sent.messageId, undefined]),
    )
    const told = (await eventsOf(node, 'payment.status')).filter(({ event }) => 'data' in event)
    assert.deepEqual(told, [])
    assert.deepEqual(
      await message.send({ accountId: alice.accountId, to: bob.address, body, idempotencyKey: 'long' }),
      sent,
    )
  })

  test('of which one part is cancelled is given up, and no further part leaves', async (t) => {
    const { node, alice, bob, message, payment, account } = await openPair(t)
    const body = new Uint8Array(3 * PART_LENGTH)
    const { messageId } = await message.send({ accountId: alice.accountId, to: bob.address, body })
    await node.built(alice.accountId)
    const parts = (await message.get({ messageId })).paymentIds
    await payment.cancel({ paymentId: parts[1]! })
    const after = await message.get({ messageId })
    assert.deepEqual([after.status, after.reason], ['rejected', 'cancelled'])
    assert.equal((await payment.get({ paymentId: parts[2]! })).status, 'cancelled')
    await node.mine(10)
    assert.equal((await message.get({ messageId, accountId: bob.accountId })).partsDone, 1)
    assert.equal((await account.balance(alice.accountId)).available, 5_000_000n - 10_000n)
  })

  test('that is too long is refused before anything is stored', async (t) => {
    const { alice, bob, message, payment } = await openPair(t)
    const send = message.send({
      accountId: alice.accountId,
      to: bob.address,
      body: new Uint8Array(MAX_MESSAGE_LENGTH + 1),
    })
    await assert.rejects(send, { code: 'payload_too_large', details: { limit: MAX_MESSAGE_LENGTH } })
    assert.equal((await payment.list({ accountId: alice.accountId, ...page })).items.length, 0)
  })

  test('to the account itself is received like any other', async (t) => {
    const { node, alice, message } = await openPair(t)
    const { messageId } = await message.send({
      accountId: alice.accountId,
      to: alice.address,
      body: utf8('memo'),
    })
    await node.mine()
    const [received] = (await message.list({ accountId: alice.accountId, ...page })).items
    assert.deepEqual([received!.messageId, received!.body], [messageId, utf8('memo')])
  })

  test('can be decoded from its output by the account it is for, and by no other', async (t) => {
    const { node, alice, bob, message, account } = await openPair(t)
    await message.send({ accountId: alice.accountId, to: bob.address, body: utf8('hello'), app: 'chat' })
    await node.mine()
    const [coin] = (await account.outputs({ accountId: bob.accountId, ...page })).items
    const outputId = coin!.outputId
    const decoded = await message.decode({ accountId: bob.accountId, outputId })
    assert.deepEqual(
      [decoded.kind, decoded.app, decoded.part, decoded.parts, decoded.body],
      ['message', 'chat', 0, 1, utf8('hello')],
    )
    await assert.rejects(message.decode({ accountId: alice.accountId, outputId }), {
      code: 'not_for_account',
    })
    const change = (await account.outputs({ accountId: alice.accountId, ...page, status: 'unspent' })).items
    const kinds = await Promise.all(
      change.map(
        async (one) => (await message.decode({ accountId: alice.accountId, outputId: one.outputId })).kind,
      ),
    )
    assert.deepEqual(kinds.toSorted(), ['change', 'none', 'none'])
  })
})
