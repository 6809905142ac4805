/**
 * What a validator has to find again after a crash: everything it may have signed at the height it is deciding. A record
 * is on disk before the signature it announces exists.
 */
import { MAX_VALIDATORS } from '../certificate.ts'
import { decodeAll, type Reader, Writer } from '../codec.ts'
import { HASH_LENGTH } from '../crypto/hash.ts'
import { ProtocolError } from '../errors.ts'
import { type DraftProposal, readHeight, readVote, type Vote, type VoteKind, writeVote } from './messages.ts'

/** A block more than two thirds prevoted for, as seen when this validator precommitted to it. */
export type Lock = {
  readonly blockId: Uint8Array
  readonly block: Uint8Array
  /** The claim under which the prevotes were counted; without bytes for none. */
  readonly claim: Uint8Array
  /**
   * The prevotes. Without them a validator that was shown them by a dishonest one alone could, after a crash, neither let
   * go of its block nor convince anybody of it.
   */
  readonly prevotes: readonly Vote[]
}

export type VoteRecord = {
  readonly type: 'vote'
  readonly height: number
  readonly kind: VoteKind
  readonly round: number
  /** What the vote names: see `Vote`. */
  readonly blockId: Uint8Array | undefined
  /** With a precommit for a block, and only there. */
  readonly lock: Lock | undefined
}

export type ProposalRecord = { readonly type: 'proposal'; readonly height: number } & DraftProposal

export type JournalRecord = VoteRecord | ProposalRecord

/** The first byte of a record is its position here. */
const KINDS = ['prevote nil', 'prevote', 'precommit nil', 'precommit', 'proposal'] as const

/** What was written by this node is not bounded further than a length of 32 bits. */
const ANY_LENGTH = 0xffff_ffff
const MAX_CLAIM_LENGTH = MAX_VALIDATORS / 8

/**
 * The records that still matter: those of the last round and of the one before, from which the last was entered, and the
 * last precommit for a block. So a journal need not grow with the rounds of a height. In the order they came in.
 */
export function compactJournal(records: readonly JournalRecord[]): JournalRecord[] {
  const last = records.reduce((highest, { round }) => Math.max(highest, round), 0)
  const lock = records.reduce<JournalRecord | undefined>(
    (latest, record) =>
      record.type === 'vote' && record.lock && record.round >= (latest?.round ?? 0) ? record : latest,
    undefined,
  )
  return records.filter((record) => record.round >= last - 1 || record === lock)
}

export function encodeRecord(record: JournalRecord): Uint8Array {
  const { height, round, blockId } = record
  const kind =
    record.type === 'proposal' ? 'proposal' : blockId ? record.kind : (`${record.kind} nil` as const)
  const writer = new Writer().u8(KINDS.indexOf(kind)).u64(height).u32(round)
  if (blockId) writer.bytes(blockId)
  if (record.type === 'proposal')
    return writer
      .u32(record.validRound + 1)
      .sized(record.claim)
      .sized(record.validClaim)
      .sized(record.block)
      .finish()
  if (record.lock) {
    const { blockId, claim, block, prevotes } = record.lock
    writer.bytes(blockId).sized(claim).sized(block).u32(prevotes.length)
    for (const vote of prevotes) writeVote(writer, vote)
  }
  return writer.finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeRecord(bytes: Uint8Array): JournalRecord {
  return decodeAll(bytes, (reader): JournalRecord => {
    const kind = KINDS[reader.u8()]
    const height = readHeight(reader)
    const round = reader.u32()
    switch (kind) {
      case 'proposal': {
        const blockId = reader.bytes(HASH_LENGTH)
        const validRound = reader.u32() - 1
        const claim = reader.sized(MAX_CLAIM_LENGTH)
        const validClaim = reader.sized(MAX_CLAIM_LENGTH)
        const block = reader.sized(ANY_LENGTH)
        return { type: 'proposal', height, round, blockId, validRound, claim, validClaim, block }
      }
      case 'prevote': {
        const blockId = reader.bytes(HASH_LENGTH)
        return { type: 'vote', kind, height, round, blockId, lock: undefined }
      }
      case 'precommit': {
        const blockId = reader.bytes(HASH_LENGTH)
        return { type: 'vote', kind, height, round, blockId, lock: readLock(reader) }
      }
      case 'prevote nil':
        return { type: 'vote', kind: 'prevote', height, round, blockId: undefined, lock: undefined }
      case 'precommit nil':
        return { type: 'vote', kind: 'precommit', height, round, blockId: undefined, lock: undefined }
      default:
        throw new ProtocolError('invalid_encoding', 'a journal record of an unknown kind')
    }
  })
}

function readLock(reader: Reader): Lock {
  const blockId = reader.bytes(HASH_LENGTH)
  const claim = reader.sized(MAX_CLAIM_LENGTH)
  const block = reader.sized(ANY_LENGTH)
  const prevotes: Vote[] = []
  for (let left = reader.u32(); left > 0; left--) prevotes.push(readVote(reader))
  return { blockId, claim, block, prevotes }
}
