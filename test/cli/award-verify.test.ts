import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { awardRecordInfo } from '../../src/node/stake/award-view.ts'
import { stakeJson } from '../../src/node/stake/stake-json.ts'
import { toHex } from '../../src/protocol/bytes.ts'
import { evaluateDelay, verifyDelay } from '../../src/protocol/crypto/delay/delay.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { bountyOf, delaySeed, pickWinner } from '../../src/protocol/stake/award-draw.ts'
import type { AwardRecord } from '../../src/protocol/stake/award-record.ts'
import { STAKE_PARAMS } from '../../src/protocol/stake/params.ts'
import { idOf, keyOf, operatorOf } from '../protocol/stake/world.ts'
import { createCommandLine } from '../support/command-line.ts'

const { awardDelaySquarings: steps, ...params } = STAKE_PARAMS.dev
const CHAIN = hash('test chain')
const shell = createCommandLine()
after(() => shell.remove())

/** A draw as a development network makes it, with a real delay. */
async function drawn(names: readonly string[]): Promise<AwardRecord> {
  const eligible = names
    .map((name) => ({ id: idOf(name), key: keyOf(name), operator: operatorOf(name) }))
    .sort((one, other) => Buffer.compare(one.key, other.key))
  const beacon = hash('test beacon')
  const amount = 96_000_000n
  const seed = delaySeed(CHAIN, { period: 3, eligible, beacon })
  const proof = await evaluateDelay({ seed, steps })
  const winner = pickWinner(verifyDelay({ seed, steps, proof }), eligible.length)
  const bounty = bountyOf(amount, params)
  return {
    ...{ period: 3, outcome: 'paid', frozenAt: 180, amount, eligible, seedHeight: 183, beacon },
    ...{ squarings: steps, proof, winner, bounty, prize: amount - bounty },
  }
}

const record = stakeJson(
  awardRecordInfo(await drawn(['ada', 'bob', 'cyd']), { network: 'dev', chainId: toHex(CHAIN) }),
)

const verify = (value: unknown, words: readonly string[] = []) =>
  shell.run(['award', 'verify', '-', ...words], { stdin: JSON.stringify(value) })

test('a record that holds is told with the winner, and what was not checked', async () => {
  const { code, out } = await verify(record)
  assert.equal(code, 0)
  assert.match(out, /^Award +period 3, holds$/m)
  assert.match(out, new RegExp(`^Winner +${record.eligible[record.winner!]!.validatorId}$`, 'm'))
  assert.match(out, /checked: the proof is one of 4096 squarings/)
  assert.match(out, /not checked, taken from the record: the beacon of block 183/)
})

test('what is known from elsewhere is compared', async () => {
  const known = ['--chain', record.chainId, '--beacon', record.beacon!]
  const { code, out } = await verify(record, [...known, '--json'])
  assert.equal(code, 0)
  const check = JSON.parse(out)
  assert.deepEqual([check.valid, check.assumed], [true, ['the list of eligible and the amount at block 180']])
  const other = await verify(record, ['--chain', 'ab'.repeat(32)])
  assert.deepEqual([other.code, other.notes.includes('another chain')], [7, true])
  assert.match((await verify(record, ['--beacon', 'ab'.repeat(32)])).notes, /another beacon/)
})

test('a page of records is verified, and one period of it', async () => {
  const page = { items: [record, { ...record, period: 4 }], next: 'x', complete: true }
  assert.equal((await verify(page, ['--period', '3'])).code, 0)
  const { code, notes } = await verify(page)
  assert.equal(code, 7)
  assert.match(notes, /period 4 does not hold/)
})

test('every part of a record that was changed is found', async () => {
  const other = (record.winner! + 1) % 3
  const proof = `${record.proof!.slice(0, -2)}${record.proof!.endsWith('00') ? '01' : '00'}`
  const wrong: [Partial<typeof record>, RegExp][] = [
    [{ winner: other }, /somebody else was drawn/],
    [{ eligible: record.eligible.slice(1) }, /does not hold/],
    [{ eligible: record.eligible.toReversed() }, /not in order/],
    [{ beacon: 'ab'.repeat(32) }, /does not hold/],
    [{ squarings: 4_095 }, /another delay/],
    [{ proof }, /does not hold/],
    [{ prize: '96000000' }, /another prize/],
    [{ bounty: '0' }, /another bounty/],
    [{ outcome: 'empty' }, /somebody was eligible/],
    [{ chainId: 'ab'.repeat(32) }, /does not hold/],
  ]
  for (const [change, reason] of wrong) {
    const { code, notes } = await verify({ ...record, ...change })
    assert.equal(code, 7, JSON.stringify(change))
    assert.match(notes, reason)
  }
})

test('a file that holds no record is a mistake of the caller', async () => {
  writeFileSync(join(shell.directory, 'wrong.json'), '{"period":"three"}')
  const { code, notes } = await shell.run(['award', 'verify', 'wrong.json'])
  assert.equal(code, 2)
  assert.match(notes, /\/period must be integer/)
  assert.equal((await shell.run(['award', 'verify', 'missing.json'])).code, 2)
  assert.equal((await shell.run(['award', 'verify'])).code, 2)
  assert.match((await verify([])).notes, /no record/)
})
