/**
 * Messages of the height after the one being decided. Their validators are not known yet, so neither are their signatures
 * verified: for each claimed position the newest of each kind is kept. Whoever crowds out an honest message by that delays
 * it until its sender repeats it.
 */
import type { ProposalMessage, VoteMessage } from './messages.ts'
import type { PeerId } from './replica-io.ts'

export type Held = { readonly from: PeerId; readonly message: VoteMessage | ProposalMessage }

export type NextHeight = {
  readonly prevotes: readonly (Held | undefined)[]
  readonly precommits: readonly (Held | undefined)[]
  readonly proposals: readonly Held[]
}

export const NOTHING_HELD: NextHeight = { prevotes: [], precommits: [], proposals: [] }

/** As many positions as the bitmap of a certificate has. */
const MAX_VALIDATORS = 4_096

/** Keeps a message. @param maxProposals when there are more, the oldest goes. */
export function hold(next: NextHeight, held: Held, maxProposals: number): NextHeight {
  const { message } = held
  if (message.type === 'proposal')
    return { ...next, proposals: [...next.proposals, held].slice(-maxProposals) }
  const { kind, validator } = message.vote
  if (validator >= MAX_VALIDATORS) return next
  return kind === 'prevote'
    ? { ...next, prevotes: replace(next.prevotes, validator, held) }
    : { ...next, precommits: replace(next.precommits, validator, held) }
}

/** All that is kept; proposals first, because the votes are for them. */
export function allHeld({ proposals, prevotes, precommits }: NextHeight): Held[] {
  return [...proposals, ...prevotes, ...precommits].filter((held) => held !== undefined)
}

function replace(all: readonly (Held | undefined)[], at: number, held: Held): (Held | undefined)[] {
  const changed = all.slice()
  while (changed.length < at) changed.push(undefined)
  changed[at] = held
  return changed
}
