/**
 * What must hold in every run, looked at whenever a node does something that could break it. It keeps books of its own and
 * believes nobody: weights are added up again, signatures verified again, blocks applied again.
 */
import { equalBytes, toHex } from '../../src/protocol/bytes.ts'
import { type Certificate, precommitMessage } from '../../src/protocol/certificate.ts'
import type { JournalRecord } from '../../src/protocol/consensus/journal.ts'
import {
  type ConsensusMessage,
  type Evidence,
  type Proposal,
  targetOf,
  type Vote,
} from '../../src/protocol/consensus/messages.ts'
import { bitsOf, hasBit } from '../../src/protocol/stake/bitmap.ts'
import { isValidClaim, voteTarget } from '../../src/protocol/stake/leak.ts'
import type { Time } from './agenda.ts'
import { type AppState, InvalidBlock } from './app.ts'
import { Hearing, isTwoThirds, Subjects, weightsOf } from './claims.ts'
import { RoundClock } from './clock.ts'
import { short } from './trace.ts'
import type { World } from './world.ts'

export type Invariant =
  /** No two honest nodes make different blocks final at a height. */
  | 'agreement'
  /** A final block is valid, and the leader of its round proposed it. */
  | 'validity'
  /** What proves it is signed by more than two thirds of the weight. */
  | 'certificate'
  /** No honest validator signs two different things where one is allowed, restarts or not. */
  | 'contradiction'
  /** No honest validator votes against its lock, or locks on a block, unless two thirds can have prevoted for that block. */
  | 'lock'
  /** An honest validator votes for a claim only if it has heard from nobody claimed for as long as the rules say. */
  | 'claim'
  /** Honest validators enter a round only when one of them was in the round before: nobody else can drive them ahead. */
  | 'rounds'
  /** Nor may the dishonest drive them ahead faster than twice the pace of the network's rules. */
  | 'clock'
  /** A node's blocks follow each other without a gap, and none is forgotten. */
  | 'order'
  | 'supply'
  /** Every node knows the same after the same height. */
  | 'state'
  /** What came into the stake is there, went out or was burnt, and every share has an owner. */
  | 'books'
  /** Award pool before + income = pool after + paid. */
  | 'award'
  /** Who contradicted itself is slashed once and paid no more; nobody honest ever is. */
  | 'slashing'
  /** Every vote counts once; one that an honest leader held counts; who served well may win the award. */
  | 'attendance'
  /** Evidence holds, and names none who is honest. */
  | 'evidence'
  /** What a node keeps in memory stays within a limit, whatever it is sent. */
  | 'bounded'
  /** When all is calm, blocks go on. */
  | 'liveness'
  /** Nothing throws. */
  | 'no exception'

export class Violation extends Error {
  override readonly name = 'Violation'
  readonly invariant: Invariant

  constructor(invariant: Invariant, detail: string) {
    super(detail)
    this.invariant = invariant
  }
}

type Final = {
  readonly state: AppState
  readonly block: Uint8Array
  readonly round: number
  readonly claimed: boolean
}

export class Checker {
  /** The final blocks by height; the first is genesis. */
  readonly chain: Final[] = []
  /** From the first showing of a block to each honest node's having made it final. */
  readonly finality: Time[] = []
  readonly guilty = new Set<number>()
  /** Whether those with a role hold more than a third of the next set, so that nothing is promised any more. */
  beyond = false
  /** Violations of this kind are left to a later check. Only to show what a planted bug leads to. */
  readonly #tolerated: ReadonlySet<Invariant>
  readonly #world: World
  readonly #heights: number[]
  /** What each honest validator signed, by what it may sign once. */
  readonly #signed = new Map<string, string>()
  /** By height, the highest round an honest validator voted in. */
  readonly #rounds: number[] = []
  /** The honest that prevoted for a block and claim, by height, round and target. */
  readonly #prevoted = new Map<string, number[]>()
  readonly #subjects = new Subjects()
  readonly #hearing: Hearing
  readonly #clock: RoundClock
  /** The last block each honest validator precommitted to. */
  readonly #locks = new Map<
    number,
    { readonly height: number; readonly round: number; readonly id: string }
  >()
  /** When a leader first showed a block. */
  readonly #proposed = new Map<string, Time>()

  constructor(world: World, tolerated: readonly Invariant[] = []) {
    this.#world = world
    this.#tolerated = new Set(tolerated)
    this.#heights = new Array<number>(world.nodeCount).fill(0)
    this.#hearing = new Hearing(world)
    this.#clock = new RoundClock(world.config)
    this.chain.push({ state: world.app.genesis, block: new Uint8Array(0), round: 0, claimed: false })
  }

  /** Height up to which a node's blocks are final. */
  heightOf(node: number): number {
    return this.#heights[node]!
  }

  /** A vote or proposal of an honest validator exists. */
  signed(validator: number, message: { vote: Vote } | { proposal: Proposal }): void {
    const { what, value } = slotOf(message)
    const slot = `${validator} ${what}`
    const before = this.#signed.get(slot)
    if (before === undefined) {
      this.#signed.set(slot, value)
      if ('vote' in message) this.#checkVote(validator, message.vote, value)
    } else if (before !== value) this.fail('contradiction', `validator ${slot}: ${before}, then ${value}`)
  }

