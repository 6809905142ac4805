/** Snappy without its stream format (google/snappy, format_description.txt): LevelDB compresses blocks with it. */
import { DamagedFile, FileReader } from './file-reader.ts'

/** @param most bytes that come out at most @throws DamagedFile */
export function unsnappy(bytes: Uint8Array, most: number): Uint8Array {
  const reader = new FileReader(bytes)
  const length = reader.varint()
  if (length > most) throw new DamagedFile('a block is too large')
  const out = new Uint8Array(length)
  let at = 0
  while (!reader.done) {
    const tag = reader.bytes(1)[0]!
    const kind = tag & 3
    if (kind === 0) {
      const size = tag >>> 2
      const literal = reader.bytes((size < 60 ? size : little(reader.bytes(size - 59))) + 1)
      if (at + literal.length > length) throw new DamagedFile('a compressed block is too long')
      out.set(literal, at)
      at += literal.length
      continue
    }
    const size = kind === 1 ? ((tag >>> 2) & 7) + 4 : (tag >>> 2) + 1
    const offset =
      kind === 1 ? ((tag >>> 5) << 8) | reader.bytes(1)[0]! : little(reader.bytes(kind === 2 ? 2 : 4))
    if (offset === 0 || offset > at || at + size > length) {
      throw new DamagedFile('a compressed block refers to what is not there')
    }
    // byte by byte: what is copied may begin within the copy
    for (const end = at + size; at < end; at += 1) out[at] = out[at - offset]!
  }
  if (at !== length) throw new DamagedFile('a compressed block ends too early')
  return out
}

function little(bytes: Uint8Array): number {
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0)
}
