/** What a block does to stake beside its operations: before them, and after them. */
import type { BlsSigned } from '../crypto/bls.ts'
import { ProtocolError } from '../errors.ts'
import type { ValidatorSet } from '../validators.ts'
import { countCertificate, countLateVotes, type LateVotes, lateVoteCheck } from './attendance.ts'
import { seedAward } from './award.ts'
import { endEpoch } from './epoch.ts'
import { type Court, type Evidence, judge } from './evidence.ts'
import { NO_CLAIM, type Silence } from './leak.ts'
import { certifiers, leakedMembers, takeLeak } from './leak-stake.ts'
import type { StakeParams } from './params.ts'
import { takeFees } from './rewards.ts'
import { epochOf, lastHeight } from './schedule.ts'
import { slash } from './slashing.ts'
import { type StakeState, toValidatorSet } from './state.ts'
import type { FindEntry } from './table.ts'
import { count, type StakeStep, setAward, withWork } from './work.ts'

/** What a block says before its transactions. */
export type BlockOpening = {
  readonly height: number
  /** The block before, and the certificate of it that this block carries. Without bytes in block 1. */
  readonly previousId: Uint8Array
  readonly bitmap: Uint8Array
  readonly silence: Silence
  readonly late: readonly LateVotes[]
  /** Evidence that its leader found; transactions carry that of others. */
  readonly evidence: readonly Evidence[]
}

/** What is known when its transactions have been applied. */
export type BlockClosing = {
  readonly height: number
  /** Position of the leader in the set. */
  readonly leader: number
  /** Base units of fees. */
  readonly fees: bigint
  /** The beacon after this block. */
  readonly beacon: Uint8Array
  /** Base units that other rules give to the award: unclaimed packets. */
  readonly donated?: bigint
}

/**
 * Before the operations: the leak of the certificate, attendance, evidence. Certificate and late votes have been verified.
 * @throws ProtocolError `invalid_block`, `invalid_certificate`, `invalid_evidence`: unlike a transaction's, a leader's evidence
 *   must hold and be new, so a false one costs the leader its block.
 */
export function beginBlock(
  state: StakeState,
  { height, previousId, bitmap, silence, late, evidence }: BlockOpening,
  find: FindEntry,
  court: Court,
  params: StakeParams,
): StakeStep {
  return withWork(state, find, params, (work) => {
    if (epochOf(height, params) !== state.epoch.number)
      throw new ProtocolError('invalid_block', 'a block of another epoch')
    takeLeak(work, height, silence)
    countCertificate(work, height, previousId, bitmap)
    countLateVotes(work, late)
    for (const one of evidence) {
      if (!slash(work, judge(one, court))) throw new ProtocolError('invalid_evidence', 'told before')
    }
  })
}

/** After the operations: fees, the award's part of the reward and its seed; at its last block, the end of the epoch. */
export function endBlock(
  state: StakeState,
  { height, leader, fees, beacon, donated = 0n }: BlockClosing,
  find: FindEntry,
  params: StakeParams,
): StakeStep {
  return withWork(state, find, params, (work) => {
    if (epochOf(height, params) !== state.epoch.number)
      throw new ProtocolError('invalid_block', 'a block of another epoch')
    takeFees(work, height, leader, fees)
    count(work, { donated })
    setAward(work, { open: work.award.open + donated })
    seedAward(work, height, beacon)
    if (height === lastHeight(state.epoch.number, params)) endEpoch(work, height, beacon)
  })
}

/**
 * The aggregate signatures of a block's late votes, to be verified before `beginBlock`.
 * @throws ProtocolError `invalid_block` where they are of no block that they could be of.
 */
export function lateVoteChecks(
  state: StakeState,
  { height, previousId, bitmap, late }: Pick<BlockOpening, 'height' | 'previousId' | 'bitmap' | 'late'>,
  chainId: Uint8Array,
  params: StakeParams,
): (Omit<BlsSigned, 'publicKey'> & { readonly publicKeys: readonly Uint8Array[] })[] {
  if (late.length === 0) return []
  const counted = withWork(
    state,
    () => undefined,
    params,
    (work) => {
      countCertificate(work, height, previousId, bitmap)
      countLateVotes(work, late)
    },
  ).state.epoch
  return late.map((votes) => lateVoteCheck(counted, votes, chainId))
}

/** The set that the certificate in the block of `height` is checked against, weights as they were voted with. */
export function certifyingSet(state: StakeState, height: number, params: StakeParams): ValidatorSet {
  return toValidatorSet(certifiers(state, height, params))
}

/**
 * The set that votes on a block of `height`, which carries a certificate with that silence. The leader of a round is drawn from
 * the set without it: who leads must not depend on what is proposed.
 */
export function votingSet(
  state: StakeState,
  height: number,
  carried: Silence,
  params: StakeParams,
): ValidatorSet {
  return toValidatorSet(leakedMembers(state, height, carried, params))
}

/** No claim, in a round that does not matter. */
export const NOBODY_SILENT: Silence = { claim: NO_CLAIM, round: 0 }
