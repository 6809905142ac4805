/** Whether it is time for the claims of silence that a message comes with. */
import { silenceOf } from '../certificate.ts'
import type { Silence } from '../stake/leak.ts'
import type { StakeParams } from '../stake/params.ts'
import { claimableFrom } from '../stake/silence-time.ts'
import type { CertifiedMessage, Proposal } from './messages.ts'

type Claims = Pick<Proposal, 'round' | 'claim' | 'validRound' | 'validClaim'>
/** All that claims come with. Votes only name them. */
type Claiming =
  | { readonly type: 'proposal'; readonly proposal: Claims }
  | Pick<CertifiedMessage, 'type' | 'certificate'>

/**
 * Whether those who are claimed silent can have been so for as many rounds as is said, by the clock of whoever asks. Where that
 * is not so nothing is wrong with the message for good: clocks differ. It just does not count yet.
 * @param began time of the last final block, milliseconds
 * @param now this node's clock, milliseconds
 */
export function isDue(
  message: Claiming,
  began: number,
  now: number,
  params: Pick<StakeParams, 'leak' | 'silentRound'>,
): boolean {
  return silencesIn(message).every((silence) => claimableFrom(silence, began, params) <= now)
}

function silencesIn(message: Claiming): Silence[] {
  if (message.type === 'certified') return [silenceOf(message.certificate)]
  const { round, claim, validRound, validClaim } = message.proposal
  return [
    { round, claim },
    { round: validRound, claim: validClaim },
  ]
}
