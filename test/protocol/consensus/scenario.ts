/**
 * One voting machine among others that the test speaks for. What it does is given back as text, so that tests read as
 * exchanges. Own votes and proposals come back to it at once, as they do when nothing is slow.
 */
import type { JournalRecord } from '../../../src/protocol/consensus/journal.ts'
import {
  beginMachine,
  type MachineInput,
  type MachineOutput,
  type MachineState,
  stepMachine,
} from '../../../src/protocol/consensus/machine.ts'
import type { VoteKind } from '../../../src/protocol/consensus/messages.ts'
import { blockOf, deepFreeze, HEIGHT, idOf, machineConfig, nameOf, proposal, vote } from './blocks.ts'

const PAPER_TIMERS: ReadonlySet<string> = new Set(['propose', 'prevote', 'precommit'])

export type Setting = {
  /** Weights of the validators; four of 1 where nothing is said. */
  readonly weights?: readonly number[]
  /** Position of the machine; 0 where nothing is said. */
  readonly self?: number | undefined
  readonly resumed?: readonly JournalRecord[]
}

export class Scenario {
  state: MachineState
  /** What an executor would have written down. */
  readonly journal: JournalRecord[]
  /** Whether the timers are told as well that the paper does not have. */
  allTimers = false
  readonly #self: number | undefined

  constructor({ weights = [1, 1, 1, 1], resumed = [], ...setting }: Setting = {}) {
    this.#self = 'self' in setting ? setting.self : 0
    const leader = (round: number) => this.leader(round)
    this.journal = [...resumed]
    this.state = deepFreeze(
      beginMachine({ ...machineConfig(weights, this.#self, leader), resumed: this.journal.slice() }),
    )
  }

  /** Validator 1 leads round 0, validator 2 round 1, and so on around. */
  leader(round: number): number {
    return (round + 1) % this.validators
  }

  get validators(): number {
    return this.state.config.validators.length
  }

  /** Another machine with the same journal, as after a crash. */
  crash(): Scenario {
    const weights = this.state.config.validators.map(({ weight }) => Number(weight))
    return new Scenario({ weights, self: this.#self, resumed: this.journal })
  }

  start(): string[] {
    return this.give({ type: 'start' })
  }

  propose(round: number, name: string, options: { validRound?: number; valid?: boolean } = {}): string[] {
    const message = proposal(round, name, this.leader(round), options.validRound)
    return this.give({ type: 'proposal', proposal: message, valid: options.valid ?? true })
  }

  prevotes(round: number, name: string, ...from: number[]): string[] {
    return from.flatMap((validator) => this.vote('prevote', round, name, validator))
  }

  precommits(round: number, name: string, ...from: number[]): string[] {
    return from.flatMap((validator) => this.vote('precommit', round, name, validator))
  }

  vote(kind: VoteKind, round: number, name: string, validator: number): string[] {
    return this.give({ type: 'vote', vote: vote(kind, round, name, validator) })
  }

  timeout(kind: 'propose' | 'prevote' | 'precommit', round: number): string[] {
    return this.give({ type: 'timeout', timer: { kind, round } })
  }

  built(round: number, name: string): string[] {
    return this.give({ type: 'built', round, blockId: idOf(name)!, block: blockOf(name) })
  }

  give(input: MachineInput): string[] {
    const { state, outputs } = stepMachine(this.state, deepFreeze(input))
    this.state = deepFreeze(state)
    return outputs.flatMap((output) => [...this.#tell(output), ...this.#return(output)])
  }

  #tell(output: MachineOutput): string[] {
    const beside = output.type === 'timer' && !PAPER_TIMERS.has(output.timer.kind)
    return beside && !this.allTimers ? [] : [describe(output)]
  }

  #return(output: MachineOutput): string[] {
    if (output.type === 'vote') {
      const { kind, round, blockId, lock } = output
      this.journal.push({ type: 'vote', height: HEIGHT, kind, round, blockId, lock })
      return this.give({ type: 'vote', vote: vote(kind, round, nameOf(blockId), this.#self!) })
    }
    if (output.type === 'propose') {
      const { round, validRound, blockId } = output
      this.journal.push({ height: HEIGHT, ...output, type: 'proposal' })
      return this.propose(round, nameOf(blockId), { validRound })
    }
    return []
  }
}

function describe(output: MachineOutput): string {
  switch (output.type) {
    case 'build':
      return `build in ${output.round}`
    case 'propose': {
      const why = output.validRound < 0 ? '' : ` because of ${output.validRound}`
      return `propose ${nameOf(output.blockId)} in ${output.round}${why}`
    }
    case 'vote':
      return `${output.kind} ${nameOf(output.blockId)} in ${output.round}`
    case 'timer':
      return `timer ${output.timer.kind} ${output.timer.round}`
    case 'decide': {
      const from = output.precommits.map(({ validator }) => validator).join(' ')
      return `decide ${nameOf(output.blockId)} in ${output.round} by ${from}`
    }
    case 'evidence':
      return `evidence of ${output.evidence.type} against ${output.evidence.first.validator}`
  }
}
