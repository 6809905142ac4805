/**
 * Precommits of the last heights, one for each validator: those whom a certificate leaves out are counted as present all the
 * same once a block includes them. Also where the own certificate has a vote it is kept, since the leader of the next block
 * may come with another one.
 */
import { type Evidence, sameBlock, type Vote } from '../../protocol/consensus/messages.ts'
import type { LateVotes } from '../../protocol/stake/attendance.ts'
import { hasBit, withBits } from '../../protocol/stake/bitmap.ts'
import { NO_CLAIM, type Silence, voteTarget } from '../../protocol/stake/leak.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import { epochOf } from '../../protocol/stake/schedule.ts'
import type { EpochState } from '../../protocol/stake/state.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'

/** A height that is over, and what it was decided by. */
export type DecidedHeight = {
  readonly height: number
  readonly blockId: Uint8Array
  /** Round and claim of a certificate of it. */
  readonly silence: Silence
  readonly validators: ValidatorSet
}

/** The block that is to carry late votes: what counts before it, and the certificate that it carries. */
export type CarryingBlock = {
  readonly height: number
  readonly epoch: Pick<EpochState, 'number' | 'recent'>
  /** Bitmap of the certificate of the block before. */
  readonly bitmap: Uint8Array
}

/** Late votes whose signatures have not been joined yet. */
export type LateVoteGroup = Omit<LateVotes, 'signature'> & { readonly signatures: readonly Uint8Array[] }

type Decided = DecidedHeight & {
  /** By position, the vote that is worth most. */
  readonly votes: (Vote | undefined)[]
  /** Validators that are known to have contradicted themselves. */
  readonly accused: Set<number>
}

/** What a vote is worth: nothing, or the higher the more surely its group finds room in a block. */
const WORTH = { block: 4, nothing: 3, blockElsewhere: 2, nothingElsewhere: 1, none: 0 } as const

export class LateVotePool {
  readonly #params: Pick<StakeParams, 'lateBlocks' | 'epochBlocks'>
  /** Ascending, without gaps. */
  #heights: readonly Decided[] = []
  /** Verified votes of the height that is being stored. */
  #early: readonly Vote[] = []
  readonly #maxEarly: number

  /** @param limits.lateVotesHeld verified votes that are kept while their block is being stored. */
  constructor(params: Pick<StakeParams, 'lateBlocks' | 'epochBlocks'>, limits: { lateVotesHeld: number }) {
    this.#params = params
    this.#maxEarly = limits.lateVotesHeld
  }

  /** A height is over. @param votes verified precommits of it @returns what contradicts itself */
  decide(decided: DecidedHeight, votes: readonly Vote[]): Evidence[] {
    const { height, validators } = decided
    const follows = this.#heights.at(-1)?.height === height - 1
    const added: Decided = {
      ...decided,
      votes: new Array<undefined>(validators.length).fill(undefined),
      accused: new Set(),
    }
    this.#heights = [...(follows ? this.#heights : []), added].slice(-this.#params.lateBlocks)
    const early = this.#early
    this.#early = []
    // One by one in this order: the replica has told of contradictions among the first.
    for (const vote of votes) this.#keep(added, vote)
    return early.flatMap((vote) => this.add(vote) ?? [])
  }

  /** Who decided a height; undefined for one that is too old. */
  validatorsAt(asked: number): ValidatorSet | undefined {
    return this.#heights.find(({ height }) => height === asked)?.validators
  }

  /** The key of whoever is to have signed, if it is worth verifying: it would be counted, or shows a contradiction. */
  keyFor(vote: Vote): Uint8Array | undefined {
    const decided = this.#heights.find(({ height }) => height === vote.height)
    const key = decided?.validators[vote.validator]?.publicKey
    return decided && key && (improves(decided, vote) || contradicts(decided, vote)) ? key : undefined
  }

