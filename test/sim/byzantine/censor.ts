/** Shows what it sends to some only: proposals, and in part of the runs votes as well. */
import type { Behaviour, Tools } from '../behaviour.ts'

export function censor({ world, chance }: Tools): Behaviour {
  const alsoVotes = chance.happens(0.5)
  let height = 0
  let favoured: ReadonlySet<number> = new Set()
  return {
    outgoing(message, to) {
      if (message.type !== 'proposal' && !(alsoVotes && message.type === 'vote'))
        return [{ message, delay: 0 }]
      const now = message.type === 'proposal' ? message.proposal.height : message.vote.height
      if (now !== height) {
        height = now
        const nodes = Array.from({ length: world.nodeCount }, (_, i) => i)
        favoured = new Set(chance.some(nodes, chance.below(nodes.length)))
      }
      return favoured.has(to) ? [{ message, delay: 0 }] : []
    },
  }
}
