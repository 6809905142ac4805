/** Shows what it sends to some only: proposals, and in part of the runs votes as well. Its blocks leave a rival's votes out. */
import type { Behaviour, Tools } from '../behaviour.ts'
import { leaveOut, rivalOf } from './leave-out.ts'

export function censor({ world, node, chance }: Tools): Behaviour {
  const alsoVotes = chance.happens(0.5)
  let height = 0
  let favoured: ReadonlySet<number> = new Set()
  const rival = rivalOf(world.config)
  return {
    reports: (place) => leaveOut(rival, world, node.state, place),
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
