/** What is used of gossipsub beyond its public interface, in the version that package.json pins. */
import type { GossipSub, TopicValidatorResult } from '@libp2p/gossipsub'
import type { PeerId as LibP2pPeerId } from '@libp2p/interface'

export type GossipRpc = {
  readonly subscriptions?: readonly unknown[] | undefined
  readonly messages?:
    | readonly { readonly topic: string; readonly data?: Uint8Array | undefined }[]
    | undefined
  /** Lists of what is said about messages and meshes, by kind. */
  readonly control?: Readonly<Record<string, readonly unknown[] | undefined>> | undefined
}

/** A packet that has not been decoded. */
export type Packet = { readonly byteLength: number }

/** A packet that says which messages need not be sent here. */
export type Unwanted = {
  readonly subscriptions: []
  readonly messages: []
  readonly control: Record<'graft' | 'prune' | 'ihave' | 'iwant', never[]> & {
    readonly idontwant: { readonly messageIDs: Uint8Array[] }[]
  }
}

export type GossipInside = GossipSub & {
  /** The peers that messages are passed on to, by topic. */
  readonly mesh: ReadonlyMap<string, ReadonlySet<string>>
  /** Peers that get everything, beside the mesh. */
  readonly direct: Set<string>
  readonly streamsOutbound: ReadonlyMap<string, unknown>
  getMeshPeers(topic: string): string[]
  reportMessageValidationResult(id: string, from: string, result: TopicValidatorResult): void
  /** Decodes packets as they come over a stream, and hands on those that are in order. */
  pipePeerReadStream(from: LibP2pPeerId, packets: AsyncIterable<Packet>): Promise<void>
  /** Every packet that comes in. */
  handleReceivedRpc(from: LibP2pPeerId, rpc: GossipRpc): Promise<void>
  /** Every packet that goes out; false when it did not. */
  sendRpc(to: string, rpc: GossipRpc): boolean
  /** Says to the mesh of a topic that a message came from `source` and need not come again. */
  sendIDontWants(id: Uint8Array, topic: string, source: string): void
}

/** @throws TypeError when gossipsub is another version than this was written for. */
export function insideOf(gossip: GossipSub): GossipInside {
  const inside = gossip as GossipInside
  const functions = [
    inside.getMeshPeers,
    inside.reportMessageValidationResult,
    inside.pipePeerReadStream,
    inside.handleReceivedRpc,
    inside.sendRpc,
    inside.sendIDontWants,
  ]
  const collections = [inside.mesh, inside.direct, inside.streamsOutbound]
  if (
    functions.some((found) => typeof found !== 'function') ||
    collections.some((found) => found === undefined)
  ) {
    throw new TypeError('this version of gossipsub is built differently')
  }
  return inside
}
