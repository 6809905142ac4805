/**
 * Consensus among the validators whose keys are on this node; on a development network that is the only one. The path is
 * the one every validator goes: the leader of the round proposes, the proposal is checked like any other, the votes are
 * written down before they are signed, and only their certificate makes the block final. Nothing is shown to anybody
 * before that, which is why no rounds of prevotes and locks are needed here.
 */
import { equalBytes } from '../../protocol/bytes.ts'
import { precommitMessage } from '../../protocol/certificate.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { leaderOf } from '../../protocol/validators.ts'
import type { Chain, CheckedBlock } from '../chain/chain.ts'
import { splitTransaction } from '../chain/transaction-layout.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Mempool } from '../mempool/mempool.ts'
import type { Store } from '../store.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { Consensus } from './consensus.ts'
import type { ValidatorKey } from './validator-key.ts'
import { VoteJournal } from './vote-journal.ts'
import { VoteTally } from './vote-tally.ts'

export type ConsensusModules = {
  readonly store: Store
  readonly chain: Chain
  readonly mempool: Mempool
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
}

export type ConsensusLimits = Pick<NodeLimits, 'proposalBytes' | 'roundTimeout' | 'retryDelay'>

export class LocalConsensus implements Consensus {
  readonly #keys: readonly ValidatorKey[]
  readonly #modules: ConsensusModules
  readonly #limits: ConsensusLimits
  readonly #journal: VoteJournal
  /** Blocks are made one after the other, whoever asks for them. */
  #queue: Promise<unknown> = Promise.resolve()

  constructor(keys: readonly ValidatorKey[], modules: ConsensusModules, limits: ConsensusLimits) {
    this.#keys = keys
    this.#modules = modules
    this.#limits = limits
    this.#journal = new VoteJournal(modules.store)
  }

  async run(signal: AbortSignal): Promise<void> {
    const { chain, clock, logger } = this.#modules
    while (!signal.aborted) {
      try {
        const { state } = chain
        await clock.sleep(this.#untilDue(), signal)
        // Blocks asked for in the meantime put the next one off.
        if (chain.state === state) await this.#next(signal)
      } catch (error) {
        if (signal.aborted) break
        logger.error({ err: error, height: chain.height + 1 }, 'no block could be made')
        await clock.sleep(this.#limits.retryDelay, signal).catch(() => {})
      }
    }
    await this.#queue
  }

  async mine(blocks: number, signal: AbortSignal = new AbortController().signal): Promise<number> {
    for (let made = 0; made < blocks; made++) await this.#next(signal)
    return this.#modules.chain.height
  }

  /**
   * Never longer than the interval. Where the clock was put back by more than the drift the rules allow, others would
   * refuse a block as well: it is tried at this pace until the clock has caught up.
   */
  #untilDue(): number {
    const { chain, clock } = this.#modules
    const { blockInterval } = chain.params
    return Math.min(Math.max(0, chain.state.time + blockInterval - clock.now()), blockInterval)
  }

  #next(signal: AbortSignal): Promise<void> {
    const done = this.#queue.then(() => this.#decide(signal))
    this.#queue = done.catch(() => {})
    return done
  }

  /** Goes through rounds until the next block is final. */
  async #decide(signal: AbortSignal): Promise<void> {
    const { chain, clock } = this.#modules
    const { validators, beacon, height } = chain.state
    for (let round = await this.#firstRound(); ; round++) {
      signal.throwIfAborted()
      const leader = leaderOf(validators, beacon, height + 1, round)
      const key = this.#keys.find(({ publicKey }) => equalBytes(publicKey, leader.publicKey))
      if (key && (await this.#holdRound(key, round))) return
      await clock.sleep(this.#limits.roundTimeout, signal)
    }
  }

  /** After a crash between vote and commit the round of that vote is over: what it was for is lost. */
  async #firstRound(): Promise<number> {
    const next = this.#modules.chain.height + 1
    const votes = await Promise.all(this.#keys.map(({ publicKey }) => this.#journal.last(publicKey)))
    return Math.max(0, ...votes.map((vote) => (vote?.height === next ? vote.round + 1 : 0)))
  }

  /** Proposes, votes and commits. @returns false when the votes do not suffice. */
  async #holdRound(leader: ValidatorKey, round: number): Promise<boolean> {
    const { chain, mempool, clock } = this.#modules
    const proposal = await this.#propose(leader, round)
    const block = await chain.check(proposal, {
      now: clock.now(),
      verified: (transaction) => mempool.isVerified(transaction),
    })
    const tally = new VoteTally(round, block.parent.validators)
    for (const key of this.#keys) tally.add(key.publicKey, await this.#vote(key, round, block))
    const certificate = tally.certificate()
    if (!certificate) return false
    await chain.commit(block, certificate)
    return true
  }

  async #propose(leader: ValidatorKey, round: number): Promise<Uint8Array> {
    const { chain, mempool, logger } = this.#modules
    const transactions = mempool.candidates(chain.params.maxBlockTransactions, this.#limits.proposalBytes)
    try {
      return await this.#assemble(leader, round, transactions)
    } catch (error) {
      if (transactions.length === 0 || !(error instanceof ProtocolError)) throw error
      // The pool holds only what fits, so this is a fault of the program; the chain goes on without them all the same.
      logger.error({ err: error, transactions: transactions.length }, 'waiting transactions fit no block')
      mempool.drop(transactions)
      return this.#assemble(leader, round, [])
    }
  }

  async #assemble(
    { secret }: ValidatorKey,
    round: number,
    transactions: readonly Uint8Array[],
  ): Promise<Uint8Array> {
    const { chain, workers, clock } = this.#modules
    const { params, state, certificate } = chain
    const coins = await chain.coins(transactions.flatMap((bytes) => splitTransaction(bytes).inputs))
    const time = Math.max(clock.now(), state.time + 1)
    return workers.run('assemble', { params, state, transactions, coins, time, round, certificate, secret })
  }

  async #vote(key: ValidatorKey, round: number, { result, parent }: CheckedBlock): Promise<Uint8Array> {
    const { height, blockId } = result.state
    await this.#journal.record(key.publicKey, { height, round, blockId })
    const message = precommitMessage(parent.chainId, height, round, blockId)
    return this.#modules.workers.run('sign', { secret: key.secret, message })
  }
}
