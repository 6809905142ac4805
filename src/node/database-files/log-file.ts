/**
 * A log of LevelDB (doc/log_format.md there): blocks of 32 KiB, in them fragments of records with a checksum each. LevelDB
 * leaves out what is damaged and goes on with what follows; nothing here may be left out, except at the end, where a crash
 * leaves a record that nobody was told of.
 */
import { concat } from '../../protocol/bytes.ts'
import { maskedCrc32c } from './crc32c.ts'
import { le32At } from './file-reader.ts'

const BLOCK = 32_768
const HEADER = 7
const FULL = 1
const FIRST = 2
const MIDDLE = 3
const LAST = 4

export type LogContent = {
  readonly records: readonly Uint8Array[]
  /** How it ends: with a whole record, or with one that is cut off or not whole. */
  readonly torn: boolean
  /** Something is wrong, and whole fragments follow it. */
  readonly damaged: boolean
}

export function readLog(bytes: Uint8Array): LogContent {
  const records: Uint8Array[] = []
  let parts: Uint8Array[] | undefined
  let wrong = false
  let damaged = false
  let at = 0
  while (at < bytes.length) {
    const left = BLOCK - (at % BLOCK)
    if (left < HEADER) {
      at += left
      continue
    }
    const fragment = fragmentAt(bytes, at, left)
    if (!fragment) {
      // Only the length says where the next fragment begins, and it may be what is wrong: on with the next block.
      wrong = true
      parts = undefined
      at += left
      continue
    }
    if (wrong) damaged = true
    const { type, payload } = fragment
    const begins = type === FULL || type === FIRST
    if (begins === (parts !== undefined) && !wrong) damaged = true
    parts = begins ? [payload] : [...(parts ?? []), payload]
    if (type === FULL || type === LAST) {
      records.push(concat(...parts))
      parts = undefined
    }
    at += HEADER + payload.length
  }
  return { records, torn: wrong || parts !== undefined, damaged }
}

function fragmentAt(bytes: Uint8Array, at: number, left: number) {
  if (at + HEADER > bytes.length) return undefined
  const length = bytes[at + 4]! | (bytes[at + 5]! << 8)
  const type = bytes[at + 6]!
  const end = at + HEADER + length
  if (type < FULL || type > LAST || HEADER + length > left || end > bytes.length) return undefined
  if (le32At(bytes, at) !== maskedCrc32c(bytes.subarray(at + 6, end))) return undefined
  return {
    type: type as typeof FULL | typeof FIRST | typeof MIDDLE | typeof LAST,
    payload: bytes.subarray(at + HEADER, end),
  }
}
