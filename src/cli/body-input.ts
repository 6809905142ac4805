/** What is sent: from the command line, a file, or a pipe. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { encodeBody } from '../sdk/body.ts'
import { usageError } from './cli-error.ts'
import type { Io } from './io.ts'

/** Base64 of the text, or of what is in the file (`-` for stdin); undefined when neither is given. */
export async function readBody(
  text: string | undefined,
  file: string | undefined,
  io: Pick<Io, 'stdin' | 'cwd'>,
): Promise<string | undefined> {
  if (text !== undefined && file !== undefined) throw usageError('give the text or a file, not both')
  if (text !== undefined) return encodeBody(text)
  if (file === undefined) return undefined
  try {
    return encodeBody(file === '-' ? await buffer(io.stdin) : await readFile(resolve(io.cwd, file)))
  } catch (cause) {
    throw usageError(`cannot read ${file}: ${(cause as Error).message}`)
  }
}
