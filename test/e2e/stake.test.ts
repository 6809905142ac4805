/** Staking as its users meet it: calls, events and commands against a node in a process of its own. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { type Client, parseAmount, type Stake } from '../../src/sdk/index.ts'
import { createFunded, symbolOf, waitForItem } from '../support/accounts.ts'
import { createCommandLine } from '../support/command-line.ts'
import { startNode } from '../support/node-process.ts'
import { faucetAccountId } from '../support/register-validator.ts'

let node = await startNode()
let client = node.client()
const shell = createCommandLine()
after(async () => {
  shell.remove()
  client.close()
  await node.stop()
})

const stegos = (words: readonly string[], stdin = '') =>
  shell.run(words, { env: { STEGOS_URL: node.url, STEGOS_DATA_DIR: node.dataDirectory }, stdin })

/** Blocks up to the first one of the next epoch. */
async function nextEpoch(): Promise<void> {
  const { blocksLeft } = await client.stake.epoch()
  await client.dev.mine({ blocks: blocksLeft + 1 })
}

/** Makes blocks until a stake stands like that. */
async function stakeWhen(
  of: { accountId: string; stakeId: string },
  status: Stake['status'],
): Promise<Stake> {
  for (let blocks = 0; blocks < 5; blocks++) {
    const stake = await client.stake.get(of)
    if (stake.status === status) return stake
    await client.dev.mine()
  }
  const stake = await client.stake.get(of)
  assert.equal(stake.status, status)
  return stake
}

test('a deposit counts from the next epoch on, earns, and comes back after the unbonding time', async () => {
  const { accountId } = await createFunded(client, 'saver', parseAmount('2000'))
  const { minDeposit, unbondingEpochs } = await client.stake.params()
  assert.equal(
    await symbolOf(client.stake.deposit({ accountId, amount: (BigInt(minDeposit) - 1n).toString() })),
    'below_minimum',
  )
  const sent = await client.stake.deposit({ accountId, amount: parseAmount('1000') })
  const { stakeId, validatorId } = sent
  await stakeWhen({ accountId, stakeId }, 'active')
  assert.equal(
    (await client.account.balance({ accountId })).staked,
    (await client.stake.get({ accountId, stakeId })).amount,
  )

  const before = await client.stake.epoch()
  await nextEpoch()
  const epoch = await client.stake.epoch()
  assert.equal(epoch.epoch, before.epoch + 1)
  assert.ok(BigInt(epoch.totalStake) > BigInt(before.totalStake) + BigInt(parseAmount('999')))
  await nextEpoch()
  const earned = await client.stake.get({ accountId, stakeId })
  assert.ok(BigInt(earned.amount) > BigInt(parseAmount('1000')), earned.amount)
  const { items: rewards } = await client.stake.rewards({ accountId, order: 'newest', limit: 1 })
  assert.deepEqual([rewards[0]!.validatorId, rewards[0]!.signed], [validatorId, rewards[0]!.could])

  const out = await client.stake.withdraw({ accountId, stakeId })
  const leaving = await stakeWhen({ accountId, stakeId }, 'unbonding')
  const { epoch: now } = await client.stake.epoch()
  assert.equal(leaving.leaving[0]!.releaseEpoch, now + unbondingEpochs)
  for (let epochs = 0; epochs < unbondingEpochs; epochs++) await nextEpoch()
  await stakeWhen({ accountId, stakeId }, 'withdrawn')
  const { staked, available } = await client.account.balance({ accountId })
  assert.equal(staked, '0')
  const fees = BigInt(sent.fee) + 2n * BigInt(out.fee)
  const gain = BigInt(leaving.leaving[0]!.amount) - BigInt(parseAmount('1000'))
  assert.equal(BigInt(available), BigInt(parseAmount('2000')) + gain - fees)
})

test('the phrase alone finds a stake again', async () => {
  const { accountId, recoveryPhrase } = await createFunded(client, 'careful', parseAmount('200'))
  const { stakeId } = await client.stake.deposit({ accountId, amount: parseAmount('150') })
  const stake = await stakeWhen({ accountId, stakeId }, 'active')
  const balance = await client.account.balance({ accountId })
  await client.account.remove({ accountId })
  await client.account.recover({ recoveryPhrase })
  const { createdAt, ...rest } = stake
  assert.deepEqual(await client.stake.get({ accountId, stakeId }), rest)
  while ((await client.account.get({ accountId })).rescanning) await client.dev.mine()
  assert.equal((await client.account.balance({ accountId })).total, balance.total)
})

