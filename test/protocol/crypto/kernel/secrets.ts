/** Secrets for tests of what depends on them: the extremes, single bits, and bytes without pattern, the same in every run. */
import { createHash } from 'node:crypto'

const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

/** An integer as 32 bytes, little endian. */
export function bytesOf(value: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn))
}

/** As many bytes without pattern as asked for, from a name. */
export function scrambled(name: string, length: number): Uint8Array {
  return new Uint8Array(createHash('shake256', { outputLength: length }).update(name).digest())
}

/** Canonical scalars. Those of repeated digits are where signed digits of four bits carry everywhere or nowhere. */
export const SCALARS: readonly Uint8Array[] = [
  ...[0n, 1n, 2n, 7n, 8n, 9n, ORDER - 1n, ORDER - 8n, (ORDER - 1n) / 2n, 2n ** 252n, 2n ** 64n - 1n],
  ...[0x777n, 0x888n, 0x999n, 0xfffn].map((digits) => (digits * ((2n ** 252n - 1n) / 0xfffn)) % ORDER),
  ...[3n, 52n, 127n, 128n, 200n, 251n].map((bit) => 2n ** bit),
  ...Array.from({ length: 6 }, (_, i) => {
    const bytes = scrambled(`scalar ${i}`, 32)
    bytes[31]! &= 0x0f
    return BigInt(`0x${Buffer.from(bytes).reverse().toString('hex')}`) % ORDER
  }),
].map(bytesOf)

/** Amounts. */
export const AMOUNTS: readonly bigint[] = [
  0n,
  1n,
  255n,
  1n << 32n,
  1n << 63n,
  2n ** 64n - 1n,
  0x0123_4567_89ab_cdefn,
]
