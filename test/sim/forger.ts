/** Signed messages that no replica would make. */
import type { ConsensusMessage, Proposal, Vote } from '../../src/protocol/consensus/messages.ts'
import { NO_CLAIM } from '../../src/protocol/stake/leak.ts'
import type { SimNode } from './node.ts'
import type { Sign } from './signer.ts'
import type { World } from './world.ts'

export class Forger {
  readonly #world: World
  readonly #node: SimNode

  constructor(world: World, node: SimNode) {
    this.#world = world
    this.#node = node
  }

  /** Where it stands among the validators, and its key there; outside of the set it pretends. */
  get #seat(): { readonly validator: number; readonly sign: Sign } {
    const { state, validator } = this.#node
    const at = this.#world.positionOf(state, validator)
    const key = at === undefined ? validator! : state.keys[at]!
    return { validator: at ?? 0, sign: this.#world.signatures.signer(key) }
  }

  vote(vote: Pick<Vote, 'kind' | 'height' | 'round' | 'blockId'>): ConsensusMessage {
    const message = this.#world.code.messages.voteMessage(this.#world.chainId, vote)
    const { validator, sign } = this.#seat
    return { type: 'vote', vote: { ...vote, validator, signature: sign(message) } }
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
    const { validator, sign } = this.#seat
    return { type: 'proposal', proposal: { ...header, block, validator, signature: sign(message) } }
  }
}
