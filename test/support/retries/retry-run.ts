/**
 * Calls methods that change something and kills the node under them: before the first write of a call, after its first, its
 * second and so on, until the call is answered, and then once more. After each restart the call is repeated with the same key.
 * Its answer, and what there is then, have to be what they are where nothing was killed.
 */
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { toHex, utf8 } from '../../../src/protocol/bytes.ts'
import { hash } from '../../../src/protocol/crypto/hash.ts'
import { METHODS } from '../../../src/sdk/generated/contract.ts'
import { ACCOUNT_CASES } from './account-cases.ts'
import type { Attempt, ChangingMethod } from './case.ts'
import type { KillOrder } from './kill-at-write.ts'
import { NODE_CASES } from './node-cases.ts'
import { PAYMENT_CASES } from './payment-cases.ts'
import { STAKE_CASES } from './stake-cases.ts'
import { openWorld, type World } from './world.ts'

/** One for each method that changes something: the type asks for it when the contract gets another. */
const CASES: { readonly [Name in ChangingMethod]: (world: World) => Promise<Attempt<Name>> } = {
  ...ACCOUNT_CASES,
  ...PAYMENT_CASES,
  ...STAKE_CASES,
  ...NODE_CASES,
}

export const CHANGING_METHODS = Object.keys(CASES) as ChangingMethod[]

export type RetryRunOptions = {
  readonly methods: readonly ChangingMethod[]
  /** Kills of a method at most. */
  readonly mostKills?: number | undefined
  readonly log?: (line: string) => void
}

/** Of a call with many writes the first so many are taken one by one, and the others in steps of that size. */
const ONE_BY_ONE = 12
const STEP = 5

/** Resolves to how often the node was killed. */
export async function retryRun({ methods, mostKills, log = () => {} }: RetryRunOptions): Promise<number> {
  let kills = 0
  const world = await openWorld()
  try {
    for (const method of methods) {
      const of = await retriesOf(world, method, mostKills ?? Number.POSITIVE_INFINITY, log)
      assert.ok(of >= 2, `${method} writes nothing`)
      kills += of
    }
    return kills
  } finally {
    await world.close()
  }
}

type Outcome = { readonly answer: unknown; readonly state: unknown }

async function retriesOf(
  world: World,
  method: ChangingMethod,
  mostKills: number,
  log: (line: string) => void,
): Promise<number> {
  const expected = await undisturbed(world, method)
  let [kills, answered] = [0, false]
  for (let writes = 0; !answered && kills < mostKills; writes += writes < ONE_BY_ONE ? 1 : STEP) {
    const told = `${method}, killed after ${writes} writes`
    const { outcome, ...life } = await cutOff(world, method, writes)
    answered = life.answered
    kills += 1
    log(`${told}: ${answered ? 'it was answered before' : life.last}`)
    assert.deepEqual(outcome, expected, told)
  }
  return kills
}

async function undisturbed(world: World, method: ChangingMethod): Promise<Outcome> {
  const attempt = await prepare(world, method)
  const answer = await world.client.call(method, attempt.params as never)
  return seen(attempt, answer)
}

/** Calls, kills, starts again and repeats the call, twice. */
async function cutOff(world: World, method: ChangingMethod, writes: number) {
  const attempt = await prepare(world, method)
  const key = `${method} ${world.name()}`
  const call = (from: World['client']) =>
    from.call(method, attempt.params as never, { idempotencyKey: key }) as Promise<unknown>
  using hasty = world.node.client({ retry: { attempts: 1 }, checkContract: false })
  // the next block is as far away as can be
  await world.client.dev.mine()
  await world.node.tell({ writes, blocks: method === 'dev.mine' } satisfies KillOrder)
  const first = await call(hasty).then(
    (answer) => ({ answer }),
    () => undefined,
  )
  const answered = first !== undefined
  if (answered) await world.node.kill()
  const last = await lastWords(world)
  await world.restart()
  const answer = await call(world.client)
  if (METHODS[method] === 'key') {
    if (first) assert.deepEqual(answer, first.answer, 'what was answered before')
    assert.deepEqual(await call(world.client), answer, 'the same answer again')
  }
  assertTidy(world)
  await assertAudited(world, method, key)
  return { outcome: await seen(attempt, answer), answered, last }
}

function prepare(world: World, method: ChangingMethod): Promise<Attempt> {
  return CASES[method](world) as Promise<Attempt>
}

async function seen({ look }: Attempt, answer: unknown): Promise<Outcome> {
  return { answer: shapeOf(answer), state: await look(answer as never) }
}

/** What the node said before it was killed, when it is dead. */
async function lastWords({ node }: World): Promise<string> {
  await node.ended()
  return /^killed (.*)$/m.exec(node.output())?.[1] ?? 'killed'
}

/** Files that were begun are finished or gone. */
function assertTidy({ dataDirectory }: World): void {
  for (const directory of [dataDirectory, join(dataDirectory, 'accounts')])
    assert.deepEqual(
      readdirSync(directory).filter((name) => /\.(new|staged)$/.test(name)),
      [],
    )
}

/** A call with a key is written down once; one without is at least not forgotten. */
async function assertAudited({ client }: World, method: ChangingMethod, key: string): Promise<void> {
  const { items } = await client.token.audit({ order: 'newest', limit: 100 })
  const own = items.filter((entry) => entry.method === method && entry.outcome === 'ok')
  if (METHODS[method] !== 'key') {
    assert.ok(own.length > 0)
    return
  }
  const keyHash = toHex(hash('audit key', utf8(key)).subarray(0, 16))
  assert.equal(own.filter((entry) => entry.keyHash === keyHash).length, 1, 'one entry of the audit log')
}

/** Numbers that differ from call to call: what is paid for a merge depends on the coins at hand. */
const VARYING = /height$|^fee$/i

/** A value without what differs from call to call: ids, texts, heights and times. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, item]) => [
      name,
      VARYING.test(name) ? 'some' : shapeOf(item),
    ])
    return Object.fromEntries(entries)
  }
  if (typeof value !== 'string') return value
  if (/^name [0-9]+$/.test(value)) return 'name'
  if (/^[0-9a-f]{16,}$/.test(value)) return `${value.length} hex digits`
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return 'time'
  return value.length > 30 ? 'text' : value
}
