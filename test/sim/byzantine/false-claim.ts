/** A block of an earlier round proposed again, with the claim that two thirds had prevoted for it, which they had not. */
import type { ConsensusMessage, Proposal } from '../../../src/protocol/consensus/messages.ts'
import type { Tools } from '../behaviour.ts'

type ProposalMessage = ConsensusMessage & { type: 'proposal' }

export class FalseClaims {
  readonly #tools: Tools
  #known: Proposal[] = []
  #told: { readonly place: string; readonly message: ConsensusMessage } | undefined

  constructor(tools: Tools) {
    this.#tools = tools
  }

  /** Blocks it hears of are what it can propose again. */
  hear(proposal: Proposal): void {
    if (this.#known[0]?.height !== proposal.height) this.#known = []
    this.#known.push(proposal)
  }

  /** The claim instead of an own proposal, the same every time; the proposal itself where nothing can be claimed. */
  instead(message: ProposalMessage): ConsensusMessage {
    const { height, round } = message.proposal
    const place = `${height}/${round}`
    if (this.#told?.place !== place) {
      this.#told = { place, message: this.#claim(message) }
      this.hear(message.proposal)
    }
    return this.#told.message
  }

  #claim(message: ProposalMessage): ConsensusMessage {
    const { chance, forger, world } = this.#tools
    const { height, round } = message.proposal
    const earlier = this.#known.filter((proposal) => proposal.height === height && proposal.round < round)
    if (earlier.length === 0) return message
    const { block } = chance.pick(earlier)
    const first = world.app.round(block) ?? 0
    // The later the claimed round, the more locks would have to give way.
    const validRound = chance.happens(0.7) ? round - 1 : chance.whole(first, round - 1)
    return forger.proposal({ height, round, validRound }, block)
  }
}
