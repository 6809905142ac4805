/**
 * The process of a node: it carries out what the replica asks for, one after the other, as a real node does. Disk, network
 * and clock are simulated, and between any two steps it may be struck down.
 */
import { type Certificate, silenceOf } from '../../src/protocol/certificate.ts'
import { isDue } from '../../src/protocol/consensus/due.ts'
import type { ConsensusMessage, Evidence, Proposal, Vote } from '../../src/protocol/consensus/messages.ts'
import type {
  HeightConfig,
  ReplicaInput,
  ReplicaOutput,
  ReplicaState,
} from '../../src/protocol/consensus/replica.ts'
import { NOBODY_SILENT } from '../../src/protocol/stake/block.ts'
import { MILLISECOND, type Time } from './agenda.ts'
import { type AppState, InvalidBlock, type Known } from './app.ts'
import { VoteBox } from './late-votes.ts'
import type { SimNode } from './node.ts'
import { encodeBlockRecord, encodeJournal, readDisk, type StoredBlock } from './records.ts'
import { sizeOf } from './size.ts'
import { describe, describeInput } from './text.ts'
import { short } from './trace.ts'
import { certificateOf, mayPass } from './verify.ts'
import { BLOCK_INTERVAL, type World } from './world.ts'

type Output<Type extends ReplicaOutput['type']> = Extract<ReplicaOutput, { type: Type }>

/** Inputs between two looks at the size of a replica. */
const SIZE_CHECKS = 500
/** Contradictions of others that are remembered. */
const MAX_EVIDENCE = 8
/** Longest time that signing, checking or building takes. */
const WORK_TIME = 2 * MILLISECOND
/** Until one that decided what is invalid starts again. */
const DECEIVED = 500 * MILLISECOND

export class Executor {
  readonly #world: World
  readonly #node: SimNode
  readonly #blocks: StoredBlock[]
  readonly #journal: Extract<ReplicaInput, { type: 'start' }>['journal']
  #state: AppState
  /** One block earlier, if this process knows it. */
  #before: AppState
  #replica: ReplicaState
  #outputs: ReplicaOutput[] = []
  /** For the disk, or because the process has ended. */
  #waiting = false
  #inputs = 0
  readonly #box = new VoteBox()
  #evidence: readonly Evidence[] = []

  /** Finds on the disk what an earlier process left there. */
  constructor(world: World, node: SimNode) {
    this.#world = world
    this.#node = node
    const { blocks, journal, state } = readDisk(world, node.disk.records())
    this.#blocks = blocks
    this.#journal = journal
    this.#state = state
    this.#before = state
    this.#replica = world.code.replica.createReplica(world.config.limits)
  }

  get state(): AppState {
    return this.#state
  }

  /** Of the last final block. */
  get certificate(): Certificate | undefined {
    return this.#blocks.at(-1)?.certificate
  }

