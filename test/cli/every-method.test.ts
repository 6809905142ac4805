/** Nothing of the interface is out of reach of the command line. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { loadAll } from '../../src/cli/commands.ts'
import { createContractView } from '../../src/cli/contract-view.ts'
import { optionsOf } from '../../src/cli/parse-arguments.ts'
import { TOPICS } from '../../src/cli/topics.ts'
import { METHODS } from '../../src/sdk/generated/contract.ts'
import { readContract } from '../../src/server/contract/document.ts'
import { fillPlaceholders, sampleValues } from '../../src/server/contract/placeholders.ts'
import { createCommandLine } from '../support/command-line.ts'
import { startFakeNode } from '../support/fake-node.ts'

const { document } = readContract()
const values = sampleValues(document)
const commands = await loadAll()
const { eventLines, resultLines } = createContractView()
const shell = createCommandLine()
const node = await startFakeNode()
after(async () => {
  shell.remove()
  await node.close()
})

/** Methods that the sources of commands call by themselves: `client.payment.send(`. */
function calledInSources(): Set<string> {
  const folder = fileURLToPath(new URL('../../src/cli/', import.meta.url))
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  )
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'))
  return new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/client\s*\.(\w+)\s*\.(\w+)\(/g)].map(([, group, name]) => `${group}.${name}`),
    ),
  )
}

test('every method has a command of its own, but the one whose result is no text for people', () => {
  const own = new Set(commands.flatMap(({ method }) => (method ? [method as string] : [])))
  const called = calledInSources()
  const missing = Object.keys(METHODS).filter((name) => !own.has(name) && !called.has(name))
  // `stegos rpc rpc.discover` prints the contract; `stegos events` subscribes.
  assert.deepEqual(missing, ['rpc.discover', 'subscribe', 'unsubscribe'])
})

test('a command that can be repeated safely takes the key for it', () => {
  for (const command of commands) {
    if (command.method === undefined) continue
    const keyed = METHODS[command.method] === 'key'
    assert.equal(optionsOf(command).includes('idempotency-key'), keyed, command.name)
  }
})

test('the shell proposes every method, every topic and every command', async () => {
  const { out } = await shell.run(['completion', 'bash'])
  const propose = (words: readonly string[]) => {
    const line = ['stegos', ...words, ''].map((word) => `'${word}'`).join(' ')
    const script = `${out}\nCOMP_WORDS=(${line})\nCOMP_CWORD=${words.length + 1}\n_stegos\nprintf '%s\\n' "\${COMPREPLY[@]}"`
    const run = spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: shell.directory })
    assert.equal(run.status, 0, run.stderr)
    return run.stdout.split('\n').filter((word) => word !== '' && !word.startsWith('--'))
  }
  const callable = Object.entries(METHODS).flatMap(([name, kind]) => (kind === 'connection' ? [] : [name]))
  assert.deepEqual(propose(['rpc']).sort(), callable.sort())
  assert.deepEqual(propose(['events']).sort(), [...TOPICS].sort())
  for (const group of ['chain', 'payment', 'account', 'stake', 'message', 'token', 'dev', 'node']) {
    const names = commands
      .map(({ name }) => name.split(' '))
      .filter(([first, second]) => first === group && second)
    assert.deepEqual(propose([group]).sort(), names.map(([, second]) => second).sort(), group)
  }
})

