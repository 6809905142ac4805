/**
 * The transactions that payments take, played through with coins alone: for the next transaction of a payment, for
 * estimates, and to know before the first of several payments is made that there is enough for the last.
 */
import type { Random } from '../../protocol/crypto/random.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { feeOf, ORDINARY_SHAPE, type Shape } from '../../protocol/shape.ts'
import { type SelectableCoin, selectCoins, selectForMerge, total } from './selection.ts'

export type Step<C> =
  | { readonly type: 'pay'; readonly coins: readonly C[]; readonly shape: Shape; readonly fee: bigint }
  /** Too many small coins: some are merged first, and the payment spends what comes of it. */
  | { readonly type: 'merge'; readonly coins: readonly C[]; readonly shape: Shape; readonly fee: bigint }
  | { readonly type: 'insufficient'; readonly needed: bigint }

/** The next transaction on the way to a payment of `sum`. After a merge ask again, with one merge less left. */
export function nextStep<C extends SelectableCoin>(
  coins: readonly C[],
  sum: bigint,
  mergesLeft: number,
  params: NetworkParams,
  random: Random,
): Step<C> {
  const selection = selectCoins(coins, sum, params, random)
  if (selection.type === 'selected') return { ...selection, type: 'pay' }
  const merged = mergeStep(coins, 'largest', params)
  if (selection.type === 'insufficient' || mergesLeft === 0 || !merged) {
    return { type: 'insufficient', needed: selection.needed }
  }
  return merged
}

/** A transaction that makes one coin of several; undefined when there are not two, or the fee would eat them up. */
export function mergeStep<C extends SelectableCoin>(
  coins: readonly C[],
  which: 'smallest' | 'largest',
  params: NetworkParams,
): Extract<Step<C>, { type: 'merge' }> | undefined {
  const chosen = selectForMerge(coins, which)
  if (!chosen) return undefined
  const shape = { inputs: chosen.length, outputs: ORDINARY_SHAPE.outputs }
  const fee = feeOf(shape, params)
  return total(chosen) > fee ? { type: 'merge', coins: chosen, shape, fee } : undefined
}

export type PlannedPayment = {
  /** Of all its transactions. */
  readonly fee: bigint
  readonly transactions: number
  readonly inputs: number
  readonly outputs: number
}

export type Plan =
  | { readonly type: 'planned'; readonly payments: readonly PlannedPayment[]; readonly fee: bigint }
  /** `needed`: all sums and fees. */
  | { readonly type: 'insufficient'; readonly needed: bigint }

export type PlanLimits = { readonly mergesPerPayment: number; readonly plannedCoins: number }

/**
 * Plays several payments through, one after the other, each spending what the ones before left over. The choice of coins
 * will be another one, so the fees are an estimate that is off by little.
 */
export function planPayments(
  coins: readonly SelectableCoin[],
  sums: readonly bigint[],
  params: NetworkParams,
  limits: PlanLimits,
): Plan {
  let left = largest(coins, limits.plannedCoins + 2 * sums.length)
  const payments: PlannedPayment[] = []
  for (const sum of sums) {
    const played = playPayment(left, sum, params, limits.mergesPerPayment)
    if (!played) return { type: 'insufficient', needed: neededFor(sums, payments, params) }
    payments.push(played.payment)
    left = played.left
  }
  return { type: 'planned', payments, fee: feesOf(payments) }
}

function playPayment(
  coins: readonly SelectableCoin[],
  sum: bigint,
  params: NetworkParams,
  merges: number,
): { payment: PlannedPayment; left: SelectableCoin[] } | undefined {
  let left = [...coins]
  let payment: PlannedPayment = { fee: 0n, transactions: 0, inputs: 0, outputs: 0 }
  for (let mergesLeft = merges; ; mergesLeft--) {
    const step = nextStep(left, sum, mergesLeft, params, firstChoice)
    if (step.type === 'insufficient') return undefined
    const spent = new Set(step.coins)
    const out = step.type === 'pay' ? sum : 0n
    // a merge makes its coin and one filler, a payment the receiver's output, change and fillers for the rest
    const fillers = step.shape.outputs - (step.type === 'pay' ? 2 : 1)
    left = left.filter((coin) => !spent.has(coin))
    left.push({ amount: total(step.coins) - out - step.fee })
    for (let i = 0; i < fillers; i++) left.push({ amount: 0n })
    payment = {
      fee: payment.fee + step.fee,
      transactions: payment.transactions + 1,
      inputs: payment.inputs + step.shape.inputs,
      outputs: payment.outputs + step.shape.outputs,
    }
    if (step.type === 'pay') return { payment, left }
  }
}

function neededFor(
  sums: readonly bigint[],
  planned: readonly PlannedPayment[],
  params: NetworkParams,
): bigint {
  const unplanned = BigInt(sums.length - planned.length) * feeOf(ORDINARY_SHAPE, params)
  return sums.reduce((all, sum) => all + sum, feesOf(planned) + unplanned)
}

function feesOf(payments: readonly PlannedPayment[]): bigint {
  return payments.reduce((all, { fee }) => all + fee, 0n)
}

function largest(coins: readonly SelectableCoin[], count: number): SelectableCoin[] {
  return coins.toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0)).slice(0, count)
}

/** Planning needs no randomness: always the first of equal choices. */
const firstChoice: Random = (length) => new Uint8Array(length)
