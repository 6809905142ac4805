/** Values of the node and how they stand in JSON. */
import type { Page, PageRequest } from '../../node/page.ts'
import type { Cursor, Order } from '../../sdk/generated/contract.ts'
import { DEFAULT_PAGE_ITEMS } from '../limits.ts'

/** Base units as a decimal string. */
export function amountText(amount: bigint): string {
  return amount.toString()
}

/** Milliseconds since 1970 as RFC 3339 in UTC. */
export function timeText(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

export function base64Text(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
}

export function base64Bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

/** Converts a value that may be absent. */
export function maybe<From, To>(value: From | undefined, convert: (value: From) => To): To | undefined {
  return value === undefined ? undefined : convert(value)
}

/** The same function, which does nothing again for a value that it was given last. */
export function remembering<From, To>(convert: (value: From) => To): (value: From) => To {
  let last: { readonly value: From; readonly result: To } | undefined
  return (value) => {
    if (last?.value !== value) last = { value, result: convert(value) }
    return last.result
  }
}

/** What every list takes, with its default. */
export function pageRequest(params: {
  readonly cursor?: Cursor | undefined
  readonly limit?: number | undefined
  readonly order?: Order | undefined
}): PageRequest {
  return { cursor: params.cursor, limit: params.limit ?? DEFAULT_PAGE_ITEMS, order: params.order }
}

/** A page with its items turned into JSON. */
export function pageOf<From, To>({ items, next, complete }: Page<From>, convert: (item: From) => To) {
  return { items: items.map(convert), next, complete }
}
