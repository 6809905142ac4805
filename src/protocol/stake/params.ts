/** The numbers of staking, rewards and the award. Every limit has its name here; docs/staking.md says why each is what it is. */
import { utf8 } from '../bytes.ts'
import type { NetworkName } from '../network.ts'
import { UNITS_PER_STG } from '../units.ts'

/** One hundred per cent, in the basis points that shares of money are given in. */
export const BASIS_POINTS = 10_000n
/** One, in the millionths that factors of weight are given in. */
export const MILLION = 1_000_000n

/** From this round of a height on, the weight of validators claimed silent counts `factor` millionths; linear up to the next step. */
export type LeakStep = { readonly round: number; readonly factor: number }

export type StakeParams = {
  /** Blocks of an epoch: the time for which the validator set is fixed. */
  readonly epochBlocks: number
  /** Base units an operator has to stake itself. */
  readonly minStake: bigint
  /** Base units of the smallest deposit. */
  readonly minDeposit: bigint
  /** Validators in a set; those with most stake enter. */
  readonly maxValidators: number
  /** Validators that are registered, candidates and leavers among them. */
  readonly maxRecords: number
  /** Seats an epoch's set is drawn for, where weight is seats. */
  readonly slots: number
  /** Size of a set from which on weight is seats that are drawn by stake, and no longer stake itself. */
  readonly slotsFrom: number
  /** Epochs for which stake answers for votes that were cast with it: how long it takes out, and how long evidence is taken. */
  readonly unbondingEpochs: number
  /** Basis points by which a commission may rise in one change. */
  readonly commissionStep: number
  /** Whole epochs that pass between the announcement of a rise and its effect. */
  readonly commissionNotice: number
  /** Base units issued for a block at first. */
  readonly blockReward: bigint
  /** Blocks after which the reward halves. */
  readonly halvingBlocks: number
  /** Base units below which no reward is issued any more. */
  readonly rewardFloor: bigint
  /** Basis points of the reward that go to the award's pool. */
  readonly awardShare: number
  /** Epochs of an award period. */
  readonly awardPeriodEpochs: number
  /** Basis points of the blocks of each epoch that have to be signed to be eligible. */
  readonly awardAttendance: number
  /** Blocks between the freeze of the eligible list and the beacon that the draw starts from. */
  readonly awardFreezeDelay: number
  /** Squarings of the delay function between that beacon and the winner. */
  readonly awardDelaySquarings: number
  /** Base units for whoever posts the delay's proof, at most a tenth of the award. */
  readonly awardBounty: bigint
  /** Basis points of a contradicting validator's stake that are burnt at once. */
  readonly slashShare: number
  /** Times the share of all stake that was slashed together: what is burnt in the end, if that is more. */
  readonly slashCorrelation: number
  /** Basis points of what is left of the operator's own stake then that go to the award's pool. */
  readonly slashForfeit: number
  /** Base units that accompany evidence in a transaction; burnt when it is worth nothing. */
  readonly evidenceBond: bigint
  /** Blocks within which a late vote still counts as attendance. */
  readonly lateBlocks: number
  /** Basis points of the blocks of an epoch below which a validator is left out of the next sets until it speaks up. */
  readonly suspendBelow: number
  /** Milliseconds that a round takes in which no quorum comes about, once its timeouts have reached their cap. */
  readonly silentRound: number
  /** Own rounds without any message of a validator after which others may call it silent. */
  readonly leakSilence: number
  /** Rounds ascending, factors falling; the first is the last round of full weight. */
  readonly leak: readonly LeakStep[]
}

const stg = (whole: bigint) => whole * UNITS_PER_STG

const COMMON = {
  maxValidators: 128,
  maxRecords: 512,
  slots: 1_000,
  slotsFrom: 129,
  commissionStep: 100,
  blockReward: stg(8n),
  rewardFloor: 1_000n,
  awardShare: 2_000,
  awardAttendance: 9_000,
  slashShare: 500,
  slashCorrelation: 3,
  slashForfeit: 5_000,
  lateBlocks: 8,
  suspendBelow: 1_000,
} as const

const MAIN_LEAK: readonly LeakStep[] = [
  { round: 30, factor: 1_000_000 },
  { round: 90, factor: 900_000 },
  { round: 540, factor: 750_000 },
  { round: 4_320, factor: 500_000 },
  { round: 17_280, factor: 250_000 },
]