  /** A leader, honest or not, showed a block. */
  proposed(proposal: Proposal): void {
    const id = toHex(proposal.blockId)
    this.#subjects.note(proposal)
    if (!this.#proposed.has(id)) this.#proposed.set(id, this.#world.agenda.now)
  }

  /** An honest node made a block final and is about to keep it. */
  committed(node: number, height: number, block: Uint8Array, certificate: Certificate): void {
    const { app, agenda } = this.#world
    if (height !== this.#heights[node]! + 1) {
      this.fail('order', `node ${node} commits ${height} after ${this.#heights[node]}`)
    }
    const id = app.id(block)
    const known = this.chain[height]
    if (known && !equalBytes(known.state.id, id)) {
      const other = short(known.state.id)
      this.fail('agreement', `node ${node} commits ${short(id)} at height ${height}, another node ${other}`)
    }
    this.#checkCertificate(node, height, block, certificate)
    if (!known) this.#extend(node, height, block, certificate)
    const shown = this.#proposed.get(toHex(id))
    if (shown !== undefined) this.finality.push(agenda.now - shown)
  }

  /** It is on the node's disk. */
  stored(node: number, height: number, root: Uint8Array): void {
    this.#heights[node] = height
    this.#listens(node, height + 1)
    if (!equalBytes(root, this.chain[height]!.state.root)) {
      this.fail('state', `node ${node} knows something else at height ${height}`)
    }
  }

  /** An honest node has made up its mind to sign. */
  resolved(node: number, { height, round, blockId, ...record }: JournalRecord): void {
    if (record.type !== 'vote' || !blockId) return
    const subject = this.#subjects.find(height, round, toHex(blockId))
    const heard = subject && this.#hearing.heardOf(node, subject.claim)
    if (heard && heard.length > 0)
      this.fail('claim', `node ${node} calls ${heard.join(', ')} silent in ${height}/${round}`)
  }

  /** An honest node has come to a round of the height it decides. */
  stands(node: number, height: number, round: number): void {
    const wrong = this.#clock.stands(height, round, this.#world.agenda.now, (voted) => {
      const { weights, isHonest } = this.#electorate(height)
      return isTwoThirds(weights, (at) => voted.has(at) || !isHonest(at))
    })
    if (wrong) this.fail('clock', `node ${node}: ${wrong}`)
  }

  /** A verified message is taken by an honest node. */
  heard(node: number, message: ConsensusMessage): void {
    this.#hearing.hear(node, message)
  }

  /** A node starts and finds so many blocks. */
  restarted(node: number, height: number): void {
    if (height < this.#heights[node]!) {
      this.fail('order', `node ${node} comes back at ${height} and was at ${this.#heights[node]}`)
    }
    this.#heights[node] = height
    this.#listens(node, height + 1)
  }

  evidence(node: number, evidence: Evidence): void {
    const { first, second } = evidence
    const { state } = this.chain[first.height - 1]!
    const guilty = this.#world.holderOf(state.keys[first.validator]!)
    const name = `node ${node} has evidence against ${guilty}`
    if (this.#world.isHonest(guilty)) this.fail('evidence', `${name}, who is honest`)
    if (
      second.validator !== first.validator ||
      first.height !== second.height ||
      first.round !== second.round
    ) {
      this.fail('evidence', `${name} of two different places`)
    }
    const [one, other] =
      evidence.type === 'votes'
        ? [first.blockId, second.blockId]
        : [targetOf(evidence.first), targetOf(evidence.second)]
    if (one === other || (one && other && equalBytes(one, other)))
      this.fail('evidence', `${name} of one block`)
    if (!this.#world.holds(evidence, state)) this.fail('evidence', `${name} with a false signature`)
    this.guilty.add(guilty)
  }

  /** @throws Violation */
  fail(invariant: Invariant, detail: string): void {
    if (!this.#tolerated.has(invariant)) throw new Violation(invariant, detail)
  }

  #checkVote(validator: number, vote: Vote, id: string): void {
    const { height, round } = vote
    const highest = this.#rounds[height] ?? -1
    if (round > highest + 1) {
      this.fail(
        'rounds',
        `validator ${validator} votes in ${height}/${round}, nobody honest beyond ${highest}`,
      )
    }
    this.#rounds[height] = Math.max(highest, round)
    if (vote.kind === 'precommit') this.#clock.voted(height, round, vote.validator)
    if (vote.blockId) this.#checkLock(validator, vote, id)
  }

  /** Who decides a height, added up from the chain: by position, without what silence may take from them. */
  #electorate(height: number): { weights: readonly number[]; isHonest: (position: number) => boolean } {
    const { validators, keys } = this.chain[height - 1]!.state
    const weights = validators.map(({ weight }) => Number(weight))
    const isHonest = (position: number) => this.#world.isHonest(this.#world.holderOf(keys[position]!))
    return { weights, isHonest }
  }

  /** Whether those with a role hold more than a third. */
  #isLost(height: number): boolean {
    const { weights, isHonest } = this.#electorate(height)
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return 3 * weights.reduce((sum, weight, at) => (isHonest(at) ? sum : sum + weight), 0) > total
  }

  /** The node decides the next height now. */
  #listens(node: number, height: number): void {
    const { state } = this.chain[height - 1]!
    const world = this.#world
    const self = world.positionOf(state, world.nodes[node]?.validator)
    this.#hearing.begin(node, height, self, state.keys.length)
  }

  /** Tendermint's rules 22-43 as far as they can be seen from outside; the dishonest may have signed anything. */
  #checkLock(validator: number, { kind, height, round, validator: position }: Vote, target: string): void {
    const subject = this.#subjects.find(height, round, target)
    const name = `validator ${validator} ${kind} ${height}/${round} ${target.slice(0, 8)}`
    if (!subject) {
      this.fail('lock', `${name} for what no leader proposed`)
      return
    }
    const id = toHex(subject.blockId)
    const lock = this.#locks.get(validator)
    if (kind === 'precommit') {
      if (!this.#canHaveQuorum(height, round, target))
        this.fail('lock', `${name} without two thirds of prevotes`)
      if (lock === undefined || lock.height < height || lock.round < round) {
        this.#locks.set(validator, { height, round, id })
      }
      return
    }
    if (lock?.height === height && lock.round < round && lock.id !== id) {
      let freed = false
      for (let at = lock.round; at < round; at++) {
        const targets = this.#subjects.targetsOf(height, at, subject.blockId)
        freed ||= targets.some((one) => this.#canHaveQuorum(height, at, one))
      }
      if (!freed) this.fail('lock', `${name} although locked in ${lock.round} on ${lock.id.slice(0, 8)}`)
    }
    const slot = `${height}/${round} ${target}`
    this.#prevoted.set(slot, [...(this.#prevoted.get(slot) ?? []), position])
  }

  #canHaveQuorum(height: number, round: number, target: string): boolean {
    const honest = this.#prevoted.get(`${height}/${round} ${target}`) ?? []
    const subject = this.#subjects.find(height, round, target)
    const parent = this.chain[height - 1]
    if (!subject || !parent) return false
    const weights = weightsOf(this.#world, parent.state, subject)
    const { isHonest } = this.#electorate(height)
    return isTwoThirds(weights, (at) => honest.includes(at) || !isHonest(at))
  }

  #checkCertificate(
    node: number,
    height: number,
    block: Uint8Array,
    { round, claim, bitmap, signature }: Certificate,
  ): void {
    const { signatures, chainId, app, config } = this.#world
    const name = `node ${node} commits height ${height}`
    const parent = this.chain[height - 1]
    if (!parent) return
    const { keys } = parent.state
    const silence = { claim, round }
    if (!isValidClaim(silence, keys.length, config.silenceRules))
      this.fail('certificate', `${name} by a claim`)
    const weights = weightsOf(this.#world, parent.state, { block, ...silence })
    if (!isTwoThirds(weights, (at) => hasBit(bitmap, at)))
      this.fail('certificate', `${name} by less than two thirds`)
    const message = precommitMessage(chainId, height, round, voteTarget(app.id(block), claim))
    const signing = bitsOf(bitmap).map((at) => keys[at]!)
    if (!signatures.verifyAggregate(signing, message, signature)) {
      this.fail('certificate', `${name} by signatures that do not hold`)
    }
  }

  #extend(node: number, height: number, block: Uint8Array, { round, claim }: Certificate): void {
    const { app } = this.#world
    const parent = this.chain[height - 1]
    if (!parent) {
      this.fail('order', `node ${node} commits height ${height} before anybody its parent`)
      return
    }
    try {
      const state = app.apply(parent.state, block)
      if (!this.#proposed.has(toHex(state.id))) {
        this.fail('validity', `node ${node} commits a block at height ${height} that no leader proposed`)
      }
      if (app.supply(state) !== app.supply(app.genesis)) {
        this.fail('supply', `${app.supply(state)} after height ${height}`)
      }
      const broken = app.audit?.(parent.state, block, state)
      if (broken) this.fail(broken.invariant, broken.detail)
      this.chain[height] = { state, block, round, claimed: claim.length > 0 }
      if (this.#isLost(height + 1)) this.beyond = true
    } catch (error) {
      if (!(error instanceof InvalidBlock)) throw error
      this.fail('validity', `node ${node} commits a block at height ${height}: ${error.message}`)
    }
  }
}

/** What may be signed once, and what was signed there. */
function slotOf(message: { vote: Vote } | { proposal: Proposal }): { what: string; value: string } {
  if ('vote' in message) {
    const { kind, height, round, blockId } = message.vote
    return { what: `${kind} ${height}/${round}`, value: blockId ? toHex(blockId) : 'nil' }
  }
  const { height, round, validRound } = message.proposal
  const [target, earlier] = [targetOf(message.proposal), message.proposal.validClaim]
  const value = `${toHex(target)} valid in ${validRound} under ${toHex(earlier)}`
  return { what: `proposal ${height}/${round}`, value }
}
