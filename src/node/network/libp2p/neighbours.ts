/**
 * The peers that are neighbours: those that said hello on the same chain. The stream of the hello stays open, and a little
 * goes over it from time to time: so a connection that is dead is noticed, without libp2p's pings, which end connections of
 * whoever is merely busy.
 */
import type { Connection, Libp2p, Stream } from '@libp2p/interface'
import { concat, equalBytes } from '../../../protocol/bytes.ts'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import type { Offend } from './reputation.ts'
import { cut, readFrames, writeFrame } from './streams.ts'

const VERSION = 1
/** `version (1) ‖ chain id (32) ‖ flags (1)` */
const HELLO_LENGTH = 34
/** Flag: the receiver is one of the peers that the sender was told to keep. */
const KEPT = 1

/** Milliseconds. */
const TIMES = {
  /** For the hello to arrive. */
  hello: 15_000,
  /** Between two signs of life, at most. */
  sign: 20_000,
  /** Without a sign of life, after which a connection is dead. */
  dead: 90_000,
  /** Between two signs of life that a peer may send, at least. */
  hurry: 1_000,
}

export type Neighbour = {
  readonly peerId: PeerId
  readonly connection: Connection
  readonly since: number
  /** Whether both were told to keep each other. */
  readonly kept: boolean
}

type Known = Neighbour & { readonly stream: Stream; heardAt: number; toldAt: number; hurried: number }

export type NeighbourModules = {
  readonly libp2p: Libp2p
  readonly clock: Clock
  readonly offend: Offend
  /** Whether a peer is one that this node was told to keep. */
  readonly keeps: (peer: PeerId) => boolean
  /** Told of who has become a neighbour, and of who is one no longer. */
  readonly onJoin: (neighbour: Neighbour) => void
  readonly onLeave: (peer: PeerId) => void
}

export class Neighbours {
  readonly #chainId: Uint8Array
  readonly #protocol: string
  readonly #modules: NeighbourModules
  readonly #signal: AbortSignal
  /** By connection. A peer that connected while it was connected to has two. */
  readonly #known = new Map<string, Known>()
  /** Connections that have not said hello, with the time they have. */
  readonly #silent = new Map<Connection, number>()
  #checkedAt: number

  /** Listens until the signal is aborted. */
  constructor(
    { chainId, protocol }: { readonly chainId: Uint8Array; readonly protocol: string },
    modules: NeighbourModules,
    signal: AbortSignal,
  ) {
    this.#chainId = chainId
    this.#protocol = protocol
    this.#modules = modules
    this.#signal = signal
    this.#checkedAt = modules.clock.now()
    const { libp2p } = modules
    libp2p.addEventListener('connection:open', ({ detail }) => this.#opened(detail), { signal })
    libp2p.addEventListener('connection:close', ({ detail }) => this.#closed(detail), { signal })
  }

  /** Begins to answer hellos. */
  async listen(): Promise<void> {
    const handler = (stream: Stream, connection: Connection) => this.#greeted(stream, connection)
    await this.#modules.libp2p.handle(this.#protocol, handler, {
      maxInboundStreams: 1,
      maxOutboundStreams: 1,
    })
  }

