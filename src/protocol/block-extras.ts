/**
 * What a leader puts into its block beside transactions, for nothing: votes that came late, contradictions it has seen, and
 * the proof that ends an award's draw.
 */
import { MAX_VALIDATORS } from './certificate.ts'
import { type Reader, Writer } from './codec.ts'
import { hash } from './crypto/hash.ts'
import { ProtocolError } from './errors.ts'
import { type LateVotes, readLateVotes, writeLateVotes } from './stake/attendance.ts'
import { type Evidence, readEvidence, writeEvidence } from './stake/evidence.ts'
import type { AwardOperation } from './stake/operation.ts'
import { MAX_OPERATION_LENGTH, readOperation, writeOperation } from './stake/operation-codec.ts'
import { flag } from './stake/table.ts'

export type BlockExtras = {
  readonly late: readonly LateVotes[]
  readonly evidence: readonly Evidence[]
  /** Its bounty is for a key that the leader names. */
  readonly award: AwardOperation | undefined
}

export const NO_EXTRAS: BlockExtras = { late: [], evidence: [], award: undefined }

/** Groups of late votes in a block; networks may allow fewer. */
export const MAX_LATE_VOTES = 64
/** Contradictions told in a block. */
export const MAX_EVIDENCE = 16

/** Bytes of one group of late votes, and of one contradiction, at most. */
const LATE_LENGTH = 8 + 4 + 1 + 2 * (4 + MAX_VALIDATORS / 8) + 96
const EVIDENCE_LENGTH = 1 + 2 * (148 + 2 * (4 + MAX_VALIDATORS / 8))
/** Bytes of all that a block carries beside its transactions, at most. */
export const MAX_EXTRAS_LENGTH =
  4 + MAX_LATE_VOTES * LATE_LENGTH + 4 + MAX_EVIDENCE * EVIDENCE_LENGTH + 1 + MAX_OPERATION_LENGTH

/** What the header says of them. */
export function extrasHash(extras: BlockExtras): Uint8Array {
  return hash('block extras', encodeExtras(extras))
}

export function encodeExtras(extras: BlockExtras): Uint8Array {
  return writeExtras(new Writer(), extras).finish()
}

export function writeExtras(writer: Writer, { late, evidence, award }: BlockExtras): Writer {
  writer.u32(late.length)
  for (const votes of late) writeLateVotes(writer, votes)
  writer.u32(evidence.length)
  for (const one of evidence) writeEvidence(writer, one)
  writer.u8(award ? 1 : 0)
  return award ? writeOperation(writer, award) : writer
}

export function readExtras(reader: Reader): BlockExtras {
  const late = list(reader, MAX_LATE_VOTES, () => readLateVotes(reader, MAX_VALIDATORS))
  const evidence = list(reader, MAX_EVIDENCE, () => readEvidence(reader))
  return { late, evidence, award: flag(reader) ? readAward(reader) : undefined }
}

function readAward(reader: Reader): AwardOperation {
  const operation = readOperation(reader)
  if (operation.type === 'award') return operation
  throw new ProtocolError('invalid_encoding', 'another operation in place of the proof of an award')
}

function list<T>(reader: Reader, limit: number, read: () => T): T[] {
  const length = reader.u32()
  if (length > limit) throw new ProtocolError('invalid_encoding', 'more than a block may carry beside')
  return Array.from({ length }, read)
}
