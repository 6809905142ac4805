/**
 * Voting machines that talk to each other over a network that a list of numbers decides about: which message arrives next,
 * which is lost or comes again, whose timer fires, who crashes. When the numbers are used up the network becomes fair:
 * what was lost is said again, as replicas do, until all have decided.
 */
import assert from 'node:assert/strict'
import { compactJournal, type JournalRecord } from '../../../src/protocol/consensus/journal.ts'
import {
  beginMachine,
  type MachineInput,
  type MachineOutput,
  type MachineState,
  type RoundTimer,
  stepMachine,
} from '../../../src/protocol/consensus/machine.ts'
import { prevotesFor } from '../../../src/protocol/consensus/machine-state.ts'
import type { Proposal, Vote } from '../../../src/protocol/consensus/messages.ts'
import {
  blockOf,
  deepFreeze,
  HEIGHT,
  idOf,
  machineConfig,
  nameOf,
  proposal,
  snapshot,
  vote,
} from './blocks.ts'

export type Setting = {
  readonly weights: readonly number[]
  /** Positions of those that say what they like. */
  readonly dishonest: readonly number[]
}

type Message = { readonly vote: Vote } | { readonly proposal: Proposal }
type Packet = { readonly from: number; readonly to: number; readonly message: Message }
type Timer = { readonly of: number; readonly timer: RoundTimer }

/** Blocks of this name are invalid. */
const INVALID = 'X'
const CALM_ROUNDS = 60

type Node = { state: MachineState; journal: JournalRecord[]; own: Message[] }

export class Network {
  readonly decided = new Map<number, string>()
  /** All that was done, to compare two runs. */
  readonly trace: string[] = []
  readonly #setting: Setting
  readonly #nodes: (Node | undefined)[]
  /** What each honest validator signed, by kind and round: it must not say two things. */
  readonly #said = new Map<string, string>()
  #packets: Packet[] = []
  #timers: Timer[] = []
  /** The blocks proposed in each round. */
  readonly #proposed = new Map<number, Set<string>>()
  #built = 0

