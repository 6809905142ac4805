/** The stake of the sample node. */
import type { StakeApi, StakeInfo, StakeSent, ValidatorInfo } from '../../../src/node/api/stake.ts'
import type { Page } from '../../../src/node/page.ts'

const ID = 'ab'.repeat(32)
const KEY = 'ef'.repeat(48)
const TIME = Date.UTC(2030, 0, 1)

const sent = (operation: StakeSent['operation'], amount = 0n): StakeSent => ({
  ...{ stakeId: ID, validatorId: ID, transactionId: ID, operation, status: 'created', amount, fee: 30_000n },
})

export const sampleValidator: ValidatorInfo = {
  validatorId: ID,
  validatorKey: KEY,
  nextKey: KEY,
  operator: ID,
  own: true,
  status: 'active',
  stake: 2n ** 63n,
  ownStake: 10_000_000_000n,
  commission: 1_000,
  announced: { commission: 1_100, from: 4 },
  since: 1,
  inSet: true,
  weight: 2n ** 63n,
  rank: 1,
  signed: 5,
  could: 6,
  eligible: false,
  fault: { reason: 'attendance', epoch: 2, signed: 3, could: 29 },
}

const stake: StakeInfo = {
  stakeId: ID,
  accountId: '0123456789abcdef',
  type: 'deposit',
  status: 'active',
  validatorId: ID,
  validatorKey: KEY,
  amount: 2n ** 63n,
  leaving: [
    { amount: 5n, releaseEpoch: 1, releaseHeight: 1, status: 'withdrawable' },
    { amount: 7n, releaseEpoch: 12, releaseHeight: 331, estimatedRelease: TIME, status: 'unbonding' },
  ],
  pending: { type: 'unbond', status: 'broadcast', transactionId: ID, amount: 9n },
  createdAt: TIME,
}

const eligible = { validatorId: ID, validatorKey: KEY, operator: ID }

export function sampleStake(): StakeApi {
  return {
    deposit: async ({ amount }) => sent('deposit', amount),
    withdraw: async ({ amount }) => sent('unbond', amount ?? 5n),
    configure: async () => sent('configure'),
    rotate: async () => sent('rotate'),
    resume: async () => sent('resume'),
    proveAward: async () => sent('award', 1n),
    get: async () => stake,
    list: async () => page(stake),
    validators: async () => page(sampleValidator),
    validator: async () => sampleValidator,
    epoch: async () => ({
      ...{ epoch: 1, period: 1, firstHeight: 1, lastHeight: 30, height: 7, blocksLeft: 23 },
      ...{ estimatedEnd: TIME, reward: 8_000_000n, totalStake: 2n ** 63n },
      members: [{ validatorId: ID, validatorKey: KEY, stake: 1n, weight: 1n, signed: 5, could: 6 }],
    }),
    params: async () => ({
      ...{ epochBlocks: 30, minStake: 1n, minDeposit: 1n, unbondingEpochs: 10, maxValidators: 128 },
      ...{ commissionStep: 100, commissionNotice: 1, blockReward: 8n, halvingBlocks: 60, slashShare: 500 },
      ...{ awardShare: 2_000, awardPeriodEpochs: 2, awardAttendance: 9_000, awardFreezeDelay: 3 },
      ...{ awardDelaySquarings: 4_096, awardBounty: 1n, feePerOperation: 20_000n },
    }),
    rewards: async () =>
      page({
        ...{ validatorId: ID, epoch: 1, height: 30, reward: 8n, fees: 1n, commission: 1n },
        ...{ signed: 29, could: 29 },
      }),
    award: async () => ({
      ...{ pool: 9n, collected: 4n, period: 2, history: ID },
      nextDraw: {
        ...{ period: 1, state: 'seeded', freezeHeight: 60, seedHeight: 63, amount: 5n, squarings: 4_096 },
        ...{ beacon: ID, eligible: [eligible] },
      },
      eligible: [
        {
          ...eligible,
          ...{ own: false, eligible: true, good: 1, ahead: 1, signed: 5, could: 6 },
        },
      ],
    }),
    awards: async () =>
      page({
        ...{ network: 'dev', chainId: ID, period: 1, outcome: 'paid', frozenAt: 60, amount: 5n },
        ...{ eligible: [eligible], seedHeight: 63, beacon: ID, squarings: 4_096, proof: 'aabb', winner: 0 },
        ...{ prize: 4n, bounty: 1n, before: ID, history: ID },
      }),
    awardProof: async () => ({
      ...{ height: 7, blockId: ID, history: ID, header: 'aabb', certificate: 'cc', unspent: 'dd' },
      ...{ issued: 9n, burnt: 1n, blinding: ID, commitments: ID, stake: 'ee', records: [ID] },
    }),
    slashings: async () =>
      page({ type: 'slashed', validatorId: ID, height: 7, infraction: 1, burnt: 2n ** 63n }),
  }
}

function page<T>(item: T): Page<T> {
  return { items: [item], next: 'next', complete: true }
}
