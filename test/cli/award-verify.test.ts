import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { awardRecordInfo } from '../../src/node/stake/award-view.ts'
import { stakeJson } from '../../src/node/stake/stake-json.ts'
import { fromHex, toHex } from '../../src/protocol/bytes.ts'
import { evaluateDelay, verifyDelay } from '../../src/protocol/crypto/delay/delay.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { bountyOf, delaySeed, pickWinner } from '../../src/protocol/stake/award-draw.ts'
import { type AwardRecord, nextHistory } from '../../src/protocol/stake/award-record.ts'
import { STAKE_PARAMS } from '../../src/protocol/stake/params.ts'
import { idOf, keyOf, operatorOf } from '../protocol/stake/world.ts'
import { awardProofOf } from '../support/award-proof.ts'
import { createCommandLine } from '../support/command-line.ts'

const { awardDelaySquarings: steps, ...params } = STAKE_PARAMS.dev
const CHAIN = hash('test chain')
const here = { network: 'dev', chainId: toHex(CHAIN) } as const
const shell = createCommandLine()
after(() => shell.remove())

const times = (period: number) => ({ period, frozenAt: period * 60, seedHeight: period * 60 + 3 })

/** An award nobody was eligible for. */
const empty = (period: number): AwardRecord => ({
  ...{ ...times(period), outcome: 'empty', amount: 5n, eligible: [], beacon: undefined },
  ...{ squarings: steps, proof: undefined, winner: undefined, prize: 0n, bounty: 0n },
})

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
    ...{ ...times(3), outcome: 'paid', amount, eligible, beacon },
    ...{ squarings: steps, proof, winner, bounty, prize: amount - bounty },
  }
}

/** Records as the node gives them, each hashed onto the ones before. */
function chained(records: readonly AwardRecord[]) {
  let before: Uint8Array = new Uint8Array(32)
  return records.map((record) => {
    const info = stakeJson(awardRecordInfo({ record, before }, here))
    before = nextHistory(before, record)
    return info
  })
}

const draw = await drawn(['ada', 'bob', 'cyd'])
const nobody = [1, 2, 4].map(empty)
const all = chained([nobody[0]!, nobody[1]!, draw, nobody[2]!])
const record = all[2]!
const { proof, setHash } = awardProofOf({ chainId: CHAIN, height: 250, history: fromHex(all[3]!.history) })
const file = { items: all, proof }

const verify = (value: unknown, words: readonly string[] = []) =>
  shell.run(['award', 'verify', '-', ...words], { stdin: JSON.stringify(value) })
const checks = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

test('a record that holds is told with the winner, and what was not checked', async () => {
  const { code, out } = await verify(record)
  assert.equal(code, 0)
  assert.match(out, /^Award +period 3, holds as far as it can be checked$/m)
  assert.match(out, new RegExp(`^Winner +${record.eligible[record.winner!]!.validatorId}$`, 'm'))
  assert.match(out, /checked: the proof is one of 4096 squarings/)
  assert.match(out, /not checked, taken from the record: the beacon of block 183/)
  assert.match(out, /not checked, .*: the list of eligible and the amount at block 180, and that it was paid/)
})

test('what is known from elsewhere is compared', async () => {
  const known = ['--chain', record.chainId, '--beacon', record.beacon!]
  const { code, out } = await verify(record, [...known, '--json'])
  assert.equal(code, 0)
  const check = JSON.parse(out)
  assert.deepEqual([check.valid, check.proven, check.assumed.length], [true, false, 1])
  const other = await verify(record, ['--chain', 'ab'.repeat(32)])
  assert.deepEqual([other.code, other.notes.includes('another chain')], [7, true])
  assert.match((await verify(record, ['--beacon', 'ab'.repeat(32)])).notes, /another beacon/)
})

test('whoever trusts a history, a block or its validators has the records proven', async () => {
  for (const anchor of [
    ['--history', all[3]!.history],
    ['--block', proof.blockId],
    ['--set', setHash],
  ]) {
    const { code, out, notes } = await verify(file, [...anchor, '--json'])
    assert.equal(code, 0, notes)
    for (const check of checks(out)) assert.deepEqual([check.proven, check.assumed], [true, []], anchor[0]!)
  }
  const untrusted = checks((await verify(file, ['--json'])).out)
  assert.ok(untrusted.every(({ proven }) => !proven))
  assert.match(untrusted[2].assumed.at(-1), /block 250, .*compare it with one you trust/)
})

