import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClient, listAll, waitForPayment } from '../../src/sdk/index.ts'
import { startFakeNode } from '../support/fake-node.ts'

test('a list is read page by page', async () => {
  const pages = new Map([
    [undefined, { items: [1, 2], next: 'a', complete: false }],
    ['a', { items: [3], next: 'b', complete: true }],
  ])
  const items: number[] = []
  for await (const item of listAll(async (cursor) => pages.get(cursor)!)) items.push(item)
  assert.deepEqual(items, [1, 2, 3])
})

test('waiting for a payment ends when it is final, whether that was before or comes later', async () => {
  const node = await startFakeNode()
  try {
    using stegos = createClient({ url: node.url, checkContract: false })
    const payment = { paymentId: 'p1', status: 'broadcast' }
    node.methods['payment.get'] = () => {
      const answer = { ...payment }
      if (payment.status === 'broadcast') {
        payment.status = 'final'
        node.append('payment.status', { paymentId: 'other', status: 'final' }, { ...payment })
      }
      return answer
    }
    assert.equal((await waitForPayment(stegos, { paymentId: 'p1' })).status, 'final')
    assert.equal((await waitForPayment(stegos, { paymentId: 'p1' })).status, 'final')
    assert.equal(node.requests.filter(({ method }) => method === 'payment.get').length, 3)
  } finally {
    await node.close()
  }
})
