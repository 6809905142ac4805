import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, beforeEach, describe, test } from 'node:test'
import { loadAll } from '../../src/cli/commands.ts'
import { optionsOf } from '../../src/cli/parse-arguments.ts'
import { createCommandLine } from '../support/command-line.ts'
import { fakeError, startFakeNode } from '../support/fake-node.ts'

const node = await startFakeNode()
const shell = createCommandLine()
after(async () => {
  await node.close()
  shell.remove()
})

const TOKEN = 'the-owner-token'
const ACCOUNT = { accountId: '58306284f5085852', name: 'shop', address: 'dstg1own', locked: false }
const ENV = { STEGOS_URL: node.url, STEGOS_TOKEN: TOKEN }

beforeEach(() => {
  node.requests.length = 0
  node.methods['account.list'] = () => ({ items: [ACCOUNT], next: 'n', complete: true })
  node.methods['payment.send'] = () => ({
    paymentId: 'aa',
    transactionId: 'bb',
    status: 'broadcast',
    fee: '10000',
  })
})

function callsOf(method: string) {
  return node.requests.filter((request) => request.method === method)
}

describe('help', () => {
  test('the overview names every command', async () => {
    const { code, out } = await shell.run(['help'])
    assert.equal(code, 0)
    for (const { name } of await loadAll()) assert.match(out, new RegExp(`^  ${name}( |$)`, 'm'))
  })

  test('no command and --help give the overview, too', async () => {
    const { out } = await shell.run(['help'])
    assert.equal((await shell.run([])).out, out)
    assert.equal((await shell.run(['--help'])).out, out)
  })

  test('every command has help with its flags and an example that begins with its name', async () => {
    for (const command of await loadAll()) {
      const { code, out } = await shell.run([...command.name.split(' '), '--help'])
      assert.equal(code, 0)
      for (const option of optionsOf(command))
        assert.ok(out.includes(`--${option}`), `${command.name} ${option}`)
      assert.ok(command.examples.length > 0)
      assert.ok(out.includes(`stegos ${command.name}`), command.name)
      for (const line of out.split('\n').filter((text) => !text.includes('stegos '))) {
        assert.ok(line.length <= 100, `${command.name}: ${line}`)
      }
    }
  })

  test('exit codes and configuration are documented', async () => {
    assert.match((await shell.run(['help', 'exit-codes'])).out, /3 {2,}No connection to the node/)
    assert.match((await shell.run(['help', 'configuration'])).out, /--data-dir {2,}STEGOS_DATA_DIR/)
  })

  test('the version is that of the package', async () => {
    assert.match((await shell.run(['--version'])).out, /^\d+\.\d+\.\d+$/)
  })
})

describe('wrong usage ends with 2 and says what is wrong', () => {
  const faults: readonly [readonly string[], RegExp][] = [
    [['sned'], /unknown command sned; did you mean send\?/],
    [['account', 'craete'], /unknown command account craete; did you mean create\?/],
    [['status', '--jsno'], /unknown flag --jsno for stegos status; did you mean --json\?/],
    [['status', '--limit', '3'], /unknown flag --limit for stegos status/],
    [['status', '--url'], /--url needs a value/],
    [['status', '--url', '--json'], /--url needs a value/],
    [['status', '--timeout', 'soon'], /--timeout takes a whole number/],
    [['status', 'now'], /does not know what to do with "now"/],
    [['--json', 'status'], /flags come after the command/],
    [['send', 'dstg1x'], /AMOUNT is missing/],
    [['send', 'dstg1x', '1,5'], /AMOUNT is a number of STG/],
    [['send', 'dstg1x', '0'], /AMOUNT is zero/],
    [['send', 'dstg1x', '-1.5'], /-1\.5 is a number below zero, and AMOUNT is not below zero: /],
    [['stake', 'deposit', '-1'], /-1 is a number below zero, and AMOUNT is not below zero: How many STG/],
    [['status', '-1'], /-1 is a number below zero, and no number here is/],
    [['account', 'history', '--limit', '-1'], /--limit -1: no flag takes a number below zero/],
    [['message', 'send', 'dstg1x'], /TEXT is missing/],
    [['rpc', 'payment.sned'], /no method payment\.sned; did you mean payment\.send\?/],
    [['rpc', 'subscribe'], /no method subscribe/],
    [['rpc', 'chain.block', '[1]'], /PARAMS is a JSON object/],
    [['rpc', 'chain.block', '{height: 1}'], /PARAMS is not JSON/],
    [['completion', 'tcsh'], /no completion for tcsh/],
    [['status', '--url', 'ftp://x'], /--url is an address/],
    [['help', 'me'], /no help on me/],
  ]
  for (const [words, message] of faults) {
    test(`stegos ${words.join(' ')}`, async () => {
      const { code, out, notes } = await shell.run(words, { env: ENV })
      assert.equal(code, 2)
      assert.match(notes, message)
      assert.equal(out, '')
      assert.equal(node.requests.length, 0)
    })
  }
})

