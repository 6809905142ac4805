/** Messages by gossip: who is let into it, what is told of each message that comes, and what becomes of one nobody hears. */
import type { GossipsubMessage, TopicValidatorResult } from '@libp2p/gossipsub'
import type { PeerId as LibP2pPeerId } from '@libp2p/interface'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import type { Logger } from '../../logger.ts'
import type { Listener, Verdict } from '../channel.ts'
import type { Counts } from './counts.ts'
import type { GossipAllowance } from './gossip-allowance.ts'
import type { GossipInside, GossipRpc, Packet, Unwanted } from './gossip-inside.ts'
import type { Neighbours } from './neighbours.ts'
import { type ProtocolNames, TOPICS, type Topic } from './protocol-names.ts'
import type { Offend } from './reputation.ts'
import { cut } from './streams.ts'

export type GossipModules = {
  readonly gossip: GossipInside
  readonly neighbours: Neighbours
  readonly allowance: GossipAllowance
  readonly clock: Clock
  readonly logger: Logger
  readonly counts: Counts
  readonly offend: Offend
  /** Told of a peer that was first with a message that was accepted. */
  readonly onUseful: (peer: PeerId) => void
}

export type GossipOptions = {
  readonly names: ProtocolNames
  /** Bytes of a message, at most, by topic. */
  readonly maxLengths: Readonly<Record<Topic, number>>
  /** Whether a message is one of its topic, by its first bytes. */
  readonly fits: (topic: Topic, bytes: Uint8Array) => boolean
}

/** Messages that nobody was there for. */
const OUTBOX = { messages: 256, bytes: 16 << 20, age: 30_000 }
/** Checks in a row without gossip to a neighbour, after which its connection is ended. */
const DEAD_CHECKS = 15
/** Checks in a row without anybody in a mesh, after which it is told. */
const MESHLESS_CHECKS = 15

type Waiting = { readonly topic: Topic; readonly bytes: Uint8Array; readonly since: number }