  get peers(): PeerId[] {
    return [...new Set([...this.#known.values()].map(({ peerId }) => peerId))]
  }

  /** One for each peer. */
  get all(): Neighbour[] {
    return [...new Map([...this.#known.values()].map((known) => [known.peerId, known])).values()]
  }

  has(peer: PeerId): boolean {
    return this.connectionTo(peer) !== undefined
  }

  /** The connection to use for a neighbour, the newest. */
  connectionTo(peer: PeerId): Connection | undefined {
    let found: Connection | undefined
    for (const { peerId, connection } of this.#known.values()) {
      if (peerId === peer && connection.status === 'open') found = connection
    }
    return found
  }

  /** Gives and wants signs of life; to be called every few seconds. */
  check(): void {
    const now = this.#modules.clock.now()
    // Whoever was asleep, or starved, has to hear others first before it says that they are silent.
    const asleep = Math.abs(now - this.#checkedAt) > TIMES.dead / 2
    this.#checkedAt = now
    for (const [connection, until] of this.#silent) {
      if (asleep) this.#silent.set(connection, now + TIMES.hello)
      else if (now > until) cut(connection, 'no hello')
    }
    for (const known of this.#known.values()) {
      if (asleep) known.heardAt = now
      if (now - known.heardAt > TIMES.dead) cut(known.connection, 'no sign of life')
      else if (now - known.toldAt >= TIMES.sign) this.#sign(known, now)
    }
  }

  #sign(known: Known, now: number): void {
    // What could not be written yet is as good a sign, when it arrives.
    if (known.stream.writeBufferLength > 0) return
    known.toldAt = now
    writeFrame(known.stream, new Uint8Array(0), this.#modules.clock).catch(() => {})
  }

  #opened(connection: Connection): void {
    if (connection.status !== 'open') return
    this.#silent.set(connection, this.#modules.clock.now() + TIMES.hello)
    if (connection.direction === 'outbound') void this.#greet(connection)
  }

  #closed(connection: Connection): void {
    this.#silent.delete(connection)
    const known = this.#known.get(connection.id)
    if (!known) return
    this.#known.delete(connection.id)
    if (!this.peers.includes(known.peerId)) this.#modules.onLeave(known.peerId)
  }

  async #greet(connection: Connection): Promise<void> {
    try {
      const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(TIMES.hello)])
      const stream = await connection.newStream(this.#protocol, { signal })
      this.#read(stream, connection)
      await writeFrame(stream, this.#hello(connection), this.#modules.clock)
    } catch (error) {
      if (!this.#signal.aborted) cut(connection, (error as Error).message)
    }
  }

  #greeted(stream: Stream, connection: Connection): void {
    if (connection.direction !== 'inbound' || this.#known.has(connection.id)) {
      stream.abort(new Error('a hello out of turn'))
      return
    }
    this.#read(stream, connection)
    writeFrame(stream, this.#hello(connection), this.#modules.clock).catch(() => {})
  }

  #hello(connection: Connection): Uint8Array {
    const flags = this.#modules.keeps(connection.remotePeer.toString()) ? KEPT : 0
    return concat(Uint8Array.of(VERSION), this.#chainId, Uint8Array.of(flags))
  }

  #read(stream: Stream, connection: Connection): void {
    const { offend } = this.#modules
    const peer = connection.remotePeer.toString()
    const onFrame = (bytes: Uint8Array) => {
      const known = this.#known.get(connection.id)
      if (!known) this.#heardHello(bytes, stream, connection)
      else if (bytes.length > 0) this.#refuse(connection, 'malformed', 'a second hello')
      else this.#heardSign(known)
    }
    readFrames(stream, HELLO_LENGTH, onFrame, () => offend(peer, 'oversize', 'a hello too long'))
    // Without it nobody would notice that the connection is dead.
    stream.addEventListener('close', () => cut(connection, 'the hello has ended'))
  }

  #heardSign(known: Known): void {
    const now = this.#modules.clock.now()
    if (now - known.heardAt < TIMES.hurry && ++known.hurried > 16) {
      known.hurried = 0
      this.#modules.offend(known.peerId, 'flood', 'signs of life without pause')
    }
    known.heardAt = now
  }

  #heardHello(bytes: Uint8Array, stream: Stream, connection: Connection): void {
    if (bytes.length !== HELLO_LENGTH) {
      this.#refuse(connection, 'malformed', 'a hello of a false length')
      return
    }
    const strange =
      bytes[0] !== VERSION || !equalBytes(bytes.subarray(1, 1 + this.#chainId.length), this.#chainId)
    if (strange) {
      cut(connection, 'another version or chain')
      return
    }
    const { clock, keeps, onJoin } = this.#modules
    const peerId = connection.remotePeer.toString()
    const since = clock.now()
    const kept = (bytes[33]! & KEPT) !== 0 && keeps(peerId)
    const known = { peerId, connection, stream, since, kept, heardAt: since, toldAt: since, hurried: 0 }
    this.#silent.delete(connection)
    this.#known.set(connection.id, known)
    onJoin(known)
  }

  #refuse(connection: Connection, offence: 'malformed', reason: string): void {
    this.#modules.offend(connection.remotePeer.toString(), offence, reason)
    cut(connection, reason)
  }
}
