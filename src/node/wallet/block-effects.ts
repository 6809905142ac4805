/**
 * What a block does to an account: coins that come and go, payments that become final, history, messages. Applying a block
 * again changes nothing, because a coin that is known is not looked at twice.
 */
import { addressBytes } from '../../protocol/address.ts'
import { toHex } from '../../protocol/bytes.ts'
import { paymentIdOf } from '../../protocol/enote.ts'
import { subaddress } from '../../protocol/keys.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { feeOf } from '../../protocol/shape.ts'
import { unbondingOf } from '../../protocol/stake/deposits.ts'
import { type Operation, operationAmounts } from '../../protocol/stake/operation.ts'
import type { FoundHit, Hit, SentHit } from '../workers/scan.ts'
import type { AccountDraft } from './account-draft.ts'
import type { SeenBlock, SeenTransaction, WalletStake } from './chain-view.ts'
import type { WalletLimits } from './limits.ts'
import { expirePartials, partOf, receivePart, restoreSentPart } from './message-changes.ts'
import { abandonTransaction, advancePayment, putPayment } from './payment-changes.ts'
import type { PaymentRecord } from './records.ts'
import { refreshStake } from './stake-changes.ts'
import { acceptAfterAll } from './stake-refusals.ts'

export type EffectRules = {
  readonly params: NetworkParams
  readonly limits: Pick<WalletLimits, 'partialMessages'>
  readonly stake: WalletStake
}

/** A transaction in its place. */
type Place = {
  readonly height: number
  readonly time: number
  readonly position: number
  readonly transaction: SeenTransaction
  readonly rules: EffectRules
}

/** What a transaction holds for an account. */
export type OpenedTransaction = {
  /** Ids of all its outputs, in their order. */
  readonly outputIds: readonly string[]
  readonly hits: readonly Hit[]
}

/** What a block holds for one account, by the position of the transaction in the block. */
export type BlockHits = ReadonlyMap<number, OpenedTransaction>

/** Whether a block can concern an account as it is in memory; most do not. */
export function concerns(
  { coins, partials }: AccountDraft['account'],
  { height, transactions }: SeenBlock,
  hits: BlockHits,
  { params }: EffectRules,
): boolean {
  if (hits.size > 0) return true
  if ([...partials.values()].some(({ firstHeight }) => height - firstHeight > params.payloadRetention))
    return true
  return transactions.some(({ inputs }) => inputs.some((id) => coins.has(id)))
}

/** Applies a block whose outputs have been scanned. The addresses that the hits name must be known by now. */
export async function applyBlock(
  draft: AccountDraft,
  { height, time, transactions }: SeenBlock,
  hits: BlockHits,
  rules: EffectRules,
): Promise<void> {
  for (const [position, transaction] of transactions.entries()) {
    const place = { height, time, position, transaction, rules }
    await applySpending(draft, place)
    const opened = hits.get(position)
    if (opened) await applyHits(draft, place, opened)
    await applyOperation(draft, place)
    if (transaction.id !== undefined) await endOwnTransaction(draft, place, transaction.id)
  }
  await expirePartials(draft, height, rules.params.payloadRetention)
}

/** Coins of the account that are gone; an own transaction that would have spent one of them elsewhere is void. */
async function applySpending(draft: AccountDraft, { height, transaction }: Place): Promise<void> {
  for (const id of transaction.inputs) {
    const coin = draft.coins.get(id)
    if (!coin) continue
    if (coin.spender !== undefined && coin.spender !== transaction.id) {
      await abandonTransaction(draft, coin.spender, { status: 'rejected', reason: 'input_spent' })
    }
    draft.putCoin({ ...(draft.coins.get(id) ?? coin), spender: transaction.id, spentHeight: height })
  }
}

async function applyHits(
  draft: AccountDraft,
  place: Place,
  { hits, outputIds }: OpenedTransaction,
): Promise<void> {
  const found = hits.filter((hit) => hit.type === 'found')
  const own = await spendsOwnCoin(draft, place)
  const sent = own ? hits.filter((hit) => hit.type === 'sent') : []
  const ownPayments = new Set(sent.map(({ output }) => output))
  for (const hit of found) {
    const addressIndex = draft.addressIndex(hit.spendKey)
    if (addressIndex === undefined || (hit.direction === 'internal' && addressIndex !== 0)) continue
    if (!(await putFoundCoin(draft, place, outputIds[hit.output]!, hit, addressIndex))) continue
    if (hit.direction === 'external')
      await applyReceived(draft, place, hit, addressIndex, !ownPayments.has(hit.output))
    else if (own && !place.transaction.operation) await applyMerge(draft, place, hit)
  }
  for (const [index, hit] of sent.entries()) {
    await finishPayment(draft, place, hit, index === 0 ? feeAt(place) : 0n)
  }
}

/** Whoever holds the view key can make change with records in it; what the account sent spends a coin of the account. */
async function spendsOwnCoin(draft: AccountDraft, { transaction }: Place): Promise<boolean> {
  for (const id of transaction.inputs) if (await draft.findCoin(id)) return true
  return false
}

/** @returns whether the coin is final only now. */
async function putFoundCoin(
  draft: AccountDraft,
  { height, transaction }: Place,
  id: string,
  { amount, blinding, extension }: FoundHit,
  addressIndex: number,
): Promise<boolean> {
  const known = await draft.findCoin(id)
  if (known?.height !== undefined) return false
  const order = known?.order ?? draft.nextOrder('coin')
  const fresh = { id, amount, blinding, extension, addressIndex, order, transactionId: transaction.id }
  draft.putCoin({ ...(known ?? fresh), height })
  return true
}

