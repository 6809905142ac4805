/**
 * One node of a simulated world: what outlives its process (disk, clock, key, the way it behaves) and what strikes it. The
 * process is an {@link Executor}; each start makes a new one.
 */
import { silenceOf } from '../../src/protocol/certificate.ts'
import type { ConsensusMessage } from '../../src/protocol/consensus/messages.ts'
import { claimableFrom } from '../../src/protocol/stake/silence-time.ts'
import { MILLISECOND, type Time } from './agenda.ts'
import type { AppState, BlockPlace } from './app.ts'
import { type Behaviour, behaviourOf } from './behaviour.ts'
import { type Chance, chanceOf } from './chance.ts'
import { Disk } from './disk.ts'
import { Executor } from './executor.ts'
import type { CrashPoint, Fault } from './faults.ts'
import { decodeRecord } from './records.ts'
import type { World } from './world.ts'

type Crash = Extract<Fault, { kind: 'crash' }>

/** Nodes are not all started in the same moment. */
const LATEST_START = 50

export class SimNode {
  readonly index: number
  /** The validator whose key it holds; undefined for a follower. */
  readonly validator: number | undefined
  readonly behaviour: Behaviour | undefined
  /** Whether it keeps the rules: then everything it does is checked. */
  readonly honest: boolean
  readonly disk = new Disk()
  readonly chance: Chance
  /** Largest replica seen, bytes. */
  largest = 0
  readonly #world: World
  readonly #armed: { readonly crash: Crash; left: number }[] = []
  #clockOffset: number
  #pausedUntil: Time = 0
  #process: Executor | undefined

  constructor(world: World, index: number, validator: number | undefined) {
    this.#world = world
    this.index = index
    this.validator = validator
    const role = validator === undefined ? undefined : world.config.roles[validator]
    this.honest = role === undefined
    this.chance = chanceOf(world.config.seed, `node ${index}`)
    this.#clockOffset = world.config.clocks[index]!.offset
    this.behaviour = role && behaviourOf(role, world, this)
    world.agenda.at(this.chance.below(LATEST_START) * MILLISECOND, () => this.#start())
  }

  /** Milliseconds on this node's clock, which others' differ from. */
  get clock(): number {
    return Math.round(this.#world.agenda.now / MILLISECOND + this.#clockOffset)
  }

  /** How much faster than time its timers run. */
  get pace(): number {
    return 1 + this.#world.config.clocks[this.index]!.drift
  }

  get alive(): boolean {
    return this.#process !== undefined
  }

  /** What it knows of the chain; a dead one knows nothing. */
  get state(): AppState {
    return this.#process?.state ?? this.#world.app.genesis
  }

  /** Where a block that it makes now would stand. */
  place(round: number): BlockPlace {
    const { state, clock } = this
    const certificate = this.#process?.certificate
    const { silenceRules } = this.#world.config
    const claimable = certificate
      ? claimableFrom(silenceOf(certificate), state.previousTime, silenceRules)
      : state.time
    return {
      round,
      leader: this.#world.positionOf(state, this.validator) ?? 0,
      time: Math.max(clock, state.time + 1, claimable),
      certificate,
      known: this.#process?.known ?? { votes: [], evidence: [] },
    }
  }

  /** The process dies; it is started again after `down`. */
  crash(kept: number, down: Time, why: string): void {
    if (!this.#process) return
    this.#process.end()
    this.#process = undefined
    const lost = this.disk.crash(kept)
    this.#world.count(`crash ${why}`)
    this.log(`crash ${why}, ${lost} bytes lost`)
    this.#world.agenda.after(down, () => this.#start())
  }

  /** Loses what it has signed; keeps its blocks. */
  forget(): void {
    this.disk.forget((record) => decodeRecord(record, this.#world.code).type === 'block')
  }

  /** From now on the fault may strike. */
  expect(crash: Crash): void {
    this.#armed.push({ crash, left: crash.count })
    if (crash.point === 'anywhere') this.crash(crash.kept, crash.down, 'anywhere')
  }

  /** Whether a crash was planned for this point; then the process is dead. */
  strike(point: CrashPoint): boolean {
    const { now } = this.#world.agenda
    for (const armed of this.#armed) {
      const { crash } = armed
      if (crash.point !== point || now > crash.until) continue
      armed.left -= 1
      if (armed.left > 0) continue
      armed.left = crash.count
      this.crash(crash.kept, crash.down, point)
      return true
    }
    return false
  }

  pause(until: Time): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, until)
  }

  moveClock(by: number): void {
    this.#clockOffset += by
  }

  receive(from: string, bytes: Uint8Array): void {
    const receiver = this.#process
    if (receiver) this.#when(receiver, () => receiver.receive(from, bytes))
  }

  /** Has the process that runs now do something later, unless it is dead by then. */
  later(delay: Time, action: () => void): void {
    const process = this.#process
    if (process) this.#world.agenda.after(delay, () => this.#when(process, action))
  }

  /** Bytes go out as they are. @param connection its own name, where it has several */
  send(message: ConsensusMessage | Uint8Array, to: number, connection = `${this.index}`): void {
    const bytes = message instanceof Uint8Array ? message : this.#world.code.messages.encodeMessage(message)
    this.#world.network.send(this.index, to, bytes, connection)
  }

  /** Calls `action` for each other node. */
  others(action: (node: number) => void): void {
    for (let node = 0; node < this.#world.nodeCount; node++) if (node !== this.index) action(node)
  }

  checkSize(): void {
    if (!this.#process) return
    const size = this.#process.size()
    this.largest = Math.max(this.largest, size)
    const { sizeLimit, checker } = this.#world
    if (size > sizeLimit) checker.fail('bounded', `node ${this.index} holds ${size} bytes of ${sizeLimit}`)
  }

  log(text: string): void {
    this.#world.trace.add(`n${this.index} ${text}`)
  }

  #start(): void {
    if (this.#process) return
    this.#process = new Executor(this.#world, this)
    this.#process.start()
    this.behaviour?.started?.()
  }

  /** Does it now, or when the node is awake again, or never when the process has ended. */
  #when(process: Executor, action: () => void): void {
    if (process !== this.#process) return
    if (this.#world.agenda.now >= this.#pausedUntil) action()
    else this.#world.agenda.at(this.#pausedUntil, () => this.#when(process, action))
  }
}
