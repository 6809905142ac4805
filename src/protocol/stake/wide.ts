/** Numbers of up to 128 bits in the codec: shares, and sums over all time, outgrow 64. */
import type { Reader, Writer } from '../codec.ts'

/** @throws RangeError outside 0 … 2^128−1. */
export function writeAmount128(writer: Writer, value: bigint): Writer {
  return writer.u64(value & 0xffff_ffff_ffff_ffffn).u64(value >> 64n)
}

export function readAmount128(reader: Reader): bigint {
  const low = reader.u64()
  return low | (reader.u64() << 64n)
}
