/**
 * Questions and answers, a stream for each question. The asker sends the question and then, for every part it has taken, an
 * empty frame; so never more than a few parts are under way, whatever either side does.
 *
 * An answer's frame is `part 0 ‖ bytes`, `end 1`, `refused 2` or `failed 3`.
 */
import type { Connection, Libp2p, Stream } from '@libp2p/interface'
import type { PeerId } from '../../../protocol/consensus/replica.ts'
import type { Clock } from '../../clock.ts'
import {
  type Answerer,
  type AskOptions,
  patiently,
  RequestError,
  type Requests,
  type Subject,
} from '../requests.ts'
import { AHEAD, Credit, Inbound } from './answer-parts.ts'
import { type Answering, createPlaces, isTooSlow } from './answer-places.ts'
import type { Neighbours } from './neighbours.ts'
import { SUBJECTS } from './protocol-names.ts'
import type { Offend } from './reputation.ts'
import { closeStream, readFrames, writeFrame } from './streams.ts'

const PART = 0
const END = 1
const REFUSED = 2
const FAILED = 3

const MAX_QUESTION = 64 << 10
/** Streams of one subject at a time, in and out. */
const STREAMS = { maxInboundStreams: 8, maxOutboundStreams: 32 }
/** Milliseconds for a question to arrive whole, and between two looks at how fast an answer is taken. */
const QUESTION_TIME = 10_000
const LOOK_TIME = 5_000

export type RequestModules = {
  readonly libp2p: Libp2p
  readonly neighbours: Neighbours
  readonly clock: Clock
  readonly offend: Offend
  /** Whether the owner named a peer. */
  readonly knows: (peer: PeerId) => boolean
  /** Told of each part of an answer that was asked for. */
  readonly onPart: (peer: PeerId, bytes: number) => void
  readonly protocol: (subject: Subject) => string
}

export class StreamRequests implements Requests {
  readonly #modules: RequestModules
  readonly #signal: AbortSignal
  readonly #answerers = new Map<Subject, Answerer>()
  readonly #places = createPlaces()

  constructor(modules: RequestModules, signal: AbortSignal) {
    this.#modules = modules
    this.#signal = signal
  }

  async listen(): Promise<void> {
    const { libp2p, protocol } = this.#modules
    for (const subject of SUBJECTS) {
      const handler = (stream: Stream, connection: Connection) => this.#asked(subject, stream, connection)
      await libp2p.handle(protocol(subject), handler, STREAMS)
    }
  }

