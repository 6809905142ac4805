/**
 * What one connection may cost before anything of it reaches a protocol. Yamux answers each ping and each stream too many at once,
 * whether the other side reads or not, and gathers a frame of any length: without bounds of its own, one connection could take
 * all memory. So frames are counted as they come, and a connection is cut that brings more than any node would.
 */
import type {
  ConnectionEncrypter,
  MessageStream,
  SecuredConnection,
  StreamMessageEvent,
  StreamMuxerFactory,
} from '@libp2p/interface'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import type { Offence } from '../channel.ts'
import { KeptBudgets } from './kept-budgets.ts'
import { type Rate, RateBudget, times } from './rate-budget.ts'
import type { Offend } from './reputation.ts'
import { YamuxHeaders } from './yamux-headers.ts'

/** Bytes that a stream may be sent before some are read, at most. No frame of data is longer. */
export const MAX_WINDOW = 2 << 20

export const CONNECTION_LIMITS = {
  /** Frames of any kind: some small ones for each message that one is sent or sends. */
  frames: { burst: 32_768, perSecond: 4_096 },
  /** Yamux itself sends one in half a minute. */
  pings: { burst: 32, perSecond: 2 },
  /** Streams that are opened: one for each question. */
  streams: { burst: 512, perSecond: 64 },
  /**
   * Bytes that nobody asked for. Streams of a kind bound theirs, where they end up as messages; control packets of gossip, fields
   * that nobody knows and streams that nobody reads do not. Twice the longest burst of a neighbour's messages of consensus.
   */
  bytes: { burst: 128 << 20, perSecond: 16 << 20 },
  /** As many times these bytes has a peer that the owner named. */
  known: 4,
  /** Frames that come while what waits to be written does not move: each may be answered with one more. */
  unheard: 8_192,
  /** Bytes that wait to be written: all windows of one that catches up on a slow line, and the longest block. */
  waiting: 16 << 20,
} as const satisfies Record<string, Rate | number>

export type GuardModules = {
  readonly clock: Pick<Clock, 'now'>
  readonly offend: Offend
  /** Whether the owner named a peer. */
  readonly knows: (peer: PeerId) => boolean
  /** The address of a peer; undefined where addresses do not count. */
  readonly hostOf: (peer: PeerId) => string | undefined
}

type Secured = {
  readonly peer: PeerId
  /** What is encrypted already, and waits for the socket. */
  readonly below: MessageStream
}

/** Guards the connections of a node. */
export class ConnectionGuard {
  readonly #modules: GuardModules
  readonly #secured = new WeakMap<MessageStream, Secured>()
  readonly #bytes: KeptBudgets<RateBudget>

  constructor(modules: GuardModules) {
    this.#modules = modules
    const { bytes, known } = CONNECTION_LIMITS
    const { clock, hostOf, knows } = modules
    const create = (peer: PeerId, now: number) => new RateBudget(times(knows(peer) ? known : 1, bytes), now)
    this.#bytes = new KeptBudgets({ clock, hostOf, create })
  }

  /** Told that bytes of a peer were asked for. */
  asked(peer: PeerId, bytes: number): void {
    this.#bytes.of(peer).giveBack(bytes)
  }

  /** Told that a peer is gone. */
  leave(peer: PeerId): void {
    this.#bytes.leave(peer)
  }

  /** The same encryption; the guard learns whose connections they are. */
  encrypter<Components, Extension>(
    create: (components: Components) => ConnectionEncrypter<Extension>,
  ): (components: Components) => ConnectionEncrypter<Extension> {
    return (components) => {
      const encrypter = create(components)
      const note = (below: MessageStream, secured: SecuredConnection<Extension>) => {
        this.#secured.set(secured.connection, { peer: secured.remotePeer.toString(), below })
        return secured
      }
      return Object.assign(Object.create(encrypter) as ConnectionEncrypter<Extension>, {
        secureInbound: async (...[below, options]: Parameters<typeof encrypter.secureInbound>) =>
          note(below, await encrypter.secureInbound(below, options)),
        secureOutbound: async (...[below, options]: Parameters<typeof encrypter.secureOutbound>) =>
          note(below, await encrypter.secureOutbound(below, options)),
      })
    }
  }

  /** The same Yamux, on connections that are watched. */
  muxer(create: () => StreamMuxerFactory): () => StreamMuxerFactory {
    return () => {
      const factory = create()
      return Object.assign(Object.create(factory) as StreamMuxerFactory, {
        createStreamMuxer: (connection: MessageStream) => {
          // First, so that Yamux never sees what comes after the last frame that is allowed.
          this.#watch(connection)
          return factory.createStreamMuxer(connection)
        },
      })
    }
  }

  #watch(connection: MessageStream): void {
    const secured = this.#secured.get(connection)
    if (!secured) throw new TypeError('a connection that was not encrypted here')
    const { peer, below } = secured
    const { clock, offend } = this.#modules
    const since = clock.now()
    const budgets = {
      frames: new RateBudget(CONNECTION_LIMITS.frames, since),
      pings: new RateBudget(CONNECTION_LIMITS.pings, since),
      streams: new RateBudget(CONNECTION_LIMITS.streams, since),
    }
    const headers = new YamuxHeaders()
    let unheard = 0
    const read = (event: StreamMessageEvent) => {
      const now = clock.now()
      const end = (reason: string, offence?: Offence) => {
        event.stopImmediatePropagation()
        connection.removeEventListener('message', read)
        if (offence) offend(peer, offence, reason)
        connection.abort(new Error(reason))
        return false
      }
      const waiting = connection.writeBufferLength
      if (waiting === 0) unheard = 0
      if (waiting + below.writeBufferLength > CONNECTION_LIMITS.waiting) return end('it reads too slowly')
      if (!this.#bytes.of(peer).spend(event.data.byteLength, now)) {
        end('too many bytes', 'flood')
        return
      }
      for (const piece of piecesOf(event.data)) {
        const goesOn = headers.read(piece, ({ pings, opens, data }) => {
          if (!budgets.frames.spend(1, now)) return end('too many frames', 'flood')
          if (pings && !budgets.pings.spend(1, now)) return end('too many pings', 'flood')
          if (opens && !budgets.streams.spend(1, now)) return end('too many streams opened', 'flood')
          if (data > MAX_WINDOW) return end('a frame longer than any window', 'oversize')
          unheard += 1
          return (
            unheard <= CONNECTION_LIMITS.unheard ||
            waiting === 0 ||
            end('it says much and reads nothing', 'flood')
          )
        })
        if (!goesOn) return
      }
    }
    connection.addEventListener('message', read)
    connection.addEventListener('drain', () => {
      unheard = 0
    })
  }
}

function piecesOf(data: StreamMessageEvent['data']): Iterable<Uint8Array> {
  return data instanceof Uint8Array ? [data] : data
}