describe('the node and the token', () => {
  test('the token comes from the data directory', async () => {
    mkdirSync(join(shell.directory, 'data'), { recursive: true })
    writeFileSync(join(shell.directory, 'data', 'api.token'), `${TOKEN}\n`)
    const { code } = await shell.run(['account', 'list', '--data-dir', 'data', '--url', node.url])
    assert.equal(code, 0)
    assert.equal(node.requests[0]!.token, TOKEN)
  })

  test('without a token it ends with 4 and says where it was looked for', async () => {
    const { code, notes } = await shell.run(['status'])
    assert.equal(code, 4)
    assert.match(notes, /\.stegos\/dev\/api\.token/)
  })

  test('without a node it ends with 3', async () => {
    const { code, notes } = await shell.run(['status', '--url', 'http://127.0.0.1:1'], {
      env: { STEGOS_TOKEN: 'x' },
    })
    assert.equal(code, 3)
    assert.match(notes, /Is a node running\?/)
  })

  test('a token that is not known ends with 4', async () => {
    node.methods['account.list'] = () => {
      throw fakeError('unauthorized')
    }
    assert.equal((await shell.run(['account', 'list'], { env: ENV })).code, 4)
  })

  test('an error of the node ends with 1 and tells its data', async () => {
    node.methods['payment.send'] = () => {
      throw fakeError('insufficient_funds', { available: '1', locked: '0', needed: '1500000', fee: '10000' })
    }
    const text = await shell.run(['send', 'dstg1x', '5'], { env: ENV })
    assert.equal(text.code, 1)
    assert.match(
      text.notes,
      /\(insufficient_funds\)\n {2}available: 0\.000001 STG\n.*\n {2}needed: 1\.5 STG\n {2}fee: 0\.01 STG$/,
    )
    const json = await shell.run(['send', 'dstg1x', '5', '--json'], { env: ENV })
    assert.equal(JSON.parse(json.notes).error.symbol, 'insufficient_funds')
    assert.equal(JSON.parse(json.notes).error.data.needed, '1500000')
  })

  test('an interrupted command ends with 130', async () => {
    const { code } = await shell.run(['account', 'list'], { env: ENV, signal: AbortSignal.abort() })
    assert.equal(code, 130)
  })
})

