/** What a block does to an account, without any cryptography: also what someone makes who holds the view key. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { applyBlock } from '../../../src/node/wallet/block-effects.ts'
import { addressBytes } from '../../../src/protocol/address.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { paymentIdOf } from '../../../src/protocol/enote.ts'
import { subaddress } from '../../../src/protocol/keys.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'
import { bob } from '../world.ts'
import { noStake, openAccountBook } from './account-book.ts'

const inputs = ['aa'.repeat(32), 'bb'.repeat(32)]
const anchor = new Uint8Array(16)
const address = addressBytes(subaddress(bob, 0))
const paymentId = toHex(paymentIdOf(anchor, address))

/** A block comes whose one transaction spends `inputs`, and has change with a record: 5 units to bob. */
async function payBob({ book, account }: Awaited<ReturnType<typeof openAccountBook>>) {
  const transaction = { id: 'cc'.repeat(32), inputs, outputs: 2 }
  const block = { height: 7, time: 7_000, transactions: [transaction] }
  const hit = { type: 'sent' as const, output: 0, address, amount: 5n, anchor }
  const opened = { outputIds: ['d0', 'd1'].map((id) => id.repeat(32)), hits: [hit] }
  const rules = { params: NETWORKS.dev, limits: { partialMessages: 1 }, stake: noStake }
  await book.changeOne(account, (draft) => applyBlock(draft, block, new Map([[0, opened]]), rules))
  return {
    payment: await book.changeOne(account, (draft) => draft.payment('out', paymentId)),
    history: await book.tables.history.entries(),
  }
}

describe('a record of what was sent', () => {
  test('is believed when the transaction spends a coin of the account, now and when the block is read again', async (t) => {
    const world = await openAccountBook(t)
    await world.book.changeOne(world.account, (draft) =>
      draft.putCoin({
        id: inputs[1]!,
        amount: 20_000n,
        blinding: new Uint8Array(32),
        extension: new Uint8Array(32),
        addressIndex: 0,
        order: draft.nextOrder('coin'),
        height: 1,
      }),
    )
    for (let readings = 0; readings < 2; readings++) {
      const { payment, history } = await payBob(world)
      assert.deepEqual([payment?.status, payment?.amount, history.length], ['final', 5n, 1])
    }
  })

  test('is not when others spend: they hold the view key at most', async (t) => {
    const { payment, history } = await payBob(await openAccountBook(t))
    assert.deepEqual([payment, history], [undefined, []])
  })
})
