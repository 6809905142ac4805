import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { NodeError, type NodeErrorCode } from '../../../src/node/errors.ts'
import { leastRelease } from '../../../src/node/wallet/stake-releases.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { feeOf, ORDINARY_SHAPE } from '../../../src/protocol/shape.ts'
import { validatorId } from '../../../src/protocol/stake/registry.ts'
import { readContract } from '../../../src/server/contract/document.ts'
import { Validator } from '../../../src/server/contract/validator.ts'
import { temporaryDirectory } from '../support.ts'
import { sharedWorkers, validatorKeys } from '../world.ts'
import { COINS, endEpoch, params, stg } from './staking-world.ts'
import {
  createWalletWorld,
  eventsOf,
  killedAtEachBatch,
  openWalletNode,
  type WalletNode,
} from './wallet-node.ts'

const workers = sharedWorkers({ after })
const contract = new Validator(readContract().document)

const world = await createWalletWorld(COINS, 'staking', { params, operator: 'bob' })
const key = toHex(world.keys[0]!.publicKey)

const open = (t: Parameters<typeof openWalletNode>[0], options: Parameters<typeof openWalletNode>[3] = {}) =>
  openWalletNode(t, world, workers, { validatorKey: world.keys[0]!, ...options })

const stakeOf = async ({ wallet }: WalletNode, accountId: string, stakeId: string) =>
  wallet.stake.get({ accountId, stakeId })

const failsWith = (code: NodeErrorCode, details?: object) => (error: unknown) => {
  assert.ok(error instanceof NodeError, String(error))
  assert.equal(error.code, code)
  if (details) assert.deepEqual(error.details, details)
  return true
}

const totalOf = async ({ wallet }: WalletNode, accountId: string) => {
  const { available, pending, locked, staked } = await wallet.account.balance(accountId)
  return available + pending + locked + staked
}

test('a stake is made, earns, and comes back by itself when the unbonding time is over', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('ada')
  const before = await totalOf(node, accountId)
  const sent = await wallet.stake.deposit({ accountId, amount: stg(1_000n), validatorKey: key })
  assert.deepEqual([sent.operation, sent.status, sent.amount], ['deposit', 'created', stg(1_000n)])
  const { stakeId } = sent
  const made = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([made.status, made.pending?.transactionId], ['broadcast', sent.transactionId])
  assert.equal(made.validator, undefined, 'nothing is staked yet')
  assert.equal((await wallet.account.balance(accountId)).staked, stg(1_000n))
  assert.equal(await totalOf(node, accountId), before - sent.fee)

  await node.mine()
  const active = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([active.status, active.pending, active.type], ['active', undefined, 'deposit'])
  assert.deepEqual(active.validator, { status: 'active', inSet: true, reason: undefined })
  // the price of a purchase includes what others' stake can earn in this epoch
  assert.ok(active.amount <= stg(1_000n) && active.amount > stg(990n), String(active.amount))
  const members = () => node.chain.state.stake.epoch.members
  assert.equal(members()[0]!.stake, stg(10_000n), 'it counts from the next epoch on')
  await endEpoch(node)
  assert.ok(members()[0]!.stake > stg(11_000n))
  const { amount } = await stakeOf(node, accountId, stakeId)
  const back = amount - stg(1_000n)
  assert.ok(back > -1_000n && back < sent.fee, `${back}: the pay day gives that back, and a part of this fee`)
  await endEpoch(node)
  const earned = await stakeOf(node, accountId, stakeId)
  assert.ok(earned.amount > stg(1_000n), String(earned.amount))

  const out = await wallet.stake.withdraw({ accountId, stakeId })
  assert.deepEqual([out.operation, out.stakeId, out.amount], ['unbond', stakeId, earned.amount])
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId }),
    failsWith('stake_busy', { stakeId, transactionId: out.transactionId }),
  )
  await node.mine()
  const leaving = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([leaving.status, leaving.amount], ['unbonding', 0n])
  const [part] = leaving.leaving
  assert.deepEqual([part!.amount, part!.releaseEpoch, part!.releaseHeight], [earned.amount, 5, 49])
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId }),
    failsWith('stake_locked', { stakeId, releaseEpoch: 5, releaseHeight: 49 }),
  )
  await endEpoch(node)
  await endEpoch(node)
  await node.mine()
  const gone = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([gone.status, gone.leaving], ['withdrawn', []])
  const { staked, available } = await wallet.account.balance(accountId)
  assert.equal(staked, 0n)
  const fees = sent.fee + out.fee
  assert.ok(available > before - fees - 40_000n + (earned.amount - stg(1_000n)) - 1n)
  const history = await wallet.account.history({ accountId, limit: 10 })
  assert.deepEqual(history.items.map(({ type, operation, amount }) => [type, operation, amount]).slice(-3), [
    ['staked', 'deposit', stg(1_000n)],
    ['unbonded', 'unbond', earned.amount],
    ['unstaked', 'withdraw', earned.amount],
  ])
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId }),
    failsWith('stake_withdrawn', { stakeId }),
  )
  const told = await eventsOf(node, 'stake.status')
  for (const { event } of told) assert.deepEqual(contract.event('stake.status', event), [])
  const statuses = told.map(({ event }) => event.status as string)
  const changes = statuses.filter((status, at) => status !== statuses[at - 1])
  assert.deepEqual(changes, ['created', 'broadcast', 'active', 'unbonding', 'withdrawable', 'withdrawn'])
  await node.stop()
})

