/**
 * Transactions that wait for a block. Each is checked as far as it can be, the cheap checks first: length and shape, then
 * whether its inputs are there to be spent, then all the rest in a worker, together with what else has come in since the
 * last check. What is in the pool fits the head and fits together, so any part of it makes a block; but for operations on
 * the stake, each of which fits the head alone. Those of which only one can ever be in the chain exclude each other like
 * transactions that spend one coin: the first that has passed all checks stays, so nobody keeps another's place with what
 * is not valid. Of the rest a leader leaves out those that do not fit together.
 *
 * Nothing here is kept on disk: a wallet hands in its own transactions again after a restart.
 */
import { concat, fromHex, toHex } from '../../protocol/bytes.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { inputContext } from '../../protocol/output.ts'
import { claimsOf } from '../../protocol/stake/claims.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import { decodeTransaction, transactionId } from '../../protocol/transaction.ts'
import { breath } from '../breath.ts'
import type { Chain, CommittedBlock } from '../chain/chain.ts'
import { placeOfTransaction } from '../chain/find.ts'
import { MAX_TRANSACTION_LENGTH, operationOf, readInputs } from '../chain/transaction-layout.ts'
import type { Clock } from '../clock.ts'
import { NodeError } from '../errors.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { digestOf } from './digest.ts'
import { Pool, type PoolEntry, type PoolLimits } from './pool.ts'
import { type Needed, tryOperation } from './try-operation.ts'
import { Verification, type VerificationLimits } from './verification.ts'

/** What became of a transaction that was handed in. */
export type Admission =
  | {
      readonly accepted: true
      readonly id: Uint8Array
      /** It is in a block already, not in the pool. */
      readonly final: boolean
    }
  | {
      readonly accepted: false
      /** ProtocolError: it is not valid. NodeError: `input_spent`, or `mempool_full` and `stake_claimed` (which can change). */
      readonly error: ProtocolError | NodeError
    }

/** A transaction left the pool without having become final. */
export type Dropped = {
  /** Transaction id, hex. */
  readonly id: string
  /**
   * `conflict`: another spent its input, or did what only one can do. `expired`: no block took it. `unfit`: it did not fit a
   * block after all. `refused`: the stake is such by now that its operation cannot be made.
   */
  readonly reason: 'conflict' | 'expired' | 'unfit' | 'refused'
  /** The rule that refuses the operation. */
  readonly rule?: ProtocolError | undefined
}

export type MempoolLimits = PoolLimits & VerificationLimits

const NONE: ReadonlySet<Uint8Array> = new Set()

type Candidate = {
  readonly digest: string
  readonly bytes: Uint8Array
  readonly inputs: readonly Uint8Array[]
  readonly operation: Operation | undefined
  readonly claims: readonly string[]
}

export class Mempool {
  readonly #chain: Chain
  readonly #pool: Pool
  readonly #verification: Verification
  /** Being checked, by digest: handed in twice, a transaction is checked once. */
  readonly #checking = new Map<string, Promise<Admission>>()
  readonly #listeners = new Set<(dropped: Dropped) => void>()
  #retrying: Promise<void> | undefined
  readonly #acceptedListeners = new Set<(entry: PoolEntry) => void>()

  constructor(modules: { chain: Chain; workers: NodeWorkers; clock: Clock }, limits: MempoolLimits) {
    const { chain } = modules
    this.#chain = chain
    this.#pool = new Pool(limits)
    this.#verification = new Verification(
      { chainId: chain.state.chainId, params: chain.params },
      modules,
      limits,
    )
    chain.onCommit((block) => this.#follow(block))
  }

  /** Transactions that wait. */
  get size(): number {
    return this.#pool.size
  }

  /** Bytes of the transactions that wait. */
  get bytes(): number {
    return this.#pool.bytes
  }

  /** The bytes of a waiting transaction. */
  get(id: string): Uint8Array | undefined {
    return this.#pool.get(id)?.bytes
  }

  /** Whether the proofs of exactly this encoded transaction have been verified. */
  isVerified(bytes: Uint8Array): boolean {
    return this.#pool.hasDigest(digestOf(bytes))
  }

  /**
   * Waiting transactions in the order they came, at most `count`, `bytes` together, and `operations` on the stake.
   * @param except some that this method gave before, and is not to give again.
   */
  candidates(
    count: number,
    bytes: number,
    operations = Number.POSITIVE_INFINITY,
    except: ReadonlySet<Uint8Array> = NONE,
  ): Uint8Array[] {
    const taken = this.#pool.oldest(count, bytes, operations, (entry) => except.has(entry.bytes))
    return taken.map((entry) => entry.bytes)
  }

