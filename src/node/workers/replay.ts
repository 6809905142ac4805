/**
 * Job `replay`: blocks in a row that a chain of certified headers vouches for, executed one after the other. Their leaders'
 * contributions to the beacon are verified with one pairing check.
 */
import { decodeBlock } from '../../protocol/block.ts'
import { concat, toHex } from '../../protocol/bytes.ts'
import { type BlsJointlySigned, blsVerifyJointMany } from '../../protocol/crypto/bls.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { applyBlock, type Coin, type FindCoin, type HeaderSignature } from '../../protocol/ledger.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { transactionId } from '../../protocol/transaction.ts'
import type { ApplyResult } from './apply.ts'
import { finder } from './coins.ts'
import { type PackedState, packState, unpackState } from './state.ts'
import { type PackedView, stakeViewOf } from './view.ts'

export type ReplayJob = {
  readonly params: NetworkParams
  readonly state: PackedState
  /** Encoded blocks. Only the first may have operations or evidence, and only the last may change the validators. */
  readonly blocks: readonly Uint8Array[]
  /** What the first looks up; and the coins of all of them that are not made in one of them. */
  readonly view: PackedView
}

export type ReplayedBlock = Omit<ApplyResult, 'state'> & { readonly blockId: Uint8Array }

export type ReplayResult = {
  readonly blocks: readonly ReplayedBlock[]
  /** After the last. */
  readonly state: PackedState
}

/**
 * The certificates in the headers are not verified here: that has been done before the blocks were asked for.
 * @throws ProtocolError naming the first rule that a block breaks.
 */
export function replay({ params, state: packed, blocks, view }: ReplayJob): ReplayResult {
  const coins = new ChangingCoins(finder(view.coins))
  const signatures: BlsJointlySigned[] = []
  const verify = ({ of, signed }: HeaderSignature) => {
    if (of === 'beacon') signatures.push(signed)
  }
  const replayed: ReplayedBlock[] = []
  let state = unpackState(packed)
  let stake = stakeViewOf(view)
  for (const bytes of blocks) {
    const block = decodeBlock(bytes, params.maxBlockTransactions)
    const seen = { findCoin: coins.find, ...stake }
    const { chainId } = state
    const transition = applyBlock(state, block, seen, params, undefined, verify)
    const { entries, stakeEvents, created, spent } = transition
    coins.change(spent, created)
    state = transition.state
    stake = stakeViewOf({ entries: [], sets: new Map() })
    replayed.push({
      blockId: state.blockId,
      transactionIds: concat(...block.transactions.map((one) => transactionId(chainId, one))),
      outputIds: concat(...created.map(({ id }) => id)),
      entries,
      stakeEvents,
    })
  }
  if (!blsVerifyJointMany(signatures))
    throw new ProtocolError('invalid_block', 'invalid block: a beacon contribution does not verify')
  return { blocks: replayed, state: packState(state) }
}

/** The unspent coins as they change from block to block. */
class ChangingCoins {
  readonly #before: FindCoin
  /** Undefined for one that is spent. */
  readonly #changed = new Map<string, Coin | undefined>()

  constructor(before: FindCoin) {
    this.#before = before
  }

  readonly find: FindCoin = (id) => {
    const name = toHex(id)
    return this.#changed.has(name) ? this.#changed.get(name) : this.#before(id)
  }

  change(spent: readonly Coin[], created: readonly Coin[]): void {
    for (const { id } of spent) this.#changed.set(toHex(id), undefined)
    for (const coin of created) this.#changed.set(toHex(coin.id), coin)
  }
}