test('records before one that is missing are not proven', async () => {
  const { code, out } = await verify({ items: [all[0], ...all.slice(2)], proof }, [
    '--block',
    proof.blockId,
    '--json',
  ])
  assert.equal(code, 0)
  assert.deepEqual(
    checks(out).map(({ period, proven }) => [period, proven]),
    [
      [1, false],
      [3, true],
      [4, true],
    ],
  )
})

describe('tampering is found', () => {
  const other = (record.winner! + 1) % 3
  const delayProof = `${record.proof!.slice(0, -2)}${record.proof!.endsWith('00') ? '01' : '00'}`
  const { winner, proof: _proof, beacon: _beacon, ...bare } = record
  const unpaid = { ...bare, prize: '0', bounty: '0' }
  const changes: [string, object, RegExp][] = [
    ['another winner', { ...record, winner: other }, /another record/],
    ['fewer eligible', { ...record, eligible: record.eligible.slice(1) }, /another record/],
    ['another order', { ...record, eligible: record.eligible.toReversed() }, /another record/],
    ['another beacon', { ...record, beacon: 'ab'.repeat(32) }, /another record/],
    ['a shorter delay', { ...record, squarings: 4_095 }, /another record/],
    ['another proof', { ...record, proof: delayProof }, /another record/],
    ['more for the winner', { ...record, amount: '97000000', prize: '96000000' }, /another record/],
    ['another freeze', { ...record, frozenAt: 181 }, /another record/],
    ['another seed', { ...record, seedHeight: 184 }, /another record/],
    ['another period', { ...record, period: 5 }, /another record/],
    ['forfeited', { ...record, outcome: 'forfeited', prize: '0' }, /another record/],
    ['expired', { ...unpaid, beacon: record.beacon, outcome: 'expired' }, /another record/],
    ['empty', { ...unpaid, outcome: 'empty', eligible: [] }, /another record/],
    ['another chain', { ...record, chainId: 'ab'.repeat(32) }, /does not hold/],
    ['a period beyond all', { ...record, period: 2 ** 32 }, /a number that none has/],
    ['a winner beyond all', { ...record, winner: 2 ** 32 }, /a number that none has/],
  ]
  for (const [name, changed, reason] of changes) {
    test(name, async () => {
      const { code, notes } = await verify(changed)
      assert.equal(code, 7, notes)
      assert.match(notes, reason)
    })
  }

  // whoever forges a record can hash it onto the ones before as well; what does not hold by itself is found all the same
  const rules: [string, Partial<AwardRecord>, RegExp][] = [
    ['winner', { winner: other }, /somebody else was drawn/],
    ['order', { eligible: draw.eligible.toReversed() }, /not in order/],
    ['delay', { squarings: 4_095 }, /another delay/],
    ['prize', { prize: draw.prize + 1n }, /another prize/],
    ['bounty', { bounty: 0n }, /another bounty/],
    ['freeze', { frozenAt: 181 }, /freeze of another period/],
    ['seed', { seedHeight: 184 }, /seed of another block/],
    ['emptiness', { outcome: 'empty' }, /somebody was eligible/],
    ['beacon', { beacon: hash('another') }, /does not hold/],
  ]
  for (const [name, change, reason] of rules) {
    test(`${name}, with a history that was made for it`, async () => {
      const { code, notes } = await verify(chained([nobody[0]!, nobody[1]!, { ...draw, ...change }]))
      assert.equal(code, 7, notes)
      assert.match(notes, reason)
    })
  }

  // what only the chain knows is found by whoever trusts a block of it
  const nothing = { proof: undefined, winner: undefined, prize: 0n, bounty: 0n }
  const likely: [string, Partial<AwardRecord>][] = [
    ['forfeited', { outcome: 'forfeited', prize: 0n }],
    ['expired', { ...nothing, outcome: 'expired' }],
    ['empty', { ...nothing, outcome: 'empty', eligible: [], beacon: undefined }],
    ['more money', { amount: draw.amount + 5n, prize: draw.prize + 5n }],
  ]
  for (const [name, change] of likely) {
    test(`${name}, with a history that was made for it, by whoever trusts a block`, async () => {
      const forged = chained([nobody[0]!, nobody[1]!, { ...draw, ...change }, nobody[2]!])
      assert.equal((await verify(forged)).code, 0, 'nothing in the records is wrong')
      for (const anchor of [
        ['--history', all[3]!.history],
        ['--block', proof.blockId],
        ['--set', setHash],
      ]) {
        const { code, notes } = await verify({ items: forged, proof }, anchor)
        assert.equal(code, 7, notes)
        assert.match(notes, /history ends otherwise/)
      }
    })
  }

  test('a record taken away at the end, or from the middle', async () => {
    const anchor = ['--block', proof.blockId]
    assert.match((await verify({ items: all.slice(0, 3), proof }, anchor)).notes, /missing at the end/)
    const moved = [all[0], { ...all[2], ...times(2) }]
    assert.equal((await verify(moved)).code, 7)
  })

  const { bytes } = { bytes: (hex: string) => `${hex.slice(0, -2)}${hex.endsWith('00') ? '01' : '00'}` }
  const proofs: [string, object, RegExp][] = [
    ['the header', { header: bytes(proof.header) }, /another block/],
    ['the unspent set', { unspent: bytes(proof.unspent) }, /not the one that the block commits to/],
    ['the stake', { stake: bytes(proof.stake) }, /not the one that the block commits to/],
    ['the records', { records: ['ab'.repeat(32)] }, /not the one that the block commits to/],
    ['the supply', { issued: '1' }, /not the one that the block commits to/],
  ]
  for (const [name, change, reason] of proofs) {
    test(`${name} of the proof`, async () => {
      const { code, notes } = await verify({ items: all, proof: { ...proof, ...change } }, [
        '--block',
        proof.blockId,
      ])
      assert.equal(code, 7, notes)
      assert.match(notes, reason)
    })
  }

  test('the certificate, and validators that are not those trusted', async () => {
    const forged = { items: all, proof: { ...proof, certificate: bytes(proof.certificate!) } }
    assert.equal((await verify(forged, ['--set', setHash])).code, 7)
    const few = awardProofOf({
      ...{ chainId: CHAIN, height: 250, history: fromHex(all[3]!.history), signers: [0, 1] },
    })
    const { notes } = await verify({ items: all, proof: few.proof }, ['--set', few.setHash])
    assert.match(notes, /two thirds/)
    // Two of three are no quorum, but for a claim that the third is silent, which they can make alone.
    const alone = awardProofOf({
      ...{ chainId: CHAIN, height: 250, history: fromHex(all[3]!.history), signers: [0, 1] },
      silence: { claim: Uint8Array.of(0b100), round: 40 },
    })
    const claimed = { items: all, proof: alone.proof }
    const refused = await verify(claimed, ['--set', alone.setHash])
    assert.equal(refused.code, 7, refused.out)
    assert.match(refused.notes, /under a claim that validators are silent/)
    assert.equal((await verify(claimed, ['--block', alone.proof.blockId])).code, 0)
    assert.match((await verify(file, ['--set', 'ab'.repeat(32)])).notes, /other validators/)
    assert.match((await verify(file, ['--block', 'ab'.repeat(32)])).notes, /another block/)
  })
})

test('a page of records is verified, and one period of it', async () => {
  const page = { items: all.toReversed(), next: 'x', complete: true }
  assert.equal((await verify(page)).code, 0)
  assert.equal((await verify(page, ['--period', '3'])).out.match(/^Award/gm)?.length, 1)
})

test('a file that holds no record is a mistake of the caller', async () => {
  writeFileSync(join(shell.directory, 'wrong.json'), '{"period":"three"}')
  const { code, notes } = await shell.run(['award', 'verify', 'wrong.json'])
  assert.equal(code, 2)
  assert.match(notes, /\/period must be integer/)
  assert.equal((await shell.run(['award', 'verify', 'missing.json'])).code, 2)
  assert.equal((await shell.run(['award', 'verify'])).code, 2)
  assert.match((await verify([])).notes, /no record/)
  assert.match((await verify([record, record])).notes, /more than one award of period 3/)
  assert.match((await verify(record, ['--block', 'ab'.repeat(32)])).notes, /for the proof/)
  assert.equal((await verify({ items: all, proof: {} })).code, 2)
})
