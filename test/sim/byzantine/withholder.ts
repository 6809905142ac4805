/** Keeps its votes or proposals to itself, always or sometimes. */
import type { Behaviour, Tools } from '../behaviour.ts'

export function withholder({ chance }: Tools): Behaviour {
  const votes = chance.pick([0, 0.5, 1])
  const proposals = chance.pick([0, 0.5, 1])
  const precommitsOnly = chance.happens(0.3)
  return {
    outgoing(message) {
      const kept =
        message.type === 'vote'
          ? (!precommitsOnly || message.vote.kind === 'precommit') && chance.happens(votes)
          : message.type === 'proposal' && chance.happens(proposals)
      return kept ? [] : [{ message, delay: 0 }]
    },
  }
}
