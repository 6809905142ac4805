/** A whole node: starting, serving, closing, and being killed. */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { systemClock } from '../../src/node/clock.ts'
import { NodeError } from '../../src/node/errors.ts'
import { openDevnet } from '../../src/node/genesis/devnet.ts'
import { DEFAULT_LIMITS } from '../../src/node/limits.ts'
import { MemoryNetwork } from '../../src/node/network/memory-network.ts'
import { createNode, type NodeModules, type NodeOptions, type StegosNode } from '../../src/node/node.ts'
import { StoreError } from '../../src/node/store-error.ts'
import { createNodeWorkers } from '../../src/node/workers/node-workers.ts'
import { systemRandom } from '../../src/protocol/crypto/random.ts'
import { type Hooks, recordingLogger, temporaryDirectory } from './support.ts'

const notReady = (error: unknown) => error instanceof NodeError && error.code === 'not_ready'
const storeFails = (code: string) => (error: unknown) => error instanceof StoreError && error.code === code

function startNode(
  t: Hooks,
  dataDirectory: string,
  options: Partial<NodeOptions> = {},
  modules: Partial<NodeModules> = {},
) {
  const logger = recordingLogger()
  const node = createNode(
    { dataDirectory, network: 'dev', version: '1.2.3', ...options },
    { logger, ...modules },
  )
  t.after(() => node.close())
  return { node, logger }
}

const endings: (() => unknown)[] = []
let prepared: string

/** Making a network takes a while, so most tests begin with a copy of one whose chain has not begun. */
before(async () => {
  prepared = await temporaryDirectory({ after: (end) => endings.push(end) })
  const controller = new AbortController()
  endings.push(() => controller.abort(new Error('the tests are over')))
  const modules = { clock: systemClock, logger: recordingLogger() }
  const workers = createNodeWorkers({ limits: DEFAULT_LIMITS, signal: controller.signal }, modules)
  await openDevnet(prepared, { clock: systemClock, random: systemRandom, workers })
})
after(async () => {
  for (const end of endings) await end()
})

async function preparedDirectory(t: Hooks): Promise<string> {
  const directory = await temporaryDirectory(t)
  await cp(prepared, directory, { recursive: true })
  return directory
}

/** Asks again while the node says that it is not ready. */
async function patiently<T>(node: StegosNode, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!notReady(error)) throw error
      await node.dev!.mine({})
    }
  }
}

describe('a node that starts', () => {
  test('says so at once, and refuses what it cannot serve yet', async (t) => {
    const { node } = startNode(t, await temporaryDirectory(t))
    const status = node.status()
    assert.deepEqual(
      [status.state, status.height, status.network, status.version],
      ['starting', 0, 'dev', '1.2.3'],
    )
    await assert.rejects(async () => node.chain.status(), notReady)
    await assert.rejects(async () => node.account.list({ limit: 1 }), notReady)
    await assert.rejects(async () => node.dev!.mine({}), notReady)
    await assert.rejects(async () => node.events.read(0n, 1), notReady)
    assert.throws(() => node.events.cursorOf(0n), notReady)
    assert.equal(node.events.head, 0n)
    const appended = new Promise<void>((resolve) => node.events.onAppend(resolve))
    await node.ready
    await appended
    assert.equal(node.status().genesis, (await node.chain.block({ height: 0 })).id)
    const [genesis, ...next] = await node.events.read(0n, 10)
    assert.deepEqual([genesis!.topic, genesis!.event.height], ['chain.block', 0])
    assert.ok(next.some(({ topic }) => topic === 'chain.status'))
  })

  test('can be closed at once', async (t) => {
    const { node } = startNode(t, await preparedDirectory(t))
    await node.close()
    await assert.rejects(async () => node.chain.status(), notReady)
  })

  test('says why it cannot: another has the directory, or it is of another network', async (t) => {
    const directory = await preparedDirectory(t)
    const { node } = startNode(t, directory)
    await node.ready
    await assert.rejects(startNode(t, directory).node.ready, storeFails('locked'))
    await node.close()
    await assert.rejects(startNode(t, directory, { network: 'main' }).node.ready, storeFails('wrong_chain'))
    const empty = await temporaryDirectory(t)
    await assert.rejects(startNode(t, empty, { network: 'main' }).node.ready, storeFails('wrong_chain'))
  })
})

