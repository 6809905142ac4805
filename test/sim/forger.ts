/** Signed messages that no replica would make. */
import type { ConsensusMessage, Proposal, Vote } from '../../src/protocol/consensus/messages.ts'
import { NO_CLAIM } from '../../src/protocol/stake/leak.ts'
import type { Sign } from './signer.ts'
import type { World } from './world.ts'

export class Forger {
  readonly #world: World
  readonly #validator: number
  readonly #sign: Sign

  constructor(world: World, validator: number) {
    this.#world = world
    this.#validator = validator
    this.#sign = world.signatures.signer(validator)
  }

  vote(vote: Pick<Vote, 'kind' | 'height' | 'round' | 'blockId'>): ConsensusMessage {
    const message = this.#world.code.messages.voteMessage(this.#world.chainId, vote)
    return {
      type: 'vote',
      vote: { ...vote, validator: this.#validator, signature: this.#sign(message) },
    }
  }

  /** A proposal of `block`. */
  proposal(
    place: Pick<Proposal, 'height' | 'round' | 'validRound'> &
      Partial<Pick<Proposal, 'claim' | 'validClaim'>>,
    block: Uint8Array,
  ): ConsensusMessage {
    const { height, round, validRound, claim = NO_CLAIM, validClaim = NO_CLAIM } = place
    const header = { height, round, validRound, claim, validClaim, blockId: this.#world.app.id(block) }
    const message = this.#world.code.messages.proposalMessage(this.#world.chainId, header)
    return {
      type: 'proposal',
      proposal: { ...header, block, validator: this.#validator, signature: this.#sign(message) },
    }
  }
}
