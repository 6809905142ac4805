/** A final block as it stands in the store: everything but its transactions, which have records of their own. */

import { decodeHeader, encodeHeader, type Header } from '../../protocol/block.ts'
import { MAX_EXTRAS_LENGTH } from '../../protocol/block-extras.ts'
import { type Certificate, readCertificate, writeCertificate } from '../../protocol/certificate.ts'
import { type Reader, Writer } from '../../protocol/codec.ts'
import { MAX_HEADER_LENGTH } from '../../protocol/header-run.ts'

export type BlockRecord = {
  readonly header: Header
  /** What made this block final; undefined for genesis. */
  readonly certificate: Certificate | undefined
  readonly transactionIds: readonly Uint8Array[]
  /** What it carries beside transactions, encoded; no bytes at all once the block is cut down. */
  readonly extras: Uint8Array
  /** Outputs it makes. */
  readonly outputs: number
  /** Bytes of the whole block on the wire. */
  readonly size: number
}

/** What is left of a block that is pruned. */
export function cutRecord(record: BlockRecord): BlockRecord {
  return { ...record, extras: new Uint8Array(0), transactionIds: [] }
}

/** Whether the record is what is left of a block. */
export function isCut({ extras }: Pick<BlockRecord, 'extras'>): boolean {
  return extras.length === 0
}

export function encodeBlockRecord(record: BlockRecord): Uint8Array {
  const { header, certificate, extras, transactionIds, outputs, size } = record
  const writer = new Writer().sized(encodeHeader(header)).u8(certificate ? 1 : 0)
  if (certificate) writeCertificate(writer, certificate)
  writer.sized(extras).u32(outputs).u32(size).u32(transactionIds.length)
  for (const id of transactionIds) writer.bytes(id)
  return writer.finish()
}

export function readBlockRecord(reader: Reader): BlockRecord {
  return {
    header: decodeHeader(reader.sized(MAX_HEADER_LENGTH)),
    certificate: reader.u8() === 1 ? readCertificate(reader) : undefined,
    extras: reader.sized(MAX_EXTRAS_LENGTH),
    outputs: reader.u32(),
    size: reader.u32(),
    transactionIds: Array.from({ length: reader.u32() }, () => reader.bytes(32)),
  }
}
