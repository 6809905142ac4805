/**
 * What a block does to coins and stake: the part of a transition that the leader runs to fill in the header and everyone
 * else to check it.
 */
import { type BlockExtras, MAX_EVIDENCE, MAX_LATE_VOTES } from './block-extras.ts'
import { equalBytes, toHex } from './bytes.ts'
import { type Certificate, silenceOf } from './certificate.ts'
import { blsVerifyAggregate, blsVerifyMany } from './crypto/bls.ts'
import { verifyDelay } from './crypto/delay/verify.ts'
import { decodePoints, decodeScalar, type Point, type Scalar } from './crypto/group.ts'
import { hash } from './crypto/hash.ts'
import { LtHash } from './crypto/lthash.ts'
import { ProtocolError } from './errors.ts'
import type { LedgerState } from './ledger.ts'
import type { NetworkParams } from './network.ts'
import { encodeCore, inputContext, type OutputCore } from './output.ts'
import { feeOf } from './shape.ts'
import { applyOperation } from './stake/apply.ts'
import { signerOf } from './stake/authorize.ts'
import { beginBlock, endBlock, lateVoteChecks } from './stake/block.ts'
import type { SetAt } from './stake/entries-of.ts'
import type { StakeEvent } from './stake/events.ts'
import type { Court } from './stake/evidence.ts'
import type { Operation } from './stake/operation.ts'
import { StakeRun } from './stake/run.ts'
import { epochOf } from './stake/schedule.ts'
import type { StakeState } from './stake/state.ts'
import type { EntryChange, FindEntry } from './stake/table.ts'
import { addToSupply, addTotals, type Supply } from './supply.ts'
import { outputIds, shapeOf, type Transaction } from './transaction.ts'

/** An unspent output, as long as it is unspent. */
export type Coin = {
  readonly id: Uint8Array
  readonly core: OutputCore
  /** The block that made it, for information: no rule asks for it, and a node that began with a snapshot does not know it. */
  readonly height: number
}

/** The unspent coin of that id, or undefined. */
export type FindCoin = (id: Uint8Array) => Coin | undefined

/** What a block looks up outside the state. */
export type LedgerView = {
  readonly findCoin: FindCoin
  readonly findEntry: FindEntry
  /**
   * The validators that a past height's leaders were drawn from. Asked only for heights whose stake still answers; then
   * it must know, since all nodes must judge alike: it throws, and no ProtocolError, when it has lost them.
   */
  readonly setAt: SetAt
}

/** What of a block is executed. */
export type BlockContent = BlockExtras & {
  readonly transactions: readonly Transaction[]
  /** Of the block before; NO_CERTIFICATE in block 1. Checked elsewhere. */
  readonly certificate: Certificate
  /** Key of the leader. */
  readonly leader: Uint8Array
  /** The beacon after the block. */
  readonly beacon: Uint8Array
}

export type Execution = {
  readonly spent: readonly Coin[]
  readonly created: readonly Coin[]
  readonly unspent: Uint8Array
  readonly supply: Supply
  readonly stake: StakeState
  /** Entries of the stake's table that changed, each once. */
  readonly entries: readonly EntryChange[]
  readonly stakeEvents: readonly StakeEvent[]
}

/** A coin as an element of the unspent set's hash. */
export function coinElement({ id, core }: Pick<Coin, 'id' | 'core'>): Uint8Array {
  return hash('unspent coin', id, encodeCore(core))
}

/**
 * The coins that `transaction` spends, in its order.
 * @throws ProtocolError `unknown_input` when one does not exist or is spent.
 */
export function inputCoins(transaction: Pick<Transaction, 'inputs'>, findCoin: FindCoin): Coin[] {
  return transaction.inputs.map((id) => {
    const coin = findCoin(id)
    if (!coin)
      throw new ProtocolError('unknown_input', 'an input does not exist or is spent', { output: toHex(id) })
    return coin
  })
}

type Context = { readonly state: LedgerState; readonly view: LedgerView; readonly params: NetworkParams }

/**
 * Executes a block on the state before it: the certificate's leak and attendance, what the leader added, the transactions in
 * order, and the end of the block. Each transaction spends coins, and acts on stake, that were there before the block.
 * @param leaveOut called with the position of a transaction that does not fit, alone or behind those before it, and why: it is
 *   left out then. Without it the whole block is refused.
 * @throws ProtocolError naming the first rule that is broken.
 */
export function executeBlock(
  state: LedgerState,
  content: BlockContent,
  view: LedgerView,
  params: NetworkParams,
  leaveOut?: (index: number, error: ProtocolError) => void,
): Execution {
  const context = { state, view, params }
  const run = new StakeRun(state.stake, view.findEntry)
  open(run, content, context)
  const { fees, ...coins } = executeTransactions(run, content.transactions, context, leaveOut)
  const leader = state.validators.findIndex(({ publicKey }) => equalBytes(publicKey, content.leader))
  if (leader < 0) throw new ProtocolError('invalid_block', 'invalid block: a leader outside the set')
  const closing = { height: state.height + 1, leader, fees, beacon: content.beacon }
  run.take(endBlock(run.state, closing, run.find, params.stake))
  const [before, after] = [state.stake.totals, run.state.totals]
  const totals = { issued: after.issued - before.issued, burnt: after.burnt - before.burnt }
  return {
    ...coins,
    supply: addTotals(coins.supply, totals),
    stake: run.state,
    entries: run.changes,
    stakeEvents: run.events,
  }
}

