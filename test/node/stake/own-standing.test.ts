/** What an operator is told of the node's own validator: in the log once, and in the status as long as it is so. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import type { CommittedBlock } from '../../../src/node/chain/chain.ts'
import type { Logger } from '../../../src/node/logger.ts'
import { OwnStanding } from '../../../src/node/stake/own-standing.ts'
import type { StakeEvent } from '../../../src/protocol/stake/events.ts'
import type { ValidatorRecord } from '../../../src/protocol/stake/state.ts'
import { createWorld, openTestNode, sharedWorkers } from '../world.ts'

const workers = sharedWorkers({ after })

/** The first of two validators, on a chain whose records and events are what the test says. */
async function own(t: Parameters<typeof openTestNode>[0], changed: Partial<ValidatorRecord> = {}) {
  const node = await openTestNode(t, createWorld({ validators: 2, seed: 'own standing' }), workers)
  const [record] = node.chain.state.stake.records.filter(({ key }) => node.keys!.find(key))
  const listeners: ((block: CommittedBlock) => void)[] = []
  const { params } = node.chain
  const chain = {
    state: node.chain.state,
    params,
    onCommit: (listener: (block: CommittedBlock) => void) => {
      listeners.push(listener)
      return () => listeners.splice(0).length > 0
    },
  }
  const change = (fields: Partial<ValidatorRecord>) => {
    const { stake } = node.chain.state
    const records = stake.records.map((one) => (one === record ? { ...one, ...fields } : one))
    chain.state = { ...node.chain.state, stake: { ...stake, records } }
  }
  const block = (...stakeEvents: StakeEvent[]) => {
    for (const listener of listeners) listener({ stakeEvents } as unknown as CommittedBlock)
  }
  change(changed)
  const lines: string[] = []
  const note = (level: string) => (_: object, line: string) => void lines.push(`${level}: ${line}`)
  const logger = { warn: note('warn'), info: note('info') } as unknown as Logger
  const ending = new AbortController()
  const behind = { now: false }
  const standing = new OwnStanding(
    { chain, keys: node.keys!, logger, isSyncing: () => behind.now },
    ending.signal,
  )
  const { id } = record!
  return { standing, change, block, lines, behind, id, ending, params }
}

describe('the validator of a node', () => {
  test('that is as it should be is not spoken of', async (t) => {
    const { standing, block, lines } = await own(t)
    block()
    assert.deepEqual(lines, [])
    const { status, inSet, reason, lost } = standing.status!
    assert.deepEqual([status, inSet, reason, lost], ['active', true, undefined, undefined])
  })

  test('is looked up once a block, however often it is asked for', async (t) => {
    const { standing, change, block, id } = await own(t)
    const { status } = standing
    assert.equal(standing.status, status)
    change({ status: 'suspended' })
    assert.equal(standing.status!.status, 'suspended')
    block({ type: 'leaked', validator: id, height: 1, amount: 10n })
    assert.equal(standing.status!.lost, 10n)
  })

  test('that was suspended is told of once, with the command, and again when it is back', async (t) => {
    const { standing, change, block, lines } = await own(t)
    change({ status: 'suspended' })
    for (let blocks = 0; blocks < 3; blocks++) block()
    assert.equal(lines.length, 1)
    assert.match(lines[0]!, /^warn: .*suspended.*stegos stake resume$/)
    assert.deepEqual([standing.status!.status, standing.status!.reason], ['suspended', 'suspended'])
    change({})
    block()
    assert.match(lines[1]!, /^info: .*again$/)
  })

  test('that was suspended before the node was started is told of at the start', async (t) => {
    const { lines } = await own(t, { status: 'suspended' })
    assert.match(lines.join(), /^warn: .*stegos stake resume$/)
  })

  test('that was slashed is told of with what it lost', async (t) => {
    const { standing, change, block, lines, id } = await own(t)
    change({ status: 'frozen' })
    block({ type: 'slashed', validator: id, infraction: 1, burnt: 500n })
    block()
    assert.match(lines[0]!, /^warn: .*slashed.*stegos stake slashings$/)
    assert.match(lines[1]!, /^warn: .*lost stake/)
    assert.equal(standing.status!.lost, 500n)
  })

  test('that leaks is told of at first, and not at every block', async (t) => {
    const { standing, block, lines, id } = await own(t)
    for (let height = 1; height <= 8; height++) block({ type: 'leaked', validator: id, height, amount: 10n })
    assert.equal(lines.length, 4, 'after 10, 20, 40 and 80')
    assert.equal(standing.status!.lost, 80n)
    const other = id.map((byte) => byte ^ 1)
    block({ type: 'leaked', validator: other, height: 9, amount: 10n })
    assert.equal(standing.status!.lost, 80n, 'what others lose is theirs')
  })

  test('below the minimum is told to add to its stake', async (t) => {
    const { change, block, lines, params } = await own(t)
    change({ ownShares: 1n })
    assert.ok(params.stake.minStake > 1n)
    block()
    assert.match(lines.join(), /below the minimum.*stegos stake deposit AMOUNT$/)
  })

  test('is not spoken of while the node catches up', async (t) => {
    const { change, block, lines, behind } = await own(t)
    behind.now = true
    change({ status: 'suspended' })
    block()
    assert.deepEqual(lines, [])
    behind.now = false
    block()
    assert.equal(lines.length, 1)
  })
})
