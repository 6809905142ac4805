/**
 * What a node says to its neighbours. Blocks go in brief where the others have the transactions: proposals to all, and the last
 * final block to who asks for it; the second time, to who still lacks it, whole.
 */
import { idOfEncoded } from '../../protocol/block.ts'
import { toHex } from '../../protocol/bytes.ts'
import type { ConsensusMessage, Proposal } from '../../protocol/consensus/messages.ts'
import type { PeerId } from '../../protocol/consensus/replica.ts'
import { certifiedBlockAt } from '../chain/certified-block.ts'
import type { Chain } from '../chain/chain.ts'
import type { Clock } from '../clock.ts'
import type { Logger } from '../logger.ts'
import type { ConsensusNetwork } from '../network/channel.ts'
import type { Requests } from '../network/requests.ts'
import type { NodeWorkers } from '../workers/node-workers.ts'
import { BlockService, type BlockServiceLimits } from './block-service.ts'
import { serveTransactions } from './block-transactions.ts'
import type { BriefBlock } from './brief-block.ts'
import type { RecentBlocks } from './recent-blocks.ts'
import { encodeWire } from './wire.ts'

export type SpeakerModules = {
  readonly chain: Chain
  readonly network: ConsensusNetwork
  readonly requests: Requests
  readonly workers: NodeWorkers
  readonly clock: Pick<Clock, 'now'>
  readonly logger: Logger
  readonly recent: RecentBlocks
}

/** Blocks whose brief form is kept: what is proposed is said again, and the head asked for by several. */
const KEPT = 4
/** Who was sent a block in brief, of the last height. */
const REMEMBERED = 1_024

export class Speaker {
  readonly #modules: SpeakerModules
  readonly #signal: AbortSignal
  readonly #service: BlockService
  /** By block id, hex; undefined of one without transactions. */
  readonly #briefs = new Map<string, Promise<BriefBlock | undefined>>()
  #sentBrief = { height: 0, to: new Set<PeerId>() }

  /** Speaks until the signal is aborted. */
  constructor(modules: SpeakerModules, limits: BlockServiceLimits, signal: AbortSignal) {
    const { network, clock, requests, recent, chain } = modules
    this.#modules = modules
    this.#signal = signal
    const read = (height: number, to: PeerId) => this.#read(height, to)
    this.#service = new BlockService({ network, clock, read }, limits)
    const leave = serveTransactions(requests, recent, {
      maxTransactions: chain.params.maxBlockTransactions,
      spend: (to, bytes) => this.#service.spend(to, bytes),
    })
    signal.addEventListener('abort', leave, { once: true })
  }

  /** To all. Resolves when it is said. */
  async broadcast(message: ConsensusMessage): Promise<void> {
    const { network } = this.#modules
    const bytes = message.type === 'proposal' ? await this.#proposal(message.proposal) : encodeWire(message)
    if (!this.#signal.aborted) network.broadcast(bytes)
  }

  send(to: PeerId, message: ConsensusMessage): void {
    const bytes = encodeWire(message)
    if (message.type === 'proposal') this.#service.send(to, bytes)
    else this.#modules.network.send(to, bytes)
  }

  /** Sends the final block of a height, when it is its turn. */
  serve(to: PeerId, height: number): Promise<void> {
    return this.#service.serve(to, height)
  }

  async #proposal(proposal: Proposal): Promise<Uint8Array> {
    const { block, ...header } = proposal
    this.#modules.recent.keep(proposal.blockId, block)
    const brief = await this.#briefOf(proposal.blockId, block)
    return encodeWire(
      brief ? { type: 'brief proposal', proposal: header, brief } : { type: 'proposal', proposal },
    )
  }

  async #read(height: number, to: PeerId): Promise<Uint8Array | undefined> {
    if (this.#signal.aborted) return undefined
    const { chain } = this.#modules
    const found = await certifiedBlockAt(chain.tables, height)
    if (!found) return undefined
    const { block, certificate } = found
    const brief = height === chain.height && this.#isFirst(to, height) ? await this.#head(block) : undefined
    return encodeWire(
      brief
        ? { type: 'brief certified', height, certificate, brief }
        : { type: 'certified', height, block, certificate },
    )
  }

  async #head(block: Uint8Array): Promise<BriefBlock | undefined> {
    const id = idOfEncoded(block)
    this.#modules.recent.keep(id, block)
    return this.#briefOf(id, block)
  }

  #isFirst(to: PeerId, height: number): boolean {
    if (this.#sentBrief.height !== height) this.#sentBrief = { height, to: new Set() }
    const { to: known } = this.#sentBrief
    if (known.has(to) || known.size >= REMEMBERED) return false
    known.add(to)
    return true
  }

  #briefOf(blockId: Uint8Array, block: Uint8Array): Promise<BriefBlock | undefined> {
    const name = toHex(blockId)
    const brief = this.#briefs.get(name) ?? this.#shorten(block)
    this.#briefs.delete(name)
    this.#briefs.set(name, brief)
    if (this.#briefs.size > KEPT) this.#briefs.delete(this.#briefs.keys().next().value!)
    return brief
  }

  /** Undefined where that fails, too: then the block goes whole. */
  async #shorten(block: Uint8Array): Promise<BriefBlock | undefined> {
    const { workers, chain, logger } = this.#modules
    try {
      const brief = await workers.run('shorten', { chainId: chain.state.chainId, block }, this.#signal)
      return brief.names.length > 0 ? brief : undefined
    } catch (error) {
      if (!this.#signal.aborted) logger.error({ err: error }, 'a block could not be put in brief')
      return undefined
    }
  }
}
