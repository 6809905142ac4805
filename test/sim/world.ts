/** A simulated world: the nodes, what lies between them, and who watches. */
import { le32 } from '../../src/protocol/bytes.ts'
import type { Evidence, ProposalHeader, Vote } from '../../src/protocol/consensus/messages.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'
import type { ValidatorSet } from '../../src/protocol/validators.ts'
import { Agenda } from './agenda.ts'
import type { App, AppState } from './app.ts'
import { Checker, type Invariant } from './checker.ts'
import type { Code } from './code.ts'
import { nodeCount, type SimConfig } from './config.ts'
import { calmAfter } from './faults.ts'
import { Network } from './network.ts'
import { SimNode } from './node.ts'
import type { Signatures } from './signer.ts'
import { stakeLedger } from './stake-ledger.ts'
import { stakeRules } from './stake-state.ts'
import { type Rules, toyLedger } from './toy-ledger.ts'
import { Trace } from './trace.ts'
import { isFinal } from './verify.ts'

/** Milliseconds between blocks. */
export const BLOCK_INTERVAL = 300

/** What a replica may hold in memory, as `sizeOf` counts it: measured, and doubled. */
const SIZE_FIXED = 96 * 1024
const SIZE_PER_VALIDATOR = 8 * 1024

export type WorldOptions = {
  readonly config: SimConfig
  readonly code: Code
  readonly signatures: Signatures
  readonly print?: (line: string) => void
  readonly tolerated?: readonly Invariant[]
}

export class World {
  readonly agenda = new Agenda()
  readonly config: SimConfig
  readonly code: Code
  readonly signatures: Signatures
  readonly chainId: Uint8Array
  readonly validators: ValidatorSet
  readonly app: App<AppState>
  readonly nodeCount: number
  readonly totalWeight: number
  /** What those with a role hold of it. */
  readonly faultyWeight: number
  /** Bytes a replica may hold. */
  readonly sizeLimit: number
  readonly trace: Trace
  readonly checker: Checker
  readonly network: Network
  readonly nodes: readonly SimNode[]
  /** When the last fault is over. */
  readonly calm: number
  /** Faults that struck, by kind. */
  readonly struck = new Map<string, number>()

  constructor({ config, code, signatures, print, tolerated }: WorldOptions) {
    this.config = config
    this.code = code
    this.signatures = signatures
    this.chainId = hash('simulated chain', le32(config.seed >>> 0))
    this.validators = config.weights.map((weight, i) => {
      return { publicKey: signatures.publicKeys[i]!, weight: BigInt(weight) }
    })
    // A ledger's own kind of state goes in and out of the world unseen.
    this.app = this.#ledger() as unknown as App<AppState>
    this.nodeCount = nodeCount(config)
    this.totalWeight = sum(config.weights)
    this.faultyWeight = sum(config.weights.filter((_, i) => config.roles[i] !== undefined))
    this.sizeLimit = SIZE_FIXED + SIZE_PER_VALIDATOR * config.weights.length
    this.calm = calmAfter(config.faults)
    this.trace = new Trace(this.agenda, print)
    this.checker = new Checker(this, tolerated)
    this.network = new Network(this.agenda, config, this.nodeCount, (from, to, bytes) =>
      this.nodes[to]!.receive(from, bytes),
    )
    const twins = [...config.roles.keys()].filter((i) => config.roles[i] === 'twin')
    this.nodes = Array.from({ length: this.nodeCount }, (_, i) => {
      const validator = i < config.roles.length ? i : twins[i - config.roles.length]
      return new SimNode(this, i, validator)
    })
    this.#planFaults()
  }

  #ledger(): ReturnType<typeof stakeLedger> | ReturnType<typeof toyLedger> {
    const { config, chainId, code, signatures, validators } = this
    if (config.staking) return stakeLedger(stakeRules(config, { chainId, code: code.stake, signatures }))
    const { leak, silentRound } = config.silenceRules
    const about = { signatures, chainId, leak }
    const isProven: Rules['isFinal'] = (certificate, voters, height, id) =>
      isFinal(about, certificate, voters, height, id)
    return toyLedger({ validators, leak, silentRound, isFinal: isProven }, config.seed)
  }

  /** Whether a validator follows the rules. */
  isHonest(validator: number): boolean {
    return this.config.roles[validator] === undefined
  }

  count(what: string): void {
    this.struck.set(what, (this.struck.get(what) ?? 0) + 1)
  }

  /** The validator that has a key: each has one from the beginning, and a second to change to. */
  holderOf(key: number): number {
    return key % this.config.weights.length
  }

  /** Where a validator stands in the set of the next height; undefined outside of it. */
  positionOf({ keys }: AppState, validator: number | undefined): number | undefined {
    const at = keys.findIndex((key) => this.holderOf(key) === validator)
    return at < 0 ? undefined : at
  }

  /** @param state before the height of the vote */
  holdsVote(vote: Vote, state: AppState): boolean {
    return this.#holds(vote, this.code.messages.voteMessage(this.chainId, vote), state)
  }

  holdsProposal(proposal: ProposalHeader, state: AppState): boolean {
    return this.#holds(proposal, this.code.messages.proposalMessage(this.chainId, proposal), state)
  }

  /** Whether both signatures of evidence do. */
  holds(evidence: Evidence, state: AppState): boolean {
    return evidence.type === 'votes'
      ? this.holdsVote(evidence.first, state) && this.holdsVote(evidence.second, state)
      : this.holdsProposal(evidence.first, state) && this.holdsProposal(evidence.second, state)
  }

  #holds(
    { validator, signature }: Pick<Vote, 'validator' | 'signature'>,
    message: Uint8Array,
    { keys }: AppState,
  ): boolean {
    const key = keys[validator]
    return key !== undefined && this.signatures.verify(key, message, signature)
  }

  #planFaults(): void {
    for (const fault of this.config.faults) {
      this.agenda.at(fault.from, () => {
        if (fault.kind === 'crash') this.nodes[fault.node]!.expect(fault)
        else if (fault.kind === 'pause') this.nodes[fault.node]!.pause(fault.until)
        else if (fault.kind === 'clock') {
          const node = this.nodes[fault.node]!
          node.moveClock(fault.by)
          this.agenda.at(fault.until, () => node.moveClock(-fault.by))
        }
        if (fault.kind !== 'crash') this.count(fault.kind)
        this.trace.add(`fault ${JSON.stringify(fault)}`)
      })
    }
    this.agenda.at(this.calm, () => this.trace.add('calm'))
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
