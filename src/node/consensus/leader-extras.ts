/**
 * What this validator adds to the blocks that it leads, beside transactions: votes that came late, contradictions it has seen,
 * and the proof that ends an award's draw.
 */
import { type BlockExtras, MAX_EVIDENCE } from '../../protocol/block-extras.ts'
import { memberIndex, type StakeState } from '../../protocol/stake/state.ts'
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
      evidence: told.slice(0, MAX_EVIDENCE).map(({ evidence }) => evidence),
      award: poster && prover?.proofFor(stake, poster),
    }
  }

  /** The head is a new block. */
  committed(): void {
    this.#prove()
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
