/** `stegos devnet --validators 4`: four full nodes in one process that agree on every block. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Client, createClient, parseAmount, waitForPayment } from '../../src/sdk/index.ts'
import { createAccount, createFunded } from '../support/accounts.ts'
import { type NodeProcess, startNode, temporaryDirectory } from '../support/node-process.ts'

const dataDirectory = temporaryDirectory()
let process: NodeProcess
let clients: Client[] = []

async function start(flags: readonly string[] = []): Promise<void> {
  process = await startNode({ dataDirectory, flags })
  const { nodes } = JSON.parse(/^\{"url":.*\}$/m.exec(process.output())![0]) as { nodes: string[] }
  clients = nodes.map((url) => createClient({ url, token: process.token }))
}

function closeClients(): void {
  for (const client of clients) client.close()
}

/** The block of a height at each node, once it is there. */
async function blocksAt(height: number): Promise<string[]> {
  return Promise.all(
    clients.map(async (client) => {
      while ((await client.node.status()).height < height) await new Promise((done) => setTimeout(done, 20))
      return (await client.chain.block({ height })).id
    }),
  )
}

before(() => start(['--validators', '4']))
after(async () => {
  closeClients()
  await process.stop()
})

test('a payment handed to one node is final at every other', async () => {
  const [first, second] = clients as [Client, Client, Client, Client]
  const alice = await createFunded(first, 'alice', parseAmount('100'))
  const bob = await createAccount(second, 'bob')
  const amount = parseAmount('1.5')
  const sent = await first.payment.send({ accountId: alice.accountId, to: bob.address, amount })
  const received = await waitForPayment(second, { paymentId: sent.paymentId, accountId: bob.accountId })
  assert.equal(received.transactionId, sent.transactionId)
  assert.equal((await second.account.balance({ accountId: bob.accountId })).available, amount)
  const { height } = await first.node.status()
  assert.equal(new Set(await blocksAt(height)).size, 1)
  for (const client of clients) assert.equal((await client.node.status()).peers, 3)
})

test('every node has a faucet, and blocks on demand', async () => {
  for (const [index, client] of clients.entries()) await createFunded(client, `rich ${index}`, '7000000')
  const { height } = await clients[3]!.dev.mine({ blocks: 5 })
  const ids = await blocksAt(height)
  assert.equal(new Set(ids).size, 1)
  const { certificate } = await clients[0]!.chain.block({ height })
  assert.match(certificate!.signers, /^0[7bdef]$/, 'at least three of four')
})

test('time that one node puts forward has passed for all', async () => {
  const { time } = await clients[1]!.dev.time({ advance: 3_600 })
  const { height } = await clients[2]!.dev.mine({})
  await blocksAt(height)
  assert.ok(Date.parse((await clients[0]!.chain.block({ height })).time) >= Date.parse(time))
})

test('a restart, and a power cut, lose nothing, and the flag need not be given again', async () => {
  const { height } = await clients[0]!.dev.mine({})
  const [id] = await blocksAt(height)
  closeClients()
  assert.equal(await process.stop(), 0)
  await start()
  assert.equal(clients.length, 4)
  const { height: again } = await clients[1]!.dev.mine({ blocks: 2 })
  assert.deepEqual(new Set(await blocksAt(height)), new Set([id]))
  closeClients()
  await process.kill()
  await start(['--validators', '4'])
  await blocksAt(again + 1)
  assert.equal(new Set(await blocksAt(again)).size, 1)
})

test('another number of validators than there are is refused', async () => {
  closeClients()
  await process.stop()
  await assert.rejects(start(['--validators', '3']), /holds a network of 4 validators/)
  await start()
})
