/** Sends everything, but late: about when the others give up waiting. */
import { MILLISECOND } from '../agenda.ts'
import type { Behaviour, Tools } from '../behaviour.ts'

export function late({ chance }: Tools): Behaviour {
  const longest = chance.pick([300, 800, 3_000])
  return {
    outgoing: (message) => [{ message, delay: chance.below(longest) * MILLISECOND }],
  }
}
