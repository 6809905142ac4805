/** A final block as it goes over the network: put together again from the records it was taken apart into. */
import { encodeHeader } from '../../protocol/block.ts'
import type { Certificate } from '../../protocol/certificate.ts'
import { decodeAll, Writer } from '../../protocol/codec.ts'
import { NodeError } from '../errors.ts'
import { be64 } from '../ordered-keys.ts'
import { type BlockRecord, isCut, readBlockRecord } from './block-record.ts'
import { bodyAt, payloadsAt } from './find.ts'
import type { ChainTables } from './tables.ts'
import { joinTransaction, readBody } from './transaction-layout.ts'

export type CertifiedBlock = {
  /** The encoded block. */
  readonly block: Uint8Array
  readonly certificate: Certificate
}

/** Undefined for genesis, for a height that is not final here, and for a block that is pruned. */
export async function certifiedBlockAt(
  tables: ChainTables,
  height: number,
): Promise<CertifiedBlock | undefined> {
  const value = await tables.blocks.get(be64(height))
  const record = value && decodeAll(value, readBlockRecord)
  if (!record?.certificate || isCut(record)) return undefined
  try {
    return await joinBlock(tables, record, record.certificate)
  } catch (error) {
    if (error instanceof NodeError && error.code === 'block_pruned') return undefined
    throw error
  }
}

async function joinBlock(
  tables: ChainTables,
  record: BlockRecord,
  certificate: Certificate,
): Promise<CertifiedBlock | undefined> {
  const { height } = record.header
  const count = record.transactionIds.length
  const writer = new Writer().bytes(encodeHeader(record.header)).u32(count)
  for (let position = 0; position < count; position++) {
    const place = { height, position }
    const { body, shape } = readBody(await bodyAt(tables, place))
    const payloads = await payloadsAt(tables, place, shape.outputs)
    if (!payloads.every((payload) => payload !== undefined)) return undefined
    writer.sized(joinTransaction(body, payloads))
  }
  writer.bytes(record.extras)
  return { block: writer.finish(), certificate }
}
