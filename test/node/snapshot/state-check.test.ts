/** The state on disk, read anew and held against what the chain has certified. */
import assert from 'node:assert/strict'
import { after, type TestContext, test } from 'node:test'
import { createManualClock } from '../../../src/node/clock.ts'
import { StateCheck } from '../../../src/node/snapshot/state-check.ts'
import type { Table } from '../../../src/node/table.ts'
import { Purse } from '../chain/purse.ts'
import { openTestNode, sharedWorkers } from '../world.ts'
import { world } from './snapshot-world.ts'

const workers = sharedWorkers({ after })
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A node with a block, and a check of it every day. */
async function open(t: TestContext) {
  const node = await openTestNode(t, world, workers)
  await new Purse(world, workers, 8).block(node, [2])
  const clock = createManualClock()
  const busy = { yes: false }
  const modules = { ...node, clock, isIdle: () => !busy.yes }
  const ending = new AbortController()
  t.after(() => ending.abort(new Error('the test is over')))
  const start = ({ signal } = ending) => {
    const check = new StateCheck(modules, DAY)
    return { check, ended: check.run(signal) }
  }
  /** Lets hours pass, with a block in each, until something is so. */
  const until = async (isSo: () => boolean) => {
    while (!isSo()) {
      clock.advance(HOUR)
      await node.consensus.mine(1)
    }
  }
  return { node, clock, busy, ending, start, until }
}

test('a state on disk that is what the chain says is found right once a day, also over a restart', async (t) => {
  const { node, clock, ending, start, until } = await open(t)
  const begun = clock.now()
  const { check, ended } = start()
  await until(() => check.height > 0)
  assert.ok(clock.now() - begun >= DAY)
  assert.ok(check.height > 1 && check.height <= node.chain.height)
  ending.abort(new Error('a restart'))
  await ended
  // it has been a day since the node was there, not since it was started
  const restarted = clock.now()
  const later = new AbortController()
  t.after(() => later.abort(new Error('the test is over')))
  const { check: again } = start(later)
  await until(() => again.height > 0)
  assert.ok(clock.now() - restarted >= DAY - HOUR && clock.now() - restarted < 2 * DAY)
  const [line] = node.logger.lines.filter((one) => one.includes('the state on disk'))
  assert.match(line!, /the state on disk is what the chain says/)
})

test('a node that has better to do is not checked', async (t) => {
  const { clock, busy, start, until } = await open(t)
  busy.yes = true
  const begun = clock.now()
  const { check } = start()
  await until(() => clock.now() - begun > 2 * DAY)
  assert.equal(check.height, 0)
  busy.yes = false
  await until(() => check.height > 0)
})

const flipped = (value: Uint8Array, at: number) => value.with(at, value[at]! ^ 1)

for (const [name, tableOf, change] of [
  ['a coin with another view tag', 'coins', (value) => flipped(value, 110)],
  ['a coin with a key that is none', 'coins', (value) => value.fill(0xff, 8, 40)],
  ['a coin that is cut off', 'coins', (value) => value.slice(0, 50)],
  ['a coin that is not there', 'coins', () => undefined],
] as const satisfies readonly [string, 'coins', (value: Uint8Array) => Uint8Array | undefined][])
  test(`${name} is found: nothing is written any more, and the log says why`, async (t) => {
    const { node, start, until } = await open(t)
    const table: Table = node.chain.tables[tableOf]
    const [[key, value]] = (await table.entries({ limit: 1 })) as [[Uint8Array, Uint8Array]]
    const changed = change(value)
    await node.store.commit([changed ? table.put(key, changed) : table.delete(key)])
    const { check, ended } = start()
    // no block is made any more once it is found
    await Promise.race([ended, until(() => check.height > 0)])
    assert.equal(check.height, 0)
    assert.match(node.logger.lines.join('\n'), /coins and stake are not those that block \d+ commits to/)
    await assert.rejects(node.store.commit([table.delete(key)]), { name: 'StoreError', code: 'corrupt' })
  })
