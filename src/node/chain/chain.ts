/**
 * The chain of final blocks and the state after them, on disk. A block comes in two steps: `check` holds it against the
 * rules without changing anything, `commit` stores it with all it changes, and the event that tells of it, in one batch.
 */
import { toHex } from '../../protocol/bytes.ts'
import { type Certificate, NO_CERTIFICATE } from '../../protocol/certificate.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Genesis } from '../../protocol/genesis.ts'
import { decidedBy, type LedgerState } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import type { StakeEvent } from '../../protocol/stake/events.ts'
import type { Evidence } from '../../protocol/stake/evidence.ts'
import type { Operation } from '../../protocol/stake/operation.ts'
import type { EntryChange } from '../../protocol/stake/table.ts'
import type { Batch } from '../batch.ts'
import type { EventLog, NewEvent } from '../events.ts'
import type { NodeLimits } from '../limits.ts'
import { stakeTopicEvent } from '../stake/event-view.ts'
import type { Store } from '../store.ts'
import type { ApplyJob, ApplyResult } from '../workers/apply.ts'
import { type EncodedCoin, packCoins } from '../workers/coins.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { packState, unpackState } from '../workers/state.ts'
import { refusalError, type VerifyItem } from '../workers/verify.ts'
import { verifyInParts } from '../workers/verify-in-parts.ts'
import { type FetchedStake, stakeViewOf } from '../workers/view.ts'
import { type SplitTransaction, signersOf, spendingItems, storedBlock, takeApart } from './block-parts.ts'
import type { BlockRecord } from './block-record.ts'
import { blockEvent } from './block-view.ts'
import { CoinReader } from './coin-reader.ts'
import { fetchStake } from './fetch-stake.ts'
import type { Head } from './head-record.ts'
import type { Pruned } from './pruned.ts'
import type { ChainTables } from './tables.ts'
import { writeBlock, writeState } from './write-block.ts'

export type ChainModules = {
  readonly store: Store
  readonly events: EventLog
  readonly workers: NodeWorkers
}

export type ChainLimits = Pick<NodeLimits, 'openingCheck' | 'verifyPart'>

/** What is known of a chain when it is opened. */
export type LoadedChain = {
  readonly genesis: Genesis
  readonly genesisId: Uint8Array
  readonly tables: ChainTables
  readonly head: Head
  /** Of the head; undefined for genesis. */
  readonly certificate: Certificate | undefined
  readonly pruned: Pruned
}

/** A block as it is stored, with what it changes beside the state. */
export type StoredBlock = {
  readonly record: Omit<BlockRecord, 'certificate'>
  readonly blockId: Uint8Array
  readonly transactions: readonly SplitTransaction[]
  /** Ids of the outputs it makes, in the order of transactions and their outputs. */
  readonly outputIds: readonly Uint8Array[]
  /** Entries of the stake's table that change, and what happens to stake by rule. */
  readonly entries: readonly EntryChange[]
  readonly stakeEvents: readonly StakeEvent[]
  /** What its operations claim, as `claimsOf` says: no other can have it any more. */
  readonly claims: readonly string[]
}

/** A block that breaks no rule, and what it does to the state it was checked against. */
export type CheckedBlock = StoredBlock & {
  readonly parent: LedgerState
  /** After the block. */
  readonly state: LedgerState
}

/** The same of blocks in a row. Only the last of them changes the validators. */
export type CheckedBlocks = {
  readonly blocks: readonly StoredBlock[]
  /** Before the first, and after the last. */
  readonly parent: LedgerState
  readonly state: LedgerState
}

/** What others learn of a block that has become final. */
export type CommittedBlock = {
  readonly height: number
  readonly id: Uint8Array
  readonly transactionIds: readonly Uint8Array[]
  /** Ids of the outputs it spends. */
  readonly spent: readonly Uint8Array[]
  /** What its operations claim of the stake. */
  readonly claims: readonly string[]
  /** Entries of the stake's table that it changed, and what happened to stake by rule. */
  readonly entries: readonly EntryChange[]
  readonly stakeEvents: readonly StakeEvent[]
}