/** Whom evidence is held against: the sets of all heights that the stake still answers for, the one being decided included. */
export function courtOf(state: LedgerState, setAt: SetAt, params: Pick<NetworkParams, 'stake'>): Court {
  return {
    chainId: state.chainId,
    verify: blsVerifyMany,
    setAt: (asked) => {
      if (asked === state.height + 1) return state.validators
      return isPastAnswered(state, asked, params) ? setAt(asked) : undefined
    },
  }
}

/** Whether a height is over, and its validators' stake still answers for what they signed there. */
export function isPastAnswered(
  { height, stake }: Pick<LedgerState, 'height' | 'stake'>,
  asked: number,
  { stake: params }: Pick<NetworkParams, 'stake'>,
): boolean {
  if (asked < 1 || asked > height) return false
  return epochOf(asked, params) + params.unbondingEpochs > stake.epoch.number
}

/** All that stands before the transactions. */
function open(run: StakeRun, content: BlockContent, { state, view, params }: Context): void {
  const { certificate, late, evidence, award } = content
  if (late.length > MAX_LATE_VOTES || evidence.length > MAX_EVIDENCE)
    throw new ProtocolError('invalid_block', 'invalid block: more than it may carry beside transactions')
  const { chainId, blockId: previousId } = state
  const { bitmap } = certificate
  const opening = {
    ...{ height: state.height + 1, previousId, bitmap, late, evidence },
    silence: silenceOf(certificate),
  }
  for (const { publicKeys, message, signature } of lateVoteChecks(
    run.state,
    opening,
    chainId,
    params.stake,
  )) {
    if (!blsVerifyAggregate(publicKeys, message, signature))
      throw new ProtocolError('invalid_block', 'invalid block: late votes that nobody signed')
  }
  const court = courtOf(state, view.setAt, params)
  run.take(beginBlock(run.state, opening, run.find, court, params.stake))
  if (award) operate(run, award, new Uint8Array(32), { state, view, params })
}

function executeTransactions(
  run: StakeRun,
  transactions: readonly Transaction[],
  context: Context,
  leaveOut: ((index: number, error: ProtocolError) => void) | undefined,
): Pick<Execution, 'spent' | 'created' | 'unspent' | 'supply'> & { readonly fees: bigint } {
  const { state, view, params } = context
  const height = state.height + 1
  const unspent = LtHash.fromBytes(state.unspent)
  const claimed = new Set<string>()
  const spent: Coin[] = []
  const created: Coin[] = []
  const [blindings, commitments]: [Scalar[], Point[]] = [[], []]
  const decoded = decodePoints(transactions.flatMap(({ outputs }) => outputs.map((core) => core.commitment)))
  let [next, fees] = [0, 0n]
  for (const [index, transaction] of transactions.entries()) {
    const { operation } = transaction
    const points = decoded.slice(next, next + transaction.outputs.length)
    next += points.length
    let coins: readonly Coin[]
    let blinding: Scalar
    try {
      coins = freshCoins(transaction, view.findCoin, claimed)
      blinding = decodeScalar(transaction.balance)
      assertPoints(points)
      // last: nothing has happened where one of these throws
      if (operation) {
        // Who has to sign is said by the state before the block: what is made in it is not there yet, as with coins.
        signerOf(operation, state.stake, view.findEntry)
        operate(run, operation, inputContext(transaction.inputs), context)
      }
    } catch (error) {
      if (!leaveOut || !(error instanceof ProtocolError)) throw error
      leaveOut(index, error)
      continue
    }
    blindings.push(blinding)
    commitments.push(...points)
    for (const coin of coins) {
      claimed.add(toHex(coin.id))
      unspent.remove(coinElement(coin))
    }
    const made = outputIds(transaction).map((id, output) => ({
      id,
      core: transaction.outputs[output]!,
      height,
    }))
    for (const coin of made) unspent.add(coinElement(coin))
    spent.push(...coins)
    created.push(...made)
    fees += feeOf(shapeOf(transaction), params, operation !== undefined)
  }
  const before = decodePoints(spent.map(({ core }) => core.commitment))
  assertPoints(before)
  const change = { issued: 0n, burnt: 0n, blindings, spent: before, created: commitments }
  return { spent, created, unspent: unspent.toBytes(), supply: addToSupply(state.supply, change), fees }
}

/** @throws ProtocolError `invalid_point` unless all could be decoded. */
function assertPoints(points: (Point | undefined)[]): asserts points is Point[] {
  if (points.includes(undefined)) throw new ProtocolError('invalid_point', 'a commitment that is no point')
}

/** The coins that a transaction spends, none of which is `claimed`. @throws ProtocolError `unknown_input`, `duplicate_input`. */
function freshCoins(transaction: Transaction, findCoin: FindCoin, claimed: ReadonlySet<string>): Coin[] {
  const coins = inputCoins(transaction, findCoin)
  const seen = new Set<string>()
  for (const { id } of coins) {
    const key = toHex(id)
    if (claimed.has(key) || seen.has(key))
      throw new ProtocolError('duplicate_input', 'a coin spent twice in one block', { output: key })
    seen.add(key)
  }
  return coins
}

function operate(
  run: StakeRun,
  operation: Operation,
  transaction: Uint8Array,
  { state, view, params }: Context,
): void {
  const court = courtOf(state, view.setAt, params)
  const context = { ...court, verifyDelay, transaction, index: 0 }
  run.take(applyOperation(run.state, operation, run.find, context, params.stake))
}
