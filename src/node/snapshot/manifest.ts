/**
 * What a snapshot says of itself: the state at its height, the validators that still answer for votes, and for each chunk where
 * it begins and what it sums up to. Two honest nodes make the same bytes of it at the same height, so its id names the snapshot.
 */
import { compareBytes } from '../../protocol/bytes.ts'
import { decodeAll, type Reader, Writer } from '../../protocol/codec.ts'
import { readHeight } from '../../protocol/consensus/messages.ts'
import { hash } from '../../protocol/crypto/hash.ts'
import { LTHASH_LENGTH } from '../../protocol/crypto/lthash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import type { ValidatorSet } from '../../protocol/validators.ts'
import { encodeHead, type Head, readHead } from '../chain/head-record.ts'
import { encodeValidators, readValidators } from '../chain/stake-tables.ts'
import type { ChunkKind } from './chunk.ts'

/** A chunk as the manifest announces it. */
export type ChunkInfo = {
  /** Key of its first row. */
  readonly first: Uint8Array
  /** LtHash of its elements. */
  readonly sum: Uint8Array
}

export type SetRow = { readonly from: number; readonly set: ValidatorSet }

export type Manifest = {
  readonly head: Head
  /** Heights from which on, ascending, and the validators of each. */
  readonly sets: readonly SetRow[]
  readonly coins: readonly ChunkInfo[]
  readonly entries: readonly ChunkInfo[]
}

const MANIFEST_VERSION = 1
/** Bytes of a manifest, at most: some sixty million coins. */
export const MAX_MANIFEST_LENGTH = 1 << 26
/** Changes of the validators within the time for which they answer, at most. */
const MAX_SETS = 4_096
const MAX_SET_LENGTH = 1 << 18
const MAX_KEY_LENGTH = 64

export function encodeManifest({ head, sets, coins, entries }: Manifest): Uint8Array {
  const writer = new Writer().u8(MANIFEST_VERSION).sized(encodeHead(head)).u32(sets.length)
  for (const { from, set } of sets) writer.u64(from).sized(encodeValidators(set))
  for (const chunks of [coins, entries]) {
    writer.u32(chunks.length)
    for (const { first, sum } of chunks) writer.sized(first).bytes(sum)
  }
  return writer.finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function decodeManifest(bytes: Uint8Array): Manifest {
  if (bytes.length > MAX_MANIFEST_LENGTH) throw invalid('it is too long')
  return decodeAll(bytes, (reader) => {
    if (reader.u8() !== MANIFEST_VERSION) throw invalid('of an unknown version')
    const head = decodeAll(reader.sized(MAX_MANIFEST_LENGTH), readHead)
    const count = reader.u32()
    if (count > MAX_SETS) throw invalid('too many sets of validators')
    const sets: SetRow[] = []
    while (sets.length < count) {
      const from = readHeight(reader)
      if (from <= (sets.at(-1)?.from ?? 0)) throw invalid('sets that do not ascend')
      sets.push({ from, set: readValidators(reader.sized(MAX_SET_LENGTH)) })
    }
    return { head, sets, coins: readChunks(reader), entries: readChunks(reader) }
  })
}

export function manifestId(bytes: Uint8Array): Uint8Array {
  return hash('snapshot manifest', bytes)
}

export function chunkCount({ coins, entries }: Pick<Manifest, 'coins' | 'entries'>): number {
  return coins.length + entries.length
}

/** A chunk by its number, those of coins first; `next` is where the one after it begins. */
export function chunkAt(
  { coins, entries }: Pick<Manifest, 'coins' | 'entries'>,
  number: number,
): { readonly kind: ChunkKind; readonly info: ChunkInfo; readonly next: Uint8Array | undefined } {
  const kind = number < coins.length ? 'coins' : 'entries'
  const chunks = kind === 'coins' ? coins : entries
  const at = kind === 'coins' ? number : number - coins.length
  const info = chunks[at]
  if (!info) throw new RangeError('the snapshot has no such chunk')
  return { kind, info, next: chunks[at + 1]?.first }
}

function readChunks(reader: Reader): ChunkInfo[] {
  const count = reader.u32()
  const chunks: ChunkInfo[] = []
  // not made at its full length beforehand: what is not there ends the reading
  while (chunks.length < count) {
    const first = reader.sized(MAX_KEY_LENGTH)
    const before = chunks.at(-1)
    if (before && compareBytes(before.first, first) >= 0) throw invalid('chunks that do not ascend')
    chunks.push({ first, sum: reader.bytes(LTHASH_LENGTH) })
  }
  return chunks
}

function invalid(what: string): ProtocolError {
  return new ProtocolError('invalid_encoding', `the manifest of a snapshot: ${what}`)
}
