/** Pages of a list whose table has several items in an entry: a cursor is the key of an entry and a position in it. */
import { concat, equalBytes } from '../../protocol/bytes.ts'
import { NodeError } from '../errors.ts'
import { be32, fromBe32 } from '../ordered-keys.ts'
import { cursorText, type Page, type PageRequest, parseCursor } from '../page.ts'
import type { Entry, Table } from '../table.ts'

export type ExpandedQuery<T> = {
  readonly table: Table
  /** Names the list: a cursor of another list or order is refused. */
  readonly list: string
  readonly request: PageRequest
  /** Bytes of the table's keys. */
  readonly keyLength: number
  /** The items of an entry, oldest first; undefined for those that are left out. */
  readonly items: (entry: Entry) => readonly (T | undefined)[]
}

/** Entries looked at for one page at most, when many have nothing for it. */
const SCAN = 256

/** Reads one page. @throws NodeError `invalid_cursor`. */
export async function readExpandedPage<T>(query: ExpandedQuery<T>): Promise<Page<T>> {
  const { table, list, request, keyLength } = query
  const { cursor, limit, order = 'oldest' } = request
  const reverse = order === 'newest'
  const given = cursor === undefined ? undefined : parseCursor(list, order, cursor)
  if (given && given.length !== keyLength + 4) throw new NodeError('invalid_cursor', {})
  const last = given && placeOf(given, keyLength)
  const bounds = last ? (reverse ? { lte: last.key } : { gte: last.key }) : {}
  const items: T[] = []
  let place = given
  let looked = 0
  for await (const entry of table.range({ ...bounds, reverse })) {
    if (looked++ === SCAN) return pageOf(items, false)
    const key = entry[0].slice()
    for (const [position, item] of numbered(query.items(entry), reverse)) {
      if (last && equalBytes(key, last.key) && !isBeyond(position, last.position, reverse)) continue
      if (items.length === limit) return pageOf(items, false)
      place = concat(key, be32(position))
      if (item !== undefined) items.push(item)
    }
    place =
      place && equalBytes(place.subarray(0, keyLength), key) ? place : concat(key, be32(reverse ? 0 : NONE))
  }
  return pageOf(items, true)

  function pageOf(found: T[], complete: boolean): Page<T> {
    return { items: found, next: cursorText(list, order, place), complete }
  }
}

/** Position after an entry that has nothing: whatever it may hold has been looked at. */
const NONE = 0xffff_ffff

function placeOf(bytes: Uint8Array, keyLength: number): { key: Uint8Array; position: number } {
  return { key: bytes.subarray(0, keyLength), position: fromBe32(bytes, keyLength) }
}

function numbered<T>(items: readonly T[], reverse: boolean): [number, T][] {
  const all = [...items.entries()]
  return reverse ? all.reverse() : all
}

function isBeyond(position: number, last: number, reverse: boolean): boolean {
  return reverse ? position < last : position > last
}
