/** Formats of strings that the contract uses and that a pattern alone does not pin down. */

const MAX_UINT64 = 0xffff_ffff_ffff_ffffn

export const FORMATS = {
  /** Decimal digits of an unsigned 64-bit integer. */
  uint64: (text: string) => /^[0-9]{1,20}$/.test(text) && BigInt(text) <= MAX_UINT64,
  /** Base64 with padding: the pattern checks the alphabet, this the length. */
  byte: (text: string) => text.length % 4 === 0,
  /** RFC 3339: the pattern checks the form, this that the day exists. */
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
} as const
