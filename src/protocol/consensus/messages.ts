/**
 * What validators say to each other about one height, and exactly which bytes they sign. Every kind of message has a
 * domain of its own, so a signature made for one can never stand for another; only a precommit for a block signs what a
 * certificate proves, because certificates are made of them.
 */
import { equalBytes, le32, le64 } from '../bytes.ts'
import {
  type Certificate,
  MAX_VALIDATORS,
  precommitMessage,
  readCertificate,
  writeCertificate,
} from '../certificate.ts'
import { decodeAll, type Reader, Writer } from '../codec.ts'
import { BLS_SIGNATURE_LENGTH } from '../crypto/bls.ts'
import { HASH_LENGTH, hash } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { voteTarget } from '../stake/leak.ts'

export type VoteKind = 'prevote' | 'precommit'

export type Vote = {
  readonly kind: VoteKind
  readonly height: number
  readonly round: number
  /**
   * 32 bytes: the block's id, or where the round's proposal claims that somebody is silent `voteTarget` of block and claim,
   * so that no vote counts under another claim. Undefined is a vote for no block of this round (nil).
   */
  readonly blockId: Uint8Array | undefined
  /** Position in the height's validator set. */
  readonly validator: number
  /** BLS signature over {@link voteMessage}, 96 bytes. */
  readonly signature: Uint8Array
}

export type Proposal = {
  readonly height: number
  readonly round: number
  /** The round in which more than two thirds prevoted for the block, below `round`; −1 for a block proposed for the first time. */
  readonly validRound: number
  /** Who is claimed silent in `round`, a bitmap over the set; without bytes for nobody. The votes of the round are for this as well. */
  readonly claim: Uint8Array
  /** The claim of `validRound`, under which its prevotes are counted; without bytes where there was none. */
  readonly validClaim: Uint8Array
  /** Of the block alone. */
  readonly blockId: Uint8Array
  /** The encoded block. Its header names the round of its first proposal, also when it is proposed again. */
  readonly block: Uint8Array
  /** Position of the leader in the height's validator set. */
  readonly validator: number
  /** BLS signature over {@link proposalMessage}, 96 bytes. */
  readonly signature: Uint8Array
}

/** What a leader decides on before it signs: {@link Proposal} without height, position and signature. */
export type DraftProposal = Omit<Proposal, 'height' | 'validator' | 'signature'>

/** What of a proposal is signed, which is all that evidence needs. */
export type ProposalHeader = Omit<Proposal, 'block'>

/** Two signed messages of one validator, of one kind, height and round, that name different blocks or claims. */
export type Evidence =
  | { readonly type: 'votes'; readonly first: Vote; readonly second: Vote }
  | { readonly type: 'proposals'; readonly first: ProposalHeader; readonly second: ProposalHeader }

export type VoteMessage = { readonly type: 'vote'; readonly vote: Vote }
export type ProposalMessage = { readonly type: 'proposal'; readonly proposal: Proposal }
/** Where a node stands: the height it is deciding. */
export type StatusMessage = { readonly type: 'status'; readonly height: number; readonly round: number }
/** Asks for what the sender lacks to get over `height`. */
export type RequestMessage = { readonly type: 'request'; readonly height: number }
/** A final block. */
export type CertifiedMessage = {
  readonly type: 'certified'
  readonly height: number
  readonly block: Uint8Array
  readonly certificate: Certificate
}

export type ConsensusMessage =
  | VoteMessage
  | ProposalMessage
  | StatusMessage
  | RequestMessage
  | CertifiedMessage

export function heightOf(message: ConsensusMessage): number {
  if (message.type === 'vote') return message.vote.height
  return message.type === 'proposal' ? message.proposal.height : message.height
}

/** What the signature of a vote covers. */
export function voteMessage(
  chainId: Uint8Array,
  { kind, height, round, blockId }: Omit<Vote, 'validator' | 'signature'>,
): Uint8Array {
  if (blockId === undefined) return hash(`${kind} nil`, chainId, le64(height), le32(round))
  if (kind === 'precommit') return precommitMessage(chainId, height, round, blockId)
  return hash('prevote', chainId, le64(height), le32(round), blockId)
}

/** What the signature of a proposal covers: the block by its id, and the claims. */
export function proposalMessage(
  chainId: Uint8Array,
  proposal: Omit<ProposalHeader, 'validator' | 'signature'>,
): Uint8Array {
  const { height, round, validRound, blockId, claim, validClaim } = proposal
  const place = [le64(height), le32(round), le32(validRound + 1)]
  return hash('proposal', chainId, ...place, blockId, claim, validClaim)
}

/** What a vote for a proposal names. */
export function targetOf({ blockId, claim }: Pick<Proposal, 'blockId' | 'claim'>): Uint8Array {
  return voteTarget(blockId, claim)
}

/** Whether two proposals of a round ask for the same votes. A leader that makes two that do not contradicts itself. */
export function sameProposal(
  left: Pick<Proposal, 'blockId' | 'claim'>,
  right: Pick<Proposal, 'blockId' | 'claim'>,
): boolean {
  return equalBytes(left.blockId, right.blockId) && equalBytes(left.claim, right.claim)
}

