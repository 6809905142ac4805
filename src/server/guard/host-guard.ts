/**
 * Guards a server on a private address against web pages: a page whose name was rebound to this address still sends its own
 * name as Host, and a page elsewhere sends its own Origin.
 */
import { isIP } from 'node:net'

export type HostGuard = {
  readonly allowsHost: (host: string | undefined) => boolean
  /** True as well for a request without an Origin, which no browser page sends. */
  readonly allowsOrigin: (origin: string | undefined, host: string | undefined) => boolean
}

/**
 * @param allowedHosts names, beside literal addresses and localhost, under which this server is known.
 * @param allowedOrigins such as `https://app.example`, beside those of this server and of localhost.
 */
export function createHostGuard(
  allowedHosts: readonly string[],
  allowedOrigins: readonly string[],
): HostGuard {
  const hosts = new Set(allowedHosts.map((host) => host.toLowerCase()))
  const origins = new Set(allowedOrigins)
  const allowsName = (name: string) => isLiteral(name) || name === 'localhost' || hosts.has(name)
  return {
    allowsHost: (host) => {
      const name = hostName(host)
      return name !== undefined && allowsName(name)
    },
    allowsOrigin: (origin, host) => {
      if (origin === undefined || origins.has(origin)) return true
      const url = parse(origin)
      if (!url) return false
      return isLoopbackName(url.hostname) || (host !== undefined && url.host === host.toLowerCase())
    },
  }
}

/** Whether a listener on this host can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return isLoopbackName(host.includes(':') && !host.startsWith('[') ? `[${host}]` : host)
}

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || (isIP(name) === 4 && name.startsWith('127.'))
}

/** A literal address has no name that could be rebound. */
function isLiteral(name: string): boolean {
  return isIP(name) === 4 || (name.startsWith('[') && isIP(name.slice(1, -1)) === 6)
}

/** The name in a Host header, without the port. */
function hostName(host: string | undefined): string | undefined {
  if (host === undefined || !/^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::[0-9]+)?$/i.test(host)) return undefined
  return host.replace(/:[0-9]+$/, '').toLowerCase()
}

function parse(origin: string): URL | undefined {
  return URL.canParse(origin) ? new URL(origin) : undefined
}
