/**
 * A neighbour of all validators of a test who only listens: it hears by gossip what is said, outlives whoever is killed, and
 * tells who contradicts himself.
 */
import { systemClock } from '../../../src/node/clock.ts'
import { maxMessageLength } from '../../../src/node/consensus/message-length.ts'
import { decodeWire, type WireMessage } from '../../../src/node/consensus/wire.ts'
import { silentLogger } from '../../../src/node/logger.ts'
import { openNetwork } from '../../../src/node/network/libp2p/open-network.ts'
import { toHex } from '../../../src/protocol/bytes.ts'
import { proposalMessage, voteMessage } from '../../../src/protocol/consensus/messages.ts'
import { blsVerify } from '../../../src/protocol/crypto/bls.ts'
import { systemRandom } from '../../../src/protocol/crypto/random.ts'
import { NETWORKS } from '../../../src/protocol/network.ts'

/** A vote, or a proposal, which may come in brief. */
export type Said = Extract<WireMessage, { readonly vote: unknown } | { readonly proposal: unknown }>

export type Witness = {
  /** What validators said that contradicts what they said before, even before they were killed. */
  readonly contradictions: readonly string[]
  /** Called with each vote and each proposal that it hears, at the first time or again. Returns what ends it. */
  onSaid(listener: (said: Said) => void): () => void
  /** Whether a validator of that key has signed it. */
  isOf(said: Said, publicKey: Uint8Array): boolean
  close(): Promise<void>
}

export type WitnessOptions = {
  readonly chainId: Uint8Array
  /** Holds what it knows of peers. */
  readonly directory: string
  /** Of the validators, `/p2p/ID` at the end. */
  readonly addresses: readonly string[]
}

/** Heights whose votes are remembered, the newest. */
const REMEMBERED = 64

export async function openWitness({ chainId, directory, addresses }: WitnessOptions): Promise<Witness> {
  const listeners = new Set<(said: Said) => void>()
  const book = new Book()
  const network = await openNetwork(
    { persistent: addresses, freeLocal: true },
    {
      chainId,
      directory,
      maxConsensus: maxMessageLength(NETWORKS.dev),
      validator: false,
      clock: systemClock,
      random: systemRandom,
      logger: silentLogger,
    },
  )
  network.consensus.onMessage((_, bytes, judge) => {
    // It passes nothing on: validators have each other.
    judge('ignore')
    const message = decodeWire(bytes, NETWORKS.dev)
    if (!('vote' in message) && !('proposal' in message)) return
    book.enter(message)
    for (const listener of [...listeners]) listener(message)
  })
  return {
    contradictions: book.contradictions,
    onSaid: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    isOf: (said, publicKey) =>
      'vote' in said
        ? blsVerify(publicKey, voteMessage(chainId, said.vote), said.vote.signature)
        : blsVerify(publicKey, proposalMessage(chainId, said.proposal), said.proposal.signature),
    close: () => network.close(),
  }
}

/** Who said what, of the newest heights. It outlives the processes, so it knows what they may have forgotten. */
class Book {
  readonly contradictions: string[] = []
  readonly #said = new Map<number, Map<string, string>>()

  enter(said: Said): void {
    const kind = 'vote' in said ? said.vote.kind : 'proposal'
    const { height, round, validator, blockId } = 'vote' in said ? said.vote : said.proposal
    const page = this.#said.get(height) ?? new Map<string, string>()
    this.#said.set(height, page)
    this.#said.delete(height - REMEMBERED)
    const key = `${kind} of ${validator} in round ${round}`
    const name = blockId ? toHex(blockId) : 'none'
    const before = page.get(key) ?? name
    if (before !== name) this.contradictions.push(`${key} of height ${height}: ${before}, then ${name}`)
    page.set(key, before)
  }
}
