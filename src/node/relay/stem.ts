/**
 * The stem of Dandelion++: a transaction goes from node to node, to one neighbour each time, before it is made public, so that
 * whoever hears of it first does not hear of it from its author. Each node on the way checks it like any other, keeps it where
 * nobody can ask for it, and makes it public itself when it has not become so after a while: a relay that swallows it, or a
 * stem that runs in a circle, costs time only.
 *
 * What is known of a transaction by one edge makes no difference to what comes by another: not whether it is taken, not where
 * it goes, not how long its check takes.
 */
import { fromHex, toHex } from '../../protocol/bytes.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import type { Random } from '../../protocol/crypto/random.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Chain } from '../chain/chain.ts'
import { readInputs } from '../chain/transaction-layout.ts'
import type { Clock } from '../clock.ts'
import type { Misbehaved } from '../consensus/inbox.ts'
import { NodeError } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { StemMeasures } from '../measures.ts'
import { digestOf } from '../mempool/digest.ts'
import type { Admission, Mempool } from '../mempool/mempool.ts'
import type { PoolEntry } from '../mempool/pool.ts'
import type { NodeNetwork, Verdict } from '../network/channel.ts'
import { randomExponential } from '../random-numbers.ts'
import { type BatchLimits, BatchReader } from './batch-reader.ts'
import { Collector } from './collector.ts'
import type { Flush } from './flush.ts'
import { isInvalidInItself } from './of-the-head.ts'
import { LONGEST, type RelayParams } from './params.ts'
import { RelayWatch } from './relay-watch.ts'
import { type Edge, OWN, Routes } from './routes.ts'
import { type StemEntry, Stempool, type StempoolLimits } from './stempool.ts'

export type StemModules = {
  readonly chain: Pick<Chain, 'onCommit'>
  readonly mempool: Pick<Mempool, 'check' | 'admit' | 'onAccepted'>
  readonly network: Pick<NodeNetwork, 'connections' | 'stem' | 'seeks'>
  readonly clock: Clock
  readonly random: Random
  readonly logger: Logger
  readonly misbehaved: Misbehaved
  /** When what is made public here goes out. */
  readonly flush: Flush
  /** Says a transaction of the pool to the neighbours. */
  readonly publish: (transaction: Uint8Array) => void
}

/** Neighbours that something may wait for at once: relays change. */
const COLLECTORS = 16

export class Stem {
  readonly #modules: StemModules
  readonly #params: RelayParams
  readonly #signal: AbortSignal
  readonly #routes: Routes
  readonly #stempool: Stempool
  readonly #reader: BatchReader
  readonly #watch: RelayWatch
  readonly #collectors = new Map<PeerId, Collector>()
  #passedOn = 0
  #ended = 0
  #overdue = 0