  /** Transactions that have waited for `blocks` blocks or more, the oldest, at most `count` and at most `bytes` together. */
  overdue(blocks: number, count: number, bytes: number): Uint8Array[] {
    const since = this.#chain.height - blocks
    return this.#pool.oldest(count, bytes).flatMap((entry) => (entry.height <= since ? [entry.bytes] : []))
  }

  /** Called when a transaction leaves without having become final. Listeners do not throw. Returns what ends it. */
  onDropped(listener: (dropped: Dropped) => void): () => void {
    const own = (dropped: Dropped) => listener(dropped)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  /** Called with each transaction that is new in the pool. Listeners do not throw. Returns what ends it. */
  onAccepted(listener: (entry: PoolEntry) => void): () => void {
    const own = (entry: PoolEntry) => listener(entry)
    this.#acceptedListeners.add(own)
    return () => this.#acceptedListeners.delete(own)
  }

  /**
   * Takes a transaction in, whatever the bytes. One that waits or is final already is accepted again without a check.
   * @throws WorkerError or StoreError when the node itself fails, never over the bytes.
   */
  async submit(bytes: Uint8Array): Promise<Admission> {
    if (bytes.length > MAX_TRANSACTION_LENGTH) return tooLong()
    const copy = bytes.slice()
    const digest = digestOf(copy)
    const running = this.#checking.get(digest)
    if (running) return running
    const admission = this.#admit(copy, digest)
    this.#checking.set(digest, admission)
    try {
      return await admission
    } finally {
      this.#checking.delete(digest)
    }
  }

  /**
   * Checks a transaction as {@link submit} does, and leaves the pool as it is.
   * @returns what `admit` takes, when it is valid and new here; else what `submit` would answer.
   * @throws WorkerError or StoreError when the node itself fails, never over the bytes.
   */
  async check(bytes: Uint8Array): Promise<PoolEntry | Admission> {
    if (bytes.length > MAX_TRANSACTION_LENGTH) return tooLong()
    return refusing(() => this.#check(bytes, digestOf(bytes)))
  }

  /** Takes a transaction in that was checked before: its proofs are not verified again. */
  admit(checked: PoolEntry): Promise<Admission> {
    return refusing(() => this.#place(checked))
  }

  /** Takes out transactions that did not fit a block. */
  drop(transactions: readonly Uint8Array[], rule?: ProtocolError): void {
    for (const { id } of this.#entriesOf(transactions)) this.#remove(id, 'unfit', rule)
  }

  /** Puts transactions behind all others that may fit a later block. After each block the pool looks whether they still may. */
  moveBack(transactions: readonly Uint8Array[]): void {
    for (const { id } of this.#entriesOf(transactions)) this.#pool.moveBack(id)
  }

  #entriesOf(transactions: readonly Uint8Array[]): PoolEntry[] {
    return transactions.flatMap((one) => this.#pool.ofDigest(digestOf(one)) ?? [])
  }

  #admit(bytes: Uint8Array, digest: string): Promise<Admission> {
    return refusing(async () => {
      const checked = await this.#check(bytes, digest)
      return 'accepted' in checked ? checked : this.#place(checked)
    })
  }

  /** @throws ProtocolError, NodeError of what speaks against it. */
  async #check(bytes: Uint8Array, digest: string): Promise<PoolEntry | Admission> {
    const operation = operationOf(bytes)
    const claims = operation ? claimsOf(operation) : []
    const candidate = { digest, bytes, inputs: readInputs(bytes), operation, claims }
    const { height } = this.#chain
    const coins = await this.#chain.coins(candidate.inputs)
    const inputs = candidate.inputs.map(toHex)
    if (coins.length < inputs.length || this.#pool.claimed(inputs) !== undefined) {
      return this.#checkAgain(candidate)
    }
    // what waits already would have its inputs claimed, so this is another one
    this.#assertUnclaimed(inputs, claims)
    this.#assertRoom(candidate)
    const needed = await this.#tried(candidate)
    const item = { transaction: bytes, coins: concat(...coins.map(({ core }) => core)), ...needed }
    const id = await this.#verification.verify(item)
    return { ...candidate, id: toHex(id), inputs, height }
  }

  /** Puts in what was checked at some height. @throws as {@link #check} when it does not fit any more. */
  async #place(checked: PoolEntry): Promise<Admission> {
    const candidate = { ...checked, inputs: checked.inputs.map(fromHex) }
    for (let { height } = checked; height !== this.#chain.height; ) {
      // a block that came in between may have spent an input, or changed the stake
      height = this.#chain.height
      if (await this.#missing(candidate)) {
        const again = await this.#checkAgain(candidate)
        return 'accepted' in again ? again : this.#place(again)
      }
      await this.#tried(candidate)
    }
    return this.#insert({ ...checked, height: this.#chain.height })
  }

  /** Tries its operation, if it has one, on the head's stake. @throws ProtocolError of the rule that refuses it. */
  async #tried({ operation, inputs }: Candidate): Promise<Needed | undefined> {
    return operation && tryOperation(operation, inputContext(inputs), this.#chain)
  }

  /** Puts a verified transaction in whose inputs are unspent, unless the pool has changed while it was being verified. */
  #insert(entry: PoolEntry): Admission {
    if (!this.#pool.get(entry.id)) {
      this.#assertUnclaimed(entry.inputs, entry.claims)
      this.#assertRoom(entry)
      this.#pool.add(entry)
      for (const listener of [...this.#acceptedListeners]) listener(entry)
    }
    return { accepted: true, id: fromHex(entry.id), final: false }
  }

  /**
   * A transaction that cannot be new, since an input is claimed or not there: it is accepted if it waits or is final itself.
   * Only here its id is needed, and worked out on this thread.
   * @throws NodeError `input_spent`, `stake_claimed`; ProtocolError `unknown_input` or the rule that its structure breaks.
   */
  async #checkAgain(candidate: Candidate): Promise<PoolEntry | Admission> {
    const id = transactionId(this.#chain.state.chainId, decodeTransaction(candidate.bytes))
    if (this.#pool.get(toHex(id))) return { accepted: true, id, final: false }
    if (await placeOfTransaction(this.#chain.tables, id)) return { accepted: true, id, final: true }
    this.#assertUnclaimed(candidate.inputs.map(toHex), candidate.claims)
    const missing = await this.#missing(candidate)
    // the rival that claimed an input has left the pool meanwhile
    if (!missing) return this.#check(candidate.bytes, candidate.digest)
    const outputId = toHex(missing)
    if (await this.#chain.tables.spends.has(missing)) throw new NodeError('input_spent', { outputId })
    throw new ProtocolError('unknown_input', 'an input does not exist', { output: outputId })
  }

  /** The first input that is no unspent coin. */
  async #missing({ inputs }: Candidate): Promise<Uint8Array | undefined> {
    const found = new Set((await this.#chain.coins(inputs)).map(({ id }) => toHex(id)))
    return inputs.find((input) => !found.has(toHex(input)))
  }

  /** @throws NodeError unless no transaction of the pool spends one of these inputs, or has an operation that claims the same. */
  #assertUnclaimed(inputs: readonly string[], claims: readonly string[]): void {
    const outputId = this.#pool.claimed(inputs)
    if (outputId !== undefined) throw new NodeError('input_spent', { outputId })
    const transactionId = this.#pool.claimant(claims)
    if (transactionId !== undefined) throw new NodeError('stake_claimed', { transactionId })
  }

  #assertRoom({ bytes, operation }: Pick<Candidate, 'bytes' | 'operation'>): void {
    if (!this.#pool.hasRoom(bytes.length, operation !== undefined)) throw new NodeError('mempool_full', {})
  }

  /** What a block has taken, spent or settled leaves the pool, and what has grown too old. */
  #follow({ height, transactionIds, spent, claims }: CommittedBlock): void {
    for (const id of transactionIds) this.#pool.remove(toHex(id))
    const taken = [...spent.map(toHex), ...claims]
    for (const { id } of this.#pool.removeClaiming(taken)) this.#tell({ id, reason: 'conflict' })
    for (const { id } of this.#pool.removeExpired(height)) this.#tell({ id, reason: 'expired' })
    this.#retrying ??= this.#retry().finally(() => {
      this.#retrying = undefined
    })
  }

  /** Tries all operations on the stake as it is after a block; begins again when the next one comes meanwhile. */
  async #retry(): Promise<void> {
    for (let height = -1; height !== this.#chain.height; ) {
      height = this.#chain.height
      for (const { id, operation, inputs } of this.#pool.withOperation()) {
        if (height !== this.#chain.height) break
        await breath()
        try {
          await tryOperation(operation!, inputContext(inputs.map(fromHex)), this.#chain)
        } catch (error) {
          // What keeps the store from answering is for others to tell.
          if (error instanceof ProtocolError && height === this.#chain.height)
            this.#remove(id, 'refused', error)
        }
      }
    }
  }

  #remove(id: string, reason: Dropped['reason'], rule?: ProtocolError): void {
    if (this.#pool.remove(id)) this.#tell({ id, reason, ...(rule && { rule }) })
  }

  #tell(dropped: Dropped): void {
    for (const listener of [...this.#listeners]) listener(dropped)
  }
}

/** Answers with what speaks against the transaction; what the node itself fails over is thrown. */
async function refusing<T>(work: () => Promise<T>): Promise<T | Admission> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof NodeError) return { accepted: false, error }
    throw error
  }
}

function tooLong(): Admission {
  return { accepted: false, error: new ProtocolError('invalid_encoding', 'longer than any transaction') }
}
