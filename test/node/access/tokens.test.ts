/** Tokens of a node: made, found, narrowed by those above them, ended; on the disk before anybody hears of it. */
import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { Access, createTokenApi } from '../../../src/node/access/access.ts'
import { openAccess } from '../../../src/node/access/open-access.ts'
import { isTokenText, makeTokenText } from '../../../src/node/access/token-text.ts'
import type { NewToken } from '../../../src/node/api/token.ts'
import type { Call } from '../../../src/node/call.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import { openIdempotency } from '../../../src/node/idempotency.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { openStore, type Store } from '../../../src/node/store.ts'
import { utf8 } from '../../../src/protocol/bytes.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { recordingLogger, temporaryDirectory, temporaryStore } from '../support.ts'

const PAYER: NewToken = { name: 'bot', scopes: ['read', 'pay'] }
const BUDGET = { amount: 100n, period: 3_600 }
const free = { least: 0n, cost: () => 0n, made: () => [] }

async function openAll(t: TestContext, store: Store, clock = createManualClock()) {
  const limits = { ...DEFAULT_LIMITS, tokens: 3 }
  const modules = { store, clock, random: systemRandom, limits }
  const opened = await openAccess(modules)
  const { tokens } = opened
  const idempotency = await openIdempotency(modules)
  const ending = new AbortController()
  const run = tokens.run(ending.signal)
  t.after(async () => {
    ending.abort()
    await run
  })
  const access = new Access()
  access.open({ ...opened, signal: ending.signal })
  const api = createTokenApi(opened, idempotency)
  /** A call made with a token, or with the owner's. */
  const callOf = (token: string | undefined, key?: string, spend = 0n): Call =>
    access.call(
      { token: token === undefined ? undefined : access.find(token), method: 'payment.send', key },
      { ...free, least: spend, cost: () => spend },
    )
  /** Something that costs, as a payment does. */
  const pay = (token: string | undefined, amount: bigint, key?: string) =>
    idempotency.run({ method: 'pay', key: callOf(token, key, amount), params: { amount } }, (remember) =>
      store.transact((batch) => {
        batch.put(store.table('effects'), utf8(String(paid++)), new Uint8Array(1))
        remember(batch, paid)
        return paid
      }),
    )
  let paid = 0
  return { access, api, clock, store, callOf, pay, effects: () => store.table('effects').entries() }
}

async function setUp(t: TestContext) {
  return openAll(t, await temporaryStore(t))
}

test('a token is long, random and whole, or it is none', () => {
  const token = makeTokenText(systemRandom)
  assert.match(token, /^stegostoken1[02-9ac-hj-np-z]{58}$/)
  assert.ok(isTokenText(token))
  assert.notEqual(makeTokenText(systemRandom), token)
  const last = token.at(-1) === 'q' ? 'p' : 'q'
  assert.ok(!isTokenText(token.slice(0, -1) + last))
  assert.ok(!isTokenText(token.slice(0, -1)))
})

test('a token is found by its text alone, and after a restart', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: recordingLogger() })
  const { access, api } = await openAll(t, store)
  const { token, tokenId, status } = await api.create({ ...PAYER, accounts: ['0123456789abcdef'] })
  assert.equal(status, 'active')
  assert.equal(access.find(token)?.record.tokenId, tokenId)
  assert.equal(access.find(makeTokenText(systemRandom)), undefined)
  await store.close()
  const again = await openAll(t, await temporaryStore(t, directory))
  assert.deepEqual(again.access.find(token)?.record.accounts, ['0123456789abcdef'])
})

test('what lies on the disk is no token', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: recordingLogger() })
  const { api, callOf } = await openAll(t, store)
  const { token, name } = await api.create({ ...PAYER, idempotencyKey: callOf(undefined, 'the key') })
  await store.close()
  const files = await Promise.all((await readdir(directory)).map((file) => readFile(join(directory, file))))
  const bytes = Buffer.concat(files)
  assert.ok(bytes.includes(name))
  for (const secret of [token, token.slice(12, 40), 'the key']) assert.ok(!bytes.includes(secret))
})

test('the same call makes the same token, but not for another maker', async (t) => {
  const { api, callOf } = await setUp(t)
  const made = await api.create({ ...PAYER, idempotencyKey: callOf(undefined, 'key') })
  assert.deepEqual(await api.create({ ...PAYER, idempotencyKey: callOf(undefined, 'key') }), made)
  const admin = await api.create({ name: 'admin', scopes: ['admin', 'read', 'pay'] })
  await assert.rejects(api.create({ ...PAYER, idempotencyKey: callOf(admin.token, 'key') }), {
    code: 'idempotency_conflict',
  })
  assert.equal((await api.list({ limit: 10 })).items.length, 2)
})

test('a token cannot make one with a scope it lacks, nor one that outlives it', async (t) => {
  const { api, clock, callOf } = await setUp(t)
  const soon = clock.now() + 1_000
  const { token } = await api.create({ name: 'admin', scopes: ['admin', 'pay'], expiresAt: soon })
  await assert.rejects(api.create({ name: 'more', scopes: ['stake'], idempotencyKey: callOf(token) }), {
    code: 'scope_missing',
    details: { scope: 'stake' },
  })
  const child = await api.create({ name: 'less', scopes: ['pay'], idempotencyKey: callOf(token) })
  assert.equal(child.expiresAt, soon)
  await assert.rejects(api.create({ ...PAYER, expiresAt: clock.now() }), { code: 'invalid_params' })
})

