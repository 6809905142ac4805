import assert from 'node:assert/strict'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { encodeBody, waitForPayment } from '../../src/sdk/index.ts'
import { createFunded, fund } from '../support/accounts.ts'
import { startNode } from '../support/node-process.ts'

test('nothing secret is in what the node writes, and what it keeps is its owner’s alone', async () => {
  const node = await startNode()
  using client = node.client()
  const passphrase = 'a passphrase nobody else has'
  const body = 'a body that only Bob may read'
  const app = 'secret-app'
  const idempotencyKey = 'a-key-of-the-caller'
  const alice = await createFunded(client, 'alice')
  const bob = await client.account.create({ name: 'bob', passphrase })
  await fund(client, bob)
  const { viewKey } = await client.account.viewKey({ accountId: bob.accountId, passphrase })
  await client.account.recoveryPhrase({ accountId: bob.accountId, passphrase })
  await client.account.unlock({ accountId: bob.accountId, passphrase: 'a wrong passphrase' }).catch(() => {})
  await client.message.send({ accountId: alice.accountId, to: bob.address, body: encodeBody(body), app })
  const { paymentId } = await client.payment.send({
    accountId: bob.accountId,
    to: alice.address,
    amount: '5',
    data: encodeBody(body),
    idempotencyKey,
  })
  await waitForPayment(client, { paymentId, accountId: bob.accountId })
  // Mistakes are logged more readily than what succeeds.
  await client.account.recover({ recoveryPhrase: `${bob.recoveryPhrase} zoo` }).catch(() => {})
  await client.account.importViewKey({ viewKey: `${viewKey}00` }).catch(() => {})
  await fetch(`${node.url}/rpc?token=${node.token}`, { method: 'POST', body: '{' })
  await fetch(`${node.url}/nowhere/${node.token}`)
  const made = await client.token.create({ name: 'reader', scopes: ['read'] })
  using reader = node.client({ token: made.token })
  await reader.account.create({ name: 'none' }).catch(() => {})
  await client.token.revoke({ tokenId: made.tokenId })
  await reader.node.status().catch(() => {})
  await fetch(`${node.url}/nowhere/${made.token}`)
  await node.stop()

  const secrets = {
    phrase: bob.recoveryPhrase,
    'phrase of the other': alice.recoveryPhrase,
    'beginning of the phrase': bob.recoveryPhrase.split(' ').slice(0, 4).join(' '),
    passphrase,
    'wrong passphrase': 'a wrong passphrase',
    token: node.token,
    'token that was made': made.token,
    'view key': viewKey,
    body,
    'encoded body': encodeBody(body),
    tag: app,
    'idempotency key': idempotencyKey,
  }
  const written = new Map([['stdout and stderr', node.output()]])
  for (const file of filesIn(node.dataDirectory)) {
    if (!/[/](db|accounts)[/]/.test(file) && /log/i.test(file)) written.set(file, readFileSync(file, 'utf8'))
  }
  for (const [where, text] of written) {
    for (const [what, secret] of Object.entries(secrets))
      assert.ok(!text.includes(secret), `${what} is in ${where}`)
  }
  for (const file of filesIn(node.dataDirectory)) {
    if (/token|phrase|key|accounts[/]/.test(file)) {
      assert.equal(statSync(file).mode & 0o077, 0, `others can read ${file}`)
    }
  }
})

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
