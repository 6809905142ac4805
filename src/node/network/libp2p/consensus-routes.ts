/** Which way each message of consensus goes, by its first byte (docs/protocol.md, section 6). */
import type { Topic } from './protocol-names.ts'

/** A topic, or to all neighbours, who do not pass it on by themselves. */
export type Route = Topic | 'neighbours'

const ROUTES: readonly Route[] = [
  'votes', // 0: vote
  'proposals', // 1: proposal
  'neighbours', // 2: status
  'neighbours', // 3: request
  'neighbours', // 4: certified
  'proposals', // 5: proposal in brief
  'neighbours', // 6: certified in brief
  'evidence', // 7: evidence
]

export function routeOf(bytes: Uint8Array): Route {
  return ROUTES[bytes[0] ?? ROUTES.length] ?? 'neighbours'
}
