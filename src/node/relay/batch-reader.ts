/**
 * Reads batches of transactions that neighbours send: so many wait of each and of all together, they are read from each in
 * turn, and what cannot be decoded is held against whoever sent it. What comes after a pause is read at once; from then on there is
 * one reading in a while, of all that has come meanwhile: checked together, transactions take a fraction of the time.
 */
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { breath } from '../breath.ts'
import type { Clock } from '../clock.ts'
import { FairQueue } from '../consensus/fair-queue.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Channel, Verdict } from '../network/channel.ts'
import { decodeBatch, MAX_BATCH_LENGTH } from './batch.ts'

export type BatchReaderModules = {
  readonly channel: Pick<Channel, 'onMessage'>
  readonly clock: Pick<Clock, 'sleep'>
  readonly logger: Logger
  readonly misbehaved: Misbehaved
}

export type BatchLimits = Pick<NodeLimits, 'peerBatches' | 'peerBatchBytes' | 'peersBytes'>

/** Takes the transactions of a message, any bytes each, and judges the message. */
export type BatchHandler = (from: PeerId, transactions: readonly Uint8Array[]) => Promise<Verdict>

/** Transactions handed over together, about: the pool verifies them in batches. */
const READ_TOGETHER = 64
/** Bytes that wait, of about as many, for which nobody waits any longer. */
const ENOUGH = 192 * 1024

export class BatchReader {
  readonly #modules: BatchReaderModules
  readonly #handle: BatchHandler
  readonly #unread: FairQueue
  readonly #signal: AbortSignal
  /** Milliseconds between readings. */
  readonly #while: number
  #reading: Promise<void> | undefined
  /** How many wait for what has arrived: no time is spent between two readings for their sake. */
  #settling = 0
  /** Ends the time between two readings. */
  #hurry: (() => void) | undefined

  /**
   * Reads until the signal is aborted.
   * @param gather milliseconds from one reading to the next, unless there is enough for one before
   */
  constructor(
    modules: BatchReaderModules,
    handle: BatchHandler,
    gather: number,
    { peerBatches, peerBatchBytes, peersBytes }: BatchLimits,
    signal: AbortSignal,
  ) {
    this.#while = gather
    this.#modules = modules
    this.#handle = handle
    this.#unread = new FairQueue({ messages: peerBatches, bytes: peerBatchBytes, allBytes: peersBytes })
    this.#signal = signal
    const leave = modules.channel.onMessage((from, bytes, judge) => {
      if (bytes.length > MAX_BATCH_LENGTH) {
        judge('reject')
        modules.misbehaved(from, 'transactions in a message longer than any', 'oversize')
      } else if (this.#unread.add(from, bytes, judge)) {
        this.#reading ??= this.#read()
        if (this.#unread.bytes >= ENOUGH) this.#hurry?.()
      }
    })
    signal.addEventListener('abort', leave, { once: true })
  }

  /** Resolves when what has arrived by now has been taken. */
  async settle(): Promise<void> {
    this.#settling += 1
    this.#hurry?.()
    try {
      await this.#reading
    } finally {
      this.#settling -= 1
    }
  }

  async #read(): Promise<void> {
    // Whatever arrives in the same turn is verified together.
    await breath()
    while (!this.#unread.isEmpty && !this.#signal.aborted) {
      const handled: Promise<void>[] = []
      for (let taken = 0; taken < READ_TOGETHER && !this.#unread.isEmpty; ) {
        const [{ from, bytes, judge }] = this.#unread.take(1) as [ReturnType<FairQueue['take']>[number]]
        const transactions = this.#decode(from, bytes)
        if (!transactions) judge('reject')
        else handled.push(this.#judge(from, transactions, judge))
        taken += transactions?.length ?? 1
      }
      await Promise.all(handled)
      await this.#rest()
    }
    this.#reading = undefined
  }

  /** Waits for more to come. */
  async #rest(): Promise<void> {
    const ending = new AbortController()
    this.#hurry = () => ending.abort()
    try {
      if (this.#unread.bytes < ENOUGH && this.#settling === 0)
        await this.#modules.clock.sleep(this.#while, AbortSignal.any([ending.signal, this.#signal]))
    } catch {
      // no need to wait any longer
    }
    this.#hurry = undefined
  }

  #decode(from: PeerId, bytes: Uint8Array): Uint8Array[] | undefined {
    try {
      return decodeBatch(bytes)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      this.#modules.misbehaved(from, `transactions that cannot be decoded: ${error.message}`, 'malformed')
      return undefined
    }
  }

  async #judge(from: PeerId, transactions: readonly Uint8Array[], judge: (verdict: Verdict) => void) {
    try {
      judge(await this.#handle(from, transactions))
    } catch (error) {
      judge('ignore')
      if (!this.#signal.aborted)
        this.#modules.logger.error({ err: error }, 'transactions of a peer could not be checked')
    }
  }
}
