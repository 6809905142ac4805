/** The owner's token: made at the first start, kept in a file only the owner can read. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import type { Random } from '../../protocol/crypto/random.ts'

const TOKEN_BYTES = 32
const TOKEN_FORM = /^[A-Za-z0-9_-]{16,256}$/

/**
 * Reads the token, or makes it: 32 random bytes in base64url, mode 0600.
 * @throws Error when the file is there and holds no token, or when there is no room for one.
 */
export function loadOwnerToken(path: string, random: Random): string {
  const existing = read(path)
  if (existing !== undefined) return existing
  const token = Buffer.from(random(TOKEN_BYTES)).toString('base64url')
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  // Under its name it is whole from the first: a start that is killed, or has no room, leaves no half of a token.
  const staged = `${path}.${process.pid}.new`
  try {
    writeStaged(staged, `${token}\n`)
    linkSync(staged, path)
  } catch (cause) {
    // made by another process in between
    const theirs = read(path)
    if (theirs !== undefined) return theirs
    throw cause
  } finally {
    rmSync(staged, { force: true })
  }
  return token
}

function writeStaged(path: string, text: string): void {
  rmSync(path, { force: true })
  const file = openSync(path, 'wx', 0o600)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function read(path: string): string | undefined {
  let text: string
  try {
    text = readFileSync(path, 'utf8').trim()
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw cause
  }
  if (!TOKEN_FORM.test(text))
    throw new Error('the token file holds no token; remove it to have a new one made')
  return text
}
