/** Amounts travel as decimal strings of base units; people write coins. */
import type { Amount } from './generated/contract.ts'

/** Decimal places of a coin: 1 STG = 1 000 000 base units. */
const PLACES = 6

const MAX_UNITS = 2n ** 64n - 1n

/**
 * `'1.5'` → `'1500000'`.
 *
 * @param coins digits with at most six decimal places
 * @throws RangeError when it is no such number, or exceeds 64 bits
 */
export function parseAmount(coins: string): Amount {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(coins.trim()) ?? []
  if (whole === undefined)
    throw new RangeError(`not an amount in coins with up to six decimal places: ${coins}`)
  const units = BigInt(whole + fraction.padEnd(PLACES, '0'))
  if (units > MAX_UNITS) throw new RangeError(`more coins than there can be: ${coins}`)
  return units.toString()
}

/** `'1500000'` → `'1.5'`. */
export function formatAmount(units: Amount | bigint): string {
  const digits = units.toString().padStart(PLACES + 1, '0')
  const fraction = digits.slice(-PLACES).replace(/0+$/, '')
  return digits.slice(0, -PLACES) + (fraction && `.${fraction}`)
}