  /** Passes on until the signal is aborted; what is on its way then is forgotten. */
  constructor(
    modules: StemModules,
    params: RelayParams,
    limits: StempoolLimits & BatchLimits,
    signal: AbortSignal,
  ) {
    const { chain, mempool, network, clock, logger, misbehaved } = modules
    this.#modules = modules
    this.#params = params
    this.#signal = signal
    this.#routes = new Routes(modules, params)
    this.#stempool = new Stempool(limits)
    const watched = { clock, seeks: network.seeks ?? false, isOpen: () => this.#isOpen }
    this.#watch = new RelayWatch(watched, params, signal)
    const reading = { channel: network.stem, clock, logger, misbehaved }
    const hear = (from: PeerId, batch: readonly Uint8Array[]) => this.#hear(from, batch)
    this.#reader = new BatchReader(reading, hear, params.gather, limits, signal)
    const endings = [
      mempool.onAccepted(({ inputs }) => this.#stempool.removeSpending(inputs)),
      chain.onCommit(({ spent }) => this.#stempool.removeSpending(spent.map(toHex))),
      () => this.#stempool.clear(),
    ]
    const end = () => {
      for (const ending of endings) ending()
    }
    signal.addEventListener('abort', end, { once: true })
  }

  get measures(): StemMeasures {
    const { size: transactions, bytes } = this.#stempool
    return { transactions, bytes, passedOn: this.#passedOn, ended: this.#ended, overdue: this.#overdue }
  }

  /** Whether there is somebody to whom this node's own transactions can go first, or soon may be. */
  get takesOwn(): boolean {
    return this.#isOpen || this.#watch.isAwaited
  }

  /**
   * Takes a transaction of this node's own. Answers as the pool would that is not in it yet.
   * @param bytes not changed afterwards
   * @throws WorkerError or StoreError when the node itself fails
   */
  submit(bytes: Uint8Array): Promise<Admission> {
    return this.#take(OWN, bytes)
  }

  /** Sends what waits, and resolves when what has arrived by now has been taken. */
  async settle(): Promise<void> {
    for (const collector of this.#collectors.values()) collector.flush()
    await this.#reader.settle()
  }

  get #isOpen(): boolean {
    return this.#routes.next(OWN) !== undefined
  }

  async #hear(from: PeerId, batch: readonly Uint8Array[]): Promise<Verdict> {
    const admissions = await Promise.all(batch.map((bytes) => this.#take(from, bytes)))
    let verdict: Verdict = 'ignore'
    for (const admission of admissions) {
      if (admission.accepted || !isInvalidInItself(admission.error)) continue
      verdict = 'reject'
      this.#modules.misbehaved(from, `an invalid transaction by the stem: ${admission.error.message}`)
    }
    return verdict
  }

  async #take(from: Edge, bytes: Uint8Array): Promise<Admission> {
    const stempool = this.#stempool
    const digest = digestOf(bytes)
    const known = stempool.get(from, digest)?.admission
    if (known) return known
    const inputs = readHexInputs(bytes)
    if (inputs instanceof ProtocolError) return { accepted: false, error: inputs }
    const outputId = stempool.claimed(from, inputs)
    if (outputId !== undefined) return { accepted: false, error: new NodeError('input_spent', { outputId }) }
    if (!stempool.hasRoom(from, bytes.length)) return FULL()
    const entry: StemEntry = {
      from,
      digest,
      bytes,
      inputs,
      left: new AbortController(),
      admission: undefined,
    }
    stempool.add(entry)
    entry.admission = this.#check(entry)
    return entry.admission
  }

  async #check(entry: StemEntry): Promise<Admission> {
    const { mempool } = this.#modules
    try {
      const checked = await mempool.check(entry.bytes)
      if ('accepted' in checked) {
        this.#stempool.remove(entry)
        return checked
      }
      if (this.#stempool.has(entry)) {
        this.#passOn(entry, checked)
        return { accepted: true, id: fromHex(checked.id), final: false }
      }
      // It, or another that spends the same, has become public while it was checked.
      const now = await mempool.check(entry.bytes)
      return 'accepted' in now ? now : FULL()
    } catch (error) {
      this.#stempool.remove(entry)
      throw error
    }
  }

  #passOn(entry: StemEntry, checked: PoolEntry): void {
    const relay = this.#routes.next(entry.from)
    if (relay === undefined && entry.from === OWN && this.#watch.isAwaited) {
      void this.#awaitRelay(entry, checked)
    } else if (relay === undefined) {
      this.#ended++
      void this.#diffuse(entry, checked)
    } else {
      this.#passedOn++
      this.#collectorFor(relay).add(entry.bytes, () => this.#stempool.has(entry))
      void this.#keepEmbargo(entry, checked)
    }
  }

  async #awaitRelay(entry: StemEntry, checked: PoolEntry): Promise<void> {
    try {
      await this.#watch.settled(entry.left.signal)
    } catch {
      return
    }
    this.#passOn(entry, checked)
  }

  #collectorFor(relay: PeerId): Collector {
    const { network, clock } = this.#modules
    const collectors = this.#collectors
    let collector = collectors.get(relay)
    if (!collector) {
      // One that is let go of still sends what waits in it.
      if (collectors.size >= COLLECTORS) collectors.delete(collectors.keys().next().value!)
      const send = (batch: Uint8Array) => network.stem.send(relay, batch)
      collector = new Collector(send, this.#params.collect, { clock, signal: this.#signal })
      collectors.set(relay, collector)
    }
    return collector
  }

  async #keepEmbargo(entry: StemEntry, checked: PoolEntry): Promise<void> {
    const { clock, random } = this.#modules
    const time = randomExponential(this.#params.embargo, LONGEST, random)
    try {
      await clock.sleep(time, entry.left.signal)
    } catch {
      return
    }
    this.#overdue++
    await this.#diffuse(entry, checked)
  }

  /** Makes a transaction public, unless it has become so by then. */
  async #diffuse(entry: StemEntry, checked: PoolEntry): Promise<void> {
    const { mempool, flush, publish, logger } = this.#modules
    try {
      await flush.next()
      if (!this.#stempool.remove(entry)) return
      const admission = await mempool.admit(checked)
      if (admission.accepted && !admission.final) publish(entry.bytes)
    } catch (error) {
      if (!this.#signal.aborted) logger.error({ err: error }, 'a transaction could not be made public')
    }
  }
}

const FULL = (): Admission => ({ accepted: false, error: new NodeError('mempool_full', {}) })

function readHexInputs(bytes: Uint8Array): string[] | ProtocolError {
  try {
    return readInputs(bytes).map(toHex)
  } catch (error) {
    if (error instanceof ProtocolError) return error
    throw error
  }
}
