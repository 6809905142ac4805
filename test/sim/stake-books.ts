/**
 * The checker's own books of a chain of stake: money is added up again, votes are counted again from the blocks, and what the
 * rules made of both is compared with that.
 */
import { equalBytes, toHex } from '../../src/protocol/bytes.ts'
import type { Vote } from '../../src/protocol/consensus/messages.ts'
import { LtHash } from '../../src/protocol/crypto/lthash.ts'
import { awardPool } from '../../src/protocol/stake/award.ts'
import { bitsOf } from '../../src/protocol/stake/bitmap.ts'
import { decodeStake, encodeStake } from '../../src/protocol/stake/encode.ts'
import type { StakeEvent } from '../../src/protocol/stake/events.ts'
import { leakFactor } from '../../src/protocol/stake/leak.ts'
import { hasShare, MILLION } from '../../src/protocol/stake/params.ts'
import { validatorId } from '../../src/protocol/stake/registry.ts'
import {
  awardPart,
  blockReward,
  firstHeight,
  lastEpoch,
  lastHeight,
  periodOf,
} from '../../src/protocol/stake/schedule.ts'
import { type EpochState, findRecord, heldStake, owedStake } from '../../src/protocol/stake/state.ts'
import { type Entry, entryElement } from '../../src/protocol/stake/table.ts'
import type { Broken } from './app.ts'
import { showsPresence } from './late-votes.ts'
import { LeavingBooks } from './leaving-books.ts'
import { SlashingBooks } from './slashing-books.ts'
import type { StakeBlock } from './stake-block.ts'
import type { StakeLedgerState, StakeRules } from './stake-state.ts'

type Made = NonNullable<StakeLedgerState['made']>

export class StakeBooks {
  /** What happened on the chain, by kind. */
  readonly news = new Map<string, number>()
  readonly #rules: StakeRules
  /** By height: positions that were counted as present. */
  readonly #present = new Map<number, Set<number>>()
  /** Votes that honest leaders had in hand when they made a block, by its id. */
  readonly #offered = new Map<string, readonly Vote[]>()
  /** Epochs of this period that each member served well. */
  #good = new Map<string, number>()
  readonly #slashing: SlashingBooks
  readonly #leaving: LeavingBooks
  /** Base units that all blocks may have issued. */
  #issuable = 0n

  constructor(rules: StakeRules) {
    this.#rules = rules
    this.#slashing = new SlashingBooks(rules)
    this.#leaving = new LeavingBooks(rules.params, this.#slashing)
  }

  /** An honest leader made this block, and these votes can be counted in it. */
  offered(blockId: Uint8Array, held: readonly Vote[]): void {
    this.#offered.set(toHex(blockId), held)
  }

  /** Looks at a final block, each once and in order. @returns what it broke */
  check(parent: StakeLedgerState, block: StakeBlock, state: StakeLedgerState): Broken | undefined {
    const made = state.made!
    this.#tell(block, made)
    return (
      this.#money(state) ??
      this.#award(parent, block, state, made) ??
      this.#slashing.check(parent, block, state) ??
      this.#leak(parent, block, made) ??
      this.#withdrawals(block, state) ??
      this.#attendance(parent, block, state, made)
    )
  }

