/**
 * Whether the files of the database are as LevelDB wrote them, looked at before it opens them: it would leave out damaged
 * parts of a log and go on, begin anew without the file CURRENT, and end the process over a table that is cut off.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { storeErrorFrom } from '../store-error.ts'
import { DamagedFile } from './file-reader.ts'
import { readLog } from './log-file.ts'
import { type DatabaseVersion, readVersion } from './manifest-file.ts'
import { checkTable } from './table-file.ts'

/** Bytes of tables, the newest, that are read at a start; the others are looked at while the node runs. */
const TABLES_AT_START = 64 << 20
/** Another process that has the database open changes it meanwhile; that it is open is found out by opening it. */
const TRIES = 3
const RETRY_DELAY = 100

/** @throws StoreError `corrupt` with the file and what is wrong with it, or what the operating system says. */
export async function checkFiles(directory: string): Promise<void> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      await checkOnce(directory)
      return
    } catch (error) {
      const changed = (error as NodeJS.ErrnoException).code === 'ENOENT'
      if (left === 0 || !(changed || error instanceof DamagedFile)) throw storeErrorFrom(error, directory)
    }
    await sleep(RETRY_DELAY)
  }
}

/** Holds one table against its checksums. @throws DamagedFile if it is damaged and part of the database. */
export async function checkTableOf(directory: string, number: number): Promise<void> {
  try {
    await readTable(directory, number)
  } catch (error) {
    if (!(error instanceof DamagedFile) && (error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    // It may have been replaced meanwhile.
    const version = await versionOf(directory)
    if (version?.tables.has(number)) throw new DamagedFile((error as Error).message)
  }
}

/** What the database consists of; undefined when there is none. @throws DamagedFile */
export async function versionOf(directory: string): Promise<DatabaseVersion | undefined> {
  const names = await readdir(directory).catch((): string[] => [])
  if (!names.includes('CURRENT')) {
    if (names.some((name) => /\.(?:log|ldb|sst)$/.test(name))) throw new DamagedFile('CURRENT is missing')
    return undefined
  }
  const current = await readFile(join(directory, 'CURRENT'), 'latin1')
  if (!/^MANIFEST-[0-9]{1,15}\n$/.test(current)) throw new DamagedFile('CURRENT does not name a manifest')
  const name = current.trim()
  if (!names.includes(name)) throw new DamagedFile(`${name} is missing`)
  const { records, damaged } = readLog(await readFile(join(directory, name)))
  if (damaged || records.length === 0) throw new DamagedFile(`${name} does not match its checksums`)
  return inFile(name, () => readVersion(records))
}

async function checkOnce(directory: string): Promise<void> {
  const version = await versionOf(directory)
  if (!version) return
  await checkLogs(directory, version)
  let left = TABLES_AT_START
  for (const [number, size] of [...version.tables].sort(([one], [other]) => other - one)) {
    const name = tableName(number)
    const found = await stat(join(directory, name)).catch(() => undefined)
    if (!found) throw new DamagedFile(`${name} is missing`)
    if (found.size !== size) throw new DamagedFile(`${name} has ${found.size} bytes instead of ${size}`)
    left -= size
    if (left >= 0) await readTable(directory, number)
  }
}

async function checkLogs(directory: string, { firstLog }: DatabaseVersion): Promise<void> {
  const names = await readdir(directory)
  const logs = names
    .filter((name) => /^[0-9]+\.log$/.test(name))
    .map((name) => ({ name, number: Number.parseInt(name, 10) }))
    .filter(({ number }) => number >= firstLog)
    .toSorted((one, other) => one.number - other.number)
  if (firstLog > 0 && logs[0]?.number !== firstLog) {
    throw new DamagedFile(`the log ${firstLog} is missing, or the manifest is cut off`)
  }
  let torn: string | undefined
  for (const { name } of logs) {
    const bytes = await readFile(join(directory, name))
    // A crash cuts off the log that is being written, and a start that is cut short leaves an empty one after it.
    if (torn !== undefined && bytes.length > 0) throw new DamagedFile(`${torn} is cut off`)
    const log = readLog(bytes)
    if (log.damaged) throw new DamagedFile(`${name} does not match its checksums`)
    if (log.torn) torn = name
  }
}

async function readTable(directory: string, number: number): Promise<void> {
  const name = tableName(number)
  const bytes = await readFile(join(directory, name))
  await inFile(name, () => checkTable(bytes))
}

function tableName(number: number): string {
  return `${String(number).padStart(6, '0')}.ldb`
}

async function inFile<T>(name: string, check: () => T | Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (error) {
    throw error instanceof DamagedFile ? new DamagedFile(`${name}: ${error.message}`) : error
  }
}
