/**
 * Loaded before a node by a test that kills it: told a number, it kills the process as by a power cut when that many more
 * writes are on the disk, and before the first one for none. A write is a batch of the database, or a file that is made
 * durable, put in its place or removed.
 */
import { writeSync } from 'node:fs'
import fs, { type FileHandle, open } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { devNull } from 'node:os'
import { basename } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { ClassicLevel } from 'classic-level'

export type KillOrder = {
  readonly writes: number
  /** Whether those count by which consensus makes blocks: it does so by itself as well. */
  readonly blocks: boolean
}

/** Tables of consensus and of the chain. */
const OF_BLOCKS: ReadonlySet<string> = new Set(['consensus-journal', 'block'])

/** Writes that are left to it; undefined as long as nobody has said. */
let left: number | undefined
let blocksCount = false

/** Nothing else runs between the end of the write and the kill. */
async function counted<T>(what: string, write: () => Promise<T>): Promise<T> {
  if (left === 0) kill(`before ${what}`)
  const result = await write()
  if (left !== undefined) {
    left -= 1
    if (left <= 0) kill(`after ${what}`)
  }
  return result
}

function kill(when: string): void {
  writeSync(2, `killed ${when}\n`)
  process.kill(process.pid, 'SIGKILL')
}

/** Names of the tables whose keys are in a batch: what stands before the first byte of zero. */
function tableOf(key: Uint8Array): string {
  return Buffer.from(key.subarray(0, key.indexOf(0))).toString()
}

function countBatches(): void {
  const { batch } = ClassicLevel.prototype
  ClassicLevel.prototype.batch = function (this: ClassicLevel, ...given: unknown[]) {
    const made = (batch as (...all: unknown[]) => unknown).apply(this, given)
    if (given.length > 0) return made
    const chained = made as ReturnType<ClassicLevel['batch']>
    const tables = new Set<string>()
    const { put, del, write } = chained
    const note = (key: unknown) => tables.add(tableOf(key as Uint8Array))
    Object.assign(chained, {
      put: (...all: Parameters<typeof put>) => {
        note(all[0])
        return put.apply(chained, all)
      },
      del: (...all: Parameters<typeof del>) => {
        note(all[0])
        return del.apply(chained, all)
      },
      write: (...all: Parameters<typeof write>) => {
        const commit = () => write.apply(chained, all)
        const counts = blocksCount || ![...tables].some((table) => OF_BLOCKS.has(table))
        return counts ? counted(`a batch of ${[...tables].join(', ')}`, commit) : commit()
      },
    })
    return chained
  } as typeof batch
}

async function countFiles(): Promise<void> {
  const { rename, rm } = fs
  fs.rename = (from, to) => counted(`renaming to ${basename(String(to))}`, () => rename(from, to))
  fs.rm = (path, options) => counted(`removing ${basename(String(path))}`, () => rm(path, options))
  syncBuiltinESMExports()
  const nothing = await open(devNull)
  const handle: FileHandle = Object.getPrototypeOf(nothing)
  await nothing.close()
  const { sync } = handle
  handle.sync = function () {
    return counted('syncing a file', () => sync.call(this))
  }
}

if (isMainThread) {
  countBatches()
  await countFiles()
  process.on('message', ({ writes, blocks }: KillOrder) => {
    left = writes
    blocksCount = blocks
    process.send!({ left })
  })
  process.channel?.unref()
}
