import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MAX_AMOUNT, UNITS_PER_STG } from '../../../src/protocol/network.ts'
import { checkStakeParams, encodeStakeParams, STAKE_PARAMS } from '../../../src/protocol/stake/params.ts'
import {
  awardPart,
  blockReward,
  epochOf,
  firstHeight,
  lastHeight,
  periodOf,
  totalIssue,
} from '../../../src/protocol/stake/schedule.ts'

const { main, test, dev } = STAKE_PARAMS

describe('the parameters', () => {
  it('of every network agree with each other', () => {
    for (const params of [main, test, dev]) checkStakeParams(params)
  })

  it('that do not are refused', () => {
    const broken = [
      { halvingBlocks: main.halvingBlocks + 1 },
      { epochBlocks: 8 },
      { awardFreezeDelay: main.epochBlocks * main.awardPeriodEpochs },
      { maxRecords: 100 },
      { leak: [{ round: 5, factor: 900_000 }] },
      { leak: [main.leak[0]!, { round: 99, factor: 240_000 }] },
      { leak: main.leak.toReversed() },
      { slashShare: 10_000 },
      { unbondingEpochs: 1, awardPeriodEpochs: 1 },
      { unbondingEpochs: main.awardPeriodEpochs - 1 },
      { unbondingEpochs: 504.5 },
      { leakSilence: 0 },
      { leakSilence: 8_641 },
      { silentRound: 0 },
      { silentRound: 2 ** 31 },
      { leak: [...main.leak, { round: 2 ** 31, factor: 250_000 }] },
    ]
    for (const one of broken) assert.throws(() => checkStakeParams({ ...main, ...one }), RangeError)
  })

  it('have bytes that change with each of them', () => {
    const bytes = (params: typeof main) => Buffer.from(encodeStakeParams(params)).toString()
    assert.match(bytes(main), /^awardAttendance=9000\n.*leak=30:1000000,90:900000,/s)
    const other = { ...main, leak: main.leak.with(1, { round: 91, factor: 900_000 }) }
    assert.notEqual(bytes(main), bytes(other))
  })
})

describe('the emission', () => {
  it('halves, and ends', () => {
    const at = (height: number) => blockReward(height, main)
    assert.deepEqual([at(0), at(1), at(63_072_000), at(63_072_001)], [0n, 8_000_000n, 8_000_000n, 4_000_000n])
    assert.equal(at(12 * 63_072_000 + 1), 1_953n)
    assert.equal(at(13 * 63_072_000 + 1), 0n)
    assert.equal(at(2 ** 52), 0n)
  })

  it('of all time is a known sum', () => {
    assert.equal(totalIssue(main), 1_009_028_757_312_000n)
    assert.equal(totalIssue(test), 252_257_189_328_000n)
    assert.equal(totalIssue(dev), 504_514_378_656_000n)
    // With the 10⁹ STG a main network may begin with, far below what an amount can say.
    assert.ok(totalIssue(main) + 1_000_000_000n * UNITS_PER_STG < MAX_AMOUNT / 1_000n)
  })

  it('is what its blocks issue', () => {
    const small = { blockReward: 1_000n, halvingBlocks: 10, rewardFloor: 100n }
    let sum = 0n
    for (let height = 0; height <= 100; height++) sum += blockReward(height, small)
    assert.equal(sum, totalIssue(small))
    assert.equal(sum, 18_750n)
  })

  it('gives a fifth to the award', () => {
    assert.equal(awardPart(8_000_000n, main), 1_600_000n)
    assert.equal(awardPart(4n, main), 0n)
  })
})

describe('epochs', () => {
  it('are counted from 1 and cover all blocks but genesis', () => {
    assert.deepEqual(
      [0, 1, 1_800, 1_801].map((height) => epochOf(height, main)),
      [0, 1, 1, 2],
    )
    assert.deepEqual([firstHeight(2, main), lastHeight(2, main)], [1_801, 3_600])
    assert.deepEqual(
      [1, 168, 169].map((epoch) => periodOf(epoch, main)),
      [1, 1, 2],
    )
  })
})
