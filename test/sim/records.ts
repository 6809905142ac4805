/** What a node of a simulated world keeps on its disk: what it may have signed, and final blocks. */
import { type Certificate, readCertificate, writeCertificate } from '../../src/protocol/certificate.ts'
import { decodeAll, Writer } from '../../src/protocol/codec.ts'
import type { JournalRecord } from '../../src/protocol/consensus/journal.ts'
import type { AppState } from './app.ts'
import type { Code } from './code.ts'
import type { World } from './world.ts'

export type StoredBlock = { readonly block: Uint8Array; readonly certificate: Certificate }

export type StoredRecord =
  | { readonly type: 'journal'; readonly record: JournalRecord }
  | { readonly type: 'block'; readonly stored: StoredBlock }

const JOURNAL = 0
const BLOCK = 1
const MAX_BLOCK = 1 << 20

export function encodeJournal(record: JournalRecord, { journal }: Code): Uint8Array {
  return new Writer().u8(JOURNAL).bytes(journal.encodeRecord(record)).finish()
}

export function encodeBlockRecord({ block, certificate }: StoredBlock): Uint8Array {
  return writeCertificate(new Writer().u8(BLOCK).sized(block), certificate).finish()
}

export function decodeRecord(bytes: Uint8Array, { journal }: Code): StoredRecord {
  if (bytes[0] === JOURNAL) return { type: 'journal', record: journal.decodeRecord(bytes.subarray(1)) }
  return decodeAll(bytes.subarray(1), (reader) => {
    return { type: 'block', stored: { block: reader.sized(MAX_BLOCK), certificate: readCertificate(reader) } }
  })
}

/** What a process that starts makes of its disk: the chain, and the journal of the height after it. */
export function readDisk(
  { app, code }: World,
  records: readonly Uint8Array[],
): { blocks: StoredBlock[]; journal: JournalRecord[]; state: AppState } {
  const blocks: StoredBlock[] = []
  let journal: JournalRecord[] = []
  let state = app.genesis
  for (const bytes of records) {
    const record = decodeRecord(bytes, code)
    if (record.type === 'block') {
      blocks.push(record.stored)
      state = app.apply(state, record.stored.block)
      journal = []
    } else if (record.record.height === state.height + 1) journal.push(record.record)
  }
  return { blocks, journal, state }
}