  /** What it has heard since it started. */
  get known(): Known {
    return { votes: this.#box.votes, evidence: this.#evidence }
  }

  start(): void {
    if (this.#node.honest) this.#world.checker.restarted(this.#node.index, this.#state.height)
    this.#input({ type: 'start', config: this.#heightConfig(), journal: this.#journal })
  }

  end(): void {
    this.#outputs = []
    this.#waiting = true
  }

  size(): number {
    return sizeOf(this.#replica)
  }

  receive(from: string, bytes: Uint8Array): void {
    const message = this.#decode(bytes)
    if (message === undefined) {
      this.#node.log(`< n${from} ${bytes.length} bytes that are no message`)
      return
    }
    this.#node.behaviour?.heard?.(from, message, bytes)
    this.#take(from, message)
  }

  #decode(bytes: Uint8Array): ConsensusMessage | undefined {
    try {
      return this.#world.code.messages.decodeMessage(bytes)
    } catch (error) {
      if (error instanceof Error && error.name === 'ProtocolError') return undefined
      throw error
    }
  }

  /** Verifies what the replica wants verified. */
  #take(from: string, message: ConsensusMessage): void {
    if (message.type === 'vote') this.#collect(message.vote)
    if (this.#world.code.replica.isSuperfluous(this.#replica, message)) {
      this.#node.log(`< n${from} known: ${describe(message)}`)
      return
    }
    const passes = mayPass(this.#world, this.#state, message, this.#node.clock)
    this.#node.log(`< n${from} ${passes ? '' : 'refused: '}${describe(message)}`)
    if (!passes) return
    if (message.type === 'proposal' && message.proposal.height === this.#state.height + 1) {
      this.#world.checker.proposed(message.proposal)
    }
    if (this.#node.honest) this.#world.checker.heard(this.#node.index, message)
    this.#step({ type: 'message', from, message })
  }

  /** For the next blocks of this node, if it is to make them. */
  #collect(vote: Vote): void {
    const state = this.#state
    if (this.#world.config.staking)
      this.#box.hear(vote, state.height, (one) => this.#world.holdsVote(one, state))
  }

  #input(input: ReplicaInput): void {
    this.#node.log(describeInput(input))
    this.#step(input)
  }

  #step(input: ReplicaInput): void {
    const { state, outputs } = this.#world.code.replica.stepReplica(this.#replica, input)
    this.#replica = state
    for (const output of outputs) {
      this.#outputs.push(output)
      if (output.type === 'journal' && this.#node.honest) {
        this.#world.checker.resolved(this.#node.index, output.record)
      }
    }
    const { machine } = state
    if (machine && this.#node.honest)
      this.#world.checker.stands(this.#node.index, machine.config.height, machine.round)
    this.#inputs += 1
    if (this.#node.honest && this.#inputs % SIZE_CHECKS === 0) this.#node.checkSize()
    this.#drain()
  }

  /** Carries out what is asked for, in order, until something has to wait. */
  #drain(): void {
    while (!this.#waiting) {
      const output = this.#outputs.shift()
      if (output === undefined) return
      this.#execute(output)
    }
  }

  #execute(output: ReplicaOutput): void {
    switch (output.type) {
      case 'journal':
        this.#write(output)
        break
      case 'sign':
        this.#sign(output)
        break
      case 'broadcast':
        this.#broadcast(output)
        break
      case 'send':
        this.#send(output.message, nodeOf(output.to))
        break
      case 'serve':
        this.#serve(output)
        break
      case 'timer':
        this.#node.later((output.delay * MILLISECOND) / this.#node.pace, () =>
          this.#input({ type: 'timer', id: output.id }),
        )
        break
      case 'check':
        this.#check(output)
        break
      case 'build':
        this.#build(output)
        break
      case 'verify':
        for (const { from, message } of output.messages) this.#take(from, message)
        break
      case 'commit':
        this.#commit(output)
        break
      case 'late':
        // The box has heard it already: it hears all.
        break
      case 'evidence':
        this.#node.log(`evidence against ${output.evidence.first.validator}`)
        if (this.#node.honest) this.#world.checker.evidence(this.#node.index, output.evidence)
        this.#evidence = [...this.#evidence, output.evidence].slice(-MAX_EVIDENCE)
    }
  }

  #write({ record }: Output<'journal'>): void {
    const { code } = this.#world
    this.#node.disk.write(encodeJournal(record, code))
    const synced = this.#node.disk.beginSync()
    if (this.#node.strike('written')) return
    this.#waiting = code.syncFirst
    this.#afterSync(() => {
      synced()
      if (!code.syncFirst || this.#node.strike('synced')) return
      if (record.round >= 2 && this.#node.strike('late round')) return
      this.#waiting = false
      this.#drain()
    })
  }

  #sign({ message }: Output<'sign'>): void {
    const { signatures, chainId, checker, code } = this.#world
    const { validator, honest } = this.#node
    const { height, validator: position } = message.type === 'vote' ? message.vote : message.proposal
    // What was owed of the last height is signed when that is over.
    const { keys } = height > this.#state.height ? this.#state : this.#before
    const sign = signatures.signer(keys[position]!)
    if (message.type === 'vote') {
      const signature = sign(code.messages.voteMessage(chainId, message.vote))
      const vote = { ...message.vote, signature }
      if (honest) checker.signed(validator!, { vote })
      this.#collect(vote)
      this.#answer({ type: 'signed', message: { type: 'vote', vote } })
    } else if (honest && !this.#isDue(message)) {
      this.#node.log(`too early: ${message.proposal.round}`)
    } else {
      const signature = sign(code.messages.proposalMessage(chainId, message.proposal))
      const proposal = { ...message.proposal, signature }
      if (honest) checker.signed(validator!, { proposal })
      checker.proposed(proposal)
      this.#answer({ type: 'signed', message: { type: 'proposal', proposal } })
    }
  }

  #isDue(message: Extract<Output<'sign'>['message'], { type: 'proposal' }>): boolean {
    return isDue(message, this.#state.time, this.#node.clock, this.#world.config.silenceRules)
  }

