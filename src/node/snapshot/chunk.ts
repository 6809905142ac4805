/**
 * The pieces of a snapshot: so many coins, or entries of the stake's table, in the order of their keys. Bytes and content
 * determine each other.
 */
import { compareBytes, concat, equalBytes } from '../../protocol/bytes.ts'
import { decodeAll, Reader, Writer } from '../../protocol/codec.ts'
import { decodePoints, encodePoint, sumPoints } from '../../protocol/crypto/group.ts'
import { LtHash } from '../../protocol/crypto/lthash.ts'
import { ProtocolError } from '../../protocol/errors.ts'
import { coinElement } from '../../protocol/ledger.ts'
import { CORE_LENGTH, readCore } from '../../protocol/output.ts'
import { type Entry, encodeEntry, entryElement, readEntry } from '../../protocol/stake/table.ts'
import { entryKey } from '../chain/stake-tables.ts'

export type ChunkKind = 'coins' | 'entries'

/** Coins or entries of a chunk; only the last of its kind has fewer. */
export const CHUNK_ROWS = 2_048

/** A coin: id and core. */
const COIN_LENGTH = 32 + CORE_LENGTH
/** More bytes than any entry has. */
const MAX_ENTRY_LENGTH = 256

/** Bytes of a chunk, at most. */
export const MAX_CHUNK_LENGTH = CHUNK_ROWS * (4 + MAX_ENTRY_LENGTH)

export type CoinRow = { readonly id: Uint8Array; readonly core: Uint8Array }

/** What a chunk holds, in sum. */
export type ChunkDigest = {
  readonly rows: number
  /** Keys: the id of a coin, kind and id of an entry. */
  readonly first: Uint8Array
  readonly last: Uint8Array
  /** LtHash of the elements, 2,048 bytes. */
  readonly sum: Uint8Array
  /** Sum of the coins' commitments, an encoded point. */
  readonly commitments: Uint8Array
  /** Base units of the entries that are on their way out, and of pools that have closed. */
  readonly unbonding: bigint
  readonly closed: bigint
}

export function encodeCoins(rows: readonly CoinRow[]): Uint8Array {
  return concat(...rows.flatMap(({ id, core }) => [id, core]))
}

/** @param encoded entries, each as `encodeEntry` writes it */
export function encodeEntries(encoded: readonly Uint8Array[]): Uint8Array {
  const writer = new Writer()
  for (const entry of encoded) writer.sized(entry)
  return writer.finish()
}

/** @throws ProtocolError `invalid_encoding`. */
export function readCoins(chunk: Uint8Array): CoinRow[] {
  if (chunk.length === 0 || chunk.length % COIN_LENGTH > 0 || chunk.length > CHUNK_ROWS * COIN_LENGTH)
    throw invalid('not a number of coins')
  return Array.from({ length: chunk.length / COIN_LENGTH }, (_, index) => {
    const row = chunk.subarray(index * COIN_LENGTH, (index + 1) * COIN_LENGTH)
    return { id: row.subarray(0, 32), core: row.subarray(32) }
  })
}

/** @throws ProtocolError `invalid_encoding`. */
export function readEntries(chunk: Uint8Array): Entry[] {
  const reader = new Reader(chunk)
  const entries: Entry[] = []
  for (let at = 0; at < chunk.length; ) {
    if (entries.length === CHUNK_ROWS) throw invalid('more than a chunk may hold')
    const encoded = reader.sized(MAX_ENTRY_LENGTH)
    at += 4 + encoded.length
    const entry = decodeAll(encoded, readEntry)
    if (!equalBytes(encodeEntry(entry), encoded)) throw invalid('an entry that is written otherwise')
    entries.push(entry)
  }
  if (entries.length === 0) throw invalid('nothing')
  return entries
}

/** @throws ProtocolError `invalid_encoding`, `invalid_point`: no honest node has such a chunk. */
export function digestChunk(kind: ChunkKind, chunk: Uint8Array): ChunkDigest {
  return kind === 'coins' ? digestCoins(readCoins(chunk)) : digestEntries(readEntries(chunk))
}

function digestCoins(rows: readonly CoinRow[]): ChunkDigest {
  const sum = new LtHash()
  const commitments: Uint8Array[] = []
  for (const { id, core: encoded } of rows) {
    const core = decodeAll(encoded, readCore)
    sum.add(coinElement({ id, core }))
    commitments.push(core.commitment)
  }
  return {
    ...keysOf(rows.map(({ id }) => id)),
    sum: sum.toBytes(),
    commitments: sumOfPoints(commitments),
    unbonding: 0n,
    closed: 0n,
  }
}

function digestEntries(entries: readonly Entry[]): ChunkDigest {
  const sum = new LtHash()
  let [unbonding, closed] = [0n, 0n]
  for (const entry of entries) {
    sum.add(entryElement(entry))
    if (entry.kind === 'unbonding') unbonding += entry.amount
    if (entry.kind === 'closed') closed += entry.stake
  }
  const keys = keysOf(entries.map(entryKey))
  return { ...keys, sum: sum.toBytes(), commitments: sumOfPoints([]), unbonding, closed }
}

/** The sum of encoded points, encoded. @throws ProtocolError `invalid_point`. */
export function sumOfPoints(encodings: readonly Uint8Array[]): Uint8Array {
  const points = decodePoints(encodings).map((point) => {
    if (point === undefined) throw new ProtocolError('invalid_point', 'a commitment that is no point')
    return point
  })
  return encodePoint(sumPoints(points, new Int8Array(points.length).fill(1)))
}

function keysOf(keys: readonly Uint8Array[]): Pick<ChunkDigest, 'rows' | 'first' | 'last'> {
  if (keys.some((key, at) => at > 0 && compareBytes(keys[at - 1]!, key) >= 0))
    throw invalid('keys that do not ascend')
  // copies: the keys are views of the chunk
  return { rows: keys.length, first: keys[0]!.slice(), last: keys.at(-1)!.slice() }
}

function invalid(what: string): ProtocolError {
  return new ProtocolError('invalid_encoding', `a chunk of a snapshot: ${what}`)
}
