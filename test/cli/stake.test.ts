/** What the stake commands print and understand, against a node that says what a chain of one validator never does. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createCommandLine } from '../support/command-line.ts'
import { fakeError, startFakeNode } from '../support/fake-node.ts'

const node = await startFakeNode()
const shell = createCommandLine()
after(async () => {
  await node.close()
  shell.remove()
})

const ENV = { STEGOS_URL: node.url, STEGOS_TOKEN: 'token' }
const ACCOUNT = { accountId: '58306284f5085852', name: 'shop', address: 'dstg1own', locked: false }
const idOf = (start: string) => start.padEnd(64, '0')
const page = (items: readonly unknown[]) => () => ({ items, next: 'n', complete: true })
node.methods['account.list'] = page([ACCOUNT])

const stegos = (words: readonly string[]) => shell.run(words, { env: ENV })

test('several validators whose ids begin alike are told apart by more digits', async () => {
  const validators = ['aaaaaaaa11', 'aaaaaaaa22', 'bbbbbbbb33'].map((start) => ({
    validatorId: idOf(start),
    validatorKey: start.padEnd(96, '9'),
  }))
  node.methods['stake.validators'] = page(validators)
  node.methods['stake.resume'] = ({ params }) => ({ ...(params as object), amount: '0', fee: '0' })
  const resume = (name: string) => stegos(['stake', 'resume', '--json', '--validator', name])
  const keyOf = async (name: string) => JSON.parse((await resume(name)).out).validatorKey
  assert.equal(await keyOf('aaaaaaaa2'), validators[1]!.validatorKey)
  assert.equal(await keyOf('BBBBBBBB'), validators[2]!.validatorKey)
  assert.equal(await keyOf('ab'.repeat(48)), 'ab'.repeat(48), 'a key is taken as it is')
  const { code, notes } = await stegos(['stake', 'resume', '--validator', 'aaaaaaaa'])
  assert.equal(code, 2)
  assert.match(
    notes,
    new RegExp(`several validators .*\n  ${idOf('aaaaaaaa11')}\n  ${idOf('aaaaaaaa22')}$`, 's'),
  )
  for (const [name, fault] of [
    ['cccccccc', /no validator has an id that begins with cccccccc/],
    ['aaaaaaa', /at least 8/],
    ['nonsense!', /at least 8/],
    ['ab'.repeat(40), /96 hex digits/],
  ] as const) {
    const refused = await resume(name)
    assert.deepEqual([refused.code, fault.test(refused.notes)], [2, true], refused.notes)
  }
})

test('a list of stakes tells prizes from stake, and when the next part is released', async () => {
  const stake = (fields: object) => ({
    ...{ stakeId: idOf('01'), accountId: ACCOUNT.accountId, type: 'deposit', status: 'active' },
    ...{ validatorId: idOf('ee'), amount: '5000000', leaving: [], ...fields },
  })
  const ready = { amount: '1', releaseEpoch: 3, releaseHeight: 61, status: 'withdrawable' }
  const waits = (minute: string, releaseEpoch: number) => ({
    ...{ amount: '2000000', releaseEpoch, releaseHeight: 91, status: 'unbonding' },
    estimatedRelease: `2030-01-02T03:${minute}:05.000Z`,
  })
  node.methods['stake.list'] = page([
    stake({ leaving: [ready, waits('04', 4), waits('09', 5)] }),
    stake({
      stakeId: idOf('02'),
      type: 'award',
      period: 7,
      status: 'withdrawable',
      amount: '0',
      leaving: [ready],
    }),
    stake({ stakeId: idOf('03'), type: 'bounty', period: 7, amount: '0' }),
    stake({ stakeId: idOf('04'), type: 'bond', validatorId: idOf(''), amount: '0' }),
  ])
  const lines = (await stegos(['stake', 'list'])).out.split('\n')
  assert.match(lines[1]!, /deposit +active +5 STG +4 STG +0\.000001 STG +2030-01-02 03:04:05 +ee0+$/)
  assert.match(lines[2]!, /prize of period 7 +withdrawable/)
  assert.match(lines[3]!, /bounty of period 7/)
  assert.match(lines[4]!, /bond of evidence .*STG$/)
})

test('what a rule asks for is told in words, and its numbers as people write them', async () => {
  node.methods['stake.configure'] = () => {
    throw fakeError('stake_refused', {
      ...{ rule: 'commission_step', explanation: 'A commission rises slowly.', limit: 1_100, asked: 5_000 },
    })
  }
  const { code, notes } = await stegos(['stake', 'configure', '--commission', '50'])
  assert.equal(code, 1)
  assert.match(notes, /explanation: A commission rises slowly\.\n {2}limit: 11 %\n {2}asked: 50 %$/)
})

test('a stake is named by the beginning of its id', async () => {
  const ids = ['3d9b60a1aa', '3d9b60a1bb', '77777777'].map(idOf)
  node.methods['stake.list'] = page(ids.map((stakeId) => ({ stakeId })))
  node.methods['stake.withdraw'] = ({ params }) => ({ ...(params as object), amount: '5', fee: '1' })
  const withdraw = (...names: string[]) => stegos(['stake', 'withdraw', '--json', ...names])
  for (const [name, id] of [
    ['3d9b60a1b', ids[1]],
    ['77777777…', ids[2]],
    [idOf('0f'), idOf('0f')],
  ] as const) {
    assert.equal(JSON.parse((await withdraw(name)).out).stakeId, id)
  }
  assert.match((await withdraw('3d9b60a1')).notes, /several stakes have ids that begin with 3d9b60a1/)
  assert.match((await withdraw('88888888')).notes, /no stake has an id .* see stegos stake list/)
  assert.match((await withdraw('3d')).notes, /STAKE is an id, or at least 8/)
})

test('faults of parameters are told in lines, not as JSON', async () => {
  node.methods['stake.list'] = page([])
  const faults = [{ pointer: '/amount', message: 'must be positive' }]
  node.methods['stake.withdraw'] = () => {
    throw fakeError('invalid_params', { faults })
  }
  const { notes } = await stegos(['stake', 'withdraw', idOf('0f')])
  assert.match(notes, /^ {2}amount must be positive$/m)
})

test('money of awards is withdrawn one by one, under keys of their own', async () => {
  const due = ['0a', '0b'].map((start, at) => ({
    ...{ stakeId: idOf(start), accountId: ACCOUNT.accountId, status: 'withdrawable', amount: '0' },
    ...{ type: at === 0 ? 'award' : 'bounty', period: 1, validatorId: idOf('ee'), leaving: [] },
  }))
  const others = [
    { ...due[0]!, stakeId: idOf('0c'), type: 'deposit' },
    { ...due[0]!, stakeId: idOf('0d'), pending: {} },
  ]
  node.methods['stake.list'] = page([...due, ...others])
  node.requests.length = 0
  node.methods['stake.withdraw'] = ({ params }) => ({ ...(params as object), amount: '5', fee: '1' })
  const { code } = await stegos(['stake', 'withdraw', '--award', '--idempotency-key', 'k'])
  assert.equal(code, 0)
  const calls = node.requests.filter(({ method }) => method === 'stake.withdraw')
  assert.deepEqual(
    calls.map(({ params }) => [
      (params as { stakeId: string }).stakeId,
      (params as { idempotencyKey: string }).idempotencyKey,
    ]),
    due.map(({ stakeId }) => [stakeId, `k ${stakeId}`]),
  )
  assert.equal((await stegos(['stake', 'withdraw', '--award', idOf('0a')])).code, 2)
  assert.equal((await stegos(['stake', 'withdraw'])).code, 2)
})

test('an operation that the network refused is told as rejected with its reason, though the stake stays as it was', async () => {
  const [stakeId, validatorId, transactionId] = [idOf('05'), idOf('ee'), idOf('77')]
  const { accountId } = ACCOUNT
  const stake = {
    stakeId,
    accountId,
    type: 'own',
    validatorId,
    status: 'active',
    amount: '5000000',
    leaving: [],
  }
  const refused = { transactionId, operation: 'rotate', reason: 'refused', rule: 'rotating', height: 12 }
  const sent = { stakeId, validatorId, transactionId, operation: 'rotate', status: 'created' }
  node.methods['stake.rotate'] = () => ({ ...sent, amount: '0', fee: '30000' })
  node.methods['stake.get'] = () => ({ ...stake, refused })
  const told = await stegos(['stake', 'rotate', '--wait'])
  assert.equal(told.code, 6)
  assert.match(told.out, /^Status +rejected\nReason +refused \(rotating\)$/m)
  const json = await stegos(['stake', 'rotate', '--wait', '--json'])
  assert.deepEqual([json.code, JSON.parse(json.out).refused], [6, refused])
  node.methods['stake.list'] = page([{ ...stake, refused }])
  assert.match((await stegos(['stake', 'list'])).out, /active, rotate refused \(rotating\) at block 12/)
  node.methods['stake.get'] = () => ({ ...stake, refused: { ...refused, transactionId: idOf('66') } })
  const final = await stegos(['stake', 'rotate', '--wait', '--json'])
  assert.deepEqual(
    [final.code, JSON.parse(final.out).status],
    [0, 'active'],
    'it was another one that failed',
  )
})

test('stake that earns nothing says why, and so does its validator', async () => {
  const stake = {
    ...{ stakeId: idOf('05'), accountId: ACCOUNT.accountId, type: 'deposit' },
    validatorId: idOf('ee'),
  }
  const staked = { ...stake, status: 'active', amount: '5000000', leaving: [] }
  const told: [object, RegExp][] = [
    [{ status: 'active', inSet: true }, /active {2,}5 STG/],
    [{ status: 'active', inSet: false }, /active, earns from the next epoch on {2}/],
    [{ status: 'suspended', inSet: false, reason: 'suspended' }, /active, earns nothing: it was silent/],
    [
      { status: 'leaving', inSet: true, reason: 'leaving' },
      /active, earns nothing from the next epoch on: its operator took its stake out/,
    ],
    [{ status: 'gone', inSet: false, reason: 'gone' }, /active, earns nothing: it is gone/],
  ]
  for (const [validator, line] of told) {
    node.methods['stake.list'] = page([{ ...staked, validator }])
    assert.match((await stegos(['stake', 'list'])).out, line)
  }
  const record = {
    ...{ validatorId: idOf('ee'), validatorKey: 'ab'.repeat(48), operator: idOf('aa'), own: false },
    ...{ status: 'active', inSet: false, reason: 'below_minimum', stake: '4000000', ownStake: '3000000' },
    ...{ commission: 1_000, since: 1, signed: 0, could: 0, eligible: false },
  }
  node.methods['stake.validators'] = page([record])
  const { out } = await stegos(['stake', 'validators'])
  assert.match(out, /^Next set +without it: its operator's own stake is below the minimum$/m)
})

test('a proof that is not worked out yet is told of, and waited for when asked to', async () => {
  const notReady = (data: object) => fakeError('proof_not_ready', { period: 3, ...data })
  node.methods['stake.proveAward'] = () => {
    throw notReady({ proving: false })
  }
  const idle = await stegos(['award', 'prove', '--wait'])
  assert.equal(idle.code, 1, 'nobody works it out, so there is nothing to wait for')
  assert.match(idle.notes, /--award-prover on/)
  node.methods['stake.proveAward'] = () => {
    throw notReady({ proving: true, percent: 41 })
  }
  const early = await stegos(['award', 'prove'])
  assert.equal(early.code, 1)
  assert.match(early.notes, /percent: 41\n/)

  let calls = 0
  const ids = { stakeId: idOf('07'), validatorId: idOf('ee'), transactionId: idOf('55') }
  node.methods['stake.proveAward'] = ({ params }) => {
    assert.equal((params as { accountId: string }).accountId, ACCOUNT.accountId)
    if (++calls === 1) throw notReady({ proving: true, percent: 99 })
    return { ...ids, operation: 'award', status: 'created', amount: '1000000', fee: '30000' }
  }
  const bounty = { ...ids, accountId: ACCOUNT.accountId, type: 'bounty', period: 3, amount: '0' }
  node.methods['stake.get'] = () => ({ ...bounty, status: 'withdrawable', leaving: [] })
  const { code, out } = await stegos(['award', 'prove', '--wait'])
  assert.deepEqual([code, calls], [0, 2])
  assert.match(out, /^Status +withdrawable$/m)
  assert.match(out, /^Amount +1 STG$/m)
  const wrong = await stegos(['award', 'prove', 'ab'])
  assert.deepEqual([wrong.code, /1024 hex digits/.test(wrong.notes)], [2, true])
})
