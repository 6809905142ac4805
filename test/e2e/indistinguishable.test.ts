/** Nothing that everybody can see tells a payment from a message. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { type Client, encodeBody, waitForPayment } from '../../src/sdk/index.ts'
import { createAccount, createFunded, type TestAccount } from '../support/accounts.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode()
const client = node.client()
after(async () => {
  client.close()
  await node.stop()
})

/** What an observer of the chain sees of a transaction, without what is random in it. */
async function visible(transactionId: string) {
  const transaction = await client.chain.transaction({ transactionId, encoded: true })
  const outputs = await Promise.all(
    transaction.outputs.map((outputId) => client.chain.output({ outputId, payload: true })),
  )
  return {
    inputs: transaction.inputs.length,
    outputs: transaction.outputs.length,
    fee: transaction.fee,
    bytes: transaction.bytes,
    encoded: transaction.encoded!.length,
    fields: outputs.map((output) =>
      // not the height: its digits grow as the chain does, whatever is sent
      Object.entries(output).map(([name, value]) => [name, name === 'height' ? 0 : String(value).length]),
    ),
  }
}

type Send = (sender: TestAccount, to: string) => Promise<{ transactionId: string; paymentId: string }>

const sends: Readonly<Record<string, Send>> = {
  payment: ({ accountId }, to) => client.payment.send({ accountId, to, amount: '1000000' }),
  'payment with data': ({ accountId }, to) =>
    client.payment.send({ accountId, to, amount: '5', data: encodeBody('x'.repeat(500)), app: 'shop' }),
  message: (sender, to) => sendMessage(client, sender, to, 'a'),
  'message that fills the payload': (sender, to) => sendMessage(client, sender, to, 'b'.repeat(800)),
}

async function sendMessage(by: Client, { accountId }: TestAccount, to: string, text: string) {
  const { messageId } = await by.message.send({ accountId, to, body: encodeBody(text) })
  const { paymentIds } = await by.message.get({ messageId, accountId })
  const paymentId = paymentIds[0]!
  return { paymentId, transactionId: (await by.payment.get({ paymentId, accountId })).transactionId! }
}

test('payments and messages look the same on the chain', async () => {
  const receiver = await createAccount(client, 'receiver')
  const seen: unknown[] = []
  for (const [name, send] of Object.entries(sends)) {
    // Every sender is in the same situation: one payment from the faucet.
    const sender = await createFunded(client, name)
    const { transactionId, paymentId } = await send(sender, receiver.address)
    await waitForPayment(client, { paymentId, accountId: sender.accountId })
    seen.push(await visible(transactionId))
  }
  for (const view of seen) assert.deepEqual(view, seen[0])
})