describe('commands', () => {
  test('send pays in coins and passes data, tag and key on', async () => {
    const words = [
      'send',
      'dstg1to',
      '1.5',
      '--data',
      'hi',
      '--app',
      'shop',
      '--idempotency-key',
      'k1',
      '--json',
    ]
    const { code, out } = await shell.run(words, { env: ENV })
    assert.equal(code, 0)
    assert.equal(JSON.parse(out).paymentId, 'aa')
    assert.deepEqual(callsOf('payment.send')[0]!.params, {
      accountId: ACCOUNT.accountId,
      to: 'dstg1to',
      amount: '1500000',
      data: 'aGk=',
      app: 'shop',
      idempotencyKey: 'k1',
    })
  })

  test('a message comes from the command line, a file or a pipe', async () => {
    node.methods['message.send'] = () => ({
      messageId: 'ab',
      status: 'created',
      parts: 1,
      fee: '10000',
      transactionIds: [],
    })
    writeFileSync(join(shell.directory, 'body'), 'from a file')
    await shell.run(['message', 'send', 'dstg1to', 'from the line'], { env: ENV })
    await shell.run(['message', 'send', 'dstg1to', '--body-file', 'body'], { env: ENV })
    await shell.run(['message', 'send', 'dstg1to', '--body-file', '-'], { env: ENV, stdin: 'from a pipe' })
    assert.deepEqual(
      callsOf('message.send').map(({ params }) => Buffer.from(String(params.body), 'base64').toString()),
      ['from the line', 'from a file', 'from a pipe'],
    )
  })

  test('one account needs no name, several do', async () => {
    const other = { ...ACCOUNT, accountId: '009abbbaadc98136', name: 'savings' }
    node.methods['account.list'] = () => ({ items: [ACCOUNT, other], next: 'n', complete: true })
    const { code, notes } = await shell.run(['send', 'dstg1to', '1'], { env: ENV })
    assert.equal(code, 2)
    assert.match(notes, /58306284f5085852 {2}shop\n {2}009abbbaadc98136 {2}savings/)
    await shell.run(['send', 'dstg1to', '1', '-a', 'savings'], { env: ENV })
    assert.equal(callsOf('payment.send')[0]!.params.accountId, other.accountId)
  })

  test('a passphrase comes from a pipe, a file or the environment', async () => {
    node.methods['account.unlock'] = () => ({ ...ACCOUNT, scannedHeight: 1, targetHeight: 1 })
    writeFileSync(join(shell.directory, 'passphrase'), 'from a file\n')
    await shell.run(['account', 'unlock'], { env: ENV, stdin: 'from a pipe\n' })
    await shell.run(['account', 'unlock', '--passphrase-file', 'passphrase'], { env: ENV })
    await shell.run(['account', 'unlock'], { env: { ...ENV, STEGOS_PASSPHRASE: 'from the environment' } })
    assert.deepEqual(
      callsOf('account.unlock').map(({ params }) => params.passphrase),
      ['from a pipe', 'from a file', 'from the environment'],
    )
  })

  test('no flag takes a secret', async () => {
    for (const command of await loadAll()) {
      for (const option of optionsOf(command)) {
        assert.doesNotMatch(option, /^(passphrase|token|phrase|view-key|password|secret)$/)
      }
    }
  })

  test('recovering waits until the chain has been read', async () => {
    let looks = 0
    node.methods['account.recover'] = () => ({ accountId: ACCOUNT.accountId, address: ACCOUNT.address })
    node.methods['account.get'] = () => {
      looks += 1
      return { ...ACCOUNT, rescanning: looks < 3, scannedHeight: looks, targetHeight: 3 }
    }
    const { code } = await shell.run(['account', 'recover'], { env: ENV, stdin: '  legal winner \n' })
    assert.equal(code, 0)
    assert.equal(looks, 3)
    assert.equal(callsOf('account.recover')[0]!.params.recoveryPhrase, 'legal winner')
  })

  test('removing asks back', async () => {
    const { code, notes } = await shell.run(['account', 'remove', '-a', 'shop'], { env: ENV })
    assert.equal(code, 2)
    assert.match(notes, /--yes/)
    assert.equal(callsOf('account.remove').length, 0)
  })

  test('a body cannot drive the terminal', async () => {
    node.methods['message.get'] = () => ({
      messageId: 'ab',
      direction: 'in',
      status: 'received',
      app: 'x\u001b[2J',
      amount: '0',
      body: Buffer.from('a\u001b]0;title\u0007b').toString('base64'),
    })
    const { out } = await shell.run(['message', 'get', 'ab'], { env: ENV })
    assert.ok(!out.includes('\u001b'))
  })

  test('rpc prints the result as JSON', async () => {
    node.methods['chain.block'] = ({ params }) => params
    const { out } = await shell.run(['rpc', 'chain.block', '{"height": 7}'], { env: ENV })
    assert.equal(out, '{"height":7}')
  })
})
