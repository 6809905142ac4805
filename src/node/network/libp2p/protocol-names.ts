/** How the protocols and topics of one chain are called: each name carries the chain, so that networks never mix. */
import { toHex } from '../../../protocol/bytes.ts'
import type { Subject } from '../requests.ts'

/** What is passed on by gossip, each with a mesh of its own. */
export const TOPICS = ['transactions', 'proposals', 'votes', 'evidence'] as const
export type Topic = (typeof TOPICS)[number]

/** What goes to one neighbour over a stream that stays open. */
export const DIRECT_KINDS = ['consensus', 'transactions', 'stem'] as const
export type DirectKind = (typeof DIRECT_KINDS)[number]

export const SUBJECTS: readonly Subject[] = ['headers', 'blocks', 'transactions', 'snapshot']

export type ProtocolNames = {
  /** Without slashes at its ends, as libp2p takes prefixes. */
  readonly prefix: string
  readonly hello: string
  readonly dht: string
  /** The service by which nodes of a local network find each other, for mDNS. */
  readonly mdns: string
  readonly topics: Readonly<Record<Topic, string>>
  direct(kind: DirectKind): string
  ask(subject: Subject): string
}

/** @param chainId 32 bytes; the first eight are in the names */
export function protocolNames(chainId: Uint8Array): ProtocolNames {
  const chain = toHex(chainId.subarray(0, 8))
  const prefix = `stegos/${chain}`
  const topic = (name: Topic) => `/${prefix}/${name}/1`
  return {
    prefix,
    hello: `/${prefix}/hello/1`,
    dht: `/${prefix}/kad/1`,
    mdns: `_stegos-${chain}._udp.local`,
    topics: {
      transactions: topic('transactions'),
      proposals: topic('proposals'),
      votes: topic('votes'),
      evidence: topic('evidence'),
    },
    direct: (kind) => `/${prefix}/direct/${kind}/1`,
    ask: (subject) => `/${prefix}/ask/${subject}/1`,
  }
}
