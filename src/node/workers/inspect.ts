/**
 * Jobs `inspectProposal`, `inspectCertified`, `whole` and `invalidVotes`: whether what a peer sent is what it says. Of a block in brief
 * that is known before any transaction of it is there; `checkTransactions` tells of those that were fetched.
 */
import { blockId, decodeBlock, type Header, readHeader, transactionRoot } from '../../protocol/block.ts'
import { extrasHash, readExtras } from '../../protocol/block-extras.ts'
import { concat, equalBytes } from '../../protocol/bytes.ts'
import { type Certificate, checkCertificate, silenceOf } from '../../protocol/certificate.ts'
import { decodeAll, Reader } from '../../protocol/codec.ts'
import { type ProposalHeader, proposalMessage } from '../../protocol/consensus/messages.ts'
import { type BlsSigned, blsFindInvalid, blsVerify } from '../../protocol/crypto/bls.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { merkleRoot } from '../../protocol/merkle.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { checkSilenceTime } from '../../protocol/stake/silence-time.ts'
import { decodeTransaction, transactionId, transactionLeaf } from '../../protocol/transaction.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import { type BriefBlock, namesOf, splitBlock } from '../consensus/brief-block.ts'

/** A block as it came: encoded, or in brief. */
export type CarriedBlock = Uint8Array | BriefBlock

export type InspectProposalJob = {
  readonly chainId: Uint8Array
  /** Transactions a block may carry. */
  readonly maxTransactions: number
  /** Of the validator that is to have signed. */
  readonly publicKey: Uint8Array
  readonly proposal: ProposalHeader & { readonly block: CarriedBlock }
}

/** @throws ProtocolError unless the proposal is signed and its block is the one that it names. */
export function inspectProposal({ chainId, maxTransactions, publicKey, proposal }: InspectProposalJob): void {
  if (!blsVerify(publicKey, proposalMessage(chainId, proposal), proposal.signature)) {
    throw new ProtocolError('invalid_signature', 'the proposal is not signed by its leader')
  }
  const id = blockId(headerOf(proposal.block))
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
  readonly block: CarriedBlock
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
  const header = headerOf(block)
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

export type CheckTransactionsJob = {
  readonly chainId: Uint8Array
  /** Encoded. */
  readonly transactions: readonly Uint8Array[]
  /** What stands for each of them under the root of its block. */
  readonly leaves: readonly Uint8Array[]
}

/** @throws ProtocolError unless each is a transaction, and the one that its leaf stands for. */
export function checkTransactions({ chainId, transactions, leaves }: CheckTransactionsJob): void {
  for (const [at, bytes] of transactions.entries()) {
    if (!equalBytes(nameOf(chainId, bytes).leaf, leaves[at]!))
      throw new ProtocolError('invalid_block', 'a transaction in the place of another')
  }
}

export type ShortenJob = { readonly chainId: Uint8Array; readonly block: Uint8Array }

/** A valid block in brief. */
export function shorten({ chainId, block }: ShortenJob): BriefBlock {
  const { header, transactions, extras } = splitBlock(block)
  const names = transactions.flatMap((bytes) => {
    const { id, leaf } = nameOf(chainId, bytes)
    return [id, leaf]
  })
  return { header: header.slice(), names: concat(...names), extras: extras.slice() }
}

function nameOf(chainId: Uint8Array, bytes: Uint8Array): { id: Uint8Array; leaf: Uint8Array } {
  const transaction = decodeTransaction(bytes, 'shared')
  const id = transactionId(chainId, transaction)
  return { id, leaf: transactionLeaf(id, transaction) }
}

function headerOf(block: CarriedBlock): Header {
  return block instanceof Uint8Array ? readHeader(new Reader(block)) : decodeAll(block.header, readHeader)
}

/** @throws ProtocolError unless what follows the header of a block is what that commits to. */
function checkWhole(block: CarriedBlock, chainId: Uint8Array, maxTransactions: number): void {
  const { header, extras, root } =
    block instanceof Uint8Array
      ? readWhole(block, chainId, maxTransactions)
      : readNames(block, maxTransactions)
  if (!equalBytes(header.extrasHash, extrasHash(extras))) {
    throw new ProtocolError('invalid_block', 'something else beside transactions than the header commits to')
  }
  if (!equalBytes(header.transactionRoot, root)) {
    throw new ProtocolError('invalid_block', 'other transactions than the header commits to')
  }
}

function readWhole(bytes: Uint8Array, chainId: Uint8Array, maxTransactions: number) {
  const { header, transactions, ...extras } = decodeBlock(bytes, maxTransactions, 'shared')
  return { header, extras, root: transactionRoot(chainId, transactions) }
}

function readNames(brief: BriefBlock, maxTransactions: number) {
  const leaves = namesOf(brief).map(({ leaf }) => leaf)
  if (leaves.length > maxTransactions)
    throw new ProtocolError('invalid_block', 'more transactions than a block may carry')
  return { header: headerOf(brief), extras: decodeAll(brief.extras, readExtras), root: merkleRoot(leaves) }
}
