/**
 * Signs twice where nobody sees it and keeps the rules otherwise. Much later it tells on itself in its own blocks, in any order: what
 * is told first must not hide what is worse.
 */
import type { Evidence } from '../../../src/protocol/consensus/messages.ts'
import type { Behaviour, Tools } from '../behaviour.ts'

const MOST_KEPT = 32

export function confessor({ world, node, chance, forger }: Tools): Behaviour {
  const kept = new Map<string, Evidence>()
  const share = chance.pick([0.1, 0.5])
  /** Blocks between its first contradiction and the day that it tells. */
  const patience = chance.whole(0, 15)
  return {
    outgoing(message) {
      if (message.type === 'vote' && kept.size < MOST_KEPT) {
        const { kind, height, round, blockId } = message.vote
        const slot = `${kind} ${height}/${round}`
        if (height === node.state.height + 1 && !kept.has(slot) && chance.happens(share)) {
          const other = blockId ? undefined : world.app.genesis.id
          const second = forger.vote({ kind, height, round, blockId: other })
          if (second.type === 'vote')
            kept.set(slot, { type: 'votes', first: message.vote, second: second.vote })
        }
      }
      return [{ message, delay: 0 }]
    },
    reports(place) {
      const [first] = kept.values()
      const { votes, evidence } = place.known ?? { votes: [], evidence: [] }
      if (!first || node.state.height < first.first.height + patience) return place
      const told = chance.some([...kept.values()], 2)
      return { ...place, known: { votes, evidence: [...told, ...evidence] } }
    },
  }
}
