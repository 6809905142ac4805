/**
 * Contradictions of validators, found here or told by others. Each goes through the network once, to whoever leads next, and
 * stays on this node's disk until a block has punished it. What others tell is believed only of a validator that would be punished
 * for it now, or more, and when both signatures hold; one after the other, so many of each peer.
 */
import type { Evidence } from '../../protocol/consensus/messages.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { checkContradiction, evidenceSignatures, shareOf } from '../../protocol/stake/evidence.ts'
import { epochOf } from '../../protocol/stake/schedule.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { Chain } from '../chain/chain.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { ConsensusNetwork, Judge, Verdict } from '../network/channel.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import type { EvidencePool } from './evidence-pool.ts'
import { findInvalid } from './find-invalid.ts'
import type { Misbehaved } from './inbox.ts'
import { punishable } from './punishable.ts'
import { encodeWire } from './wire.ts'

export type EvidenceDeskModules = {
  readonly chain: Pick<Chain, 'state' | 'params' | 'stakeFor'>
  readonly pool: EvidencePool
  readonly workers: NodeWorkers
  readonly network: Pick<ConsensusNetwork, 'broadcast'>
  readonly logger: Logger
  readonly misbehaved: Misbehaved
}

export type EvidenceDeskLimits = Pick<NodeLimits, 'evidenceKept' | 'peerEvidence' | 'peersEvidence'>

type Told = {
  readonly from: PeerId
  readonly evidence: Evidence
  readonly judge: Judge
}

export class EvidenceDesk {
  readonly #modules: EvidenceDeskModules
  readonly #limits: EvidenceDeskLimits
  readonly #signal: AbortSignal
  #known: readonly Evidence[] = []
  readonly #waiting: Told[] = []
  #looking = false

  constructor(modules: EvidenceDeskModules, limits: EvidenceDeskLimits, signal: AbortSignal) {
    this.#modules = modules
    this.#limits = limits
    this.#signal = signal
  }

  /** The newest that this node has come to know since it started. */
  get known(): readonly Evidence[] {
    return this.#known
  }

  /**
   * Takes a contradiction whose signatures have been verified. Resolves when it is on disk.
   * @param validators of its height
   * @throws StoreError
   */
  async found(evidence: Evidence, validators: ValidatorSet): Promise<void> {
    this.#note(evidence)
    this.#modules.network.broadcast(encodeWire({ type: 'evidence', evidence }))
    const { chain, pool } = this.#modules
    const { height, validator } = evidence.first
    const key = validators[validator]?.publicKey
    if (!key) return
    const epoch = epochOf(height, chain.params.stake)
    await pool.add(evidence, { key, epoch, share: shareOf(validators, validator) })
  }

  /** Takes what a peer tells; what is too much of that peer, or of all, is dropped. */
  take(from: PeerId, evidence: Evidence, judge: Judge): void {
    const { peerEvidence, peersEvidence } = this.#limits
    const own = this.#waiting.filter((told) => told.from === from).length
    if (own >= peerEvidence || this.#waiting.length >= peersEvidence) judge('ignore')
    else {
      this.#waiting.push({ from, evidence, judge })
      void this.#lookIntoAll()
    }
  }

  async #lookIntoAll(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    for (let next = this.#waiting.shift(); next && !this.#signal.aborted; next = this.#waiting.shift()) {
      const { from, evidence, judge } = next
      try {
        judge(await this.#lookInto(evidence))
      } catch (error) {
        if (error instanceof ProtocolError) {
          judge('reject')
          this.#modules.misbehaved(from, `false evidence: ${error.message}`, 'invalid')
        } else {
          judge('ignore')
          if (!this.#signal.aborted)
            this.#modules.logger.error({ err: error }, 'evidence was not looked into')
        }
      }
    }
    this.#looking = false
  }

  /** @throws ProtocolError when it is none whatever the head is; what the node itself fails over. */
  async #lookInto(evidence: Evidence): Promise<Verdict> {
    const { chain, pool, workers } = this.#modules
    checkContradiction(evidence)
    const [open] = await punishable(chain, [evidence])
    if (!open || pool.covers(open)) return 'ignore'
    const signed = evidenceSignatures(evidence, open.key, chain.state.chainId)
    if ((await findInvalid(signed, workers, this.#signal, true)).length > 0)
      throw new ProtocolError('invalid_evidence', 'a signature does not hold')
    if (!(await pool.add(evidence, open))) return 'ignore'
    this.#note(evidence)
    return 'accept'
  }

  #note(evidence: Evidence): void {
    const { height, round, validator } = evidence.first
    const { type } = evidence
    this.#modules.logger.warn({ type, height, round, validator }, 'a validator contradicted itself')
    this.#known = [...this.#known, evidence].slice(-this.#limits.evidenceKept)
  }
}
