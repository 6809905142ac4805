/** What comes before its time: a claim of silence that cannot have lasted so long yet, by this node's clock. */
import { readHeader } from '../../protocol/block.ts'
import { Reader } from '../../protocol/codec.ts'
import { isDue } from '../../protocol/consensus/due.ts'
import type { CertifiedMessage, Proposal } from '../../protocol/consensus/messages.ts'
import type { Chain } from '../chain/chain.ts'

/**
 * Whether a message for the height after the head does not count yet. A final block without a claim is never too early: more than
 * two thirds of the weight, by their clocks, stand for its time. Under a claim they may be few, so this node's own clock is asked as
 * well for the block that carries one.
 */
export function isTooEarly(
  message: CertifiedMessage | { readonly type: 'proposal'; readonly proposal: Omit<Proposal, 'signature'> },
  { state, params }: Pick<Chain, 'state' | 'params'>,
  now: number,
): boolean {
  if (!isDue(message, state.time, now, params.stake)) return true
  if (message.type === 'proposal') return false
  const { certificate, time } = readHeader(new Reader(message.block))
  return certificate.claim.length > 0 && time > now + params.maxTimeDrift
}
