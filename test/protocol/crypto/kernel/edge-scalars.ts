import { mod, ORDER } from '../../../support/scalar-bytes.ts'

/** A byte again and again, as a scalar: below 2^252, so that nothing is reduced. */
const repeated = (byte: bigint): bigint => (byte * ((2n ** 256n - 1n) / 255n)) % 2n ** 252n

/** Scalars whose digits are hard: zeros, the largest, carries all along or just not, in windows of four bits and others. */
export const EDGE_SCALARS: readonly bigint[] = [
  ...[0n, 1n, 2n, 3n, 7n, 8n, 9n, 15n, 16n, 17n, 31n, 63n, 64n, 65n, 127n, 128n, 255n, 256n],
  ...[ORDER - 1n, ORDER - 2n, ORDER - 8n, ORDER - 16n, (ORDER - 1n) / 2n, (ORDER + 1n) / 2n],
  ...[2n ** 252n, 2n ** 252n - 1n, 2n ** 252n - 8n, 2n ** 251n, 2n ** 64n - 1n, 2n ** 64n, 2n ** 128n],
  ...[0x88n, 0x77n, 0x78n, 0x87n, 0xffn, 0x80n, 0x08n, 0x11n, 0xaan, 0x55n, 0xf0n, 0x0fn, 0x7fn, 0x99n].map(
    repeated,
  ),
  ...Array.from({ length: 25 }, (_, i) => 2n ** BigInt(10 * i + 5)),
].map(mod)

/** Which are no scalars any more, but which the kernel's functions take as integers: below 2^253. */
export const LARGE_INTEGERS: readonly bigint[] = [ORDER, ORDER + 1n, 2n ** 253n - 1n, 2n ** 253n - 8n]
