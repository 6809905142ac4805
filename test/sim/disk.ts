/**
 * The disk of a node: a log of records. What was written is there for the process at once, but for the next process only
 * when it was synced: at a crash any prefix of the unsynced bytes may be on the medium, so the last record may be torn.
 */
import { concat, le32 } from '../../src/protocol/bytes.ts'
import { hash } from '../../src/protocol/crypto/hash.ts'

/** Length of the record and the beginning of its hash stand before it. */
const CHECK = 4
const HEAD = 4 + CHECK

export class Disk {
  /** Bytes on the medium. */
  #durable: Uint8Array[] = []
  /** Bytes the operating system holds. */
  #buffered: Uint8Array[] = []
  #records: Uint8Array[] = []

  /** Writes a record; it may vanish until a sync that began later is through. */
  write(record: Uint8Array): void {
    this.#buffered.push(frame(record))
    this.#records.push(record)
  }

  /** A sync begins: what it covers. Call the result when it is through. */
  beginSync(): () => void {
    const covered = this.#buffered.length + this.#durable.length
    return () => {
      const count = covered - this.#durable.length
      if (count > 0) this.#durable.push(...this.#buffered.splice(0, count))
    }
  }

  /** The process dies; `kept` of the unsynced bytes (0 … 1) made it to the medium. @returns bytes lost */
  crash(kept: number): number {
    const medium = concat(...this.#durable)
    const pending = concat(...this.#buffered)
    const survived = pending.subarray(0, Math.round(pending.length * kept))
    this.#records = readRecords(concat(medium, survived))
    this.#durable = this.#records.map(frame)
    this.#buffered = []
    return pending.length - survived.length
  }

  /** All records, in order, as a process that starts now reads them. */
  records(): readonly Uint8Array[] {
    return this.#records
  }

  /** Keeps only what `wanted` names: for a node that loses its memory. */
  forget(wanted: (record: Uint8Array) => boolean): void {
    this.#records = this.#records.filter(wanted)
    this.#durable = this.#records.map(frame)
    this.#buffered = []
  }
}

/** The records up to the first that is torn; what is behind a torn one was never synced. */
export function readRecords(bytes: Uint8Array): Uint8Array[] {
  const records: Uint8Array[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const length = view.getUint32(at, true)
    const record = bytes.slice(at + HEAD, at + HEAD + length)
    if (record.length < length) break
    const check = checkOf(record)
    if (check.some((byte, i) => byte !== bytes[at + 4 + i])) break
    records.push(record)
    at += HEAD + length
  }
  return records
}

function frame(record: Uint8Array): Uint8Array {
  return concat(le32(record.length), checkOf(record), record)
}

function checkOf(record: Uint8Array): Uint8Array {
  return hash('simulated disk', record).subarray(0, CHECK)
}