  /**
   * Takes a vote whose signature holds. One of the height that is being stored is kept until that is done.
   * @returns the contradiction between it and the vote kept before
   */
  add(vote: Vote): Evidence | undefined {
    const newest = this.#heights.at(-1)?.height
    if (newest === undefined || vote.height === newest + 1) {
      if (this.#early.length < this.#maxEarly) this.#early = [...this.#early, vote]
      return undefined
    }
    const decided = this.#heights.find(({ height }) => height === vote.height)
    if (!decided || vote.validator >= decided.validators.length) return undefined
    const first = decided.votes[vote.validator]
    const evidence: Evidence | undefined =
      first && contradicts(decided, vote) ? { type: 'votes', first, second: vote } : undefined
    if (evidence) decided.accused.add(vote.validator)
    this.#keep(decided, vote)
    return evidence
  }

  /** What a block may carry of those whom nobody has counted yet, ascending. */
  groupsFor(block: CarryingBlock): LateVoteGroup[] {
    const { lateBlocks } = this.#params
    const groups = this.#heights.flatMap((decided) => {
      const present = this.#presentIn(decided, block)
      return present ? groupsOf(decided, present) : []
    })
    // Those of the deciding rounds always find room: of each kind there is one at most for each height.
    const chosen = groups.sort((a, b) => b.worth - a.worth || a.votes.height - b.votes.height)
    return chosen
      .slice(0, lateBlocks)
      .map(({ votes }) => votes)
      .sort(inOrder)
  }

  #keep(decided: Decided, vote: Vote): void {
    if (improves(decided, vote)) decided.votes[vote.validator] = vote
  }

  /** Who counts as present at a height, before the late votes of this block; undefined when nobody can be added any more. */
  #presentIn({ height }: Decided, { height: now, epoch, bitmap }: CarryingBlock): Uint8Array | undefined {
    const { lateBlocks } = this.#params
    if (height < now - lateBlocks || epochOf(height, this.#params) !== epoch.number) return undefined
    if (height === now - 1) return bitmap
    return epoch.recent.find((recent) => recent.height === height)?.present
  }
}

function worthOf({ blockId, silence }: DecidedHeight, vote: Vote): number {
  const here = vote.round === silence.round
  if (vote.blockId === undefined) return here ? WORTH.nothing : WORTH.nothingElsewhere
  // What was claimed in other rounds is not known any more.
  if (!sameBlock(vote.blockId, voteTarget(blockId, here ? silence.claim : NO_CLAIM))) return WORTH.none
  return here ? WORTH.block : WORTH.blockElsewhere
}

function improves(decided: Decided, vote: Vote): boolean {
  const known = decided.votes[vote.validator]
  return worthOf(decided, vote) > (known ? worthOf(decided, known) : WORTH.none)
}

function contradicts({ votes, accused }: Decided, vote: Vote): boolean {
  const known = votes[vote.validator]
  if (!known || known.round !== vote.round || accused.has(vote.validator)) return false
  return !sameBlock(known.blockId, vote.blockId)
}

/** The votes of who is not present, by round and by whether they are for the block. */
function groupsOf(decided: Decided, present: Uint8Array): { worth: number; votes: LateVoteGroup }[] {
  const { height, silence, votes } = decided
  const absent = votes.filter((vote) => vote !== undefined && !hasBit(present, vote.validator)) as Vote[]
  const byChoice = Map.groupBy(absent, ({ round, blockId }) => `${round}/${blockId !== undefined}`)
  return [...byChoice.values()].map((group) => {
    const { round, blockId } = group[0]!
    const forBlock = blockId !== undefined
    return {
      worth: worthOf(decided, group[0]!),
      votes: {
        ...{ height, round, forBlock },
        claim: forBlock && round === silence.round ? silence.claim : NO_CLAIM,
        bitmap: withBits(
          votes.length,
          group.map(({ validator }) => validator),
        ),
        signatures: group.map(({ signature }) => signature),
      },
    }
  })
}

/** As a block has them: by height, by round, those for the block first. */
function inOrder(left: LateVoteGroup, right: LateVoteGroup): number {
  return (
    left.height - right.height || left.round - right.round || Number(right.forBlock) - Number(left.forBlock)
  )
}
