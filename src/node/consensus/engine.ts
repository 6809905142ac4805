/**
 * Consensus on this node: carries out what the replica asks for, one thing after the other, and tells it what became of it.
 * The rules are the replica's (src/protocol/consensus); here are the disk, the key, the network and the clock. A validator
 * that is alone is the same, with a quorum of one.
 */
import { type ConsensusMessage, type Evidence, heightOf } from '../../protocol/consensus/messages.ts'
import {
  createReplica,
  type HeightConfig,
  hasBegun,
  type PeerId,
  type ReplicaInput,
  type ReplicaOutput,
  type ReplicaState,
  stepReplica,
} from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { decidedBy } from '../../protocol/ledger.ts'
import type { AwardProver } from '../award/award-prover.ts'
import type { NodeLimits } from '../limits.ts'
import type { ConsensusNetwork } from '../network/channel.ts'
import type { Requests } from '../network/requests.ts'
import type { Store } from '../store.ts'
import { StoreError } from '../store-error.ts'
import { BlockWork, type BlockWorkModules } from './block-work.ts'
import type { Consensus } from './consensus.ts'
import { ConsensusError } from './consensus-error.ts'
import { nextHeight } from './height-config.ts'
import { Inbox, type InboxLimits, type Misbehaved } from './inbox.ts'
import { InputQueue, type Queued } from './input-queue.ts'
import { Journal } from './journal.ts'
import { LeaderExtras } from './leader-extras.ts'
import { Mining } from './mining.ts'
import type { Pace } from './pace.ts'
import { PeerHeights } from './peer-heights.ts'
import { RecentBlocks } from './recent-blocks.ts'
import { Signer } from './signer.ts'
import { Speaker } from './speaker.ts'
import { isTooEarly } from './too-early.ts'
import type { ValidatorKeys } from './validator-keys.ts'
import { Witness } from './witness.ts'

export type EngineModules = BlockWorkModules & {
  readonly store: Store
  readonly network: ConsensusNetwork
  readonly requests: Requests
  readonly pace: Pace
  readonly misbehaved: Misbehaved
  /** Works out the delays of awards, for the blocks that this validator leads. */
  readonly prover?: AwardProver | undefined
  /** Told when this node cannot go on: its journal cannot be written or read, or what was certified is wrong. */
  readonly onFailure: (error: StoreError | ConsensusError) => void
}

export type EngineLimits = InboxLimits &
  Pick<
    NodeLimits,
    | 'consensus'
    | 'proposalBytes'
    | 'retryDelay'
    | 'evidenceKept'
    | 'peerEvidence'
    | 'peersEvidence'
    | 'servedBytes'
    | 'lateVotesHeld'
    | 'peerLateVotes'
  >

type Output<Type extends ReplicaOutput['type']> = Extract<ReplicaOutput, { type: Type }>

export class ConsensusEngine implements Consensus {
  readonly #keys: ValidatorKeys | undefined
  readonly #modules: EngineModules
  readonly #limits: EngineLimits
  readonly #signer: Signer | undefined
  readonly #work: BlockWork
  readonly #speaker: Speaker
  readonly #mining: Mining
  readonly #peerHeights: PeerHeights
  readonly #ending = new AbortController()
  readonly #inputs: InputQueue
  /** What is under way beside the outputs that are carried out in order. */
  readonly #tasks = new Set<Promise<void>>()
  readonly #recent = new RecentBlocks()
  #replica: ReplicaState
  #config: HeightConfig
  #journal: Journal | undefined
  #witness: Witness | undefined
  #extras: LeaderExtras | undefined
  #inbox: Inbox | undefined
  #held = false
  /** Up to this height nothing is signed. */
  #silentUntil = 0

