// Where the numbers lie. The memory is one page and never grows; all of it is laid out here, once.

/** Limbs a number may have: enough for a modulus of 4,280 bits. */
export const MOST_LIMBS: i32 = 84

/** Zero limbs before and behind every number: what the sums of `columns.ts` read beyond the ends adds nothing. */
const PAD: usize = 8

/** Bytes of a number with its pads. */
const STRIDE: usize = (<usize>MOST_LIMBS + 2 * PAD) * 8

/** Bytes of a row of columns: 2n, and as many again as the last group of a row reaches beyond. */
const ROW: usize = (2 * <usize>MOST_LIMBS + 16) * 8

const numbers = memory.data(6 * 800, 16)
const rows = memory.data(4 * 1472, 16)

/** The first operand, and where every result goes. */
@inline export function A(): usize { return numbers + 8 * PAD }
/** The second operand. */
@inline export function B(): usize { return numbers + STRIDE + 8 * PAD }
/** The modulus N. */
@inline export function MODULUS(): usize { return numbers + 2 * STRIDE + 8 * PAD }
/** −1/N mod R. */
@inline export function INVERSE(): usize { return numbers + 3 * STRIDE + 8 * PAD }
/** The lower half of a product, as limbs. */
@inline export function LOWER(): usize { return numbers + 4 * STRIDE + 8 * PAD }
/** Which multiple of N makes a product divisible by R. */
@inline export function MULTIPLE(): usize { return numbers + 5 * STRIDE + 8 * PAD }

/** Columns of a product: sums of low parts, sums of high parts. */
@inline export function LOWS(): usize { return rows }
@inline export function HIGHS(): usize { return rows + ROW }
/** Columns of the products that the reduction makes. */
@inline export function REDUCING_LOWS(): usize { return rows + 2 * ROW }
@inline export function REDUCING_HIGHS(): usize { return rows + 3 * ROW }

/** Makes every limb and every pad zero. Needed before the numbers get another length. */
export function clear(): void {
  memory.fill(numbers, 0, 6 * STRIDE)
}

/** Addresses of what the caller fills in: the operands, the modulus and −1/N mod R. */
export function first(): usize { return A() }
export function second(): usize { return B() }
export function modulus(): usize { return MODULUS() }
export function inverse(): usize { return INVERSE() }

/** Limbs a number may have. */
export function mostLimbs(): i32 { return MOST_LIMBS }

/** The first free byte behind the static data, aligned to 16. */
export function heapBase(): usize {
  return (__heap_base + 15) & ~15
}
