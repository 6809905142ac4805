/** A client of the node that the settings point to. */
import { readFileSync } from 'node:fs'
import { type Client, createClient, http, webSocket } from '../sdk/index.ts'
import { CliError } from './cli-error.ts'
import type { Invocation } from './command.ts'
import { EXIT } from './exit-codes.ts'
import type { Io } from './io.ts'
import type { Settings } from './options.ts'
import { dataDirOf, tokenFileOf, urlOf } from './paths.ts'

/** A person waits: about three seconds for a node that is just starting. */
const RETRY = { attempts: 6, delay: 100, maxDelay: 2_000 }

/** @throws CliError when there is no token */
export function connect({ settings, io }: Pick<Invocation, 'settings' | 'io'>): Client {
  const url = urlOf(settings)
  return createClient({
    url,
    token: readToken(settings, io),
    transport: url.startsWith('ws') ? webSocket() : http(),
    timeout: (settings.timeout ?? 60) * 1_000,
    retry: RETRY,
    onWarning: (message) => io.note(`stegos: ${message}`),
  })
}

function readToken(settings: Settings, io: Io): string {
  if (io.env.STEGOS_TOKEN) return io.env.STEGOS_TOKEN.trim()
  const file = tokenFileOf(settings, dataDirOf(settings, io), io)
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new CliError(
      EXIT.notPermitted,
      `no token: ${file} cannot be read (${(cause as NodeJS.ErrnoException).code}).\nThe node writes it at its first start. Point --data-dir or --token-file at it, or set STEGOS_TOKEN.`,
      cause,
    )
  }
}
