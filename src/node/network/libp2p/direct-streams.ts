/**
 * Messages to one neighbour each, of one kind: over a stream that is opened with the first of them and stays open. What a
 * neighbour does not take waits, bounded for it and for all; then the oldest is dropped.
 */
import type { Connection, Libp2p, Stream } from '@libp2p/interface'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import type { Counts } from './counts.ts'
import { KeptBudgets } from './kept-budgets.ts'
import type { Neighbours } from './neighbours.ts'
import type { DirectKind } from './protocol-names.ts'
import { type Rates, TrafficBudget } from './rate-budget.ts'
import type { Offend } from './reputation.ts'
import { readFrames, writeFrame } from './streams.ts'

export type DirectOptions = {
  readonly kind: DirectKind
  readonly protocol: string
  /** Bytes of a message, at most. */
  readonly maxLength: number
}

export type DirectModules = {
  readonly libp2p: Libp2p
  readonly neighbours: Neighbours
  readonly clock: Clock
  readonly counts: Counts
  readonly offend: Offend
  /** The address of a peer; undefined where addresses do not count. */
  readonly hostOf: (peer: PeerId) => string | undefined
  /** Shared by all kinds. */
  readonly waiting: WaitingBytes
  /** Takes what was heard; does not throw. */
  readonly deliver: (from: PeerId, bytes: Uint8Array) => void
}

/** Bytes that wait for all neighbours together, and the most there may be. */
export type WaitingBytes = { bytes: number; readonly most: number }

/** For one neighbour: the bytes are those of blocks that consensus serves it at a time. */
const WAITING = { messages: 1_024, bytes: 16 << 20 }
const RATES: Rates = {
  messages: { burst: 4_096, perSecond: 1_024 },
  bytes: { burst: 64 << 20, perSecond: 8 << 20 },
}
/** Milliseconds for a stream to open. */
const OPENING = 10_000

type Line = { readonly waiting: Uint8Array[]; bytes: number; writing: boolean }

export class DirectStreams {
  readonly #options: DirectOptions
  readonly #modules: DirectModules
  readonly #signal: AbortSignal
  readonly #lines = new Map<PeerId, Line>()
  readonly #budgets: KeptBudgets<TrafficBudget>

  constructor(options: DirectOptions, modules: DirectModules, signal: AbortSignal) {
    this.#options = options
    this.#modules = modules
    this.#signal = signal
    const { clock, hostOf } = modules
    this.#budgets = new KeptBudgets({ clock, hostOf, create: (_, now) => new TrafficBudget(RATES, now) })
  }

  async listen(): Promise<void> {
    const handler = (stream: Stream, connection: Connection) => this.#accept(stream, connection)
    const limits = { maxInboundStreams: 1, maxOutboundStreams: 1 }
    await this.#modules.libp2p.handle(this.#options.protocol, handler, limits)
  }

  send(to: PeerId, bytes: Uint8Array): void {
    if (this.#signal.aborted || bytes.length > this.#options.maxLength || !this.#modules.neighbours.has(to))
      return
    const line = this.#lines.get(to) ?? { waiting: [], bytes: 0, writing: false }
    this.#lines.set(to, line)
    line.waiting.push(bytes)
    this.#count(line, bytes.length)
    while (line.waiting.length > WAITING.messages || line.bytes > WAITING.bytes) {
      this.#shed(line)
    }
    const { waiting } = this.#modules
    while (waiting.bytes > waiting.most && line.waiting.length > 0) this.#shed(line)
    if (!line.writing) void this.#write(to, line)
  }

  /** Forgets a peer that is no neighbour any more. */
  forget(peer: PeerId): void {
    const line = this.#lines.get(peer)
    if (line) this.#drop(peer, line)
    this.#budgets.leave(peer)
  }

  #count(line: Line, bytes: number): void {
    line.bytes += bytes
    this.#modules.waiting.bytes += bytes
  }

  #shed(line: Line): void {
    this.#count(line, -line.waiting.shift()!.length)
    this.#modules.counts.shed += 1
  }

  #drop(peer: PeerId, line: Line): void {
    this.#modules.counts.shed += line.waiting.length
    this.#count(line, -line.bytes)
    line.waiting.length = 0
    if (this.#lines.get(peer) === line) this.#lines.delete(peer)
  }

  async #write(to: PeerId, line: Line): Promise<void> {
    const { clock, counts } = this.#modules
    line.writing = true
    let stream: Stream | undefined
    try {
      stream = await this.#streamTo(to)
      for (let next = line.waiting.shift(); next; next = line.waiting.shift()) {
        this.#count(line, -next.length)
        counts.bytesOut[`direct ${this.#options.kind}`] += next.length
        await writeFrame(stream, next, clock)
      }
    } catch (error) {
      // Whoever cannot be written to misses what waits, and is written to again with the next message.
      stream?.abort(error as Error)
      this.#drop(to, line)
    } finally {
      line.writing = false
    }
  }

  async #streamTo(to: PeerId): Promise<Stream> {
    const connection = this.#modules.neighbours.connectionTo(to)
    if (!connection) throw new Error('no neighbour')
    const { protocol } = this.#options
    const isOpen = (stream: Stream) =>
      stream.protocol === protocol && stream.direction === 'outbound' && stream.writeStatus === 'writable'
    const open = connection.streams.find(isOpen)
    if (open) return open
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(OPENING)])
    return connection.newStream(protocol, { signal })
  }

  #accept(stream: Stream, connection: Connection): void {
    const { offend } = this.#modules
    const from = connection.remotePeer.toString()
    const { kind, maxLength } = this.#options
    const onFrame = (bytes: Uint8Array) => this.#heard(from, bytes)
    readFrames(stream, maxLength, onFrame, () => offend(from, 'oversize', `a message for ${kind} too long`))
  }

  #heard(from: PeerId, bytes: Uint8Array): void {
    const { clock, counts, neighbours, offend, deliver } = this.#modules
    // Streams may be there before the hello; what comes over them before it is lost.
    if (!neighbours.has(from)) return
    const now = clock.now()
    const budget = this.#budgets.of(from)
    if (!budget.spend(1, bytes.length, now)) {
      counts.flooded += 1
      if (budget.drops++ % 64 === 0) offend(from, 'flood', `too many messages for ${this.#options.kind}`)
      return
    }
    counts.bytesIn[`direct ${this.#options.kind}`] += bytes.length
    deliver(from, bytes)
  }
}
