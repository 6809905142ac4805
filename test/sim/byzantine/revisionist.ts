/** As leader it proposes blocks of earlier rounds again and claims that two thirds had prevoted for them. */
import type { Behaviour, Tools } from '../behaviour.ts'
import { FalseClaims } from './false-claim.ts'

export function revisionist(tools: Tools): Behaviour {
  const claims = new FalseClaims(tools)
  return {
    believesAnything: true,
    heard(_from, message) {
      if (message.type === 'proposal') claims.hear(message.proposal)
    },
    outgoing: (message) => [
      { message: message.type === 'proposal' ? claims.instead(message) : message, delay: 0 },
    ],
  }
}