describe('a development network', () => {
  test('pays from its faucet, and everything is there after a restart', async (t) => {
    const directory = await preparedDirectory(t)
    const { node, logger } = startNode(t, directory)
    await node.ready
    const { accountId, address, recoveryPhrase } = await node.account.create({ name: 'me' })
    const faucet = (target: StegosNode) =>
      patiently(target, () => target.dev!.faucet({ address, amount: 5_000_000n, idempotencyKey: 'once' }))
    const paid = await faucet(node)
    await node.dev!.mine({})
    const balance = await node.account.balance(accountId)
    assert.equal(balance.available, 5_000_000n)
    const head = node.events.head
    await node.close()

    const again = startNode(t, directory).node
    await again.ready
    assert.ok(again.events.head >= head)
    assert.deepEqual(await faucet(again), paid)
    await again.dev!.mine({})
    assert.equal((await again.account.balance(accountId)).available, 5_000_000n)
    for (const secret of [recoveryPhrase, ...(await secretsOf(directory))]) {
      assert.ok(!logger.lines.some((line) => line.includes(secret)))
    }
  })

  test('has a clock that is put forward, and stays so', async (t) => {
    const directory = await preparedDirectory(t)
    const { node } = startNode(t, directory)
    await node.ready
    const day = 24 * 60 * 60
    const before = await node.dev!.time({})
    const after = await node.dev!.time({ advance: day, idempotencyKey: 'tomorrow' })
    assert.ok(after.time - before.time >= day * 1_000)
    assert.deepEqual(await node.dev!.time({ advance: day, idempotencyKey: 'tomorrow' }), after)
    const { height } = await node.dev!.mine({})
    assert.ok((await node.chain.block({ height })).time >= after.time)
    await node.close()
    const again = startNode(t, directory).node
    await again.ready
    assert.ok((await again.dev!.time({})).time >= after.time)
    await again.dev!.mine({})
  })

  test('mines as often as it is told, once for a key', async (t) => {
    const { node } = startNode(t, await preparedDirectory(t))
    await node.ready
    const first = await node.dev!.mine({ blocks: 3, idempotencyKey: 'three' })
    assert.deepEqual(await node.dev!.mine({ blocks: 3, idempotencyKey: 'three' }), first)
    assert.ok(first.height >= 3)
  })
})

describe('a follower', () => {
  test('has the chain of its neighbours, and its accounts see what happens there', async (t) => {
    const network = new MemoryNetwork(systemClock)
    const first = startNode(t, await preparedDirectory(t), {}, { peers: network.join('first') }).node
    await first.ready
    const { height } = await first.dev!.mine({ blocks: 40 })

    const directory = await temporaryDirectory(t)
    await cp(join(prepared, 'genesis.json'), join(directory, 'genesis.json'))
    const peers = network.join('follower')
    const { node } = startNode(t, directory, { follower: true }, { peers })
    await node.ready
    const { accountId, address } = await node.account.create({ name: 'me' })
    await first.dev!.faucet({ address, amount: 7_000_000n })
    const paid = (await first.dev!.mine({})).height
    assert.ok(paid > height)
    while ((await node.account.balance(accountId)).available === 0n) await new Promise(setImmediate)
    assert.equal((await node.chain.block({ height })).id, (await first.chain.block({ height })).id)
    assert.deepEqual(
      (await node.peers({ limit: 10 })).items.map(({ peerId, direction }) => [peerId, direction]),
      [['first', 'outbound']],
    )
    const { peers: count, syncing, state } = node.status()
    assert.deepEqual([count, syncing, state], [1, false, 'ready'])
    // What it is handed becomes final at the validator.
    const sent = await node.payment.send({ accountId, to: address, amount: 1n })
    const next = await first.dev!.mine({})
    assert.deepEqual((await first.chain.block({ height: next.height })).transactions, [sent.transactionId])
  })

  test('needs a genesis file, and nothing else', async (t) => {
    const empty = await temporaryDirectory(t)
    await assert.rejects(startNode(t, empty, { follower: true }).node.ready, storeFails('wrong_chain'))
  })
})

test('kill -9 at any instant loses nothing that was acknowledged, and doubles nothing', async (t) => {
  const directory = await preparedDirectory(t)
  const acknowledged = new Map<string, string>()
  for (let run = 0; run < 4; run++) {
    for (const line of await runAndKill(directory, 3)) {
      const [key, transactionId] = line.split(' ') as [string, string]
      assert.equal(acknowledged.get(key) ?? transactionId, transactionId, 'one key, two payments')
      acknowledged.set(key, transactionId)
    }
  }
  const { node } = startNode(t, directory)
  await node.ready
  const transactions = new Set<string>()
  while ([...acknowledged.values()].some((id) => !transactions.has(id))) {
    const { height } = await node.dev!.mine({ blocks: 2 })
    for (let at = 1; at <= height; at++) {
      for (const id of (await node.chain.block({ height: at })).transactions) transactions.add(id)
    }
  }
  const blocks = (await node.events.read(0n, 10_000)).filter(({ topic }) => topic === 'chain.block')
  assert.deepEqual(
    blocks.map(({ event }) => event.height),
    blocks.map((_, height) => height),
  )
  const { items } = await node.account.list({ limit: 1 })
  const { available } = await node.account.balance(items[0]!.accountId)
  assert.equal(available, BigInt(transactions.size) * 1_000n)
})

async function secretsOf(directory: string): Promise<string[]> {
  const [keys, phrase] = await Promise.all(
    ['validator.key', 'faucet.phrase'].map((name) => readFile(join(directory, name), 'utf8')),
  )
  // The public key behind the secret one is none.
  return [keys!.split(' ')[0]!, phrase!.trim()]
}

/** Runs a node that pays and pays, kills it after so many payments, and returns what it said of them. */
function runAndKill(directory: string, payments: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const script = new URL('./pay-until-killed.ts', import.meta.url).pathname
    const child = spawn(process.execPath, [script, directory], { stdio: ['ignore', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      if (output.split('\n').length > payments) child.kill('SIGKILL')
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1))
      else reject(new Error(`the node ended by itself with ${code}`))
    })
  })
}
