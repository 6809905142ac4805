/** Small files of the data directory. What is written is whole and durable, or not there. */
import { chmod, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The text of a file; undefined when there is none. */
export async function readTextFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Writes a file so that a crash leaves either the old one or the new one. Mode 0600 unless told otherwise. */
export async function writeFileDurably(path: string, text: string, mode = 0o600): Promise<void> {
  const staged = `${path}.new`
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
  await rename(staged, path)
  await syncDirectory(dirname(path))
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
