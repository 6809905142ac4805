/** `stegos devnet --validators 4 --processes`: four processes that agree on every block over real sockets. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { type Client, createClient, parseAmount, waitForPayment } from '../../src/sdk/index.ts'
import { createAccount, createFunded } from '../support/accounts.ts'
import { type NodeProcess, startNode, temporaryDirectory } from '../support/node-process.ts'

/** All of them start at once, and a busy machine may take its time. */
const PATIENT = { attempts: 600, delay: 20, maxDelay: 200 }

const dataDirectory = temporaryDirectory()
let supervisor: NodeProcess
let clients: Client[] = []
let pids: number[] = []

async function start(flags: readonly string[] = []): Promise<void> {
  supervisor = await startNode({ dataDirectory, flags: ['--processes', ...flags] })
  const said = /^\{"url":.*\}$/m.exec(supervisor.output())![0]
  const { nodes, processes } = JSON.parse(said) as { nodes: string[]; processes: number[] }
  clients = nodes.map((url) => createClient({ url, token: supervisor.token, retry: PATIENT }))
  pids = processes
}

function closeClients(): void {
  for (const client of clients) client.close()
}

/** The block of a height at these nodes, once it is there. */
async function blocksAt(height: number, of: readonly Client[] = clients): Promise<string[]> {
  return Promise.all(
    of.map(async (client) => {
      while ((await client.node.status()).height < height) await new Promise((done) => setTimeout(done, 100))
      return (await client.chain.block({ height })).id
    }),
  )
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

before(() => start(['--validators', '4']))
after(async () => {
  closeClients()
  await supervisor.stop()
})

test('a payment handed to one process is final at another', async () => {
  const [first, second] = clients as [Client, Client, Client, Client]
  const alice = await createFunded(first, 'alice', parseAmount('100'))
  const bob = await createAccount(second, 'bob')
  const amount = parseAmount('1.5')
  const sent = await first.payment.send({ accountId: alice.accountId, to: bob.address, amount })
  await waitForPayment(second, { paymentId: sent.paymentId, accountId: bob.accountId })
  assert.equal((await second.account.balance({ accountId: bob.accountId })).available, amount)
  const { height } = await first.node.status()
  assert.equal(new Set(await blocksAt(height)).size, 1)
  for (const client of clients) assert.equal((await client.node.status()).peers, 3)
})

test('the death of one is told, and the others go on', async () => {
  const { height } = await clients[0]!.node.status()
  process.kill(pids[3]!, 'SIGKILL')
  const others = clients.slice(0, 3)
  assert.equal(new Set(await blocksAt(height + 5, others)).size, 1)
  assert.match(
    supervisor.output(),
    /^node-4 was ended by SIGKILL.*stegos node --config .*node-4\/node\.json$/m,
  )
  assert.match(supervisor.output(), /^\[node-1\] \{/m, 'their logs say whose they are')
})

test('a second start on the same directory is refused, and changes nothing', async () => {
  const file = join(dataDirectory, 'node-2', 'node.json')
  const before = readFileSync(file, 'utf8')
  await assert.rejects(startNode({ dataDirectory, flags: ['--processes'] }), /in use by another/)
  assert.equal(readFileSync(file, 'utf8'), before)
})

test('another start finds the same network, and the end of one process is the end of all', async () => {
  const { height } = await clients[0]!.node.status()
  const [id] = await blocksAt(height, clients.slice(0, 1))
  closeClients()
  assert.equal(await supervisor.stop(), 0)
  assert.deepEqual(pids.filter(isAlive), [])
  await start()
  assert.equal(clients.length, 4)
  assert.deepEqual(new Set(await blocksAt(height)), new Set([id]))
  await blocksAt(height + 2)
  closeClients()
  await supervisor.kill()
  while (pids.some(isAlive)) await new Promise((done) => setTimeout(done, 50))
  await start(['--validators', '4'])
  await blocksAt(height + 3)
})