test('money is never lost or doubled from one block to the next', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('ada')
  const { stakeId, fee } = await wallet.stake.deposit({ accountId, amount: stg(500n), validatorKey: key })
  let paid = fee
  const start = stg(8_000n)
  const check = async () => {
    const total = await totalOf(node, accountId)
    // what the price includes of the first epoch, until its pay day
    const due = node.chain.height < 12 ? stg(4n) : stg(1n)
    assert.ok(total >= start - paid - due, `${total} of ${start}`)
    assert.ok(total < start + stg(100n))
  }
  for (let block = 1; block <= 60; block++) {
    if (block === 20) paid += (await wallet.stake.withdraw({ accountId, stakeId, amount: stg(200n) })).fee
    await check()
    await node.mine()
    await check()
  }
  const { status, amount, leaving } = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([status, leaving], ['active', []], 'the part came back, the rest stays')
  assert.ok(amount > stg(300n))
  await node.stop()
})

test('a call with a key that was used gives its outcome again, also after a restart', async (t) => {
  const node = await open(t)
  const { accountId } = await node.account('ada')
  const call = { accountId, amount: stg(10n), validatorKey: key, idempotencyKey: 'once' }
  const sent = await node.wallet.stake.deposit(call)
  assert.deepEqual(await node.wallet.stake.deposit(call), sent)
  await assert.rejects(
    node.wallet.stake.deposit({ ...call, amount: stg(11n) }),
    failsWith('idempotency_conflict'),
  )
  await node.stop()
  const again = await open(t, { directory: node.directory })
  assert.deepEqual(await again.wallet.stake.deposit(call), sent)
  await again.settled(accountId)
  // the pool was empty after the restart: the transaction is handed over again, and the next block has it
  await again.mine(2)
  const { items } = await again.wallet.stake.list({ accountId, limit: 10 })
  assert.deepEqual(
    items.map(({ stakeId, status }) => [stakeId, status]),
    [[sent.stakeId, 'active']],
  )
  await again.stop()
})

test('a node that is killed at any batch stakes once, and withdraws once', async (t) => {
  const prepared = await temporaryDirectory(t)
  const node = await open(t, { directory: prepared })
  const { accountId } = await node.account('ada')
  const paid = await node.wallet.stake.deposit({ accountId, amount: stg(50n), validatorKey: key })
  const { stakeId } = paid
  await node.mine()
  await node.stop()
  const deposit = { accountId, amount: stg(10n), validatorKey: key, idempotencyKey: 'in' }
  const withdrawal = { accountId, stakeId, idempotencyKey: 'out' }
  const live = async ({ wallet, settled, mine }: WalletNode) => {
    await settled(accountId)
    await wallet.stake.deposit(deposit)
    await wallet.stake.withdraw(withdrawal)
    await mine()
  }
  const check = async (again: WalletNode, when: string) => {
    await live(again)
    await again.mine()
    const { items } = await again.wallet.stake.list({ accountId, limit: 10 })
    assert.deepEqual(
      items.map(({ status, pending }) => [status, pending]),
      [
        ['unbonding', undefined],
        ['active', undefined],
      ],
      when,
    )
    const total = await totalOf(again, accountId)
    const spent = paid.fee + (await again.wallet.stake.deposit(deposit)).fee
    const fees = spent + (await again.wallet.stake.withdraw(withdrawal)).fee
    // what the pool's price rounds away, and what it includes of the epoch in which the deposit comes
    assert.ok(total <= stg(8_000n) - fees && total > stg(7_998n), String(total))
  }
  const crashes = await killedAtEachBatch(t, prepared, { open: (options) => open(t, options), live, check })
  assert.ok(crashes > 3)
})

