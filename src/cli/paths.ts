/** Where things are, unless flags say otherwise. */
import { join, resolve } from 'node:path'
import { usageError } from './cli-error.ts'
import type { Io } from './io.ts'
import type { Settings } from './options.ts'

export const DEFAULT_LISTEN = '127.0.0.1:3145'

/** Absolute path of the data directory. */
export function dataDirOf(
  settings: Settings,
  { cwd, home }: Pick<Io, 'cwd' | 'home'>,
  network = 'dev',
): string {
  return settings['data-dir'] === undefined
    ? join(home, '.stegos', network)
    : resolve(cwd, settings['data-dir'])
}

/** Absolute path of the file with the token of the node that has its data there. */
export function tokenFileOf(settings: Settings, dataDirectory: string, { cwd }: Pick<Io, 'cwd'>): string {
  const file = settings['token-file']
  return file === undefined ? join(dataDirectory, 'api.token') : resolve(cwd, file)
}

/** `127.0.0.1:3145`, `[::1]:3145`, `localhost:0` or `:3145`. @throws CliError when it is none of that form */
export function readListen(text: string): { host: string; port: number } {
  const [, bracketed, plain, digits] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]]*)):(\d{1,5})$/i.exec(text) ?? []
  const port = Number(digits)
  if (digits === undefined || port > 65_535) {
    throw usageError(`--listen takes HOST:PORT, such as ${DEFAULT_LISTEN}, not ${JSON.stringify(text)}`)
  }
  return { host: bracketed ?? (plain || '127.0.0.1'), port }
}

/** A host as it stands before a port. */
export function hostText(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

/** URL of the node that client commands talk to. */
export function urlOf(settings: Settings): string {
  const { url } = settings
  if (url === undefined) {
    const { host, port } = readListen(settings.listen ?? DEFAULT_LISTEN)
    return `http://${hostText(host)}:${port}`
  }
  if (!URL.canParse(url) || !/^(https?|wss?):$/.test(new URL(url).protocol)) {
    throw usageError(`--url is an address such as http://${DEFAULT_LISTEN}, not ${JSON.stringify(url)}`)
  }
  return url
}
