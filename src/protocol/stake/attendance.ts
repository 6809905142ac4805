/**
 * Who signed which block of the epoch. A block's certificate comes in the next one; votes that its leader had not received, or
 * did not want to see, count if any of the next leaders includes them, so nobody's absence is one leader's to decide.
 */
import type { Reader, Writer } from '../codec.ts'
import { voteMessage } from '../consensus/messages.ts'
import { BLS_SIGNATURE_LENGTH } from '../crypto/bls.ts'
import { ProtocolError } from '../errors.ts'
import { bitsOf, hasBit, isBitmapOf } from './bitmap.ts'
import { voteTarget } from './leak.ts'
import type { StakeParams } from './params.ts'
import { epochOf, firstHeight, lastHeight } from './schedule.ts'
import type { EpochState, RecentBlock } from './state.ts'
import { flag } from './table.ts'
import { setEpoch, type Work } from './work.ts'

/**
 * Precommits of one height and round that are not in the block's certificate, joined into one signature. A vote for no block
 * counts as well: who was reached too late in the round that decided may not sign that block there any more, but was present.
 */
export type LateVotes = {
  readonly height: number
  readonly round: number
  readonly forBlock: boolean
  /** The claim of silence that was voted on with the block in that round; without bytes for none. */
  readonly claim: Uint8Array
  readonly bitmap: Uint8Array
  /** Aggregate BLS signature, 96 bytes. */
  readonly signature: Uint8Array
}

/** Blocks of the epoch that a member could have been counted for, once it is over: all but the last. */
export function countable({ epochBlocks }: Pick<StakeParams, 'epochBlocks'>): number {
  return epochBlocks - 1
}

/** Blocks of the present epoch that a member could have been counted for in blocks below `height`. */
export function countableBelow(height: number, { number }: EpochState, params: StakeParams): number {
  return Math.max(0, Math.min(height, lastHeight(number, params) + 1) - firstHeight(number, params) - 1)
}

/** Counts the certificate in the block of `height`. In the first block of an epoch it is of an epoch that is over. */
export function countCertificate(work: Work, height: number, blockId: Uint8Array, bitmap: Uint8Array): void {
  const { epoch, params } = work
  if (epochOf(height - 1, params) !== epoch.number) return
  const recent = epoch.recent.filter((block) => block.height >= height - params.lateBlocks)
  setEpoch(work, {
    recent: [...recent, { height: height - 1, blockId, present: bitmap.slice() }],
    signed: addSigned(epoch.signed, bitmap),
  })
}

/**
 * Counts late votes in the block of `height`; their signature is checked beside it ({@link lateVoteCheck}).
 * @throws ProtocolError `invalid_block` unless they are ascending, of recent blocks, and all of them new.
 */
export function countLateVotes(work: Work, late: readonly LateVotes[]): void {
  if (late.length > work.params.lateBlocks) throw invalid('too many groups of late votes')
  let before: LateVotes | undefined
  for (const votes of late) {
    if (before && !isAfter(before, votes)) throw invalid('late votes that do not ascend')
    before = votes
    const { epoch } = work
    const block = recentBlock(epoch, votes)
    if (!isBitmapOf(votes.bitmap, epoch.members.length)) throw invalid('late votes with another bitmap')
    const positions = bitsOf(votes.bitmap)
    if (positions.length === 0) throw invalid('late votes of nobody')
    if (positions.some((index) => hasBit(block.present, index))) throw invalid('a vote is counted twice')
    const present = block.present.map((byte, index) => byte | votes.bitmap[index]!)
    const recent = epoch.recent.map((one) => (one === block ? { ...one, present } : one))
    setEpoch(work, { recent, signed: addSigned(epoch.signed, votes.bitmap) })
  }
}

/** What has to be verified of late votes: one aggregate signature of those keys on that message. */
export function lateVoteCheck(
  epoch: EpochState,
  votes: LateVotes,
  chainId: Uint8Array,
): { publicKeys: Uint8Array[]; message: Uint8Array; signature: Uint8Array } {
  const { blockId } = recentBlock(epoch, votes)
  const { height, round, forBlock, claim, bitmap, signature } = votes
  const target = forBlock ? voteTarget(blockId, claim) : undefined
  const publicKeys = epoch.members.filter((_, index) => hasBit(bitmap, index)).map((one) => one.publicKey)
  return {
    publicKeys,
    message: voteMessage(chainId, { kind: 'precommit', height, round, blockId: target }),
    signature,
  }
}

/** Late votes are of a block that was counted in a block before this one. */
function recentBlock({ recent }: EpochState, { height, forBlock, claim }: LateVotes): RecentBlock {
  const block = recent.find((one) => one.height === height)
  if (!block) throw invalid('late votes of a block that is too old, or of another epoch')
  if (!forBlock && claim.length > 0) throw invalid('a claim without a block')
  return block
}

function isAfter(before: LateVotes, after: LateVotes): boolean {
  const order = after.height - before.height || after.round - before.round
  return order > 0 || (order === 0 && before.forBlock && !after.forBlock)
}

function addSigned(signed: readonly number[], bitmap: Uint8Array): number[] {
  return signed.map((count, index) => (hasBit(bitmap, index) ? count + 1 : count))
}

export function writeLateVotes(writer: Writer, votes: LateVotes): Writer {
  const { height, round, forBlock, claim, bitmap, signature } = votes
  writer
    .u64(height)
    .u32(round)
    .u8(forBlock ? 1 : 0)
  return writer.sized(claim).sized(bitmap).bytes(signature)
}

export function readLateVotes(reader: Reader, maxValidators: number): LateVotes {
  const height = reader.u64()
  if (height > BigInt(Number.MAX_SAFE_INTEGER))
    throw new ProtocolError('invalid_encoding', 'a height beyond 2^53')
  const limit = Math.ceil(maxValidators / 8)
  return {
    height: Number(height),
    round: reader.round(),
    forBlock: flag(reader),
    claim: reader.sized(limit),
    bitmap: reader.sized(limit),
    signature: reader.bytes(BLS_SIGNATURE_LENGTH),
  }
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_block', `invalid block: ${why}`)
}
