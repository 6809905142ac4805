/** Which files a LevelDB consists of, as its manifest says (db/version_edit.cc there). */
import { DamagedFile, FileReader } from './file-reader.ts'

export type DatabaseVersion = {
  /** Logs with this number or a later one are part of the database; 0 when it was only begun. */
  readonly firstLog: number
  /** Length in bytes of each table, by its number. */
  readonly tables: ReadonlyMap<number, number>
}

/** @throws DamagedFile */
export function readVersion(records: readonly Uint8Array[]): DatabaseVersion {
  let firstLog = 0
  const tables = new Map<number, number>()
  for (const record of records) {
    const reader = new FileReader(record)
    const added: [number: number, size: number][] = []
    while (!reader.done) {
      const tag = reader.varint()
      if (tag === 1) reader.sized()
      else if (tag === 2) firstLog = reader.varint()
      else if (tag === 3 || tag === 4 || tag === 9) reader.varint()
      else if (tag === 5) {
        reader.varint()
        reader.sized()
      } else if (tag === 6) {
        reader.varint()
        tables.delete(reader.varint())
      } else if (tag === 7) {
        reader.varint()
        added.push([reader.varint(), reader.varint()])
        reader.sized()
        reader.sized()
      } else throw new DamagedFile(`the manifest has an entry of the unknown kind ${tag}`)
    }
    // A table that only changes its level is dropped and added in one record, in this order.
    for (const [number, size] of added) tables.set(number, size)
  }
  return { firstLog, tables }
}
