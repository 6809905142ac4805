/**
 * A pool for tests of the relay: the rules of the real one as far as the relay can tell (what is checked, what waits, what
 * spends the same), on transactions of the right shape and length that prove nothing.
 */
import { randomBytes } from 'node:crypto'
import type { CommittedBlock } from '../../../src/node/chain/chain.ts'
import { readInputs } from '../../../src/node/chain/transaction-layout.ts'
import { NodeError } from '../../../src/node/errors.ts'
import { DEFAULT_LIMITS } from '../../../src/node/limits.ts'
import { digestOf } from '../../../src/node/mempool/digest.ts'
import type { Admission } from '../../../src/node/mempool/mempool.ts'
import { Pool, type PoolEntry } from '../../../src/node/mempool/pool.ts'
import type { RelayModules } from '../../../src/node/relay/relay.ts'
import { fromHex, toHex } from '../../../src/protocol/bytes.ts'
import { ProtocolError } from '../../../src/protocol/errors.ts'
import { transactionLength } from '../../../src/protocol/transaction.ts'

const SHAPE = { inputs: 2, outputs: 2 }
const INPUTS_AT = 3
/** The last byte says what is wrong with it. */
const FORGED = 1
/** The first byte of the first input says that its coin is in a block to come. */
const TO_COME = 0xff

/** A transaction that spends what nobody else spends, or what `like` spends. */
export function toyTransaction(options: { like?: Uint8Array; forged?: boolean; toCome?: boolean } = {}) {
  const bytes = new Uint8Array(transactionLength(SHAPE))
  bytes.set([1, SHAPE.inputs, SHAPE.outputs])
  bytes.set(options.like?.subarray(INPUTS_AT, INPUTS_AT + 64) ?? randomBytes(64), INPUTS_AT)
  if (!options.like) bytes[INPUTS_AT] = options.toCome ? TO_COME : 0
  bytes.set(randomBytes(16), INPUTS_AT + 64)
  if (options.forged) bytes[bytes.length - 1] = FORGED
  return bytes
}

type Follower = Parameters<RelayModules['chain']['onCommit']>[0]

export class ToyPool {
  readonly #pool = new Pool(DEFAULT_LIMITS)
  readonly #checking: () => Promise<void>
  readonly #acceptedListeners = new Set<(entry: PoolEntry) => void>()
  readonly #followers = new Set<Follower>()
  readonly #spent = new Set<string>()
  /** How many checks there were. */
  checks = 0
  height = 0

  /** @param checking takes the time that a check takes */
  constructor(checking: () => Promise<void> = async () => {}) {
    this.#checking = checking
  }

  get modules(): Pick<RelayModules, 'chain' | 'mempool'> {
    const chain: RelayModules['chain'] = {
      onCommit: (follower) => {
        this.#followers.add(follower)
        return () => this.#followers.delete(follower)
      },
    }
    const mempool: RelayModules['mempool'] = {
      check: (bytes) => this.#check(bytes),
      admit: async (entry) => this.#admit(entry),
      submit: async (bytes) => {
        const checked = await this.#check(bytes)
        return 'accepted' in checked ? checked : this.#admit(checked)
      },
      isVerified: (bytes) => this.has(bytes),
      overdue: (blocks, count, bytes) =>
        this.#pool
          .oldest(count, bytes)
          .flatMap((entry) => (entry.height <= this.height - blocks ? [entry.bytes] : [])),
      onAccepted: (listener) => {
        this.#acceptedListeners.add(listener)
        return () => this.#acceptedListeners.delete(listener)
      },
    }
    return { chain, mempool }
  }

  get size(): number {
    return this.#pool.size
  }

  has(bytes: Uint8Array): boolean {
    return this.#pool.hasDigest(digestOf(bytes))
  }

  /** Takes in a block with these transactions. */
  commit(transactions: readonly Uint8Array[]): void {
    this.height++
    const spent = transactions.flatMap(readInputs)
    for (const input of spent) this.#spent.add(toHex(input))
    this.#pool.removeClaiming(spent.map(toHex))
    const block = { height: this.height, spent } as unknown as CommittedBlock
    for (const follower of [...this.#followers]) follower(block)
  }

  async #check(bytes: Uint8Array): Promise<PoolEntry | Admission> {
    const digest = digestOf(bytes)
    if (this.#pool.get(digest)) return { accepted: true, id: fromHex(digest), final: false }
    const inputs = readInputs(bytes).map(toHex)
    const refused = this.#refusal(inputs)
    if (refused) return refused
    this.checks++
    await this.#checking()
    if (bytes.at(-1) === FORGED) {
      return { accepted: false, error: new ProtocolError('invalid_signature', 'forged') }
    }
    return { id: digest, digest, bytes, inputs, operation: undefined, claims: [], height: this.height }
  }

  #refusal(inputs: readonly string[]): Admission | undefined {
    const outputId = this.#pool.claimed(inputs) ?? inputs.find((input) => this.#spent.has(input))
    if (outputId !== undefined) return { accepted: false, error: new NodeError('input_spent', { outputId }) }
    if (inputs[0]!.startsWith('ff') && this.height === 0) {
      return { accepted: false, error: new ProtocolError('unknown_input', 'not there yet') }
    }
    return undefined
  }

  #admit(entry: PoolEntry): Admission {
    if (!this.#pool.get(entry.id)) {
      const refused = this.#refusal(entry.inputs)
      if (refused) return refused
      this.#pool.add({ ...entry, height: this.height })
      for (const listener of [...this.#acceptedListeners]) listener(entry)
    }
    return { accepted: true, id: fromHex(entry.id), final: false }
  }
}