export class Chain {
  readonly genesis: Genesis
  /** Id of block 0. */
  readonly genesisId: Uint8Array
  readonly tables: ChainTables
  readonly #modules: ChainModules
  readonly #limits: ChainLimits
  readonly #coins: CoinReader
  readonly #listeners = new Set<(block: CommittedBlock) => void>()
  #head: Head
  #certificate: Certificate
  #turn: Promise<unknown> = Promise.resolve()
  #pruned: Pruned

  /** Use {@link openChain}. */
  constructor(loaded: LoadedChain, modules: ChainModules, limits: ChainLimits) {
    this.genesis = loaded.genesis
    this.genesisId = loaded.genesisId
    this.tables = loaded.tables
    this.#coins = new CoinReader(loaded.tables)
    this.#modules = modules
    this.#limits = limits
    this.#head = loaded.head
    this.#certificate = loaded.certificate ?? NO_CERTIFICATE
    this.#pruned = loaded.pruned
  }

  get params(): NetworkParams {
    return this.genesis.params
  }

  /** The state after the last final block. */
  get state(): LedgerState {
    return this.#head.state
  }

  get height(): number {
    return this.#head.state.height
  }

  /** What made the last block final; NO_CERTIFICATE for genesis. */
  get certificate(): Certificate {
    return this.#certificate
  }

  get unspentOutputs(): number {
    return this.#head.unspentOutputs
  }

  /** Which blocks are whole. */
  get pruned(): Pruned {
    return this.#pruned
  }

  /** For whoever prunes: to be called when that is on disk. */
  setPruned(pruned: Pruned): void {
    this.#pruned = pruned
  }

  /** Called after each commit, in order. Listeners do not throw. Returns what ends it. */
  onCommit(listener: (block: CommittedBlock) => void): () => void {
    const own = (block: CommittedBlock) => listener(block)
    this.#listeners.add(own)
    return () => this.#listeners.delete(own)
  }

  /** Those of `ids` that are unspent coins, as of the head; others are left out. */
  coins(ids: readonly Uint8Array[]): Promise<EncodedCoin[]> {
    return this.#coins.read(ids)
  }

  /** What operations and evidence would look up if they were in the next block, as of the head. */
  stakeFor(operations: readonly Operation[], evidence: readonly Evidence[] = []): Promise<FetchedStake> {
    return fetchStake(this, operations, evidence)
  }