test('every result and every event has a form for people', () => {
  const check = (lines: readonly string[], what: string) => {
    assert.ok(lines.length > 0, what)
    assert.doesNotMatch(lines.join('\n'), /undefined|\[object|NaN/, what)
  }
  for (const { name, examples } of document.methods) {
    if (METHODS[name] === 'connection') continue
    const example = examples[0]!
    check(resultLines(name, fillPlaceholders(example.result.value, values)), name)
  }
  const block = { id: 'ab', height: 7, time: '2030-01-02T03:04:05.678Z', transactions: 2, fees: '10000' }
  const lines = eventLines('chain.block', block).join('\n')
  assert.match(lines, /^Height +7$/m)
  assert.match(lines, /^Time +2030-01-02 03:04:05 UTC$/m)
})

test('amounts are coins, shares are per cent, bodies are text, and pages are tables', () => {
  const supply = resultLines('chain.supply', {
    ...{ height: 3, issued: '1500000', burnt: '0', circulating: '1', staked: '0', awardPool: '0' },
    ...{ commitments: 'aa', blinding: 'bb', unspentOutputs: 2 },
    mints: [{ height: 1, amount: '1500000' }],
  }).join('\n')
  assert.match(supply, /^Issued +1\.5 STG$/m)
  assert.match(supply, /^Unspent outputs +2$/m)
  assert.match(supply, /^Mints\n {2}Height +Amount/m)
  assert.match(resultLines('stake.params', { commissionStep: 250 }).join('\n'), /^Commission step +2\.5 %$/m)
  const decoded = { outputId: 'aa', kind: 'message', amount: '0', height: 1, body: 'aGkgG1szMW0=' }
  assert.match(resultLines('message.decode', decoded).join('\n'), /^Body +hi \ufffd\[31m$/m)
  assert.deepEqual(resultLines('node.peers', { items: [], next: 'n', complete: true }), ['None.'])
})

test('words and flags become parameters', async () => {
  const account = { accountId: '58306284f5085852', name: 'shop', address: 'dstg1own', locked: false }
  node.methods['account.list'] = () => ({ items: [account], next: 'n', complete: true })
  const id = 'ab'.repeat(32)
  const { accountId } = account
  const page = { limit: 20, order: 'newest' }
  const lines: readonly [readonly string[], string, object][] = [
    [['chain', 'block', '7'], 'chain.block', { height: 7 }],
    [['chain', 'block', id], 'chain.block', { id }],
    [
      ['chain', 'blocks', '--oldest', '--from-height', '9'],
      'chain.blocks',
      { from: 9, limit: 20, order: 'oldest' },
    ],
    [['chain', 'outputs', '--unspent'], 'chain.outputs', { unspent: true, limit: 20 }],
    [
      ['chain', 'transaction', 'aa', '--encoded'],
      'chain.transaction',
      { transactionId: 'aa', encoded: true },
    ],
    [['chain', 'submit', '0102'], 'chain.submit', { transaction: '0102' }],
    [
      ['account', 'outputs', '--status', 'spent'],
      'account.outputs',
      { accountId, status: 'spent', limit: 20 },
    ],
    [['payment', 'list', '--received'], 'payment.list', { accountId, direction: 'in', ...page }],
    [['payment', 'get', 'aa'], 'payment.get', { paymentId: 'aa' }],
    [['payment', 'get', 'aa', '-a', 'shop'], 'payment.get', { paymentId: 'aa', accountId }],
    [
      ['payment', 'cancel', 'aa', '--idempotency-key', 'k'],
      'payment.cancel',
      { paymentId: 'aa', idempotencyKey: 'k' },
    ],
    [['payment', 'verify', '01', '--challenge', 'c'], 'payment.verifyProof', { proof: '01', challenge: 'c' }],
    [
      ['payment', 'many', '--to', 'dstg1a=5', '--to', 'dstg1b=0.5', '--idempotency-key', 'k'],
      'payment.sendMany',
      {
        ...{ accountId, idempotencyKey: 'k' },
        payments: [
          { to: 'dstg1a', amount: '5000000' },
          { to: 'dstg1b', amount: '500000' },
        ],
      },
    ],
    [['payment', 'estimate', '0'], 'payment.estimate', { accountId, amount: '0' }],
    [['stake', 'validator', 'cd'.repeat(48)], 'stake.validator', { validatorKey: 'cd'.repeat(48) }],
    [['stake', 'get', id], 'stake.get', { accountId, stakeId: id }],
    [['dev', 'mine', '3', '--idempotency-key', 'k'], 'dev.mine', { blocks: 3, idempotencyKey: 'k' }],
    [['dev', 'time', '60', '--idempotency-key', 'k'], 'dev.time', { advance: 60, idempotencyKey: 'k' }],
  ]
  for (const [words, method, params] of lines) {
    node.requests.length = 0
    node.methods[method] = () => ({ sufficient: true, valid: true })
    const env = { STEGOS_URL: node.url, STEGOS_TOKEN: 't' }
    const { code, notes } = await shell.run([...words, '--json'], { env })
    assert.equal(code, 0, `${words.join(' ')}: ${notes}`)
    assert.deepEqual(
      node.requests.find((request) => request.method === method)?.params,
      params,
      words.join(' '),
    )
  }
})

test('what makes no sense is told before anything is asked', async () => {
  const faults: readonly [readonly string[], RegExp][] = [
    [['chain', 'block', 'newest'], /BLOCK is a height, or an id/],
    [['payment', 'list', '--sent', '--received'], /not both/],
    [['payment', 'list', '--status', 'done'], /--status is one of created, broadcast/],
    [['payment', 'many'], /--to ADDRESS=AMOUNT/],
    [['payment', 'many', '--to', 'dstg1a'], /--to is ADDRESS=AMOUNT/],
    [['stake', 'validator', 'ab'], /--validator is a key of 96 hex digits/],
    [['events', 'chain.blok'], /no topic chain\.blok; did you mean chain\.block\?/],
    [['dev', 'mine', 'many'], /BLOCKS is a whole number/],
  ]
  node.requests.length = 0
  for (const [words, message] of faults) {
    const { code, notes } = await shell.run(words, { env: { STEGOS_URL: node.url, STEGOS_TOKEN: 't' } })
    assert.equal(code, 2, words.join(' '))
    assert.match(notes, message)
  }
  assert.deepEqual(node.requests, [])
})
