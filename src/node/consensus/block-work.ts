/** What a replica asks of the chain: a block to propose, whether a block may follow, and to make one final. */
import { idOfEncoded, readHeader } from '../../protocol/block.ts'
import { type BlockExtras, NO_EXTRAS } from '../../protocol/block-extras.ts'
import { toHex } from '../../protocol/bytes.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import { Reader } from '../../protocol/codec.ts'
import type { Proposal } from '../../protocol/consensus/messages.ts'
import type { FinalityProof, HeightConfig } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Chain, CheckedBlock } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Mempool } from '../mempool/mempool.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { makeBlock } from './make-block.ts'
import type { ValidatorKey } from './validator-keys.ts'

export type BlockWorkModules = {
  readonly chain: Chain
  readonly mempool: Mempool
  readonly workers: NodeWorkers
  readonly clock: Clock
  readonly logger: Logger
}

export type BuiltBlock = { readonly blockId: Uint8Array; readonly block: Uint8Array }

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
    const { chain, clock } = this.#modules
    const parent = chain.state
    const check = (block: Uint8Array) => this.#check(block, clock.now())
    const modules = { ...this.#modules, check, limits: this.#limits }
    try {
      const made = await makeBlock({ key, round, parent, extras: await extras() }, modules)
      return { blockId: made.checked.state.blockId, block: made.block }
    } catch (error) {
      // What fits the block before fits no other: that says nothing about the transactions, nor about this program.
      if (error instanceof ProtocolError && chain.state !== parent) return undefined
      throw error
    }
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
    const known = this.#checked.get(toHex(idOfEncoded(block)))
    const checked = known?.parent === this.#modules.chain.state ? known : await this.#check(block, undefined)
    const certificate = await this.#certificateOf(proof, validators)
    await this.#modules.chain.commit(checked, certificate)
    this.#checked.clear()
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
