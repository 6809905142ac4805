/** Jobs `inspectProposal`, `inspectCertified`, `whole` and `invalidVotes`: whether what a peer sent is what it says. */
import { blockId, decodeBlock, readHeader, transactionRoot } from '../../protocol/block.ts'
import { extrasHash } from '../../protocol/block-extras.ts'
import { equalBytes } from '../../protocol/bytes.ts'
import { type Certificate, checkCertificate, silenceOf } from '../../protocol/certificate.ts'
import { Reader } from '../../protocol/codec.ts'
import { type Proposal, proposalMessage } from '../../protocol/consensus/messages.ts'
import { type BlsSigned, blsFindInvalid, blsVerify } from '../../protocol/crypto/bls.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { checkSilenceTime } from '../../protocol/stake/silence-time.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'

export type InspectProposalJob = {
  readonly chainId: Uint8Array
  /** Transactions a block may carry. */
  readonly maxTransactions: number
  /** Of the validator that is to have signed. */
  readonly publicKey: Uint8Array
  readonly proposal: Proposal
}

/** @throws ProtocolError unless the proposal is signed and its block is the one that it names. */
export function inspectProposal({ chainId, maxTransactions, publicKey, proposal }: InspectProposalJob): void {
  if (!blsVerify(publicKey, proposalMessage(chainId, proposal), proposal.signature)) {
    throw new ProtocolError('invalid_signature', 'the proposal is not signed by its leader')
  }
  const id = blockId(readHeader(new Reader(proposal.block)))
  if (!equalBytes(id, proposal.blockId)) {
    throw new ProtocolError('invalid_block', 'the proposal names another block than it carries')
  }
  checkWhole(proposal.block, chainId, maxTransactions)
}

export type InspectCertifiedJob = {
  readonly maxTransactions: number
  readonly height: number
  readonly chainId: Uint8Array
  readonly params: Pick<StakeParams, 'leak' | 'silentRound'>
  /** The block before, those who voted on it, and when their rounds began at the soonest. */
  readonly previous: {
    readonly blockId: Uint8Array
    readonly validators: ValidatorSet
    readonly began: number
  }
  /** Those who vote on this block if the certificate that it carries holds. */
  readonly validators: ValidatorSet
  readonly block: Uint8Array
  readonly certificate: Certificate
}

/**
 * The id of the block. What the header says and who signed it comes first: it takes one or two pairings, however long the block
 * is; only of a block that the voters made final is the rest decoded and hashed.
 * @throws ProtocolError unless the certificate makes exactly this block final at that height.
 */
export function inspectCertified({
  maxTransactions,
  height,
  chainId,
  params,
  previous,
  validators,
  block,
  certificate,
}: InspectCertifiedJob): Uint8Array {
  const header = readHeader(new Reader(block))
  if (
    !equalBytes(header.chainId, chainId) ||
    header.height !== height ||
    !equalBytes(header.previous, previous.blockId)
  )
    throw new ProtocolError('invalid_block', 'a block that does not follow the head')
  const id = blockId(header)
  const carried = header.certificate
  // A claim decides how the votes on this block are weighed: it has to be true before they are.
  if (carried.claim.length > 0) {
    checkSilenceTime(silenceOf(carried), header.time, previous.began, params)
    checkCertificate(carried, previous.validators, chainId, height - 1, previous.blockId, params)
  }
  checkCertificate(certificate, validators, chainId, height, id, params)
  checkWhole(block, chainId, maxTransactions)
  return id
}

/** @throws ProtocolError unless the transactions of an encoded block, and all else in it, are what its header commits to. */
export function whole({
  block,
  chainId,
  maxTransactions,
}: {
  readonly block: Uint8Array
  readonly chainId: Uint8Array
  readonly maxTransactions: number
}): void {
  checkWhole(block, chainId, maxTransactions)
}

/** The positions of the signatures that do not hold. */
export function invalidVotes(signed: readonly BlsSigned[]): number[] {
  return blsFindInvalid(signed)
}

/** @throws ProtocolError unless what follows the header of an encoded block is what that commits to. */
function checkWhole(bytes: Uint8Array, chainId: Uint8Array, maxTransactions: number): void {
  const { header, transactions, ...extras } = decodeBlock(bytes, maxTransactions)
  if (!equalBytes(header.extrasHash, extrasHash(extras))) {
    throw new ProtocolError('invalid_block', 'something else beside transactions than the header commits to')
  }
  if (!equalBytes(header.transactionRoot, transactionRoot(chainId, transactions))) {
    throw new ProtocolError('invalid_block', 'other transactions than the header commits to')
  }
}
