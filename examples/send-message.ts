/**
 * Sends a data message from one account to another and receives it, on a development network:
 *
 *   npm start                          in one terminal
 *   npm exec -- node examples/send-message.ts "hello"   in another
 *
 * Here both accounts live on one node; in earnest each is on the node of its owner.
 */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
// In a project of your own: from 'stegos'.
import { createClient, decodeText, encodeBody, waitForPayment } from '../src/sdk/index.ts'

const url = process.env.STEGOS_URL ?? 'http://127.0.0.1:3145'
const token =
  process.env.STEGOS_TOKEN ?? readFileSync(join(homedir(), '.stegos', 'dev', 'api.token'), 'utf8').trim()
const text = process.argv[2] ?? 'hello'

using client = createClient({ url, token })

const alice = await client.account.create({ name: 'alice' })
const bob = await client.account.create({ name: 'bob' })

// A message costs the fee of a payment, so that nobody can tell it from one: Alice needs a few coins.
const { paymentId } = await client.dev.faucet({ address: alice.address })
await waitForPayment(client, { paymentId, accountId: alice.accountId })

// Bob listens. `caught_up` says that the subscription stands, so nothing that is sent from there on is missed.
for await (const item of client.events({ topics: ['message.received'], accountId: bob.accountId })) {
  if (item.topic === 'caught_up') {
    const sent = await client.message.send({
      accountId: alice.accountId,
      to: bob.address,
      body: encodeBody(text),
      app: 'example',
    })
    console.log(`Alice has sent ${sent.messageId}`)
  } else {
    const { messageId, body = '', height } = item.event
    console.log(`Bob has received ${messageId} in block ${height}: ${decodeText(body)}`)
    break
  }
}
