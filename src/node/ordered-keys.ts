/** Numbers as database keys: big endian, so that the order of the bytes is the order of the numbers. */
import { concat } from '../protocol/bytes.ts'

/** Eight bytes. @throws RangeError outside 0 … 2^64−1. */
export function be64(value: bigint | number): Uint8Array {
  const wide = BigInt(value)
  if (wide < 0n || wide > 0xffff_ffff_ffff_ffffn) throw new RangeError('not an unsigned 64-bit integer')
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, wide)
  return bytes
}

/** Four bytes. */
export function be32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

export function fromBe64(bytes: Uint8Array, at = 0): bigint {
  return view(bytes).getBigUint64(at)
}

export function fromBe32(bytes: Uint8Array, at = 0): number {
  return view(bytes).getUint32(at)
}

/** A key of a height and a place within the block: sorts by height, then by place. */
export function placeKey(height: number, position: number): Uint8Array {
  return concat(be64(height), be32(position))
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
