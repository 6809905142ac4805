/** The budget of a token while the node is killed: what was paid is counted, once, and the log tells of it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../../src/cli/free-port.ts'
import { type Client, isStegosError, listAll } from '../../src/sdk/index.ts'
import { createAccount, createFunded, fund } from '../support/accounts.ts'
import { startNode } from '../support/node-process.ts'

const AMOUNT = '1000000'
const CALLERS = 3

test('a budget survives kills, counts every payment once, and holds', async () => {
  const port = await freePort()
  let node = await startNode({ port })
  const { dataDirectory, token: ownerToken } = node
  const owner = node.client({ retry: { attempts: 100 } })
  const payer = await createFunded(owner, 'payer')
  for (let coin = 1; coin < 4; coin++) await fund(owner, payer)
  const { address: to } = await createAccount(owner, 'receiver')
  const { accountId } = payer
  const { fee } = await owner.payment.estimate({ accountId, amount: AMOUNT })
  const price = BigInt(AMOUNT) + BigInt(fee)
  const made = await owner.token.create({
    ...{ name: 'payer', scopes: ['pay'], accounts: [accountId] },
    budget: { amount: String(price * 20n), period: 86_400 },
  })
  const bot = node.client({ token: made.token, timeout: 5_000 })

  const keys: string[] = []
  let killing = true
  const pay = async (caller: number) => {
    for (let count = 0; killing; count++) {
      const idempotencyKey = `${caller}-${count}`
      keys.push(idempotencyKey)
      try {
        await bot.payment.send({ accountId, to, amount: AMOUNT }, { idempotencyKey })
      } catch (error) {
        if (isStegosError(error, 'over_budget')) return
        if (!isStegosError(error) || !error.retryable) throw error
      }
    }
  }
  const paying = Promise.all(Array.from({ length: CALLERS }, (_, caller) => pay(caller)))
  for (const wait of [300, 500]) {
    await sleep(wait)
    await node.kill()
    node = await startNode({ dataDirectory, port })
    await ready(owner)
  }
  killing = false
  await paying
  // what was accepted is repeated, what was not is made now, until nothing is left
  for (const idempotencyKey of [...keys, ...Array.from({ length: 20 }, (_, i) => `last-${i}`)]) {
    await bot.payment
      .send({ accountId, to, amount: AMOUNT }, { idempotencyKey })
      .catch((error) => assert.ok(isStegosError(error, 'over_budget'), String(error)))
  }

  assert.equal(node.token, ownerToken)
  const sent: string[] = []
  let paid = 0n
  for await (const payment of listAll((cursor) =>
    owner.payment.list({ accountId, direction: 'out', cursor, limit: 100 }),
  )) {
    sent.push(payment.paymentId)
    paid += BigInt(payment.amount) + BigInt(payment.fee!)
  }
  const [token] = (await owner.token.list()).items
  assert.equal(BigInt(token!.spent!), paid)
  assert.ok(paid <= price * 20n && paid > price * 18n, `${paid} of ${price * 20n}`)

  const logged: string[] = []
  let refused = 0
  for await (const entry of listAll((cursor) =>
    owner.token.audit({ tokenId: made.tokenId, cursor, limit: 100 }),
  )) {
    assert.equal(entry.method, 'payment.send')
    if (entry.outcome === 'ok') logged.push(entry.ids.find(({ type }) => type === 'payment')!.id)
    else refused += entry.count
  }
  assert.deepEqual(logged.sort(), sent.sort())
  assert.ok(refused > 0)
  owner.close()
  bot.close()
  await node.stop()
})

async function ready(client: Client): Promise<void> {
  while ((await client.node.status()).state !== 'ready') await sleep(100)
}
