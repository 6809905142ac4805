/**
 * What a node, validator or not, has seen of the validators beside what made blocks final: precommits that came late, and
 * contradictions. Leaders put it into blocks, and everybody passes it on to them.
 */
import { silenceOf } from '../../protocol/certificate.ts'
import type { Vote } from '../../protocol/consensus/messages.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { Chain } from '../chain/chain.ts'
import type { NodeLimits } from '../limits.ts'
import type { Store } from '../store.ts'
import { EvidenceDesk, type EvidenceDeskLimits, type EvidenceDeskModules } from './evidence-desk.ts'
import { EvidencePool } from './evidence-pool.ts'
import { LateVoteDesk } from './late-votes.ts'
import { punishable } from './punishable.ts'

export type WitnessModules = Omit<EvidenceDeskModules, 'pool' | 'chain'> & {
  readonly chain: Chain
  readonly store: Store
  /** Told of what ends this node. */
  readonly onFailure: (error: unknown) => void
}

export type WitnessLimits = EvidenceDeskLimits & Pick<NodeLimits, 'lateVotesHeld' | 'peerLateVotes'>

export class Witness {
  readonly lateVotes: LateVoteDesk
  readonly evidence: EvidenceDesk
  readonly pool: EvidencePool
  readonly #chain: Chain

  private constructor(
    { chain, ...modules }: WitnessModules,
    pool: EvidencePool,
    limits: WitnessLimits,
    signal: AbortSignal,
  ) {
    const evidence = new EvidenceDesk({ ...modules, chain, pool }, limits, signal)
    const options = { chainId: chain.state.chainId, params: chain.params.stake, limits, signal }
    this.#chain = chain
    this.pool = pool
    this.evidence = evidence
    this.lateVotes = new LateVoteDesk(options, {
      ...modules,
      onEvidence: (one, validators) => void evidence.found(one, validators).catch(modules.onFailure),
    })
  }

  /** @throws StoreError */
  static async open(modules: WitnessModules, limits: WitnessLimits, signal: AbortSignal): Promise<Witness> {
    return new Witness(modules, await EvidencePool.open(modules.store, limits), limits, signal)
  }

  /**
   * The head is a new block. Resolves when evidence that is worth nothing any more is forgotten.
   * @param validators that decided it
   * @param precommits of its height that were counted here
   * @throws StoreError
   */
  async committed(validators: ValidatorSet, precommits: readonly Vote[]): Promise<void> {
    const { state, certificate } = this.#chain
    const { height, blockId } = state
    this.lateVotes.decide({ height, blockId, silence: silenceOf(certificate), validators }, precommits)
    if (this.pool.all.length === 0) return
    await this.pool.prune(async (one) => (await punishable(this.#chain, [one])).length > 0)
  }
}