test('a revoked token ends at once with all below it, and tells those who wait for that', async (t) => {
  const { access, api, callOf, pay, effects } = await setUp(t)
  const parent = await api.create({ name: 'parent', scopes: ['admin', 'pay'] })
  const child = await api.create({ name: 'child', scopes: ['pay'], idempotencyKey: callOf(parent.token) })
  const told: string[] = []
  access.onEnd(access.find(child.token)!, (end) => told.push(end))
  const call = callOf(child.token, undefined, 1n)
  assert.equal((await api.revoke({ tokenId: parent.tokenId })).status, 'revoked')
  assert.deepEqual(told, ['revoked'])
  assert.throws(() => access.find(child.token), { code: 'token_revoked' })
  assert.throws(() => call.begin(), { code: 'token_revoked' })
  await assert.rejects(
    pay(undefined, 1n).then(() => pay(parent.token, 1n)),
    { code: 'token_revoked' },
  )
  assert.equal((await effects()).length, 1)
  assert.equal((await api.revoke({ tokenId: child.tokenId })).status, 'revoked')
  await assert.rejects(api.revoke({ tokenId: '0'.repeat(16) }), { code: 'token_not_found' })
})

test('a call that is at work when its token is revoked writes nothing', async (t) => {
  const { access, api, store } = await setUp(t)
  const { token, tokenId } = await api.create(PAYER)
  const call = access.call({ token: access.find(token), method: 'payment.send' }, free)
  call.begin()
  const revoked = api.revoke({ tokenId })
  const effect = store.transact((batch) => {
    batch.put(store.table('effects'), utf8('one'), new Uint8Array(1))
    call.commit(batch, {})
  })
  await revoked
  await assert.rejects(effect, { code: 'token_revoked' })
  assert.equal((await store.table('effects').entries()).length, 0)
})

test('a token expires by itself', async (t) => {
  const { access, api, clock } = await setUp(t)
  const { token } = await api.create({ ...PAYER, expiresAt: clock.now() + 5_000 })
  const entry = access.find(token)!
  const ended = new Promise((resolve) => access.onEnd(entry, resolve))
  clock.advance(4_999)
  assert.ok(access.find(token))
  clock.advance(1)
  assert.throws(() => access.find(token), { code: 'token_expired' })
  assert.equal(await ended, 'expired')
  assert.equal((await api.list({ limit: 1 })).items[0]!.status, 'expired')
})

test('there are so many at most; those that are over make room, and are forgotten in the end', async (t) => {
  const { api } = await setUp(t)
  for (let i = 0; i < 8; i++) {
    const { tokenId } = await api.create(PAYER)
    await api.revoke({ tokenId })
  }
  for (let i = 0; i < 3; i++) await api.create(PAYER)
  await assert.rejects(api.create(PAYER), { code: 'too_many_tokens', details: { limit: 3 } })
  const { items } = await api.list({ limit: 100 })
  assert.deepEqual(
    items.map(({ status }) => status),
    ['revoked', 'revoked', 'revoked', 'active', 'active', 'active'],
  )
})

test('a budget bounds what is spent, is there after a restart, and counts a retry once', async (t) => {
  const directory = join(await temporaryDirectory(t), 'db')
  const store = await openStore(directory, { logger: recordingLogger() })
  const { api, clock, pay, effects } = await openAll(t, store)
  const { token } = await api.create({ ...PAYER, budget: BUDGET })
  await pay(token, 60n, 'first')
  await pay(token, 60n, 'first')
  assert.equal((await api.list({ limit: 1 })).items[0]!.spent, 60n)
  await assert.rejects(pay(token, 41n), { code: 'over_budget' })
  assert.equal((await effects()).length, 1)
  await store.close()
  const again = await openAll(t, await temporaryStore(t, directory), clock)
  assert.equal(await again.pay(token, 60n, 'first'), 1)
  await assert.rejects(again.pay(token, 41n), (error: { code: string; details: Record<string, unknown> }) => {
    const { freeAt, ...told } = error.details
    assert.deepEqual(
      [error.code, told],
      ['over_budget', { budget: 100n, period: 3_600, left: 40n, needed: 41n }],
    )
    clock.advance(Number(freeAt) - clock.now())
    return true
  })
  await again.pay(token, 100n)
})

test('what is spent counts for every budget above, whichever token spends it', async (t) => {
  const { api, callOf, pay } = await setUp(t)
  const parent = await api.create({ name: 'parent', scopes: ['admin', 'pay'], budget: BUDGET })
  const make = () => api.create({ name: 'child', scopes: ['pay'], idempotencyKey: callOf(parent.token) })
  const [one, other] = [await make(), await make()]
  await pay(one.token, 60n)
  await assert.rejects(pay(other.token, 60n), { code: 'over_budget' })
  await pay(other.token, 40n)
  await assert.rejects(pay(parent.token, 1n), { code: 'over_budget' })
})

test('many calls at once do not get past the budget together', async (t) => {
  const { api, pay, effects } = await setUp(t)
  const { token } = await api.create({ ...PAYER, budget: BUDGET })
  const ends = await Promise.allSettled(Array.from({ length: 20 }, () => pay(token, 30n)))
  assert.equal(ends.filter(({ status }) => status === 'fulfilled').length, 3)
  assert.equal((await effects()).length, 3)
})

test('before the store is open nobody is known, and that is said', () => {
  const access = new Access()
  assert.equal(access.find('something else'), undefined)
  assert.throws(() => access.find(makeTokenText(systemRandom)), { code: 'not_ready' })
})
