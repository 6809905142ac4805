/**
 * The state every node agrees on, and the one rule that changes it: (state, block) → state. Pure: coins and entries of the
 * stake are looked up through functions and nothing is stored here. Proofs and signatures of transactions are checked
 * beside it, in batches (verify-transactions.ts), because they need neither state nor order.
 */
import { type Block, blockId, type Header, outputRoot, transactionRoot } from './block.ts'
import { extrasHash } from './block-extras.ts'
import { equalBytes, le64 } from './bytes.ts'
import { certificateCheck, isNoCertificate, silenceOf } from './certificate.ts'
import { type BlsJointlySigned, blsVerifyJoint } from './crypto/bls.ts'
import { hash } from './crypto/hash.ts'
import { ProtocolError } from './errors.ts'
import { type Execution, executeBlock, type LedgerView } from './execute.ts'
import type { NetworkParams } from './network.ts'
import { certifyingSet, votingSet } from './stake/block.ts'
import { stakeHash } from './stake/encode.ts'
import type { Silence } from './stake/leak.ts'
import { checkSilenceTime } from './stake/silence-time.ts'
import { type StakeState, toValidatorSet } from './stake/state.ts'
import type { Supply } from './supply.ts'
import { outputIds } from './transaction.ts'
import { leaderOf, nextBeacon, type ValidatorSet, validatorSetHash, vrfMessage } from './validators.ts'

export { type Coin, coinElement, type FindCoin, inputCoins, type LedgerView } from './execute.ts'

export type LedgerState = {
  readonly chainId: Uint8Array
  readonly height: number
  readonly blockId: Uint8Array
  /** Time of the block, milliseconds since 1970. */
  readonly time: number
  /** Time of the block before that, when the rounds that made it final began at the soonest; at genesis the same. */
  readonly previousTime: number
  readonly beacon: Uint8Array
  /** The set that the leaders of the next block are drawn from: the stake's members. */
  readonly validators: ValidatorSet
  readonly stake: StakeState
  /** LtHash of the unspent set, 2,048 bytes. */
  readonly unspent: Uint8Array
  readonly supply: Supply
}

/** What a block does to the state. */
export type Transition = Pick<Execution, 'spent' | 'created' | 'entries' | 'stakeEvents'> & {
  readonly state: LedgerState
}

/** What the header says of the state after its block: the unspent set, the supply and the stake. */
export function stateCommitment({
  unspent,
  supply,
  stake,
}: Pick<LedgerState, 'unspent' | 'supply' | 'stake'>): Uint8Array {
  return commitmentOf(unspent, supply, stakeHash(stake))
}

/** The same where of the stake there is only its hash. */
export function commitmentOf(unspent: Uint8Array, supply: Supply, stake: Uint8Array): Uint8Array {
  const { issued, burnt, blinding, commitments } = supply
  return hash('state', unspent, le64(issued), le64(burnt), blinding, commitments, stake)
}

/** The set whose certificate makes the head of `state` final, with the weights that it was voted on by. */
export function decidedBy(
  { stake, height }: Pick<LedgerState, 'stake' | 'height'>,
  params: Pick<NetworkParams, 'stake'>,
): ValidatorSet {
  return certifyingSet(stake, height + 1, params.stake)
}

/**
 * The set that votes on the next block if its certificate says that of silence: with the weights after the leak.
 * @throws ProtocolError `invalid_certificate` for a claim that may not be made.
 */
export function votersAfter(
  { stake, height }: Pick<LedgerState, 'stake' | 'height'>,
  carried: Silence,
  params: Pick<NetworkParams, 'stake'>,
): ValidatorSet {
  return votingSet(stake, height + 1, carried, params.stake)
}

/** A signature in a header: the certificate of the block before, or its leader's contribution to the beacon. */
export type HeaderSignature = {
  readonly of: 'certificate' | 'beacon'
  readonly signed: BlsJointlySigned
}

