import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { createCommandLine } from '../support/command-line.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode()
// Commands try for seconds, and a busy machine may take longer to start a node.
await node.client({ retry: { attempts: 600, delay: 50, maxDelay: 200 } }).chain.status()
const shell = createCommandLine()
after(async () => {
  shell.remove()
  await node.stop()
})

const ENV = { STEGOS_URL: node.url, STEGOS_DATA_DIR: node.dataDirectory }

type Run = { readonly stdin?: string; readonly env?: Record<string, string> }

/** Runs a command that has to succeed, and returns what it prints. */
async function stegos(words: readonly string[], { stdin = '', env = {} }: Run = {}): Promise<string> {
  const { code, out, notes } = await shell.run(words, { env: { ...ENV, ...env }, stdin })
  assert.equal(code, 0, `stegos ${words.join(' ')}\n${notes}`)
  return out
}

async function json(words: readonly string[], run?: Run) {
  return JSON.parse(await stegos([...words, '--json'], run))
}

test('from an account through the faucet to payments and messages', async () => {
  const alice = await json(['account', 'create', '--name', 'alice'])
  assert.equal(alice.recoveryPhrase.split(' ').length, 24)
  await stegos(['faucet', '100', '--wait'])
  assert.match(await stegos(['account', 'balance']), /^Available {2}100 STG$/m)

  const bob = await json(['account', 'create', '--name', 'bob'])
  const address = await stegos(['account', 'address', '-a', 'bob', '--label', 'shop'])
  const sent = await json(['send', address, '1.5', '-a', 'alice', '--data', 'invoice 7', '--wait'])
  assert.equal(sent.status, 'final')
  assert.equal(sent.amount, '1500000')
  assert.equal((await json(['account', 'balance', '-a', 'bob'])).total, '1500000')

  const message = await json([
    'message',
    'send',
    bob.address,
    'good evening',
    '-a',
    'alice',
    '--app',
    'chat',
    '--wait',
  ])
  assert.equal(message.status, 'final')
  assert.match(await stegos(['message', 'get', message.messageId, '-a', 'bob']), /\n\ngood evening$/)
  assert.match(
    await stegos(['message', 'list', '-a', 'bob', '--app', 'chat']),
    /received +chat +good evening$/m,
  )
  assert.match(await stegos(['message', 'list', '-a', 'alice', '--sent']), /good evening/)
  assert.match(await stegos(['account', 'history', '-a', 'bob']), /received +1\.5 STG/)
  assert.match(await stegos(['account', 'addresses', '-a', 'bob']), /1 +shop +dstg1/)
  assert.match(await stegos(['account', 'list']), /alice.*\n.*bob/)
})

test('messages are followed until a signal ends it', async () => {
  const end = new AbortController()
  const lines: string[] = []
  const following = shell.run(['message', 'follow', '-a', 'bob', '--from-cursor', 'genesis', '--json'], {
    env: ENV,
    signal: end.signal,
    onOut: (line) => {
      lines.push(line)
      end.abort()
    },
  })
  assert.equal((await following).code, 130)
  const { cursor, body } = JSON.parse(lines[0]!)
  assert.ok(cursor)
  assert.match(Buffer.from(body, 'base64').toString(), /invoice 7|good evening/)
})