  /** @param keys of a validator; a node without any follows the chain. */
  constructor(keys: ValidatorKeys | undefined, modules: EngineModules, limits: EngineLimits) {
    const { chain, clock, network, workers, pace } = modules
    this.#keys = keys
    this.#modules = modules
    this.#limits = limits
    this.#signer = keys && new Signer(keys, chain.state.chainId, workers)
    const onFailure = (error: unknown) => this.#fail(error)
    this.#inputs = new InputQueue({ take: (queued) => this.#take(queued), onFailure }, this.#ending.signal)
    this.#work = new BlockWork(modules, limits)
    this.#speaker = new Speaker({ ...modules, recent: this.#recent }, limits, this.#ending.signal)
    this.#mining = new Mining({ chain, pace })
    this.#peerHeights = new PeerHeights(network)
    this.#replica = createReplica(limits.consensus)
    this.#config = nextHeight(chain, keys, clock)
  }

  /** Contradictions of validators, the newest: what they can be punished for. */
  get evidence(): readonly Evidence[] {
    return this.#witness?.evidence.known ?? []
  }

  /** The height that a neighbour says it decides; undefined when it did not say. */
  heightOf(peer: PeerId): number | undefined {
    return this.#peerHeights.of(peer)
  }

  /**
   * Whether it neither asks neighbours for final blocks nor takes them, and passes nothing on: somebody else on this node
   * fetches blocks that are known to be final.
   */
  hold(held: boolean): void {
    this.#held = held
  }

