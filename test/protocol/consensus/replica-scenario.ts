/**
 * One replica whose executor and peers are the test. What it asks for is given back as text, one line for each output, so
 * that tests can say in which order things happen.
 */
import type { JournalRecord } from '../../../src/protocol/consensus/journal.ts'
import type { ConsensusMessage } from '../../../src/protocol/consensus/messages.ts'
import {
  createReplica,
  type HeightConfig,
  type ReplicaInput,
  type ReplicaLimits,
  type ReplicaOutput,
  type ReplicaState,
  stepReplica,
} from '../../../src/protocol/consensus/replica.ts'
import { blockOf, deepFreeze, HEIGHT, idOf, machineConfig, nameOf, proposal, vote } from './blocks.ts'

const LIMITS: ReplicaLimits = {
  propose: { base: 300, increment: 100 },
  prevote: { base: 200, increment: 100 },
  precommit: { base: 100, increment: 100 },
  maxTimeout: 1_000,
  tick: 500,
  servedPerTick: 2,
  askedPerTick: 1,
  maxPeers: 4,
  nextProposals: 2,
}

export class ReplicaScenario {
  state: ReplicaState = deepFreeze(createReplica(LIMITS))
  outputs: readonly ReplicaOutput[] = []
  readonly journal: JournalRecord[] = []
  readonly #self: number | undefined
  #ticks = 0

  /** Position of the validator among four; validator 1 leads round 0, validator 2 round 1, and so on around. */
  constructor(self: number | 'follower' = 0) {
    this.#self = self === 'follower' ? undefined : self
  }

  config(height = HEIGHT, delay = 40): HeightConfig {
    const leader = (round: number) => (round + 1) % 4
    return { ...machineConfig([1, 1, 1, 1], this.#self, leader), height, delay, silentRound: 1_000 }
  }

  start(journal: readonly JournalRecord[] = []): string[] {
    return this.give({ type: 'start', config: this.config(), journal })
  }

  /** Started, and the block interval is over. */
  begin(): string[] {
    this.start()
    return this.timer(`begin/${HEIGHT}`)
  }

  hears(message: ConsensusMessage, from = 'peer'): string[] {
    return this.give({ type: 'message', from, message })
  }

  votes(kind: 'prevote' | 'precommit', round: number, name: string, ...from: number[]): string[] {
    return from.flatMap((i) => this.hears({ type: 'vote', vote: vote(kind, round, name, i) }, `v${i}`))
  }

  proposes(round: number, name: string, validRound = -1): string[] {
    const leader = (round + 1) % 4
    return this.hears({ type: 'proposal', proposal: proposal(round, name, leader, validRound) })
  }

  checked(round: number, name: string, valid = true): string[] {
    return this.give({ type: 'checked', height: HEIGHT, round, blockId: idOf(name)!, valid })
  }

  built(round: number, name: string): string[] {
    return this.give({ type: 'built', height: HEIGHT, round, blockId: idOf(name)!, block: blockOf(name) })
  }

  /** The executor signs a vote it was asked for. */
  signs(kind: 'prevote' | 'precommit', round: number, name: string): string[] {
    return this.give({
      type: 'signed',
      message: { type: 'vote', vote: vote(kind, round, name, this.#self!) },
    })
  }

  signsProposal(round: number, name: string, validRound = -1): string[] {
    const signed = proposal(round, name, this.#self!, validRound)
    return this.give({ type: 'signed', message: { type: 'proposal', proposal: signed } })
  }

  committed(height = HEIGHT): string[] {
    return this.give({ type: 'committed', height, next: this.config(height + 1) })
  }

  tick(): string[] {
    this.#ticks += 1
    return this.timer(`tick/${this.#ticks}`).filter((line) => !line.startsWith('timer tick'))
  }

  timer(id: string): string[] {
    return this.give({ type: 'timer', id })
  }

  give(input: ReplicaInput): string[] {
    const { state, outputs } = stepReplica(this.state, deepFreeze(input))
    this.state = deepFreeze(state)
    this.outputs = outputs
    for (const output of outputs) if (output.type === 'journal') this.journal.push(output.record)
    return outputs.filter((output) => !isBeside(output)).map(describeOutput)
  }
}

/** The timers that end rounds without quorum, which run beside those of the algorithm. */
function isBeside(output: ReplicaOutput): boolean {
  return output.type === 'timer' && /^(half|round|settle|listen)\//.test(output.id)
}

function describeOutput(output: ReplicaOutput): string {
  switch (output.type) {
    case 'journal': {
      const { record } = output
      const what = record.type === 'vote' ? record.kind : 'proposal'
      return `journal ${what} ${nameOf(record.blockId)} in ${record.round}`
    }
    case 'sign': {
      const { message } = output
      if (message.type === 'vote') {
        return `sign ${message.vote.kind} ${nameOf(message.vote.blockId)} in ${message.vote.round}`
      }
      return `sign proposal ${nameOf(message.proposal.blockId)} in ${message.proposal.round}`
    }
    case 'broadcast':
      return `say ${describeMessage(output.message)}`
    case 'send':
      return `to ${output.to}: ${describeMessage(output.message)}`
    case 'serve':
      return `to ${output.to}: block ${output.height}`
    case 'timer':
      return `timer ${output.id} in ${output.delay}`
    case 'check':
      return `check ${nameOf(output.proposal.blockId)} in ${output.proposal.round}`
    case 'build':
      return `build in ${output.round}`
    case 'verify':
      return `verify ${output.messages.map(({ message }) => describeMessage(message)).join(', ')}`
    case 'commit':
      return `commit ${nameOf(output.block)} by ${output.proof.type}`
    case 'late': {
      const { verified, from, vote } = output
      return `late ${verified ? 'and verified' : `from ${from}`}: ${describeMessage({ type: 'vote', vote })}`
    }
    case 'evidence':
      return `evidence of ${output.evidence.type} against ${output.evidence.first.validator}`
  }
}

function describeMessage(message: ConsensusMessage): string {
  switch (message.type) {
    case 'vote': {
      const { kind, blockId, round, validator } = message.vote
      return `${kind} ${nameOf(blockId)} in ${round} of ${validator}`
    }
    case 'proposal':
      return `proposal ${nameOf(message.proposal.blockId)} in ${message.proposal.round}`
    case 'status':
      return `at ${message.height} round ${message.round}`
    case 'request':
      return `request ${message.height}`
    case 'certified':
      return `block ${message.height}`
  }
}
