/** Final blocks on their way to others: put together from their records by position, with next to nothing decoded. */
import { MAX_EXTRAS_LENGTH } from '../../protocol/block-extras.ts'
import { concat, le32 } from '../../protocol/bytes.ts'
import { type Certificate, readCertificate } from '../../protocol/certificate.ts'
import { Reader } from '../../protocol/codec.ts'
import { MAX_HEADER_LENGTH } from '../../protocol/header-run.ts'
import { be64, fromBe64 } from '../ordered-keys.ts'
import { isCut } from './block-record.ts'
import { type ChainTables, heightRange } from './tables.ts'
import { joinTransaction, readBody } from './transaction-layout.ts'

/** A record without what is in the header. */
export type RawRecord = {
  readonly height: number
  /** Encoded. */
  readonly header: Uint8Array
  /** Undefined for genesis. */
  readonly certificate: Certificate | undefined
  readonly extras: Uint8Array
  readonly transactions: number
  /** Bytes of the whole block. */
  readonly size: number
}

/** The records of blocks in a row from `from` on, at most `count` of them. */
export async function rawRecords(
  { blocks }: Pick<ChainTables, 'blocks'>,
  from: number,
  count: number,
): Promise<RawRecord[]> {
  const entries = await blocks.entries({ gte: be64(from), limit: count })
  const inRow = entries.filter(([key], index) => Number(fromBe64(key)) === from + index)
  return inRow.map(([key, value]) => {
    const reader = new Reader(value)
    const header = reader.sized(MAX_HEADER_LENGTH)
    const certificate = reader.u8() === 1 ? readCertificate(reader) : undefined
    const extras = reader.sized(MAX_EXTRAS_LENGTH)
    reader.u32()
    const [size, transactions] = [reader.u32(), reader.u32()]
    return { height: Number(fromBe64(key)), header, certificate, extras, transactions, size }
  })
}

/** The encoded blocks of records in a row; it ends before the first of which something has been pruned. */
export async function rawBlocks(tables: ChainTables, records: readonly RawRecord[]): Promise<Uint8Array[]> {
  const [first, last] = [records[0], records.at(-1)]
  if (!first || !last) return []
  const full = records.some(({ transactions }) => transactions > 0)
  const range = heightRange(first.height, last.height)
  const [bodies, payloads] = full
    ? await Promise.all([tables.transactions.entries(range), tables.payloads.entries(range)])
    : [[], []]
  const bodiesOf = Map.groupBy(bodies, ([key]) => Number(fromBe64(key)))
  const payloadsOf = Map.groupBy(payloads, ([key]) => Number(fromBe64(key)))
  const blocks: Uint8Array[] = []
  for (const { height, header, extras, transactions } of records) {
    // What is left of a block that is pruned is no block.
    if (isCut({ extras })) break
    const own = bodiesOf.get(height) ?? []
    const kept = (payloadsOf.get(height) ?? []).map(([, payload]) => payload)
    const encoded = joinAll(
      own.map(([, body]) => body),
      kept,
    )
    if (encoded?.length !== transactions) break
    blocks.push(
      concat(header, le32(transactions), ...encoded.flatMap((one) => [le32(one.length), one]), extras),
    )
  }
  return blocks
}

/** Undefined when payloads are missing. */
function joinAll(bodies: readonly Uint8Array[], payloads: readonly Uint8Array[]): Uint8Array[] | undefined {
  let at = 0
  const joined = bodies.map((body) => {
    const from = at
    at += readBody(body).shape.outputs
    return joinTransaction(body, payloads.slice(from, at))
  })
  return at === payloads.length ? joined : undefined
}
