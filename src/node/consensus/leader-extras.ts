/**
 * What this validator adds to the blocks that it leads, beside transactions: votes that came late, contradictions it has seen,
 * and the proof that ends an award's draw.
 */
import { type BlockExtras, MAX_EVIDENCE } from '../../protocol/block-extras.ts'
import { silenceOf } from '../../protocol/certificate.ts'
import type { Vote } from '../../protocol/consensus/messages.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { memberIndex, type StakeState } from '../../protocol/stake/state.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { AwardProver } from '../award/award-prover.ts'
import type { Chain } from '../chain/chain.ts'
import type { EvidencePool } from './evidence-pool.ts'
import type { LateVoteDesk } from './late-votes.ts'
import { punishable } from './punishable.ts'
import type { ValidatorKeys } from './validator-keys.ts'

export type LeaderExtrasModules = {
  readonly chain: Chain
  readonly lateVotes: LateVoteDesk
  readonly evidence: EvidencePool
  /** None where another machine works out the delays of awards. */
  readonly prover: AwardProver | undefined
}

export class LeaderExtras {
  readonly #keys: Pick<ValidatorKeys, 'find'>
  readonly #modules: LeaderExtrasModules

  constructor(keys: Pick<ValidatorKeys, 'find'>, modules: LeaderExtrasModules) {
    this.#keys = keys
    this.#modules = modules
    this.#prove()
  }

  /** What may be added to the block after the head. @throws StoreError */
  async next(): Promise<BlockExtras> {
    const { chain, lateVotes, evidence, prover } = this.#modules
    const { state, certificate } = chain
    const { stake, height } = state
    const told = await punishable(chain, evidence.all)
    const poster = operatorOf(stake, this.#keys)
    const block = { height: height + 1, epoch: stake.epoch, bitmap: certificate.bitmap }
    return {
      late: await lateVotes.lateVotesFor(block),
      evidence: told.slice(0, MAX_EVIDENCE),
      award: poster && prover?.proofFor(stake, poster),
    }
  }

  takeLate(vote: Vote, from: PeerId | undefined, verified: boolean): void {
    const { lateVotes } = this.#modules
    if (verified) lateVotes.takeVerified(vote)
    else if (from !== undefined) lateVotes.take(from, vote)
  }

  /**
   * The head is a new block. Resolves when evidence that is worth nothing any more is forgotten.
   * @param validators that decided it
   * @param precommits of its height that were counted here
   * @throws StoreError
   */
  async committed(validators: ValidatorSet, precommits: readonly Vote[]): Promise<void> {
    const { chain, lateVotes, evidence } = this.#modules
    const { state, certificate } = chain
    const { height, blockId } = state
    lateVotes.decide({ height, blockId, silence: silenceOf(certificate), validators }, precommits)
    this.#prove()
    if (evidence.all.length > 0)
      await evidence.prune(async (one) => (await punishable(chain, [one])).length > 0)
  }

  /** Only who is registered may lead one day, and has a key that the bounty is for. */
  #prove(): void {
    const { chain, prover } = this.#modules
    const { stake } = chain.state
    if (operatorOf(stake, this.#keys)) prover?.watch(stake)
  }
}

/**
 * The key that operates the validator which votes with one of `keys`, of two the one in the set; undefined when nobody has
 * registered any.
 */
function operatorOf(
  { epoch, records }: StakeState,
  keys: Pick<ValidatorKeys, 'find'>,
): Uint8Array | undefined {
  const own = records.filter(({ key }) => keys.find(key))
  return (own.find(({ id }) => memberIndex(epoch, id) >= 0) ?? own[0])?.operator
}
