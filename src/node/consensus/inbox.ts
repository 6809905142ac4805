/**
 * What peers say, on its way to the replica: decoded with bounds, what would change nothing dropped, and what is of the height
 * being decided verified. Of each message it is said whether it is passed on: what was verified and is new is; what is old,
 * of a height to come or known is not; and whoever sends what no honest node sends is reported.
 */
import type { ConsensusMessage, VoteMessage } from '../../protocol/consensus/messages.ts'
import type { HeightConfig, PeerId, ReplicaState } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { NodeLimits } from '../limits.ts'
import type { Logger } from '../logger.ts'
import type { Mempool } from '../mempool/mempool.ts'
import { type ConsensusNetwork, type Judge, type Offence, UNJUDGED } from '../network/channel.ts'
import type { Requests } from '../network/requests.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { BlockCheck, type BlockCheckLimits, type Carrying } from './block-check.ts'
import type { EvidenceDesk } from './evidence-desk.ts'
import { FairQueue, type Received } from './fair-queue.ts'
import type { RecentBlocks } from './recent-blocks.ts'
import { StaleWatch } from './stale-watch.ts'
import { VoteCheck } from './vote-check.ts'
import { decodeWire, heightOfWire, type WireMessage } from './wire.ts'

/** Told of a peer that did what no honest node does; what kind of thing, `invalid` when it is not said. */
export type Misbehaved = (peer: PeerId, reason: string, offence?: Offence) => void

/** A message, and how it is said what became of it. */
export type Heard<Message extends WireMessage = WireMessage> = {
  readonly from: PeerId
  readonly message: Message
  readonly judge: Judge
}

