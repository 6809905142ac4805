/** Small files of the data directory. What is written is whole and durable, or not there. */
import { chmod, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isNoRoom, StoreError } from './store-error.ts'

/** The text of a file; undefined when there is none. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/**
 * Writes a file so that a crash leaves either the old one or the new one. Mode 0600 unless told otherwise. When it fails
 * the old one is as it was, and nothing takes up room beside it.
 * @throws StoreError `disk_full`, or what the operating system says.
 */
export async function writeFileDurably(path: string, text: string, mode = 0o600): Promise<void> {
  const staged = `${path}.new`
  try {
    await writeStaged(staged, text, mode)
    await rename(staged, path)
    await syncDirectory(dirname(path))
  } catch (error) {
    await rm(staged, { force: true }).catch(() => {})
    throw isNoRoom(error) ? new StoreError('disk_full', `no room to write ${path}`, { path }, error) : error
  }
}

async function writeStaged(staged: string, text: string, mode: number): Promise<void> {
  await rm(staged, { force: true })
  const file = await open(staged, 'wx', mode)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  // The mode given to open is cut by the umask, which may be wider or narrower than wanted.
  await chmod(staged, mode)
}

/** Makes renames and removals in a directory durable. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
