/**
 * Proposals and final blocks of peers, whole or in brief: one after the other it is looked into whether they are what they say,
 * then those in brief are put together again. So many of each peer wait.
 */
import { blockId as idOf, readHeader } from '../../protocol/block.ts'
import { toHex } from '../../protocol/bytes.ts'
import { Reader } from '../../protocol/codec.ts'
import type { CertifiedMessage, ProposalHeader, ProposalMessage } from '../../protocol/consensus/messages.ts'
import { isRoundKept, isSuperfluous } from '../../protocol/consensus/replica.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { decidedBy } from '../../protocol/ledger.ts'
import type { NodeLimits } from '../limits.ts'
import { BlockGatherer, type GathererLimits } from './block-gatherer.ts'
import type { BriefBlock } from './brief-block.ts'
import type { Heard, InboxModules } from './inbox.ts'
import { isTooEarly } from './too-early.ts'
import { type BriefCertified, type BriefProposal, encodeWire, heightOfWire } from './wire.ts'

export type Carrying = ProposalMessage | CertifiedMessage | BriefProposal | BriefCertified

export type BlockCheckLimits = GathererLimits & Pick<NodeLimits, 'peerBlocks'>

/** Proposals of one round that are looked into: the second one shows that its leader contradicts itself. */
const PROPOSALS_OF_A_ROUND = 2
/** Proposals in brief of the next height that are kept until it begins, and those of one peer. */
const HELD = 32
const HELD_OF_PEER = 2
/** Others that are asked for a block that could not be put together. */
const OTHERS_ASKED = 2

export class BlockCheck {
  readonly #modules: InboxModules
  readonly #limits: BlockCheckLimits
  readonly #report: (heard: Heard, reason: string) => void
  readonly #signal: AbortSignal
  readonly #gatherer: BlockGatherer
  /** Messages that wait, by who sent them. */
  readonly #waiting: Heard<Carrying>[] = []
  #held: readonly Heard<BriefProposal>[] = []
  /** Names of the proposals that held, by round, of one height. */
  #proposals = { height: 0, byRound: new Map<number, Set<string>>() }
  #checking = false

  /** @param report says that whoever sent a message did what no honest node does */
  constructor(
    modules: InboxModules,
    limits: BlockCheckLimits,
    report: (heard: Heard, reason: string) => void,
    signal: AbortSignal,
  ) {
    this.#modules = modules
    this.#limits = limits
    this.#report = report
    this.#signal = signal
    const { chainId } = modules.chain.state
    this.#gatherer = new BlockGatherer({ ...modules, chainId }, limits, signal)
  }

  add(heard: Heard<Carrying>): void {
    const waiting = this.#waiting.filter(({ from }) => from === heard.from).length
    if (waiting >= this.#limits.peerBlocks) heard.judge('ignore')
    else {
      this.#waiting.push(heard)
      void this.#checkAll()
    }
  }

  /** Keeps a proposal of the next height until that begins; when there are too many the oldest goes. */
  hold(heard: Heard<BriefProposal>): void {
    const own = this.#held.filter(({ from }) => from === heard.from)
    const [oldest] = own.length >= HELD_OF_PEER ? own : this.#held.length >= HELD ? this.#held : []
    oldest?.judge('ignore')
    this.#held = [...this.#held.filter((other) => other !== oldest), heard]
  }

  /** The height of what is held has begun. */
  beginHeight(): void {
    const held = this.#held
    this.#held = []
    for (const heard of held) this.add(heard)
  }

  async #checkAll(): Promise<void> {
    if (this.#checking) return
    this.#checking = true
    for (let next = this.#waiting.shift(); next && !this.#signal.aborted; next = this.#waiting.shift()) {
      await this.#check(next)
    }
    this.#checking = false
  }

  async #check(heard: Heard<Carrying>): Promise<void> {
    try {
      const height = await this.#inspect(heard.message)
      if (height === undefined) heard.judge('ignore')
      // Others do not wait while something is fetched.
      else if ('brief' in heard.message) void this.#complete(heard, heard.message, height)
      else this.#handOn(heard, heard.message, height)
    } catch (error) {
      this.#blame(heard, error)
    }
  }

  /** The height for which a message holds; undefined when it is of no use any more. @throws ProtocolError when it does not hold. */
  async #inspect(message: Carrying): Promise<number | undefined> {
    const { chain, current } = this.#modules
    const { replica, config } = current()
    const { height } = config
    // stored already, though the replica has not begun the next height yet
    if (chain.height !== height - 1) return undefined
    if (heightOfWire(message) !== height || isSuperfluous(replica, asKnown(message))) return undefined
    if (message.type === 'proposal' || message.type === 'brief proposal') {
      const { proposal } = message
      if (!isRoundKept(replica, proposal.round) || !this.#isOneOfFew(proposal)) return undefined
      await this.#inspectProposal(proposal, blockOf(message))
    } else await this.#inspectCertified(message, blockOf(message))
    return height
  }

