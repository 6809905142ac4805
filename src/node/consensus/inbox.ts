/**
 * What peers say, on its way to the replica: decoded with bounds, what would change nothing dropped, and signatures of the
 * height that is being decided verified, those of votes many at once. Whoever sends what no honest node sends is reported.
 */

import {
  type ConsensusMessage,
  decodeMessage,
  heightOf,
  type VoteMessage,
  voteMessage,
} from '../../protocol/consensus/messages.ts'
import {
  type HeightConfig,
  isSuperfluous,
  type PeerId,
  type ReplicaState,
} from '../../protocol/consensus/replica.ts'
import { blsBackend, blsFindInvalid } from '../../protocol/crypto/bls.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { decidedBy } from '../../protocol/ledger.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { ConsensusNetwork, Offence } from '../network/channel.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { FairQueue } from './fair-queue.ts'
import { maxBlockLength } from './message-length.ts'
import { isTooEarly } from './too-early.ts'

/** Told of a peer that did what no honest node does; what kind of thing, `invalid` when it is not said. */
export type Misbehaved = (peer: PeerId, reason: string, offence?: Offence) => void

export type InboxModules = {
  readonly network: ConsensusNetwork
  readonly chain: Chain
  readonly workers: NodeWorkers
  readonly clock: Pick<Clock, 'now'>
  readonly logger: Logger
  readonly misbehaved: Misbehaved
  /** What the replica knows now, and the height it decides. */
  readonly current: () => { readonly replica: ReplicaState; readonly config: HeightConfig }
  /**
   * Hands a message to the replica; resolves when it has been taken.
   * @param verifiedFor the height against whose validators its signatures were verified
   */
  readonly deliver: (
    from: PeerId,
    message: ConsensusMessage,
    verifiedFor: number | undefined,
  ) => Promise<void>
}

export type InboxLimits = Pick<NodeLimits, 'peerMessages' | 'peerBytes' | 'peersBytes' | 'peerBlocks'>

type From<Message> = { readonly from: PeerId; readonly message: Message }
type Carrying = Exclude<ConsensusMessage, { type: 'vote' | 'status' | 'request' }>

/** Messages read, and votes verified, together. */
const READ_TOGETHER = 64
/** So few signatures are verified on this thread if they are native: about a millisecond each. */
const FEW_VOTES = 8
export class Inbox {
  readonly #modules: InboxModules
  readonly #limits: InboxLimits
  readonly #unread: FairQueue
  readonly #maxBlockLength: number
  /** Messages with blocks that wait, by who sent them. */
  readonly #blocks: From<Carrying>[] = []
  readonly #signal: AbortSignal
  #reading = false
  #checking = false

  /** Reads until the signal is aborted. */
  constructor(modules: InboxModules, limits: InboxLimits, signal: AbortSignal) {
    const { chain, network } = modules
    const { peerMessages, peerBytes, peersBytes } = limits
    this.#modules = modules
    this.#limits = limits
    this.#signal = signal
    this.#unread = new FairQueue({ messages: peerMessages, bytes: peerBytes, allBytes: peersBytes })
    this.#maxBlockLength = maxBlockLength(chain.params)
    const leave = network.onMessage((from, bytes) => {
      if (this.#unread.add(from, bytes)) void this.#read()
    })
    signal.addEventListener('abort', leave, { once: true })
  }

  /** Verifies messages that were kept until their height began, or that came a moment before it. */
  verify(messages: readonly From<ConsensusMessage>[]): Promise<void> {
    return this.#patiently(() => this.#verify(messages))
  }

  async #read(): Promise<void> {
    if (this.#reading) return
    this.#reading = true
    while (!this.#unread.isEmpty && !this.#signal.aborted) await this.#patiently(() => this.#readSome())
    this.#reading = false
  }

  /** Bears it that threads are too busy, or die: whoever is not heard for that says it again. */
  async #patiently(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!this.#signal.aborted) this.#modules.logger.error({ err: error }, 'messages of peers were not read')
    }
  }

