/**
 * Which coins a transaction spends. A pure function of the coins, the sum and randomness: it does not know what is sent,
 * so the choice cannot tell a payment from a message.
 *
 * The ordinary shape is two in, two out. Where one coin would do, a zero-value output (a message received, an earlier
 * filler) is the second input. A wallet down to its last coin makes two fillers with its payment and has them from then on.
 */
import type { Random } from '../../protocol/crypto/random.ts'
import type { NetworkParams } from '../../protocol/network.ts'
import { feeOf, MAX_INPUTS, ORDINARY_SHAPE, type Shape, SPLITTING_SHAPE } from '../../protocol/shape.ts'
import { pick, randomBelow } from '../random-numbers.ts'

export type SelectableCoin = { readonly amount: bigint }

export type Selection<C> =
  | { readonly type: 'selected'; readonly coins: readonly C[]; readonly shape: Shape; readonly fee: bigint }
  /** All coins together do not cover `needed`, the sum and the smallest fee. */
  | { readonly type: 'insufficient'; readonly needed: bigint }
  /** They do, but more than 16 of them would have to be spent at once. */
  | { readonly type: 'fragmented'; readonly needed: bigint }

/** Chooses coins that cover `sum` and the fee of the shape they lead to. `sum` may be zero (a message), or less (money from stake). */
export function selectCoins<C extends SelectableCoin>(
  coins: readonly C[],
  sum: bigint,
  params: NetworkParams,
  random: Random,
): Selection<C> {
  const select = (chosen: readonly C[], shape: Shape): Selection<C> => ({
    type: 'selected',
    coins: chosen,
    shape,
    fee: feeOf(shape, params),
  })
  if (coins.length < 2) {
    const needed = sum + feeOf(SPLITTING_SHAPE, params)
    return total(coins) >= needed && coins.length > 0
      ? select(coins, SPLITTING_SHAPE)
      : { type: 'insufficient', needed }
  }
  const needed = sum + feeOf(ORDINARY_SHAPE, params)
  const pair = selectPair(coins, needed, random)
  if (pair) return select(pair, ORDINARY_SHAPE)
  const descending = coins.filter(({ amount }) => amount > 0n).toSorted((a, b) => compare(b.amount, a.amount))
  for (let inputs = 3; inputs <= Math.min(MAX_INPUTS, descending.length); inputs++) {
    const shape = { inputs, outputs: ORDINARY_SHAPE.outputs }
    const largest = descending.slice(0, inputs)
    if (total(largest) >= sum + feeOf(shape, params)) return select(largest, shape)
  }
  const enough = descending.length > MAX_INPUTS && total(descending) >= needed
  return { type: enough ? 'fragmented' : 'insufficient', needed }
}

/** Two coins that cover `needed`: a coin and a filler if possible, else any pair with equal chances. */
function selectPair<C extends SelectableCoin>(
  coins: readonly C[],
  needed: bigint,
  random: Random,
): readonly C[] | undefined {
  const fillers = coins.filter(({ amount }) => amount === 0n)
  const covering = coins.filter(({ amount }) => amount > 0n && amount >= needed)
  // money that comes from stake pays the fee itself
  if (needed <= 0n && covering.length === 0 && fillers.length > 1) return fillers.slice(0, 2)
  if (fillers.length > 0 && covering.length > 0) return [pick(covering, random), pick(fillers, random)]
  const ascending = coins.filter(({ amount }) => amount > 0n).toSorted((a, b) => compare(a.amount, b.amount))
  const pairs = ascending.length * (ascending.length - 1)
  return pairs > 0 ? pickPair(ascending, needed, random) : undefined
}

/** One of all pairs that cover `needed`, each with the same chance, without listing them. */
function pickPair<C extends SelectableCoin>(
  ascending: readonly C[],
  needed: bigint,
  random: Random,
): readonly C[] | undefined {
  // partners[i]: the first place after i whose coin covers `needed` together with coin i; it moves down as i goes up
  const partners: number[] = []
  let count = 0
  let from = ascending.length
  for (let i = 0; i < ascending.length; i++) {
    while (from > 0 && ascending[i]!.amount + ascending[from - 1]!.amount >= needed) from--
    const first = Math.max(from, i + 1)
    partners.push(first)
    count += Math.max(0, ascending.length - first)
  }
  if (count === 0) return undefined
  let draw = randomBelow(count, random)
  for (let i = 0; i < ascending.length; i++) {
    const here = Math.max(0, ascending.length - partners[i]!)
    if (draw < here) return [ascending[i]!, ascending[partners[i]! + draw]!]
    draw -= here
  }
  return undefined
}

/** The coins that one merging transaction takes: the `MAX_INPUTS` smallest or largest of value, at least two. */
export function selectForMerge<C extends SelectableCoin>(
  coins: readonly C[],
  which: 'smallest' | 'largest',
): readonly C[] | undefined {
  const sorted = coins.filter(({ amount }) => amount > 0n).toSorted((a, b) => compare(a.amount, b.amount))
  if (sorted.length < 2) return undefined
  return which === 'smallest' ? sorted.slice(0, MAX_INPUTS) : sorted.slice(-MAX_INPUTS)
}

export function total(coins: readonly SelectableCoin[]): bigint {
  return coins.reduce((sum, { amount }) => sum + amount, 0n)
}

function compare(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0
}
