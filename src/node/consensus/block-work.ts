/** What a replica asks of the chain: a block to propose, whether a block may follow, and to make one final. */
import { blockId as idOf, readHeader } from '../../protocol/block.ts'
import { type BlockExtras, NO_EXTRAS } from '../../protocol/block-extras.ts'
import { toHex } from '../../protocol/bytes.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import { Reader } from '../../protocol/codec.ts'
import type { Proposal } from '../../protocol/consensus/messages.ts'
import type { FinalityProof, HeightConfig } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Chain, CheckedBlock } from '../chain/chain.ts'
import { operationOf, readInputs } from '../chain/transaction-layout.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Mempool } from '../mempool/mempool.ts'
import { packCoins } from '../workers/coins.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { packState } from '../workers/state.ts'
import { refusalError } from '../workers/verify.ts'
import type { ValidatorKey } from './validator-key.ts'

export type BlockWorkModules = {
  readonly chain: Chain
  readonly mempool: Mempool
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
}

export type BuiltBlock = { readonly blockId: Uint8Array; readonly block: Uint8Array }

/** What a block of this validator's is made of. */
type BlockContent = {
  readonly round: number
  /** The head it is made for. */
  readonly parent: Chain['state']
  readonly transactions: readonly Uint8Array[]
  readonly extras: BlockExtras
}

/** Checked blocks that are kept, so that making one of them final does not check it again. */
const KEPT = 4

export class BlockWork {
  readonly #modules: BlockWorkModules
  readonly #limits: Pick<NodeLimits, 'proposalBytes'>
  readonly #checked = new Map<string, CheckedBlock>()

  constructor(modules: BlockWorkModules, limits: Pick<NodeLimits, 'proposalBytes'>) {
    this.#modules = modules
    this.#limits = limits
  }

  /**
   * A valid block of this validator's, out of what waits; undefined when the height was decided meanwhile.
   * @param extras what it adds to transactions
   * @throws ProtocolError when none can be made now.
   */
  async build(
    key: ValidatorKey,
    round: number,
    extras: () => Promise<BlockExtras> = async () => NO_EXTRAS,
  ): Promise<BuiltBlock | undefined> {
    const parent = this.#modules.chain.state
    try {
      return await this.#build(key, round, parent, await extras())
    } catch (error) {
      // What fits the block before fits no other: that says nothing about the transactions, nor about this program.
      if (error instanceof ProtocolError && this.#modules.chain.state !== parent) return undefined
      throw error
    }
  }

  async #build(
    key: ValidatorKey,
    round: number,
    parent: Chain['state'],
    extras: BlockExtras,
  ): Promise<BuiltBlock> {
    const { chain, mempool } = this.#modules
    const { maxBlockTransactions, maxBlockOperations } = chain.params
    const { proposalBytes } = this.#limits
    const transactions = mempool.candidates(maxBlockTransactions, proposalBytes, maxBlockOperations)
    const block = await this.#assembleWhatFits(key, { round, parent, transactions, extras })
    const checked = await this.#check(block, this.#modules.clock.now())
    return { blockId: checked.state.blockId, block }
  }

  /** Whether a proposed block may follow; false when the height was decided meanwhile, and nobody asks any more. */
  async isValid({ round, validRound, block }: Proposal): Promise<boolean> {
    const { logger, clock, chain } = this.#modules
    const parent = chain.state
    try {
      const first = readHeader(new Reader(block)).round
      // A block keeps its header when it is proposed again; two thirds prevoted for it in its first round or later.
      if (validRound < 0 ? first !== round : first > validRound) {
        throw new ProtocolError('invalid_block', 'a round in the header in which it was not proposed')
      }
      await this.#check(block, clock.now())
      return true
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      if (chain.state !== parent) return false
      const height = chain.height + 1
      logger.warn({ height, round, reason: error.message }, 'a proposed block was refused')
      return false
    }
  }

  /** Stores a block that is final. @throws ProtocolError when it breaks a rule or the proof does not hold. */
  async commit(
    block: Uint8Array,
    proof: FinalityProof,
    validators: HeightConfig['validators'],
  ): Promise<void> {
    const known = this.#checked.get(toHex(idOf(readHeader(new Reader(block)))))
    const checked = known?.parent === this.#modules.chain.state ? known : await this.#check(block, undefined)
    const certificate = await this.#certificateOf(proof, validators)
    await this.#modules.chain.commit(checked, certificate)
    this.#checked.clear()
  }

  /** Pool and extras hold only what fits, so a refusal is a fault of the program; the chain goes on without them all the same. */
  async #assembleWhatFits(key: ValidatorKey, content: BlockContent): Promise<Uint8Array> {
    const { chain, mempool, logger } = this.#modules
    const { parent, transactions, extras } = content
    try {
      return await this.#assemble(key, content)
    } catch (error) {
      if (!(error instanceof ProtocolError) || chain.state !== parent) throw error
      if (extras !== NO_EXTRAS) {
        logger.error({ err: error }, 'what this validator adds to transactions fits no block')
        return this.#assembleWhatFits(key, { ...content, extras: NO_EXTRAS })
      }
      if (transactions.length === 0) throw error
      logger.error({ err: error, transactions: transactions.length }, 'waiting transactions fit no block')
      mempool.drop(transactions)
      return this.#assemble(key, { ...content, transactions: [] })
    }
  }

  async #assemble(
    { secret }: ValidatorKey,
    { round, transactions, extras }: BlockContent,
  ): Promise<Uint8Array> {
    const { chain, mempool, workers, clock } = this.#modules
    const { params, state, certificate } = chain
    const operations = transactions.flatMap((one) => operationOf(one) ?? [])
    const coins = packCoins(await chain.coins(transactions.flatMap(readInputs)))
    const view = { coins, ...(await chain.stakeFor(operations, extras.evidence)) }
    const time = Math.max(clock.now(), state.time + 1)
    const { block, leftOut } = await workers.run('assemble', {
      ...{ params, state: packState(state), transactions, extras, view },
      ...{ time, round, certificate, secret },
    })
    for (const one of leftOut) mempool.refuse(transactions[one.index]!, refusalError(one))
    return block
  }

  async #check(block: Uint8Array, now: number | undefined): Promise<CheckedBlock> {
    const { chain, mempool } = this.#modules
    const verified = (transaction: Uint8Array) => mempool.isVerified(transaction)
    const checked = await chain.check(block, { verified, ...(now !== undefined && { now }) })
    if (this.#checked.size >= KEPT) this.#checked.delete(this.#checked.keys().next().value!)
    this.#checked.set(toHex(checked.state.blockId), checked)
    return checked
  }

  async #certificateOf(proof: FinalityProof, validators: HeightConfig['validators']): Promise<Certificate> {
    if (proof.type === 'certificate') return proof.certificate
    const { round, claim, precommits } = proof
    const votes = new Map(precommits.map(({ validator, signature }) => [validator, signature]))
    return this.#modules.workers.run('aggregate', { silence: { claim, round }, validators, votes })
  }
}
