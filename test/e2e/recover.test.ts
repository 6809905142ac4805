import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Client, encodeBody, listAll, waitForPayment } from '../../src/sdk/index.ts'
import { createAccount, createFunded, fund, type TestAccount, waitForItem } from '../support/accounts.ts'
import { type NodeProcess, portOf, startNode } from '../support/node-process.ts'

let node: NodeProcess = await startNode()
let client: Client = node.client()
after(async () => {
  client.close()
  await node.stop()
})

async function all<Item>(read: Parameters<typeof listAll<Item>>[0]): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of listAll(read)) items.push(item)
  return items
}

/** Everything an account knows, without the times at which this node happened to store it. */
async function knowledge({ accountId }: TestAccount) {
  const balance = await client.account.balance({ accountId })
  const withoutClock = (item: object) => ({ ...item, createdAt: undefined })
  return {
    balance: { ...balance, height: undefined },
    history: await all((cursor) => client.account.history({ accountId, cursor })),
    // They are listed in the order in which this node came to know them, which a recovery changes.
    payments: (await all((cursor) => client.payment.list({ accountId, cursor })))
      .map(withoutClock)
      .sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1)),
    received: await all((cursor) => client.message.list({ accountId, cursor })),
    sent: (await all((cursor) => client.message.list({ accountId, cursor, direction: 'out' }))).map(
      withoutClock,
    ),
  }
}

async function waitUntilRead({ accountId }: TestAccount): Promise<void> {
  // A new block brings the account up to date, and tells so.
  for (;;) {
    const { height } = await client.dev.mine({})
    const account = await client.account.get({ accountId })
    if (!account.rescanning && account.scannedHeight >= height - 1) return
  }
}

/** Payments and messages in both directions, one with data, one to itself. */
async function live(): Promise<{ alice: TestAccount; bob: TestAccount }> {
  const alice = await createFunded(client, 'alice')
  const bob = await createFunded(client, 'bob')
  const pay = async (from: TestAccount, to: string, amount: string, data?: string) => {
    const { paymentId } = await client.payment.send({ accountId: from.accountId, to, amount, data })
    await waitForPayment(client, { paymentId, accountId: from.accountId })
  }
  const subaddress = await client.account.address({ accountId: alice.accountId, label: 'customer' })
  await pay(alice, bob.address, '1000000')
  await pay(bob, subaddress.address, '500', encodeBody('thanks'))
  await pay(alice, alice.address, '3000000')
  for (const [from, to, text] of [
    [alice, bob, 'first'],
    [bob, alice, 'second, which is long '.repeat(100)],
  ] as const) {
    const stream = client.events({ topics: ['message.status'], accountId: from.accountId })
    await stream.next()
    const { messageId } = await client.message.send({
      accountId: from.accountId,
      to: to.address,
      body: encodeBody(text),
      app: 'test',
    })
    await waitForItem(
      stream,
      ({ topic, event }) =>
        topic === 'message.status' && event.messageId === messageId && event.status === 'final',
    )
    await stream.return()
  }
  return { alice, bob }
}

test('the phrase brings back balance, history, messages and what was sent', async () => {
  const { alice, bob } = await live()
  const before = await knowledge(alice)
  assert.equal(before.sent.length, 1)
  assert.equal(before.received.length, 2)

  await client.account.remove({ accountId: alice.accountId })
  const recovered = await client.account.recover({ recoveryPhrase: alice.recoveryPhrase, name: 'alice' })
  assert.deepEqual(recovered, { accountId: alice.accountId, address: alice.address })
  await waitUntilRead(alice)
  assert.deepEqual(await knowledge(alice), before)

  // The same on a node that has lost the folder of its keys and kept the chain.
  const ofBob = await knowledge(bob)
  client.close()
  await node.stop()
  rmSync(join(node.dataDirectory, 'accounts'), { recursive: true })
  node = await startNode({ dataDirectory: node.dataDirectory, port: portOf(node) })
  client = node.client()
  await client.account.recover({ recoveryPhrase: bob.recoveryPhrase, name: 'bob' })
  await waitUntilRead(bob)
  assert.deepEqual(await knowledge(bob), ofBob)

  // And it can spend again.
  const { paymentId } = await client.payment.send({
    accountId: bob.accountId,
    to: alice.address,
    amount: '1',
  })
  assert.equal((await waitForPayment(client, { paymentId, accountId: bob.accountId })).status, 'final')
})

test('a view key shows everything and spends nothing', async () => {
  const carol = await createAccount(client, 'carol')
  await fund(client, carol, '9000000')
  const { viewKey } = await client.account.viewKey({ accountId: carol.accountId })
  await client.account.remove({ accountId: carol.accountId })
  const watcher = await client.account.importViewKey({ viewKey })
  assert.equal(watcher.viewOnly, true)
  await waitUntilRead(carol)
  assert.equal((await client.account.balance({ accountId: carol.accountId })).total, '9000000')
  await assert.rejects(
    client.payment.send({ accountId: carol.accountId, to: carol.address, amount: '1' }),
    /spend|view/i,
  )
})
