/** Passphrases, phrases and view keys: from the environment, a file or the keyboard, never from the command line. */
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { askNewSecret, askSecret } from './ask.ts'
import { usageError } from './cli-error.ts'
import type { Invocation } from './command.ts'
import type { Io } from './io.ts'

/** The passphrase of an account that has one. */
export async function existingPassphrase({
  settings,
  io,
}: Pick<Invocation, 'settings' | 'io'>): Promise<string> {
  return given(io, 'STEGOS_PASSPHRASE', settings['passphrase-file']) ?? (await askSecret('Passphrase', io))
}

/** The passphrase a new account is to have; undefined for none. */
export async function newPassphrase({
  settings,
  io,
}: Pick<Invocation, 'settings' | 'io'>): Promise<string | undefined> {
  const ready = given(io, 'STEGOS_PASSPHRASE', settings['passphrase-file'])
  if (ready !== undefined || !settings['ask-passphrase']) return ready
  return askNewSecret('Passphrase for the new account', io)
}

/** The passphrase that takes the place of another. */
export async function nextPassphrase({ settings, io }: Pick<Invocation, 'settings' | 'io'>): Promise<string> {
  const ready = given(io, 'STEGOS_NEW_PASSPHRASE', settings['new-passphrase-file'])
  return ready ?? askNewSecret('New passphrase', io)
}

export async function recoveryPhrase({ settings, io }: Pick<Invocation, 'settings' | 'io'>): Promise<string> {
  return (given(io, undefined, settings['phrase-file']) ?? (await askSecret('Recovery phrase', io)))
    .trim()
    .replace(/\s+/g, ' ')
}

export async function viewKey({ settings, io }: Pick<Invocation, 'settings' | 'io'>): Promise<string> {
  return (given(io, undefined, settings['view-key-file']) ?? (await askSecret('View key', io))).trim()
}

/** @throws CliError when the file cannot be read or is empty */
function given(
  io: Pick<Io, 'env' | 'cwd'>,
  variable: string | undefined,
  file: string | undefined,
): string | undefined {
  const text = variable === undefined ? undefined : io.env[variable]
  if (text) return text
  if (file === undefined) return undefined
  let content: string
  try {
    content = readFileSync(resolve(io.cwd, file), 'utf8')
  } catch (cause) {
    throw usageError(`cannot read ${file}: ${(cause as Error).message}`)
  }
  const line = content.replace(/\r?\n$/, '')
  if (line === '') throw usageError(`${file} is empty`)
  return line
}