test('the phrase alone brings stakes back, wherever they stand, and what happened', async (t) => {
  const node = await open(t)
  const { accountId } = await node.account('ada')
  const { wallet } = node
  const stay = await wallet.stake.deposit({ accountId, amount: stg(700n), validatorKey: key })
  await node.mine()
  const leave = await wallet.stake.deposit({ accountId, amount: stg(300n), validatorKey: key })
  await endEpoch(node)
  await wallet.stake.withdraw({ accountId, stakeId: leave.stakeId })
  await node.mine()
  const listed = async (of: WalletNode) =>
    (await of.wallet.stake.list({ accountId, limit: 10 })).items.map(
      ({ createdAt, leaving: [part], ...stake }) => ({ ...stake, part: part?.amount }),
    )
  const before = await listed(node)
  const balance = await wallet.account.balance(accountId)
  const history = await wallet.account.history({ accountId, limit: 100 })
  await wallet.account.remove({ accountId })
  await node.account('ada')
  const restored = await listed(node)
  assert.deepEqual(restored, before)
  assert.deepEqual([restored[0]!.stakeId, restored[1]!.stakeId], [stay.stakeId, leave.stakeId])
  assert.deepEqual(await wallet.account.balance(accountId), balance)
  assert.deepEqual(await wallet.account.history({ accountId, limit: 100 }), history)
  // the next deposit takes a key that was never used
  const next = await wallet.stake.deposit({ accountId, amount: stg(5n), validatorKey: key })
  assert.ok(![stay.stakeId, leave.stakeId].includes(next.stakeId))
  await node.stop()
})

test('a locked account sees its stakes, and takes them out when it is unlocked', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('ada', 'open sesame')
  await wallet.account.unlock({ accountId, passphrase: 'open sesame' })
  const { stakeId } = await wallet.stake.deposit({ accountId, amount: stg(100n), validatorKey: key })
  await node.mine()
  await wallet.stake.withdraw({ accountId, stakeId })
  await wallet.account.lock(accountId)
  await assert.rejects(wallet.stake.withdraw({ accountId, stakeId }), failsWith('account_locked'))
  for (let epoch = 0; epoch < 3; epoch++) await endEpoch(node)
  assert.equal((await stakeOf(node, accountId, stakeId)).status, 'withdrawable')
  await wallet.account.unlock({ accountId, passphrase: 'open sesame' })
  await node.mine(2)
  assert.equal((await stakeOf(node, accountId, stakeId)).status, 'withdrawn')
  await node.stop()
})

test('an operator adds to its own stake, sets the commission, and keeps the minimum', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('bob')
  const stakeId = toHex(validatorId(world.keys[0]!.publicKey))
  const own = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([own.type, own.status, own.amount], ['own', 'active', stg(10_000n)])
  const sent = await wallet.stake.deposit({ accountId, amount: stg(2_000n) })
  assert.deepEqual([sent.stakeId, sent.operation], [stakeId, 'deposit'])
  await assert.rejects(
    wallet.stake.configure({ accountId, commission: 1_050 }),
    failsWith('stake_busy', { stakeId, transactionId: sent.transactionId }),
  )
  await node.mine()
  assert.ok((await stakeOf(node, accountId, stakeId)).amount > stg(11_900n))
  await assert.rejects(
    wallet.stake.configure({ accountId, commission: 1_500 }),
    failsWith('stake_refused', {
      rule: 'commission_step',
      explanation:
        'A commission rises by at most 1 % a change: it is 10 % and may become 11 %, and 15 % was asked for.',
      limit: 1_100,
      asked: 1_500,
    }),
  )
  await wallet.stake.configure({ accountId, commission: 1_050 })
  await node.mine()
  assert.equal(node.chain.state.stake.records[0]!.announced?.commission, 1_050)
  await node.settled(accountId)
  const told = (await eventsOf(node, 'stake.status')).at(-1)!.event
  assert.deepEqual(
    [told.stakeId, told.pending],
    [stakeId, undefined],
    'the stake is as it was, and nothing under way',
  )
  await assert.rejects(
    wallet.stake.configure({ accountId, commission: 1_060 }),
    failsWith('stake_refused', {
      rule: 'announced',
      explanation: 'One change of commission at a time: 10.5 % is announced for epoch 3. Ask again then.',
    }),
  )
  await assert.rejects(
    wallet.stake.resume({ accountId }),
    failsWith('stake_refused', {
      rule: 'status',
      explanation: 'It is not suspended: there is nothing to end.',
    }),
  )
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId, amount: stg(11_500n) }),
    failsWith('below_minimum', { minimum: params.stake.minStake, of: 'own_rest' }),
  )
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId, amount: 1n }),
    failsWith('below_minimum', { minimum: leastRelease(params) + 1n, of: 'withdrawal' }),
  )
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId }),
    failsWith('stake_refused', {
      rule: 'last_validator',
      explanation: 'The last active validator cannot leave: nobody would be there to make a block.',
    }),
  )
  const out = await wallet.stake.withdraw({ accountId, stakeId, amount: stg(1_000n) })
  assert.equal(out.operation, 'unbond_own')
  await node.mine()
  const left = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([left.status, left.leaving.length], ['active', 1])
  for (let epoch = 0; epoch < 3; epoch++) await endEpoch(node)
  await node.mine()
  assert.deepEqual((await stakeOf(node, accountId, stakeId)).leaving, [])
  await node.stop()
})