export type InboxModules = {
  readonly network: ConsensusNetwork
  readonly requests: Requests
  readonly chain: Chain
  readonly mempool: Pick<Mempool, 'get'>
  readonly workers: NodeWorkers
  readonly clock: Pick<Clock, 'now' | 'sleep'>
  readonly logger: Logger
  readonly misbehaved: Misbehaved
  readonly recent: RecentBlocks
  readonly evidence: Pick<EvidenceDesk, 'take'>
  /** What the replica knows now, and the height it decides. */
  readonly current: () => { readonly replica: ReplicaState; readonly config: HeightConfig }
  /** Whether this node knows that it is far behind: what is new to it is old to others, and it passes nothing on. */
  readonly isBehind: () => boolean
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

export type InboxLimits = BlockCheckLimits &
  Pick<NodeLimits, 'peerMessages' | 'peerBytes' | 'peersBytes' | 'peerStale'>

/** Messages read, and votes verified, together. */
const READ_TOGETHER = 64

export class Inbox {
  readonly #modules: InboxModules
  readonly #unread: FairQueue
  readonly #votes: VoteCheck
  readonly #blocks: BlockCheck
  readonly #stale: StaleWatch
  /** Of messages, and votes, that the replica has and may come back with. */
  readonly #judges = new WeakMap<object, Judge>()
  readonly #signal: AbortSignal
  #reading = false

  /** Reads until the signal is aborted. */
  constructor(modules: InboxModules, limits: InboxLimits, signal: AbortSignal) {
    const { network } = modules
    const { peerMessages, peerBytes, peersBytes } = limits
    this.#modules = modules
    this.#signal = signal
    this.#unread = new FairQueue({ messages: peerMessages, bytes: peerBytes, allBytes: peersBytes })
    const report = ({ from, judge }: Heard, reason: string) => {
      judge('reject')
      this.#report(from, reason)
    }
    this.#votes = new VoteCheck(modules, report, signal)
    this.#blocks = new BlockCheck(modules, limits, report, signal)
    this.#stale = new StaleWatch(modules, limits)
    const leave = network.onMessage((from, bytes, judge) => {
      const verdict: Judge = (given) => judge(given === 'accept' && modules.isBehind() ? 'ignore' : given)
      if (this.#unread.add(from, bytes, verdict)) void this.#read()
    })
    signal.addEventListener('abort', leave, { once: true })
  }

  /** Verifies messages that were kept until their height began, or that came a moment before it. */
  verify(messages: readonly Omit<Heard<ConsensusMessage>, 'judge'>[]): Promise<void> {
    const heard = messages.map((one) => ({ ...one, judge: this.judgeOf(one.message) }))
    return this.#patiently(() => this.#verify(heard))
  }

  /** A height begins: what is held of it is looked into. */
  beginHeight(): void {
    this.#blocks.beginHeight()
  }

  /** How it is said what became of a message, or a late vote, that the replica was handed. */
  judgeOf(taken: object): Judge {
    return this.#judges.get(taken) ?? UNJUDGED
  }

  /** A peer said something that is of no use any more. */
  noteStale(from: PeerId): void {
    this.#stale.note(from)
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

  async #readSome(): Promise<void> {
    const { height } = this.#modules.current().config
    const toVerify: Heard[] = []
    const taken: Promise<void>[] = []
    for (const received of this.#unread.take(READ_TOGETHER)) {
      const message = this.#decode(received)
      if (!message) continue
      const heard: Heard = { ...received, message }
      if (message.type === 'evidence') {
        this.#modules.evidence.take(heard.from, message.evidence, heard.judge)
      } else if (carries(message) && heightOfWire(message) === height) toVerify.push(heard)
      else taken.push(this.#takeOther(heard, message, height))
    }
    await Promise.all([this.#verify(toVerify), ...taken])
  }

  #decode({ from, bytes, judge }: Received): WireMessage | undefined {
    try {
      return decodeWire(bytes, this.#modules.chain.params)
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      judge('reject')
      this.#report(from, `a message that cannot be decoded: ${error.message}`, 'malformed')
      return undefined
    }
  }

  /** What is not verified now: of another height, or of no validator. */
  async #takeOther(
    { from, judge }: Heard,
    message: Exclude<WireMessage, { type: 'evidence' }>,
    height: number,
  ): Promise<void> {
    const { deliver } = this.#modules
    const stands = heightOfWire(message)
    if (message.type === 'brief proposal') {
      if (stands === height + 1) this.#blocks.hold({ from, message, judge })
      else this.#refuse(from, judge, stands < height)
      // As much of it as the replica needs.
      return deliver(from, { type: 'status', height: stands, round: message.proposal.round }, undefined)
    }
    if (message.type === 'certified' || message.type === 'brief certified') return judge('ignore')
    // Kept by the replica until its height begins.
    if (stands === height + 1 && carries(message)) this.#judges.set(message, judge)
    // Taken up, perhaps, as attendance.
    else if (message.type === 'vote' && message.vote.kind === 'precommit' && stands < height)
      this.#judges.set(message.vote, judge)
    else this.#refuse(from, judge, stands < height && carries(message))
    return deliver(from, message, undefined)
  }

  #refuse(from: PeerId, judge: Judge, isOld: boolean): void {
    judge('ignore')
    if (isOld) this.#stale.note(from)
  }

  async #verify(heard: readonly Heard[]): Promise<void> {
    const votes: Heard<VoteMessage>[] = []
    for (const { from, message, judge } of heard) {
      if (message.type === 'vote') votes.push({ from, message, judge })
      else if (hasBlock(message)) this.#blocks.add({ from, message, judge })
    }
    await this.#votes.verify(votes)
  }

  #report(from: PeerId, reason: string, offence?: Offence): void {
    this.#unread.drop(from)
    this.#modules.misbehaved(from, reason, offence)
  }
}

/** Whether a message says more than where its sender stands. */
function carries(message: WireMessage): boolean {
  return message.type === 'vote' || hasBlock(message)
}

function hasBlock(message: WireMessage): message is Carrying {
  switch (message.type) {
    case 'proposal':
    case 'certified':
    case 'brief proposal':
    case 'brief certified':
      return true
    default:
      return false
  }
}