test('events tell how a stake goes on and when epochs begin, also after the node was killed', async () => {
  const { accountId } = await createFunded(client, 'watcher', parseAmount('50'))
  const call = { accountId, amount: parseAmount('20') }
  const sent = await client.stake.deposit(call, { idempotencyKey: 'watch' })
  await node.kill()
  client.close()
  node = await startNode({ dataDirectory: node.dataDirectory })
  client = node.client()
  assert.deepEqual(await client.stake.deposit(call, { idempotencyKey: 'watch' }), sent)
  await stakeWhen({ accountId, stakeId: sent.stakeId }, 'active')
  const seen: string[] = []
  const followed = client.events({ topics: ['stake.status'], accountId, from: 'genesis' })
  await waitForItem(followed, (item) => {
    if (item.topic === 'stake.status') seen.push(item.event.status)
    return seen.at(-1) === 'active'
  })
  assert.deepEqual([...new Set(seen)], ['created', 'broadcast', 'active'])
  const epochs = client.events({ topics: ['stake.epoch'], from: 'genesis' })
  const first = await waitForItem(epochs, ({ topic }) => topic === 'stake.epoch')
  assert.deepEqual(first.event, { epoch: 2, height: 30, members: 1 })
})

test('the command stakes, lists and withdraws', async () => {
  await createFunded(client, 'cli', parseAmount('100'))
  const staked = await stegos(['stake', 'deposit', '40', '-a', 'cli', '--wait', '--json'])
  assert.equal(staked.code, 0, staked.notes)
  const { stakeId } = JSON.parse(staked.out)
  assert.match((await stegos(['stake', 'list', '-a', 'cli'])).out, new RegExp(`${stakeId} +deposit +active`))
  for (const words of [['epoch'], ['validators'], ['award'], ['awards'], ['rewards'], ['slashings']]) {
    const { code, notes } = await stegos(['stake', ...words])
    assert.equal(code, 0, notes)
  }
  const out = await stegos(['stake', 'withdraw', stakeId, '10', '-a', 'cli', '--wait'])
  assert.match(out.out, /^Operation +unbond$/m)
  assert.match((await stegos(['stake', 'list', '-a', 'cli'])).out, /active +\d+(\.\d+)? STG +10(\.\d+)? STG/)
  const { code, notes } = await stegos(['stake', 'withdraw', stakeId, '500', '-a', 'cli'])
  assert.deepEqual([code, notes.includes('insufficient_stake')], [1, true])
  assert.match(notes, /staked: \d+(\.\d+)? STG/)
  const dust = await stegos(['stake', 'withdraw', stakeId, '0.000001', '-a', 'cli'])
  assert.match(dust.notes, /below_minimum.*\n {2}minimum: 0\.0\d+ STG\n.*\nLess is hardly worth the fee/)
  const history = await stegos(['account', 'history', '-a', 'cli'])
  assert.match(history.out, /staked: deposit +40 STG/)
  assert.match(history.out, /unbonded: unbond +10(\.\d+)? STG/)
})

test('a validator is named by the beginning of its id', async () => {
  await createFunded(client, 'prefix', parseAmount('50'))
  const { items } = await client.stake.validators()
  const { validatorId } = items[0]!
  const words = ['stake', 'deposit', '5', '-a', 'prefix', '--json', '--validator']
  for (const name of [validatorId.slice(0, 8), validatorId.slice(0, 16), validatorId]) {
    const { code, out, notes } = await stegos([...words, name])
    assert.equal(code, 0, notes)
    assert.equal(JSON.parse(out).validatorId, validatorId)
  }
  const unknown = `${validatorId.startsWith('0') ? '1' : '0'}${validatorId.slice(1, 16)}`
  const none = await stegos([...words, unknown])
  assert.deepEqual([none.code, none.notes.includes('no validator has an id that begins with')], [2, true])
  const short = await stegos([...words, validatorId.slice(0, 7)])
  assert.deepEqual([short.code, short.notes.includes('at least 8')], [2, true])
})

test('the account of the faucet is found by its name, and only by that', async () => {
  const { items } = await client.account.list({ internal: true })
  assert.deepEqual(
    items.map(({ name, accountId }) => [name, accountId]),
    [['faucet', await faucetAccountId(node.dataDirectory)]],
  )
  const { accountId } = items[0]!
  assert.ok((await client.account.list()).items.every((account) => account.accountId !== accountId))
  assert.match(
    (await stegos(['account', 'list', '--internal'])).out,
    new RegExp(`${accountId} +faucet +ready`),
  )
  assert.match((await stegos(['stake', 'list', '-a', 'faucet'])).out, /own +active/)
  const phrase = readFileSync(join(node.dataDirectory, 'faucet.phrase'), 'utf8').trim()
  const again = await stegos(['account', 'recover'], phrase)
  assert.equal(again.code, 1)
  assert.match(
    again.notes,
    new RegExp(`account_exists.*accountId: ${accountId}.*name: faucet.*--account ${accountId}`, 's'),
  )
})

test('the operator of the validator is the account of the faucet', async () => {
  const accountId = await faucetAccountId(node.dataDirectory)
  const { items } = await client.stake.list({ accountId })
  const own = items.find(({ type }) => type === 'own')
  assert.equal(own?.status, 'active')
  const { commission } = await client.stake.validator({ validatorId: own!.validatorId })
  await client.stake.configure({ accountId, commission: commission + 50 })
  await client.dev.mine({ blocks: 2 })
  const { announced } = await client.stake.validator({ validatorId: own!.validatorId })
  assert.equal(announced?.commission, commission + 50)
})