/** @throws ProtocolError `invalid_certificate`, `invalid_block` unless it holds. */
export function checkHeaderSignature({ of, signed }: HeaderSignature): void {
  if (blsVerifyJoint(signed)) return
  if (of === 'beacon') throw invalid('the beacon contribution does not verify')
  throw new ProtocolError('invalid_certificate', 'the aggregate signature does not hold')
}

/**
 * Checks a block against the state before it and returns the state after it. Proofs and signatures of its transactions
 * must have been verified.
 * @param now the checking node's clock, milliseconds; undefined for blocks that are already certified.
 * @param verify verifies the signatures in the header, or keeps them to be verified with those of other blocks.
 * @throws ProtocolError naming the first rule that is broken.
 */
export function applyBlock(
  state: LedgerState,
  block: Block,
  view: LedgerView,
  params: NetworkParams,
  now: number | undefined,
  verify: (signature: HeaderSignature) => void = checkHeaderSignature,
): Transition {
  const { header, transactions, late, evidence, award } = block
  for (const signature of headerSignatures(state, header, params, now)) verify(signature)
  if (transactions.length > params.maxBlockTransactions)
    throw invalid('more transactions than a block may carry')
  if (transactions.filter(({ operation }) => operation).length > params.maxBlockOperations)
    throw invalid('more operations than a block may carry')
  if (!equalBytes(header.transactionRoot, transactionRoot(state.chainId, transactions)))
    throw invalid('transaction root')
  if (!equalBytes(header.outputRoot, outputRoot(transactions.flatMap(outputIds))))
    throw invalid('output root')
  const extras = { late, evidence, award }
  if (!equalBytes(header.extrasHash, extrasHash(extras))) throw invalid('what it carries beside transactions')
  const { certificate, leader } = header
  const beacon = nextBeacon(state.beacon, header.vrf)
  const content = { ...extras, transactions, certificate, leader, beacon }
  const { unspent, supply, stake, ...changes } = executeBlock(state, content, view, params)
  if (!equalBytes(header.stateCommitment, stateCommitment({ unspent, supply, stake })))
    throw invalid('state commitment')
  return {
    ...changes,
    state: {
      ...{ chainId: state.chainId, height: header.height, blockId: blockId(header), time: header.time },
      previousTime: state.time,
      ...{ beacon, validators: toValidatorSet(stake.epoch.members), stake, unspent, supply },
    },
  }
}

/** Holds a header against the state before it; what is left is to verify signatures. */
function headerSignatures(
  state: LedgerState,
  header: Header,
  params: NetworkParams,
  now: number | undefined,
): HeaderSignature[] {
  if (!equalBytes(header.chainId, state.chainId)) throw invalid('another chain')
  if (header.height !== state.height + 1) throw invalid('not the next height')
  if (!equalBytes(header.previous, state.blockId)) throw invalid('not a child of the head')
  if (header.time <= state.time) throw invalid('time does not ascend')
  if (now !== undefined && header.time > now + params.maxTimeDrift) throw invalid('a time too far ahead')
  if (!equalBytes(header.validatorSetHash, validatorSetHash(state.validators))) throw invalid('validator set')
  const certificate = previousCertificate(state, header, params)
  checkSilenceTime(silenceOf(header.certificate), header.time, state.previousTime, params.stake)
  const leader = leaderOf(state.validators, state.beacon, header.height, header.round)
  if (!equalBytes(header.leader, leader.publicKey)) throw invalid('not the leader of this round')
  const message = vrfMessage(state.chainId, state.beacon, header.height, header.round)
  const signed = { publicKeys: [header.leader], message, signature: header.vrf }
  return [...certificate, { of: 'beacon', signed }]
}

function previousCertificate(
  state: LedgerState,
  { certificate }: Header,
  params: NetworkParams,
): HeaderSignature[] {
  const { chainId, height, blockId } = state
  if (height === 0) {
    if (!isNoCertificate(certificate)) throw invalid('genesis has no certificate')
    return []
  }
  const set = decidedBy(state, params)
  const signed = certificateCheck(certificate, set, chainId, height, blockId, params.stake)
  return [{ of: 'certificate', signed }]
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_block', `invalid block: ${why}`)
}
