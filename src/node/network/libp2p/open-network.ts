/** Opens a node's place in a network of real sockets. Nothing outside this folder knows libp2p. */
import { setMaxListeners } from 'node:events'
import { join } from 'node:path'
import type { Connection, Listener } from '@libp2p/interface'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { NetworkMeasures, Offence, OpenNetwork } from '../channel.ts'
import type { PeersModules } from '../open-peers.ts'
import { Admission } from './admission.ts'
import { createChannels, DirectListeners } from './channels.ts'
import { ConnectionGuard } from './connection-guard.ts'
import { routeOf } from './consensus-routes.ts'
import { Counts } from './counts.ts'
import { Dialer } from './dialer.ts'
import { DirectStreams } from './direct-streams.ts'
import { GossipAllowance } from './gossip-allowance.ts'
import { insideOf } from './gossip-inside.ts'
import { MAX_PACKET } from './gossip-parameters.ts'
import { GossipTopics } from './gossip-topics.ts'
import { createHost } from './host.ts'
import { freshIdentity, IDENTITY_FILE, keptIdentity } from './identity.ts'
import { Neighbours } from './neighbours.ts'
import { NetworkError } from './network-error.ts'
import { type NetworkOptions, readOptions, seeksOthers } from './options.ts'
import { PeerBook } from './peer-book.ts'
import { readPeersFile } from './peers-file.ts'
import { PeersKeeper } from './peers-keeper.ts'
import { type DirectKind, protocolNames, TOPICS, type Topic } from './protocol-names.ts'
import { Reputation } from './reputation.ts'
import { StreamRequests } from './stream-requests.ts'
import { cut } from './streams.ts'

export type LibP2pNetwork = OpenNetwork & {
  readonly peerId: PeerId
  /** Where it listens, with the port the system chose, and `/p2p/ID` at the end. Not what others are told. */
  readonly addresses: readonly string[]
}

/** Bytes of messages, at most. */
const MAX_LENGTHS = { transactions: 512 << 10, votes: 1 << 10, evidence: 16 << 10 }
/** What gossip puts around messages. */
const PACKET_OVERHEAD = 64 << 10
/** Bytes that wait for all slow neighbours together. */
const MAX_WAITING = 64 << 20
/** Milliseconds, and how many ticks between two runs. */
const TICK = 1_000
const EVERY = { neighbours: 5, save: 60 }

/**
 * Keeps `network.key`, with an identity that is to last, and `peers.json` in the node's directory.
 * @throws NetworkError
 */
