/**
 * The state every node agrees on, and the one rule that changes it: (state, block) → state. Pure: coins are looked up
 * through a function and nothing is stored here. Proofs and signatures of transactions are checked beside it, in batches
 * (verify-transactions.ts), because they need neither state nor order.
 */
import { type Block, blockId, type Header, outputRoot, transactionRoot } from './block.ts'
import { equalBytes, le64, toHex } from './bytes.ts'
import { checkCertificate, NO_CERTIFICATE } from './certificate.ts'
import { blsVerify } from './crypto/bls.ts'
import { hash } from './crypto/hash.ts'
import { LtHash } from './crypto/lthash.ts'
import { ProtocolError } from './errors.ts'
import type { NetworkParams } from './network.ts'
import { encodeCore, type OutputCore } from './output.ts'
import { feeOf } from './shape.ts'
import { addToSupply, type Supply } from './supply.ts'
import { outputIds, shapeOf, type Transaction } from './transaction.ts'
import { leaderOf, nextBeacon, type ValidatorSet, validatorSetHash, vrfMessage } from './validators.ts'

/** An unspent output, as long as it is unspent. */
export type Coin = {
  readonly id: Uint8Array
  readonly core: OutputCore
  /** The block that made it. */
  readonly height: number
}

export type LedgerState = {
  readonly chainId: Uint8Array
  readonly height: number
  readonly blockId: Uint8Array
  /** Time of the block, milliseconds since 1970. */
  readonly time: number
  readonly beacon: Uint8Array
  readonly validators: ValidatorSet
  /** LtHash of the unspent set, 2,048 bytes. */
  readonly unspent: Uint8Array
  readonly supply: Supply
}

/** What a block does to the state. */
export type Transition = {
  readonly state: LedgerState
  readonly spent: readonly Coin[]
  readonly created: readonly Coin[]
}

/** The unspent coin of that id, or undefined. */
export type FindCoin = (id: Uint8Array) => Coin | undefined

/** A coin as an element of the unspent set's hash. */
export function coinElement({ id, core }: Pick<Coin, 'id' | 'core'>): Uint8Array {
  return hash('unspent coin', id, encodeCore(core))
}

/** What the header says of the state after its block: the unspent set and the supply. */
export function stateCommitment(
  unspent: Uint8Array,
  { issued, burnt, blinding, commitments }: Supply,
): Uint8Array {
  return hash('state', unspent, le64(issued), le64(burnt), blinding, commitments)
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

/** The part of a transition that transactions decide; the leader runs it to fill in the header, everyone else to check it. */
export type Execution = Pick<Transition, 'spent' | 'created'> & Pick<LedgerState, 'unspent' | 'supply'>

/**
 * Applies transactions in order: each spends coins that exist and are unspent, none of them made in the same block.
 * @throws ProtocolError `unknown_input`, `duplicate_input`.
 */
export function executeTransactions(
  state: LedgerState,
  transactions: readonly Transaction[],
  findCoin: FindCoin,
  params: NetworkParams,
): Execution {
  const height = state.height + 1
  const unspent = LtHash.fromBytes(state.unspent)
  const claimed = new Set<string>()
  const spent: Coin[] = []
  const created: Coin[] = []
  let supply = state.supply
  for (const transaction of transactions) {
    const coins = inputCoins(transaction, findCoin)
    for (const coin of coins) {
      const key = toHex(coin.id)
      if (claimed.has(key))
        throw new ProtocolError('duplicate_input', 'a coin spent twice in one block', { output: key })
      claimed.add(key)
      unspent.remove(coinElement(coin))
    }
    const made = outputIds(transaction).map((id, index) => ({
      id,
      core: transaction.outputs[index]!,
      height,
    }))
    for (const coin of made) unspent.add(coinElement(coin))
    spent.push(...coins)
    created.push(...made)
    supply = addToSupply(supply, {
      issued: 0n,
      burnt: feeOf(shapeOf(transaction), params),
      blinding: transaction.balance,
      spent: coins.map(({ core }) => core.commitment),
      created: transaction.outputs.map(({ commitment }) => commitment),
    })
  }
  return { spent, created, unspent: unspent.toBytes(), supply }
}

/**
 * Checks a block against the state before it and returns the state after it. Proofs and signatures of its transactions
 * must have been verified.
 * @param now the checking node's clock, milliseconds; undefined for blocks that are already certified.
 * @throws ProtocolError naming the first rule that is broken.
 */
export function applyBlock(
  state: LedgerState,
  block: Block,
  findCoin: FindCoin,
  params: NetworkParams,
  now: number | undefined,
): Transition {
  const { header, transactions } = block
  checkHeader(state, header, params, now)
  if (transactions.length > params.maxBlockTransactions)
    throw invalid('more transactions than a block may carry')
  if (!equalBytes(header.transactionRoot, transactionRoot(state.chainId, transactions)))
    throw invalid('transaction root')
  if (!equalBytes(header.outputRoot, outputRoot(transactions.flatMap(outputIds))))
    throw invalid('output root')
  const { spent, created, unspent, supply } = executeTransactions(state, transactions, findCoin, params)
  if (!equalBytes(header.stateCommitment, stateCommitment(unspent, supply))) throw invalid('state commitment')
  return {
    spent,
    created,
    state: {
      ...state,
      height: header.height,
      blockId: blockId(header),
      time: header.time,
      beacon: nextBeacon(state.beacon, header.vrf),
      unspent,
      supply,
    },
  }
}

function checkHeader(
  state: LedgerState,
  header: Header,
  params: NetworkParams,
  now: number | undefined,
): void {
  if (!equalBytes(header.chainId, state.chainId)) throw invalid('another chain')
  if (header.height !== state.height + 1) throw invalid('not the next height')
  if (!equalBytes(header.previous, state.blockId)) throw invalid('not a child of the head')
  if (header.time <= state.time) throw invalid('time does not ascend')
  if (now !== undefined && header.time > now + params.maxTimeDrift) throw invalid('a time too far ahead')
  if (!equalBytes(header.validatorSetHash, validatorSetHash(state.validators))) throw invalid('validator set')
  checkPreviousCertificate(state, header)
  const leader = leaderOf(state.validators, state.beacon, header.height, header.round)
  if (!equalBytes(header.leader, leader.publicKey)) throw invalid('not the leader of this round')
  const message = vrfMessage(state.chainId, state.beacon, header.height, header.round)
  if (!blsVerify(header.leader, message, header.vrf)) throw invalid('the beacon contribution does not verify')
}

function checkPreviousCertificate(state: LedgerState, { certificate }: Header): void {
  if (state.height > 0) {
    checkCertificate(certificate, state.validators, state.chainId, state.height, state.blockId)
    return
  }
  const { round, bitmap, signature } = certificate
  if (round !== 0 || bitmap.length !== 0 || !equalBytes(signature, NO_CERTIFICATE.signature)) {
    throw invalid('genesis has no certificate')
  }
}

function invalid(why: string): ProtocolError {
  return new ProtocolError('invalid_block', `invalid block: ${why}`)
}
