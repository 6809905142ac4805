/** `stegos token` against a node. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCommandLine } from '../support/command-line.ts'
import { startNode } from '../support/node-process.ts'

const node = await startNode()
using client = node.client({ retry: { attempts: 100 } })
// the command waits for a node that is starting, but not for one on a machine that does much else
await client.chain.status()
const shell = createCommandLine()
after(async () => {
  shell.remove()
  await node.stop()
})

const ENV = { STEGOS_URL: node.url, STEGOS_DATA_DIR: node.dataDirectory }

const run = (words: readonly string[], env: Record<string, string> = {}) =>
  shell.run(words, { env: { ...ENV, ...env }, stdin: '' })

async function stegos(words: readonly string[], env?: Record<string, string>): Promise<string> {
  const { code, out, notes } = await run(words, env)
  assert.equal(code, 0, `stegos ${words.join(' ')}\n${notes}`)
  return out
}

test('a token from its making to its end', async () => {
  const shop = JSON.parse(await stegos(['account', 'create', '--name', 'shop', '--json']))
  await stegos(['account', 'create', '--name', 'savings'])
  const words = ['token', 'create', '--name', 'till', '--scope', 'read,pay', '--method', 'account.*']
  const narrow = ['--method', 'payment.send', '--account', 'shop', '--budget', '10 STG/day', '--rate', '50']
  const out = await stegos([...words, ...narrow, '--expires', '30d'])
  assert.match(out, /^Scopes +read, pay$/m)
  assert.match(out, /^Methods +account\.\*, payment\.send$/m)
  assert.match(out, new RegExp(`^Accounts +${shop.accountId}$`, 'm'))
  assert.match(out, /^Budget +10 STG\/day, 0 STG of it spent$/m)
  const token = /stegostoken1[02-9ac-hj-np-z]{58}/.exec(out)![0]

  const mine = { STEGOS_TOKEN: token }
  assert.match(await stegos(['account', 'list'], mine), /^[0-9a-f]{16} +shop/m)
  assert.doesNotMatch(await stegos(['account', 'list'], mine), /savings/)
  const refused = await run(['account', 'create', '--name', 'mine'], mine)
  assert.equal(refused.code, 4)
  assert.match(refused.notes, /scope_missing/)

  assert.match(
    await stegos(['token', 'list']),
    /till +active +read,pay +0 STG +2 methods, 1 account, 10 STG\/day, 50\/s/,
  )
  assert.match(await stegos(['token', 'revoke', 'till']), /^Status +revoked /m)
  assert.equal((await run(['account', 'list'], mine)).code, 4)
  const log = await stegos(['token', 'audit', '--oldest'])
  assert.match(log, /owner +token\.create +ok +token [0-9a-f]{16}$/m)
  assert.match(log, /till +account\.create +scope_missing/)
  assert.match(await stegos(['token', 'audit', '--by', 'till']), /account\.create/)
  assert.doesNotMatch(log, new RegExp(token.slice(13)))
})

test('several accounts, and what is said of a wrong one', async () => {
  const words = ['token', 'create', '--name', 'both', '--scope', 'read', '--json']
  const both = JSON.parse(await stegos([...words, '--account', 'shop', '--account', 'savings']))
  assert.equal(both.accounts.length, 2)
  const wrong = await run([...words, '--account', 'shop,nobody'])
  assert.deepEqual([wrong.code, /no account is named nobody/.test(wrong.notes)], [2, true])
})

test('a token without a purpose, a name or a good end is not made', async () => {
  for (const [words, said] of [
    [['--name', 'x'], /say what it is for: --scope read/],
    [['--name', 'x', '--scope', 'write'], /not write/],
    [['--scope', 'read'], /give it a name/],
    [['--name', 'x', '--scope', 'read', '--expires', 'soon'], /--expires is a length of time/],
    [['--name', 'x', '--scope', 'read', '--budget', 'much'], /--budget is an amount/],
  ] as const) {
    const { code, notes } = await run(['token', 'create', ...words])
    assert.equal(code, 2, words.join(' '))
    assert.match(notes, said)
  }
  const { code, notes } = await run([
    'token',
    'create',
    '--name',
    'x',
    '--scope',
    'read',
    '--method',
    'pay.*',
  ])
  assert.equal(code, 1)
  assert.match(notes, /is no method/)
})