export class GossipTopics {
  readonly #options: GossipOptions
  readonly #modules: GossipModules
  readonly #listeners: Record<Topic, Set<Listener>> = {
    transactions: new Set(),
    proposals: new Set(),
    votes: new Set(),
    evidence: new Set(),
  }
  readonly #topicOf: ReadonlyMap<string, Topic>
  readonly #outbox: Waiting[] = []
  #outboxBytes = 0
  /** Checks in a row at which gossip to a neighbour was dead. */
  readonly #deadFor = new Map<PeerId, number>()
  #meshlessFor = 0

  constructor(options: GossipOptions, modules: GossipModules) {
    this.#options = options
    this.#modules = modules
    const { topics } = options.names
    this.#topicOf = new Map(TOPICS.map((topic) => [topics[topic], topic]))
    const { gossip } = modules
    for (const topic of TOPICS) {
      gossip.topicValidators.set(topics[topic], (from, { data }) => this.#admit(topic, from.toString(), data))
    }
    gossip.addEventListener('gossipsub:message', ({ detail }) => this.#heard(detail))
    this.#watchPackets(gossip)
    this.#tellDirectPeers(gossip)
  }

  /** Subscribes to all topics. */
  listen(): void {
    for (const topic of TOPICS) this.#modules.gossip.subscribe(this.#options.names.topics[topic])
  }

  onMessage(topic: Topic, listener: Listener): () => void {
    this.#listeners[topic].add(listener)
    return () => this.#listeners[topic].delete(listener)
  }

  /**
   * To all who listen. Waits a while when nobody is there.
   * @returns false when it does not go that way: it is too long, or was said a moment ago
   */
  async publish(topic: Topic, bytes: Uint8Array): Promise<boolean> {
    if (bytes.length > this.#options.maxLengths[topic]) return false
    const outcome = await this.#tryTo(topic, bytes)
    if (outcome === 'unheard') {
      this.#modules.counts.unheard += 1
      this.#keep({ topic, bytes, since: this.#modules.clock.now() })
    }
    return outcome !== 'refused'
  }

  /** Peers in the mesh of a topic, and those that get everything anyway. */
  meshSize(topic: Topic): number {
    const { gossip } = this.#modules
    const reached = new Set(gossip.getMeshPeers(this.#options.names.topics[topic]))
    for (const peer of gossip.direct) if (gossip.streamsOutbound.has(peer)) reached.add(peer)
    return reached.size
  }

  /** Says again what nobody heard, and ends connections over which gossip is dead. To be called every second. */
  async check(): Promise<void> {
    this.#checkNeighbours()
    this.#checkMeshes()
    const { clock, counts } = this.#modules
    for (const waiting of this.#outbox.splice(0)) {
      this.#outboxBytes -= waiting.bytes.length
      if (clock.now() - waiting.since > OUTBOX.age) counts.lost += 1
      else if ((await this.#tryTo(waiting.topic, waiting.bytes)) === 'unheard') this.#keep(waiting)
    }
  }

  forget(peer: PeerId): void {
    this.#modules.allowance.leave(peer)
    this.#deadFor.delete(peer)
  }

  async #tryTo(topic: Topic, bytes: Uint8Array): Promise<'heard' | 'unheard' | 'refused'> {
    const { counts, gossip } = this.#modules
    try {
      const { recipients } = await gossip.publish(this.#options.names.topics[topic], bytes)
      if (recipients.length > 0) return 'heard'
      // Nobody could be sent it, and from now on gossip takes it for known.
      counts.lost += 1
      return 'refused'
    } catch (error) {
      return (error as Error).message === 'PublishError.Duplicate' ? 'refused' : 'unheard'
    }
  }

  #keep(waiting: Waiting): void {
    this.#outbox.push(waiting)
    this.#outboxBytes += waiting.bytes.length
    while (this.#outbox.length > OUTBOX.messages || this.#outboxBytes > OUTBOX.bytes) {
      this.#outboxBytes -= this.#outbox.shift()!.bytes.length
      this.#modules.counts.lost += 1
    }
  }

  #admit(topic: Topic, from: PeerId, bytes: Uint8Array): TopicValidatorResult {
    const { offend } = this.#modules
    const refuse = (offence: 'oversize' | 'malformed', reason: string) => {
      offend(from, offence, reason)
      return 'reject' as TopicValidatorResult
    }
    if (bytes.length > this.#options.maxLengths[topic])
      return refuse('oversize', `a message on ${topic} too long`)
    if (!this.#options.fits(topic, bytes)) return refuse('malformed', `a message that is none of ${topic}`)
    return 'accept' as TopicValidatorResult
  }

  #heard({ propagationSource, msgId, msg }: GossipsubMessage): void {
    const topic = this.#topicOf.get(msg.topic)
    if (!topic) return
    const from = propagationSource.toString()
    let judged = false
    const judge = (verdict: Verdict) => {
      if (judged) return
      judged = true
      const { gossip, offend, onUseful } = this.#modules
      gossip.reportMessageValidationResult(msgId, from, verdict as TopicValidatorResult)
      if (verdict === 'accept') onUseful(from)
      if (verdict === 'reject') offend(from, 'invalid', `a message on ${topic} that was refused`)
    }
    for (const listener of [...this.#listeners[topic]]) listener(from, msg.data, judge)
  }

  /** Counts packets, and drops what their senders may not send, before it costs anything more. */
  #watchPackets(gossip: GossipInside): void {
    const { allowance, counts, neighbours } = this.#modules
    const read = gossip.pipePeerReadStream.bind(gossip)
    const receive = gossip.handleReceivedRpc.bind(gossip)
    const send = gossip.sendRpc.bind(gossip)
    gossip.pipePeerReadStream = (from: LibP2pPeerId, packets: AsyncIterable<Packet>) =>
      read(from, admitted(packets, from.toString(), allowance))
    gossip.handleReceivedRpc = async (from: LibP2pPeerId, rpc: GossipRpc) => {
      const peer = from.toString()
      if (!allowance.hears(peer, rpc)) return
      // Topics and meshes are told of once, often before the hello; messages before it are lost.
      const heard = neighbours.has(peer) ? rpc : { ...rpc, messages: [] }
      this.#count(counts.bytesIn, heard)
      await receive(from, heard)
    }
    gossip.sendRpc = (to: string, rpc: GossipRpc) => {
      const sent = send(to, rpc)
      if (sent) this.#count(counts.bytesOut, rpc)
      return sent
    }
  }

  /**
   * Says also to those that get everything what need not be sent here again. Gossipsub tells its mesh alone, of which they are
   * no part; among peers that all know each other everything would come from each of them.
   */
  #tellDirectPeers(gossip: GossipInside): void {
    const tellMesh = gossip.sendIDontWants.bind(gossip)
    gossip.sendIDontWants = (id, topic, source) => {
      tellMesh(id, topic, source)
      const mesh = gossip.mesh.get(topic)
      for (const peer of gossip.direct) {
        if (peer !== source && !mesh?.has(peer) && gossip.streamsOutbound.has(peer))
          gossip.sendRpc(peer, unwanted(id))
      }
    }
  }

  #count(into: Record<Topic, number>, { messages = [] }: GossipRpc): void {
    for (const { topic, data } of messages) {
      const name = this.#topicOf.get(topic)
      if (name) into[name] += data?.length ?? 0
    }
  }

  /** Gossip opens a stream once for a connection. Where that is gone, only a new connection brings another. */
  #checkNeighbours(): void {
    const { gossip, neighbours, counts, logger } = this.#modules
    for (const { peerId } of neighbours.all) {
      const dead = gossip.streamsOutbound.has(peerId) ? 0 : (this.#deadFor.get(peerId) ?? 0) + 1
      this.#deadFor.set(peerId, dead)
      if (dead < DEAD_CHECKS) continue
      counts.deadGossip += 1
      logger.warn({ peer: peerId }, 'gossip to a peer has died; its connection is ended')
      const connection = neighbours.connectionTo(peerId)
      if (connection) cut(connection, 'gossip has died')
    }
  }

  #checkMeshes(): void {
    const { neighbours, logger } = this.#modules
    const meshless = TOPICS.filter((topic) => this.meshSize(topic) === 0)
    this.#meshlessFor = neighbours.peers.length > 0 && meshless.length > 0 ? this.#meshlessFor + 1 : 0
    if (this.#meshlessFor === MESHLESS_CHECKS)
      logger.warn({ meshless }, 'there are neighbours, and none takes messages')
  }
}

async function* admitted(
  packets: AsyncIterable<Packet>,
  from: PeerId,
  allowance: GossipAllowance,
): AsyncGenerator<Packet> {
  for await (const packet of packets) if (allowance.admits(from, packet.byteLength)) yield packet
}

function unwanted(id: Uint8Array): Unwanted {
  const control = { graft: [], prune: [], ihave: [], iwant: [], idontwant: [{ messageIDs: [id] }] }
  return { subscriptions: [], messages: [], control }
}