/** Whether two votes name the same block and claim, or both none; or whether two ids are of the same block. */
export function sameBlock(left: Uint8Array | undefined, right: Uint8Array | undefined): boolean {
  if (left === undefined || right === undefined) return left === right
  return left === right || equalBytes(left, right)
}

/** A kind of vote, and whether it is for a block: its position here is its first byte. */
const CHOICES = ['prevote nil', 'prevote', 'precommit nil', 'precommit'] as const
/** The first byte of a message is its position here. */
const TYPES = ['vote', 'proposal', 'status', 'request', 'certified'] as const

/** No network's blocks are longer: 16 MiB. */
export const MAX_BLOCK_LENGTH = 1 << 24

/** A claim has a bit for each validator. */
const MAX_CLAIM_LENGTH = MAX_VALIDATORS / 8

/** Heights are 64 bits wide on the wire, and no height ever comes near this one. */
const MAX_HEIGHT = BigInt(Number.MAX_SAFE_INTEGER)

export function encodeMessage(message: ConsensusMessage): Uint8Array {
  const writer = new Writer().u8(TYPES.indexOf(message.type))
  switch (message.type) {
    case 'vote':
      return writeVote(writer, message.vote).finish()
    case 'proposal':
      return writeProposal(writer, message.proposal).finish()
    case 'status':
      return writer.u64(message.height).u32(message.round).finish()
    case 'request':
      return writer.u64(message.height).finish()
    case 'certified':
      writeCertificate(writer.u64(message.height), message.certificate)
      return writer.sized(message.block).finish()
  }
}

/**
 * What a peer may send, bounded before anything is copied.
 * @param maxBlockLength bytes an encoded block may have.
 * @throws ProtocolError `invalid_encoding`.
 */
export function decodeMessage(bytes: Uint8Array, maxBlockLength = MAX_BLOCK_LENGTH): ConsensusMessage {
  return decodeAll(bytes, (reader): ConsensusMessage => {
    switch (TYPES[reader.u8()]) {
      case 'vote':
        return { type: 'vote', vote: readVote(reader) }
      case 'proposal':
        return { type: 'proposal', proposal: readProposal(reader, maxBlockLength) }
      case 'status':
        return { type: 'status', height: readHeight(reader), round: reader.round() }
      case 'request':
        return { type: 'request', height: readHeight(reader) }
      case 'certified': {
        const height = readHeight(reader)
        const certificate = readCertificate(reader)
        return { type: 'certified', height, certificate, block: reader.sized(maxBlockLength) }
      }
      default:
        throw new ProtocolError('invalid_encoding', 'a message of an unknown type')
    }
  })
}

export function writeVote(writer: Writer, vote: Vote): Writer {
  const { kind, height, round, blockId, validator, signature } = vote
  writer
    .u8(CHOICES.indexOf(blockId ? kind : `${kind} nil`))
    .u64(height)
    .u32(round)
    .u32(validator)
    .bytes(signature)
  return blockId ? writer.bytes(blockId) : writer
}

export function readVote(reader: Reader): Vote {
  const choice = CHOICES[reader.u8()]
  if (choice === undefined) throw new ProtocolError('invalid_encoding', 'a vote of an unknown kind')
  const height = readHeight(reader)
  const round = reader.round()
  const validator = reader.u32()
  const signature = reader.bytes(BLS_SIGNATURE_LENGTH)
  const kind = choice.startsWith('prevote') ? 'prevote' : 'precommit'
  const blockId = choice === kind ? reader.bytes(HASH_LENGTH) : undefined
  return { kind, height, round, blockId, validator, signature }
}

function writeProposal(writer: Writer, proposal: Proposal): Writer {
  return writeProposalHeader(writer, proposal).sized(proposal.block)
}

function readProposal(reader: Reader, maxBlockLength: number): Proposal {
  const header = readProposalHeader(reader)
  return { ...header, block: reader.sized(maxBlockLength) }
}

/** Without the block, as evidence has it. */
export function writeProposalHeader(writer: Writer, proposal: ProposalHeader): Writer {
  const { height, round, validRound, claim, validClaim, blockId, validator, signature } = proposal
  return writer
    .u64(height)
    .u32(round)
    .u32(validRound + 1)
    .u32(validator)
    .bytes(signature)
    .bytes(blockId)
    .sized(claim)
    .sized(validClaim)
}

/** @throws ProtocolError `invalid_encoding`. */
export function readProposalHeader(reader: Reader): ProposalHeader {
  const height = readHeight(reader)
  const round = reader.round()
  const validRound = reader.u32() - 1
  if (validRound >= round) {
    throw new ProtocolError('invalid_encoding', 'a block proposed again because of no earlier round')
  }
  const validator = reader.u32()
  const signature = reader.bytes(BLS_SIGNATURE_LENGTH)
  const blockId = reader.bytes(HASH_LENGTH)
  const claim = reader.sized(MAX_CLAIM_LENGTH)
  const validClaim = reader.sized(MAX_CLAIM_LENGTH)
  if (validRound < 0 && validClaim.length > 0) {
    throw new ProtocolError('invalid_encoding', 'a claim of no round')
  }
  return { height, round, validRound, validator, signature, blockId, claim, validClaim }
}

export function readHeight(reader: Reader): number {
  const height = reader.u64()
  if (height > MAX_HEIGHT) throw new ProtocolError('invalid_encoding', 'a height beyond 2^53')
  return Number(height)
}
