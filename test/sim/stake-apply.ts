/** A block of the simulated chain of stake, applied: in the order that docs/staking.md gives. */
import { equalBytes, le32, toHex } from '../../src/protocol/bytes.ts'
import { silenceOf } from '../../src/protocol/certificate.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import { ProtocolError } from '../../src/protocol/errors.ts'
import { signerOf } from '../../src/protocol/stake/authorize.ts'
import type { BlockOpening } from '../../src/protocol/stake/block.ts'
import type { Court } from '../../src/protocol/stake/evidence.ts'
import { operationAmounts } from '../../src/protocol/stake/operation.ts'
import { checkSilenceTime } from '../../src/protocol/stake/silence-time.ts'
import type { StakeStep } from '../../src/protocol/stake/work.ts'
import { InvalidBlock } from './app.ts'
import type { StakeBlock, StakeTransaction } from './stake-block.ts'
import {
  type Desk,
  delayProof,
  finder,
  openDesk,
  ownerKey,
  type StakeLedgerState,
  type StakeRules,
  stateOf,
  take,
} from './stake-state.ts'
import { isFinal } from './verify.ts'

export const MAX_TRANSACTIONS = 3
export const MAX_EVIDENCE = 2
/** How far a block's time may be ahead of the clock of the node that checks it, milliseconds. */
const MAX_DRIFT = 400

export function applyBlock(
  rules: StakeRules,
  parent: StakeLedgerState,
  block: StakeBlock,
  id: Uint8Array,
  now: number | undefined,
): StakeLedgerState {
  const { code, params, signatures, chainId } = rules
  const { height, round, leader, time, previous, evidence, transactions } = block
  if (height !== parent.height + 1) throw new InvalidBlock('a block of another height')
  if (!equalBytes(previous, parent.id)) throw new InvalidBlock('a block on another one')
  if (leader !== parent.leader(round)) throw new InvalidBlock('a block of somebody who does not lead')
  if (time <= parent.time) throw new InvalidBlock('a block that is not later than the one before')
  if (now !== undefined && time > now + MAX_DRIFT) throw new InvalidBlock('a block of the future')
  if (transactions.length > MAX_TRANSACTIONS) throw new InvalidBlock('too many transactions')
  if (evidence.length > MAX_EVIDENCE) throw new InvalidBlock('too much evidence')
  checkCertificate(rules, parent, block)
  checkSilenceTime(silenceOf(block.certificate), time, parent.previousTime, params)
  const opened = opening(parent, block)
  for (const check of code.block.lateVoteChecks(parent.stake, opened, chainId, params)) {
    const signers = check.publicKeys.map((key) => signatures.keyOf(key)!)
    if (!signatures.verifyAggregate(signers, check.message, check.signature))
      throw new InvalidBlock('late votes whose signature does not hold')
  }
  const court = courtOf(rules, parent)
  const desk = openDesk(parent)
  take(desk, code.block.beginBlock(desk.stake, opened, finder(desk.table), court, params))
  for (const [index, transaction] of transactions.entries())
    carryOut(rules, parent, desk, transaction, index, court)
  const operated = desk.stake
  const closing = { height, leader, fees: desk.fees, beacon: hash('simulated beacon', id) }
  take(desk, code.block.endBlock(desk.stake, closing, finder(desk.table), params))
  const silences = parent.silences.with(parent.height, silenceOf(block.certificate)).concat(undefined)
  return stateOf(rules, { height, id, time, previousTime: parent.time, sets: parent.sets, silences }, desk, {
    operated,
    desk,
  })
}

/** The block before is final because those who voted on it say so. */
function checkCertificate(
  { params, signatures, chainId }: StakeRules,
  parent: StakeLedgerState,
  { certificate }: StakeBlock,
): void {
  const { height, id, certifiers } = parent
  if (height === 0) {
    const { claim, bitmap } = certificate
    if (bitmap.length > 0 || claim.length > 0) throw new InvalidBlock('a certificate of genesis')
    return
  }
  if (!isFinal({ signatures, chainId, leak: params.leak }, certificate, certifiers, height, id))
    throw new InvalidBlock(`a certificate that does not hold for ${toHex(id).slice(0, 8)}`)
}

export function carryOut(
  rules: StakeRules,
  parent: StakeLedgerState,
  desk: Desk,
  { account, fee, operation }: StakeTransaction,
  index: number,
  court: Court,
): StakeStep {
  const { code, params } = rules
  const find = finder(desk.table)
  const author = signerOf(operation, desk.stake, find)
  if (account >= desk.coins.length) throw new InvalidBlock('an account that is not there')
  if (author && !equalBytes(author, ownerKey(account))) throw new InvalidBlock('somebody else’s operation')
  const { takes, gives } = operationAmounts(operation, params)
  const { stake } = desk
  const leaving = operation.type === 'withdraw' ? find('unbonding', operation.unbonding) : undefined
  const context = {
    ...court,
    transaction: hash('simulated transaction', parent.id, le32(index)),
    index: 0,
    verifyDelay: ({ seed, proof }: { seed: Uint8Array; proof: Uint8Array }) => {
      if (!equalBytes(proof, delayProof(seed)))
        throw new ProtocolError('invalid_delay_proof', 'another output')
      return proof
    },
  }
  const balance = desk.coins[account]!
  if (balance < takes + fee) throw new InvalidBlock('more is spent than there is')
  const step = code.apply.applyOperation(stake, operation, find, context, params)
  take(desk, step)
  desk.coins[account] = balance - takes - fee + gives
  desk.fees += fee
  const burnt = desk.stake.totals.burnt - stake.totals.burnt
  if (leaving?.kind === 'unbonding') desk.forfeited += leaving.amount - gives - burnt
  return step
}

export function courtOf({ chainId, signatures }: StakeRules, parent: StakeLedgerState): Court {
  return {
    chainId,
    setAt: (height) => parent.sets[height],
    verify: (all) =>
      all.every(({ publicKey, message, signature }) => {
        const key = signatures.keyOf(publicKey)
        return key !== undefined && signatures.verify(key, message, signature)
      }),
  }
}

export function opening(
  parent: StakeLedgerState,
  { certificate, late, evidence }: Pick<StakeBlock, 'certificate' | 'late' | 'evidence'>,
): BlockOpening {
  const { height, id } = parent
  const { bitmap } = certificate
  return { height: height + 1, previousId: id, bitmap, silence: silenceOf(certificate), late, evidence }
}
