/**
 * Claims that others are silent who are not: as leader of a late round it shows each half of the others another claim, and
 * votes for both. Where nobody believes it, it has shown two proposals and two votes, and is blamed.
 */
import { type ConsensusMessage, type Proposal, targetOf } from '../../../src/protocol/consensus/messages.ts'
import { withBits } from '../../../src/protocol/stake/bitmap.ts'
import { type Behaviour, isSecondHalf, type Tools } from '../behaviour.ts'

export function slanderer({ world, node, chance, forger }: Tools): Behaviour {
  const { roles, silenceRules } = world.config
  const told = new Map<string, readonly [ConsensusMessage, ConsensusMessage]>()
  /** In part of the runs it leaves out who is really silent, so that its claims are half true. */
  const victims = chance.some([...roles.keys()], chance.whole(1, roles.length - 1))

  const slander = (proposal: Proposal, add: readonly number[]): ConsensusMessage => {
    const claimed = new Set([...add, ...(chance.happens(0.5) ? bits(proposal.claim) : [])])
    const { length } = node.state.validators
    const claim = withBits(
      length,
      [...claimed].filter((one) => one < length),
    )
    return forger.proposal({ ...proposal, claim }, proposal.block)
  }

  const stories = (proposal: Proposal): readonly [ConsensusMessage, ConsensusMessage] => {
    const place = `${proposal.height}/${proposal.round}`
    const known = told.get(place)
    if (known) return known
    const first = slander(proposal, victims)
    const honest: ConsensusMessage = { type: 'proposal', proposal }
    const second = chance.happens(0.5) ? honest : slander(proposal, chance.some(victims, 1))
    const both = [first, second] as const
    told.set(place, both)
    return both
  }

  /** Both votes for what a leader asks for, whatever it claims. */
  const support = (proposal: Proposal, to: number): void => {
    const { height, round } = proposal
    for (const kind of ['prevote', 'precommit'] as const) {
      node.send(forger.vote({ kind, height, round, blockId: targetOf(proposal) }), to)
    }
  }

  return {
    outgoing(message, to) {
      if (message.type !== 'proposal' || message.proposal.round <= silenceRules.leak[0]!.round)
        return [{ message, delay: 0 }]
      const shown = stories(message.proposal)[isSecondHalf(world, to) ? 1 : 0]
      if (shown.type === 'proposal') support(shown.proposal, to)
      return [{ message: shown, delay: 0 }]
    },
  }
}

function bits(claim: Uint8Array): number[] {
  return Array.from({ length: claim.length * 8 }, (_, i) => i).filter((i) => (claim[i >> 3]! >> (i & 7)) & 1)
}