export async function openNetwork(
  given: Partial<NetworkOptions>,
  modules: PeersModules,
): Promise<LibP2pNetwork> {
  const plan = readOptions(given)
  const { chainId, clock, random, logger, directory } = modules
  const names = protocolNames(chainId)
  const ending = new AbortController()
  const { signal } = ending
  setMaxListeners(0, signal)

  const peersFile = join(directory, 'peers.json')
  const saved = await readPeersFile(peersFile, logger)
  const reputation = new Reputation(clock, saved.bans)
  const book = new PeerBook(saved.peers, saved.anchors)
  const counts = new Counts()
  const useful = new Map<PeerId, number>()
  let connections: () => readonly Connection[] = () => []
  const admission = new Admission(plan, {
    clock,
    reputation,
    connections: () => connections(),
    usefulness: (peer) => useful.get(peer) ?? 0,
  })
  const keeps = plan.keepIdentity ?? modules.validator
  const privateKey = keeps
    ? await keptIdentity(join(directory, IDENTITY_FILE), random)
    : await freshIdentity(random)
  const proposals = Math.min(modules.maxConsensus, MAX_PACKET - PACKET_OVERHEAD)
  const maxLengths: Record<Topic, number> = { ...MAX_LENGTHS, proposals }
  const scoreOf = (peer: PeerId) => (admission.knows(peer) ? 0 : reputation.scoreOf(peer))
  const knows = (peer: PeerId) => admission.knows(peer)
  const hostOf = (peer: PeerId) => admission.lastHostOf(peer)
  const guard = new ConnectionGuard({
    clock,
    knows,
    hostOf,
    offend: (peer, offence, reason) => offend(peer, offence, reason),
  })
  const libp2p = await createHost(plan, {
    chainId,
    names,
    privateKey,
    gater: admission,
    guard,
    scoreOf,
    random,
  })
  connections = () => libp2p.getConnections()
  const gossip = insideOf(libp2p.services.pubsub)

  const end = (who: readonly string[], reason: string) => {
    for (const connection of libp2p.getConnections()) {
      const names = [connection.remotePeer.toString(), admission.hostOf(connection.remoteAddr) ?? '']
      if (who.some((one) => names.includes(one))) cut(connection, reason)
    }
  }
  const offend = (peer: PeerId, offence: Offence, reason: string) => {
    logger.debug({ peer, offence, reason }, 'a peer misbehaved')
    // What was under way when it was banned makes the ban no longer.
    if (signal.aborted || admission.knows(peer) || reputation.isBanned(peer)) return
    const banned = reputation.add(offence, peer, admission.lastHostOf(peer))
    if (banned.length === 0) return
    counts.bans += banned.length
    logger.warn({ banned, offence, reason }, 'a peer is banned')
    book.forget(peer)
    end(banned, 'banned')
    void keeper.save()
  }

  const neighbours: Neighbours = new Neighbours(
    { chainId, protocol: names.hello },
    {
      libp2p,
      clock,
      offend,
      keeps: (peer) => admission.keeps(peer),
      onJoin: ({ peerId, connection, since, kept }) => {
        logger.debug({ peer: peerId, direction: connection.direction }, 'a neighbour has joined')
        if (kept) gossip.direct.add(peerId)
        if (connection.direction === 'outbound') book.meet(peerId, connection.remoteAddr, since)
      },
      onLeave: (peer) => logger.debug({ peer }, 'a neighbour has left'),
    },
    signal,
  )
  const heard = new DirectListeners()
  const waiting = { bytes: 0, most: MAX_WAITING }
  const directOf = (kind: DirectKind, maxLength: number) =>
    new DirectStreams(
      { kind, protocol: names.direct(kind), maxLength },
      {
        libp2p,
        neighbours,
        clock,
        counts,
        offend,
        hostOf,
        waiting,
        deliver: (from, bytes) => heard.deliver(kind, from, bytes),
      },
      signal,
    )
  const direct: Record<DirectKind, DirectStreams> = {
    consensus: directOf('consensus', modules.maxConsensus),
    transactions: directOf('transactions', MAX_LENGTHS.transactions),
    stem: directOf('stem', MAX_LENGTHS.transactions),
  }
  const fits = (topic: Topic, bytes: Uint8Array) => topic === 'transactions' || routeOf(bytes) === topic
  const onUseful = (peer: PeerId) => {
    if (neighbours.has(peer)) useful.set(peer, (useful.get(peer) ?? 0) + 1)
  }
  const allowance = new GossipAllowance({ clock, counts, offend, knows, hostOf })
  const topics: GossipTopics = new GossipTopics(
    { names, maxLengths, fits },
    { gossip, neighbours, allowance, clock, logger, counts, offend, onUseful },
  )
  const requests = new StreamRequests(
    {
      libp2p,
      neighbours,
      clock,
      offend,
      knows,
      onPart: (peer, bytes) => guard.asked(peer, bytes),
      protocol: names.ask,
    },
    signal,
  )
  const discover = async (signal: AbortSignal) => {
    for await (const { id, multiaddrs } of libp2p.peerRouting.getClosestPeers(random(32), { signal })) {
      book.hear(id.toString(), multiaddrs)
    }
  }
  const dialer = new Dialer(
    plan,
    {
      libp2p,
      admission,
      neighbours,
      book,
      reputation,
      clock,
      random,
      logger,
      discover: plan.dht ? discover : undefined,
    },
    signal,
  )

  libp2p.addEventListener(
    'peer:discovery',
    ({ detail }) => book.hear(detail.id.toString(), detail.multiaddrs),
    { signal },
  )
  libp2p.addEventListener(
    'peer:identify',
    ({ detail }) => book.hear(detail.peerId.toString(), detail.listenAddrs),
    {
      signal,
    },
  )
  libp2p.addEventListener(
    'connection:close',
    ({ detail }) => {
      admission.note(detail.remotePeer.toString(), detail.remoteAddr)
      if (detail.direction !== 'outbound') return
      dialer.lost(detail.remotePeer.toString(), (detail.timeline.close ?? Date.now()) - detail.timeline.open)
    },
    { signal },
  )

  // Also of those that never became neighbours.
  const forget = (peer: PeerId) => {
    for (const streams of Object.values(direct)) streams.forget(peer)
    topics.forget(peer)
    guard.leave(peer)
    gossip.direct.delete(peer)
    useful.delete(peer)
  }
  libp2p.addEventListener('peer:disconnect', ({ detail }) => forget(detail.toString()), { signal })

  const keeper = new PeersKeeper(peersFile, { neighbours, book, reputation, logger })
  const watch = async () => {
    for (let ticks = 1; !signal.aborted; ticks++) {
      try {
        await clock.sleep(TICK, signal)
        dialer.tick()
        await topics.check()
        if (ticks % EVERY.neighbours === 0) neighbours.check()
        if (ticks % EVERY.save === 0) await keeper.save()
      } catch (error) {
        if (!signal.aborted) logger.error({ err: error }, 'the network could not be looked after')
      }
    }
  }

  const listening = new Set<Listener>()
  libp2p.addEventListener('transport:listening', ({ detail }) => void listening.add(detail), { signal })
  await neighbours.listen()
  for (const streams of Object.values(direct)) await streams.listen()
  await requests.listen()
  try {
    await libp2p.start()
  } catch (error) {
    ending.abort(error)
    await libp2p.stop()
    throw new NetworkError('cannot_listen', `cannot listen on ${plan.listen.join(', ')}`, error)
  }
  topics.listen()
  dialer.tick()
  const watching = watch()
  const peerId = libp2p.peerId.toString()

  return {
    peerId,
    get addresses() {
      return [...listening]
        .flatMap((listener) => listener.getAddrs())
        .map((address) => `${address}/p2p/${peerId}`)
    },
    get connections() {
      return neighbours.all.map(({ peerId, connection, since }) => ({
        peerId,
        address: connection.remoteAddr.toString(),
        direction: connection.direction,
        connectedAt: since,
      }))
    },
    ...createChannels({ neighbours, topics, direct, heard, logger }),
    requests,
    seeks: seeksOthers(plan, saved.peers.length),
    misbehaved: offend,
    measure: (): NetworkMeasures => {
      const inbound = neighbours.all.filter(({ connection }) => connection.direction === 'inbound').length
      return {
        ...counts,
        inbound,
        outbound: neighbours.all.length - inbound,
        mesh: Object.fromEntries(TOPICS.map((topic) => [topic, topics.meshSize(topic)])),
      }
    },
    close: async () => {
      ending.abort(new Error('the network is closing'))
      await watching
      // While connections are open still: those are next time's anchors.
      await keeper.save()
      await libp2p.stop()
    },
  }
}
