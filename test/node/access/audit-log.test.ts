/** The audit log: in the batch of what it tells of, and bounded. */
import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { type AuditLog, type NewEntry, openAuditLog } from '../../../src/node/access/audit-log.ts'
import { createManualClock } from '../../../src/node/clock.ts'
import { temporaryStore } from '../support.ts'

const LIMITS = { auditEntries: 1_000, auditAge: 86_400_000 }
const never = new AbortController().signal

async function setUp(t: TestContext, limits = LIMITS) {
  const store = await temporaryStore(t)
  const clock = createManualClock()
  const open = () => openAuditLog({ store, clock, limits })
  return { store, clock, open, audit: await open() }
}

function entry(method: string, tokenId = 'owner', outcome = 'ok'): NewEntry {
  return { tokenId, tokenName: tokenId, method, outcome, ids: [] }
}

async function methodsIn(audit: AuditLog): Promise<string[]> {
  return (await audit.read({ limit: 1_000 })).items.map(({ method }) => method)
}

test('an entry is there when its batch is, and only then', async (t) => {
  const { store, audit, open } = await setUp(t)
  await store.transact((batch) => audit.append(batch, entry('one')))
  await assert.rejects(
    store.transact((batch) => {
      audit.append(batch, entry('two'))
      throw new Error('refused')
    }),
  )
  await audit.write(entry('three'))
  assert.deepEqual(await methodsIn(audit), ['one', 'three'])
  assert.deepEqual(await methodsIn(await open()), ['one', 'three'])
})

test('pages go on where the last one ended, also of one token', async (t) => {
  const { audit } = await setUp(t)
  for (let i = 0; i < 6; i++) await audit.write(entry(`m${i}`, i % 2 === 0 ? 'aa' : 'bb'))
  const first = await audit.read({ limit: 2, tokenId: 'bb' })
  assert.deepEqual([first.items.map(({ method }) => method), first.complete], [['m1', 'm3'], false])
  const second = await audit.read({ limit: 2, tokenId: 'bb', cursor: first.next })
  assert.deepEqual([second.items.map(({ method }) => method), second.complete], [['m5'], true])
  const newest = await audit.read({ limit: 2, order: 'newest' })
  assert.deepEqual(
    newest.items.map(({ method }) => method),
    ['m5', 'm4'],
  )
  await assert.rejects(audit.read({ limit: 2, cursor: first.next }), { code: 'invalid_cursor' })
})

test('refused calls are written together, alike ones as one', async (t) => {
  const { audit, clock, open } = await setUp(t)
  for (let i = 0; i < 100; i++) audit.refuse(entry('account.create', 'aa', 'scope_missing'), never)
  audit.refuse(entry('payment.send', 'aa', 'over_budget'), never)
  assert.deepEqual((await (await open()).read({ limit: 10 })).items, [])
  clock.advance(1_000)
  await new Promise(setImmediate)
  await audit.flush()
  const { items } = await (await open()).read({ limit: 10 })
  assert.deepEqual(
    items.map(({ method, outcome, count }) => [method, outcome, count]),
    [
      ['account.create', 'scope_missing', 100],
      ['payment.send', 'over_budget', 1],
    ],
  )
})

test('what was refused before is written with the next entry', async (t) => {
  const { audit, store, open } = await setUp(t)
  audit.refuse(entry('refused', 'aa', 'scope_missing'), never)
  await store.transact((batch) => audit.append(batch, entry('done')))
  assert.deepEqual(await methodsIn(await open()), ['done', 'refused'])
})

test('however many kinds of calls are refused, few wait', async (t) => {
  const { audit } = await setUp(t)
  for (let i = 0; i < 2_000; i++) audit.refuse(entry(`method${i}`, 'aa', 'scope_missing'), never)
  const { items } = await audit.read({ limit: 1_000 })
  assert.equal(items.length, 257)
  assert.equal(
    items.reduce((sum, { count }) => sum + count, 0),
    2_000,
  )
})

test('the oldest go when there are too many, or when they are too old', async (t) => {
  const { store, clock, audit, open } = await setUp(t, { auditEntries: 100, auditAge: 86_400_000 })
  const add = (count: number) =>
    store.transact((batch) => {
      for (let i = 0; i < count; i++) audit.append(batch, entry(`m${i}`))
    })
  for (let i = 0; i < 10; i++) await add(64)
  await audit.write(entry('last'))
  const kept = await methodsIn(audit)
  assert.ok(kept.length >= 100 && kept.length < 100 + 64 * 2, `${kept.length}`)
  assert.equal(kept.at(-1), 'last')
  clock.advance(86_400_001)
  await add(64)
  await add(64)
  await audit.write(entry('now'))
  const all = await (await open()).read({ limit: 1_000 })
  assert.ok(all.items.every(({ time }) => time >= clock.now() - 86_400_000))
})