  async #inspectProposal(proposal: ProposalHeader, block: Uint8Array | BriefBlock): Promise<void> {
    const { chain, workers, current } = this.#modules
    const { validators, leader } = current().config
    if (proposal.validator !== leader(proposal.round)) {
      throw new ProtocolError('invalid_block', 'not of the leader of its round')
    }
    const { publicKey } = validators[proposal.validator]!
    const { maxBlockTransactions: maxTransactions } = chain.params
    const { chainId } = chain.state
    const job = { chainId, maxTransactions, publicKey, proposal: { ...proposal, block } }
    await workers.run('inspectProposal', job, this.#signal)
  }

  async #inspectCertified(
    { certificate }: CertifiedMessage | BriefCertified,
    block: Uint8Array | BriefBlock,
  ): Promise<void> {
    const { chain, workers, current } = this.#modules
    const { height, leak, silentRound, silenceIn, votersAfter } = current().config
    const { chainId, blockId, previousTime: began } = chain.state
    const job = {
      maxTransactions: chain.params.maxBlockTransactions,
      height,
      chainId,
      params: { leak, silentRound },
      previous: { blockId, validators: decidedBy(chain.state, chain.params), began },
      validators: votersAfter(silenceIn(block instanceof Uint8Array ? block : block.header)),
      block,
      certificate,
    }
    await workers.run('inspectCertified', job, this.#signal)
  }

  /** Puts a block in brief together. Where that fails the whole block is asked for, of a few. */
  async #complete(heard: Heard, message: BriefProposal | BriefCertified, height: number): Promise<void> {
    const { from } = heard
    try {
      const { brief } = message
      const id = idOf(readHeader(new Reader(brief.header)))
      const block = await this.#gatherer.gather(from, id, brief)
      if (block) this.#handOn(heard, wholeOf(message, block), height)
      else {
        heard.judge('ignore')
        if (this.#modules.current().config.height === height) this.#askForWhole(from, height)
      }
    } catch (error) {
      this.#blame(heard, error)
    }
  }

  #askForWhole(from: string, height: number): void {
    const { network } = this.#modules
    const others = network.peers.filter((peer) => peer !== from)
    const first = others.length > 0 ? height % others.length : 0
    const chosen = [...others.slice(first), ...others.slice(0, first)].slice(0, OTHERS_ASKED)
    const request = encodeWire({ type: 'request', height })
    for (const peer of [from, ...chosen]) network.send(peer, request)
  }

  #handOn(heard: Heard, message: ProposalMessage | CertifiedMessage, height: number): void {
    const { recent, deliver, chain, clock, logger } = this.#modules
    // stored meanwhile, so not of use any more
    if (chain.height !== height - 1) {
      heard.judge('ignore')
      return
    }
    if (isTooEarly(message, chain, clock.now())) {
      // No fault of the peer: its clock may be ahead of this one.
      logger.warn({ height, type: message.type }, 'a claim of silence that cannot have lasted so long yet')
      heard.judge('ignore')
      return
    }
    if (message.type === 'proposal') {
      const { proposal } = message
      recent.keep(proposal.blockId, proposal.block)
      heard.judge(this.#note(proposal) ? 'accept' : 'ignore')
    } else {
      recent.keep(idOf(readHeader(new Reader(message.block))), message.block)
      // Who lacks it asks for it.
      heard.judge('ignore')
    }
    void deliver(heard.from, message, height)
  }

  #blame(heard: Heard, error: unknown): void {
    if (this.#signal.aborted) return
    if (error instanceof ProtocolError) {
      this.#report(heard, `a false ${heard.message.type}: ${error.message}`)
    } else {
      heard.judge('ignore')
      this.#modules.logger.error({ err: error }, 'a block of a peer could not be inspected')
    }
  }

  /** One of the first few of its round, and not one that was handed on: its leader can sign each with any `validRound`. */
  #isOneOfFew(proposal: ProposalHeader): boolean {
    const known = this.#known(proposal)
    return known.size < PROPOSALS_OF_A_ROUND && !known.has(nameOf(proposal))
  }

  /** @returns whether it is one of the first few of its round */
  #note(proposal: ProposalHeader): boolean {
    if (!this.#isOneOfFew(proposal)) return false
    this.#known(proposal).add(nameOf(proposal))
    return true
  }

  #known({ height, round }: ProposalHeader): Set<string> {
    if (this.#proposals.height !== height) this.#proposals = { height, byRound: new Map() }
    const { byRound } = this.#proposals
    const known = byRound.get(round) ?? new Set()
    byRound.set(round, known)
    return known
  }
}

function blockOf(message: Carrying): Uint8Array | BriefBlock {
  if ('brief' in message) return message.brief
  return message.type === 'proposal' ? message.proposal.block : message.block
}

const NO_BLOCK = new Uint8Array()

/** What the replica would know a message by. */
function asKnown(message: Carrying): ProposalMessage | CertifiedMessage {
  return 'brief' in message ? wholeOf(message, NO_BLOCK) : message
}

function wholeOf(
  message: BriefProposal | BriefCertified,
  block: Uint8Array,
): ProposalMessage | CertifiedMessage {
  if (message.type === 'brief proposal') return { type: 'proposal', proposal: { ...message.proposal, block } }
  const { height, certificate } = message
  return { type: 'certified', height, certificate, block }
}

function nameOf({ blockId, claim }: ProposalHeader): string {
  return `${toHex(blockId)} ${toHex(claim)}`
}