async function applyReceived(
  draft: AccountDraft,
  place: Place,
  hit: FoundHit,
  addressIndex: number,
  fromOthers: boolean,
): Promise<void> {
  const { height, time, position, transaction } = place
  const { amount, anchor, output, payload } = hit
  const address = (await draft.addressRecord(addressIndex))!.address
  const paymentId = toHex(paymentIdOf(anchor, address))
  const part = payload?.kind === 'message' ? payload : undefined
  const message = part && partOf(toHex(part.messageId), part)
  const base = { paymentId, amount, height, time, address, transactionId: transaction.id }
  if (fromOthers) {
    const type = transaction.id === undefined ? 'issued' : 'received'
    draft.putHistory({ type, ...base, messageId: message?.messageId }, position, output)
  }
  // a sender who uses an anchor twice makes two payments of one id: the first stands, the second is in the history alone
  if (transaction.id === undefined || (await draft.payment('in', paymentId))) return
  const payment: PaymentRecord = {
    ...base,
    accountId: draft.id,
    direction: 'in',
    status: 'final',
    order: draft.nextOrder('payment'),
    anchor,
    message,
    output,
  }
  if (part) await receivePart(draft, place, payment, part, place.rules.limits.partialMessages)
  await putPayment(draft, payment)
}

/** Change of a transaction that pays nobody: it merged coins. */
async function applyMerge(draft: AccountDraft, place: Place, { amount, anchor, output, payload }: FoundHit) {
  if (payload?.kind !== 'change' || payload.sent.length > 0) return
  const address = addressBytes(subaddress(draft.account.keys, 0))
  await finishPayment(draft, place, { address, amount, anchor, output }, feeAt(place))
}

/** A payment of the account is final: one it made here, or one that the record in its change brings back. */
async function finishPayment(
  draft: AccountDraft,
  { height, time, position, transaction }: Place,
  { address, amount, anchor, output, payload }: Omit<SentHit, 'type'>,
  fee: bigint,
): Promise<void> {
  const paymentId = toHex(paymentIdOf(anchor, address))
  const known = await draft.payment('out', paymentId)
  if (known?.status === 'final') return
  const part = payload?.kind === 'message' ? payload : undefined
  const message = known?.message ?? (part && partOf(toHex(part.messageId), part))
  const type = draft.addressIndex(address.subarray(0, 32)) === undefined ? 'sent' : 'self'
  const end = {
    status: 'final',
    transactionId: transaction.id,
    output,
    height,
    time,
    fee,
    reason: undefined,
  } as const
  draft.putHistory(
    {
      type,
      paymentId,
      amount,
      height,
      time,
      address,
      transactionId: transaction.id,
      fee,
      messageId: message?.messageId,
    },
    position,
    output,
  )
  if (known) return advancePayment(draft, known, end)
  const restored: PaymentRecord = {
    paymentId,
    accountId: draft.id,
    direction: 'out',
    amount,
    address,
    order: draft.nextOrder('payment'),
    anchor,
    message,
    ...end,
  }
  if (part) await restoreSentPart(draft, restored, part)
  await putPayment(draft, restored)
}

/** Closes the books on a transaction of the account's own. Its payments are final even where the payload is pruned. */
async function endOwnTransaction(draft: AccountDraft, place: Place, transactionId: string): Promise<void> {
  const transaction = draft.transactions.get(transactionId)
  if (!transaction) {
    if (place.transaction.operation) acceptAfterAll(draft, transactionId)
    return
  }
  draft.dropTransaction(transactionId)
  for (const paymentId of transaction.payments) {
    const payment = await draft.payment('out', paymentId)
    if (!payment) continue
    const { address, amount, anchor, output = 0 } = payment
    await finishPayment(draft, place, { address, amount, anchor, output }, transaction.fee)
  }
  if (transaction.stake) await refreshStake(draft, transaction.stake.stakeId, place.rules.stake)
}

/** Notes what a transaction of the account does to stake. */
async function applyOperation(draft: AccountDraft, place: Place): Promise<void> {
  const { height, time, position, transaction, rules } = place
  const { operation } = transaction
  if (!operation || !(await spendsOwnCoin(draft, place))) return
  const { takes, gives } = operationAmounts(operation, rules.params.stake)
  const leaves = unbondingOf(operation) !== undefined
  const type = takes > 0n ? 'staked' : gives > 0n ? 'unstaked' : leaves ? 'unbonded' : 'operated'
  const amount = leaves ? await leavingAmount(draft, place, operation) : takes + gives
  const entry = { type, operation: operation.type, amount, fee: feeAt(place) } as const
  draft.putHistory({ ...entry, height, time, transactionId: transaction.id }, position, 0)
}

/** What an operation began to take out: as it was planned here, or as it still stands on the chain; zero where neither is. */
async function leavingAmount(
  draft: AccountDraft,
  { transaction, rules }: Place,
  operation: Operation,
): Promise<bigint> {
  const sent = await rules.stake.sentOut(operation)
  const planned = transaction.id === undefined ? undefined : draft.transactions.get(transaction.id)?.stake
  return sent?.amount ?? planned?.amount ?? 0n
}

function feeAt({ transaction, rules }: Place): bigint {
  const { inputs, outputs, operation } = transaction
  return feeOf({ inputs: inputs.length, outputs }, rules.params, operation !== undefined)
}