  /**
   * Checks an encoded block as the next one: its rules and, beside that, the proofs of its transactions.
   * @param options.now the clock to hold its time against; left out for a block that a certificate vouches for.
   * @param options.verified says of an encoded transaction that its proofs have been verified before.
   * @throws ProtocolError naming the first rule it breaks.
   */
  async check(
    bytes: Uint8Array,
    options: { now?: number; verified?: (transaction: Uint8Array) => boolean } = {},
  ): Promise<CheckedBlock> {
    const { verified = () => false, now } = options
    const parent = this.state
    const { params } = this
    const parts = takeApart(bytes, params)
    const { transactions, extras, operations } = parts
    const stake = await this.stakeFor([...operations.values()], extras.evidence)
    const inputs = transactions.flatMap((transaction) => transaction.inputs)
    const coins = await this.coins(inputs)
    const view = { coins: packCoins(coins), ...stake }
    const job = { params, state: packState(parent), block: bytes, view, now }
    const { findEntry } = stakeViewOf(stake)
    const signers = signersOf(operations, parent, findEntry)
    // with an input that does not exist the block breaks a rule whatever its proofs are worth
    const spending = coins.length === inputs.length ? spendingItems(parts, coins, signers) : []
    const result = await this.#execute(
      job,
      spending.filter(({ transaction }) => !verified(transaction)),
    )
    const state = unpackState(result.state)
    return { ...storedBlock(parts, { ...result, blockId: state.blockId }), parent, state }
  }

  /** Applies the block in one thread while others verify; a rule it breaks is told before a proof that does not hold. */
  async #execute(job: ApplyJob, unverified: readonly VerifyItem[]): Promise<ApplyResult> {
    const { workers } = this.#modules
    const needless = new AbortController()
    const applying = workers.run('apply', job)
    const network = { chainId: job.state.chainId, params: job.params }
    const verifying = verifyInParts({ ...network, items: unverified }, workers, this.#limits, needless.signal)
    verifying.catch(() => {})
    try {
      const result = await applying
      const [refused] = await verifying
      if (refused) throw refusalError(refused)
      return result
    } finally {
      needless.abort()
    }
  }

  /**
   * Makes a checked block the new head.
   * @throws ProtocolError `invalid_certificate` unless the certificate makes it final, `invalid_block` when the head is not
   * the one it was checked against.
   */
  async commit(block: CheckedBlock, certificate: Certificate): Promise<void> {
    const { parent, state } = block
    const { height, blockId } = state
    await this.#modules.workers.run('certify', {
      certificate,
      chainId: parent.chainId,
      params: { leak: this.params.stake.leak },
      validators: decidedBy(state, this.params),
      height,
      blockId,
    })
    await this.extend({ blocks: [block], parent, state }, [certificate])
  }

  /**
   * Makes the last of checked blocks the new head, in one batch.
   * @param certificates of each, which have been verified
   * @param beside adds to the batch
   * @throws ProtocolError `invalid_block` when the head is not the one they were checked against.
   */
  async extend(
    { blocks, parent, state }: CheckedBlocks,
    certificates: readonly Certificate[],
    beside: (batch: Batch) => void = () => {},
  ): Promise<void> {
    await this.#modules.store.transact(async (batch) => {
      if (this.state !== parent) {
        throw new ProtocolError('invalid_block', 'the block was checked against another head')
      }
      const head = { state, unspentOutputs: this.unspentOutputs + addedOutputs(blocks) }
      batch.onCommit(() => {
        this.#head = head
        this.#certificate = certificates.at(-1)!
      })
      for (const [index, block] of blocks.entries()) {
        await writeBlock(batch, this.tables, block, certificates[index]!)
        this.#modules.events.append(batch, this.#eventsOf(block))
      }
      await writeState(batch, this.tables, parent, head, this.params.stake)
      beside(batch)
      batch.onCommit(() => {
        for (const block of blocks) this.#tell(block)
      })
    })
  }

  /** Runs what checks and commits when nobody else does: what is checked against a head is not to find another one. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => {})
    return done
  }

  #eventsOf({ blockId, record, stakeEvents }: StoredBlock): NewEvent[] {
    const { height } = record.header
    const told = stakeEvents.flatMap(
      (event) => stakeTopicEvent(event, height, this.#here, this.params.stake) ?? [],
    )
    return [{ topic: 'chain.block', event: blockEvent(blockId, record) }, ...told]
  }

  /** What records of awards say of the chain. */
  get #here() {
    return { network: this.params.network, chainId: toHex(this.state.chainId) }
  }

  #tell({ blockId: id, record, transactions, entries, stakeEvents, claims }: StoredBlock): void {
    const { transactionIds, header } = record
    const { height } = header
    const spent = transactions.flatMap(({ inputs }) => inputs)
    for (const listener of [...this.#listeners])
      listener({ height, id, transactionIds, spent, claims, entries, stakeEvents })
  }
}

/** How many more outputs are unspent after blocks than before. */
function addedOutputs(blocks: readonly StoredBlock[]): number {
  return blocks.reduce(
    (sum, { outputIds, transactions }) =>
      sum + outputIds.length - transactions.reduce((spent, { inputs }) => spent + inputs.length, 0),
    0,
  )
}
