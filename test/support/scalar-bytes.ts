/** Integers and packed scalars of the kernel, for tests that compare it with BigInt. */
import { shake256 } from '@noble/hashes/sha3.js'
import { utf8 } from '../../src/protocol/bytes.ts'

/** ℓ, the order of ristretto255. */
export const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

export const mod = (value: bigint): bigint => ((value % ORDER) + ORDER) % ORDER

/** Little-endian bytes of integers, one behind the other, `each` bytes for each. */
export function bytesOf(values: readonly bigint[], each = 32): Uint8Array {
  const bytes = new Uint8Array(values.length * each)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) {
    for (let at = 0, rest = value; at < each; at += 8, rest >>= 64n) {
      view.setBigUint64(i * each + at, BigInt.asUintN(64, rest), true)
    }
  }
  return bytes
}

/** The integers that little-endian bytes are, `each` bytes for each. */
export function integersOf(bytes: Uint8Array, each = 32): bigint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: bytes.length / each }, (_, i) => {
    let value = 0n
    for (let at = each - 8; at >= 0; at -= 8) value = (value << 64n) | view.getBigUint64(i * each + at, true)
    return value
  })
}

/** Uniform integers below 2^(8·each), the same for the same seed. */
export function randomIntegers(seed: string, count: number, each = 32): bigint[] {
  return integersOf(shake256(utf8(seed), { dkLen: count * each }), each)
}

/** Integers below 2^256 where carries, reductions and conditional subtractions go one way or just the other. */
export const EDGES: readonly bigint[] = [
  ...[0n, 1n, 2n, ORDER - 1n, ORDER, ORDER + 1n, 2n * ORDER - 1n, 2n * ORDER, 15n * ORDER, 15n * ORDER - 1n],
  ...[2n ** 252n - 1n, 2n ** 252n, 2n ** 253n - 1n, 2n ** 255n - 19n, 2n ** 255n - 1n, 2n ** 255n],
  2n ** 256n - 1n,
  // single limbs of 29 bits with all bits set, all below one, and the lowest bit of one
  ...Array.from({ length: 8 }, (_, i) => (2n ** 29n - 1n) << BigInt(29 * i)),
  ...Array.from({ length: 8 }, (_, i) => 2n ** BigInt(29 * (i + 1)) - 1n),
  ...Array.from({ length: 8 }, (_, i) => 2n ** BigInt(29 * (i + 1))),
  // where the kernel's estimate of the quotient by ℓ steps
  ...[64n << 232n, (64n << 232n) - 1n, ((64n + 2n ** 20n) << 232n) - 1n, (64n + 2n ** 20n) << 232n],
  // words of 64 bits
  ...[2n ** 64n - 1n, 2n ** 64n, 2n ** 128n - 1n, 2n ** 128n, 2n ** 192n - 1n, 2n ** 192n],
]