  constructor(setting: Setting) {
    this.#setting = setting
    this.#nodes = setting.weights.map((_, self) => {
      if (setting.dishonest.includes(self)) return undefined
      return { state: this.#begin(self, []), journal: [], own: [] }
    })
  }

  run(choices: readonly number[]): void {
    for (const [self] of this.#honest()) this.#give(self, { type: 'start' })
    for (let at = 0; at + 2 < choices.length; at += 3) {
      this.#act(choices[at]!, choices[at + 1]!, choices[at + 2]!)
    }
    for (let calm = 0; calm < CALM_ROUNDS && this.decided.size < this.#honest().length; calm++) this.#calm()
  }

  get honest(): number {
    return this.#honest().length
  }

  #honest(): [number, Node][] {
    return this.#nodes.flatMap((node, self) => (node ? [[self, node] as [number, Node]] : []))
  }

  #begin(self: number, resumed: readonly JournalRecord[]): MachineState {
    const { weights } = this.#setting
    const leader = (round: number) => this.#leader(round)
    return deepFreeze(beginMachine({ ...machineConfig(weights, self, leader), resumed }))
  }

  #act(what: number, which: number, how: number): void {
    const some = (to: number) => ((which >> to) & 1) === 1
    const kind = what % 12
    if (kind === 0 && how % 3 === 0) this.#crash(which)
    else if (kind === 0) this.#packets = this.#packets.filter(({ to }) => !some(to))
    else if (kind === 1) this.#fire((_, at) => at === which % this.#timers.length)
    else if (kind === 2) this.#fire(({ of }) => some(of))
    else if (kind === 3) this.#deliver((_, at) => at === which % this.#packets.length, how % 4 === 0)
    else if (kind <= 5) this.#deliver(({ from, to }) => some(from) && some(to))
    else if (kind <= 8 || this.#setting.dishonest.length === 0) this.#deliver(({ to }) => some(to))
    else this.#conspire(what >> 4, some, how)
  }

  /** Takes out the packets that are meant, and hands them over. */
  #deliver(meant: (packet: Packet, at: number) => boolean, again = false): void {
    const arriving = this.#packets.filter(meant)
    if (!again) this.#packets = this.#packets.filter((packet) => !arriving.includes(packet))
    for (const { to, message } of arriving) this.#receive(to, message)
  }

  #receive(to: number, message: Message): void {
    if ('vote' in message) this.#give(to, { type: 'vote', vote: message.vote })
    else {
      const { proposal } = message
      const valid = nameOf(proposal.blockId) !== INVALID
      this.#give(to, { type: 'proposal', proposal, valid })
    }
  }

  #fire(meant: (timer: Timer, at: number) => boolean): void {
    const fired = this.#timers.filter(meant)
    this.#timers = this.#timers.filter((timer) => !fired.includes(timer))
    for (const { of, timer } of fired) this.#give(of, { type: 'timeout', timer })
  }

  /** The machine comes back with its journal, and says again what is in it. */
  #crash(which: number): void {
    const honest = this.#honest()
    const [self, node] = honest[which % honest.length]!
    if (this.decided.has(self)) return
    node.journal = compactJournal(node.journal)
    node.state = this.#begin(self, node.journal.slice())
    node.own = []
    this.#timers = this.#timers.filter(({ of }) => of !== self)
    this.#give(self, { type: 'start' })
    for (const record of node.journal) this.#say(self, record)
  }

  /**
   * The dishonest tell some one thing and the others another, about a round that is under way or the one before: votes for
   * what was proposed in it, and, where one of them leads, new blocks or earlier ones with their prevotes for them.
   */
  #conspire(what: number, some: (to: number) => boolean, how: number): void {
    const { dishonest } = this.#setting
    const honest = this.#honest()
    const { round: current } = honest[what % honest.length]![1].state
    const round = Math.max(0, current - ((how >> 10) % 2))
    const leads = dishonest.includes(this.#leader(round))
    const kind = (how >> 8) % (leads ? 4 : 2)
    for (const self of dishonest) {
      for (let to = 0; to < this.#nodes.length; to++) {
        const draw = some(to) ? how & 15 : (how >> 4) & 15
        if (kind < 2) {
          const name = this.#proposedIn(round, draw)
          this.#send(self, to, { vote: vote(kind === 0 ? 'prevote' : 'precommit', round, name, self) })
        } else if (kind === 2 || round === 0) {
          const name = draw === 5 ? INVALID : this.#newName(draw % 2)
          this.#propose(round, name, self)
          this.#send(self, to, { proposal: proposal(round, name, self) })
        } else {
          const validRound = draw % round
          const name = draw < 3 ? this.#newName() : this.#proposedIn(validRound, draw >> 2)
          if (name === 'nil') continue
          this.#send(self, to, { proposal: proposal(round, name, self, validRound) })
          this.#send(self, to, { vote: vote('prevote', validRound, name, self) })
        }
      }
    }
  }

  /** No block, or one of those proposed in a round. */
  #proposedIn(round: number, draw: number): string {
    const names = ['nil', ...(this.#proposed.get(round) ?? [INVALID])]
    return names[draw % names.length]!
  }

  #propose(round: number, name: string, self: number): void {
    if (self === this.#leader(round))
      this.#proposed.set(round, (this.#proposed.get(round) ?? new Set()).add(name))
  }

  #leader(round: number): number {
    return (round + 1) % this.#setting.weights.length
  }

  /** A block nobody has proposed yet, or the last one. */
  #newName(step = 1): string {
    this.#built += step
    return String.fromCharCode(65 + (this.#built % 20))
  }

  #give(self: number, input: MachineInput): void {
    const node = this.#nodes[self]
    if (!node) return
    const { state, outputs } = stepMachine(node.state, deepFreeze(input))
    node.state = deepFreeze(state)
    this.trace.push(`${self} ${snapshot(input)} ${snapshot(outputs)}`)
    for (const output of outputs) this.#carryOut(self, node, output)
  }

  #carryOut(self: number, node: Node, output: MachineOutput): void {
    switch (output.type) {
      case 'vote': {
        const { kind, round, blockId, lock } = output
        const record = { type: 'vote', height: HEIGHT, kind, round, blockId, lock } as const
        node.journal.push(record)
        this.#say(self, record)
        break
      }
      case 'propose': {
        const record = { height: HEIGHT, ...output, type: 'proposal' } as const
        node.journal.push(record)
        this.#say(self, record)
        break
      }
      case 'build': {
        const name = this.#newName()
        this.#give(self, {
          type: 'built',
          round: output.round,
          blockId: idOf(name)!,
          block: blockOf(name),
        })
        break
      }
      case 'timer':
        this.#timers.push({ of: self, timer: output.timer })
        break
      case 'decide':
        assert.notEqual(nameOf(output.blockId), INVALID)
        this.decided.set(self, nameOf(output.blockId))
    }
  }

  #say(self: number, record: JournalRecord): void {
    const { round } = record
    const name = nameOf(record.blockId)
    const message =
      record.type === 'vote'
        ? { vote: vote(record.kind, round, name, self) }
        : { proposal: proposal(round, name, self, record.validRound) }
    const key = `${self} ${record.type === 'vote' ? record.kind : 'proposal'} ${round}`
    assert.equal(this.#said.get(key) ?? name, name, `validator ${key} contradicts itself`)
    this.#said.set(key, name)
    if (record.type === 'proposal') this.#propose(round, name, self)
    this.#nodes[self]!.own.push(message)
    this.#broadcast(self, message)
    this.#receive(self, message)
  }

  #broadcast(self: number, message: Message): void {
    for (let to = 0; to < this.#nodes.length; to++) if (to !== self) this.#send(self, to, message)
  }

  #send(from: number, to: number, message: Message): void {
    if (this.#nodes[to]) this.#packets.push({ from, to, message })
  }

  /** All messages arrive, are said again and arrive, and only then the timers fire. */
  #calm(): void {
    for (let times = 0; times < 2; times++) {
      while (this.#packets.length > 0) this.#deliver(() => true)
      for (const [self, node] of this.#honest()) this.#sayAgain(self, node)
    }
    while (this.#packets.length > 0) this.#deliver(() => true)
    this.#fire(() => true)
  }

  /** Those who have decided show it; the rest repeat what a replica would. */
  #sayAgain(self: number, { state, own }: Node): void {
    if (this.decided.has(self)) {
      for (const [other] of this.#honest()) {
        if (!this.decided.has(other)) this.decided.set(other, this.decided.get(self)!)
      }
      return
    }
    for (const message of own) {
      const round = 'vote' in message ? message.vote.round : message.proposal.round + 1
      if (round < state.round - 1) continue
      this.#broadcast(self, message)
      if (!('proposal' in message)) continue
      const { validRound, blockId } = message.proposal
      for (const shown of prevotesFor(state, validRound, blockId)) this.#broadcast(self, { vote: shown })
    }
  }
}
