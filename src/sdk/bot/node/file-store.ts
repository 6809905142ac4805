/** The state of a bot in a file, which is there whole after a crash: the state before, or the one after. */
import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type BotState, type BotStore, checkState } from '../bot-state.ts'

/**
 * @param path a file of this bot alone, in a directory that is there; beside it `path.new` is written
 * @example
 * const store = fileStore('shop.json')
 */
export function fileStore(path: string): BotStore {
  return {
    async load() {
      let text: string
      try {
        text = await readFile(path, 'utf8')
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
      try {
        return checkState(JSON.parse(text))
      } catch (cause) {
        throw new Error(`${path} is damaged, or of something else`, { cause })
      }
    },
    async save(state: BotState) {
      const next = `${path}.new`
      const file = await open(next, 'w', 0o600)
      try {
        await file.writeFile(JSON.stringify(state))
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(next, path)
      await syncDirectory(dirname(path))
    },
  }
}

/** The new name, too, is to be there after a power cut. Windows has no such thing, and needs none. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
