import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createClient,
  isStegosError,
  listAll,
  type StakeGoal,
  waitForPayment,
  waitForStake,
} from '../../src/sdk/index.ts'
import { fakeError, startFakeNode } from '../support/fake-node.ts'

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

/** A stake that goes from one state to the next with each event. */
const WAY = [
  { status: 'broadcast', leaving: [] },
  { status: 'active', leaving: [] },
  { status: 'active', leaving: [], pending: { transactionId: 'out' } },
  { status: 'unbonding', leaving: [{ status: 'unbonding' }] },
  { status: 'withdrawable', leaving: [{ status: 'withdrawable' }] },
  { status: 'withdrawn', leaving: [] },
]

const GOALS: [string, { until?: StakeGoal; transactionId?: string }, number][] = [
  ['being active', {}, 1],
  ['an operation', { transactionId: 'out' }, 0],
  ['its release', { until: 'released' }, 4],
  ['its return', { until: 'withdrawn' }, 5],
  ['its return after an operation', { transactionId: 'out', until: 'withdrawn' }, 5],
]
for (const [name, goal, reached] of GOALS) {
  test(`waiting for a stake ends with ${name}`, async () => {
    const node = await startFakeNode()
    try {
      using stegos = createClient({ url: node.url, checkContract: false })
      let at = 0
      node.methods['stake.get'] = () => {
        const answer = { stakeId: 's1', ...WAY[at] }
        if (at < reached) {
          at += 1
          node.append('stake.status', { stakeId: 'other' }, { stakeId: 's1' })
        }
        return answer
      }
      const { status } = await waitForStake(stegos, { accountId: 'a1', stakeId: 's1', ...goal })
      assert.equal(status, WAY[reached]!.status)
      assert.equal(node.requests.filter(({ method }) => method === 'stake.get').length, reached + 1)
    } finally {
      await node.close()
    }
  })
}

test('waiting for a stake ends when it is rejected, waits for one that is not known, and obeys its signal', async () => {
  const node = await startFakeNode()
  try {
    using stegos = createClient({ url: node.url, checkContract: false })
    let known = false
    node.methods['stake.get'] = () => {
      if (known) return { stakeId: 's1', status: 'rejected', leaving: [] }
      known = true
      node.append('stake.status', { stakeId: 's1' })
      throw fakeError('unknown_stake', { stakeId: 's1' })
    }
    const ended = await waitForStake(stegos, { accountId: 'a1', stakeId: 's1', until: 'withdrawn' })
    assert.equal(ended.status, 'rejected')
    node.methods['stake.get'] = () => ({ stakeId: 's1', status: 'active', leaving: [] })
    const signal = AbortSignal.abort(new Error('enough'))
    await assert.rejects(
      waitForStake(stegos, { accountId: 'a1', stakeId: 's1', until: 'withdrawn', signal }),
      /enough/,
    )
  } finally {
    await node.close()
  }
})

test('waiting for an operation on a stake fails with its reason when the operation does', async () => {
  const node = await startFakeNode()
  try {
    using stegos = createClient({ url: node.url, checkContract: false })
    const refused = { transactionId: 'out', operation: 'unbond', reason: 'input_spent', height: 7 }
    node.methods['stake.get'] = () => ({ ...WAY[1], stakeId: 's1', accountId: 'a1', refused })
    const wait = (transactionId: string) =>
      waitForStake(stegos, { accountId: 'a1', stakeId: 's1', transactionId })
    await assert.rejects(wait('out'), (error) => {
      assert.ok(isStegosError(error, 'operation_refused'), String(error))
      assert.deepEqual(error.data, { ...refused, accountId: 'a1', stakeId: 's1' })
      assert.equal(error.retryable, false)
      return true
    })
    assert.equal((await wait('other')).status, 'active')
  } finally {
    await node.close()
  }
})