test('a deposit registers the validator of the node, with the account as its operator', async (t) => {
  const [, validatorKey] = validatorKeys(2)
  const node = await open(t, { validatorKey: validatorKey! })
  const { wallet } = node
  const { accountId } = await node.account('ada')
  await assert.rejects(
    wallet.stake.deposit({ accountId, amount: stg(999n) }),
    failsWith('below_minimum', { minimum: params.stake.minStake, of: 'own_stake' }),
  )
  const sent = await wallet.stake.deposit({ accountId, amount: stg(6_000n), commission: 700 })
  const id = validatorId(validatorKey!.publicKey)
  assert.deepEqual([sent.operation, sent.stakeId, sent.validatorId], ['register', toHex(id), toHex(id)])
  await node.mine()
  const record = node.chain.state.stake.records.find(
    ({ key }) => toHex(key) === toHex(validatorKey!.publicKey),
  )
  assert.deepEqual([record?.commission, record?.stake], [700, stg(6_000n)])
  const stake = await stakeOf(node, accountId, sent.stakeId)
  assert.deepEqual([stake.type, stake.status, stake.amount], ['own', 'active', stg(6_000n)])
  await node.stop()
})

test('history tells how much began to leave, and after a restore as long as it is on its way', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('ada')
  const { stakeId } = await wallet.stake.deposit({ accountId, amount: stg(100n), validatorKey: key })
  await node.mine()
  await wallet.stake.withdraw({ accountId, stakeId, amount: stg(30n) })
  await node.mine()
  const unbonded = async () => {
    const { items } = await wallet.account.history({ accountId, limit: 20 })
    return items.find(({ type }) => type === 'unbonded')
  }
  const [part] = (await stakeOf(node, accountId, stakeId)).leaving
  const entry = await unbonded()
  assert.deepEqual([entry?.operation, entry?.amount], ['unbond', part!.amount])
  assert.ok(part!.amount >= stg(30n) && part!.amount < stg(31n))
  const restored = async () => {
    await wallet.account.remove({ accountId })
    await node.account('ada')
    await node.settled(accountId)
    return unbonded()
  }
  assert.deepEqual(await restored(), entry)
  for (let epochs = 0; epochs < 3; epochs++) await endEpoch(node)
  assert.deepEqual((await stakeOf(node, accountId, stakeId)).leaving, [])
  assert.deepEqual(await restored(), { ...entry, amount: 0n }, 'nobody can tell any more')
  await node.stop()
})

test('deposits that are made at once have keys of their own', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('ada')
  const amounts = [stg(10n), stg(20n), stg(30n)]
  const sent = await Promise.all(
    amounts.map((amount) => wallet.stake.deposit({ accountId, amount, validatorKey: key })),
  )
  assert.equal(new Set(sent.map(({ stakeId }) => stakeId)).size, 3)
  await node.mine(4)
  const { items } = await wallet.stake.list({ accountId, limit: 10 })
  assert.deepEqual(
    items.map(({ status }) => status),
    ['active', 'active', 'active'],
  )
  await node.stop()
})

test('a deposit that the stake has overtaken ends, and its coins are free again', async (t) => {
  let taken = true
  const submit = async () => {
    if (!taken) throw new NodeError('invalid_transaction', { rule: 'stake_refused' })
  }
  const node = await open(t, { chain: () => ({ submit }) })
  const { wallet } = node
  const { accountId } = await node.account('ada')
  const before = await wallet.account.balance(accountId)
  const { stakeId } = await wallet.stake.deposit({ accountId, amount: stg(100n), validatorKey: key })
  assert.equal((await stakeOf(node, accountId, stakeId)).status, 'broadcast')
  taken = false
  await node.mine(6)
  const ended = await stakeOf(node, accountId, stakeId)
  assert.deepEqual([ended.status, ended.reason, ended.pending], ['rejected', 'refused', undefined])
  const { height, ...after } = await wallet.account.balance(accountId)
  assert.deepEqual({ ...after, height: before.height }, before)
  await node.stop()
})

