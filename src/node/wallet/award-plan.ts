/** What an account posts to end an award's draw: the proof of its delay, with the account's key for the bounty. */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import { claimedOutput, type DelayProof } from '../../protocol/crypto/delay/verify.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { awardEntryId } from '../../protocol/stake/award.ts'
import { bountyOf, delaySeed, pickWinner } from '../../protocol/stake/award-draw.ts'
import { operatorKey } from '../../protocol/stake/operator-key.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { AwardDraw, StakeState } from '../../protocol/stake/state.ts'
import type { AwardProver } from '../award/award-prover.ts'
import { NodeError } from '../errors.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { Account } from './account.ts'
import type { WalletStake } from './chain-view.ts'
import type { StakePlan } from './stake-plans.ts'

export type AwardPlanModules = {
  readonly stake: Pick<WalletStake, 'state' | 'chainId'>
  readonly params: StakeParams
  readonly workers: Pick<NodeWorkers, 'run'>
  /** None where the node works out no delays. */
  readonly prover: Pick<AwardProver, 'progressOf'> | undefined
}

type Seeded = AwardDraw & { readonly beacon: Uint8Array }

/**
 * @param given the proof in hex, 512 bytes; undefined for the one that the node has worked out
 * @throws NodeError `no_draw`, `proof_not_ready`, `invalid_award_proof`: a proof is checked before anything is made with it
 */
export async function planAward(
  account: Account,
  given: string | undefined,
  modules: AwardPlanModules,
): Promise<StakePlan> {
  const { stake, params, workers, prover } = modules
  const { state, chainId } = stake
  const draw = seededDraw(state)
  const { period, eligible, amount } = draw
  const proof = given === undefined ? workedOut(state, period, prover) : fromHex(given)
  const delay = { seed: delaySeed(chainId, draw), steps: params.awardDelaySquarings, proof }
  if (given !== undefined && !(await holds(delay, workers)))
    throw new NodeError('invalid_award_proof', { period })
  const winner = eligible[pickWinner(claimedOutput(proof), eligible.length)]!
  return {
    ...{ stakeId: toHex(awardEntryId('bounty', chainId, period)), type: 'bounty', period, index: undefined },
    ...{ validatorId: toHex(winner.id), validatorKey: toHex(winner.key), amount: bountyOf(amount, params) },
    operation: { type: 'award', period, proof, poster: operatorKey(account.keys) },
    signs: { owner: false, validator: false },
  }
}

function seededDraw({ award: { draw } }: Pick<StakeState, 'award'>): Seeded {
  if (!draw?.beacon) throw new NodeError('no_draw', { state: draw ? 'frozen' : 'open' })
  return { ...draw, beacon: draw.beacon }
}

function workedOut(state: StakeState, period: number, prover: AwardPlanModules['prover']): Uint8Array {
  const progress = prover?.progressOf(state)
  if (progress?.type === 'proven') return progress.proof
  throw new NodeError('proof_not_ready', {
    period,
    proving: progress !== undefined,
    percent: progress?.percent,
  })
}

async function holds(delay: DelayProof, workers: Pick<NodeWorkers, 'run'>): Promise<boolean> {
  try {
    await workers.run('checkDelay', delay)
    return true
  } catch (error) {
    if (error instanceof ProtocolError && error.code === 'invalid_delay_proof') return false
    throw error
  }
}