  #tell({ late, transactions }: StakeBlock, { desk }: Made): void {
    const tell = (what: string, count = 1) => this.news.set(what, (this.news.get(what) ?? 0) + count)
    for (const { operation } of transactions) tell(operation.type)
    for (const { bitmap } of late) tell('late votes', bitsOf(bitmap).length)
    for (const event of desk.events) {
      if (event.type === 'award_over') tell(`award ${event.record.outcome}`)
      else if (event.type === 'slashed' && event.burnt === 0n) tell('slashed for more')
      else if (event.type !== 'rewarded' && event.type !== 'award_seeded') tell(event.type)
    }
  }

  #money({ height, stake, table }: StakeLedgerState): Broken | undefined {
    const { params } = this.#rules
    const wrong = (detail: string): Broken => ({ invariant: 'books', detail: `height ${height}: ${detail}` })
    if (heldStake(stake) !== owedStake(stake))
      return wrong(`${heldStake(stake)} are held and ${owedStake(stake)} owed`)
    this.#issuable += blockReward(height, params)
    if (stake.totals.issued > this.#issuable) return wrong(`${stake.totals.issued} were issued`)
    const shares = new Map<string, bigint>()
    let [unbonding, closed] = [0n, 0n]
    for (const entry of table.values()) {
      if (entry.kind === 'unbonding') unbonding += entry.amount
      if (entry.kind === 'closed') closed += entry.stake
      if (entry.kind !== 'deposit') continue
      const pool = toHex(entry.validator)
      shares.set(pool, (shares.get(pool) ?? 0n) + entry.shares)
    }
    if (unbonding !== stake.unbonding) return wrong(`${unbonding} are on their way out`)
    if (closed !== stake.closed) return wrong(`${closed} are in pools that closed`)
    const pools = [...stake.records, ...[...table.values()].filter(isClosed)]
    for (const pool of pools) {
      const own = 'ownShares' in pool ? pool.ownShares : 0n
      const owned = own + (shares.get(toHex(pool.id)) ?? 0n)
      if (owned !== pool.shares || pool.stake < 0n)
        return wrong(`of ${pool.shares} shares ${owned} are owned`)
    }
    return this.#hashes(stake, table, wrong)
  }

  /** At the end of an epoch, because it is slow. */
  #hashes(
    stake: StakeLedgerState['stake'],
    table: StakeLedgerState['table'],
    wrong: (detail: string) => Broken,
  ): Broken | undefined {
    if (stake.epoch.recent.length > 0) return undefined
    const sum = new LtHash()
    for (const entry of table.values()) sum.add(entryElement(entry))
    if (!equalBytes(sum.toBytes(), stake.entries)) return wrong('the table is not what was hashed')
    const bytes = encodeStake(stake)
    return equalBytes(encodeStake(decodeStake(bytes)), bytes) ? undefined : wrong('it is not read back')
  }

  /** Pool before + income = pool after + paid. */
  #award(
    parent: StakeLedgerState,
    { leader }: StakeBlock,
    state: StakeLedgerState,
    { operated, desk }: Made,
  ): Broken | undefined {
    const { params } = this.#rules
    const { height, stake } = state
    let income = awardPart(blockReward(height, params), params) + desk.forfeited
    let paid = 0n
    for (const event of desk.events) {
      if (event.type === 'thawed') income += event.forfeited
      if (event.type === 'award_over') paid += event.record.prize + event.record.bounty
    }
    if (height === lastHeight(operated.epoch.number, params)) {
      for (const [index, { id }] of operated.epoch.members.entries()) {
        const record = findRecord(operated.records, id)
        if (record && record.status !== 'frozen' && record.shares > 0n) continue
        income += operated.epoch.fees[index]! + (index === leader ? desk.fees : 0n)
      }
    }
    const [before, after] = [awardPool(parent.stake), awardPool(stake)]
    if (before + income === after + paid) return undefined
    const detail = `height ${height}: ${before} + ${income} is not ${after} + ${paid}`
    return { invariant: 'award', detail }
  }

  /** Who was claimed silent loses what the table says, and nobody else. */
  #leak(
    { height, stake, certifiers }: StakeLedgerState,
    { certificate: { claim, round } }: StakeBlock,
    { desk }: Made,
  ): Broken | undefined {
    const kept = BigInt(leakFactor(round, this.#rules.params))
    const silent = bitsOf(claim).map((position) =>
      validatorId(this.#firstKeyOf(certifiers[position]!.publicKey)),
    )
    this.#leaving.leak(new Set(silent.map(toHex)), height, kept)
    const due = silent.flatMap((id) => {
      const record = findRecord(stake.records, id)
      return record ? [`${toHex(id)} ${record.stake - (record.stake * kept) / MILLION}`] : []
    })
    const taken = desk.events.flatMap((event) =>
      event.type === 'leaked' ? [`${toHex(event.validator)} ${event.amount}`] : [],
    )
    if (due.sort().join() === taken.sort().join()) return undefined
    return { invariant: 'books', detail: `height ${height}: silence costs ${taken}, not ${due}` }
  }

  /** What left in an epoch of silence loses the same. */
  #withdrawals(block: StakeBlock, state: StakeLedgerState): Broken | undefined {
    const wrong = this.#leaving.check(block, state)
    return wrong === undefined
      ? undefined
      : { invariant: 'books', detail: `height ${block.height}: ${wrong}` }
  }

  /** That a validator began with, and is known by. */
  #firstKeyOf(publicKey: Uint8Array): Uint8Array {
    const { config, signatures } = this.#rules
    return signatures.publicKeys[signatures.keyOf(publicKey)! % config.weights.length]!
  }

  /** Every vote counts once; those in an honest leader's hand count; who served well may win. */
  #attendance(
    parent: StakeLedgerState,
    block: StakeBlock,
    state: StakeLedgerState,
    { operated, desk }: Made,
  ): Broken | undefined {
    const { height, certificate, late } = block
    const { members, number, signed } = operated.epoch
    const first = firstHeight(number, this.#rules.params)
    const wrong = (detail: string): Broken => ({
      invariant: 'attendance',
      detail: `height ${height}: ${detail}`,
    })
    if (height > first) this.#present.set(height - 1, new Set(bitsOf(certificate.bitmap)))
    for (const { height: of, bitmap } of late)
      for (const position of bitsOf(bitmap)) this.#present.get(of)?.add(position)
    const counted = members.map((_, position) => this.#countOf(position, first, height))
    const at = counted.findIndex((count, position) => count !== signed[position])
    if (at >= 0) return wrong(`${signed[at]} blocks of ${at} are counted, not ${counted[at]}`)
    const lost = this.#lostVote(parent, block, state, first)
    if (lost)
      return wrong(`an honest leader held the vote of ${lost.validator} for ${lost.height}, which is lost`)
    if (height < lastHeight(number, this.#rules.params)) return undefined
    const [should, may] = [this.#servedWell(operated.epoch, counted), desk.events.flatMap(eligibleIn)]
    if (!should || should.sort().join() === may.sort().join()) return undefined
    return wrong(`${may.length} may win the award, ${should.length} should`)
  }

  /** Blocks from `first` on, below `end`, that a position was present at. */
  #countOf(position: number, first: number, end: number): number {
    let count = 0
    for (let height = first; height < end; height++) if (this.#present.get(height)!.has(position)) count += 1
    return count
  }

  /** A vote that the leader held, was honest about, and that is still not counted. */
  #lostVote(
    parent: StakeLedgerState,
    block: StakeBlock,
    state: StakeLedgerState,
    first: number,
  ): Vote | undefined {
    const oldest = Math.max(first, block.height - this.#rules.params.lateBlocks)
    return this.#offered.get(toHex(state.id))?.find((vote) => {
      const { height, validator } = vote
      if (height < oldest || height > parent.height) return false
      const blockId = height === parent.height ? parent.id : blockOf(state, parent, height)
      if (!blockId || !showsPresence(vote, { blockId, silence: state.silences[height]! })) return false
      return !this.#present.get(height)!.has(validator)
    })
  }

  /** Notes who served the epoch well. @returns who served the period well, when it is over: ids */
  #servedWell({ members, number }: EpochState, counted: readonly number[]): string[] | undefined {
    const { params } = this.#rules
    for (const [position, { id }] of members.entries()) {
      if (!hasShare(counted[position]!, params.epochBlocks - 1, params.awardAttendance)) continue
      this.#good.set(toHex(id), (this.#good.get(toHex(id)) ?? 0) + 1)
    }
    if (number !== lastEpoch(periodOf(number, params), params)) return undefined
    const good = [...this.#good].filter(([, epochs]) => epochs === params.awardPeriodEpochs).map(([id]) => id)
    this.#good = new Map()
    return good.filter((id) => !this.#slashing.has(id))
  }
}

/** The id of a block whose late votes are still open. */
function blockOf(state: StakeLedgerState, parent: StakeLedgerState, height: number): Uint8Array | undefined {
  const recent = [...state.stake.epoch.recent, ...parent.stake.epoch.recent]
  return recent.find((one) => one.height === height)?.blockId
}

function eligibleIn(event: StakeEvent): string[] {
  return event.type === 'award_frozen' ? event.draw.eligible.map(({ id }) => toHex(id)) : []
}

function isClosed(entry: Entry): entry is Extract<Entry, { kind: 'closed' }> {
  return entry.kind === 'closed'
}
