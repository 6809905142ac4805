import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Client } from '../../src/sdk/index.ts'
import { createFunded, payFinally, type TestAccount } from '../support/accounts.ts'
import { EXAMPLES, startExample } from '../support/example-process.ts'
import { type NodeProcess, portOf, startNode } from '../support/node-process.ts'

let node: NodeProcess
let client: Client
let payer: TestAccount
before(async () => {
  node = await startNode()
  client = node.client()
  payer = await createFunded(client, 'payer')
})
after(async () => {
  client.close()
  await node.stop()
})

const start = (file: string, words: readonly string[], books?: string) =>
  startExample(node, file, words, {
    POLL_SECONDS: '0.1',
    ...(books === undefined ? {} : { BOOKS_FILE: books }),
  })

test('a message is sent and received', async () => {
  const example = start('send-message.ts', ['good evening'])
  assert.equal(await example.exited, 0, example.output())
  assert.match(example.output(), /Bob has received [0-9a-f]{32} in block \d+: good evening/)
})

test('a stake is made, earns, and is taken out again', async () => {
  const example = start('stake.ts', ['20'])
  await example.line(/Staked 20 STG with [0-9a-f]{16}, now worth 19\.\d+/)
  let over = false
  const ended = example.exited.finally(() => {
    over = true
  })
  // a development network makes a block a second by itself; nobody waits for three hundred
  while (!over) await client.dev.mine({ blocks: 5 })
  assert.equal(await ended, 0, example.output())
  assert.match(example.output(), /Epoch \d+ paid the validator \d+(\.\d+)? STG, 0\.\d+ of it ours/)
  assert.match(example.output(), /On its way out until block \d+\nBack: 2\d\.\d+ STG/)
})

const noPython = spawnSync('python3', ['--version']).status === 0 ? false : 'no Python 3 here'

for (const file of ['follow-deposits.ts', 'follow_deposits.py']) {
  const skip = file.endsWith('.py') && noPython
  test(`${file} credits each deposit once, through restarts of the node and of itself`, {
    skip,
  }, async () => {
    const books = join(node.dataDirectory, `${file}.json`)
    const customers = [`${file}-1`, `${file}-2`]
    let example = start(file, customers, books)
    const [, first] = await example.line(new RegExp(`${customers[0]} pays to (dstg1\\w+)`))
    const [, second] = await example.line(new RegExp(`${customers[1]} pays to (dstg1\\w+)`))
    const deposits: string[] = []
    const deposit = async (to: string, amount: string) => {
      const { paymentId } = await payFinally(client, payer, to, amount)
      deposits.push(`${paymentId} ${amount}`)
      return paymentId
    }

    const paid = await deposit(first!, '1000000')
    await example.line(new RegExp(`Credited .* to ${customers[0]} for payment ${paid}`))

    // The program dies; a deposit comes while it is away.
    await example.kill()
    await deposit(second!, '2000000')
    example = start(file, customers, books)
    const missed = await deposit(first!, '500')
    await example.line(new RegExp(`for payment ${missed}`))

    // The node dies.
    await node.kill()
    node = await startNode({ dataDirectory: node.dataDirectory, port: portOf(node) })
    const later = await deposit(second!, '700')
    await example.line(new RegExp(`Credited .* to ${customers[1]} for payment ${later}`))
    await example.kill()

    const { credits } = JSON.parse(readFileSync(books, 'utf8')) as {
      credits: Record<string, { amount: string }>
    }
    assert.deepEqual(
      Object.entries(credits)
        .map(([paymentId, { amount }]) => `${paymentId} ${amount}`)
        .sort(),
      [...deposits].sort(),
    )
    const credited = example.output().match(/Credited/g) ?? []
    assert.ok(credited.length <= 3, 'nothing is credited again after the restart')
  })
}

test('every example is in the README and is run by a test', () => {
  const readme = readFileSync(join(EXAMPLES, 'README.md'), 'utf8')
  const files = readdirSync(EXAMPLES).filter((file) => /\.(ts|py)$/.test(file))
  for (const file of files) assert.ok(readme.includes(`(${file})`), file)
  const run = readdirSync(import.meta.dirname).map((test) =>
    readFileSync(join(import.meta.dirname, test), 'utf8'),
  )
  for (const file of files)
    assert.ok(
      run.some((test) => test.includes(`'${file}'`)),
      file,
    )
})
