/** Precommits that a node heard, and those of them that the certificates of its chain left out, joined for the next block. */
import { type Certificate, silenceOf } from '../../src/protocol/certificate.ts'
import { sameBlock, type Vote } from '../../src/protocol/consensus/messages.ts'
import type { LateVotes } from '../../src/protocol/stake/attendance.ts'
import { hasBit, withBits } from '../../src/protocol/stake/bitmap.ts'
import { NO_CLAIM, type Silence, voteTarget } from '../../src/protocol/stake/leak.ts'
import type { StakeParams } from '../../src/protocol/stake/params.ts'
import { epochOf } from '../../src/protocol/stake/schedule.ts'
import type { RecentBlock } from '../../src/protocol/stake/state.ts'
import type { StakeLedgerState } from './stake-state.ts'

/** Heights whose precommits are kept: as long as any network lets votes be late. */
const HEIGHTS = 8
/** Precommits of one validator and height that are kept: it may have said nil in some rounds before. */
const VOTES_EACH = 4

/** Verified precommits of the last heights, in the memory of one process. */
export class VoteBox {
  #votes: readonly Vote[] = []

  get votes(): readonly Vote[] {
    return this.#votes
  }

  /** @param final height of the node's last block. @param holds whether the signature does, asked only where it matters */
  hear(vote: Vote, final: number, holds: (vote: Vote) => boolean): void {
    const { kind, height, round, blockId, validator } = vote
    if (kind !== 'precommit' || height <= final - HEIGHTS || height > final + 1) return
    const others = this.#votes.filter((one) => one.height === height && one.validator === validator)
    if (others.length >= VOTES_EACH) return
    if (others.some((one) => one.round === round && sameBlock(one.blockId, blockId))) return
    if (!holds(vote)) return
    this.#votes = [...this.#votes.filter((one) => one.height > final - HEIGHTS), vote]
  }
}

/** A block that may still be reported on, and what decided it. */
export type OpenBlock = RecentBlock & { readonly silence: Silence }

/** Blocks that late votes in the block after `parent` may be of, that block's own certificate counted. */
export function openBlocks(
  { height, id, stake: { epoch }, silences }: StakeLedgerState,
  certificate: Certificate,
  params: StakeParams,
): OpenBlock[] {
  if (height === 0 || epochOf(height, params) !== epoch.number) return []
  const before = epoch.recent
    .filter((block) => block.height > height - params.lateBlocks)
    .map((block) => ({ ...block, silence: silences[block.height]! }))
  const last = { height, blockId: id, present: certificate.bitmap, silence: silenceOf(certificate) }
  return [...before, last]
}

/** The claim a vote for the block must have been given with: of other rounds than the deciding one it is not known. */
function claimIn(round: number, silence: Silence): Uint8Array {
  return round === silence.round ? silence.claim : NO_CLAIM
}

/** Whether a vote of a block's height shows that its validator was there: one for nothing does, one for another block not. */
export function showsPresence(
  { round, blockId: target }: Vote,
  { blockId, silence }: Pick<OpenBlock, 'blockId' | 'silence'>,
): boolean {
  return target === undefined || sameBlock(target, voteTarget(blockId, claimIn(round, silence)))
}

/** The votes of `heard` that are not counted yet, as many groups as a block may carry. */
export function joinLateVotes(
  open: readonly OpenBlock[],
  heard: readonly Vote[],
  aggregate: (signatures: readonly Uint8Array[]) => Uint8Array,
  { lateBlocks }: Pick<StakeParams, 'lateBlocks'>,
): LateVotes[] {
  const groups: LateVotes[] = []
  for (const block of open) {
    const { height, present, silence } = block
    const missing = heard
      .filter((vote) => vote.height === height && !hasBit(present, vote.validator))
      .filter((vote) => showsPresence(vote, block))
      .sort((a, b) => a.round - b.round || Number(!a.blockId) - Number(!b.blockId))
    const taken = new Set<number>()
    while (groups.length < lateBlocks) {
      const first = missing.find(({ validator }) => !taken.has(validator))
      if (!first) break
      const forBlock = first.blockId !== undefined
      const votes = missing.filter((vote) => {
        const joins = vote.round === first.round && (vote.blockId !== undefined) === forBlock
        return joins && !taken.has(vote.validator)
      })
      for (const { validator } of votes) taken.add(validator)
      groups.push({
        ...{ height, round: first.round, forBlock },
        claim: forBlock ? claimIn(first.round, silence) : NO_CLAIM,
        bitmap: withBits(
          present.length * 8,
          votes.map(({ validator }) => validator),
        ),
        signature: aggregate(votes.map(({ signature }) => signature)),
      })
    }
  }
  return groups
}