test('an account with a passphrase: lock, unlock, change, show, remove and recover', async () => {
  const passphrase = { env: { STEGOS_PASSPHRASE: 'first' } }
  const created = await json(['account', 'create', '--name', 'savings'], passphrase)
  await stegos(['faucet', '5', '-a', 'savings', '--wait'])
  assert.match(await stegos(['account', 'lock', '-a', 'savings']), /^State +locked$/m)
  const refused = await shell.run(['send', created.address, '1', '-a', 'savings'], { env: ENV })
  assert.equal(refused.code, 1)
  assert.match(refused.notes, /account_locked.*\n.*\nUnlock it with: stegos account unlock/)
  assert.match(await stegos(['account', 'unlock', '-a', 'savings'], passphrase), /^State +ready$/m)

  writeFileSync(join(shell.directory, 'new'), 'second\n')
  await stegos(['account', 'passphrase', '-a', 'savings', '--new-passphrase-file', 'new'], passphrase)
  const wrong = await shell.run(['account', 'phrase', '-a', 'savings'], {
    env: { ...ENV, ...passphrase.env },
  })
  assert.match(wrong.notes, /wrong_passphrase/)
  const second = { env: { STEGOS_PASSPHRASE: 'second' } }
  assert.equal(await stegos(['account', 'phrase', '-a', 'savings'], second), created.recoveryPhrase)
  const viewKey = await stegos(['account', 'view-key', '-a', 'savings'], second)

  await stegos(['account', 'remove', '-a', 'savings', '--yes'], second)
  await stegos(['account', 'import-view-key', '--name', 'watched'], { stdin: viewKey })
  assert.match(await stegos(['account', 'get', '-a', 'watched']), /^State +view only$/m)
  assert.equal((await json(['account', 'balance', '-a', 'watched'])).total, '5000000')
  await stegos(['account', 'remove', '-a', 'watched', '--yes'])
  await stegos(['account', 'recover', '--name', 'savings'], { stdin: created.recoveryPhrase })
  assert.equal((await json(['account', 'balance', '-a', 'savings'])).total, '5000000')
  await stegos(['account', 'rescan', '-a', 'savings'])
  assert.equal((await json(['account', 'balance', '-a', 'savings'])).total, '5000000')
})

test('status and rpc', async () => {
  const status = await stegos(['status'])
  assert.match(status, /^Network +dev$/m)
  assert.match(status, /^Validator +[0-9a-f]{16}, active, in the set$/m)
  assert.equal(JSON.parse(await stegos(['rpc', 'chain.block', '{"height": 0}'])).height, 0)
  const { code, notes } = await shell.run(['rpc', 'chain.block', '{"hight": 0}'], { env: ENV })
  assert.equal(code, 1)
  assert.match(notes, /invalid_params/)
})

test('the chain, payments and coins for people', async () => {
  assert.match(await stegos(['chain', 'status']), /^Network +dev$/m)
  assert.match(await stegos(['chain', 'block']), /^Height +[1-9]\d*$/m)
  assert.match(await stegos(['chain', 'block', '0']), /^Height +0$/m)
  assert.match(await stegos(['chain', 'blocks', '--limit', '2']), /^Id +[0-9a-f]{64}$/m)
  assert.match(await stegos(['chain', 'supply']), /^Issued +\d+(\.\d+)? STG$/m)
  assert.match(await stegos(['chain', 'fees']), /^ {2}Inputs +Outputs +Fee$/m)
  assert.match(await stegos(['stake', 'params']), /^Award share +20 %$/m)
  assert.match(await stegos(['node', 'version']), /^Runtime +/m)
  assert.equal(await stegos(['node', 'peers']), 'None.')

  const [paid] = (await json(['payment', 'list', '-a', 'alice', '--sent', '--oldest'])).items
  assert.match(await stegos(['payment', 'get', paid.paymentId, '-a', 'alice']), /^Data +invoice 7$/m)
  const receipt = await json(['payment', 'prove', paid.paymentId, '-a', 'alice', '--challenge', 'order-7'])
  const verify = (challenge: string) =>
    shell.run(['payment', 'verify', receipt.proof, '--challenge', challenge], { env: ENV })
  assert.match((await verify('order-7')).out, /^Valid +yes$/m)
  assert.equal((await verify('another')).code, 7)
  assert.equal((await shell.run(['payment', 'estimate', '1000000', '-a', 'alice'], { env: ENV })).code, 1)
  assert.match(await stegos(['account', 'outputs', '-a', 'alice', '--status', 'unspent']), /STG/)
  const { height } = await json(['dev', 'mine', '2'])
  assert.ok((await json(['chain', 'status'])).height >= height)
  assert.match(await stegos(['dev', 'time']), /UTC$/)
})

test('events are printed until a signal ends it', async () => {
  const end = new AbortController()
  const words = ['events', 'payment.status,chain.block', '--from-cursor', 'genesis']
  const { code, out } = await shell.run(words, {
    env: ENV,
    signal: end.signal,
    onOut: (line) => {
      if (/^Height +2$/.test(line)) end.abort()
    },
  })
  assert.equal(code, 130)
  assert.match(out, /^chain\.block\n(.*\n)*?Height +1$/m)
})
