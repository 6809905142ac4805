import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { decodeBody, decodeText, encodeBody, isStegosError, waitForPayment } from '../../src/sdk/index.ts'
import { createAccount, createFunded, symbolOf, waitForItem } from '../support/accounts.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode()
const client = node.client()
after(async () => {
  client.close()
  await node.stop()
})

const alice = await createFunded(client, 'alice')
const bob = await createAccount(client, 'bob')

async function sendToBob(body: string | Uint8Array, app?: string) {
  return client.message.send({ accountId: alice.accountId, to: bob.address, body: encodeBody(body), app })
}

test('a message reaches a reader who follows the stream', async () => {
  const stream = client.events({ topics: ['message.received'], accountId: bob.accountId })
  assert.equal((await stream.next()).value?.topic, 'caught_up')
  const { messageId } = await sendToBob('see you at eight', 'calendar')
  const item = await waitForItem(stream, ({ topic }) => topic === 'message.received')
  assert.ok(item.topic === 'message.received')
  assert.equal(item.event.messageId, messageId)
  assert.equal(item.event.app, 'calendar')
  assert.equal(decodeText(item.event.body!), 'see you at eight')

  const listed = await client.message.list({ accountId: bob.accountId, app: 'calendar' })
  assert.deepEqual(
    listed.items.map((message) => message.messageId),
    [messageId],
  )
  assert.equal(
    (await client.message.list({ accountId: bob.accountId, app: 'calendar' })).items.length,
    1,
    'reading deletes nothing',
  )
  await stream.return()
})

test('a long message is split, sent and joined again', async () => {
  const body = randomBytes(3_000)
  const stream = client.events({ topics: ['message.received'], accountId: bob.accountId })
  await stream.next()
  const { messageId, parts } = await sendToBob(body)
  assert.ok(parts > 1)
  const item = await waitForItem(
    stream,
    ({ topic, event }) => topic === 'message.received' && event.messageId === messageId,
  )
  assert.ok(item.topic === 'message.received')
  assert.deepEqual(Buffer.from(decodeBody(item.event.body!)), body)
  await stream.return()
})

test('an oversized message says what the limit is', async () => {
  const { limits } = await client.node.status()
  const error = await sendToBob(new Uint8Array(limits.messageBodyBytes + 1)).catch((thrown) => thrown)
  assert.ok(isStegosError(error, 'payload_too_large'))
  assert.equal(error.data.limit, limits.messageBodyBytes)
})

test('an account without coins cannot send a message', async () => {
  const { accountId } = await createAccount(client, 'poor')
  assert.equal(
    await symbolOf(client.message.send({ accountId, to: bob.address, body: encodeBody('hi') })),
    'insufficient_funds',
  )
})

test('data travels with a payment', async () => {
  const { paymentId, messageId } = await client.payment.send({
    accountId: alice.accountId,
    to: bob.address,
    amount: '12',
    data: encodeBody('invoice 12'),
    app: 'shop',
  })
  await waitForPayment(client, { paymentId, accountId: bob.accountId })
  const message = await client.message.get({ messageId: messageId!, accountId: bob.accountId })
  assert.equal(message.amount, '12')
  assert.equal(decodeText(message.body!), 'invoice 12')
})
