/** Dead letters in a file, one a line, for someone to look at. */
import { open } from 'node:fs/promises'
import type { DeadLetter, DeadLetterHook } from '../dead-letter.ts'

/**
 * Adds each to the end of the file and waits until it is on disk. After a crash one may be there twice, with the same `id`.
 *
 * @example
 * await runBot({ …, onDeadLetter: deadLetterFile('shop.dead.jsonl') })
 */
export function deadLetterFile(path: string): DeadLetterHook {
  return async ({ error, ...letter }: DeadLetter) => {
    const file = await open(path, 'a', 0o600)
    try {
      await file.appendFile(
        `${JSON.stringify({ ...letter, error: wordsOf(error), time: new Date().toISOString() })}\n`,
      )
      await file.sync()
    } finally {
      await file.close()
    }
  }
}

function wordsOf(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, symbol } = error as Error & { symbol?: string }
  return { name, symbol, message }
}
