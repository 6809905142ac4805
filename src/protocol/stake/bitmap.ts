/** Bitmaps over the validators of a set, least significant bit first, as certificates have them. */

export function hasBit(bitmap: Uint8Array, index: number): boolean {
  return ((bitmap[index >> 3] ?? 0) >> (index & 7)) % 2 === 1
}

export function withBits(size: number, indices: Iterable<number>): Uint8Array {
  const bitmap = new Uint8Array(Math.ceil(size / 8))
  for (const index of indices) bitmap[index >> 3]! |= 1 << (index & 7)
  return bitmap
}

/** The positions that are set, ascending. */
export function bitsOf(bitmap: Uint8Array): number[] {
  const indices: number[] = []
  for (let index = 0; index < bitmap.length * 8; index++) if (hasBit(bitmap, index)) indices.push(index)
  return indices
}

/** Whether it has the length for so many validators, and no bit beyond the last one. */
export function isBitmapOf(bitmap: Uint8Array, size: number): boolean {
  if (bitmap.length !== Math.ceil(size / 8)) return false
  const padding = bitmap.length * 8 - size
  return padding === 0 || bitmap.at(-1)! >> (8 - padding) === 0
}
