/**
 * Reads all tables of the database again and again, slowly: a disk forgets in places that nobody looks at for years, and
 * what is found early can be fetched from others.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { checkTableOf, versionOf } from './check-files.ts'

/** Bytes a second, so that nothing else waits for the disk. */
const PACE = 4 << 20
/** Milliseconds between two rounds: a day. */
const INTERVAL = 24 * 60 * 60_000

/** Goes on until the signal is aborted. @throws DamagedFile. */
export async function scrub(directory: string, signal: AbortSignal): Promise<void> {
  const pause = (time: number) => sleep(time, undefined, { signal, ref: false })
  while (!signal.aborted) {
    const version = await versionOf(directory)
    for (const [number, size] of version?.tables ?? []) {
      await pause((1_000 * size) / PACE)
      await checkTableOf(directory, number)
    }
    await pause(INTERVAL)
  }
}