  /** The chain has gone on by itself: enters the height after its head. */
  follow(): void {
    this.#run(async () => {
      const { chain } = this.#modules
      if (chain.height < this.#config.height) return
      await this.#witness?.committed(decidedBy(chain.state, chain.params), [])
      this.#extras?.committed()
      const { height } = chain
      void this.#push({ type: 'committed', height, next: this.#next() })
    })
  }

  async run(signal: AbortSignal): Promise<void> {
    const { signal: ended } = this.#ending
    const end = () => this.#ending.abort(signal.reason)
    const over = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    signal.addEventListener('abort', end, { once: true })
    if (signal.aborted) end()
    else await this.#start(ended).catch((error) => this.#fail(error))
    if (!signal.aborted) await over
    await this.#inputs.settled()
    await Promise.all(this.#tasks)
    await this.#journal?.close()
  }

  async mine(blocks: number, signal?: AbortSignal): Promise<number> {
    const height = await this.planMining(blocks)
    await this.mineTo(height, signal)
    return height
  }

  planMining(blocks: number): Promise<number> {
    return this.#mining.plan(blocks)
  }

  mineTo(height: number, signal: AbortSignal = new AbortController().signal): Promise<void> {
    return this.#mining.reach(height, signal)
  }

  async #start(signal: AbortSignal): Promise<void> {
    const { store, chain, pace, prover } = this.#modules
    this.#journal = await Journal.open(store)
    if (this.#keys) await this.#compareJournal(this.#keys, this.#journal)
    const onFailure = (error: unknown) => this.#fail(error)
    const witness = await Witness.open({ ...this.#modules, onFailure }, this.#limits, signal)
    const { lateVotes, pool, evidence } = witness
    this.#witness = witness
    if (this.#keys) this.#extras = new LeaderExtras(this.#keys, { chain, prover, lateVotes, evidence: pool })
    const config = this.#next()
    const journal = config.self === undefined ? [] : this.#journal.recordsOf(config.height)
    this.#begin(config)
    const current = () => ({ replica: this.#replica, config: this.#config })
    const deliver = (from: PeerId, message: ConsensusMessage, verifiedFor: number | undefined) => {
      this.#peerHeights.note(from, message)
      if (this.#held && message.type === 'certified') return Promise.resolve()
      return this.#push({ type: 'message', from, message }, verifiedFor)
    }
    const recent = this.#recent
    const isBehind = () => this.#held
    const modules = { ...this.#modules, recent, evidence, current, isBehind, deliver }
    this.#inbox = new Inbox(modules, this.#limits, signal)
    signal.addEventListener(
      'abort',
      pace.onWant(() => this.#hurry()),
      { once: true },
    )
    void this.#push({ type: 'start', config, journal })
    this.#hurry()
  }

  /** Votes of which nothing is known any more must not be contradicted. */
  async #compareJournal(keys: ValidatorKeys, journal: Journal): Promise<void> {
    const { chain, logger } = this.#modules
    this.#silentUntil = await journal.keepMark(await keys.openVoteMark(chain.state.chainId), chain.height)
    if (this.#silentUntil === 0) return
    const until = this.#silentUntil
    logger.error(
      { height: chain.height, until },
      'votes of this validator are lost; it says nothing until that height is final',
    )
  }

  /** The height after the head. */
  #next(): HeightConfig {
    const { chain, clock } = this.#modules
    return nextHeight(chain, chain.height < this.#silentUntil ? undefined : this.#keys, clock)
  }

  #hurry(): void {
    const { height } = this.#config
    if (this.#modules.pace.wanted >= height) void this.#push({ type: 'hurry', height })
  }

  #push(input: ReplicaInput, verifiedFor?: number): Promise<void> {
    return this.#inputs.push(input, verifiedFor)
  }

  /** A message may have come for the next height and be taken when that height is there: back it goes to be verified. */
  #isUnverified({ input, verifiedFor }: Queued): boolean {
    if (input.type !== 'message') return false
    const { from, message } = input
    if (message.type === 'status' || message.type === 'request') return false
    if (message.type === 'certified') return verifiedFor !== this.#config.height
    if (heightOf(message) !== this.#config.height || verifiedFor === this.#config.height) return false
    this.#verify([{ from, message }])
    return true
  }

  async #take(queued: Queued): Promise<void> {
    if (!this.#isUnverified(queued)) await this.#step(queued.input)
  }

  #begin(height: HeightConfig): void {
    this.#config = height
    this.#signer?.begin(height)
  }

  async #step(input: ReplicaInput): Promise<void> {
    if (input.type === 'committed') {
      if (input.next.height <= this.#config.height) return
      await this.#journal?.noteFinal(input.next.height - 1)
      this.#begin(input.next)
    }
    const { state, outputs } = stepReplica(this.#replica, input)
    this.#replica = state
    if (hasBegun(state)) this.#modules.pace.noteBegun(this.#config.height)
    // All records of a step at once: on disk earlier than they have to be, and for the price of one.
    const records = outputs.flatMap((output) => (output.type === 'journal' ? [output.record] : []))
    if (records.length > 0) await this.#journal!.append(records)
    for (const output of outputs) {
      if (this.#ending.signal.aborted) return
      if (output.type === 'sign') await this.#sign(output)
      else this.#carryOut(output)
    }
    if (input.type === 'committed') {
      this.#inbox!.beginHeight()
      this.#hurry()
    }
  }

  #carryOut(output: ReplicaOutput): void {
    const { clock } = this.#modules
    const { signal } = this.#ending
    switch (output.type) {
      case 'broadcast':
        this.#run(() => this.#speaker.broadcast(output.message))
        break
      case 'send':
        if (output.message.type !== 'request' || !this.#held) this.#speaker.send(output.to, output.message)
        break
      case 'timer': {
        const ring = () => void this.#push({ type: 'timer', id: output.id })
        // Ends with the signal alone, and then nobody needs it.
        clock.sleep(output.delay, signal).then(ring, () => {})
        break
      }
      case 'serve':
        this.#run(() => this.#speaker.serve(output.to, output.height))
        break
      case 'check':
        this.#run(() => this.#check(output))
        break
      case 'build':
        this.#run(() => this.#build(output))
        break
      case 'verify':
        this.#verify(output.messages)
        break
      case 'commit':
        this.#run(() => this.#commit(output))
        break
      case 'late':
        this.#takeLate(output)
        break
      case 'evidence':
        this.#run(() => this.#witness!.evidence.found(output.evidence, this.#config.validators))
    }
  }

  #takeLate({ vote, from, verified }: Output<'late'>): void {
    const { lateVotes } = this.#witness!
    if (verified) lateVotes.takeVerified(vote)
    else if (from !== undefined && !lateVotes.take(from, vote, this.#inbox!.judgeOf(vote)))
      this.#inbox!.noteStale(from)
  }

  async #sign({ message }: Output<'sign'>): Promise<void> {
    const { height } = this.#config
    const { chain, clock, logger } = this.#modules
    if (message.type === 'proposal' && isTooEarly(message, chain, clock.now())) {
      logger.warn({ height }, 'rounds went by too fast to claim that anybody is silent')
      return
    }
    const signed = await this.#patiently(height, () => this.#signer!.sign(message, this.#ending.signal))
    if (signed) void this.#push({ type: 'signed', message: signed })
  }

  async #check({ height, proposal }: Output<'check'>): Promise<void> {
    const { round, blockId } = proposal
    const valid = await this.#patiently(height, () => this.#work.isValid(proposal))
    if (valid !== undefined) void this.#push({ type: 'checked', height, round, blockId, valid })
  }

  /** When no block can be made the round times out, and there is another try in the next one. */
  async #build({ height, round }: Output<'build'>): Promise<void> {
    const { chain, logger } = this.#modules
    if (height !== chain.height + 1) return
    try {
      const built = await this.#work.build(this.#signer!.keyAt(height), round, () => this.#extras!.next())
      if (built) void this.#push({ type: 'built', height, round, ...built })
    } catch (error) {
      if (this.#ending.signal.aborted || error instanceof StoreError) throw error
      logger.error({ err: error, height, round }, 'no block could be made')
    }
  }

  async #commit({ height, block, proof, precommits }: Output<'commit'>): Promise<void> {
    const { chain } = this.#modules
    const { validators } = this.#config
    await this.#patiently(height, async () => {
      try {
        await chain.inTurn(async () => {
          // It may have come another way.
          if (chain.height < height) await this.#work.commit(block, proof, validators)
        })
      } catch (error) {
        throw error instanceof ProtocolError ? new ConsensusError('certified_invalid', height, error) : error
      }
    })
    if (chain.height < height) return
    if (chain.height > height) return this.follow()
    await this.#witness!.committed(validators, precommits)
    this.#extras?.committed()
    void this.#push({ type: 'committed', height, next: this.#next() })
  }

  #verify(messages: Output<'verify'>['messages']): void {
    this.#run(() => this.#inbox!.verify(messages))
  }

  /** Tries again while it is for the height being decided and what fails may pass, such as a crash of a worker thread. */
  async #patiently<T>(height: number, work: () => Promise<T>): Promise<T | undefined> {
    const { clock, logger } = this.#modules
    const { signal } = this.#ending
    while (height === this.#config.height) {
      try {
        return await work()
      } catch (error) {
        if (signal.aborted || error instanceof StoreError || error instanceof ConsensusError) throw error
        logger.error({ err: error, height }, 'nothing could be signed, checked or stored for now')
        await clock.sleep(this.#limits.retryDelay, signal)
      }
    }
    return undefined
  }

  #run(work: () => Promise<void>): void {
    const task = work()
      .catch((error) => this.#fail(error))
      .finally(() => this.#tasks.delete(task))
    this.#tasks.add(task)
  }

  /** Ends everything: what this node would do next could contradict what it has done. */
  #fail(error: unknown): void {
    const { logger, onFailure } = this.#modules
    if (this.#ending.signal.aborted) return
    const expected = error instanceof StoreError || error instanceof ConsensusError
    logger.error({ err: error, height: this.#config.height }, 'consensus on this node has ended')
    this.#ending.abort(error)
    onFailure(expected ? error : new ConsensusError('internal', this.#config.height, error))
  }
}