  serve(subject: Subject, answerer: Answerer): () => void {
    this.#answerers.set(subject, answerer)
    return () => {
      if (this.#answerers.get(subject) === answerer) this.#answerers.delete(subject)
    }
  }

  async *ask(
    peer: PeerId,
    subject: Subject,
    question: Uint8Array,
    options: AskOptions,
  ): AsyncGenerator<Uint8Array> {
    const { clock, neighbours, offend, onPart, protocol } = this.#modules
    const { maxPart, patience } = options
    options.signal.throwIfAborted()
    if (question.length > MAX_QUESTION) throw new RangeError(`a question has at most ${MAX_QUESTION} bytes`)
    const connection = neighbours.connectionTo(peer)
    if (!connection) throw new RequestError('not_connected', peer)
    const signal = AbortSignal.any([options.signal, this.#signal])
    const frames = new Inbound()
    let stream: Stream | undefined
    try {
      stream = await openStream(connection, protocol(subject), patience, signal, peer)
      stream.addEventListener('close', () => frames.end(), { once: true })
      stream.addEventListener('remoteCloseWrite', () => frames.end(), { once: true })
      readFrames(stream, maxPart + 1, frames.add, () => {
        offend(peer, 'oversize', 'a part of an answer too long')
        frames.fail(new RequestError('oversize', peer))
      })
      const asking = stream
      const write = (bytes: Uint8Array) => writeFrame(asking, bytes, clock).catch(() => frames.end())
      void write(question)
      for (;;) {
        const frame = await patiently(frames.next(), { clock, patience, signal, peer })
        const kind = frame?.[0]
        if (!frame || kind === FAILED) throw new RequestError('failed', peer)
        if (kind === END) return
        if (kind === REFUSED) throw new RequestError('refused', peer)
        if (kind !== PART || frames.length > AHEAD) {
          offend(peer, 'malformed', 'an answer that makes no sense')
          throw new RequestError('failed', peer)
        }
        onPart(peer, frame.length)
        yield frame.subarray(1)
        void write(new Uint8Array(0))
      }
    } finally {
      // The other side learns of it whether it has finished or not.
      stream?.abort(new Error('the answer is over'))
    }
  }

  #asked(subject: Subject, stream: Stream, connection: Connection): void {
    const { clock, neighbours, offend } = this.#modules
    const from = connection.remotePeer.toString()
    const ending = new AbortController()
    const end = (reason: string) => ending.abort(new Error(reason))
    const signal = AbortSignal.any([ending.signal, this.#signal])
    const credit = new Credit(AHEAD)
    let asked = false
    const onFrame = (bytes: Uint8Array) => {
      if (asked) {
        if (bytes.length > 0 || !credit.add()) {
          offend(from, 'malformed', 'a question after the question')
          stream.abort(new Error('a question after the question'))
        }
        return
      }
      asked = true
      if (neighbours.has(from)) void this.#answer({ subject, from, question: bytes, stream, credit, signal })
      else stream.abort(new Error('no neighbour'))
    }
    stream.addEventListener('close', () => end('nobody waits for the answer any more'), { once: true })
    readFrames(stream, MAX_QUESTION, onFrame, () => offend(from, 'oversize', 'a question too long'))
    clock.sleep(QUESTION_TIME, signal).then(
      () => {
        if (!asked) stream.abort(new Error('no question'))
      },
      () => {},
    )
  }

  async #answer(call: {
    readonly subject: Subject
    readonly from: PeerId
    readonly question: Uint8Array
    readonly stream: Stream
    readonly credit: Credit
    readonly signal: AbortSignal
  }): Promise<void> {
    const { subject, from, question, stream, credit, signal } = call
    const { clock, knows } = this.#modules
    const answerer = this.#answerers.get(subject)
    const places = this.#places[subject]
    const since = clock.now()
    const one: Answering = {
      peer: from,
      known: knows(from),
      since,
      taken: () => credit.taken,
      end: (reason) => stream.abort(new Error(reason)),
    }
    const say = (kind: number, bytes: Uint8Array = new Uint8Array(0)) => {
      const frame = new Uint8Array(1 + bytes.length)
      frame[0] = kind
      frame.set(bytes, 1)
      return writeFrame(stream, frame, clock)
    }
    const over = new AbortController()
    const admitted = answerer !== undefined && places.enter(one, since)
    try {
      if (!admitted) return await say(REFUSED)
      void this.#watch(one, AbortSignal.any([over.signal, signal]))
      const parts = answerer(from, question, signal)[Symbol.asyncIterator]()
      try {
        for (;;) {
          if (!(await credit.take(clock, signal))) throw new Error('no part is asked for any more')
          const next = await parts.next()
          signal.throwIfAborted()
          if (next.done) break
          credit.sends(next.value.length)
          await say(PART, next.value)
        }
      } finally {
        await parts.return?.()
      }
      await say(END)
    } catch {
      // What went wrong here is of no concern to others.
      if (stream.writeStatus === 'writable') await say(FAILED).catch(() => {})
    } finally {
      over.abort(new Error('the answer is over'))
      places.leave(one)
      closeStream(stream)
    }
  }

  /** Ends an answer that is taken too slowly. */
  async #watch(one: Answering, signal: AbortSignal): Promise<void> {
    const { clock } = this.#modules
    while (!isTooSlow(one, clock.now())) {
      try {
        await clock.sleep(LOOK_TIME, signal)
      } catch {
        return
      }
    }
    one.end('the answer is taken too slowly')
  }
}

async function openStream(
  connection: Connection,
  protocol: string,
  patience: number,
  signal: AbortSignal,
  peer: PeerId,
): Promise<Stream> {
  try {
    return await connection.newStream(protocol, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    })
  } catch (error) {
    signal.throwIfAborted()
    const { name } = error as Error
    if (name === 'UnsupportedProtocolError' || name === 'TooManyOutboundProtocolStreamsError') {
      throw new RequestError('refused', peer)
    }
    throw new RequestError(
      name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'not_connected',
      peer,
    )
  }
}
