/**
 * Precommits that came late, on their way into the pool. They come from strangers and nobody waits for them: those that
 * could be counted are verified a batch at a time, one batch after the other, so many of each peer; who sends a false one is not
 * listened to until the next block.
 */
import { type Evidence, type Vote, voteMessage } from '../../protocol/consensus/messages.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { blsAggregate, blsBackend } from '../../protocol/crypto/bls.ts'
import type { LateVotes } from '../../protocol/stake/attendance.ts'
import type { StakeParams } from '../../protocol/stake/params.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import { type Judge, UNJUDGED } from '../network/channel.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { FEW_VOTES, findInvalid } from './find-invalid.ts'
import type { Misbehaved } from './inbox.ts'
import { type CarryingBlock, type DecidedHeight, LateVotePool } from './late-vote-pool.ts'

export type LateVoteModules = {
  readonly workers: NodeWorkers
  readonly logger: Logger
  readonly misbehaved: Misbehaved
  /** Told of a contradiction that came to light after its height, and of the validators that decided it. */
  readonly onEvidence: (evidence: Evidence, validators: ValidatorSet) => void
}

export type LateVoteOptions = {
  readonly chainId: Uint8Array
  readonly params: Pick<StakeParams, 'lateBlocks' | 'epochBlocks'>
  readonly limits: Pick<NodeLimits, 'lateVotesHeld' | 'peerLateVotes'>
  readonly signal: AbortSignal
}

type Late = { readonly from: PeerId; readonly vote: Vote; readonly judge: Judge }

/** Votes verified together. */
const BATCH = 64

export class LateVoteDesk {
  readonly #options: LateVoteOptions
  readonly #modules: LateVoteModules
  readonly #pool: LateVotePool
  /** Unverified, by who sent them. */
  readonly #waiting = new Map<PeerId, Late[]>()
  /** Peers that sent a false vote since the last block. */
  readonly #distrusted = new Set<PeerId>()
  #verifying: Promise<void> | undefined

  constructor(options: LateVoteOptions, modules: LateVoteModules) {
    this.#options = options
    this.#modules = modules
    this.#pool = new LateVotePool(options.params, options.limits)
  }

  /** A height is over. @param precommits verified ones of it. */
  decide(decided: DecidedHeight, precommits: readonly Vote[]): void {
    this.#distrusted.clear()
    for (const evidence of this.#pool.decide(decided, precommits)) this.#tell(evidence)
  }

  /** Takes a vote whose signature has been verified. */
  takeVerified(vote: Vote): void {
    const evidence = this.#pool.add(vote)
    if (evidence) this.#tell(evidence)
  }

  /**
   * Takes what a peer sent; what would not be counted, or is too much of that peer, is dropped.
   * @param judge told what became of it: who may lead next is to hear of what counts, wherever it is in the network
   * @returns whether it could have been counted
   */
  take(from: PeerId, vote: Vote, judge: Judge = UNJUDGED): boolean {
    const isOfUse = this.#pool.keyFor(vote) !== undefined
    const waiting = this.#waiting.get(from) ?? []
    if (!isOfUse || this.#distrusted.has(from) || waiting.length >= this.#options.limits.peerLateVotes) {
      judge('ignore')
      return isOfUse
    }
    waiting.push({ from, vote, judge })
    this.#waiting.set(from, waiting)
    this.#verifying ??= this.#verifyAll()
    return true
  }

  /** Resolves when what was taken has been verified. */
  async settled(): Promise<void> {
    await this.#verifying
  }

  /** What a block may carry, signatures joined. Never fails: a block without late votes is a block. */
  async lateVotesFor(block: CarryingBlock): Promise<LateVotes[]> {
    const groups = this.#pool.groupsFor(block)
    if (groups.length === 0) return []
    const { workers, logger } = this.#modules
    try {
      const votes = groups.map(({ signatures }) => signatures)
      const few = votes.flat().length <= FEW_VOTES && blsBackend().name === 'blst'
      const joined = few
        ? votes.map(blsAggregate)
        : await workers.run('joinVotes', votes, this.#options.signal)
      return groups.map(({ signatures: _, ...group }, at) => ({ ...group, signature: joined[at]! }))
    } catch (error) {
      if (!this.#options.signal.aborted) logger.error({ err: error }, 'late votes could not be joined')
      return []
    }
  }

  #tell(evidence: Evidence): void {
    this.#modules.onEvidence(evidence, this.#pool.validatorsAt(evidence.first.height)!)
  }

  async #verifyAll(): Promise<void> {
    const { signal } = this.#options
    try {
      // Whoever hands them in goes on first, so that a batch is more than the first of them.
      await Promise.resolve()
      while (this.#waiting.size > 0 && !signal.aborted) await this.#verify(this.#nextBatch())
    } catch (error) {
      if (!signal.aborted) this.#modules.logger.error({ err: error }, 'late votes were not verified')
      for (const from of [...this.#waiting.keys()]) this.#forget(from)
    } finally {
      this.#verifying = undefined
    }
  }

  /** One of each peer before a second of any. */
  #nextBatch(): Late[] {
    const batch: Late[] = []
    while (batch.length < BATCH) {
      const [next] = this.#waiting
      if (!next) break
      const [from, votes] = next
      this.#waiting.delete(from)
      batch.push(votes.shift()!)
      if (votes.length > 0) this.#waiting.set(from, votes)
    }
    return batch
  }

  async #verify(batch: readonly Late[]): Promise<void> {
    const signed = batch.flatMap((late) => {
      const { from, vote, judge } = late
      // The same vote may have come from somebody else, or of a peer that is not listened to any more.
      const publicKey = this.#distrusted.has(from) ? undefined : this.#pool.keyFor(vote)
      if (!publicKey) {
        judge('ignore')
        return []
      }
      const { signature } = vote
      return [{ ...late, publicKey, signature, message: voteMessage(this.#options.chainId, vote) }]
    })
    if (signed.length === 0) return
    const plain = signed.map(({ publicKey, message, signature }) => ({ publicKey, message, signature }))
    const invalid = new Set(await findInvalid(plain, this.#modules.workers, this.#options.signal))
    for (const [at, { from, vote, judge }] of signed.entries()) {
      judge(invalid.has(at) ? 'reject' : 'accept')
      if (!invalid.has(at)) this.takeVerified(vote)
      else if (!this.#distrusted.has(from)) {
        this.#distrust(from)
        this.#forget(from)
        this.#modules.misbehaved(from, 'a late vote with a false signature')
      }
    }
  }

  #forget(peer: PeerId): void {
    for (const { judge } of this.#waiting.get(peer) ?? []) judge('ignore')
    this.#waiting.delete(peer)
  }

  #distrust(peer: PeerId): void {
    const { lateVotesHeld } = this.#options.limits
    if (this.#distrusted.size >= lateVotesHeld) this.#distrusted.delete(this.#distrusted.keys().next().value!)
    this.#distrusted.add(peer)
  }
}
