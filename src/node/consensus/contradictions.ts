/** Contradictions of validators that this node has seen. A validator keeps them on disk until somebody is punished. */
import type { Evidence } from '../../protocol/consensus/messages.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Store } from '../store.ts'
import { EvidencePool } from './evidence-pool.ts'

export class Contradictions {
  readonly #logger: Logger
  readonly #limits: Pick<NodeLimits, 'evidenceKept'>
  #newest: readonly Evidence[] = []
  #pool: EvidencePool | undefined

  constructor({ logger }: { readonly logger: Logger }, limits: Pick<NodeLimits, 'evidenceKept'>) {
    this.#logger = logger
    this.#limits = limits
  }

  /** Those seen since the start, as many as are kept. */
  get newest(): readonly Evidence[] {
    return this.#newest
  }

  /** From now on they are kept on disk as well. @throws StoreError */
  async keepIn(store: Store): Promise<EvidencePool> {
    this.#pool = await EvidencePool.open(store, this.#limits)
    return this.#pool
  }

  /** @param validators of the height of the contradiction @throws StoreError */
  async add(evidence: Evidence, validators: ValidatorSet): Promise<void> {
    const { type, first } = evidence
    const { height, round, validator } = first
    this.#logger.warn({ type, height, round, validator }, 'a validator contradicted itself')
    this.#newest = [...this.#newest, evidence].slice(-this.#limits.evidenceKept)
    await this.#pool?.add(evidence, validators)
  }
}