  async #verify(messages: readonly From<ConsensusMessage>[]): Promise<void> {
    const votes: From<VoteMessage>[] = []
    for (const { from, message } of messages) {
      if (message.type === 'vote') votes.push({ from, message })
      else if (message.type === 'proposal' || message.type === 'certified') this.#queueBlock(from, message)
    }
    await this.#verifyVotes(votes)
  }

  async #readSome(): Promise<void> {
    const { deliver, current } = this.#modules
    const height = current().config.height
    const toVerify: From<ConsensusMessage>[] = []
    const taken: Promise<void>[] = []
    for (const { from, bytes } of this.#unread.take(READ_TOGETHER)) {
      const message = this.#decode(from, bytes)
      if (!message) continue
      const carries = message.type !== 'status' && message.type !== 'request'
      if (carries && heightOf(message) === height) toVerify.push({ from, message })
      else if (message.type !== 'certified') taken.push(deliver(from, message, undefined))
    }
    await Promise.all([this.#verify(toVerify), ...taken])
  }

  #decode(from: PeerId, bytes: Uint8Array): ConsensusMessage | undefined {
    try {
      return decodeMessage(bytes, this.#maxBlockLength)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      this.#report(from, `a message that cannot be decoded: ${error.message}`, 'malformed')
      return undefined
    }
  }

  async #verifyVotes(votes: readonly From<VoteMessage>[]): Promise<void> {
    const { chain, deliver, current } = this.#modules
    const { replica, config } = current()
    const known = votes.filter(({ from, message }) => {
      if (message.vote.height !== config.height || isSuperfluous(replica, message)) return false
      if (message.vote.validator < config.validators.length) return true
      this.#report(from, 'a vote of a validator that there is not')
      return false
    })
    if (known.length === 0) return
    const signed = known.map(({ message: { vote } }) => ({
      publicKey: config.validators[vote.validator]!.publicKey,
      message: voteMessage(chain.state.chainId, vote),
      signature: vote.signature,
    }))
    const invalid = new Set(await this.#findInvalid(signed))
    const delivered = known.map(({ from, message }, index) => {
      if (!invalid.has(index)) return deliver(from, message, config.height)
      this.#report(from, 'a vote with a false signature')
      return undefined
    })
    await Promise.all(delivered)
  }

  async #findInvalid(signed: Parameters<typeof blsFindInvalid>[0]): Promise<number[]> {
    if (blsBackend().name === 'blst' && signed.length <= FEW_VOTES) return blsFindInvalid(signed)
    return this.#modules.workers.run('invalidVotes', signed, this.#signal)
  }

  #queueBlock(from: PeerId, message: Carrying): void {
    const waiting = this.#blocks.filter((other) => other.from === from).length
    if (waiting >= this.#limits.peerBlocks) return
    this.#blocks.push({ from, message })
    void this.#checkBlocks()
  }

  async #checkBlocks(): Promise<void> {
    if (this.#checking) return
    this.#checking = true
    for (let next = this.#blocks.shift(); next && !this.#signal.aborted; next = this.#blocks.shift()) {
      const { from, message } = next
      try {
        const height = await this.#inspect(message)
        if (height !== undefined) await this.#modules.deliver(from, message, height)
      } catch (error) {
        if (this.#signal.aborted) break
        if (error instanceof ProtocolError) this.#report(from, `a false ${message.type}: ${error.message}`)
        else this.#modules.logger.error({ err: error }, 'a block of a peer could not be inspected')
      }
    }
    this.#checking = false
  }

  /** The height for which a message holds; undefined when it is of no use any more. @throws ProtocolError when it does not hold. */
  async #inspect(message: Carrying): Promise<number | undefined> {
    const { chain, clock, workers, logger, current } = this.#modules
    const { replica, config } = current()
    const { height, validators, leader, leak, silentRound, silenceIn, votersAfter } = config
    // stored already, though the replica has not begun the next height yet
    if (chain.height !== height - 1) return undefined
    if (heightOf(message) !== height || isSuperfluous(replica, message)) return undefined
    const { maxBlockTransactions: maxTransactions } = chain.params
    const { chainId, blockId, previousTime } = chain.state
    if (message.type === 'proposal') {
      const { proposal } = message
      if (proposal.validator !== leader(proposal.round)) {
        throw new ProtocolError('invalid_block', 'not of the leader of its round')
      }
      const { publicKey } = validators[proposal.validator]!
      const job = { chainId, maxTransactions, publicKey, proposal }
      await workers.run('inspectProposal', job, this.#signal)
    } else {
      const { block, certificate } = message
      const job = {
        maxTransactions,
        height,
        chainId,
        params: { leak, silentRound },
        previous: { blockId, validators: decidedBy(chain.state, chain.params), began: previousTime },
        validators: votersAfter(silenceIn(block)),
        block,
        certificate,
      }
      await workers.run('inspectCertified', job, this.#signal)
    }
    // stored meanwhile, so not of use any more
    if (chain.height !== height - 1) return undefined
    if (!isTooEarly(message, chain, clock.now())) return height
    // No fault of the peer: its clock may be ahead of this one.
    logger.warn({ height, type: message.type }, 'a claim of silence that cannot have lasted so long yet')
    return undefined
  }

  #report(from: PeerId, reason: string, offence?: Offence): void {
    this.#unread.drop(from)
    this.#modules.misbehaved(from, reason, offence)
  }
}
