/**
 * Signs for every block it hears of, in every round, both kinds of vote: whoever misses votes for a block gets them here.
 * As leader it shows two blocks, one to each half.
 */
import { type ConsensusMessage, type Proposal, targetOf } from '../../../src/protocol/consensus/messages.ts'
import { MILLISECOND } from '../agenda.ts'
import { type Behaviour, isSecondHalf, type Tools } from '../behaviour.ts'

/** Blocks of one round it votes for. */
const MAX_BLOCKS = 4

export function accomplice({ world, node, chance, forger }: Tools): Behaviour {
  const seconds = new Map<string, ConsensusMessage>()
  const voted = new Map<string, number>()

  const second = (message: ConsensusMessage & { type: 'proposal' }): ConsensusMessage => {
    const { height, round } = message.proposal
    const slot = `${height}/${round}`
    let other = seconds.get(slot)
    if (other === undefined) {
      const build = () => world.app.build(node.state, node.place(round), chance.next)
      other =
        node.state.height + 1 === height
          ? forger.proposal({ height, round, validRound: -1 }, build())
          : message
      seconds.set(slot, other)
      if (other.type === 'proposal') support(other.proposal, (to) => isSecondHalf(world, to))
      support(message.proposal, (to) => !isSecondHalf(world, to))
    }
    return other
  }

  /** Both votes for a block, to those who are to believe in it. */
  const support = (proposal: Proposal, wanted: (to: number) => boolean): void => {
    const { height, round } = proposal
    const blockId = targetOf(proposal)
    const slot = `${height}/${round}`
    const count = (voted.get(slot) ?? 0) + 1
    if (count > MAX_BLOCKS) return
    voted.set(slot, count)
    for (const kind of ['prevote', 'precommit'] as const) {
      const message = forger.vote({ kind, height, round, blockId })
      for (let to = 0; to < world.nodeCount; to++) {
        if (to === node.index || !wanted(to)) continue
        const delay = chance.below(100) * MILLISECOND
        world.agenda.after(delay, () => node.alive && node.send(message, to))
      }
    }
  }

  const heard = new Set<string>()
  return {
    believesAnything: true,
    heard(_from, message) {
      if (message.type !== 'proposal') return
      const { height, round } = message.proposal
      const key = `${height}/${round} ${targetOf(message.proposal).join()}`
      if (heard.has(key)) return
      heard.add(key)
      support(message.proposal, () => true)
    },
    outgoing(message, to) {
      // Its replica's own votes would only take the place of those it signs for others.
      if (message.type === 'vote') return []
      if (message.type !== 'proposal') return [{ message, delay: 0 }]
      const other = second(message)
      return [{ message: isSecondHalf(world, to) ? other : message, delay: 0 }]
    },
  }
}