export const STAKE_PARAMS: Readonly<Record<NetworkName, StakeParams>> = {
  main: {
    ...COMMON,
    epochBlocks: 1_800,
    minStake: stg(50_000n),
    minDeposit: stg(10n),
    unbondingEpochs: 504,
    commissionNotice: 24,
    halvingBlocks: 63_072_000,
    awardPeriodEpochs: 168,
    awardFreezeDelay: 150,
    awardDelaySquarings: 2_400_000_000,
    awardBounty: stg(100n),
    evidenceBond: stg(100n),
    silentRound: 20_000,
    leakSilence: 6,
    leak: MAIN_LEAK,
  },
  test: {
    ...COMMON,
    epochBlocks: 300,
    minStake: stg(50_000n),
    minDeposit: stg(10n),
    unbondingEpochs: 144,
    commissionNotice: 6,
    halvingBlocks: 15_768_000,
    awardPeriodEpochs: 6,
    awardFreezeDelay: 30,
    awardDelaySquarings: 4_194_304,
    awardBounty: stg(100n),
    evidenceBond: stg(100n),
    silentRound: 20_000,
    leakSilence: 6,
    leak: MAIN_LEAK,
  },
  dev: {
    ...COMMON,
    epochBlocks: 30,
    minStake: stg(1_000n),
    minDeposit: stg(1n),
    unbondingEpochs: 10,
    commissionNotice: 1,
    halvingBlocks: 31_536_000,
    awardPeriodEpochs: 2,
    awardFreezeDelay: 3,
    awardDelaySquarings: 4_096,
    awardBounty: stg(1n),
    evidenceBond: stg(1n),
    silentRound: 1_000,
    leakSilence: 3,
    leak: [
      { round: 5, factor: 1_000_000 },
      { round: 10, factor: 900_000 },
      { round: 15, factor: 750_000 },
      { round: 20, factor: 500_000 },
      { round: 40, factor: 250_000 },
    ],
  },
}

/**
 * The least factor that silence may bring a weight down to. With it, whoever can go on without the silent also outweighs
 * what the silent may have decided before they fell silent (docs/staking.md, "Silence").
 */
export const LEAK_FLOOR = 250_000

/** A day in milliseconds: far below what timers can wait for. */
const MOST_SILENT_ROUND = 86_400_000
/** What the bytes of a round can say. */
const MOST_ROUND = 2 ** 31 - 1

/** @throws RangeError when the numbers contradict each other. */
export function checkStakeParams(params: StakeParams): void {
  const { epochBlocks, lateBlocks, halvingBlocks, leak } = params
  const demand = (holds: boolean, what: string) => {
    if (!holds) throw new RangeError(`stake parameters: ${what}`)
  }
  demand(epochBlocks > lateBlocks + 1, 'an epoch is longer than votes may be late')
  demand(halvingBlocks % epochBlocks === 0, 'a reward holds for whole epochs')
  const wholes = Object.values(params).filter((value) => typeof value === 'number')
  demand(
    wholes.every((value) => Number.isSafeInteger(value) && value >= 0),
    'numbers are whole',
  )
  demand(params.unbondingEpochs >= 2, 'the last certificate of an epoch comes while its stake still answers')
  demand(params.unbondingEpochs >= params.awardPeriodEpochs, 'stake answers for a whole award period')
  demand(params.silentRound >= 1 && params.silentRound <= MOST_SILENT_ROUND, 'a round takes time, and ends')
  demand(params.leakSilence >= 1, 'nobody is silent that was heard in this round')
  demand(params.awardFreezeDelay >= 1, 'the beacon of a draw comes after the freeze')
  demand(
    params.awardFreezeDelay < epochBlocks * params.awardPeriodEpochs,
    'the beacon of a draw comes before the next freeze',
  )
  demand(params.maxRecords >= params.maxValidators, 'every validator of a set is registered')
  demand(params.maxValidators <= 4_096, 'a certificate names at most 4,096 validators')
  demand(params.minDeposit >= 1_000n && params.minStake >= params.minDeposit, 'deposits are worth a share')
  for (const share of [params.awardShare, params.awardAttendance, params.slashShare, params.slashForfeit]) {
    demand(share >= 0 && share <= Number(BASIS_POINTS), 'a share is at most the whole')
  }
  demand(params.slashShare < Number(BASIS_POINTS), 'something is left to be frozen')
  demand(2 * params.leakSilence <= (leak.at(-1)?.round ?? 0), 'silence is claimed before the leak ends')
  demand(leak[0]?.factor === Number(MILLION), 'the leak begins at full weight')
  demand((leak.at(-1)?.factor ?? 0) >= LEAK_FLOOR, 'the leak ends at a quarter')
  for (const [at, step] of leak.entries()) {
    const before = leak[at - 1]
    demand(
      Number.isSafeInteger(step.round) && Number.isSafeInteger(step.factor),
      'steps of the leak are whole',
    )
    demand(step.round >= 0 && step.round <= MOST_ROUND, 'a round of the leak can be reached')
    demand(!before || (step.round > before.round && step.factor < before.factor), 'the leak goes down')
  }
}

/** Canonical bytes, for the genesis that a chain's id is the hash of. */
export function encodeStakeParams(params: StakeParams): Uint8Array {
  const fields = Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return utf8(
    fields.map(([name, value]) => `${name}=${typeof value === 'object' ? steps(value) : value}\n`).join(''),
  )
}

function steps(leak: readonly LeakStep[]): string {
  return leak.map(({ round, factor }) => `${round}:${factor}`).join(',')
}

/** Whether `part` is at least so many basis points of `whole`. */
export function hasShare(part: number, whole: number, basisPoints: number): boolean {
  return BigInt(part) * BASIS_POINTS >= BigInt(whole) * BigInt(basisPoints)
}
