/** Questions to one neighbour, with answers of many parts. */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Clock } from '../clock.ts'

/** What is asked for; each has a format of its own. */
export type Subject = 'headers' | 'blocks' | 'transactions' | 'snapshot'

export type AskOptions = {
  /** Bytes of a part, at most: a longer one ends the answer with `oversize`. */
  readonly maxPart: number
  /** Milliseconds without a part after which the answer ends with `timeout`. */
  readonly patience: number
  readonly signal: AbortSignal
}

/**
 * Answers a question, part after part; the next part is asked for when the one before has gone. What it throws ends the answer
 * with `failed` at the other side, which learns no more of it.
 * @param signal aborted when nobody waits for the answer any more
 */
export type Answerer = (from: PeerId, question: Uint8Array, signal: AbortSignal) => AsyncIterable<Uint8Array>

export type Requests = {
  /**
   * Asks; yields the parts of the answer in order. Whoever stops reading ends it.
   * @throws RequestError, while reading
   */
  ask(peer: PeerId, subject: Subject, question: Uint8Array, options: AskOptions): AsyncIterable<Uint8Array>
  /** Answers questions of one subject from now on, in place of whoever did. Returns what ends it. */
  serve(subject: Subject, answerer: Answerer): () => void
}

/** `refused`: the other side does not answer such questions, or has too many. `failed`: it broke off. */
export type RequestErrorCode = 'not_connected' | 'refused' | 'failed' | 'timeout' | 'oversize'

/** Why there is no answer, or no more of it. */
export class RequestError extends Error {
  readonly code: RequestErrorCode
  readonly peer: PeerId

  constructor(code: RequestErrorCode, peer: PeerId) {
    super(`no answer from ${peer}: ${code}`)
    this.name = 'RequestError'
    this.code = code
    this.peer = peer
  }
}

export type Patience = {
  readonly clock: Pick<Clock, 'sleep'>
  /** Milliseconds. */
  readonly patience: number
  readonly signal: AbortSignal
  /** Who is waited for. */
  readonly peer: PeerId
}

/** What comes in time. @throws RequestError `timeout` when nothing comes for `patience` milliseconds, or the signal's reason. */
export async function patiently<T>(
  coming: Promise<T>,
  { clock, patience, signal, peer }: Patience,
): Promise<T> {
  const over = new AbortController()
  const tooLate = clock.sleep(patience, AbortSignal.any([signal, over.signal])).then(() => {
    throw new RequestError('timeout', peer)
  })
  tooLate.catch(() => {})
  try {
    return await Promise.race([coming, tooLate])
  } finally {
    over.abort(new Error('it has come'))
  }
}
