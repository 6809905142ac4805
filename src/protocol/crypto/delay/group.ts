/**
 * The group of the delay function: (Z/N)* modulo {1, −1}, for an N that nobody can factor.
 *
 * Why the quotient: in (Z/N)* everybody knows an element of order two, −1, and whoever knows an element of low order can
 * multiply it into an output and still prove it (D. Boneh, B. Bünz, B. Fisch, "A Survey of Two Verifiable Delay Functions",
 * IACR ePrint 2018/712: the low order assumption). Modulo {1, −1} none is known but to those who know the factors.
 *
 * An element is written as the smaller of v and N − v, so there is one encoding of each.
 */
import { le32, toHex } from '../../bytes.ts'
import { ProtocolError } from '../../errors.ts'
import { hashTo } from '../hash.ts'

/** A modulus, and in how many bytes its elements are written. Both are parameters of the network. */
export type DelayGroup = { readonly modulus: bigint; readonly bytes: number }

/** Bytes of hash beyond an element's length: what is reduced mod N is then uniform but for 2^-128. */
const EXCESS = 16

/** The one of v and N − v that stands for both; `value` may be any integer. */
export function canonical({ modulus }: DelayGroup, value: bigint): bigint {
  let reduced = value % modulus
  if (reduced < 0n) reduced += modulus
  const opposite = modulus - reduced
  return reduced < opposite ? reduced : opposite
}

/** `group.bytes` bytes, little endian. */
export function encodeElement(group: DelayGroup, element: bigint): Uint8Array {
  return littleEndian(element, group.bytes)
}

/**
 * The element of canonical bytes. Whether it has a factor in common with N is not asked here: see `isUnit`.
 * @throws ProtocolError `invalid_encoding` for another length, or a value outside 1 … (N − 1)/2
 */
export function decodeElement(group: DelayGroup, bytes: Uint8Array): bigint {
  if (bytes.length === group.bytes) {
    const value = fromLittleEndian(bytes)
    if (value >= 1n && value <= group.modulus >> 1n) return value
  }
  throw new ProtocolError('invalid_encoding', 'not an element of the group of the delay function', {
    length: bytes.length,
  })
}

/**
 * An element that nobody chose, from a seed of any length. Of 0, ±1 and what has a factor in common with N there are so
 * few that only toy groups ever meet one; then the next hash is taken.
 */
export function hashToElement(group: DelayGroup, seed: Uint8Array): bigint {
  const modulus = encodeElement(group, group.modulus)
  for (let attempt = 0; ; attempt++) {
    const digest = hashTo('delay input', group.bytes + EXCESS, modulus, seed, le32(attempt))
    const element = canonical(group, fromLittleEndian(digest))
    if (element > 1n && isUnit(group, element)) return element
  }
}

/** Whether the value has no factor in common with N. */
export function isUnit({ modulus }: DelayGroup, value: bigint): boolean {
  let [a, b] = [modulus, value]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 1n
}

/** A non-negative integer in `length` bytes, little endian. The caller knows that it fits. */
export function littleEndian(value: bigint, length: number): Uint8Array {
  const digits = value.toString(16).padStart(2 * length, '0')
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i++) {
    const at = 2 * (length - 1 - i)
    bytes[i] = Number.parseInt(digits.slice(at, at + 2), 16)
  }
  return bytes
}

export function fromLittleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes.toReversed())}`)
}