test('the command gives the validator a new key, with which the node makes blocks after it was killed', async () => {
  const accountId = await faucetAccountId(node.dataDirectory)
  await nextEpoch()
  const { items } = await client.stake.validators()
  const { validatorId, validatorKey } = items.find(({ own }) => own)!
  const sent = await stegos(['stake', 'rotate', '-a', accountId, '--wait', '--json'])
  assert.equal(sent.code, 0, sent.notes)
  const { nextKey } = await client.stake.validator({ validatorId })
  assert.ok(nextKey && nextKey !== validatorKey)
  const again = await stegos(['stake', 'rotate', '-a', accountId])
  assert.deepEqual([again.code, again.notes.includes('stake_refused')], [1, true])
  await node.kill()
  client.close()
  node = await startNode({ dataDirectory: node.dataDirectory })
  client = node.client()
  await nextEpoch()
  const changed = await client.stake.validator({ validatorId })
  assert.deepEqual([changed.validatorKey, changed.nextKey, changed.own], [nextKey, undefined, true])
  await client.dev.mine({ blocks: 2 })
})

test('an award is drawn, verified from its record alone, and taken out by who won it', async () => {
  const accountId = await faucetAccountId(node.dataDirectory)
  const record = await awardPaid(client)
  const page = await client.stake.awards({ order: 'newest' })
  const { code, out, notes } = await stegos(['award', 'verify', '-'], JSON.stringify(page))
  assert.equal(code, 0, notes)
  const { validatorId } = record.eligible[record.winner!]!
  assert.match(out, new RegExp(`^Winner +${validatorId}$`, 'm'))
  const period = ['--period', String(record.period), '--chain', record.chainId]
  assert.equal((await stegos(['award', 'verify', ...period])).code, 0)
  const forged = JSON.stringify({ ...record, prize: record.bounty, bounty: record.prize })
  assert.equal((await stegos(['award', 'verify', '-'], forged)).code, 7)

  // the proof holds for whoever knows the block from elsewhere, or the validators
  const file = (await stegos(['award', 'proof'])).out
  const { proof } = JSON.parse(file)
  const block = await client.chain.block({ height: proof.height })
  for (const known of [
    ['--block', block.id],
    ['--set', block.validatorSetHash],
  ]) {
    const checked = await stegos(['award', 'verify', '-', ...known], file)
    assert.equal(checked.code, 0, checked.notes)
    assert.match(checked.out, /is the chain’s/)
  }
  const previous = await client.chain.block({ height: proof.height - 1 })
  assert.equal((await stegos(['award', 'verify', '-', '--block', previous.id], file)).code, 7)

  const { items } = await client.stake.list({ accountId, status: 'withdrawable' })
  const prize = items.find(({ type, leaving }) => type === 'award' && leaving[0]?.amount === record.prize)
  assert.ok(prize, 'the operator of the winner has the prize')
  const sent = await client.stake.withdraw({ accountId, stakeId: prize.stakeId })
  assert.deepEqual([sent.operation, sent.amount], ['withdraw', record.prize])
  await stakeWhen({ accountId, stakeId: prize.stakeId }, 'withdrawn')
  const again = await stegos(['stake', 'withdraw', prize.stakeId, '-a', 'faucet'])
  assert.deepEqual([again.code, again.notes.includes('stake_withdrawn')], [1, true])

  const bounty = items.find(({ type, period }) => type === 'bounty' && period === record.period)
  assert.equal(bounty?.leaving[0]?.amount, record.bounty)
  assert.match((await stegos(['stake', 'list', '-a', 'faucet'])).out, /bounty of period \d+ +withdrawable/)
  const all = await stegos(['stake', 'withdraw', '--award', '--wait', '-a', 'faucet'])
  assert.equal(all.code, 0, all.notes)
  assert.equal((await client.stake.get({ accountId, stakeId: bounty!.stakeId })).status, 'withdrawn')
  assert.equal((await stegos(['stake', 'withdraw', '--award', '-a', 'faucet'])).code, 2)
})

/** Makes blocks, with time between them to work out the delay, until an award is paid. */
async function awardPaid(of: Client) {
  for (let blocks = 0; blocks < 400; blocks++) {
    const { items } = await of.stake.awards({ order: 'newest' })
    const paid = items.find(({ outcome }) => outcome === 'paid')
    if (paid) return paid
    const { nextDraw, period } = await of.stake.award()
    const waits = nextDraw.period < period && nextDraw.state === 'seeded'
    await new Promise((resolve) => setTimeout(resolve, waits ? 50 : 0))
    await of.dev.mine({ blocks: waits ? 1 : 5 })
  }
  throw new Error('no award was paid')
}