  #broadcast({ message }: Output<'broadcast'>): void {
    this.#node.log(`> ${describe(message)}`)
    const breakAt = this.#node.chance.below(this.#world.nodeCount)
    const bytes = this.#node.behaviour ? undefined : this.#world.code.messages.encodeMessage(message)
    let struck = false
    this.#node.others((to) => {
      struck ||= to === breakAt && this.#node.strike('sending')
      if (struck) return
      if (bytes) this.#node.send(bytes, to)
      else this.#send(message, to)
    })
  }

  #send(message: ConsensusMessage, to: number): void {
    const { behaviour } = this.#node
    if (!behaviour?.outgoing) {
      this.#node.send(message, to)
      return
    }
    for (const { message: changed, delay } of behaviour.outgoing(message, to)) {
      if (delay === 0) this.#node.send(changed, to)
      else this.#node.later(delay, () => this.#node.send(changed, to))
    }
  }

  #serve({ to, height }: Output<'serve'>): void {
    const stored = this.#blocks[height - 1]
    if (!stored) return
    this.#node.log(`> n${to} block ${height}`)
    this.#send({ type: 'certified', height, ...stored }, nodeOf(to))
  }

  #check({ height, proposal }: Output<'check'>): void {
    const { round, blockId } = proposal
    const believed = this.#node.behaviour?.believesAnything ?? false
    const valid = believed || (height === this.#state.height + 1 && this.#isValid(proposal))
    this.#answer({ type: 'checked', height, round, blockId, valid })
  }

  #isValid({ round, validRound, block }: Proposal): boolean {
    const { app } = this.#world
    const first = app.round(block)
    if (first === undefined || (validRound === -1 ? first !== round : first > validRound)) return false
    try {
      app.apply(this.#state, block, this.#node.clock)
      return true
    } catch (error) {
      if (error instanceof InvalidBlock) return false
      throw error
    }
  }

  #build({ height, round }: Output<'build'>): void {
    if (height !== this.#state.height + 1) return
    const { app } = this.#world
    const { chance, behaviour } = this.#node
    const place = this.#node.place(round)
    const block =
      behaviour?.build?.(place) ?? app.build(this.#state, behaviour?.reports?.(place) ?? place, chance.next)
    this.#answer({ type: 'built', height, round, blockId: app.id(block), block })
  }

  #commit({ height, block, proof }: Output<'commit'>): void {
    const { app, checker } = this.#world
    const { honest, index, disk } = this.#node
    const stored = { block, certificate: certificateOf(this.#world, this.#state, proof) }
    this.#node.log(`final ${height} ${short(app.id(block))}`)
    if (this.#node.strike('deciding')) return
    if (honest) checker.committed(index, height, block, stored.certificate)
    const next = this.#apply(block)
    if (!next) return
    disk.write(encodeBlockRecord(stored))
    const synced = disk.beginSync()
    this.#waiting = true
    this.#afterSync(() => {
      synced()
      this.#before = this.#state
      this.#state = next
      this.#blocks.push(stored)
      if (honest) checker.stored(index, height, next.root)
      if (this.#node.strike('stored')) return
      this.#waiting = false
      this.#input({ type: 'committed', height, next: this.#heightConfig() })
    })
  }

  /** One that believes its own false certificates may decide by them, and stops at what it made final. */
  #apply(block: Uint8Array): AppState | undefined {
    try {
      return this.#world.app.apply(this.#state, block)
    } catch (error) {
      if (this.#node.honest || !(error instanceof InvalidBlock)) throw error
      this.#node.crash(1, DECEIVED, 'by its own lie')
      return undefined
    }
  }

  #heightConfig(): HeightConfig {
    const { app } = this.#world
    const state = this.#state
    const left = state.height === 0 ? 0 : state.time + BLOCK_INTERVAL - this.#node.clock
    return {
      height: state.height + 1,
      ...this.#world.config.silenceRules,
      validators: state.validators,
      silenceIn: (block) => {
        const certificate = app.certificate(block)
        return certificate ? silenceOf(certificate) : NOBODY_SILENT
      },
      votersAfter: (carried) => app.voters(state, carried),
      self: this.#world.positionOf(state, this.#node.validator),
      leader: (round) => state.leader(round),
      delay: Math.min(Math.max(0, left), BLOCK_INTERVAL),
    }
  }

  #answer(input: ReplicaInput): void {
    this.#node.later(this.#node.chance.below(WORK_TIME), () => this.#input(input))
  }

  #afterSync(action: () => void): void {
    const { least, most } = this.#world.config.sync
    const time: Time = this.#node.chance.between(least, most)
    this.#node.later(time, action)
  }
}

/** The node behind a peer's name, see `Network.send`. */
function nodeOf(peer: string): number {
  return Number.parseInt(peer, 10)
}
