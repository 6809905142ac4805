import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { http, waitForPayment, webSocket } from '../../src/sdk/index.ts'
import { createAccount, createFunded } from '../support/accounts.ts'
import { startLossyProxy } from '../support/lossy-proxy.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode()
const proxy = await startLossyProxy(node.url)
const direct = node.client()
after(async () => {
  direct.close()
  await proxy.close()
  await node.stop()
})

const alice = await createFunded(direct, 'alice')

for (const transport of [http, webSocket]) {
  test(`an answer lost on the wire and asked for again pays once (${transport.name})`, async () => {
    using client = node.client({
      url: proxy.url,
      transport: transport(),
      checkContract: false,
      retry: { delay: 1 },
    })
    const { accountId, address } = await createAccount(direct, transport.name)
    await client.node.status()
    const before = proxy.lost()
    proxy.lose(transport === http ? 2 : 1)
    const { paymentId } = await client.payment.send({
      accountId: alice.accountId,
      to: address,
      amount: '1234',
    })
    assert.ok(proxy.lost() > before, 'an answer was lost')
    await waitForPayment(direct, { paymentId, accountId: alice.accountId })
    const { items } = await direct.account.history({ accountId })
    assert.deepEqual(
      items.map((entry) => [entry.paymentId, entry.amount]),
      [[paymentId, '1234']],
    )
    assert.equal((await direct.account.balance({ accountId })).total, '1234')
  })
}

test('a stream through a breaking connection has no gap and no double', async () => {
  using client = node.client({ url: proxy.url, checkContract: false, retry: { delay: 1 } })
  const heights: number[] = []
  for await (const item of client.events({ topics: ['chain.block'], from: 'genesis' })) {
    if (item.topic !== 'chain.block') continue
    heights.push(item.event.height)
    if (heights.length % 5 === 0) proxy.cut()
    if (heights.length === 30) break
    if (heights.length === 10) await direct.dev.mine({ blocks: 30 })
  }
  assert.deepEqual(
    heights,
    heights.map((_, index) => heights[0]! + index),
  )
})
