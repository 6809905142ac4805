/** Pages of lists that are kept in the order of their keys: a cursor is the key of the last item looked at. */
import { base64urlnopad } from '@scure/base'
import { compareBytes, concat, equalBytes, utf8 } from '../protocol/bytes.ts'
import { hash } from '../protocol/crypto/hash.ts'
import { NodeError } from './errors.ts'
import type { Entry, Table } from './table.ts'

export type Order = 'oldest' | 'newest'

/** A request for a page. `cursor` is what an earlier page of the same list and order gave as `next`. */
export type PageRequest = {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly order?: Order | undefined
}

/**
 * `next` is always there: with it the list goes on, also with what is added after `complete` was true. For an empty list
 * it is the cursor given, or that of the beginning. Throws `invalid_cursor`.
 */
export type Page<T> = { readonly items: readonly T[]; readonly next: string; readonly complete: boolean }

export type PageQuery<T> = {
  readonly table: Table
  /** Names the list: a cursor of another list or order is refused. */
  readonly list: string
  readonly request: PageRequest
  /** The list's part of the table. */
  readonly gte?: Uint8Array
  readonly lt?: Uint8Array
  /** The item of an entry; undefined leaves it out. */
  readonly item: (entry: Entry) => T | undefined | Promise<T | undefined>
  /** Entries looked at for one page at most, when many are left out. */
  readonly scan?: number
}

const TAG_LENGTH = 4

/** Reads one page. @throws NodeError `invalid_cursor`. */
export async function readPage<T>(query: PageQuery<T>): Promise<Page<T>> {
  const { table, list, request, item } = query
  const { cursor, limit, order = 'oldest' } = request
  let last = cursor === undefined ? undefined : parseCursor(list, order, cursor)
  const bounds = boundsAfter(query, order, last)
  const scan = query.scan ?? 16 * limit
  const items: T[] = []
  let looked = 0
  let complete = true
  for await (const entry of table.range(bounds)) {
    if (items.length === limit || looked === scan) {
      complete = false
      break
    }
    looked++
    last = entry[0].slice()
    const found = await item(entry)
    if (found !== undefined) items.push(found)
  }
  return { items, next: cursorText(list, order, last), complete }
}

/** A page of a list that is in memory, in the order of its items' names. @throws NodeError `invalid_cursor`. */
export function pageOfList<T>(
  list: string,
  { cursor, limit, order = 'oldest' }: PageRequest,
  items: readonly T[],
  nameOf: (item: T) => string,
): Page<T> {
  const after = cursor === undefined ? undefined : parseCursor(list, order, cursor)
  const turn = order === 'newest' ? -1 : 1
  const left = items
    .map((item) => ({ item, name: utf8(nameOf(item)) }))
    .filter(({ name }) => after === undefined || turn * compareBytes(name, after) > 0)
    .sort((one, other) => turn * compareBytes(one.name, other.name))
  const taken = left.slice(0, limit)
  const last = taken.at(-1)?.name ?? after
  return {
    items: taken.map(({ item }) => item),
    next: cursorText(list, order, last),
    complete: taken.length === left.length,
  }
}

/** What is left of the list after the entry `last`, within the list's own bounds whatever the cursor says. */
function boundsAfter<T>({ gte, lt }: PageQuery<T>, order: Order, last: Uint8Array | undefined) {
  const reverse = order === 'newest'
  if (!last) return { ...(gte && { gte }), ...(lt && { lt }), reverse }
  if (reverse) return { ...(gte && { gte }), lt: lt && compareBytes(lt, last) < 0 ? lt : last, reverse }
  const start = gte && compareBytes(gte, last) > 0 ? { gte } : { gt: last }
  return { ...start, ...(lt && { lt }), reverse }
}

function tagOf(list: string, order: Order): Uint8Array {
  return hash('page cursor', utf8(list), utf8(order)).slice(0, TAG_LENGTH)
}

/** The cursor after the item of that key; without a key that of the beginning. */
export function cursorText(list: string, order: Order, last: Uint8Array | undefined): string {
  return base64urlnopad.encode(concat(tagOf(list, order), last ?? new Uint8Array(0)))
}

/** The key in a cursor; undefined for the beginning. @throws NodeError `invalid_cursor`. */
export function parseCursor(list: string, order: Order, text: string): Uint8Array | undefined {
  let bytes: Uint8Array
  try {
    bytes = base64urlnopad.decode(text)
  } catch {
    throw new NodeError('invalid_cursor', {})
  }
  if (!equalBytes(bytes.subarray(0, TAG_LENGTH), tagOf(list, order)))
    throw new NodeError('invalid_cursor', {})
  return bytes.length > TAG_LENGTH ? bytes.subarray(TAG_LENGTH) : undefined
}
