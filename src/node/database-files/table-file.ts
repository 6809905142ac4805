/**
 * A table of LevelDB (doc/table_format.md there): blocks with a checksum each, an index of them, a footer that says where
 * the index is. LevelDB does not look at the checksums of blocks it reads, as this binding opens it.
 */
import { breath } from '../breath.ts'
import { maskedCrc32c } from './crc32c.ts'
import { DamagedFile, FileReader, le32At } from './file-reader.ts'
import { unsnappy } from './snappy.ts'

const FOOTER = 48
const MAGIC = [0x8b80fb57, 0xdb477524] as const
/** The kind of a block and its checksum. */
const TRAILER = 5
/** An index of a table of two megabytes takes a few hundred kilobytes at most. */
const MAX_INDEX = 64 << 20
/** Bytes held against checksums without a pause, about two milliseconds. */
const CHECKED_AT_ONCE = 1 << 20

type Handle = { readonly offset: number; readonly size: number }

/** Holds every block of a table against its checksum. @throws DamagedFile */
export async function checkTable(file: Uint8Array): Promise<void> {
  const footer = file.subarray(Math.max(0, file.length - FOOTER))
  if (footer.length < FOOTER || le32At(footer, 40) !== MAGIC[0] || le32At(footer, 44) !== MAGIC[1])
    throw new DamagedFile('it does not end as a table does')
  const ends = new FileReader(footer)
  const meta = readHandle(ends)
  const index = readHandle(ends)
  checkBlock(file, meta)
  let rest = CHECKED_AT_ONCE
  for (const handle of readIndex(checkBlock(file, index))) {
    checkBlock(file, handle)
    rest -= handle.size
    if (rest < 0) {
      await breath()
      rest = CHECKED_AT_ONCE
    }
  }
}

function readHandle(reader: FileReader): Handle {
  return { offset: reader.varint(), size: reader.varint() }
}

/** What the block holds, without its trailer and still compressed. */
function checkBlock(file: Uint8Array, { offset, size }: Handle): Uint8Array {
  const end = offset + size + TRAILER
  if (end > file.length) throw new DamagedFile('a block is beyond the end')
  if (le32At(file, end - 4) !== maskedCrc32c(file.subarray(offset, end - 4)))
    throw new DamagedFile(`the block at ${offset} does not match its checksum`)
  return file.subarray(offset, end - 4)
}

function readIndex(block: Uint8Array): Handle[] {
  const kind = block.at(-1)
  const raw = block.subarray(0, -1)
  if (kind !== 0 && kind !== 1) throw new DamagedFile('a block of an unknown kind')
  const plain = kind === 1 ? unsnappy(raw, MAX_INDEX) : raw
  if (plain.length < 4) throw new DamagedFile('an index without an end')
  const end = plain.length - 4 - 4 * le32At(plain, plain.length - 4)
  if (end < 0) throw new DamagedFile('an index without an end')
  const reader = new FileReader(plain.subarray(0, end))
  const handles: Handle[] = []
  while (!reader.done) {
    reader.varint()
    const key = reader.varint()
    const value = reader.varint()
    reader.bytes(key)
    handles.push(readHandle(new FileReader(reader.bytes(value))))
  }
  return handles
}