test('what cannot be is refused before anything is made', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('ada')
  const deposit = (amount: bigint, validatorKey = key) =>
    wallet.stake.deposit({ accountId, amount, validatorKey })
  await assert.rejects(deposit(stg(1n), 'ab'.repeat(48)), failsWith('unknown_validator'))
  await assert.rejects(
    deposit(1n),
    failsWith('below_minimum', { minimum: params.stake.minDeposit, of: 'deposit' }),
  )
  const fee = feeOf(ORDINARY_SHAPE, params, true)
  await assert.rejects(
    deposit(stg(9_000n)),
    failsWith('insufficient_funds', {
      available: stg(8_000n),
      locked: 0n,
      needed: stg(9_000n) + fee,
      fee,
    }),
  )
  await assert.rejects(
    wallet.stake.configure({ accountId, commission: 1 }),
    failsWith('not_operator', { validatorId: toHex(validatorId(world.keys[0]!.publicKey)) }),
  )
  const stakeId = 'ab'.repeat(32)
  await assert.rejects(wallet.stake.withdraw({ accountId, stakeId }), failsWith('unknown_stake', { stakeId }))
  await assert.rejects(wallet.stake.get({ accountId, stakeId }), failsWith('unknown_stake', { stakeId }))
  await assert.rejects(
    wallet.stake.deposit({ accountId, amount: stg(1n), commission: 5 }),
    failsWith('invalid_params'),
  )
  const { stakeId: small } = await deposit(stg(10n))
  await node.mine()
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId: small, amount: stg(11n) }),
    failsWith('insufficient_stake'),
  )
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId: small, amount: stg(9n) + 500_000n }),
    failsWith('below_minimum', { minimum: params.stake.minDeposit, of: 'rest' }),
  )
  // what is hardly worth its fee would wait for ever; a little more is withdrawn by itself
  const least = leastRelease(params)
  await assert.rejects(
    wallet.stake.withdraw({ accountId, stakeId: small, amount: least }),
    failsWith('below_minimum', { minimum: least + 1n, of: 'withdrawal' }),
  )
  await wallet.stake.withdraw({ accountId, stakeId: small, amount: least + 1n })
  for (let epoch = 0; epoch < 4; epoch++) await endEpoch(node)
  await node.mine()
  assert.deepEqual((await stakeOf(node, accountId, small)).leaving, [])
  await node.stop()
  const without = await openWalletNode(t, world, workers)
  const other = await without.account('ada')
  await assert.rejects(
    without.wallet.stake.deposit({ accountId: other.accountId, amount: stg(1n) }),
    failsWith('no_validator'),
  )
  await without.stop()
})

test('a node that is behind knows too little of the stake to change anything', async (t) => {
  let isSyncing = true
  const { wallet, account } = await open(t, { isSyncing: () => isSyncing })
  const { accountId } = await account('ada')
  const params = { accountId, amount: stg(1_000n), validatorKey: key }
  const behind = failsWith('not_ready', { state: 'syncing' })
  await assert.rejects(wallet.stake.deposit(params), behind)
  await assert.rejects(wallet.stake.resume({ accountId, validatorKey: key }), behind)
  isSyncing = false
  assert.equal((await wallet.stake.deposit(params)).status, 'created')
})

test('an account without value in its coins can still take its stake out', async (t) => {
  const node = await open(t)
  const { wallet } = node
  const { accountId } = await node.account('ada')
  const { available } = await wallet.account.balance(accountId)
  const { stakeId, fee } = await wallet.stake.deposit({
    accountId,
    amount: available - 200_000n,
    validatorKey: key,
  })
  await node.mine()
  const left = (await wallet.account.balance(accountId)).available
  assert.equal(left, 200_000n - fee)
  await endEpoch(node)
  await wallet.stake.withdraw({ accountId, stakeId })
  for (let epoch = 0; epoch < 4; epoch++) await endEpoch(node)
  assert.equal((await stakeOf(node, accountId, stakeId)).status, 'withdrawn')
  assert.ok((await wallet.account.balance(accountId)).available > available - stg(1n))
  await node.stop()
})
